// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capacity/capacity_report.h"

#include "core/joined/written.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <set>
#include <unordered_map>

namespace hereabouts::core {

namespace {

constexpr std::string_view kEveryYear = "all";

std::optional<double> shareFor(Money money, std::optional<std::int64_t> heads)
{
    return heads && *heads > 0 ? std::optional(money.major() / static_cast<double>(*heads)) : std::nullopt;
}

/// "$1.34".
std::string perHeadText(double major, std::string_view currency) { return writtenMoney(Money::fromMinor(std::llround(major * 100)), currency); }

Money moneyAt(const RegisterTable& table, std::string_view field, std::size_t row)
{
    const std::int64_t minor = table.integers(field)[row];
    return minor == kNoInteger ? Money() : Money::fromMinor(minor);
}

bool isPast(std::string_view status)
{
    constexpr std::array<std::string_view, 3> kPast{"declined", "lapsed", "dissolved"};
    return std::ranges::contains(kPast, status);
}

class Reporter {
public:
    Reporter(const PlaceSnapshot& place, const HeldPeople* held, std::int64_t today) :
        m_place(place), m_communities(place.at(RegisterKind::Communities)), m_grants(place.at(RegisterKind::Grants)), m_held(held), m_today(today)
    {
        for (const RoundBalance& round : roundBalances(place)) m_yearOfRound.emplace(round.code, round.year);
    }

    Result<CapacityReport> report(std::string_view year)
    {
        gatherYears();
        if (auto chosen = choose(year); !chosen) return std::unexpected(std::move(chosen.error()));
        for (RoundBalance& round : roundBalances(m_place)) {
            if (isOfYear(round.year)) m_report.rounds.push_back(std::move(round));
        }
        gatherGroups();
        gatherOverdue();
        countPeople();
        writeSentence();
        return std::move(m_report);
    }

private:
    void gatherYears()
    {
        std::set<std::string, std::greater<>> years;
        for (const auto& [round, year] : m_yearOfRound) {
            if (!year.empty()) years.insert(year);
        }
        m_report.years.assign(years.begin(), years.end());
    }

    Result<void> choose(std::string_view year)
    {
        if (year == kEveryYear) return {};
        if (!year.empty()) {
            if (std::ranges::contains(m_report.years, year)) {
                m_report.year = year;
                return {};
            }
            std::string known;
            for (const std::string& each : m_report.years) known += (known.empty() ? "" : ", ") + each;
            return fail(ErrorCode::UnknownId,
                std::format("There is no grant round of \"{}\"; there are rounds of {}, and \"all\".", year, known.empty() ? "no year" : known));
        }
        for (std::size_t row = 0; row < m_grants.size(); ++row) {
            if (moneyAt(m_grants, "awarded", row).minor() > 0) m_report.year = std::max(m_report.year, yearOf(row));
        }
        return {};
    }

    [[nodiscard]] bool isOfYear(std::string_view year) const { return m_report.year.empty() || year == m_report.year; }
    [[nodiscard]] std::string yearOf(std::size_t grant) const
    {
        const auto found = m_yearOfRound.find(std::string(m_grants.text("round").at(grant)));
        return found == m_yearOfRound.end() ? std::string() : found->second;
    }

    void gatherGroups()
    {
        std::unordered_map<std::string_view, std::size_t> byCode;
        std::vector<GroupMoney> all;
        for (std::size_t row = 0; row < m_communities.size(); ++row) {
            byCode.emplace(m_communities.text("code").at(row), row);
            GroupMoney group{.row = row,
                .code = std::string(m_communities.text("code").at(row)),
                .name = std::string(m_communities.text("name").at(row)),
                .status = std::string(m_communities.text("status").at(row)),
                .people = {},
                .members = {},
                .awarded = {},
                .paid = {},
                .acquitted = {}};
            if (const std::int64_t members = m_communities.integers("members")[row]; members != kNoInteger) group.members = members;
            if (m_held && !std::holds_alternative<std::monostate>(m_communities.geometry(row))) group.people = m_held->peopleOf(row);
            all.push_back(std::move(group));
        }
        for (std::size_t row = 0; row < m_grants.size(); ++row) {
            const auto community = byCode.find(m_grants.text("community").at(row));
            if (community == byCode.end() || !isOfYear(yearOf(row))) continue;
            GroupMoney& group = all[community->second];
            group.awarded += moneyAt(m_grants, "awarded", row);
            group.paid += moneyAt(m_grants, "paid", row);
            group.acquitted += moneyAt(m_grants, "acquitted_amount", row);
        }
        for (GroupMoney& group : all) {
            m_report.awarded += group.awarded;
            m_report.paid += group.paid;
            if (!isPast(group.status) || group.awarded.minor() > 0) m_report.groups.push_back(std::move(group));
        }
    }

