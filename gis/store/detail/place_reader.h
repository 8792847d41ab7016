// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/job.h"
#include "core/joined/place_snapshot.h"
#include "gis/crs/projection.h"
#include "gis/store/detail/change_log.h"
#include "gis/store/detail/register_reader.h"
#include "gis/store/detail/sqlite.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hereabouts::gis::detail {

/// Makes snapshots of the open place, and reads again only what changed since the last one.
class PlaceReader {
public:
    explicit PlaceReader(Database& database);

    /// The same pointer as last time if nothing changed. @pre in a transaction
    [[nodiscard]] core::SnapshotPtr snapshot(const core::Job& job);
    /// What we changed ourselves, committed: to be read anew.
    void forget(const TouchedTables& tables);
    [[nodiscard]] const core::District& district();
    [[nodiscard]] const GroundArea& groundArea() const { return m_groundArea; }
    /// Reads every register and gives what it cannot hold.
    [[nodiscard]] std::vector<core::Finding> readEverything();

private:
    void forgetAll();
    [[nodiscard]] core::District readDistrict();
    [[nodiscard]] double measure(const core::MultiPolygon& area);

    Database& m_database;
    std::optional<core::District> m_district;
    std::optional<Projection> m_projection; // made when first needed
    GroundArea m_groundArea;
    core::SnapshotPtr m_last;
    std::array<bool, core::kRegisterCount> m_stale{};
    bool m_changed = true;
    std::int64_t m_dataVersion = -1;
    std::int64_t m_commitsOfOthers = 0;
};

} // namespace hereabouts::gis::detail
