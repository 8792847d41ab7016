// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/references.h"

#include "core/joined/written.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <format>
#include <map>
#include <ranges>
#include <string_view>
#include <unordered_set>

namespace hereabouts::core {

namespace {

constexpr std::int64_t kDaysThatAreFar = 366;

/// A field that names a row of another register.
struct Reference {
    RegisterKind kind;
    std::string_view field;
    RegisterKind names;
};
constexpr std::array kReferences{
    Reference{RegisterKind::Plans, "community", RegisterKind::Communities},
    Reference{RegisterKind::Priorities, "plan", RegisterKind::Plans},
    Reference{RegisterKind::Payments, "anchor", RegisterKind::Anchors},
    Reference{RegisterKind::Payments, "supplier", RegisterKind::Suppliers},
    Reference{RegisterKind::Proposals, "area_pot", RegisterKind::Boards},
    Reference{RegisterKind::Ballots, "area", RegisterKind::Boards},
    Reference{RegisterKind::Ballots, "choices", RegisterKind::Proposals},
};

std::unordered_set<std::string_view> namesOf(const RegisterTable& table)
{
    std::unordered_set<std::string_view> names;
    for (const std::string_view field : {"code", "name"}) {
        if (!table.spec().fieldIndex(field)) continue;
        for (const std::string& word : table.text(field).distinct()) names.insert(word);
    }
    return names;
}

void addUnknownCodes(std::vector<LooseEnd>& found, const PlaceSnapshot& place, const Reference& reference)
{
    const RegisterTable& table = place.at(reference.kind);
    const RegisterTable& named = place.at(reference.names);
    if (table.size() == 0 || named.size() == 0) return; // a register that was not brought in yet is no fault of every row
    const std::unordered_set<std::string_view> names = namesOf(named);
    const TextColumn& column = table.text(reference.field);
    std::map<std::string, LooseEnd, std::less<>> unknown;
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const auto part : std::views::split(column.at(row), ';')) {
            const std::string_view code(part.begin(), part.end());
            if (code.empty() || names.contains(code)) continue;
            LooseEnd& end = unknown.try_emplace(std::string(code), LooseEnd{.kind = reference.kind, .id = table.id(row), .code = std::string(code), .message = {}, .rows = 0}).first->second;
            ++end.rows;
        }
    }
    for (auto& [code, end] : unknown) {
        end.message = std::format("{} of {} name \"{}\" as {}, which is not among the {}.", writtenCount(end.rows), table.spec().name, code, reference.field, named.spec().name);
        found.push_back(std::move(end));
    }
}

void addFarDates(std::vector<LooseEnd>& found, const PlaceSnapshot& place)
{
    const RegisterTable& payments = place.at(RegisterKind::Payments);
    const IntegerColumn& dates = payments.integers("paid_on");
    std::vector<std::int64_t> known;
    for (const std::int64_t date : dates) {
        if (date != kNoInteger) known.push_back(date);
    }
    if (known.empty()) return;
    std::ranges::nth_element(known, known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2));
    const std::int64_t middle = known[known.size() / 2];
    for (std::size_t row = 0; row < dates.size(); ++row) {
        if (dates[row] == kNoInteger || std::abs(dates[row] - middle) <= kDaysThatAreFar) continue;
        const std::string reference(payments.text("reference").at(row));
        found.push_back({.kind = RegisterKind::Payments, .id = payments.id(row), .code = reference,
            .message = std::format("Payment {} is dated {}, more than a year from the middle of the others ({}).", reference.empty() ? std::to_string(payments.id(row)) : reference,
                writtenDate(dates[row]), writtenDate(middle))});
    }
}

} // namespace

std::vector<LooseEnd> looseEnds(const PlaceSnapshot& place)
{
    std::vector<LooseEnd> found;
    for (const Reference& reference : kReferences) addUnknownCodes(found, place, reference);
    addFarDates(found, place);
    return found;
}

} // namespace hereabouts::core
