// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/read/source.h"

#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::test {

/// A folder for the files of one test, gone with it.
class SourceFolder {
public:
    SourceFolder() : m_path(std::filesystem::temp_directory_path() / std::format("hereabouts-{:08x}", std::random_device{}())) { std::filesystem::create_directories(m_path); }
    SourceFolder(const SourceFolder&) = delete;
    SourceFolder& operator=(const SourceFolder&) = delete;
    ~SourceFolder() { std::filesystem::remove_all(m_path); }

    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    std::filesystem::path write(std::string_view name, std::string_view content) const
    {
        std::ofstream(m_path / name, std::ios::binary) << content;
        return m_path / name;
    }
    /// Another format of a source, made by ogr2ogr.
    std::filesystem::path converted(const std::filesystem::path& from, std::string_view name, std::string_view options) const
    {
        const std::filesystem::path to = m_path / name;
        const std::string command = std::format("ogr2ogr {} '{}' '{}' >/dev/null 2>&1", options, to.string(), from.string());
        return std::system(command.c_str()) == 0 ? to : std::filesystem::path();
    }

private:
    std::filesystem::path m_path;
};

/// Everything a reading gives, kept.
struct Reading {
    core::Result<std::int64_t> rows = 0;
    gis::SourceDescription description;
    std::vector<std::vector<std::string>> cells;
    std::vector<std::size_t> shapeBytes;
    std::vector<gis::SourceFinding> findings;
};

inline Reading read(const gis::ReadRequest& request)
{
    Reading reading;
    reading.rows = gis::readSource(request,
        {.choose = [](const std::vector<gis::SourceLayer>& layers) { return layers.size() - 1; },
            .described = [&](const gis::SourceDescription& description) -> core::Result<void> {
                reading.description = description;
                return {};
            },
            .rows = [&](gis::SourceBatch batch) -> core::Result<void> {
                for (std::size_t row = 0; row < batch.size(); ++row) {
                    std::vector<std::string> cells;
                    for (std::size_t column = 0; column < reading.description.columns().size(); ++column) cells.emplace_back(batch.cell(row, column));
                    reading.cells.push_back(std::move(cells));
                    reading.shapeBytes.push_back(batch.shape(row).size());
                }
                return {};
            },
            .found = [&](gis::SourceFinding finding) { reading.findings.push_back(std::move(finding)); }});
    return reading;
}

inline Reading read(const std::filesystem::path& source) { return read(gis::ReadRequest{.source = source}); }

/// Three areas of a tenth of a degree near Wellington, named in te reo.
inline constexpr std::string_view kThreeAreas = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"A","name":"Ōtāhuhu","people":1200,"share":0.5},"geometry":{"type":"Polygon","coordinates":[[[174.0,-41.0],[174.1,-41.0],[174.1,-40.9],[174.0,-40.9],[174.0,-41.0]]]}},
{"type":"Feature","properties":{"code":"B","name":"Whangārei","people":800,"share":0.25},"geometry":{"type":"Polygon","coordinates":[[[174.1,-41.0],[174.2,-41.0],[174.2,-40.9],[174.1,-40.9],[174.1,-41.0]]]}},
{"type":"Feature","properties":{"code":"C","name":"Pōneke","people":null,"share":null},"geometry":{"type":"Polygon","coordinates":[[[174.2,-41.0],[174.3,-41.0],[174.3,-40.9],[174.2,-40.9],[174.2,-41.0]]]}}]})";

} // namespace hereabouts::test
