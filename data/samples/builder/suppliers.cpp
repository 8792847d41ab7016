// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/suppliers.h"

#include "data/samples/builder/files.h"
#include "data/samples/builder/names.h"
#include "data/samples/builder/towns.h"

#include <array>
#include <format>
#include <set>

namespace hereabouts::sample {

namespace {

struct Trade {
    std::string_view words;
    std::string_view category;
};

constexpr std::array<Trade, 24> kTrades{{{"Builders", "Construction"}, {"Civil Works", "Roads and civil works"}, {"Electrical", "Electrical"}, {"Plumbing & Gas", "Plumbing"},
    {"Cleaning", "Cleaning"}, {"Catering", "Food and catering"}, {"Fresh Produce", "Food and catering"}, {"Bakery", "Food and catering"}, {"Landscapes", "Grounds and parks"},
    {"Nursery", "Grounds and parks"}, {"Engineering", "Engineering"}, {"Transport", "Transport and freight"}, {"Motors", "Vehicles and fuel"}, {"Fuel", "Vehicles and fuel"},
    {"Print & Signs", "Printing and signs"}, {"Consulting", "Professional services"}, {"Surveyors", "Professional services"}, {"Law", "Professional services"},
    {"Medical Supplies", "Medical supplies"}, {"Software", "Digital"}, {"Networks", "Digital"}, {"Security", "Security"}, {"Painters", "Maintenance"}, {"Roofing", "Maintenance"}}};

struct Elsewhere {
    std::string_view region;
    std::string_view town;
    std::string_view postcode;
};

constexpr std::array<Elsewhere, 8> kElsewhere{{{"Auckland", "Auckland", "1010"}, {"Wellington", "Wellington", "6011"}, {"Taranaki", "New Plymouth", "4310"}, {"Waikato", "Hamilton", "3204"},
    {"Canterbury", "Christchurch", "8011"}, {"Manawatū-Whanganui", "Palmerston North", "4410"}, {"Australia", "Melbourne", ""}, {"Overseas", "Singapore", ""}}};

// How many suppliers are based in each board, in the order of kBoards.
constexpr std::array<std::size_t, kBoardCount> kCounts{112, 34, 26, 16, 92, 42, 22, 10, 8, 26, 14, 18};
constexpr std::size_t kOutsideCount = 430;
constexpr std::size_t kNowhereCount = 50;
constexpr std::size_t kManySpellings = 40;

class SupplierMaker {
public:
    explicit SupplierMaker(const Country& country) : m_country(country) {}

    void local(std::size_t board)
    {
        Supplier supplier = firm();
        const std::vector<int> cells = m_country.builtCells(board);
        const auto town = std::ranges::find(towns(), kBoards[board].code, &Town::board);
        int cell = m_dice.pick(cells);
        // Firms gather near the middle of town: the nearer of three.
        for (int tries = 0; tries < 2; ++tries) {
            const int other = m_dice.pick(cells);
            const auto away = [&](int c) { return apart(m_country.mesh.cells[static_cast<std::size_t>(c)].site, town->centre); };
            if (away(other) < away(cell)) cell = other;
        }
        supplier.at = m_country.spotIn(cell, m_dice);
        supplier.place = board;
        supplier.address = std::format("{} {} Street", 1 + m_dice.below(180), m_dice.pick(kPlants));
        supplier.locality = std::string(town->name);
        supplier.postcode = std::format("96{:02}", 10 + board);
        supplier.basis = m_dice.chance(0.7) ? "operating" : m_dice.chance(0.5) ? "registered" : "invoice";
        supplier.region = "Rātā Coast";
        supplier.branch = m_dice.chance(0.09);
        supplier.ownership = supplier.branch ? "outside firm" : m_dice.chance(0.12) ? "Māori-owned" : m_dice.chance(0.08) ? "social enterprise" : "local";
        supplier.size = supplier.branch ? "large" : m_dice.chance(0.7) ? "small" : "medium";
        add(std::move(supplier));
    }

