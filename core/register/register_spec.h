// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/register/field.h"
#include "core/register/register_kind.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hereabouts::core {

enum class GeometryRule {
    None, ///< A table: payments, ballots.
    Polygon, ///< Every row has an area.
    PolygonOrNone, ///< An area, or nothing (a community beyond boundaries).
    PointOrNone, ///< A position, or nothing (a supplier not located).
    Any, ///< A point, line or area (the base map).
    AnyOrNone, ///< A point, line, area or nothing (a priority, a proposal).
};

/// One register, told once: import, store, tables, search, export and comparison all read this.
struct RegisterSpec {
    RegisterKind kind;
    std::string_view name; ///< What the command calls it: "small-areas".
    std::string_view title; ///< What a screen calls it: "Small areas".
    std::string_view table; ///< Table in the place file and layer in exports: "small_areas".
    GeometryRule geometry = GeometryRule::None;
    bool hasEditions = false; ///< Rows belong to a dated edition (field "edition"); a code is unique within its edition.
    bool covers = false; ///< Rows ought to tile the ground: checked as a coverage.
    bool isPrivate = false; ///< Rows never leave in an export, not even in one of everything: members and their addresses.
    /// The register that rows tell more of, each through its field "community", "plan" …: officers of a community. Nothing for registers that stand alone.
    std::optional<RegisterKind> detailOf = std::nullopt;
    std::vector<std::string_view> key; ///< Fields that together are unique; empty where repeats are real (payments).
    std::vector<Field> fields;

    /// Index of the field of that name in `fields`, or nothing.
    [[nodiscard]] std::optional<std::size_t> fieldIndex(std::string_view name) const;
    /// Index of the field through which rows name the row they tell more of. @pre detailOf
    [[nodiscard]] std::size_t parentField() const;
};

/// The spec of a register. Always the same object.
[[nodiscard]] const RegisterSpec& specOf(RegisterKind kind);

/// The register that the command line or a table name calls `name` ("small-areas" or "small_areas"), or nothing.
[[nodiscard]] std::optional<RegisterKind> registerNamed(std::string_view name);

} // namespace hereabouts::core
