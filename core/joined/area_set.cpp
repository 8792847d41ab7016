// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/area_set.h"

#include <algorithm>
#include <format>

namespace hereabouts::core {

namespace {

/// Lower case, with blanks, hyphens and underscores alike, so that "Small-Areas 2023" is "small areas 2023".
std::string plainName(std::string_view name)
{
    std::string plain(name);
    for (char& letter : plain) {
        if (letter == '-' || letter == '_') letter = ' ';
        else if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return plain;
}

AreaSet editionSet(const PlaceSnapshot& place, const AreaEdition& edition)
{
    AreaSet set{.kind = edition.kind, .name = edition.name, .rows = {}, .overlapping = false};
    const TextColumn& editions = place.at(edition.kind).text("edition");
    for (std::size_t row = 0; row < editions.size(); ++row) {
        if (editions.at(row) == edition.name) set.rows.push_back(row);
    }
    return set;
}

AreaSet communitySet(const PlaceSnapshot& place)
{
    AreaSet set{.kind = RegisterKind::Communities, .name = "communities", .rows = {}, .overlapping = true};
    const auto& shapes = place.at(RegisterKind::Communities).geometries();
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        if (std::holds_alternative<MultiPolygon>(shapes[row])) set.rows.push_back(row);
    }
    return set;
}

std::string namesOf(const std::vector<AreaSet>& sets)
{
    std::string names;
    for (const AreaSet& set : sets) names += (names.empty() ? "" : ", ") + std::format("\"{}\"", set.name);
    return names;
}

} // namespace

Result<AreaSet> areaSetNamed(const PlaceSnapshot& place, std::string_view name)
{
    std::vector<AreaSet> sets = areaSetsOf(place);
    const std::string wanted = plainName(name);
    for (AreaSet& set : sets) {
        // The first of a register is its newest edition, which is what the register's bare name means.
        if (plainName(set.name) == wanted || plainName(specOf(set.kind).name) == wanted) return std::move(set);
    }
    if (sets.empty()) return fail(ErrorCode::UnknownId, std::format("There is no set of areas \"{}\": the place has no areas yet; import boards or wards first.", name));
    return fail(ErrorCode::UnknownId, std::format("There is no set of areas \"{}\"; there are {}.", name, namesOf(sets)));
}

std::vector<AreaSet> areaSetsOf(const PlaceSnapshot& place)
{
    std::vector<AreaSet> sets;
    const auto addEditions = [&](RegisterKind kind) {
        for (const AreaEdition& edition : place.editions) {
            if (edition.kind == kind && edition.areas > 0) sets.push_back(editionSet(place, edition));
        }
    };
    addEditions(RegisterKind::Boards);
    addEditions(RegisterKind::Wards);
    if (AreaSet communities = communitySet(place); !communities.rows.empty()) sets.push_back(std::move(communities));
    addEditions(RegisterKind::SmallAreas);
    return sets;
}

} // namespace hereabouts::core
