// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes/wkb.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <format>
#include <type_traits>
#include <utility>

namespace hereabouts::gis {

namespace {

static_assert(std::endian::native == std::endian::little, "points are copied as they lie in memory");
static_assert(sizeof(core::Point) == 16 && std::is_trivially_copyable_v<core::Point>);

enum Kind : std::uint32_t { Point = 1, LineString = 2, PolygonKind = 3, MultiPoint = 4, MultiLineString = 5, MultiPolygonKind = 6, Collection = 7 };

constexpr std::uint32_t kEwkbZ = 0x80000000;
constexpr std::uint32_t kEwkbM = 0x40000000;
constexpr std::uint32_t kEwkbSrid = 0x20000000;
constexpr int kDeepest = 8;
constexpr std::size_t kHeader = 5; // byte order and kind
constexpr std::size_t kLeastMember = 9; // the smallest thing inside another: a header and a count

class Writer {
public:
    explicit Writer(std::size_t size) { m_bytes.resize(size); }

    void header(std::uint32_t kind)
    {
        m_bytes[m_at++] = std::byte{1};
        number(kind);
    }
    void number(std::uint32_t value) { raw(&value, sizeof value); }
    void points(std::span<const core::Point> points)
    {
        number(static_cast<std::uint32_t>(points.size()));
        raw(points.data(), points.size_bytes());
    }
    void point(core::Point p) { raw(&p, sizeof p); }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    void raw(const void* from, std::size_t size)
    {
        if (size) std::memcpy(m_bytes.data() + m_at, from, size);
        m_at += size;
    }
    std::vector<std::byte> m_bytes;
    std::size_t m_at = 0;
};

std::size_t sizeOf(const core::Line& line)
{
    return 4 + line.size() * sizeof(core::Point);
}

std::vector<std::byte> write(const core::MultiLine& lines)
{
    std::size_t size = kHeader + 4;
    for (const core::Line& line : lines) size += kHeader + sizeOf(line);
    Writer out(size);
    out.header(MultiLineString);
    out.number(static_cast<std::uint32_t>(lines.size()));
    for (const core::Line& line : lines) {
        out.header(LineString);
        out.points(line);
    }
    return out.take();
}

std::vector<std::byte> write(const core::MultiPolygon& area)
{
    std::size_t size = kHeader + 4;
    for (const core::Polygon& polygon : area) {
        size += kHeader + 4 + sizeOf(polygon.outer);
        for (const core::Ring& hole : polygon.holes) size += sizeOf(hole);
    }
    Writer out(size);
    out.header(MultiPolygonKind);
    out.number(static_cast<std::uint32_t>(area.size()));
    for (const core::Polygon& polygon : area) {
        out.header(PolygonKind);
        out.number(static_cast<std::uint32_t>(1 + polygon.holes.size()));
        out.points(polygon.outer);
        for (const core::Ring& hole : polygon.holes) out.points(hole);
    }
    return out.take();
}

std::vector<std::byte> write(core::Point p)
{
    Writer out(kHeader + sizeof p);
    out.header(Point);
    out.point(p);
    return out.take();
}

/// What has been read so far of one geometry: of one kind, or it is mixed.
struct Parts {
    std::vector<core::Point> points;
    core::MultiLine lines;
    core::MultiPolygon polygons;
};

struct Header {
    std::uint32_t kind = 0;
    int dimensions = 2;
    bool swap = false;
};

/// Reads with every length checked against the bytes that are left before anything of that length is made. Once it has failed it stays failed.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) { }

    void geometry(Parts& into, int depth)
    {
        if (depth > kDeepest) return refuse(std::format("is nested more than {} deep", kDeepest));
        const Header header = readHeader();
        if (failed()) return;
        switch (header.kind) {
        case Point: return onePoint(into, header);
        case LineString: return oneLine(into, header);
        case PolygonKind: return onePolygon(into, header);
        case MultiPoint:
        case MultiLineString:
        case MultiPolygonKind:
        case Collection: return members(into, header, depth);
        default: return refuse(std::format("is of kind {}, which is neither points, lines nor areas with straight edges", header.kind));
        }
    }

    [[nodiscard]] bool failed() const { return !m_trouble.empty(); }
    [[nodiscard]] const std::string& trouble() const { return m_trouble; }

private:
    void refuse(std::string trouble)
    {
        if (m_trouble.empty()) m_trouble = std::move(trouble);
    }

    [[nodiscard]] bool has(std::size_t size)
    {
        if (m_bytes.size() - m_at < size) refuse("ends too soon");
        return !failed();
    }

    std::uint32_t number(bool swap)
    {
        if (!has(4)) return 0;
        std::uint32_t value = 0;
        std::memcpy(&value, m_bytes.data() + m_at, 4);
        m_at += 4;
        return swap ? std::byteswap(value) : value;
    }

    /// How many things follow, each of at least this many bytes.
    std::size_t count(bool swap, std::size_t leastBytes)
    {
        const std::uint32_t n = number(swap);
        if (failed() || n > (m_bytes.size() - m_at) / leastBytes) {
            refuse("ends too soon");
            return 0;
        }
        return n;
    }

