// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agreement.h"

#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace hereabouts::test {

inline core::Ring rectangle(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

inline core::Drawing drawn(std::string person, core::MultiPolygon shape, std::map<std::string, std::string> groups = {})
{
    return {.person = std::move(person), .row = 0, .shape = std::move(shape), .groups = std::move(groups)};
}

inline core::Drawing box(std::string person, double west, double south, double east, double north)
{
    return drawn(std::move(person), {{.outer = rectangle(west, south, east, north), .holes = {}}});
}

/// People who draw about the same place, each a little otherwise: 5 to 25 corners on a centimetre grid around a middle that shifts.
inline std::vector<core::Drawing> crowd(std::size_t people, double radius, unsigned seed)
{
    std::mt19937_64 random(seed);
    const auto share = [&] { return static_cast<double>(random() % 10'000) / 10'000; };
    const auto centimetres = [](double metres) { return std::round(metres * 100) / 100; };
    std::vector<core::Drawing> drawings;
    for (std::size_t i = 0; i < people; ++i) {
        const core::Point middle{1'570'000 + radius * (share() - 0.5), 5'180'000 + radius * (share() - 0.5)};
        const double size = radius * (0.6 + 0.8 * share());
        const int corners = 5 + static_cast<int>(random() % 21);
        core::Ring ring;
        for (int corner = 0; corner < corners; ++corner) {
            const double angle = 2 * std::numbers::pi * corner / corners;
            const double far = size * (0.8 + 0.4 * share());
            ring.push_back({centimetres(middle.x + far * std::cos(angle)), centimetres(middle.y + far * std::sin(angle))});
        }
        ring.push_back(ring.front());
        drawings.push_back(drawn("person " + std::to_string(i), {{.outer = std::move(ring), .holes = {}}}, {{"tenure", i % 3 == 0 ? "renter" : "owner"}}));
    }
    return drawings;
}

inline std::vector<const core::MultiPolygon*> shapesOf(const std::vector<core::Drawing>& drawings)
{
    std::vector<const core::MultiPolygon*> shapes;
    for (const core::Drawing& drawing : drawings) shapes.push_back(&drawing.shape);
    return shapes;
}

} // namespace hereabouts::test
