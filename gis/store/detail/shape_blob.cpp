// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/shape_blob.h"

#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <format>
#include <type_traits>

namespace hereabouts::gis::detail {

namespace {

using core::Geometry;
using core::Line;
using core::MultiLine;
using core::MultiPolygon;
using core::Point;

constexpr std::byte kStart{0x00};
constexpr std::byte kLittleEndian{0x01};
constexpr std::byte kBoxEnd{0x7C};
constexpr std::byte kEntity{0x69};
constexpr std::byte kEnd{0xFE};
constexpr std::size_t kHeaderBytes = 43; // start, byte order, SRID, box, box end, class
constexpr int kPoint = 1, kLine = 2, kPolygon = 3, kMultiPoint = 4, kMultiLine = 5, kMultiPolygon = 6;
constexpr int kCompressed = 1'000'000;

static_assert(std::endian::native == std::endian::little && std::is_trivially_copyable_v<Point> && sizeof(Point) == 16);

class Writer {
public:
    explicit Writer(std::vector<std::byte>& out, std::size_t size) : m_out(out) { m_out.resize(size); }
    template <typename T>
    void put(T value)
    {
        std::memcpy(m_out.data() + m_at, &value, sizeof(T));
        m_at += sizeof(T);
    }
    void put(const Line& points)
    {
        put(static_cast<std::int32_t>(points.size()));
        std::memcpy(m_out.data() + m_at, points.data(), points.size() * sizeof(Point));
        m_at += points.size() * sizeof(Point);
    }

private:
    std::vector<std::byte>& m_out;
    std::size_t m_at = 0;
};

std::size_t sizeOf(const Line& points) { return 4 + points.size() * sizeof(Point); }

std::size_t sizeOf(const Geometry& geometry)
{
    std::size_t size = kHeaderBytes + 1;
    if (std::holds_alternative<Point>(geometry)) return size + sizeof(Point);
    size += 4;
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (const Line& line : *lines) size += 5 + sizeOf(line);
        return size;
    }
    for (const core::Polygon& polygon : std::get<MultiPolygon>(geometry)) {
        size += 9 + sizeOf(polygon.outer);
        for (const core::Ring& hole : polygon.holes) size += sizeOf(hole);
    }
    return size;
}

void put(Writer& writer, const MultiLine& lines)
{
    writer.put(std::int32_t{kMultiLine});
    writer.put(static_cast<std::int32_t>(lines.size()));
    for (const Line& line : lines) {
        writer.put(kEntity);
        writer.put(std::int32_t{kLine});
        writer.put(line);
    }
}

void put(Writer& writer, const MultiPolygon& area)
{
    writer.put(std::int32_t{kMultiPolygon});
    writer.put(static_cast<std::int32_t>(area.size()));
    for (const core::Polygon& polygon : area) {
        writer.put(kEntity);
        writer.put(std::int32_t{kPolygon});
        writer.put(static_cast<std::int32_t>(1 + polygon.holes.size()));
        writer.put(polygon.outer);
        for (const core::Ring& hole : polygon.holes) writer.put(hole);
    }
}

/// Reads forward and refuses to read past the end.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}
    void setSwapped(bool swapped) { m_swapped = swapped; }
    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }

    template <typename T>
    T take()
    {
        std::array<std::byte, sizeof(T)> raw;
        std::memcpy(raw.data(), m_bytes.data() + need(sizeof(T)), sizeof(T));
        if (m_swapped) std::ranges::reverse(raw);
        return std::bit_cast<T>(raw);
    }
    /// A count of things that take at least `bytesEach`: so a lying count cannot make us reserve more than the blob holds.
    std::size_t takeCount(std::size_t bytesEach)
    {
        const auto count = take<std::int32_t>();
        if (count < 0 || static_cast<std::size_t>(count) > left() / bytesEach) refuse(core::ErrorCode::Unreadable, "ends too soon");
        return static_cast<std::size_t>(count);
    }
    void takePlain(Line& points)
    {
        const std::size_t bytes = points.size() * sizeof(Point);
        std::memcpy(points.data(), m_bytes.data() + need(bytes), bytes);
    }
    [[nodiscard]] bool swapped() const { return m_swapped; }

