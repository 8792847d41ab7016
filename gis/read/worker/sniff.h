// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace hereabouts::worker {

enum class Format { GeoJson, GeoJsonSequence, TopoJson, Shapefile, ZippedShapefile, GeoPackage, Spatialite, FlatGeobuf, Kml, Kmz, Csv, Xlsx };

/// What a person calls it.
[[nodiscard]] std::string_view titleOf(Format format);

/// A file's bytes, mapped into memory for reading.
class Bytes {
public:
    [[nodiscard]] static core::Result<Bytes> map(const std::filesystem::path& path);
    Bytes(Bytes&& other) noexcept;
    Bytes& operator=(Bytes&&) = delete;
    ~Bytes();
    [[nodiscard]] std::string_view view() const { return {m_data, m_size}; }

private:
    Bytes(const char* data, std::size_t size) : m_data(data), m_size(size) {}
    const char* m_data;
    std::size_t m_size;
};

/// Tells the format by the content; the file's name decides nothing but whether plain text is a table. Fails with Unreadable for anything else.
[[nodiscard]] core::Result<Format> sniff(std::string_view bytes, const std::filesystem::path& path);

} // namespace hereabouts::worker
