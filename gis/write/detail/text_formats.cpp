// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/detail/text_formats.h"

#include "gis/shapes/antimeridian.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::gis {

using core::FieldType;
using core::Geometry;
using core::GeometryRule;

namespace {

constexpr std::size_t kRowsBetweenLooks = 512;

core::Result<void> lookUp(const core::Job& job, std::size_t done, std::size_t all)
{
    if (done % kRowsBetweenLooks != 0) return {};
    if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "Stopped; nothing was written.");
    job.tell(all == 0 ? 1 : static_cast<double>(done) / static_cast<double>(all), "Writing rows");
    return {};
}

std::string jsonText(std::string_view text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::string jsonValue(const core::Value& value, FieldType type)
{
    if (std::holds_alternative<std::monostate>(value)) return "null";
    if (std::holds_alternative<std::string>(value) || type == FieldType::Date) return jsonText(textOf(value, type));
    if (type == FieldType::Flag) return std::get<std::int64_t>(value) != 0 ? "true" : "false";
    return textOf(value, type);
}

/// Brackets, commas and the order of numbers, shared by JSON ("[x,y]") and WKT ("x y").
struct Notation {
    std::string_view open;
    std::string_view close;
    std::string_view pointOpen;
    std::string_view pointClose;
    std::string_view between;
};
constexpr Notation kJson{"[", "]", "[", "]", ","};
constexpr Notation kWkt{"(", ")", "", "", " "};

void write(std::string& out, const Notation& n, core::Point p)
{
    out += n.pointOpen;
    out += degreesText(p.x);
    out += n.between;
    out += degreesText(p.y);
    out += n.pointClose;
}

template <typename Item>
void write(std::string& out, const Notation& n, const std::vector<Item>& items);

void write(std::string& out, const Notation& n, const core::Polygon& polygon)
{
    out += n.open;
    write(out, n, polygon.outer);
    for (const core::Ring& hole : polygon.holes) {
        out += ',';
        write(out, n, hole);
    }
    out += n.close;
}

template <typename Item>
void write(std::string& out, const Notation& n, const std::vector<Item>& items)
{
    out += n.open;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ',';
        write(out, n, items[i]);
    }
    out += n.close;
}

/// RFC 7946 wants outer rings counter-clockwise and holes the other way; store and repair keep outer rings so, this makes sure of both.
void windByRule(core::MultiPolygon& area)
{
    const auto turn = [](core::Ring& ring, bool counterClockwise) {
        double twice = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
        if ((twice > 0) != counterClockwise) std::ranges::reverse(ring);
    };
    for (core::Polygon& polygon : area) {
        turn(polygon.outer, true);
        for (core::Ring& hole : polygon.holes) turn(hole, false);
    }
}

std::string jsonGeometry(Geometry geometry)
{
    if (auto* area = std::get_if<core::MultiPolygon>(&geometry)) windByRule(*area);
    std::string out;
    const auto typed = [&](std::string_view type, const auto& coordinates) {
        out = std::format("{{\"type\":\"{}\",\"coordinates\":", type);
        write(out, kJson, coordinates);
        out += '}';
    };
    if (const auto* point = std::get_if<core::Point>(&geometry)) typed("Point", *point);
    else if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) lines->size() == 1 ? typed("LineString", lines->front()) : typed("MultiLineString", *lines);
    else if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) area->size() == 1 ? typed("Polygon", area->front()) : typed("MultiPolygon", *area);
    else out = "null";
    return out;
}

bool wouldRun(std::string_view text)
{
    static constexpr std::array<std::string_view, 10> kStarts{"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}; // ＝＋－＠ too
    return std::ranges::any_of(kStarts, [&](std::string_view start) { return text.starts_with(start); });
}

} // namespace