private:
    std::size_t need(std::size_t bytes)
    {
        if (left() < bytes) refuse(core::ErrorCode::Unreadable, "ends too soon");
        const std::size_t at = m_at;
        m_at += bytes;
        return at;
    }
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    bool m_swapped = false;
};

/// What a class number says: 1003 is a polygon with Z, 1000003 a compressed one.
struct Shape {
    int kind;
    std::size_t extras;   // Z and M
    bool hasZ;
    bool compressed;
};

Shape shapeOf(std::int32_t classNumber)
{
    const bool compressed = classNumber >= kCompressed;
    const int plain = compressed ? classNumber - kCompressed : classNumber;
    const int dimensions = plain / 1000; // 0 XY, 1 XYZ, 2 XYM, 3 XYZM
    if (plain <= 0 || dimensions > 3 || plain % 1000 > kMultiPolygon) refuse(core::ErrorCode::Unreadable, std::format("is of a kind ({}) that a place does not hold", classNumber));
    return {plain % 1000, dimensions == 0 ? 0U : dimensions == 3 ? 2U : 1U, dimensions == 1 || dimensions == 3, compressed};
}

Point takePoint(Reader& reader, std::size_t extras)
{
    const auto x = reader.take<double>();
    const auto y = reader.take<double>();
    for (std::size_t i = 0; i < extras; ++i) reader.take<double>();
    return {x, y};
}

// First and last point in full, those between as 32-bit steps from the point before; M is never compressed.
Line takeCompressed(Reader& reader, const Shape& shape)
{
    const std::size_t mBytes = shape.extras - (shape.hasZ ? 1 : 0);
    const std::size_t count = reader.takeCount(8);
    Line points;
    points.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || i + 1 == count) {
            points.push_back(takePoint(reader, shape.extras));
            continue;
        }
        const double x = points.back().x + static_cast<double>(reader.take<float>());
        const double y = points.back().y + static_cast<double>(reader.take<float>());
        if (shape.hasZ) reader.take<float>();
        for (std::size_t m = 0; m < mBytes; ++m) reader.take<double>();
        points.push_back({x, y});
    }
    return points;
}

Line takePoints(Reader& reader, const Shape& shape)
{
    if (shape.compressed) return takeCompressed(reader, shape);
    Line points(reader.takeCount(sizeof(Point) + shape.extras * sizeof(double)));
    if (shape.extras == 0 && !reader.swapped()) {
        reader.takePlain(points);
        return points;
    }
    for (Point& point : points) point = takePoint(reader, shape.extras);
    return points;
}

Line takeLine(Reader& reader, const Shape& shape)
{
    Line line = takePoints(reader, shape);
    if (line.size() < 2) refuse(core::ErrorCode::Unreadable, "has a line of one point");
    return line;
}

core::Ring takeRing(Reader& reader, const Shape& shape)
{
    core::Ring ring = takePoints(reader, shape);
    if (ring.size() < 4 || ring.front() != ring.back()) refuse(core::ErrorCode::Unreadable, "has a ring that is not closed");
    return ring;
}

core::Polygon takePolygon(Reader& reader, const Shape& shape)
{
    const std::size_t rings = reader.takeCount(4);
    if (rings == 0) refuse(core::ErrorCode::Unreadable, "has an area without a ring");
    core::Polygon polygon{.outer = takeRing(reader, shape), .holes = {}};
    polygon.holes.reserve(rings - 1);
    for (std::size_t i = 1; i < rings; ++i) polygon.holes.push_back(takeRing(reader, shape));
    return polygon;
}

template <typename Take>
void eachEntity(Reader& reader, int kind, Take&& take)
{
    const std::size_t entities = reader.takeCount(5);
    for (std::size_t i = 0; i < entities; ++i) {
        if (reader.take<std::byte>() != kEntity) refuse(core::ErrorCode::Unreadable, "is damaged");
        const Shape shape = shapeOf(reader.take<std::int32_t>());
        if (shape.kind != kind) refuse(core::ErrorCode::Unreadable, "mixes points, lines and areas");
        take(shape);
    }
}

