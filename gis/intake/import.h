// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/register/register_spec.h"
#include "gis/crs/projection.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::gis {

/// What a person asks to bring in, and the answers they gave to what the preview asked.
struct ImportRequest {
    std::filesystem::path source;
    core::RegisterKind kind = core::RegisterKind::Wards;
    std::string layer;                          ///< Empty: the only one, or the one that fits best.
    std::string edition;                        ///< Empty: from the rows, else made from the file's name.
    std::optional<std::string> crs;             ///< "EPSG:27700": said by the person; else from the file. "EPSG:4326 swapped": latitude comes first.
    std::optional<std::string> encoding;        ///< "CP1252": said by the person; else from the file.
    std::map<std::string, std::string> mapping; ///< Field name → column heading; overrides what is proposed. "=text" fills every row; "" leaves it out.
};

/// How one field of the register is filled.
struct FieldMapping {
    std::string field;
    std::string title;
    std::string column; ///< Empty: not in this file.
    bool required = false;
    bool remembered = false; ///< From the last file with the same headings.
};

/// What was understood of a source before anything is written. `batch` is exactly what commit() would write.
struct ImportPreview {
    ImportRequest request;
    std::string format;               ///< "GeoJSON".
    std::string layer;
    std::vector<std::string> layers;  ///< All there are.
    std::string crs;                  ///< "EPSG:27700 OSGB36 / British National Grid"; empty when unknown.
    std::string crsNote;              ///< Accuracy, or where it came from.
    std::optional<Crs> crsGuess;      ///< Offered when the source names none or its axes are swapped: never taken without the person's word. Its definition is what
                                      ///< ImportRequest::crs takes ("EPSG:4326 swapped").
    std::string encoding;
    std::vector<std::string> columns; ///< The source's headings.
    std::vector<std::vector<std::string>> sample; ///< The first rows as text, one cell a column.
    std::vector<FieldMapping> mapping;
    std::int64_t rowsRead = 0;
    /// Of the file as a whole; a Rejected one means that commit() will refuse. `field` is what the person is asked for: "encoding", "crs", "edition", or the field
    /// that no column is known to hold.
    std::vector<core::Finding> problems;
    ImportBatch batch;

    [[nodiscard]] bool canCommit() const;
    /// The problem that keeps it from being committed, told in one sentence; empty when there is none.
    [[nodiscard]] std::string obstacle() const;
};

/// Reads and checks a source against the open place; writes nothing. Foreign files are read by the worker process alone.
/// Fails in one sentence with the file's name when it cannot be read at all: NotFound, Unreadable, BadInput, Refused (too large, hostile), Cancelled.
[[nodiscard]] core::Result<ImportPreview> previewImport(PlaceFile& place, const ImportRequest& request, const core::Job& job = {});

/// Writes the preview's batch in one transaction. Fails with Refused, naming the problem, if canCommit() is false.
[[nodiscard]] core::Result<HistoryRow> commitImport(PlaceFile& place, const ImportPreview& preview, const core::Job& job = {});

} // namespace hereabouts::gis
