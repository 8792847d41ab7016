// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capacity/round_balance.h"
#include "core/community/held_people.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

/// Capacity money of one community in one year.
struct GroupMoney {
    std::size_t row = 0; ///< Of the register of communities.
    std::string code;
    std::string name;
    std::string status;
    std::optional<std::int64_t> people; ///< In its line; nothing without a line or small areas.
    std::optional<std::int64_t> members;
    Money awarded;
    Money paid;
    Money acquitted;

    [[nodiscard]] std::optional<double> perHead() const; ///< Major units; nothing where nobody is counted.
    [[nodiscard]] std::optional<double> perMember() const;
};

/// A grant that was paid and not accounted for by the day its account was due.
struct OverdueAccount {
    std::string grant;
    std::string community; ///< Code.
    std::string name; ///< Of the community.
    Money paid;
    std::int64_t due = 0; ///< Days since 1970-01-01.
    std::int64_t daysLate = 0;
    std::string sentence;
};

/// Capacity money, per head and per group and for people with no group: each alone misleads (in Portland two coalitions with equal grants had a third of each
/// other's people; City Auditor 2016).
struct CapacityReport {
    std::string year; ///< Empty: of every year.
    std::vector<std::string> years; ///< Every funding year there is, newest first.
    Money awarded;
    Money paid;
    std::optional<std::int64_t> people; ///< Of the place.
    std::optional<std::int64_t> withoutGroup; ///< People in no community that got money this year: nothing reaches them.
    std::vector<GroupMoney> groups; ///< That stand or got money; in the register's order.
    std::vector<RoundBalance> rounds; ///< Of the year.
    std::vector<OverdueAccount> overdue; ///< Of every year, longest first.
    std::string method;
    std::string sentence;

    [[nodiscard]] std::optional<double> perHead() const; ///< Of all people of the place.
    [[nodiscard]] std::optional<double> perGroup() const; ///< Of groups that got any.
    [[nodiscard]] std::size_t groupsFunded() const;
};

/// @param year  As rounds write it, "2025/26"; empty for the newest one that has an award; "all" for every year. Fails with UnknownId, listing those there are.
/// @param held  Of the same place; null where the place has no small areas.
/// @param today  Days since 1970-01-01: what is overdue then.
[[nodiscard]] Result<CapacityReport> capacityReport(const PlaceSnapshot& place, const HeldPeople* held, std::string_view year, std::int64_t today);

} // namespace hereabouts::core