std::string degreesText(double degrees)
{
    std::string text = std::format("{:.9f}", degrees);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

Geometry inDegrees(Geometry home, const Projection& projection)
{
    const auto turn = [&](core::Point& p) {
        const core::LonLat position = projection.toLonLat(p);
        p = {position.lon, position.lat};
    };
    if (auto* point = std::get_if<core::Point>(&home)) turn(*point);
    if (auto* lines = std::get_if<core::MultiLine>(&home)) {
        for (core::Line& line : *lines) std::ranges::for_each(line, turn);
    }
    if (auto* area = std::get_if<core::MultiPolygon>(&home)) {
        for (core::Polygon& polygon : *area) {
            std::ranges::for_each(polygon.outer, turn);
            for (core::Ring& hole : polygon.holes) std::ranges::for_each(hole, turn);
        }
    }
    return home;
}

std::string wktOf(const Geometry& geometry)
{
    std::string out;
    if (const auto* point = std::get_if<core::Point>(&geometry)) {
        out = "POINT (";
        write(out, kWkt, *point);
        out += ')';
    } else if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        out = "MULTILINESTRING ";
        write(out, kWkt, *lines);
    } else if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) {
        out = "MULTIPOLYGON ";
        write(out, kWkt, *area);
    }
    return out;
}

std::string csvCell(std::string_view text, bool isText, bool raw)
{
    std::string cell(text);
    if (isText && !raw && wouldRun(text)) cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"\r\n\t'") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' ')) return cell;
    for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) cell.insert(at, 1, '"');
    return "\"" + cell + "\"";
}

core::Result<std::string> geoJsonOf(const LayerContent& content, const Projection& projection, const core::Job& job)
{
    std::string out = std::format("{{\"type\":\"FeatureCollection\",\"name\":{},\"features\":[\n", jsonText(content.name()));
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        if (auto going = lookUp(job, i, content.rows.size()); !going) return std::unexpected(std::move(going.error()));
        const std::size_t row = content.rows[i];
        out += i == 0 ? "{\"type\":\"Feature\",\"properties\":{" : ",\n{\"type\":\"Feature\",\"properties\":{";
        for (std::size_t f = 0; f < content.fields.size(); ++f) {
            const core::Field& field = content.spec().fields[content.fields[f]];
            if (f > 0) out += ',';
            out += std::format("\"{}\":{}", field.name, jsonValue(content.table->value(row, content.fields[f]), field.type));
        }
        auto shape = clipSplitAntimeridian(inDegrees(content.table->geometry(row), projection));
        if (!shape) return std::unexpected(std::move(shape.error()));
        out += "},\"geometry\":" + jsonGeometry(std::move(*shape)) + "}";
    }
    out += "\n]}\n";
    return out;
}

core::Result<std::string> csvOf(const LayerContent& content, const Projection& projection, bool raw, const core::Job& job)
{
    const bool points = content.spec().geometry == GeometryRule::PointOrNone;
    std::string out;
    for (const std::size_t field : content.fields) out += std::format("{}{}", out.empty() ? "" : ",", content.spec().fields[field].name);
    if (content.hasShapes()) out += points ? ",lon,lat" : ",wkt";
    out += "\r\n";
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        if (auto going = lookUp(job, i, content.rows.size()); !going) return std::unexpected(std::move(going.error()));
        const std::size_t row = content.rows[i];
        for (std::size_t f = 0; f < content.fields.size(); ++f) {
            const core::Field& field = content.spec().fields[content.fields[f]];
            const bool isText = field.type == FieldType::Text || field.type == FieldType::Codes;
            if (f > 0) out += ',';
            out += csvCell(textOf(content.table->value(row, content.fields[f]), field.type), isText, raw);
        }
        if (content.hasShapes()) {
            const Geometry shape = inDegrees(content.table->geometry(row), projection);
            const auto* point = std::get_if<core::Point>(&shape);
            if (!points) out += "," + csvCell(wktOf(shape), false, true);
            else out += point ? std::format(",{},{}", degreesText(point->x), degreesText(point->y)) : ",,";
        }
        out += "\r\n";
    }
    return out;
}

} // namespace hereabouts::gis
