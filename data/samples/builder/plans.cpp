// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/asks.h"
#include "data/samples/builder/district.h"
#include "data/samples/builder/files.h"

#include <format>

namespace hereabouts::sample {

namespace {

struct PlanDates {
    std::string_view community;
    std::string_view status;
    std::string_view adopted;
    std::string_view review;
};

// No plan: the precinct (C03), the applicant (C10) and the suspended society (C12).
const std::vector<PlanDates> kPlans{{"C01", "current", "2024-03-12", "2029-03-12"}, {"C02", "expired", "2018-08-02", "2023-08-02"}, {"C04", "in notice", "", ""},
    {"C05", "current", "2023-05-20", "2028-05-20"}, {"C06", "current", "2022-11-09", "2027-11-09"}, {"C07", "current", "2024-09-30", "2029-09-30"},
    {"C08", "current", "2023-02-15", "2028-02-15"}, {"C09", "current", "2025-06-18", "2030-06-18"}, {"C11", "current", "2025-02-27", "2030-02-27"},
    {"C13", "current", "2022-04-06", "2027-04-06"}, {"C14", "current", "2023-10-11", "2028-10-11"}, {"C15", "current", "2024-06-21", "2029-06-21"},
    {"C16", "expired", "2019-10-01", "2024-10-01"}, {"C17", "current", "2025-09-14", "2030-09-14"}, {"C18", "current", "2023-07-26", "2028-07-26"},
    {"C19", "current", "2021-12-08", "2026-12-08"}, {"C20", "current", "2024-11-27", "2029-11-27"}};

const CommunityPlan& communityOf(std::string_view code) { return *std::ranges::find(communityPlans(), code, &CommunityPlan::code); }

int peopleOf(const Country& country, const CommunityPlan& community)
{
    int people = 0;
    for (const SmallAreaFigures& area : country.figures.smallAreas) people += Figures::belongs(community, area) ? area.people : 0;
    return people > 0 ? people : community.members;
}

/// How far the asks have come, shuffled: 52 of 71 answered, of those 34 accepted, of those 19 funded, of those 7 delivered.
std::vector<std::string_view> progress(Dice& dice)
{
    std::vector<std::string_view> all;
    all.insert(all.end(), 7, "delivered");
    all.insert(all.end(), 12, "funded");
    all.insert(all.end(), 15, "accepted");
    all.insert(all.end(), 18, "answered");
    all.insert(all.end(), kAsks.size() - all.size(), "asked");
    dice.shuffle(all);
    return all;
}

class Placer {
public:
    Placer(const Country& country, Dice& dice) : m_country(country), m_dice(dice) {}

    void place(FeatureFile& file, const Json& row, const CommunityPlan& community, std::string_view theme)
    {
        std::vector<int> cells = dryCells(community);
        if (cells.empty()) return file.addBare(row);
        const int cell = m_dice.pick(cells);
        if (theme == "transport" || (theme == "safe streets" && m_dice.chance(0.5))) {
            const Path line = roadNear(cells);
            if (line.size() >= 2) return file.add(row, std::vector<Path>{line});
        }
        if (theme == "environment & coast" || (theme == "flooding" && m_dice.chance(0.6))) return file.add(row, patchRound(cell, cells));
        if (theme == "housing" && m_dice.chance(0.4)) return file.addBare(row);
        file.add(row, m_country.spotIn(cell, m_dice));
    }

private:
    [[nodiscard]] std::vector<int> dryCells(const CommunityPlan& community) const
    {
        std::vector<int> town;
        std::vector<int> all;
        for (std::size_t c = 0; c < m_country.mesh.cells.size(); ++c) {
            const int area = m_country.areas.smallArea[c];
            if (area < 0 || m_country.terrain.ground[c] != Ground::Land || !Figures::belongs(community, m_country.figures.smallAreas[static_cast<std::size_t>(area)])) continue;
            all.push_back(static_cast<int>(c));
            if (m_country.terrain.town[c] >= 0) town.push_back(static_cast<int>(c));
        }
        return town.size() > 8 && m_dice.chance(0.7) ? town : all;
    }

