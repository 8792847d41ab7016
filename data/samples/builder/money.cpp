// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/district.h"
#include "data/samples/builder/files.h"
#include "data/samples/builder/names.h"
#include "data/samples/builder/suppliers.h"
#include "data/samples/builder/towns.h"

#include <array>
#include <format>
#include <numeric>

namespace hereabouts::sample {

namespace {

constexpr std::size_t kPlaces = kBoardCount + 2;      // the boards, outside the district, not located
constexpr std::size_t kOutside = kBoardCount;
constexpr std::size_t kUnlocated = kBoardCount + 1;
constexpr std::int64_t kUnlocatedCents = 615'250'000; // 2.3 % of $267.5 m
constexpr std::size_t kUnlocatedRows = 1200;          // 6 %
constexpr std::size_t kCreditRows = 220;              // 1.1 %
constexpr std::size_t kRepeatedRows = 240;            // 1.2 %

struct Payment {
    std::size_t anchor = 0;
    std::size_t place = 0;
    std::size_t supplier = 0;
    std::int64_t cents = 0;
    int day = 0;
    std::string reference;
    std::string supplierName;
    bool withheld = false;
};

/// Whole numbers in proportion to `weights` that add up to `total`: the largest remainders are rounded up.
std::vector<std::int64_t> shareOut(std::int64_t total, const std::vector<double>& weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::int64_t> parts;
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<double> over;
    std::int64_t given = 0;
    for (const double weight : weights) {
        const double exact = static_cast<double>(total) * weight / sum;
        parts.push_back(static_cast<std::int64_t>(std::floor(exact)));
        over.push_back(exact - std::floor(exact));
        given += parts.back();
    }
    std::ranges::stable_sort(order, std::greater<>{}, [&](std::size_t i) { return over[i]; });
    for (std::size_t i = 0; given < total; ++i, ++given) ++parts[order[i % order.size()]];
    return parts;
}

using Table = std::array<std::array<std::int64_t, kPlaces>, 8>;

/// What each anchor spends in each place. Boards get whole cents by column, so that a board's total is right to the cent.
Table spendTable()
{
    Table table{};
    std::vector<double> local;
    for (const AnchorPlan& anchor : kAnchors) local.push_back(static_cast<double>(anchor.spendCents / 100 * anchor.inDistrictPercent));
    const double allLocal = std::accumulate(local.begin(), local.end(), 0.0);
    std::vector<double> spend;
    for (const AnchorPlan& anchor : kAnchors) spend.push_back(static_cast<double>(anchor.spendCents));
    const std::vector<std::int64_t> nowhere = shareOut(kUnlocatedCents, spend);
    for (std::size_t b = 0; b < kBoardCount; ++b) {
        const auto column = shareOut(static_cast<std::int64_t>(std::nearbyint(allLocal * kBoards[b].spendShare)), local);
        for (std::size_t a = 0; a < 8; ++a) table[a][b] = column[a];
    }
    for (std::size_t a = 0; a < 8; ++a) {
        table[a][kUnlocated] = nowhere[a];
        table[a][kOutside] = kAnchors[a].spendCents - std::accumulate(table[a].begin(), table[a].end(), std::int64_t{0});
    }
    return table;
}

Table rowTable(const Table& spend)
{
    Table rows{};
    std::vector<double> all;
    for (const AnchorPlan& anchor : kAnchors) all.push_back(anchor.payments);
    const auto nowhere = shareOut(kUnlocatedRows, all);
    for (std::size_t a = 0; a < 8; ++a) {
        // Small firms close by are paid more often for less: square roots even the counts out.
        std::vector<double> weights;
        for (std::size_t p = 0; p < kUnlocated; ++p) weights.push_back(std::sqrt(static_cast<double>(spend[a][p])));
        weights[kOutside] *= 1.6;
        const auto parts = shareOut(kAnchors[a].payments - nowhere[a] - 13 * 3, weights);
        for (std::size_t p = 0; p < kUnlocated; ++p) rows[a][p] = parts[p] + 3;
        rows[a][kUnlocated] = nowhere[a];
    }
    return rows;
}

class Ledger {
public:
    Ledger(const std::vector<Supplier>& suppliers, Dice& dice) : m_suppliers(suppliers), m_dice(dice)
    {
        for (std::size_t s = 0; s < suppliers.size(); ++s) m_at[suppliers[s].place].push_back(s);
    }

    void fill(std::size_t anchor, std::size_t place, std::size_t rows, std::int64_t total)
    {
        const std::size_t first = m_payments.size();
        std::vector<double> sizes;
        for (std::size_t i = 0; i < rows; ++i) {
            Payment payment{.anchor = anchor, .place = place, .supplier = pickSupplier(anchor, place), .day = static_cast<int>(m_dice.below(365))};
            payment.reference = std::format("{}-{:06}", kAnchors[anchor].code, 100'000 + m_next++ * 7 % 900'000);
            payment.supplierName = m_suppliers[payment.supplier].spelling(m_dice);
            m_payments.push_back(std::move(payment));
            const double u = m_dice.unit();
            sizes.push_back(1 / (u * std::sqrt(u) + 0.006)); // many small, few large
        }
        std::vector<std::int64_t> cents = shareOut(total, sizes);
        for (std::size_t i = 0; i < rows; ++i) m_payments[first + i].cents = std::max<std::int64_t>(cents[i], 100);
        settle(first, total);
    }

