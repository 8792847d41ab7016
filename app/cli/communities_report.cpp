// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/communities_report.h"

#include "core/base/share.h"
#include "core/joined/people_counter.h"
#include "core/joined/written.h"
#include "gis/write/export.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace hereabouts::app {

using core::RegisterKind;
using nlohmann::ordered_json;

namespace {

template <typename T> ordered_json orNull(const std::optional<T>& value) { return value ? ordered_json(*value) : ordered_json(nullptr); }

ordered_json dateOrNull(std::int64_t day) { return day == core::kNoInteger ? ordered_json(nullptr) : ordered_json(core::writtenDate(day)); }

double hectares(double squareMetres) { return std::round(squareMetres) / 10'000; }

std::string hectaresText(double squareMetres)
{
    if (squareMetres < 1'000) return core::writtenCount(std::llround(squareMetres)) + " m²";
    return squareMetres < 1'000'000 ? std::format("{:.1f} ha", squareMetres / 10'000) : core::writtenCount(std::llround(squareMetres / 10'000)) + " ha";
}

std::string shareText(std::int64_t part, std::int64_t whole) { return core::writtenShare(static_cast<double>(part), static_cast<double>(whole)); }

ordered_json coverageDocument(const core::Coverage& coverage)
{
    return {{"people", coverage.people}, {"covered", coverage.covered}, {"in_several", coverage.inSeveral}, {"uncovered", coverage.uncovered()},
        {"covered_share", coverage.coverage()}, {"in_several_share", coverage.multiplicity()}, {"uncovered_share", coverage.gap()}};
}

std::vector<std::string> coverageCells(std::string code, std::string name, const core::Coverage& coverage)
{
    return {std::move(code), std::move(name), core::writtenCount(coverage.people), core::writtenCount(coverage.covered),
        shareText(coverage.covered, coverage.people), core::writtenCount(coverage.inSeveral), shareText(coverage.inSeveral, coverage.people),
        core::writtenCount(coverage.uncovered()), shareText(coverage.uncovered(), coverage.people)};
}

Columns coverageColumns(const std::string& of) { return Columns({of, "", "People", "In one or more", "", "In several", "", "In none", ""}); }

ordered_json outsideDocument(const std::vector<core::OutsideShare>& outside)
{
    ordered_json document = ordered_json::array();
    for (const core::OutsideShare& one : outside) {
        if (one.share > 0) document.push_back({{"code", one.code}, {"name", one.name}, {"share", one.share}});
    }
    return document;
}

ordered_json partyDocument(const core::OverlapParty& party) { return {{"code", party.code}, {"name", party.name}, {"status", party.status}}; }

std::string statusText(std::string_view status) { return status.empty() ? "not recorded" : std::string(status); }

/// What one row of the register comes to, whichever way it is told.
struct ListedRow {
    std::string code, name, status, kind, contact;
    std::optional<std::int64_t> members;
    std::optional<std::int64_t> people;
    std::optional<core::PeopleCount> counted;
    std::optional<double> squareMetres; ///< Nothing where it has no line.
    std::optional<double> outside;
    std::vector<const core::SharedGroundRow*> overlaps;

    [[nodiscard]] const core::OverlapParty& otherOf(const core::SharedGroundRow& pair) const { return pair.first.code == code ? pair.second : pair.first; }
};

std::vector<ListedRow> rowsOf(const CommunityList& list)
{
    const core::RegisterTable& table = list.place.at(RegisterKind::Communities);
    const core::PeopleCounter counter(list.place);
    std::vector<ListedRow> rows;
    for (const std::size_t row : list.rows) {
        const auto text = [&](std::string_view field) { return std::string(table.text(field).at(row)); };
        ListedRow& one = rows.emplace_back(
            ListedRow{.code = text("code"), .name = text("name"), .status = text("status"), .kind = text("kind"), .contact = text("public_contact")});
        if (const std::int64_t members = table.integers("members")[row]; members != core::kNoInteger) one.members = members;
        for (const core::SharedGroundRow& pair : list.overlaps) {
            if (!pair.parted() && (pair.first.code == one.code || pair.second.code == one.code)) one.overlaps.push_back(&pair);
        }
        const auto* line = std::get_if<core::MultiPolygon>(&table.geometry(row));
        if (!line) continue;
        one.squareMetres = table.groundSquareMetres(row);
        if (list.held) one.people = list.held->peopleOf(row);
        one.counted = counter.of(*line);
        const auto outside = std::ranges::find(list.outside, one.code, &core::OutsideShare::code);
        if (outside != list.outside.end()) one.outside = outside->share;
    }
    return rows;
}

std::string peopleText(const ListedRow& row)
{
    if (!row.people) return row.squareMetres ? "not counted" : "no boundary";
    return core::writtenCount(*row.people);
}

std::string rangeText(const std::optional<core::PeopleCount>& counted)
{
    if (!counted) return "";
    return counted->least == counted->most ? "the same" : std::format("{}–{}", core::writtenCount(counted->least), core::writtenCount(counted->most));
}

} // namespace

void printList(const Console& console, const CommunityList& list)
{
    Columns table({"Code", "Community", "Recognition", "People", "Across methods", "Area", "Outside", "Members", "Shares ground with"});
    for (const ListedRow& row : rowsOf(list)) {
        std::string shared;
        for (const core::SharedGroundRow* pair : row.overlaps) {
            shared += (shared.empty() ? "" : ", ") + row.otherOf(*pair).code;
            if (pair->people) shared += " " + core::writtenCount(*pair->people);
            if (pair->overlap.agreement == core::OverlapAgreement::Disputed) shared += " disputed";
        }
        table.add({row.code, row.name, statusText(row.status), peopleText(row), rangeText(row.counted), row.squareMetres ? hectaresText(*row.squareMetres) : "",
            row.outside.value_or(0) > 0 ? core::writtenShare(*row.outside) : "", row.members ? core::writtenCount(*row.members) : "", shared});
    }
    if (list.rows.empty())
        console.line("No community to list.");
    else
        table.print(console);
    if (list.held) console.line("\n" + plain(list.held->method()) + " Across methods: by share of ground too.");
}

ordered_json documentOf(const CommunityList& list)
{
    ordered_json document = ordered_json::array();
    for (const ListedRow& row : rowsOf(list)) {
        ordered_json overlaps = ordered_json::array();
        for (const core::SharedGroundRow* pair : row.overlaps) {
            const core::OverlapParty& other = row.otherOf(*pair);
            overlaps.push_back({{"code", other.code}, {"name", other.name}, {"people", orNull(pair->people)}, {"square_metres", pair->overlap.squareMetres},
                {"state", gis::agreementWord(pair->overlap.agreement)}});
        }
        document.push_back({{"code", row.code}, {"name", row.name}, {"status", row.status}, {"kind", row.kind}, {"members", orNull(row.members)},
            {"public_contact", row.contact}, {"people", orNull(row.people)}, {"people_least", row.counted ? ordered_json(row.counted->least) : nullptr},
            {"people_most", row.counted ? ordered_json(row.counted->most) : nullptr}, {"square_metres", orNull(row.squareMetres)},
            {"hectares", row.squareMetres ? ordered_json(hectares(*row.squareMetres)) : nullptr}, {"share_outside", orNull(row.outside)},
            {"overlaps", std::move(overlaps)}});
    }
    return document;
}

void printCoverage(const Console& console, const core::CoverageReport& report, const std::vector<core::OutsideShare>& outside)
{
    console.line(plain(report.sentence()) + "\n");
    Columns bands = coverageColumns("By deprivation");
    for (const core::BandCoverage& band : report.bands) bands.add(coverageCells(band.name(), "", band.coverage));
    bands.add(coverageCells("District", "", report.district));
    bands.print(console);
    if (!report.by.empty()) {
        console.line();
        Columns areas = coverageColumns("By " + report.by);
        for (const core::AreaCoverage& area : report.areas) areas.add(coverageCells(area.code, area.name, area.coverage));
        if (report.outsideAreas.people > 0) areas.add(coverageCells("Outside", "", report.outsideAreas));
        areas.print(console);
    }
    console.line("\n" + plain(report.method));
    for (const std::string& name : report.withoutLine) console.line(std::format("{} has no boundary.", plain(name)));
    for (const core::OutsideShare& one : outside) {
        if (one.share > 0) console.line(std::format("{}: {} of its ground is outside the district.", plain(one.name), core::writtenShare(one.share)));
    }
}

ordered_json documentOf(const core::CoverageReport& report, const std::vector<core::OutsideShare>& outside)
{
    ordered_json document = coverageDocument(report.district);
    document["sentence"] = report.sentence();
    document["status"] = report.counted.states;
    document["unrecorded"] = report.counted.unrecorded;
    document["communities"] = report.communities;
    document["without_boundary"] = report.withoutLine;
    auto& bands = document["deprivation"] = ordered_json::array();
    for (const core::BandCoverage& band : report.bands) {
        const bool known = band.from > 0;
        ordered_json one{{"name", band.name()}, {"from", known ? ordered_json(band.from) : nullptr}, {"to", known ? ordered_json(band.to) : nullptr}};
        one.update(coverageDocument(band.coverage));
        bands.push_back(std::move(one));
    }
    if (!report.by.empty()) {
        document["by"] = report.by;
        auto& areas = document["areas"] = ordered_json::array();
        for (const core::AreaCoverage& area : report.areas) {
            ordered_json one{{"code", area.code}, {"name", area.name}, {"small_areas", area.smallAreas}};
            one.update(coverageDocument(area.coverage));
            areas.push_back(std::move(one));
        }
        document["outside_areas"] = coverageDocument(report.outsideAreas);
    }
    document["outside_district"] = outsideDocument(outside);
    document["method"] = report.method;
    return document;
}

void printOverlaps(const Console& console, const std::vector<core::SharedGroundRow>& schedule)
{
    if (schedule.empty()) return console.line("No two communities share ground.");
    Columns table({"", "", "Area", "People", "Of the smaller", "State", "Parties"});
    for (const core::SharedGroundRow& pair : schedule) {
        table.add({std::format("{} {}", pair.first.code, pair.first.name), std::format("{} {}", pair.second.code, pair.second.name),
            pair.parted() ? "none now" : hectaresText(pair.overlap.squareMetres), pair.people ? core::writtenCount(*pair.people) : "not counted",
            pair.ofTheSmaller ? core::writtenShare(*pair.ofTheSmaller) : "", pair.stateInWords(), pair.overlap.parties});
    }
    table.print(console);
}

ordered_json documentOf(const std::vector<core::SharedGroundRow>& schedule)
{
    ordered_json document = ordered_json::array();
    for (const core::SharedGroundRow& pair : schedule) {
        const core::CommunityOverlap& overlap = pair.overlap;
        document.push_back({{"first", partyDocument(pair.first)}, {"second", partyDocument(pair.second)}, {"square_metres", overlap.squareMetres},
            {"hectares", hectares(overlap.squareMetres)}, {"people", orNull(pair.people)}, {"share_of_smaller", orNull(pair.ofTheSmaller)},
            {"households", orNull(pair.households)}, {"state", gis::agreementWord(overlap.agreement)}, {"in_writing", pair.agreedInWriting()},
            {"parties", overlap.parties}, {"document", overlap.document}, {"date", dateOrNull(overlap.settledOn)}, {"note", overlap.note},
            {"state_in_words", pair.stateInWords()}});
    }
    return document;
}

void printPolicy(const Console& console, const core::PolicyReport& report, const std::vector<core::SharedGroundRow>& schedule)
{
    console.line(report.sentence);
    for (const core::OverlapConflict& conflict : report.conflicts) console.line("  " + plain(conflict.sentence));
    for (const std::size_t pair : report.leftToTheGroups) console.line(std::format("  Left to the groups: {}.", plain(schedule[pair].sharedInWords())));
    for (const std::string& note : report.notes) console.line("  " + plain(note));
}

ordered_json documentOf(const core::PolicyReport& report, const std::vector<core::SharedGroundRow>& schedule)
{
    const auto pairDocument = [&](std::size_t index) { return ordered_json{{"first", schedule[index].first.code}, {"second", schedule[index].second.code}}; };
    ordered_json conflicts = ordered_json::array(), left = ordered_json::array();
    for (const core::OverlapConflict& conflict : report.conflicts) {
        ordered_json one = pairDocument(conflict.pair);
        one["people"] = orNull(schedule[conflict.pair].people);
        one["state"] = gis::agreementWord(schedule[conflict.pair].overlap.agreement);
        one["sentence"] = conflict.sentence;
        conflicts.push_back(std::move(one));
    }
    for (const std::size_t pair : report.leftToTheGroups) left.push_back(pairDocument(pair));
    return {{"policy", core::wordOf(report.rules.policy)}, {"minimum_hectares", orNull(report.rules.leastHectares)},
        {"minimum_households", orNull(report.rules.leastHouseholds)}, {"sentence", report.sentence}, {"conflicts", std::move(conflicts)},
        {"left_to_the_groups", std::move(left)}, {"notes", report.notes}};
}

} // namespace hereabouts::app
