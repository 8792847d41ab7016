// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/place_snapshot.h"
#include "gis/intake/detail/gathered.h"
#include "gis/intake/headings.h"
#include "gis/store/place_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hereabouts::gis::detail {

/// A batch in the making, and the source row that each of its rows came from.
struct Building {
    const core::RegisterSpec& spec;
    const core::PlaceSnapshot& place;
    ImportBatch batch;
    std::vector<std::int64_t> sourceRows; ///< One a row of batch.rows.

    [[nodiscard]] std::size_t field(std::string_view name) const { return spec.fieldIndex(name).value(); }
    [[nodiscard]] std::string text(const core::Record& record, std::string_view name) const;
    void warn(std::int64_t row, std::string field, std::string message) { batch.warnings.push_back({core::Severity::Warning, row, std::move(field), std::move(message)}); }
    void note(std::string message) { batch.warnings.push_back({core::Severity::Note, 0, {}, std::move(message)}); }
    /// Takes rows out of the batch (those whose reason is not empty) and lists them as rejected, with their source's values unless `secret`.
    void rejectRows(const Gathered& source, const std::vector<RejectedRow>& rejected, bool secret);
};

/// Converts every row by the mapping: types, required fields, shapes, codes made from names, editions. What does not fit is rejected with row and field.
/// A mapping to "=text" fills every row with that text.
void buildRows(const Gathered& source, const ColumnOfField& mapping, const std::string& edition, Building& building);

/// Rejects rows whose key stands twice in the file (the first stays) or is in the place already.
void rejectRepeats(const Gathered& source, Building& building);

} // namespace hereabouts::gis::detail