Geometry takeGeometry(Reader& reader, const Shape& shape)
{
    switch (shape.kind) {
    case kPoint: return takePoint(reader, shape.extras);
    case kLine: return MultiLine{takeLine(reader, shape)};
    case kPolygon: return MultiPolygon{takePolygon(reader, shape)};
    case kMultiPoint: {
        std::vector<Point> points;
        eachEntity(reader, kPoint, [&](const Shape& part) { points.push_back(takePoint(reader, part.extras)); });
        if (points.size() != 1) refuse(core::ErrorCode::Unreadable, "has several points where one is meant");
        return points.front();
    }
    case kMultiLine: {
        MultiLine lines;
        eachEntity(reader, kLine, [&](const Shape& part) { lines.push_back(takeLine(reader, part)); });
        if (lines.empty()) return {};
        return lines;
    }
    default: {
        MultiPolygon area;
        eachEntity(reader, kPolygon, [&](const Shape& part) { area.push_back(takePolygon(reader, part)); });
        if (area.empty()) return {};
        return area;
    }
    }
}

bool allFinite(const Line& points)
{
    // A sum is finite only if every term is (or if huge terms overflow, which no coordinate does).
    double sum = 0;
    for (const Point point : points) sum += std::abs(point.x) + std::abs(point.y);
    return std::isfinite(sum);
}

} // namespace

bool isFinite(const Geometry& geometry)
{
    if (const auto* point = std::get_if<Point>(&geometry)) return std::isfinite(point->x) && std::isfinite(point->y);
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) return std::ranges::all_of(*lines, [](const Line& line) { return allFinite(line); });
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    return !area || std::ranges::all_of(*area, [](const core::Polygon& polygon) {
        return allFinite(polygon.outer) && std::ranges::all_of(polygon.holes, [](const core::Ring& hole) { return allFinite(hole); });
    });
}

std::int64_t markOf(std::span<const std::byte> blob)
{
    std::uint64_t mark = blob.size();
    const auto mix = [&](std::uint64_t word) {
        mark = (mark ^ word) * 0x9E3779B97F4A7C15U;
        mark ^= mark >> 29;
    };
    std::size_t at = 0;
    std::uint64_t word = 0;
    for (; at + 8 <= blob.size(); at += 8) {
        std::memcpy(&word, blob.data() + at, 8);
        mix(word);
    }
    word = 0;
    if (at < blob.size()) std::memcpy(&word, blob.data() + at, blob.size() - at);
    mix(word);
    return static_cast<std::int64_t>(mark);
}

void toShapeBlob(const Geometry& geometry, int srid, std::vector<std::byte>& blob)
{
    blob.clear();
    if (std::holds_alternative<std::monostate>(geometry)) return;
    Writer writer(blob, sizeOf(geometry));
    const core::Box box = core::boundsOf(geometry);
    writer.put(kStart);
    writer.put(kLittleEndian);
    writer.put(static_cast<std::int32_t>(srid));
    for (const double side : {box.minX, box.minY, box.maxX, box.maxY}) writer.put(side);
    writer.put(kBoxEnd);
    if (const auto* point = std::get_if<Point>(&geometry)) {
        writer.put(std::int32_t{kPoint});
        writer.put(*point);
    } else if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        put(writer, *lines);
    } else {
        put(writer, std::get<MultiPolygon>(geometry));
    }
    writer.put(kEnd);
}

core::Result<Geometry> fromShapeBlob(std::span<const std::byte> blob, int srid)
{
    if (blob.empty()) return Geometry{};
    return attempt([&] {
        Reader reader(blob);
        if (reader.take<std::byte>() != kStart) refuse(core::ErrorCode::Unreadable, "is not a SpatiaLite shape");
        reader.setSwapped(reader.take<std::byte>() != kLittleEndian);
        const auto own = reader.take<std::int32_t>();
        if (own != srid) refuse(core::ErrorCode::Unreadable, std::format("is in EPSG:{}, not in the place's EPSG:{}", own, srid));
        for (int side = 0; side < 4; ++side) reader.take<double>();
        if (reader.take<std::byte>() != kBoxEnd) refuse(core::ErrorCode::Unreadable, "is not a SpatiaLite shape");
        Geometry geometry = takeGeometry(reader, shapeOf(reader.take<std::int32_t>()));
        if (reader.take<std::byte>() != kEnd) refuse(core::ErrorCode::Unreadable, "is damaged");
        if (!isFinite(geometry)) refuse(core::ErrorCode::Unreadable, "has coordinates that are not finite numbers");
        return geometry;
    });
}

} // namespace hereabouts::gis::detail
