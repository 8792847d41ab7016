// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/files.h"

#include <cassert>
#include <chrono>
#include <format>
#include <fstream>
#include <stdexcept>

namespace hereabouts::sample {

namespace {

constexpr std::int64_t kEastCents = 150'000'000;
constexpr std::int64_t kNorthCents = 570'000'000;

std::string fixed(std::int64_t cents)
{
    const char* sign = cents < 0 ? "-" : "";
    const std::int64_t size = cents < 0 ? -cents : cents;
    if (size % 100 == 0) return std::format("{}{}", sign, size / 100);
    if (size % 10 == 0) return std::format("{}{}.{}", sign, size / 100, size / 10 % 10);
    return std::format("{}{}.{:02}", sign, size / 100, size % 100);
}

std::int64_t cents(double metres) { return static_cast<std::int64_t>(std::nearbyint(metres * 100)); }

std::string position(Spot p) { return std::format("[{},{}]", easting(p), northing(p)); }

std::string positions(const Path& path, bool closed)
{
    std::string text = "[";
    for (const Spot p : path) {
        if (text.size() > 1) text += ',';
        text += position(p);
    }
    if (closed) text += ',' + position(path.front());
    return text + ']';
}

std::string rings(const Shape& shape)
{
    std::string text = "[" + positions(shape.outer, true);
    for (const Path& hole : shape.holes) text += ',' + positions(hole, true);
    return text + ']';
}

} // namespace

std::string easting(Spot p) { return fixed(kEastCents + cents(p.x)); }
std::string northing(Spot p) { return fixed(kNorthCents + cents(p.y)); }

std::string dollars(std::int64_t amount)
{
    const std::int64_t size = amount < 0 ? -amount : amount;
    return std::format("{}{}.{:02}", amount < 0 ? "-" : "", size / 100, size % 100);
}

std::string dayOfYear(int day)
{
    using namespace std::chrono;
    const year_month_day date{sys_days{year{2025} / July / 1} + days{day}};
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

void saveText(const std::filesystem::path& path, std::string_view text)
{
    std::ofstream out(path, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.flush();
    if (!out) throw std::runtime_error(std::format("Cannot write {}: is the folder there, and is there room?", path.string()));
}

void FeatureFile::feature(const Json& properties, const std::string& geometry)
{
    m_features.push_back(std::format(R"({{"type":"Feature","properties":{},"geometry":{}}})", properties.dump(), geometry));
}

void FeatureFile::add(const Json& properties, const Shapes& shapes)
{
    if (shapes.size() == 1) {
        feature(properties, std::format(R"({{"type":"Polygon","coordinates":{}}})", rings(shapes[0])));
        return;
    }
    std::string parts;
    for (const Shape& shape : shapes) parts += (parts.empty() ? "" : ",") + rings(shape);
    feature(properties, std::format(R"({{"type":"MultiPolygon","coordinates":[{}]}})", parts));
}

void FeatureFile::add(const Json& properties, const std::vector<Path>& lines)
{
    if (lines.size() == 1) {
        feature(properties, std::format(R"({{"type":"LineString","coordinates":{}}})", positions(lines[0], false)));
        return;
    }
    std::string parts;
    for (const Path& line : lines) parts += (parts.empty() ? "" : ",") + positions(line, false);
    feature(properties, std::format(R"({{"type":"MultiLineString","coordinates":[{}]}})", parts));
}

void FeatureFile::add(const Json& properties, Spot point) { feature(properties, std::format(R"({{"type":"Point","coordinates":{}}})", position(point))); }

void FeatureFile::addBare(const Json& properties) { feature(properties, "null"); }

void FeatureFile::save(const std::filesystem::path& path) const
{
    std::string text = "{\"type\":\"FeatureCollection\",\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2193\"}},\n\"features\":[\n";
    for (std::size_t i = 0; i < m_features.size(); ++i) text += m_features[i] + (i + 1 < m_features.size() ? ",\n" : "\n");
    saveText(path, text + "]}\n");
}

TableFile::TableFile(std::vector<std::string> headings) { add(headings); }

void TableFile::add(const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) m_text += ',';
        if (cells[i].find_first_of(",\"\n") == std::string::npos) {
            m_text += cells[i];
            continue;
        }
        m_text += '"';
        for (const char c : cells[i]) {
            if (c == '"') m_text += '"';
            m_text += c;
        }
        m_text += '"';
    }
    m_text += '\n';
}

void TableFile::save(const std::filesystem::path& path) const { saveText(path, m_text); }

} // namespace hereabouts::sample
