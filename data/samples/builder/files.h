// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/outline.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::sample {

using Json = nlohmann::ordered_json;

/// A GeoJSON file in EPSG:2193, named in a crs member, one feature a line. Written whole by save().
class FeatureFile {
public:
    void add(const Json& properties, const Shapes& shapes);
    void add(const Json& properties, const std::vector<Path>& lines);
    void add(const Json& properties, Spot point);
    void addBare(const Json& properties); ///< A row with nothing on the map.
    void save(const std::filesystem::path& path) const;

private:
    void feature(const Json& properties, const std::string& geometry);

    std::vector<std::string> m_features;
};

/// A CSV file, UTF-8, comma, quoted where needed.
class TableFile {
public:
    explicit TableFile(std::vector<std::string> headings);
    /// @pre as many cells as headings
    void add(const std::vector<std::string>& cells);
    void save(const std::filesystem::path& path) const;

private:
    std::string m_text;
};

/// "1500123.45": metres east or north in EPSG:2193.
[[nodiscard]] std::string easting(Spot p);
[[nodiscard]] std::string northing(Spot p);

/// "-1234.05" for -123405 cents.
[[nodiscard]] std::string dollars(std::int64_t cents);

/// "2026-03-01" for a day counted from 2025-07-01, the first of the council's year.
[[nodiscard]] std::string dayOfYear(int day);

void saveText(const std::filesystem::path& path, std::string_view text);

} // namespace hereabouts::sample