    /// Turns a row into a credit note for another of the same supplier and place, or into an exact repeat of one, and puts the difference on the largest.
    bool amend(std::size_t at, bool credit)
    {
        const auto [first, last] = cellOf(at);
        if (last - first < 8 || m_amended[at]) return false;
        const std::size_t other = first + m_dice.below(last - first);
        const std::size_t large = largest(first, last);
        if (other == at || m_amended[other] || m_amended[large] || other == large || at == large || m_payments[other].cents * 4 > m_payments[large].cents) return false;
        Payment& row = m_payments[at];
        const Payment& source = m_payments[other];
        const std::int64_t before = row.cents;
        if (credit) {
            row.supplier = source.supplier;
            row.supplierName = source.supplierName;
            row.day = std::min(364, source.day + 9);
            row.cents = m_dice.chance(0.4) ? -source.cents : -(source.cents / 2);
        } else {
            row = source;
        }
        m_payments[large].cents += before - row.cents;
        m_amended[at] = m_amended[other] = true;
        return true;
    }

    void amendSome(std::size_t count, bool credit)
    {
        m_amended.resize(m_payments.size());
        while (count > 0) count -= amend(m_dice.below(m_payments.size()), credit) ? 1 : 0;
    }

    std::vector<Payment>& payments() { return m_payments; }

    /// The first row from there on that is neither a credit note nor part of a repeat.
    [[nodiscard]] std::size_t plainFrom(std::size_t at) const
    {
        while (m_amended[at]) ++at;
        return at;
    }

private:
    [[nodiscard]] std::size_t pickSupplier(std::size_t anchor, std::size_t place)
    {
        // Each anchor has its own favourites: the index is drawn towards a start that depends on the anchor.
        const std::vector<std::size_t>& here = m_at[place];
        const double u = m_dice.unit();
        const auto step = static_cast<std::size_t>(u * u * static_cast<double>(here.size()));
        return here[(step + anchor * here.size() / 8) % here.size()];
    }

    void settle(std::size_t first, std::int64_t total)
    {
        std::int64_t sum = 0;
        for (std::size_t i = first; i < m_payments.size(); ++i) sum += m_payments[i].cents;
        m_payments[largest(first, m_payments.size())].cents += total - sum;
    }

    [[nodiscard]] std::size_t largest(std::size_t first, std::size_t last) const
    {
        std::size_t best = first;
        for (std::size_t i = first; i < last; ++i) {
            if (m_payments[i].cents > m_payments[best].cents) best = i;
        }
        return best;
    }

    [[nodiscard]] std::pair<std::size_t, std::size_t> cellOf(std::size_t at) const
    {
        const auto same = [&](std::size_t i) { return m_payments[i].anchor == m_payments[at].anchor && m_payments[i].place == m_payments[at].place; };
        std::size_t first = at;
        while (first > 0 && same(first - 1)) --first;
        std::size_t last = at + 1;
        while (last < m_payments.size() && same(last)) ++last;
        return {first, last};
    }

