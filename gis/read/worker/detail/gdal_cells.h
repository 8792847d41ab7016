// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gis/read/worker/output.h"

#include <ogr_feature.h>
#include <ogr_geometry.h>

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::worker {

/// The columns of a layer that hold text, numbers, dates or lists; each cell as text.
class CellColumns {
public:
    /// With `kml`, the columns that the KML driver makes up about looks (icon, drawOrder …) are left out.
    CellColumns(const OGRFeatureDefn& definition, bool kml);

    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// False if a text is not UTF-8.
    [[nodiscard]] bool putOut(const OGRFeature& feature, Output& output) const;
    [[nodiscard]] std::vector<std::string> texts(const OGRFeature& feature) const;

private:
    std::vector<std::string> m_names;
    std::vector<int> m_fields;
    std::vector<OGRFieldType> m_types;
};

/// A shape as the WKB of its linear, two-dimensional form. Fails with Refused over the limit of vertices.
[[nodiscard]] core::Result<void> putOutShape(const OGRGeometry& shape, std::int64_t number, Output& output);

} // namespace hereabouts::worker
