// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/references.h"

#include "core/joined/written.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <map>
#include <ranges>
#include <string_view>
#include <unordered_set>

namespace hereabouts::core {

namespace {

constexpr double kShareOfOneYear = 0.99; ///< So many of the payments in twelve months: the register is one of that year.
constexpr std::int64_t kLeastDate = -25567; ///< 1900-01-01.
constexpr std::int64_t kMostDate = 84006;   ///< 2200-01-01.


std::unordered_set<std::string_view> namesOf(const RegisterTable& table)
{
    std::unordered_set<std::string_view> names;
    for (const std::string_view field : {"code", "name"}) {
        if (!table.spec().fieldIndex(field)) continue;
        for (const std::string& word : table.text(field).distinct()) names.insert(word);
    }
    return names;
}

void addUnknownCodes(std::vector<LooseEnd>& found, const PlaceSnapshot& place, const RegisterTable& table, const Field& field)
{
    const RegisterTable& named = place.at(field.names.value());
    if (table.size() == 0 || named.size() == 0) return; // a register that was not brought in yet is no fault of every row
    const std::unordered_set<std::string_view> names = namesOf(named);
    const TextColumn& column = table.text(field.name);
    std::map<std::string, LooseEnd, std::less<>> unknown;
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const auto part : std::views::split(column.at(row), ';')) {
            const std::string_view code(part.begin(), part.end());
            if (code.empty() || names.contains(code)) continue;
            LooseEnd& end = unknown.try_emplace(std::string(code), LooseEnd{.kind = table.spec().kind, .id = table.id(row), .code = std::string(code), .message = {}, .rows = 0}).first->second;
            ++end.rows;
        }
    }
    for (auto& [code, end] : unknown) {
        end.message = std::format("{} of {} name \"{}\" as {}, which is not among the {}.", writtenCount(end.rows), table.spec().name, code, field.name, named.spec().name);
        found.push_back(std::move(end));
    }
}

/// First day of the twelve months, begun on the first of a month, in which most of the dates lie.
std::int64_t fullestYear(const std::vector<std::int64_t>& sorted)
{
    using namespace std::chrono;
    std::int64_t best = 0;
    std::ptrdiff_t most = -1;
    const year_month_day first{sys_days{days{sorted.front()}}};
    for (year_month month = first.year() / first.month() - months{11}; sys_days{month / 1}.time_since_epoch().count() <= sorted.back(); month += months{1}) {
        const std::int64_t from = sys_days{month / 1}.time_since_epoch().count();
        const std::int64_t to = sys_days{(month + years{1}) / 1}.time_since_epoch().count();
        const std::ptrdiff_t held = std::ranges::lower_bound(sorted, to) - std::ranges::lower_bound(sorted, from);
        if (held > most) {
            most = held;
            best = from;
        }
    }
    return best;
}

void addDatesOutside(std::vector<LooseEnd>& found, const PlaceSnapshot& place)
{
    const RegisterTable& payments = place.at(RegisterKind::Payments);
    const IntegerColumn& dates = payments.integers("paid_on");
    std::vector<std::int64_t> known;
    for (const std::int64_t date : dates) {
        // A date beyond four digits of years is no date of a payment, and would make the walk over months long.
        if (date > kLeastDate && date < kMostDate) known.push_back(date);
    }
    if (known.empty()) return;
    std::ranges::sort(known);
    const std::int64_t from = fullestYear(known);
    const std::int64_t to = from + 365;
    const auto inside = std::ranges::upper_bound(known, to) - std::ranges::lower_bound(known, from);
    if (static_cast<double>(inside) < kShareOfOneYear * static_cast<double>(known.size())) return; // several years were brought in
    for (std::size_t row = 0; row < dates.size(); ++row) {
        if (dates[row] == kNoInteger || (dates[row] >= from && dates[row] <= to)) continue;
        const std::string reference(payments.text("reference").at(row));
        found.push_back({.kind = RegisterKind::Payments, .id = payments.id(row), .code = reference,
            .message = std::format("Payment {} is dated {}, outside the year from {} in which the others lie.", reference.empty() ? std::to_string(payments.id(row)) : reference,
                writtenDate(dates[row]), writtenDate(from))});
    }
}

} // namespace

std::vector<LooseEnd> looseEnds(const PlaceSnapshot& place)
{
    std::vector<LooseEnd> found;
    for (const RegisterKind kind : kAllRegisters) {
        for (const Field& field : specOf(kind).fields) {
            if (field.names) addUnknownCodes(found, place, place.at(kind), field);
        }
    }
    addDatesOutside(found, place);
    return found;
}

} // namespace hereabouts::core