    void outside()
    {
        Supplier supplier = firm();
        const Elsewhere& where = m_dice.pick(kElsewhere);
        supplier.place = kBoardCount;
        supplier.address = std::format("{} {} Street", 1 + m_dice.below(400), m_dice.pick(kPlants));
        supplier.locality = std::string(where.town);
        supplier.postcode = std::string(where.postcode);
        supplier.basis = m_dice.chance(0.6) ? "registered" : "invoice";
        supplier.region = std::string(where.region);
        supplier.ownership = "outside firm";
        supplier.size = m_dice.chance(0.5) ? "large" : "medium";
        add(std::move(supplier));
    }

    void nowhere(bool box)
    {
        Supplier supplier = firm();
        supplier.place = kBoardCount + 1;
        supplier.address = box ? "PO Box 41" : "";
        supplier.basis = "none";
        add(std::move(supplier));
    }

    [[nodiscard]] std::vector<Supplier> take()
    {
        std::size_t varied = 0;
        for (std::size_t i = 3; varied < kManySpellings && i < m_suppliers.size(); i += 11) {
            spellings(m_suppliers[i], 1 + varied % 4);
            ++varied;
        }
        return std::move(m_suppliers);
    }

private:
    [[nodiscard]] Supplier firm()
    {
        for (;;) {
            const Trade& trade = m_dice.pick(kTrades);
            const std::string_view first = m_dice.chance(0.7) ? m_dice.pick(kPlants) : m_dice.pick(kSurnames);
            Supplier supplier{.name = std::format("{} {} Ltd", first, trade.words), .category = std::string(trade.category)};
            if (m_names.insert(supplier.name).second) return supplier;
        }
    }

    void add(Supplier supplier)
    {
        supplier.code = std::format("S{:04}", m_suppliers.size() + 1);
        m_suppliers.push_back(std::move(supplier));
    }

    /// `count` other ways to write the name, so that with its own there are two to five.
    static void spellings(Supplier& supplier, std::size_t count)
    {
        const std::string stem = supplier.name.substr(0, supplier.name.size() - 4);
        std::string capitals = withoutMacrons(stem);
        for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        const std::array<std::string, 4> ways{withoutMacrons(stem) + " Limited", capitals + " LTD", stem, stem + " (NZ) Ltd"};
        supplier.otherSpellings.assign(ways.begin(), ways.begin() + static_cast<std::ptrdiff_t>(count));
    }

    const Country& m_country;
    Dice m_dice{909};
    std::set<std::string> m_names;
    std::vector<Supplier> m_suppliers;
};

} // namespace

std::string Supplier::spelling(Dice& dice) const
{
    const bool other = !otherSpellings.empty() && dice.chance(0.45);
    return other ? dice.pick(otherSpellings) : name;
}

std::vector<Supplier> makeSuppliers(const Country& country)
{
    SupplierMaker maker(country);
    for (std::size_t b = 0; b < kBoardCount; ++b) {
        for (std::size_t i = 0; i < kCounts[b]; ++i) maker.local(b);
    }
    for (std::size_t i = 0; i < kOutsideCount; ++i) maker.outside();
    for (std::size_t i = 0; i < kNowhereCount; ++i) maker.nowhere(i == 0);
    return maker.take();
}

void writeSuppliers(const std::vector<Supplier>& suppliers, const std::filesystem::path& folder)
{
    TableFile file({"code", "name", "address", "locality", "postcode", "location_basis", "region", "branch", "ownership", "size", "sector", "easting", "northing"});
    for (const Supplier& s : suppliers) {
        file.add({s.code, s.name, s.address, s.locality, s.postcode, s.basis, s.region, s.branch ? "1" : "0", s.ownership, s.size, s.category, s.at ? easting(*s.at) : "",
            s.at ? northing(*s.at) : ""});
    }
    file.save(folder / "suppliers.csv");
}

} // namespace hereabouts::sample
