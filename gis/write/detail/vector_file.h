// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "gis/write/detail/layer_content.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class GDALDataset;
class OGRLayer;

namespace hereabouts::gis {

enum class VectorFormat { GeoPackage, FlatGeobuf };

/// A new GeoPackage or FlatGeobuf being written with GDAL. Only these two drivers exist in this process: it opens no foreign file with GDAL.
class VectorFile {
public:
    /// @param path a file that does not exist yet
    [[nodiscard]] static core::Result<VectorFile> create(VectorFormat format, const std::filesystem::path& path, int epsg);
    VectorFile(VectorFile&&) noexcept;
    ~VectorFile();

    [[nodiscard]] core::Result<void> add(const LayerContent& content, const core::Job& job);
    /// A layer of text columns without shapes. Every row has one cell a heading.
    [[nodiscard]] core::Result<void> addTable(const std::string& name, const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows);
    /// Writes what is still in memory. The file is complete only when this succeeds.
    [[nodiscard]] core::Result<void> close();

private:
    struct Closes {
        void operator()(GDALDataset* dataset) const;
    };
    VectorFile(VectorFormat format, int epsg, std::unique_ptr<GDALDataset, Closes> dataset);

    VectorFormat m_format;
    int m_epsg;
    std::unique_ptr<GDALDataset, Closes> m_dataset;
};

} // namespace hereabouts::gis
