// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace hereabouts::core {

namespace {

int signOf(double number) { return (number > 0) - (number < 0); }

/// An exact sum of doubles, held as parts that do not overlap, smallest first.
class ExactSum {
public:
    void addProduct(double a, double b)
    {
        const double product = a * b;
        add(std::fma(a, b, -product));
        add(product);
    }

    /// The largest part that is not zero outweighs all below it.
    [[nodiscard]] int sign() const
    {
        for (std::size_t i = m_count; i-- > 0;) {
            if (m_parts[i] != 0) return signOf(m_parts[i]);
        }
        return 0;
    }

private:
    void add(double number)
    {
        double carried = number;
        for (std::size_t i = 0; i < m_count; ++i) {
            const double part = m_parts[i];
            const double sum = carried + part;
            const double shadow = sum - carried;
            m_parts[i] = (carried - (sum - shadow)) + (part - shadow);
            carried = sum;
        }
        m_parts[m_count++] = carried;
    }

    std::array<double, 12> m_parts{};
    std::size_t m_count = 0;
};

int exactSideOf(Point a, Point b, Point p)
{
    ExactSum sum;
    sum.addProduct(a.x, b.y);
    sum.addProduct(-a.y, b.x);
    sum.addProduct(b.x, p.y);
    sum.addProduct(-b.y, p.x);
    sum.addProduct(p.x, a.y);
    sum.addProduct(-p.y, a.x);
    return sum.sign();
}

} // namespace

int sideOf(Point a, Point b, Point p)
{
    constexpr double kErrorBound = 3.3306690738754716e-16; // (3 + 16 u) u with u = 2^-53
    const double left = (b.x - a.x) * (p.y - a.y);
    const double right = (b.y - a.y) * (p.x - a.x);
    const double cross = left - right;
    if (std::abs(cross) > kErrorBound * (std::abs(left) + std::abs(right))) return signOf(cross);
    return exactSideOf(a, b, p);
}

bool onSegment(Point a, Point b, Point p)
{
    if (p.x < std::min(a.x, b.x) || p.x > std::max(a.x, b.x) || p.y < std::min(a.y, b.y) || p.y > std::max(a.y, b.y)) return false;
    return sideOf(a, b, p) == 0;
}

} // namespace hereabouts::core
