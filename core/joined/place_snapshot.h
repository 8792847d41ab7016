// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/detail_levels.h"
#include "core/geometry/geometry.h"
#include "core/register/register_table.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hereabouts::core {

/// What the place file says of the place as a whole.
struct District {
    std::string name;
    int epsg = 0; ///< Home CRS of every geometry of the snapshot.
    std::string currency = "NZD"; ///< ISO 4217; two minor digits.
    bool fictional = false; ///< The sample says so on every screen.

    friend bool operator==(const District&, const District&) = default;
};

/// A dated set of areas: wards 2025, wards 2028.
struct AreaEdition {
    RegisterKind kind = RegisterKind::Wards; ///< Wards, Boards or SmallAreas.
    std::string name; ///< The value of the rows' "edition" field.
    std::size_t areas = 0;
};

enum class OverlapAgreement { NotAsked, Agreed, Disputed, NotApplicable };

/// Ground that two communities both call theirs: a fact to agree on, never an error to mend.
struct CommunityOverlap {
    std::string first; ///< Community codes, first < second.
    std::string second;
    OverlapAgreement agreement = OverlapAgreement::NotAsked;
    double squareMetres = 0; ///< On the ellipsoid.
    std::string note;
    std::string parties{}; ///< Who signed or disputes, as written.
    std::string document{}; ///< Code of the document that says so.
    std::int64_t settledOn = kNoInteger; ///< Day of the agreement or of the dispute's beginning.

    friend bool operator==(const CommunityOverlap&, const CommunityOverlap&) = default;
};

/// Everything in a place at one moment, shared by pointer and never changed: an edit publishes the next one.
/// Positions are in the home CRS; the longitudes and latitudes beside them are for display.
struct PlaceSnapshot {
    District district;
    std::int64_t revision = 0; ///< Grows with every change, undo and redo included.
    std::array<std::shared_ptr<const RegisterTable>, kRegisterCount> registers; ///< Never null.
    std::array<std::shared_ptr<const DetailLevels>, kRegisterCount> details; ///< Never null; may be empty.
    std::vector<AreaEdition> editions; ///< Latest imported first within a kind.
    std::vector<CommunityOverlap> overlaps;

    [[nodiscard]] const RegisterTable& at(RegisterKind kind) const { return *registers[static_cast<std::size_t>(kind)]; }
};

using SnapshotPtr = std::shared_ptr<const PlaceSnapshot>;

} // namespace hereabouts::core
