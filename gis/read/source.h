// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hereabouts::gis {

/// What a source may be: one sentence for a person who gave something else.
inline constexpr std::string_view kFormatsRead = "GeoPackage, Shapefile (zipped too), GeoJSON, FlatGeobuf, KML, KMZ, TopoJSON, SpatiaLite, CSV and XLSX";

/// The limits of what is read. They are told in the message that refuses.
inline constexpr std::uint64_t kMostSourceBytes = 2'000'000'000;
inline constexpr std::uint64_t kMostTableBytes = 500'000'000; ///< CSV, and JSON that is not UTF-8: held in memory as a whole.
inline constexpr std::int64_t kMostRows = 5'000'000;
inline constexpr std::int64_t kMostVertices = 10'000'000; ///< In one shape.

enum class LayerShapes { None, Points, Lines, Areas, Mixed };

struct SourceLayer {
    std::string name;
    std::int64_t rows = -1; ///< -1 when the format does not say.
    LayerShapes shapes = LayerShapes::None;
    std::vector<std::string> columns;
};

/// What a source says of itself before its rows come.
struct SourceDescription {
    std::string format; ///< "GeoJSON".
    std::vector<SourceLayer> layers;
    std::size_t layer = 0;  ///< The one that is read: index into layers.
    std::string crs;        ///< What the file names its CRS, as WKT or "EPSG:4326"; empty if it names none.
    std::string crsSource;  ///< "the .prj file", "the rule of GeoJSON".
    std::string encoding;   ///< Of its text: "UTF-8".
    bool encodingCertain = true; ///< False: the bytes fit this encoding, and a person should be asked.

    [[nodiscard]] const std::vector<std::string>& columns() const { return layers[layer].columns; }
};

/// Some rows of a source: cells as UTF-8 text (dates ISO 8601, empty for none), shapes as WKB in the source's CRS.
class SourceBatch {
public:
    /// Takes the payloads of one 'R' and one 'G' frame apart. Fails with Unreadable when lengths do not fit the bytes.
    [[nodiscard]] static core::Result<SourceBatch> create(std::vector<std::byte> cells, std::vector<std::byte> shapes, std::size_t columns);

    [[nodiscard]] std::size_t size() const { return m_numbers.size(); }
    [[nodiscard]] std::int64_t number(std::size_t row) const { return m_numbers[row]; } ///< 1-based row of the source.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const { return m_cells[row * m_columns + column]; }
    [[nodiscard]] std::span<const std::byte> shape(std::size_t row) const { return m_shapes[row]; } ///< Empty: no shape.
    void forgetShapes(); ///< Gives their memory back; shape() is empty from then on.

private:
    SourceBatch() = default;
    std::size_t m_columns = 0;
    std::vector<std::byte> m_cellBytes;
    std::vector<std::byte> m_shapeBytes;
    std::vector<std::int64_t> m_numbers;
    std::vector<std::string_view> m_cells;
    std::vector<std::span<const std::byte>> m_shapes;
};

/// Heading of what stood beyond the headings in a row that was turned away. A row that has text under it is turned away again: its cells are not mended yet.
inline constexpr std::string_view kBeyondHeading = "hereabouts_beyond";

/// What the worker noticed while it read. A row that it turned away brings its headings and cells, so that it can be mended.
struct SourceFinding : core::Finding {
    std::vector<std::pair<std::string, std::string>> values;
};

struct ReadRequest {
    std::filesystem::path source;
    std::string layer;                   ///< Empty: see SourceReader::choose.
    std::optional<std::string> encoding; ///< Said by a person; else from the file.
};

/// Who listens to a source being read; an error ends the reading and is passed on.
struct SourceReader {
    /// Picks one of several layers when the request names none: index into the layers.
    std::function<std::size_t(const std::vector<SourceLayer>&)> choose;
    std::function<core::Result<void>(const SourceDescription&)> described;
    std::function<core::Result<void>(SourceBatch)> rows;
    std::function<void(SourceFinding)> found; ///< Ragged CSV rows, skipped lines.
};

/// Reads a foreign file in the worker process `hereabouts-import`, which sees that file (and a Shapefile's companions) and nothing else: no other file, no
/// network. What the worker writes is checked as untrusted input. Returns the count of rows read.
/// Fails with NotFound, BadInput (a folder, an unknown layer or encoding), Unreadable (not one of kFormatsRead, damaged, cut short), Refused (over a limit, or a
/// file made to do harm), Cancelled, Failed (the worker is missing).
[[nodiscard]] core::Result<std::int64_t> readSource(const ReadRequest& request, const SourceReader& reader, const core::Job& job = {});

} // namespace hereabouts::gis
