// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/geometry.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace hereabouts::test {

inline std::string textOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string sampleText(const std::string& name) { return textOf(std::filesystem::path(HEREABOUTS_SAMPLES) / name); }

inline nlohmann::json sampleFeatures(const std::string& name) { return nlohmann::json::parse(sampleText(name))["features"]; }

/// Rows of a CSV file by heading.
inline std::vector<std::map<std::string, std::string>> sampleRows(const std::string& name)
{
    std::vector<std::vector<std::string>> lines(1, {""});
    bool quoted = false;
    for (const char c : sampleText(name)) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) lines.back().emplace_back();
        else if (c == '\n' && !quoted) lines.push_back({""});
        else lines.back().back() += c;
    }
    lines.pop_back();
    std::vector<std::map<std::string, std::string>> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        for (std::size_t column = 0; column < lines[0].size(); ++column) {
            if (column == 0) rows.emplace_back();
            rows.back()[lines[0][column]] = lines[i][column];
        }
    }
    return rows;
}

/// "-12.05" → -1205.
inline std::int64_t centsOf(std::string text)
{
    text.erase(text.find('.'), 1);
    return std::stoll(text);
}

inline core::MultiPolygon areaOf(const nlohmann::json& geometry)
{
    core::MultiPolygon area;
    if (geometry.is_null()) return area;
    const auto polygon = [](const nlohmann::json& rings) {
        core::Polygon made;
        for (const auto& ring : rings) {
            core::Ring points;
            for (const auto& p : ring) points.push_back({p[0].get<double>(), p[1].get<double>()});
            if (made.outer.empty()) made.outer = std::move(points);
            else made.holes.push_back(std::move(points));
        }
        return made;
    };
    if (geometry["type"] == "Polygon") return {polygon(geometry["coordinates"])};
    for (const auto& rings : geometry["coordinates"]) area.push_back(polygon(rings));
    return area;
}

} // namespace hereabouts::test
