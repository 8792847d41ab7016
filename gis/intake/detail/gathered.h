// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "gis/intake/detail/shape_intake.h"
#include "gis/read/source.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis::detail {

/// A source as it was read, shapes already at home: the ground that rows are built on.
struct Gathered {
    SourceDescription description;
    std::vector<SourceBatch> batches;
    std::vector<ShapeAtHome> shapes;         ///< One a row, in order.
    std::vector<SourceFinding> found;        ///< By the worker.
    std::int64_t rows = 0;

    struct RowAt {
        const SourceBatch* batch;
        std::size_t row;
        [[nodiscard]] std::int64_t number() const { return batch->number(row); }
        [[nodiscard]] std::string_view cell(std::size_t column) const { return batch->cell(row, column); }
    };
    /// Calls with each row and its index.
    template <typename Visit>
    void eachRow(const Visit& visit) const
    {
        std::size_t index = 0;
        for (const SourceBatch& batch : batches) {
            for (std::size_t row = 0; row < batch.size(); ++row) visit(RowAt{.batch = &batch, .row = row}, index++);
        }
    }
    [[nodiscard]] std::optional<std::size_t> columnNamed(std::string_view name) const;
};

} // namespace hereabouts::gis::detail