    Header readHeader()
    {
        if (!has(kHeader)) return {};
        const auto order = std::to_integer<unsigned>(m_bytes[m_at++]);
        if (order > 1) {
            refuse("does not begin like well-known binary");
            return {};
        }
        Header header{.kind = 0, .dimensions = 2, .swap = order == 0};
        const std::uint32_t raw = number(header.swap);
        if (raw & kEwkbSrid) number(header.swap);
        const std::uint32_t iso = raw & 0x0FFFFFFF;
        const std::uint32_t extra = iso / 1000; // ISO: 1 Z, 2 M, 3 both
        header.kind = iso % 1000;
        header.dimensions += ((raw & kEwkbZ) || extra == 1 || extra == 3 ? 1 : 0) + ((raw & kEwkbM) || extra == 2 || extra == 3 ? 1 : 0);
        if (extra > 3) refuse(std::format("is of the unknown kind {}", iso));
        return header;
    }

    double coordinate(std::size_t at, bool swap) const
    {
        std::uint64_t bits = 0;
        std::memcpy(&bits, m_bytes.data() + at, 8);
        return std::bit_cast<double>(swap ? std::byteswap(bits) : bits);
    }

    std::vector<core::Point> points(std::size_t n, const Header& header)
    {
        const std::size_t stride = 8 * static_cast<std::size_t>(header.dimensions);
        std::vector<core::Point> result(n);
        if (header.dimensions == 2 && !header.swap) {
            if (n) std::memcpy(result.data(), m_bytes.data() + m_at, n * stride);
        } else {
            for (std::size_t i = 0; i < n; ++i) {
                result[i] = {coordinate(m_at + i * stride, header.swap), coordinate(m_at + i * stride + 8, header.swap)};
            }
        }
        m_at += n * stride;
        return result;
    }

    std::vector<core::Point> countedPoints(const Header& header)
    {
        const std::size_t n = count(header.swap, 8 * static_cast<std::size_t>(header.dimensions));
        return failed() ? std::vector<core::Point>{} : points(n, header);
    }

    void onePoint(Parts& into, const Header& header)
    {
        if (!has(8 * static_cast<std::size_t>(header.dimensions))) return;
        const core::Point p = points(1, header).front();
        const bool emptyPoint = p.x != p.x && p.y != p.y; // how WKB says POINT EMPTY
        if (!emptyPoint) into.points.push_back(p);
    }

    void oneLine(Parts& into, const Header& header)
    {
        core::Line line = countedPoints(header);
        if (!line.empty()) into.lines.push_back(std::move(line));
    }

    void onePolygon(Parts& into, const Header& header)
    {
        const std::size_t rings = count(header.swap, 4);
        core::Polygon polygon;
        for (std::size_t i = 0; i < rings && !failed(); ++i) {
            core::Ring ring = countedPoints(header);
            if (i == 0)
                polygon.outer = std::move(ring);
            else if (!ring.empty())
                polygon.holes.push_back(std::move(ring));
        }
        if (!failed() && !polygon.outer.empty()) into.polygons.push_back(std::move(polygon));
    }

    void members(Parts& into, const Header& header, int depth)
    {
        const std::size_t n = count(header.swap, kLeastMember);
        for (std::size_t i = 0; i < n && !failed(); ++i) geometry(into, depth + 1);
    }

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    std::string m_trouble;
};

core::Result<core::Geometry> oneKind(Parts parts)
{
    const int kinds = (parts.points.empty() ? 0 : 1) + (parts.lines.empty() ? 0 : 1) + (parts.polygons.empty() ? 0 : 1);
    if (kinds > 1) {
        return core::fail(core::ErrorCode::BadInput, "The shape mixes points, lines or areas: give each row one kind of shape.");
    }
    if (parts.points.size() > 1) {
        return core::fail(
            core::ErrorCode::BadInput, std::format("The shape has {} points where one is wanted: give each point a row of its own.", parts.points.size()));
    }
    if (!parts.points.empty()) return core::Geometry(parts.points.front());
    if (!parts.lines.empty()) return core::Geometry(std::move(parts.lines));
    if (!parts.polygons.empty()) return core::Geometry(std::move(parts.polygons));
    return core::Geometry();
}

} // namespace

std::vector<std::byte> toWkb(const core::Geometry& geometry)
{
    if (const auto* point = std::get_if<core::Point>(&geometry)) return write(*point);
    if (const auto* lines = std::get_if<core::MultiLine>(&geometry)) return write(*lines);
    if (const auto* area = std::get_if<core::MultiPolygon>(&geometry)) return write(*area);
    return {};
}

core::Result<core::Geometry> fromWkb(std::span<const std::byte> bytes)
{
    if (bytes.empty()) return core::Geometry();
    Reader reader(bytes);
    Parts parts;
    reader.geometry(parts, 1);
    if (reader.failed()) return core::fail(core::ErrorCode::BadInput, std::format("The shape {}.", reader.trouble()));
    return oneKind(std::move(parts));
}

} // namespace hereabouts::gis
