// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"
#include "core/register/register_spec.h"
#include "gis/store/detail/sqlite.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis::detail {

/// In the header of every place file: how `file` and we know one. "HRBT".
inline constexpr std::int64_t kApplicationId = 0x48524254;
/// Grows when what the tables hold changes; a file with a larger one is from a newer Hereabouts.
inline constexpr std::int64_t kSchemaVersion = 3;

/// A geometry column of a register. A register of points, lines and areas has three, at most one of them filled in a row, because QGIS, OGR and
/// SpatiaLite's spatial index all want one kind of shape in one column.
struct ShapeColumn {
    std::string_view name;   ///< "geom", or "geom_point", "geom_line", "geom_area".
    std::string_view type;   ///< As AddGeometryColumn takes it.
    std::string_view layer;  ///< What a view of these rows alone adds to the table's name: "_points".
};

[[nodiscard]] std::span<const ShapeColumn> shapeColumnsOf(const core::RegisterSpec& spec);
[[nodiscard]] bool mayHaveArea(const core::RegisterSpec& spec);

/// A layer that QGIS lists: a table or a spatial view, and its geometry column.
struct MapLayer {
    const core::RegisterSpec* spec;
    const ShapeColumn* shape;
    std::string table;
};
[[nodiscard]] std::vector<MapLayer> mapLayersOf(const core::RegisterSpec& spec);

/// Tables besides the registers whose rows belong to a change and are taken back with it.
[[nodiscard]] std::span<const std::string_view> tablesOfABatch();

/// Everything a new place has before its first import. @pre in a transaction, SpatiaLite started
void makeSchema(Database& database, const core::District& district);

/// Brings a file of an older Hereabouts up to this one's registers: a table, column or index that is not there is made (empty), views are made anew.
/// @pre in a transaction, SpatiaLite started
void bringUpToDate(Database& database, int epsg);

/// The name in double quotes, as SQL wants names that may be its own words.
[[nodiscard]] std::string sqlName(std::string_view name);

} // namespace hereabouts::gis::detail
