// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace hereabouts::core {

/// The registers of a place: what `hereabouts import` calls KIND. In this order they can be brought in: what a row names comes before it.
enum class RegisterKind {
    Wards,
    Boards,
    SmallAreas,
    Communities,
    Anchors,
    Suppliers,
    Localities,
    Payments,
    Plans,
    Priorities,
    Proposals,
    Ballots,
    Basemap,
    Boundaries,
    Drawings,
    Documents,
    Officers,
    Members,
    Mandates,
    Endorsements,
    RecognitionSteps,
    CapacityNeeds,
    GrantRounds,
    Grants,
    Relationships,
    Consultations,
    Settings,
};

inline constexpr std::size_t kRegisterCount = 27;
inline constexpr std::array<RegisterKind, kRegisterCount> kAllRegisters = [] {
    std::array<RegisterKind, kRegisterCount> all{};
    for (std::size_t i = 0; i < kRegisterCount; ++i) all[i] = static_cast<RegisterKind>(i);
    return all;
}();
static_assert(kAllRegisters.back() == RegisterKind::Settings);

} // namespace hereabouts::core
