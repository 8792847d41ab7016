// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geometry/box.h"
#include "core/register/register_spec.h"
#include "gis/crs/projection.h"
#include "gis/shapes/repair.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace hereabouts::gis::detail {

/// One source shape at home, or why it cannot be.
struct ShapeAtHome {
    core::Geometry geometry;
    double groundSquareMetres = 0;
    std::string refusal;  ///< A sentence; empty when accepted.
    std::string repair;   ///< What was wrong before it was repaired; empty when nothing was.
    double wasSquareMetres = 0;
    double nowSquareMetres = 0;
};

/// Brings shapes from a source's CRS home: checked, reprojected, made whole across the antimeridian, settled on the grid, measured.
class ShapeIntake {
public:
    /// Without a CRS the bounds are gathered and no shape is brought home.
    [[nodiscard]] static core::Result<ShapeIntake> create(core::GeometryRule rule, const std::optional<Crs>& from, bool swapAxes, int homeEpsg);
    /// One for another thread: it brings home alike and has seen no shape yet.
    [[nodiscard]] core::Result<ShapeIntake> another() const { return create(m_rule, m_from, m_swap, m_home.crs().epsg); }

    [[nodiscard]] ShapeAtHome bring(std::span<const std::byte> wkb, const core::Job& job);
    [[nodiscard]] ShapeAtHome bring(core::Geometry source, const core::Job& job);

    [[nodiscard]] const core::Box& sourceBounds() const { return m_bounds; } ///< Of finite coordinates, as they stand in the source.
    void includeBounds(const core::Box& others) { m_bounds.include(others); }
    [[nodiscard]] bool degrees() const { return m_degrees; }
    [[nodiscard]] std::string accuracyNote() const { return m_reprojection ? m_reprojection->accuracyNote() : std::string(); }

private:
    ShapeIntake(core::GeometryRule rule, Projection home) : m_rule(rule), m_home(std::move(home)) {}
    [[nodiscard]] std::string offence(const core::Geometry& source);
    [[nodiscard]] std::string kindOffence(const core::Geometry& geometry) const;

    core::GeometryRule m_rule;
    std::optional<Crs> m_from;
    Projection m_home;
    std::optional<Reprojection> m_reprojection;
    bool m_degrees = false;
    bool m_swap = false;
    core::Box m_bounds;
};

} // namespace hereabouts::gis::detail
