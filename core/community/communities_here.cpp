// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/communities_here.h"

#include "core/joined/area_set.h"
#include "core/joined/standing.h"
#include "core/joined/whats_here.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace hereabouts::core {

namespace {

constexpr double kNearestMost = 100'000; ///< Metres beyond which no community is near, and the home CRS's plane says little.

bool holds(const Geometry& geometry, Point point)
{
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    return area && boundsOf(*area).contains(point) && covers(*area, point);
}

std::optional<bool> isInDistrict(const PlaceSnapshot& place, Point home)
{
    bool known = false;
    for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards, RegisterKind::SmallAreas}) {
        const auto set = areaSetNamed(place, specOf(kind).name);
        if (!set) continue;
        known = true;
        if (std::ranges::any_of(set->rows, [&](std::size_t row) { return holds(place.at(kind).geometry(row), home); })) return true;
    }
    return known ? std::optional(false) : std::nullopt;
}

/// What the council has said of it, as the rest of a sentence that begins with its name.
std::string standingInWords(std::string_view status)
{
    if (status.empty()) return "is in the council's register, which does not say whether it is recognised";
    if (status == "recognised") return "is recognised by the council";
    if (status == "provisional") return "is recognised by the council provisionally";
    if (status == "enquiry") return "has asked about recognition and has not applied for it";
    if (status == "applicant") return "has applied for recognition and has not been given it yet";
    if (status == "publicised") return "has applied for recognition, and the council is hearing what people think of that";
    if (status == "under review") return "has its recognition under review";
    if (status == "suspended") return "has had its recognition suspended";
    return std::format("is registered as {}", status);
}

std::string_view agreementInWords(OverlapAgreement agreement)
{
    switch (agreement) {
    case OverlapAgreement::Agreed: return "which is agreed between them";
    case OverlapAgreement::Disputed: return "which is disputed between them";
    case OverlapAgreement::NotApplicable: return "which needs no agreement";
    case OverlapAgreement::NotAsked: break;
    }
    return "about which nobody has asked them yet";
}

std::string sentenceOf(const CommunityHere& here)
{
    std::string text = std::format("{} {}; ", here.name, standingInWords(here.status));
    text += here.publicContact.empty() ? "it has given no public contact" : std::format("you can reach it at {}", here.publicContact);
    for (std::size_t i = 0; i < here.sharers.size(); ++i) {
        text += i == 0 ? "; it shares this spot with " : i + 1 == here.sharers.size() ? " and with " : ", with ";
        text += std::format("{}, {}", here.sharers[i].name, agreementInWords(here.sharers[i].agreement));
    }
    return text + ".";
}

OverlapAgreement agreementOf(const PlaceSnapshot& place, const std::string& one, const std::string& other)
{
    const auto pair = std::ranges::find_if(
        place.overlaps, [&](const CommunityOverlap& overlap) { return overlap.first == std::min(one, other) && overlap.second == std::max(one, other); });
    return pair == place.overlaps.end() ? OverlapAgreement::NotAsked : pair->agreement;
}

std::string metresInWords(double metres)
{
    if (metres < 1) return "less than 1 m";
    if (metres < 1'000) return std::format("about {:.0f} m", metres < 100 ? std::round(metres) : 10 * std::round(metres / 10));
    return std::format("about {:.1f} km", metres / 1'000);
}

std::string inARow(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string summaryOf(const CommunitiesHere& here, const std::string& district)
{
    const std::size_t count = here.communities.size();
    std::string text = here.inDistrict == false ? std::format("This spot is outside {}; ", district) : "";
    if (count == 0)
        text += text.empty() ? "No community calls this spot its own" : "no community calls it its own";
    else
        text += std::format(
            "{} {} {}", text.empty() ? "You are in" : "it is in", count == 1 ? "one" : std::to_string(count), count == 1 ? "community" : "communities");
    if (here.nearest) text += std::format(": the nearest, {}, is {} away", here.nearest->name, metresInWords(here.nearest->metres));
    text += ".";
    if (!here.past.empty())
        text += std::format(" {} drew a line round it once, and {} no more.", inARow(here.past), here.past.size() == 1 ? "stands" : "stand");
    if (!here.withoutLine.empty())
        text += std::format(" {} {} no boundary, and may be yours wherever you live.", inARow(here.withoutLine), here.withoutLine.size() == 1 ? "has" : "have");
    return text;
}

} // namespace

CommunitiesHere communitiesHere(const PlaceSnapshot& place, Point home)
{
    const RegisterTable& table = place.at(RegisterKind::Communities);
    CommunitiesHere here{.home = home, .inDistrict = isInDistrict(place, home)};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string name(table.text("name").at(row));
        const std::string_view status = table.text("status").at(row);
        const bool stands = standsAs(status);
        if (stands && !std::holds_alternative<MultiPolygon>(table.geometry(row))) here.withoutLine.push_back(name);
        if (!holds(table.geometry(row), home)) continue;
        if (!stands) {
            here.past.push_back(name);
            continue;
        }
        here.communities.push_back({.row = row,
            .code = std::string(table.text("code").at(row)),
            .name = name,
            .status = std::string(status),
            .publicContact = std::string(table.text("public_contact").at(row))});
    }
    std::ranges::stable_partition(here.communities, [](const CommunityHere& one) { return coversAs(one.status); });
    for (CommunityHere& one : here.communities) {
        for (const CommunityHere& other : here.communities) {
            if (other.row != one.row) one.sharers.push_back({.code = other.code, .name = other.name, .agreement = agreementOf(place, one.code, other.code)});
        }
        one.sentence = sentenceOf(one);
    }
    if (here.communities.empty()) {
        for (const std::size_t row : standingCommunities(place)) {
            const double metres = distanceTo(table.geometry(row), home);
            if (metres <= kNearestMost && (!here.nearest || metres < here.nearest->metres)) here.nearest = {std::string(table.text("name").at(row)), metres};
        }
    }
    here.sentence = summaryOf(here, place.district.name);
    return here;
}

} // namespace hereabouts::core
