// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/kinds.h"

#include "core/base/share.h"
#include "core/geometry/geometry.h"
#include "gis/shapes/coverage.h"
#include "gis/shapes/overlay.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace hereabouts::gis::detail {

namespace {

using core::RegisterKind;
using core::Result;

std::vector<std::string_view> choicesOf(std::string_view codes)
{
    std::vector<std::string_view> list;
    while (!codes.empty()) {
        const std::size_t end = codes.find(';');
        list.push_back(codes.substr(0, end));
        codes = end == std::string_view::npos ? std::string_view() : codes.substr(end + 1);
    }
    return list;
}

/// Codes a ballot may name: those on the ballot, or all where no proposal says its stage; empty before there are proposals.
std::unordered_set<std::string> codesOnBallot(const core::PlaceSnapshot& place)
{
    const core::RegisterTable& proposals = place.at(RegisterKind::Proposals);
    std::unordered_set<std::string> all;
    std::unordered_set<std::string> listed;
    for (std::size_t row = 0; row < proposals.size(); ++row) {
        const std::string code(proposals.text("code").at(row));
        all.insert(code);
        if (proposals.text("stage").at(row) == "on ballot") listed.insert(code);
    }
    return listed.empty() ? all : listed;
}

std::string ballotOffence(const std::vector<std::string_view>& choices, const std::unordered_set<std::string>& known)
{
    if (choices.size() > kMostChoices) return std::format("It names {} proposals, and a ballot may name {}.", choices.size(), kMostChoices);
    for (const std::string_view choice : choices) {
        if (!known.empty() && !known.contains(std::string(choice))) return "It names a proposal that is not on the ballot.";
    }
    return {};
}

std::string moneyShown(std::int64_t minor)
{
    const std::string sign = minor < 0 ? "-" : "";
    const auto amount = static_cast<std::uint64_t>(minor < 0 ? -minor : minor);
    std::string whole = std::to_string(amount / 100);
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3) whole.insert(static_cast<std::size_t>(at), ",");
    return std::format("{}{}.{:02}", sign, whole, amount % 100);
}

std::int64_t whole(const core::Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? 0 : *number;
}

/// Folded names that only one supplier bears, and that supplier's code.
std::unordered_map<std::string, std::string> suppliersByName(const core::PlaceSnapshot& place)
{
    std::unordered_map<std::string, std::string> byName;
    const core::RegisterTable& suppliers = place.at(RegisterKind::Suppliers);
    for (std::size_t row = 0; row < suppliers.size(); ++row) {
        const auto [found, isNew] = byName.emplace(fold(suppliers.text("name").at(row)), std::string(suppliers.text("code").at(row)));
        if (!isNew) found->second.clear();
    }
    return byName;
}

/// Points of localities by folded name; the first of a name counts.
std::unordered_map<std::string, core::Point> localitiesByName(const core::PlaceSnapshot& place)
{
    std::unordered_map<std::string, core::Point> byName;
    const core::RegisterTable& table = place.at(RegisterKind::Localities);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (const auto* point = std::get_if<core::Point>(&table.geometry(row))) byName.emplace(fold(table.text("name").at(row)), *point);
    }
    return byName;
}

std::vector<core::MultiPolygon> districtAreas(const core::PlaceSnapshot& place)
{
    constexpr std::size_t kMostAreas = 500;
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards}) {
        const core::RegisterTable& table = place.at(kind);
        if (table.size() == 0 || table.size() > kMostAreas) continue;
        const std::string_view edition = table.text("edition").at(table.size() - 1);
        std::vector<core::MultiPolygon> areas;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto* area = std::get_if<core::MultiPolygon>(&table.geometry(row));
            if (area != nullptr && table.text("edition").at(row) == edition) areas.push_back(*area);
        }
        return areas;
    }
    return {};
}

/// The share of an area that none of the district's areas covers.
Result<double> shareOutside(const core::MultiPolygon& area, const std::vector<core::MultiPolygon>& district, const std::vector<core::Box>& boxes)
{
    const core::Box own = core::boundsOf(area);
    double inside = 0;
    for (std::size_t i = 0; i < district.size(); ++i) {
        if (!boxes[i].intersects(own)) continue;
        const auto shared = intersection(area, district[i]);
        if (!shared) return std::unexpected(shared.error());
        inside += core::planarArea(*shared);
    }
    const double all = core::planarArea(area);
    return all > 0 ? 1 - inside / all : 0;
}

} // namespace

void checkBallots(const Gathered& source, Building& building)
{
    const std::unordered_set<std::string> known = codesOnBallot(building.place);
    std::vector<RejectedRow> rejected;
    for (std::size_t i = 0; i < building.batch.rows.size(); ++i) {
        std::string offence = ballotOffence(choicesOf(building.text(building.batch.rows[i], "choices")), known);
        if (!offence.empty()) rejected.push_back({.row = building.sourceRows[i], .field = "choices", .reason = std::move(offence), .values = {}});
    }
    building.rejectRows(source, rejected, true);
    for (RejectedRow& row : building.batch.rejected) {
        if (row.field == "choices" && row.reason.contains("is missing")) row.reason = "It is blank: no proposal is chosen.";
    }
}