    const std::vector<Supplier>& m_suppliers;
    Dice& m_dice;
    std::array<std::vector<std::size_t>, kPlaces> m_at;
    std::vector<Payment> m_payments;
    std::vector<bool> m_amended;
    std::size_t m_next = 0;
};

std::string departmentOf(std::size_t anchor, Dice& dice)
{
    static const std::array<std::vector<std::string_view>, 8> kDepartments{{{"Roads", "Three waters", "Libraries", "Parks", "Planning", "Facilities", "Digital"},
        {"Surgical", "Kitchen", "Facilities", "Community nursing", "Pharmacy"}, {"Trades", "Estates", "Student services", "Library"}, {"Wharves", "Marine", "Engineering", "Property"},
        {"Lines", "Vegetation", "Fleet", "Metering"}, {"Marae", "Farms", "Education", "Housing"}, {"Maintenance", "New homes", "Tenancies"}, {"Property", "Curriculum", "Sport", "Canteens"}}};
    return std::string(dice.pick(kDepartments[anchor]));
}

void writePayments(const std::vector<Supplier>& suppliers, const std::filesystem::path& folder)
{
    Dice dice(2026);
    Ledger ledger(suppliers, dice);
    const Table spend = spendTable();
    const Table rows = rowTable(spend);
    for (std::size_t a = 0; a < 8; ++a) {
        for (std::size_t p = 0; p < kPlaces; ++p) ledger.fill(a, p, static_cast<std::size_t>(rows[a][p]), spend[a][p]);
    }
    ledger.amendSome(kCreditRows, true);
    ledger.amendSome(kRepeatedRows, false);
    std::vector<Payment>& payments = ledger.payments();
    int withheld = 0;
    for (std::size_t i = payments.size(); i-- > 0 && withheld < 3;) {
        if (payments[i].place != kUnlocated || payments[i].cents < 0 || i % 151 != 0) continue;
        payments[i].withheld = true;
        ++withheld;
    }
    payments[ledger.plainFrom(777)].day = -12;     // before the year
    payments[ledger.plainFrom(15'432)].day = 371; // after it
    std::ranges::stable_sort(payments, {}, [](const Payment& p) { return std::tuple{p.day, p.reference}; });

    TableFile file({"anchor", "reference", "paid_on", "supplier", "supplier_name", "amount", "category", "department"});
    for (const Payment& payment : payments) {
        const Supplier& supplier = suppliers[payment.supplier];
        Dice departments(payment.supplier * 8 + payment.anchor); // a firm works for one department of an anchor
        file.add({std::string(kAnchors[payment.anchor].code), payment.reference, dayOfYear(payment.day), payment.withheld ? "" : supplier.code,
            payment.withheld ? "REDACTED – individual" : payment.supplierName, dollars(payment.cents), supplier.category, departmentOf(payment.anchor, departments)});
    }
    file.save(folder / "payments-2025-26.csv");
}

struct Site {
    std::size_t anchor;
    std::string_view name;
    std::string_view board;
    std::string_view address;
};

void writeAnchors(const Country& country, const std::filesystem::path& folder)
{
    static const std::vector<Site> kSites{{0, "Civic Centre", "PKC", "1 Market Street"}, {0, "Works depot", "TOT", "40 Depot Road"}, {0, "Raupō service centre", "RAU", "6 Mill Street"},
        {0, "Kahikatea library", "KAH", "12 School Street"}, {1, "Port Kōwhai Hospital", "PKC", "90 Beacon Avenue"}, {1, "Rimu Junction health centre", "RIM", "3 Station Street"},
        {2, "Main campus", "TOT", "15 Orchard Road"}, {2, "Marine school", "PKC", "2 Wharf Street"}, {3, "Port offices and wharves", "PKC", "30 Wharf Street"},
        {3, "Inland freight yard", "RIM", "77 Station Street"}, {4, "Control room", "TOT", "8 Foundry Road"}, {4, "Harakeke depot", "HAR", "5 Creamery Street"},
        {4, "Raupō hydro station", "RAU", "Weir Road"}, {5, "Trust office", "PKC", "21 Garden Street"}, {5, "Nīkau farm office", "NIK", "Karaka Road"}, {6, "Homes office", "PKW", "14 Ferry Street"},
        {7, "Kōwhai High School", "PKH", "50 Ridge Road"}, {7, "Tōtara College", "TOT", "100 Tōtara Road"}, {7, "Harakeke Area School", "HAR", "9 School Street"},
        {7, "Ponga Area School", "PON", "4 Tide Street"}};
    Dice dice(88);
    TableFile file({"code", "name", "site", "kind", "address", "workforce", "commitment", "influenceable_percent", "commitment_target_percent", "commitment_due", "easting",
        "northing"});
    for (const Site& site : kSites) {
        const AnchorPlan& anchor = kAnchors[site.anchor];
        std::vector<int> cells = country.builtCells(boardIndex(site.board));
        const auto town = std::ranges::find(towns(), site.board, &Town::board);
        std::ranges::sort(cells, {}, [&](int c) { return apart(country.mesh.cells[static_cast<std::size_t>(c)].site, town->centre); });
        const Spot wharf{-12'350, -2550};
        if (site.name.contains("wharves") || site.name.contains("Marine")) {
            std::ranges::sort(cells, {}, [&](int c) { return apart(country.mesh.cells[static_cast<std::size_t>(c)].site, wharf); });
        }
        const Spot at = country.spotIn(cells[dice.below(std::min<std::size_t>(cells.size(), 8))], dice);
        file.add({std::string(anchor.code), std::string(anchor.name), std::string(site.name), std::string(anchor.kind), std::string(site.address), std::to_string(anchor.workforce),
            std::string(anchor.commitment), std::to_string(anchor.influenceablePercent), std::string(anchor.targetPercent), std::string(anchor.due), easting(at), northing(at)});
    }
    file.save(folder / "anchors.csv");
}

void writeLocalities(const std::filesystem::path& folder)
{
    TableFile file({"name", "kind", "easting", "northing"});
    for (const Town& town : towns()) {
        const std::string kind = town.importance <= 2 ? "town" : town.importance == 3 ? "suburb or village" : "settlement";
        file.add({std::string(town.name), kind, easting(onGrid(town.centre)), northing(onGrid(town.centre))});
    }
    file.save(folder / "localities.csv");
}

} // namespace

void writeMoney(const Country& country, const std::filesystem::path& folder)
{
    const std::vector<Supplier> suppliers = makeSuppliers(country);
    writeLocalities(folder);
    writeAnchors(country, folder);
    writeSuppliers(suppliers, folder);
    writePayments(suppliers, folder);
}

} // namespace hereabouts::sample
