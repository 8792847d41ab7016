// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/coverage_report.h"

#include "core/base/share.h"
#include "core/geometry/area_locator.h"
#include "core/joined/written.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::core {

namespace {

struct Deciles {
    int from;
    int to;
};
/// The thirds that councils speak of; what is not known comes last.
constexpr std::array<Deciles, 4> kBands{{{1, 3}, {4, 7}, {8, 10}, {0, 0}}};

int bandOf(int decile)
{
    for (int band = 0; band + 1 < static_cast<int>(kBands.size()); ++band) {
        if (decile >= kBands[static_cast<std::size_t>(band)].from && decile <= kBands[static_cast<std::size_t>(band)].to) return band;
    }
    return static_cast<int>(kBands.size()) - 1;
}

std::vector<BandCoverage> bandsOf(const HeldPeople& held, const std::vector<std::uint32_t>& times)
{
    std::vector<int> bands;
    for (const int decile : held.bands) bands.push_back(bandOf(decile));
    std::vector<BandCoverage> found;
    for (const auto& [band, coverage] : coverageByBand(held.people, times, bands)) {
        const Deciles deciles = kBands[static_cast<std::size_t>(band)];
        if (coverage.people > 0) found.push_back({.from = deciles.from, .to = deciles.to, .coverage = coverage});
    }
    return found;
}

void addAreas(CoverageReport& report, const PlaceSnapshot& place, const HeldPeople& held, const std::vector<std::uint32_t>& times, const AreaSet& set)
{
    const RegisterTable& table = place.at(set.kind);
    std::vector<const MultiPolygon*> shapes;
    for (const std::size_t row : set.rows) shapes.push_back(std::get_if<MultiPolygon>(&table.geometry(row)));
    std::vector<std::uint32_t> located(held.points.size());
    AreaLocator::build(shapes).locate(held.points, located);
    std::vector<int> areaOf;
    std::vector<std::int64_t> counted(shapes.size(), 0);
    for (const std::uint32_t area : located) {
        areaOf.push_back(area == AreaLocator::kNone ? -1 : static_cast<int>(area));
        if (area != AreaLocator::kNone) ++counted[area];
    }
    const std::map<int, Coverage> byArea = coverageByBand(held.people, times, areaOf);
    const auto coverageIn = [&](int area) {
        const auto found = byArea.find(area);
        return found == byArea.end() ? Coverage{} : found->second;
    };
    report.by = set.name;
    report.outsideAreas = coverageIn(-1);
    for (std::size_t i = 0; i < set.rows.size(); ++i) {
        report.areas.push_back({.code = std::string(table.text("code").at(set.rows[i])),
            .name = std::string(table.text("name").at(set.rows[i])),
            .smallAreas = counted[i],
            .coverage = coverageIn(static_cast<int>(i))});
    }
}

/// Marks the communities that count, and says what they are.
std::vector<CommunityGround> countedGround(CoverageReport& report, const PlaceSnapshot& place, const HeldPeople& held)
{
    const RegisterTable& table = place.at(RegisterKind::Communities);
    std::vector<CommunityGround> ground = held.communities;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string_view status = table.text("status").at(row);
        ground[row].counts = report.counted.counts(status);
        if (!ground[row].counts) continue;
        if (status.empty()) ++report.unrecorded;
        if (std::holds_alternative<MultiPolygon>(table.geometry(row)))
            ++report.communities;
        else
            report.withoutLine.emplace_back(table.text("name").at(row));
    }
    report.method = std::format("{} A community counts that is {}", held.method(), report.countedInWords());
    if (report.unrecorded > 0 && !report.counted.states.empty()) report.method += std::format(" ({})", writtenCount(report.unrecorded));
    report.method += "; one without a boundary covers nobody, and whoever lives in several is counted once.";
    return ground;
}

std::string uncoveredShare(const Coverage& coverage) { return writtenShare(static_cast<double>(coverage.uncovered()), static_cast<double>(coverage.people)); }

} // namespace

std::string BandCoverage::name() const { return from == 0 ? "deprivation not known" : std::format("deprivation {}–{}", from, to); }

std::string CoverageReport::countedInWords() const
{
    return counted.inWords() + (unrecorded > 0 && !counted.states.empty() ? ", or has no recorded state" : "");
}

std::string CoverageReport::sentence() const
{
    const auto share = [&](std::int64_t part) { return writtenShare(static_cast<double>(part), static_cast<double>(district.people)); };
    std::string text = std::format("{} of {} people ({}) live in at least one community that is {}, {} ({}) in two or more, and {} in none",
        writtenCount(district.covered), writtenCount(district.people), share(district.covered), countedInWords(), writtenCount(district.inSeveral),
        share(district.inSeveral), writtenCount(district.uncovered()));
    const auto bandFrom = [&](int from) { return std::ranges::find(bands, from, &BandCoverage::from); };
    const auto most = bandFrom(8), least = bandFrom(1);
    if (most != bands.end() && least != bands.end()) {
        text += std::format("; in the most deprived areas (8–10) {} are in none, in the least deprived (1–3) {}", uncoveredShare(most->coverage),
            uncoveredShare(least->coverage));
    }
    return text + ".";
}

std::vector<std::uint32_t> timesCovered(const PlaceSnapshot& place, const HeldPeople& held, const CountedStates& counted)
{
    CoverageReport asked{.counted = counted};
    return timesHeld(held.people.size(), countedGround(asked, place, held));
}

Result<CoverageReport> coverageReport(const PlaceSnapshot& place, const HeldPeople& held, const CountedStates& counted, const std::optional<AreaSet>& by)
{
    if (by && by->kind == RegisterKind::Communities)
        return fail(ErrorCode::BadInput, "Coverage is told by boards, wards or small areas: communities overlap, and part nobody from anybody.");
    CoverageReport report{.counted = counted};
    const std::vector<std::uint32_t> times = timesHeld(held.people.size(), countedGround(report, place, held));
    report.district = coverageOf(held.people, times);
    report.bands = bandsOf(held, times);
    report.unknownAreas = static_cast<std::size_t>(std::ranges::count_if(held.people, [](std::int64_t people) { return people < 0; }));
    if (report.unknownAreas > 0) {
        report.method += report.unknownAreas == 1
            ? " In one small area the people are not known."
            : std::format(" In {} small areas the people are not known.", writtenCount(static_cast<std::int64_t>(report.unknownAreas)));
    }
    if (by) addAreas(report, place, held, times, *by);
    return report;
}

} // namespace hereabouts::core