void settlePayments(Building& building)
{
    const auto byName = suppliersByName(building.place);
    const std::size_t code = building.field("supplier");
    std::size_t found = 0;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t> seen; // the row's facts → the first row with them
    std::size_t repeats = 0;
    for (std::size_t i = 0; i < building.batch.rows.size(); ++i) {
        core::Record& record = building.batch.rows[i];
        if (std::holds_alternative<std::monostate>(record.values[code])) {
            const auto known = byName.find(fold(building.text(record, "supplier_name")));
            if (known != byName.end() && !known->second.empty()) {
                record.values[code] = known->second;
                ++found;
            }
        }
        total += whole(record.values[building.field("amount")]);
        std::string facts;
        for (const std::string_view field : {"anchor", "reference", "paid_on", "supplier", "supplier_name", "amount", "category", "narrative"})
            facts += building.text(record, field) + '\x1F';
        const auto [first, isNew] = seen.emplace(std::move(facts), building.sourceRows[i]);
        if (isNew) continue;
        ++repeats;
        building.warn(
            building.sourceRows[i], "", std::format("It says the same as row {}; both were kept: take one out if the money was paid once.", first->second));
    }
    building.note(std::format("{} payments, {} {} in all.", building.batch.rows.size(), building.place.district.currency, moneyShown(total)));
    if (found > 0) building.note(std::format("{} payments without a supplier code were matched to suppliers by name.", found));
    if (repeats > 0) building.note(std::format("{} payments stand there more than once.", repeats));
}

void locateSuppliers(Building& building)
{
    const auto places = localitiesByName(building.place);
    if (places.empty()) return;
    const std::string district = fold(building.place.district.name);
    std::size_t located = 0;
    for (core::Record& record : building.batch.rows) {
        if (!std::holds_alternative<std::monostate>(record.geometry) || building.text(record, "location_basis") == "none") continue;
        const std::string region = fold(building.text(record, "region"));
        if (!region.empty() && region != district) continue;
        const std::string postcode = fold(building.text(record, "postcode"));
        for (const std::string& name : {postcode, postcode.substr(0, postcode.find(' ')), fold(building.text(record, "locality"))}) {
            const auto place = places.find(name);
            if (name.empty() || place == places.end()) continue;
            record.geometry = place->second;
            core::Value& basis = record.values[building.field("location_basis")];
            if (std::holds_alternative<std::monostate>(basis)) basis = std::string("asserted");
            ++located;
            break;
        }
    }
    if (located > 0) building.note(std::format("{} suppliers without a point were placed at their postcode or locality.", located));
}

Result<void> findOutside(Building& building, const core::Job& job)
{
    constexpr std::array<RegisterKind, 5> kKinds{
        RegisterKind::Communities, RegisterKind::Plans, RegisterKind::Priorities, RegisterKind::Proposals, RegisterKind::Anchors};
    constexpr double kNegligible = 0.001;
    if (!std::ranges::contains(kKinds, building.batch.kind)) return {};
    const std::vector<core::MultiPolygon> district = districtAreas(building.place);
    if (district.empty()) return {};
    std::vector<core::Box> boxes;
    for (const core::MultiPolygon& area : district) boxes.push_back(core::boundsOf(area));
    for (std::size_t i = 0; i < building.batch.rows.size(); ++i) {
        if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "The import was stopped; nothing was changed.");
        const core::Record& record = building.batch.rows[i];
        if (const auto* area = std::get_if<core::MultiPolygon>(&record.geometry)) {
            const auto outside = shareOutside(*area, district, boxes);
            if (!outside) return std::unexpected(outside.error());
            if (*outside > kNegligible)
                building.warn(building.sourceRows[i], "geometry",
                    std::format("{} of '{}' lies outside the district.", core::writtenShare(*outside), building.text(record, "code")));
            continue;
        }
        if (std::holds_alternative<std::monostate>(record.geometry)) continue;
        const core::Point point = core::representativePoint(record.geometry);
        bool inside = false;
        for (std::size_t a = 0; a < district.size() && !inside; ++a) inside = boxes[a].contains(point) && core::covers(district[a], point);
        if (!inside) building.warn(building.sourceRows[i], "geometry", std::format("'{}' lies outside the district.", building.text(record, "code")));
    }
    return {};
}

Result<void> checkCoverage(Building& building, const core::Job& job)
{
    constexpr std::size_t kMostAreas = 2000; // beyond, the check takes longer than the import: `check` makes it
    if (building.batch.rows.size() > kMostAreas) {
        building.note(std::format("With more than {} areas, gaps and overlaps are not looked for on import; run check.", kMostAreas));
        return {};
    }
    // Areas of another edition lie on the same ground and are no fault of these.
    std::map<std::string, std::vector<core::MultiPolygon>> editions;
    for (const core::Record& record : building.batch.rows) {
        const auto* area = std::get_if<core::MultiPolygon>(&record.geometry);
        if (area != nullptr) editions[building.spec.hasEditions ? building.text(record, "edition") : std::string()].push_back(*area);
    }
    for (const auto& [edition, areas] : editions) {
        const auto faults = coverageFaults(areas, job);
        if (!faults) return std::unexpected(faults.error());
        std::array<std::pair<std::size_t, double>, 4> counts{};
        for (const CoverageFault& fault : *faults) {
            auto& [count, ground] = counts[static_cast<std::size_t>(fault.kind)];
            ++count;
            ground += fault.squareMetres;
        }
        constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords{
            {{"gap between areas", "gaps between areas"}, {"overlap of two areas", "overlaps of two areas"},
                {"sliver (thin gap or overlap)", "slivers (thin gaps or overlaps)"}, {"area drawn twice", "areas drawn twice"}}};
        for (std::size_t kind = 0; kind < counts.size(); ++kind) {
            const auto [count, ground] = counts[kind];
            if (count == 0) continue;
            const std::string_view words = count == 1 ? kWords[kind].first : kWords[kind].second;
            building.warn(
                0, "geometry", std::format("{}{} {}, {:.0f} m² in all; check lists them.", editions.size() > 1 ? edition + ": " : "", count, words, ground));
        }
    }
    return {};
}

} // namespace hereabouts::gis::detail
