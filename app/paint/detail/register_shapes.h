// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/box_index.h"
#include "app/paint/detail/home_to_world.h"
#include "app/paint/detail/map_style.h"
#include "core/geometry/detail_levels.h"
#include "core/joined/place_snapshot.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace hereabouts::app {

enum class ShapeType : std::uint8_t { Nothing, Point, Line, Area };

/// A vertex as far from its row's origin, in world units: single precision is then finer than a hundredth of a pixel at every zoom.
struct Offset {
    float x = 0;
    float y = 0;
};

/// All rows of a register at one level of detail. A row is some parts (lines, or rings, holes among them), a part is some vertices.
struct ShapeLevel {
    double toleranceMetres = 0;
    std::vector<Offset> vertices;
    std::vector<std::uint32_t> partEnds; ///< End in `vertices` of every part.
    std::vector<std::uint32_t> rowEnds;  ///< End in `partEnds` of every row.

    struct Parts {
        std::uint32_t first = 0;
        std::uint32_t end = 0;
    };
    [[nodiscard]] Parts partsOf(std::size_t row) const { return {row == 0 ? 0 : rowEnds[row - 1], rowEnds[row]}; }
    [[nodiscard]] std::span<const Offset> part(std::uint32_t part) const
    {
        const std::uint32_t from = part == 0 ? 0 : partEnds[part - 1];
        return std::span(vertices).subspan(from, partEnds[part] - from);
    }
};

/// The rows of a register that one layer of the map shows.
struct ShapeLayer {
    std::string key;   ///< "road", "boards 2025", "communities".
    std::string title;
    const LayerStyle* style = nullptr;
    bool onAtFirst = true;
    std::vector<std::uint32_t> rows;   ///< Ascending.
    std::vector<std::uint8_t> ruleOf;  ///< One a row of `rows`: index into the style's rules, kNoRule where none takes it.
    BoxIndex index;                    ///< Over `rows`.

    static constexpr std::uint8_t kNoRule = 255;
};

/// One register as the painter wants it.
struct RegisterShapes {
    std::shared_ptr<const core::RegisterTable> table;
    std::shared_ptr<const core::DetailLevels> details;
    std::vector<ShapeType> types;      ///< One a row, as all below.
    std::vector<core::Box> bounds;     ///< World units.
    std::vector<core::Point> origins;  ///< A point itself; else where its offsets start.
    std::vector<core::Point> anchors;  ///< Where its name and its mark belong.
    std::vector<ShapeLevel> levels;    ///< The full shapes, then fine to coarse.
    std::vector<ShapeLayer> layers;    ///< Bottom up.

    [[nodiscard]] static RegisterShapes build(const core::PlaceSnapshot& place, core::RegisterKind kind, const HomeToWorld& toWorld);
    /// The coarsest level whose lines are within half a pixel of the true ones.
    [[nodiscard]] const ShapeLevel& levelFor(double metresPerPixel) const;
};

} // namespace hereabouts::app
