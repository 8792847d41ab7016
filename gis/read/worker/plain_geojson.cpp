// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/plain_geojson.h"

#include "gis/read/worker/cell_text.h"
#include "gis/read/worker/detail/geojson_shape.h"
#include "gis/read/worker/json_scan.h"
#include "gis/text/fold.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <format>
#include <span>
#include <utility>

namespace hereabouts::worker {

namespace {

namespace json = simdjson::ondemand;

constexpr std::size_t kLargestFeature = 64u << 20; // the parser's own memory is some times as large, and the worker has 2 GiB
constexpr std::int64_t kRowsAReport = 2000;

[[noreturn]] void giveUp() { throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE); }

/// Parses one slice of the file after the other. The parser reads somewhat beyond its text, so what stands at the end of the file is copied first.
class SliceParser {
public:
    explicit SliceParser(std::string_view bytes) : m_bytes(bytes) { }

    /// Good until the next call.
    json::document parse(std::string_view slice)
    {
        const auto left = static_cast<std::size_t>(m_bytes.data() + m_bytes.size() - slice.data());
        if (left >= slice.size() + simdjson::SIMDJSON_PADDING) return m_parser.iterate(simdjson::padded_string_view(slice.data(), slice.size(), left));
        m_copy = simdjson::padded_string(slice);
        return m_parser.iterate(m_copy);
    }

private:
    std::string_view m_bytes;
    simdjson::padded_string m_copy;
    json::parser m_parser;
};

/// Calls with the properties and the shape of a feature, in the order in which they stand. The shape is nothing where there is none.
template <typename Properties, typename Shape> void walk(json::document feature, const Properties& properties, const Shape& shape)
{
    std::array<bool, 5> seen{};
    const auto once = [&](std::size_t which) {
        if (std::exchange(seen[which], true)) giveUp();
    };
    for (json::field field : feature.get_object()) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "type") {
            once(0);
            if (value.get_string().value() != "Feature") giveUp();
        } else if (key == "properties") {
            once(1);
            properties(value.get_object().value());
        } else if (key == "geometry") {
            once(2);
            value.is_null() ? shape(std::nullopt) : shape(std::optional<json::object>(value.get_object().value()));
        } else if (key == "id") {
            once(3);
            if (value.get_int64() < 0) giveUp();
        } else if (key == "bbox") {
            once(4);
        } else {
            giveUp();
        }
    }
    if (!seen[0] || !seen[1] || !seen[2]) giveUp();
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// GDAL takes such text for a date or a time where all of its column is so: "2026-01-02", "5/6/26", "12:30".
bool mayBeDate(std::string_view text)
{
    text = gis::trimmed(text);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const auto* const after = std::ranges::find_if_not(text, isDigit);
    return after != text.begin() && after != text.end() && std::string_view("-/:").contains(*after);
}

/// A date that GDAL gives back as it stands.
bool isIsoDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || text[0] == '0') return false;
    for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (!isDigit(text[at])) return false;
    }
    const int month = (text[5] - '0') * 10 + text[6] - '0';
    const int day = (text[8] - '0') * 10 + text[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// What the cells of a column have been.
struct ColumnKind {
    bool text = false, anyPlainText = false, anyOddDate = false, whole = false, real = false, flag = false;

    void see(json::value value)
    {
        switch (value.type()) {
        case json::json_type::null: return;
        case json::json_type::boolean: flag = true; return;
        case json::json_type::string: return seeText(value.get_string());
        case json::json_type::number: return seeNumber(value.get_number());
        default: giveUp();
        }
    }
    /// Otherwise GDAL makes one kind of several, by rules of its own.
    [[nodiscard]] bool isOne() const { return text + (whole || real) + flag <= 1 && (anyPlainText || !anyOddDate); }

private:
    void seeText(std::string_view cell)
    {
        if (cell.contains('\0')) giveUp();
        text = true;
        if (!mayBeDate(cell))
            anyPlainText = true;
        else if (!isIsoDate(cell))
            anyOddDate = true;
    }
    void seeNumber(const json::number& number)
    {
        if (number.is_uint64()) giveUp(); // larger than 64 bits with a sign hold
        (number.is_int64() ? whole : real) = true;
    }
};

/// Learns the columns from the first feature, and that all the others keep to them.
class Columns {
public:
    void see(json::object properties)
    {
        std::size_t next = 0;
        for (json::field field : properties) {
            const std::string_view key = field.unescaped_key();
            if (m_first) {
                if (std::ranges::contains(m_names, key)) giveUp();
                m_names.emplace_back(key);
                m_kinds.emplace_back();
            }
            next = indexFrom(m_names, next, key);
            m_kinds[next++].see(field.value());
        }
        m_first = false;
    }
    /// Where a column is, at `from` or after it; gives up if it is not.
    static std::size_t indexFrom(const std::vector<std::string>& names, std::size_t from, std::string_view key)
    {
        while (from < names.size() && names[from] != key) ++from;
        if (from == names.size()) giveUp();
        return from;
    }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    [[nodiscard]] const std::vector<ColumnKind>& kinds() const { return m_kinds; }

private:
    std::vector<std::string> m_names;
    std::vector<ColumnKind> m_kinds;
    bool m_first = true;
};

/// The CRS that a name stands for as "EPSG:N", in the spellings that GeoJSON files use; gives up for others.
std::string epsgOf(std::string_view name)
{
    if (name == "urn:ogc:def:crs:OGC:1.3:CRS84") return "EPSG:4326";
    for (const std::string_view start : {"urn:ogc:def:crs:EPSG::", "EPSG:"}) {
        if (!name.starts_with(start)) continue;
        const std::string_view digits = name.substr(start.size());
        int code = 0;
        const auto [end, trouble] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
        constexpr int kLeast = 1024, kMost = 32767; // EPSG's own numbers
        if (trouble == std::errc() && end == digits.data() + digits.size() && code >= kLeast && code <= kMost) return std::format("EPSG:{}", code);
    }
    giveUp();
}

std::string crsOf(json::document crs)
{
    json::object object = crs.get_object();
    if (object.find_field_unordered("type").get_string().value() != "name") giveUp();
    return epsgOf(object.find_field_unordered("properties").find_field_unordered("name").get_string());
}

std::string nameOf(json::document name)
{
    const std::string_view text = name.get_string();
    if (text.empty()) giveUp();
    return std::string(text);
}

gis::LayerShapes together(gis::LayerShapes known, gis::LayerShapes next)
{
    return known == gis::LayerShapes::None || known == next ? next : gis::LayerShapes::Mixed;
}

/// A file's head and tail, with the list of its features as it stands.
struct Outline {
    std::string name;
    std::string crs = "EPSG:4326"; ///< RFC 7946, section 4.
    std::string_view features;
};

Outline outlineOf(std::string_view bytes, SliceParser& parser)
{
    Outline outline;
    const auto members = membersOf(bytes);
    if (!members) giveUp();
    std::vector<std::string_view> keys;
    for (const JsonMember& member : *members) {
        if (member.key.contains('\\') || std::ranges::contains(keys, member.key)) giveUp();
        keys.push_back(member.key);
        if (member.key == "features")
            outline.features = member.value;
        else if (member.key == "type" && parser.parse(member.value).get_string().value() != "FeatureCollection")
            giveUp();
        else if (member.key == "name")
            outline.name = nameOf(parser.parse(member.value));
        else if (member.key == "crs")
            outline.crs = crsOf(parser.parse(member.value));
        else if (member.key == "xy_coordinate_resolution" || member.key == "z_coordinate_resolution")
            giveUp();
    }
    if (!std::ranges::contains(keys, "type")) giveUp();
    return outline;
}

} // namespace