    void gatherOverdue()
    {
        std::unordered_map<std::string_view, std::string_view> names;
        for (std::size_t row = 0; row < m_communities.size(); ++row) names.emplace(m_communities.text("code").at(row), m_communities.text("name").at(row));
        for (std::size_t row = 0; row < m_grants.size(); ++row) {
            const std::int64_t due = m_grants.integers("acquittal_due")[row];
            const Money paid = moneyAt(m_grants, "paid", row);
            if (due == kNoInteger || due >= m_today || paid.minor() <= 0 || m_grants.integers("acquitted_on")[row] != kNoInteger) continue;
            OverdueAccount account{.grant = std::string(m_grants.text("code").at(row)),
                .community = std::string(m_grants.text("community").at(row)),
                .name = {},
                .paid = paid,
                .due = due,
                .daysLate = m_today - due,
                .sentence = {}};
            const auto name = names.find(account.community);
            account.name = name == names.end() ? account.community : std::string(name->second);
            account.sentence = std::format("{} has not accounted for {} ({}): due {}, {} {} ago.", account.name, writtenMoney(paid, currency()), account.grant,
                writtenDate(due), writtenCount(account.daysLate), account.daysLate == 1 ? "day" : "days");
            m_report.overdue.push_back(std::move(account));
        }
        std::ranges::stable_sort(m_report.overdue, std::greater{}, &OverdueAccount::daysLate);
    }

    void countPeople()
    {
        if (!m_held) return;
        std::vector<char> reached(m_held->people.size());
        for (const GroupMoney& group : m_report.groups) {
            if (group.awarded.minor() <= 0) continue;
            for (const std::uint32_t area : m_held->communities[group.row].smallAreas) reached[area] = 1;
        }
        m_report.people = 0;
        m_report.withoutGroup = 0;
        for (std::size_t area = 0; area < m_held->people.size(); ++area) {
            const std::int64_t people = std::max<std::int64_t>(0, m_held->people[area]);
            *m_report.people += people;
            if (!reached[area]) *m_report.withoutGroup += people;
        }
        m_report.method = m_held->method();
    }

    void writeSentence()
    {
        const std::size_t funded = m_report.groupsFunded();
        m_report.sentence = std::format("{} went to {} {} {}", writtenMoney(m_report.awarded, currency()), funded, funded == 1 ? "group" : "groups",
            m_report.year.empty() ? std::string("in all") : "in " + m_report.year);
        if (const auto head = m_report.perHead()) m_report.sentence += std::format(", {} a head of everybody here", perHeadText(*head, currency()));
        if (const auto group = m_report.perGroup()) m_report.sentence += std::format(" and {} a group", perHeadText(*group, currency()));
        if (m_report.withoutGroup)
            m_report.sentence += std::format("; {} people live where no group that got any speaks for them", writtenCount(*m_report.withoutGroup));
        m_report.sentence += ".";
    }

    [[nodiscard]] std::string_view currency() const { return m_place.district.currency; }

    const PlaceSnapshot& m_place;
    const RegisterTable& m_communities;
    const RegisterTable& m_grants;
    const HeldPeople* m_held;
    std::int64_t m_today;
    std::unordered_map<std::string, std::string> m_yearOfRound;
    CapacityReport m_report;
};

} // namespace

std::optional<double> GroupMoney::perHead() const { return shareFor(awarded, people); }
std::optional<double> GroupMoney::perMember() const { return shareFor(awarded, members); }
std::optional<double> CapacityReport::perHead() const { return shareFor(awarded, people); }
std::optional<double> CapacityReport::perGroup() const { return shareFor(awarded, static_cast<std::int64_t>(groupsFunded())); }
std::size_t CapacityReport::groupsFunded() const
{
    return static_cast<std::size_t>(std::ranges::count_if(groups, [](const GroupMoney& group) { return group.awarded.minor() > 0; }));
}

Result<CapacityReport> capacityReport(const PlaceSnapshot& place, const HeldPeople* held, std::string_view year, std::int64_t today)
{
    return Reporter(place, held, today).report(year);
}

} // namespace hereabouts::core
