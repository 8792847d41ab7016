// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/scale_bar.h"

#include <cmath>
#include <numbers>

namespace hereabouts::app {

double ScaleBar::metresPerPixel() const
{
    // Web Mercator's equator is the WGS 84 one, 256 pixels at zoom 0; its scale grows with 1 / cos(latitude).
    constexpr double kEquatorMetres = 2 * std::numbers::pi * 6'378'137.0;
    return kEquatorMetres * std::cos(m_latitude * std::numbers::pi / 180) / (256 * std::exp2(m_zoomLevel));
}

double ScaleBar::roundMetres() const
{
    const double most = metresPerPixel() * m_room;
    const double ten = std::pow(10, std::floor(std::log10(most)));
    if (most >= 5 * ten) return 5 * ten;
    return most >= 2 * ten ? 2 * ten : ten;
}

double ScaleBar::length() const { return roundMetres() / metresPerPixel(); }

QString ScaleBar::text() const
{
    const double metres = roundMetres();
    return metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000) : QStringLiteral("%1 m").arg(metres);
}

} // namespace hereabouts::app
