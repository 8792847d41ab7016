// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gis/read/source.h"
#include "gis/read/worker/output.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::worker {

/// The quick way through GeoJSON as most programs write it: a collection of features with the same columns in the same order, each column of one kind, and
/// shapes in two dimensions. GDAL takes ten times as long. Whatever is unusual is left to GDAL, and is found before the first row is put out; what is put
/// out is the same either way (tests hold the two against each other).
class PlainGeoJson {
public:
    /// Looks at all of the file. Nothing: it is for GDAL to read, or to say what is wrong with it. `bytes` must outlive this.
    [[nodiscard]] static std::optional<PlainGeoJson> survey(std::string_view bytes, const std::string& nameOfFile);

    [[nodiscard]] gis::SourceDescription description() const;
    [[nodiscard]] core::Result<void> putOut(Output& output) const;

private:
    struct Column {
        std::string name;
        bool real = false; ///< Numbers, of which at least one has a fraction.
    };
    PlainGeoJson() = default;

    std::string m_name;
    std::string m_crs;
    gis::LayerShapes m_shapes = gis::LayerShapes::None;
    std::vector<Column> m_columns;
    std::string_view m_bytes;
    std::vector<std::string_view> m_features;
};

} // namespace hereabouts::worker
