// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/headings.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <format>
#include <ranges>
#include <set>

namespace hereabouts::gis {

namespace {

/// The first unused column that one of the field's headings names, exact ones before patterns of the same rank.
std::optional<std::size_t> columnFor(const core::Field& field, const std::vector<std::string>& folded, const std::set<std::size_t>& used)
{
    std::vector<std::string> patterns{foldedHeading(field.name)};
    for (const std::string_view heading : field.headings) patterns.emplace_back(heading);
    for (const std::string& pattern : patterns) {
        for (std::size_t c = 0; c < folded.size(); ++c) {
            if (!used.contains(c) && headingMatches(folded[c], pattern)) return c;
        }
    }
    return std::nullopt;
}

std::vector<std::string> foldedAll(const std::vector<std::string>& columns)
{
    std::vector<std::string> folded;
    for (const std::string& column : columns) folded.push_back(foldedHeading(column));
    return folded;
}

} // namespace

bool headingMatches(std::string_view folded, std::string_view pattern)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return folded == pattern;
    if (!folded.starts_with(pattern.substr(0, star))) return false;
    const std::string_view rest = pattern.substr(star + 1);
    folded.remove_prefix(star);
    for (std::size_t skip = 0; skip <= folded.size(); ++skip) {
        if (headingMatches(folded.substr(skip), rest)) return true;
    }
    return false;
}

ColumnOfField proposedMapping(const core::RegisterSpec& spec, const std::vector<std::string>& columns)
{
    const std::vector<std::string> folded = foldedAll(columns);
    ColumnOfField mapping;
    std::set<std::size_t> used;
    // A column named just like a field is that field's, whatever else might want it.
    for (const core::Field& field : spec.fields) {
        const auto own = std::ranges::find(folded, foldedHeading(field.name));
        if (own == folded.end()) continue;
        const auto column = static_cast<std::size_t>(own - folded.begin());
        if (used.insert(column).second) mapping[std::string(field.name)] = columns[column];
    }
    for (const bool required : {true, false}) {
        for (const core::Field& field : spec.fields) {
            if (field.required != required || mapping.contains(std::string(field.name))) continue;
            if (const auto column = columnFor(field, folded, used)) {
                used.insert(*column);
                mapping[std::string(field.name)] = columns[*column];
            }
        }
    }
    return mapping;
}

std::size_t fitOf(const core::RegisterSpec& spec, const std::vector<std::string>& columns)
{
    const ColumnOfField mapping = proposedMapping(spec, columns);
    std::size_t fit = mapping.size();
    for (const core::Field& field : spec.fields) fit += field.required && mapping.contains(std::string(field.name)) ? 3 : 0;
    return fit;
}

std::string fingerprintOf(const std::vector<std::string>& columns)
{
    std::vector<std::string> folded = foldedAll(columns);
    std::ranges::sort(folded);
    std::uint64_t hash = 14695981039346656037u; // FNV-1a, 64 bits
    for (const std::string& column : folded) {
        for (const char c : column + '\n') hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    }
    return std::format("{:016x}", hash);
}

std::optional<PositionColumns> positionColumns(const std::vector<std::string>& columns)
{
    struct Pair {
        std::string_view x, y;
        bool degrees;
    };
    constexpr std::array<Pair, 9> kPairs{{{"longitude", "latitude", true}, {"lon", "lat", true}, {"long", "lat", true}, {"lng", "lat", true}, {"easting", "northing", false},
        {"eastings", "northings", false}, {"nztmeasting", "nztmnorthing", false}, {"x", "y", false}, {"xcoord", "ycoord", false}}};
    const std::vector<std::string> folded = foldedAll(columns);
    for (const Pair& pair : kPairs) {
        const auto x = std::ranges::find(folded, pair.x);
        const auto y = std::ranges::find(folded, pair.y);
        if (x != folded.end() && y != folded.end()) {
            return PositionColumns{.x = columns[static_cast<std::size_t>(x - folded.begin())], .y = columns[static_cast<std::size_t>(y - folded.begin())], .degrees = pair.degrees};
        }
    }
    return std::nullopt;
}

} // namespace hereabouts::gis
