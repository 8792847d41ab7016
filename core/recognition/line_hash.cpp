// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/line_hash.h"

#include "core/recognition/detail/sha256.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace hereabouts::core {

namespace {

using Corner = std::pair<std::int64_t, std::int64_t>; // Whole centimetres.
using Corners = std::vector<Corner>;

/// Where the least of a ring's rotations starts, in O(n): two candidates run side by side, and the one that falls behind leaps past what it lost by
/// (Shiloach 1981).
std::size_t leastStart(const Corners& ring)
{
    const std::size_t n = ring.size();
    std::size_t i = 0, j = 1, same = 0;
    while (i < n && j < n && same < n) {
        const Corner& a = ring[(i + same) % n];
        const Corner& b = ring[(j + same) % n];
        if (a == b) {
            ++same;
            continue;
        }
        (b < a ? i : j) += same + 1;
        if (i == j) ++j;
        same = 0;
    }
    return std::min(i, j);
}

Corners leastOf(Corners ring)
{
    std::ranges::rotate(ring, ring.begin() + static_cast<std::ptrdiff_t>(leastStart(ring)));
    Corners back(ring.rbegin(), ring.rend());
    std::ranges::rotate(back, back.begin() + static_cast<std::ptrdiff_t>(leastStart(back)));
    return std::min(ring, back);
}

Corners canonical(const Ring& ring)
{
    Corners corners;
    for (const Point& point : ring) {
        const Corner corner{std::llround(point.x * 100), std::llround(point.y * 100)};
        if (corners.empty() || corners.back() != corner) corners.push_back(corner);
    }
    while (corners.size() > 1 && corners.back() == corners.front()) corners.pop_back();
    return corners.empty() ? corners : leastOf(std::move(corners));
}

struct CanonicalPart {
    Corners outer;
    std::vector<Corners> holes;
    auto operator<=>(const CanonicalPart&) const = default;
};

std::string textOf(const Corners& ring)
{
    std::string text = "R";
    for (const auto& [x, y] : ring) text += ' ' + std::to_string(x) + ',' + std::to_string(y);
    return text + '\n';
}

} // namespace

std::string lineHash(const Geometry& geometry)
{
    const auto* const area = std::get_if<MultiPolygon>(&geometry);
    if (!area || area->empty()) return {};
    std::vector<CanonicalPart> parts;
    for (const Polygon& polygon : *area) {
        CanonicalPart& part = parts.emplace_back(CanonicalPart{.outer = canonical(polygon.outer), .holes = {}});
        for (const Ring& hole : polygon.holes) part.holes.push_back(canonical(hole));
        std::ranges::sort(part.holes);
    }
    std::ranges::sort(parts);
    detail::Sha256 sum;
    for (const CanonicalPart& part : parts) {
        sum.add("P\n");
        sum.add(textOf(part.outer));
        for (const Corners& hole : part.holes) sum.add(textOf(hole));
    }
    return sum.finish();
}

} // namespace hereabouts::core
