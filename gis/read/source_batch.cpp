// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/detail/wire.h"
#include "gis/read/source.h"

#include "gis/text/fold.h"

namespace hereabouts::gis {

core::Result<SourceBatch> SourceBatch::create(std::vector<std::byte> cells, std::vector<std::byte> shapes, std::size_t columns)
{
    SourceBatch batch;
    batch.m_columns = columns;
    batch.m_cellBytes = std::move(cells);
    batch.m_shapeBytes = std::move(shapes);

    wire::Reader rows(batch.m_cellBytes);
    const std::size_t count = rows.u32();
    if (rows.u32() != columns || count * (sizeof(std::int64_t) + columns * sizeof(std::uint32_t)) > rows.left()) return std::unexpected(wire::damaged());
    batch.m_numbers.reserve(count);
    batch.m_cells.reserve(count * columns);
    for (std::size_t row = 0; row < count; ++row) {
        batch.m_numbers.push_back(rows.i64());
        for (std::size_t column = 0; column < columns; ++column) {
            batch.m_cells.push_back(rows.text());
            if (!isValidUtf8(batch.m_cells.back())) return std::unexpected(wire::damaged());
        }
    }
    wire::Reader geometry(batch.m_shapeBytes);
    batch.m_shapes.reserve(count);
    for (std::size_t row = 0; row < count; ++row) batch.m_shapes.push_back(geometry.take(geometry.u32()));
    if (!rows.atEnd() || !geometry.atEnd()) return std::unexpected(wire::damaged());
    return batch;
}

void SourceBatch::forgetShapes()
{
    m_shapes.assign(size(), {});
    m_shapeBytes = {};
}

} // namespace hereabouts::gis
