// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "gis/store/detail/sqlite.h"
#include "gis/store/place_file.h"

#include <cstdint>

namespace hereabouts::gis::detail {

/// Refuses a batch that cannot be written as it is, before anything is.
void checkBatch(const ImportBatch& batch);

/// Writes everything that a batch brings, with its row of history. @pre checkBatch() passed, in a transaction. Gives the change's number.
std::int64_t writeBatch(Database& database, const ImportBatch& batch, int srid, const core::Job& job);

[[nodiscard]] std::vector<KeptReject> readRejects(Database& database);
[[nodiscard]] std::vector<KeptRepair> readRepairs(Database& database);
[[nodiscard]] std::optional<std::map<std::string, std::string>> readMapping(Database& database, core::RegisterKind kind, const std::string& headingsFingerprint);

} // namespace hereabouts::gis::detail
