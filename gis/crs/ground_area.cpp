// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/detail/ground_area.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace hereabouts::gis::detail {

namespace {

using StripAt = std::function<Strip(core::Point)>;

/// Metres: so short an edge is straight in longitude and equal-area latitude too, to 0.02 m² beside it.
constexpr double kStraightEdge = 100;

constexpr double kLocal = 20'000; ///< Metres across that the polynomial is trusted over.
constexpr std::size_t kNodes = 4;
constexpr std::size_t kManyVertices = 3 * kNodes * kNodes;

/// cos of odd eighths of a half turn, divided in two: Chebyshev's nodes for four.
constexpr std::array<double, kNodes> kNode{-0.92387953251128674, -0.38268343236508977, 0.38268343236508977, 0.92387953251128674};

/// Lagrange's basis on the nodes, at x in -1…1.
std::array<double, kNodes> basisAt(double x)
{
    std::array<double, kNodes> basis{};
    for (std::size_t i = 0; i < kNodes; ++i) {
        basis[i] = 1;
        for (std::size_t j = 0; j < kNodes; ++j) {
            if (i != j) basis[i] *= (x - kNode[j]) / (kNode[i] - kNode[j]);
        }
    }
    return basis;
}

/// The strips of a few kilometres, as a polynomial in east and north.
class LocalStrips {
public:
    /// Nothing where they are no smooth whole: beside a pole, or where longitudes begin anew.
    static std::optional<LocalStrips> over(const core::Box& box, const StripAt& strip)
    {
        LocalStrips local;
        local.m_middle = box.centre();
        local.m_half = std::max({box.width(), box.height(), 1.0}) / 2;
        local.m_origin = strip(local.m_middle);
        constexpr double kSpread = 0.5; // radians
        for (std::size_t row = 0; row < kNodes; ++row) {
            for (std::size_t column = 0; column < kNodes; ++column) {
                const Strip at = strip({local.m_middle.x + kNode[column] * local.m_half, local.m_middle.y + kNode[row] * local.m_half});
                Strip& node = local.m_nodes[row * kNodes + column];
                node = {at.longitude - local.m_origin.longitude, at.area - local.m_origin.area};
                if (!(std::abs(node.longitude) < kSpread) || !std::isfinite(node.area)) return std::nullopt;
            }
        }
        return local;
    }

    /// Less the strip in the middle.
    Strip operator()(core::Point at) const
    {
        const auto east = basisAt((at.x - m_middle.x) / m_half);
        const auto north = basisAt((at.y - m_middle.y) / m_half);
        Strip sum;
        for (std::size_t row = 0; row < kNodes; ++row) {
            for (std::size_t column = 0; column < kNodes; ++column) {
                const double weight = north[row] * east[column];
                sum.longitude += weight * m_nodes[row * kNodes + column].longitude;
                sum.area += weight * m_nodes[row * kNodes + column].area;
            }
        }
        return sum;
    }

private:
    core::Point m_middle;
    double m_half = 1;
    Strip m_origin;
    std::array<Strip, kNodes * kNodes> m_nodes{};
};

/// The area between a straight piece of the home CRS and the equator: Simpson's rule on a parabola through its ends and its middle.
template <typename At> double areaBeside(core::Point a, const Strip& from, core::Point b, const Strip& to, const At& at)
{
    const double span = to.longitude - from.longitude;
    if (std::hypot(b.x - a.x, b.y - a.y) <= kStraightEdge) return span * (from.area + to.area) / 2;
    const Strip halfway = at({(a.x + b.x) / 2, (a.y + b.y) / 2});
    const double bulge = from.longitude - 2 * halfway.longitude + to.longitude;
    return (from.area * (span - 2 * bulge) + 4 * halfway.area * span + to.area * (span + 2 * bulge)) / 6;
}

/// @param at  Strips less a fixed one, so that small rings keep their digits.
template <typename At> std::optional<double> areaWith(const core::Ring& ring, const At& at)
{
    double area = 0;
    Strip from = at(ring.front());
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const core::Point start = ring[i - 1];
        const core::Point end = ring[i];
        const double length = std::hypot(end.x - start.x, end.y - start.y);
        const int pieces = length > kLongestPiece && length < 1e8 ? static_cast<int>(std::ceil(length / kLongestPiece)) : 1;
        core::Point a = start;
        for (int k = 1; k <= pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            const core::Point b = k == pieces ? end : core::Point{start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)};
            const Strip to = at(b);
            if (std::abs(to.longitude - from.longitude) > std::numbers::pi / 2) return std::nullopt;
            area += areaBeside(a, from, b, to, at);
            a = b;
            from = to;
        }
    }
    return std::abs(area);
}

} // namespace

Strip stripOf(double longitudeDegrees, double latitudeDegrees, double axis, double e2)
{
    constexpr double kRadians = std::numbers::pi / 180;
    const double e = std::sqrt(e2);
    const double sine = std::sin(latitudeDegrees * kRadians);
    const double q = (1 - e2) * (sine / (1 - e2 * sine * sine) + std::atanh(e * sine) / e);
    return {longitudeDegrees * kRadians, axis * axis / 2 * q};
}

std::optional<double> ringArea(const core::Ring& ring, const StripAt& strip)
{
    if (ring.size() < 4) return 0;
    if (ring.size() > kManyVertices) {
        core::Box box;
        for (const core::Point p : ring) box.include(p);
        if (box.width() <= kLocal && box.height() <= kLocal) {
            if (const auto local = LocalStrips::over(box, strip)) return areaWith(ring, *local);
        }
    }
    const Strip origin = strip(ring.front());
    return areaWith(ring, [&](core::Point p) {
        const Strip at = strip(p);
        return Strip{at.longitude - origin.longitude, at.area - origin.area};
    });
}

} // namespace hereabouts::gis::detail
