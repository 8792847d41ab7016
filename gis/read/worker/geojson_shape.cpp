// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/detail/geojson_shape.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hereabouts::worker {

namespace {

namespace json = simdjson::ondemand;
using gis::LayerShapes;

/// What is written for each GeoJSON type: its number in WKB, its parts' number, and how many lists stand around a position.
struct Kind {
    std::string_view name;
    std::uint32_t code;
    std::uint32_t partCode; ///< 0: no parts with a head of their own.
    int depth;
    LayerShapes shapes;
};

constexpr std::array<Kind, 6> kKinds{
    {{"Polygon", 3, 0, 2, LayerShapes::Areas}, {"MultiPolygon", 6, 3, 3, LayerShapes::Areas}, {"Point", 1, 0, 0, LayerShapes::Points},
        {"LineString", 2, 0, 1, LayerShapes::Lines}, {"MultiPoint", 4, 1, 1, LayerShapes::Points}, {"MultiLineString", 5, 2, 2, LayerShapes::Lines}}};

[[noreturn]] void giveUp() { throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE); }

class WkbWriter {
public:
    explicit WkbWriter(std::vector<std::byte>& wkb) : m_wkb(wkb) { }

    void put(const Kind& kind, json::value coordinates)
    {
        head(kind.code);
        if (kind.partCode == 0) return lists(coordinates, kind.depth);
        counted(coordinates, [&](json::value part) {
            head(kind.partCode);
            lists(part, kind.depth - 1);
        });
    }

private:
    void lists(json::value value, int depth)
    {
        if (depth == 0) return position(value);
        counted(value, [&](json::value inner) { lists(inner, depth - 1); });
    }

    template <typename Each> void counted(json::value value, const Each& each)
    {
        const std::size_t at = m_wkb.size();
        number(std::uint32_t{0});
        std::uint32_t count = 0;
        for (json::value inner : value.get_array()) {
            each(inner);
            ++count;
        }
        if (count == 0) giveUp();
        std::memcpy(m_wkb.data() + at, &count, sizeof count);
    }

    void position(json::value value)
    {
        std::array<double, 2> both{};
        std::size_t count = 0;
        for (json::value number : value.get_array()) {
            if (count == both.size()) giveUp();
            both[count++] = number.get_double();
        }
        if (count < both.size()) giveUp();
        number(both);
    }

    void head(std::uint32_t code)
    {
        constexpr std::byte kLittleEndian{1};
        m_wkb.push_back(kLittleEndian);
        number(code);
    }

    template <typename T> void number(T value)
    {
        const auto* bytes = reinterpret_cast<const std::byte*>(&value);
        m_wkb.insert(m_wkb.end(), bytes, bytes + sizeof value);
    }

    std::vector<std::byte>& m_wkb;
};

} // namespace

LayerShapes putWkb(json::object geometry, std::vector<std::byte>& wkb)
{
    const std::string_view type = geometry.find_field_unordered("type").get_string();
    const auto* const kind = std::ranges::find(kKinds, type, &Kind::name);
    if (kind == kKinds.end()) giveUp();
    WkbWriter(wkb).put(*kind, geometry.find_field_unordered("coordinates").value());
    return kind->shapes;
}

} // namespace hereabouts::worker
