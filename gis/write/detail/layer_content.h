// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"
#include "gis/write/export.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// What of one register goes into one layer.
struct LayerContent {
    const core::RegisterTable* table = nullptr;
    std::vector<std::size_t> rows;
    std::vector<std::size_t> fields; ///< Indices of the spec's fields that may leave the place.
    std::size_t withheld = 0;        ///< Rows that were asked for and may not leave: those of members, and boundaries whose owners say so.

    [[nodiscard]] const core::RegisterSpec& spec() const { return table->spec(); }
    [[nodiscard]] std::string name() const { return std::string(spec().table); }
    [[nodiscard]] bool hasShapes() const { return spec().geometry != core::GeometryRule::None; }
};

/// The request's rows of one register. `everything`: fields that only a copy of the whole place carries are in it too.
[[nodiscard]] LayerContent contentOf(const core::PlaceSnapshot& place, core::RegisterKind kind, const ExportRequest& request, bool everything);

/// A value as text: dates ISO 8601, money "1234.50", flags "1" and "0"; empty for none.
[[nodiscard]] std::string textOf(const core::Value& value, core::FieldType type);
/// Money in major units, exactly: "-1234.50".
[[nodiscard]] std::string majorUnits(std::int64_t minor);

} // namespace hereabouts::gis
