// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/ramps.h"

#include <QRgb>

#include <algorithm>
#include <array>
#include <cmath>

namespace hereabouts::app {

namespace {

using Ramp = std::array<QRgb, 9>;

// ColorBrewer 2.0 sequential schemes of nine (Brewer, Harrower and The Pennsylvania State University), all marked safe for colour-blind readers.
constexpr Ramp kPurples{0xfff7fcfd, 0xffe0ecf4, 0xffbfd3e6, 0xff9ebcda, 0xff8c96c6, 0xff8c6bb1, 0xff88419d, 0xff810f7c, 0xff4d004b}; // BuPu
constexpr Ramp kOranges{0xffffffe5, 0xfffff7bc, 0xfffee391, 0xfffec44f, 0xfffe9929, 0xffec7014, 0xffcc4c02, 0xff993404, 0xff662506}; // YlOrBr
constexpr Ramp kGreens{0xfffff7fb, 0xffece2f0, 0xffd0d1e6, 0xffa6bddb, 0xff67a9cf, 0xff3690c0, 0xff02818a, 0xff016c59, 0xff014636};  // PuBuGn
constexpr Ramp kReds{0xfffff7f3, 0xfffde0dd, 0xfffcc5c0, 0xfffa9fb5, 0xfff768a1, 0xffdd3497, 0xffae017e, 0xff7a0177, 0xff49006a};    // RdPu

// Okabe and Ito (2002), "Color universal design", without black and with the yellow darkened to show on paper; then three of Tol's muted scheme (2021).
constexpr std::array<QRgb, kCategoryColours> kCategories{
    0xff0072b2, 0xffe69f00, 0xff009e73, 0xffcc79a7, 0xff56b4e9, 0xffd55e00, 0xffd9c700, 0xff332288, 0xff882255, 0xff999933};

// The pink and blue 3 × 3 scheme of Stevens (2015), "Bivariate choropleth maps: a how-to guide"; the dark one is its mirror in lightness, made for this map.
constexpr std::array<QRgb, 9> kBivariateLight{0xffe8e8e8, 0xfface4e4, 0xff5ac8c8, 0xffdfb0d6, 0xffa5add3, 0xff5698b9, 0xffbe64ac, 0xff8c62aa, 0xff3b4994};
constexpr std::array<QRgb, 9> kBivariateDark{0xff3b424c, 0xff3b7f88, 0xff45c4cf, 0xff80527c, 0xff7f86b0, 0xff83bde6, 0xffd06bbf, 0xffb48fd9, 0xffd5dcff};

const Ramp& rampOf(core::Unit unit)
{
    switch (unit) {
    case core::Unit::Money: return kPurples;
    case core::Unit::People: return kOranges;
    case core::Unit::SquareMetres: return kReds;
    case core::Unit::Count: break;
    }
    return kGreens;
}

QColor between(const Ramp& ramp, double position)
{
    const double scaled = std::clamp(position, 0.0, 1.0) * (ramp.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(scaled), ramp.size() - 2);
    const double part = scaled - static_cast<double>(below);
    const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(std::lerp(a, b, part))); };
    const QRgb a = ramp[below];
    const QRgb b = ramp[below + 1];
    return {mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b))};
}

/// A colour mixed with the dark map's ground.
QColor sunk(const QColor& colour, double part)
{
    constexpr std::array<int, 3> ground{0x2b, 0x31, 0x38};
    const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(std::lerp(a, b, part))); };
    return {mix(colour.red(), ground[0]), mix(colour.green(), ground[1]), mix(colour.blue(), ground[2])};
}

} // namespace

ThemedColour rampColour(core::Unit unit, std::size_t index, std::size_t classes)
{
    const double share = classes < 2 ? 0.6 : static_cast<double>(index) / static_cast<double>(classes - 1);
    // The ends of a ramp are nearly paper and nearly ink: land and labels must still be told from them.
    // On a dark map the deep end of a ramp is also its most glaring: it sinks into the ground instead.
    return {.light = between(rampOf(unit), std::lerp(0.17, 0.88, share)), .dark = sunk(between(rampOf(unit), std::lerp(0.86, 0.20, share)), 0.5 * (1 - share))};
}

ThemedColour categoryColour(std::size_t index)
{
    if (index >= kCategories.size()) return {.light = QColor(0x8d, 0x93, 0x99), .dark = QColor(0x80, 0x86, 0x8c)};
    const QColor colour(kCategories[index]);
    const bool tooDark = colour.lightness() < 90;
    return {.light = colour, .dark = tooDark ? colour.lighter(165) : colour};
}

ThemedColour bivariateColour(int column, int row)
{
    const auto cell = std::size_t{3} * static_cast<std::size_t>(row) + static_cast<std::size_t>(column);
    return {.light = QColor(kBivariateLight[cell]), .dark = QColor(kBivariateDark[cell])};
}

ThemedColour zeroColour() { return {.light = QColor(0xfd, 0xfc, 0xf9), .dark = QColor(0x2b, 0x31, 0x38)}; }

ThemedColour noDataColour() { return {.light = QColor(0x9a, 0x9f, 0xa3), .dark = QColor(0x6f, 0x78, 0x80)}; }

ThemedColour wonColour() { return {.light = QColor(0x00, 0x85, 0x61), .dark = QColor(0x2f, 0xd1, 0x9b)}; }

ThemedColour lostColour() { return {.light = QColor(0xb8, 0x4a, 0x00), .dark = QColor(0xff, 0xa2, 0x5e)}; }

} // namespace hereabouts::app