std::optional<PlainGeoJson> PlainGeoJson::survey(std::string_view bytes, const std::string& nameOfFile)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    PlainGeoJson plain;
    plain.m_bytes = bytes;
    try {
        SliceParser parser(bytes);
        Outline outline = outlineOf(bytes, parser);
        auto features = elementsOf(outline.features);
        if (!features || features->empty() || features->size() > static_cast<std::size_t>(gis::kMostRows)) return std::nullopt;
        plain.m_name = outline.name.empty() ? nameOfFile : outline.name;
        plain.m_crs = std::move(outline.crs);

        Columns columns;
        std::vector<std::byte> wkb;
        for (const std::string_view feature : *features) {
            if (feature.size() > kLargestFeature) return std::nullopt;
            walk(
                parser.parse(feature), [&](json::object properties) { columns.see(properties); },
                [&](std::optional<json::object> geometry) {
                    wkb.clear();
                    if (geometry) plain.m_shapes = together(plain.m_shapes, putWkb(*geometry, wkb));
                });
        }
        if (plain.m_shapes == gis::LayerShapes::None || !std::ranges::all_of(columns.kinds(), &ColumnKind::isOne)) return std::nullopt;
        plain.m_features = std::move(*features);
        for (std::size_t c = 0; c < columns.names().size(); ++c) plain.m_columns.push_back({.name = columns.names()[c], .real = columns.kinds()[c].real});
    } catch (const simdjson::simdjson_error&) {
        return std::nullopt;
    }
    return plain;
}

gis::SourceDescription PlainGeoJson::description() const
{
    gis::SourceLayer layer{.name = m_name, .rows = static_cast<std::int64_t>(m_features.size()), .shapes = m_shapes, .columns = {}};
    for (const Column& column : m_columns) {
        layer.columns.push_back(column.name.empty() ? std::format("column {}", layer.columns.size() + 1) : gis::normalised(column.name));
    }
    return {
        .format = "GeoJSON", .layers = {std::move(layer)}, .layer = 0, .crs = m_crs, .crsSource = "the rule of GeoJSON or its crs member", .encoding = "UTF-8"};
}

core::Result<void> PlainGeoJson::putOut(Output& output) const
{
    SliceParser parser(m_bytes);
    std::vector<std::byte> wkb;
    std::int64_t number = 0;
    NumberText buffer{};
    const auto cell = [&](json::value value, bool real) {
        switch (value.type()) {
        case json::json_type::string: return output.cell(value.get_string());
        case json::json_type::boolean: return output.cell(value.get_bool() ? "1" : "0");
        case json::json_type::number: return output.cell(real ? cellText(value.get_double().value(), buffer) : cellText(value.get_int64().value(), buffer));
        default: return output.cell({});
        }
    };
    const auto cells = [&](json::object properties) {
        std::size_t next = 0;
        for (json::field field : properties) {
            const std::string_view key = field.unescaped_key();
            for (; m_columns[next].name != key; ++next) output.cell({});
            cell(field.value(), m_columns[next++].real);
        }
        for (; next < m_columns.size(); ++next) output.cell({});
    };
    for (const std::string_view feature : m_features) {
        output.row(++number);
        wkb.clear();
        walk(parser.parse(feature), cells, [&](std::optional<json::object> geometry) {
            if (geometry) putWkb(*geometry, wkb);
        });
        if (auto fits = checkShapeSize(wkb.size(), number); !fits) return fits;
        wkb.empty() ? output.noShape() : void(std::ranges::copy(wkb, output.shape(wkb.size())));
        if (number % kRowsAReport == 0) output.progress(static_cast<double>(number) / static_cast<double>(m_features.size()));
    }
    output.end();
    return {};
}

} // namespace hereabouts::worker
