// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/field.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// The registers of a place: what `hereabouts import` calls KIND.
enum class RegisterKind { Wards, Boards, SmallAreas, Communities, Anchors, Suppliers, Localities, Payments, Plans, Priorities, Proposals, Ballots, Basemap };

inline constexpr std::size_t kRegisterCount = 13;
inline constexpr std::array<RegisterKind, kRegisterCount> kAllRegisters{RegisterKind::Wards, RegisterKind::Boards, RegisterKind::SmallAreas,
    RegisterKind::Communities, RegisterKind::Anchors, RegisterKind::Suppliers, RegisterKind::Localities, RegisterKind::Payments, RegisterKind::Plans,
    RegisterKind::Priorities, RegisterKind::Proposals, RegisterKind::Ballots, RegisterKind::Basemap};

enum class GeometryRule {
    None,            ///< A table: payments, ballots.
    Polygon,         ///< Every row has an area.
    PolygonOrNone,   ///< An area, or nothing (a community beyond boundaries).
    PointOrNone,     ///< A position, or nothing (a supplier not located).
    Any,             ///< A point, line or area (the base map).
    AnyOrNone,       ///< A point, line, area or nothing (a priority, a proposal).
};

/// One register, told once: import, store, tables, search, export and comparison all read this.
struct RegisterSpec {
    RegisterKind kind;
    std::string_view name;       ///< What the command calls it: "small-areas".
    std::string_view title;      ///< What a screen calls it: "Small areas".
    std::string_view table;      ///< Table in the place file and layer in exports: "small_areas".
    GeometryRule geometry = GeometryRule::None;
    bool hasEditions = false;    ///< Rows belong to a dated edition (field "edition"); a code is unique within its edition.
    bool covers = false;         ///< Rows ought to tile the ground: checked as a coverage.
    std::vector<std::string_view> key; ///< Fields that together are unique; empty where repeats are real (payments).
    std::vector<Field> fields;

    /// Index of the field of that name in `fields`, or nothing.
    [[nodiscard]] std::optional<std::size_t> fieldIndex(std::string_view name) const;
};

/// The spec of a register. Always the same object.
[[nodiscard]] const RegisterSpec& specOf(RegisterKind kind);

/// The register that the command line or a table name calls `name` ("small-areas" or "small_areas"), or nothing.
[[nodiscard]] std::optional<RegisterKind> registerNamed(std::string_view name);

} // namespace hereabouts::core
