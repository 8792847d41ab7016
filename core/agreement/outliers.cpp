// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/outliers.h"

#include "core/base/share.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace hereabouts::core {

namespace {

constexpr std::size_t kFewest = 5;
constexpr double kRadiiAway = 4;
constexpr double kTimesTheMedian = 10;

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// Twice the ring's area with its sign, and that times the centroid, both from `base`.
struct Moments {
    double twice = 0;
    double x = 0;
    double y = 0;
};

Moments momentsOf(const Ring& ring, Point base)
{
    Moments sum;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a{ring[i - 1].x - base.x, ring[i - 1].y - base.y};
        const Point b{ring[i].x - base.x, ring[i].y - base.y};
        const double cross = a.x * b.y - b.x * a.y;
        sum.twice += cross;
        sum.x += cross * (a.x + b.x) / 3;
        sum.y += cross * (a.y + b.y) / 3;
    }
    return sum;
}

Point centroidOf(const MultiPolygon& area)
{
    const Point base = boundsOf(area).centre();
    Moments all;
    const auto take = [&](const Ring& ring, double sign) {
        const Moments ringMoments = momentsOf(ring, base);
        const double turn = ringMoments.twice < 0 ? -sign : sign;
        all.twice += turn * ringMoments.twice;
        all.x += turn * ringMoments.x;
        all.y += turn * ringMoments.y;
    };
    for (const Polygon& polygon : area) {
        take(polygon.outer, 1);
        for (const Ring& hole : polygon.holes) take(hole, -1);
    }
    return all.twice == 0 ? base : Point{base.x + all.x / all.twice, base.y + all.y / all.twice};
}

} // namespace

std::string Outlier::sentence() const
{
    switch (reason) {
    case OutlierReason::FarAway: return std::format("its middle is {:.1f} radii from the middle of all drawings", times);
    case OutlierReason::TooLarge: return std::format("it is {:.0f} times as large as the median drawing", times);
    case OutlierReason::TooSmall: return std::format("it has {} of the median drawing's ground", writtenShare(times));
    }
    return {};
}

std::vector<Outlier> outliersOf(std::span<const MultiPolygon* const> areas)
{
    if (areas.size() < kFewest) return {};
    std::vector<double> sizes;
    std::vector<double> xs;
    std::vector<double> ys;
    for (const MultiPolygon* area : areas) {
        const Point centroid = centroidOf(*area);
        sizes.push_back(planarArea(*area));
        xs.push_back(centroid.x);
        ys.push_back(centroid.y);
    }
    const double size = medianOf(sizes);
    const double radius = std::sqrt(size / std::numbers::pi);
    const Point middle{medianOf(xs), medianOf(ys)};
    std::vector<Outlier> found;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const double away = std::hypot(xs[i] - middle.x, ys[i] - middle.y) / radius;
        if (away > kRadiiAway) found.push_back({i, OutlierReason::FarAway, away});
        if (sizes[i] > kTimesTheMedian * size) found.push_back({i, OutlierReason::TooLarge, sizes[i] / size});
        if (sizes[i] < size / kTimesTheMedian) found.push_back({i, OutlierReason::TooSmall, sizes[i] / size});
    }
    return found;
}

} // namespace hereabouts::core