    /// A few hundred metres to some kilometres of road within the cells.
    [[nodiscard]] Path roadNear(const std::vector<int>& cells) const
    {
        std::vector<int> candidates;
        for (const int c : cells) {
            for (const int e : m_country.mesh.cells[static_cast<std::size_t>(c)].edges) {
                if (m_country.roads.way[static_cast<std::size_t>(e)] >= Way::Rural) candidates.push_back(e);
            }
        }
        if (candidates.empty()) return {};
        const int start = m_dice.pick(candidates);
        int corner = m_country.mesh.edges[static_cast<std::size_t>(start)].from;
        std::vector<int> used;
        Path line;
        for (int e = start; e >= 0 && used.size() < 9;) {
            used.push_back(e);
            const Path part = m_country.outline->along(e, corner);
            line.insert(line.end(), part.begin() + (line.empty() ? 0 : 1), part.end());
            corner = m_country.mesh.edges[static_cast<std::size_t>(e)].otherCorner(corner);
            const auto& next = m_country.mesh.corners[static_cast<std::size_t>(corner)].edges;
            const auto onward = std::ranges::find_if(next, [&](int n) {
                return m_country.roads.way[static_cast<std::size_t>(n)] >= Way::Rural && std::ranges::find(used, n) == used.end();
            });
            e = onward == next.end() ? -1 : *onward;
        }
        return line;
    }

    /// The cell and its neighbours among the cells.
    [[nodiscard]] Shapes patchRound(int cell, const std::vector<int>& cells) const
    {
        std::vector<int> patch{cell};
        for (const int e : m_country.mesh.cells[static_cast<std::size_t>(cell)].edges) {
            const int n = m_country.mesh.edges[static_cast<std::size_t>(e)].otherCell(cell);
            if (n >= 0 && std::ranges::find(cells, n) != cells.end()) patch.push_back(n);
        }
        return m_country.outline->merge([&](int c) { return std::ranges::find(patch, c) != patch.end(); });
    }

    const Country& m_country;
    Dice& m_dice;
};

} // namespace

void writePlans(const Country& country, const std::filesystem::path& folder)
{
    Dice dice(71);
    const std::vector<std::string_view> stages = progress(dice);
    Placer placer(country, dice);
    FeatureFile plans;
    FeatureFile priorities;
    std::size_t ask = 0;
    for (std::size_t p = 0; p < kPlans.size(); ++p) {
        const PlanDates& plan = kPlans[p];
        const CommunityPlan& community = communityOf(plan.community);
        const int people = peopleOf(country, community);
        const std::string code = std::format("P{:02}", p + 1);
        const auto date = [](std::string_view text) { return text.empty() ? Json() : Json(text); };
        const Json row{{"code", code}, {"community", plan.community}, {"title", std::format("{}: our place plan", community.name)}, {"status", plan.status}, {"adopted_on", date(plan.adopted)},
            {"review_due", date(plan.review)}, {"participants", static_cast<int>(people * dice.between(0.06, 0.16))}};
        if (community.where.empty()) plans.addBare(row);
        else plans.add(row, country.smallAreas([&](const SmallAreaFigures& area) { return Figures::belongs(community, area); }));

        int supporters = static_cast<int>(people * dice.between(0.05, 0.11));
        for (int rank = 1; plan.status == "current" && ask < kAsks.size() && kAsks[ask].community == plan.community; ++rank, ++ask) {
            const Ask& what = kAsks[ask];
            Json priority{{"code", std::format("{}-{:02}", code, rank)}, {"plan", code}, {"rank", rank}, {"theme", what.theme}, {"statement", what.statement},
                {"desired_outcome", what.outcome}, {"lead", what.lead}, {"supporters", supporters}, {"progress", stages[ask]},
                {"cost", what.thousands > 0 ? Json(what.thousands * 1000) : Json()}};
            placer.place(priorities, priority, community, what.theme);
            supporters = std::max(4, static_cast<int>(supporters * dice.between(0.62, 0.88)));
        }
    }
    plans.save(folder / "plans.geojson");
    priorities.save(folder / "priorities.geojson");
}

} // namespace hereabouts::sample
