// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/joined/place_snapshot.h"
#include "gis/intake/detail/gathered.h"
#include "gis/intake/detail/shape_intake.h"
#include "gis/intake/headings.h"
#include "gis/intake/import.h"

#include <optional>

namespace hereabouts::gis::detail {

/// Works out what a source is: its layer, fields, edition, CRS and encoding; what cannot be told is a problem that asks.
class Understanding {
public:
    Understanding(PlaceFile& place, const core::PlaceSnapshot& snapshot, const ImportRequest& request);

    [[nodiscard]] std::size_t bestLayer(const std::vector<SourceLayer>& layers) const;
    /// Fills the preview's words about the source and makes ready for its shapes.
    [[nodiscard]] core::Result<ShapeIntake> describe(const SourceDescription& description, ImportPreview& preview);
    /// A row's own shape, or the point that its position columns give.
    [[nodiscard]] ShapeAtHome shapeOf(const SourceBatch& batch, std::size_t row, ShapeIntake& intake, const core::Job& job) const;
    /// After the last row: swapped axes, coordinates without a CRS, no shape at all that the register can hold.
    void judgeShapes(const Gathered& source, const ShapeIntake& intake, ImportPreview& preview) const;

private:
    void mapFields(const SourceDescription& description, ImportPreview& preview);
    void settleEdition(ImportPreview& preview) const;
    [[nodiscard]] core::Result<std::optional<Crs>> crsOf(const SourceDescription& description, ImportPreview& preview);
    [[nodiscard]] core::Box districtBounds() const;

    PlaceFile& m_place;
    const core::PlaceSnapshot& m_snapshot;
    const ImportRequest& m_request;
    const core::RegisterSpec& m_spec;
    std::optional<std::size_t> m_xColumn, m_yColumn;
    bool m_hasPositions = false;
    bool m_swapAxes = false;
    bool m_crsKnown = false;
};

} // namespace hereabouts::gis::detail
