// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hereabouts::gis {

/// What a person asks to be written.
struct ExportRequest {
    std::optional<core::RegisterKind> kind;            ///< Nothing: every register, the overlaps and the district, in one GeoPackage.
    std::string edition;                               ///< Only rows of this edition; empty for all.
    std::optional<std::vector<std::int64_t>> ids;      ///< Only these rows (a selection); nothing for all.
    bool rawCsv = false;                               ///< CSV: leave text as it is, even where a spreadsheet would run it as a formula.
};

struct ExportedLayer {
    std::string name;
    std::size_t rows = 0;
};

struct ExportReport {
    std::vector<ExportedLayer> layers;
    std::vector<std::string> notes; ///< Sentences: what a reader of the file should know.
};

/// What an export calls: "all", a register ("small-areas"), or an edition ("wards 2028"). Fails with UnknownId, listing what there is.
[[nodiscard]] core::Result<ExportRequest> exportNamed(const core::PlaceSnapshot& place, std::string_view name);

/// Writes to .gpkg, .geojson, .csv or .fgb, as the file's ending says. The old file stays until the new one is complete.
///
/// GeoPackage and FlatGeobuf are in the home CRS; GeoJSON (cut at 180° as RFC 7946 asks) and CSV are in WGS 84 longitude and latitude, points in columns lon and
/// lat, other shapes in a column wkt. Money is in major units. Ballots are written without their receipts, except into a GeoPackage of everything, which is
/// the copy that gives an identical place. CSV text that a spreadsheet would take for a formula gets an apostrophe before it.
///
/// Fails with BadInput for another ending or what a format cannot hold, NotFound for a missing folder, ReadOnly, NoSpace, Cancelled.
[[nodiscard]] core::Result<ExportReport> exportPlace(const core::PlaceSnapshot& place, const ExportRequest& request, const std::filesystem::path& file, const core::Job& job = {});

/// Layers beside the registers in a GeoPackage of everything.
inline constexpr std::string_view kOverlapsLayer = "community_overlaps";
inline constexpr std::string_view kDistrictLayer = "district";

/// "not asked", "agreed", "disputed", "not applicable": as exports write an overlap's state, and as it is read back.
[[nodiscard]] std::string_view agreementWord(core::OverlapAgreement agreement);
[[nodiscard]] std::optional<core::OverlapAgreement> agreementNamed(std::string_view word);

} // namespace hereabouts::gis
