// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "gis/read/detail/wire.h"
#include "gis/read/source.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hereabouts::worker {

/// The worker's side of the pipe: frames to standard output, rows gathered into batches. A reader that has gone ends the process.
class Output {
public:
    void layers(const std::vector<gis::SourceLayer>& layers);
    void describe(const gis::SourceDescription& description);
    void finding(const core::Finding& finding) { turnedAway({finding, {}}); }
    void turnedAway(const gis::SourceFinding& row); ///< A row that is not put out, with its cells.
    void progress(double share);
    void error(const core::Error& error);
    void end();

    /// One row: its number, one cell() a column in order, then shape() or noShape().
    void row(std::int64_t number);
    void cell(std::string_view text) { m_cells.text(text); }
    void noShape() { shape(0); }
    /// Room for the shape's WKB, to be filled at once; ends the row.
    std::byte* shape(std::size_t size);

    [[nodiscard]] std::int64_t rows() const { return m_rows; }

private:
    void flush();
    void frame(gis::wire::FrameKind kind, const gis::wire::Writer& payload);

    gis::wire::Writer m_cells;
    gis::wire::Writer m_shapes;
    std::uint32_t m_batchRows = 0;
    std::uint32_t m_columns = 0;
    std::int64_t m_rows = 0;
};

/// Fails with Refused where a shape's WKB holds more vertices than are read.
[[nodiscard]] core::Result<void> checkShapeSize(std::size_t wkbBytes, std::int64_t row);

} // namespace hereabouts::worker
