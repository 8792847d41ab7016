// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace hereabouts::core {

/// The code by which a council or a community knows a thing ("PKC", "E05008327"); a type of its own for each kind.
template <typename Kind>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_text;
};

using AreaId = Id<struct AreaKind>;
using CommunityId = Id<struct CommunityKindTag>;
using AnchorId = Id<struct AnchorKind>;
using SupplierId = Id<struct SupplierKind>;
using PlanId = Id<struct PlanKind>;
using PriorityId = Id<struct PriorityKind>;
using ProposalId = Id<struct ProposalKind>;

} // namespace hereabouts::core

template <typename Kind>
struct std::hash<hereabouts::core::Id<Kind>> {
    std::size_t operator()(const hereabouts::core::Id<Kind>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
