// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/detail/layer_content.h"

#include "core/joined/written.h"

#include <algorithm>
#include <format>
#include <variant>

namespace hereabouts::gis {

using core::FieldType;

namespace {

/// A receipt lets whoever holds it find that ballot: it stays in the place, and in full copies of it.
bool staysInPlace(const core::RegisterSpec& spec, const core::Field& field) { return spec.kind == core::RegisterKind::Ballots && field.name == "receipt"; }

/// An iwi or hapū says itself whether the line it supplied may be passed on.
bool mayLeave(const core::RegisterTable& table, std::size_t row)
{
    if (table.spec().isPrivate) return false;
    return table.spec().kind != core::RegisterKind::Relationships || table.text("sharing").at(row) == "may be shared" || std::holds_alternative<std::monostate>(table.geometry(row));
}

} // namespace

LayerContent contentOf(const core::PlaceSnapshot& place, core::RegisterKind kind, const ExportRequest& request, bool everything)
{
    const core::RegisterTable& table = place.at(kind);
    LayerContent content{.table = &table, .rows = {}, .fields = {}};
    for (std::size_t i = 0; i < table.spec().fields.size(); ++i) {
        const core::Field& field = table.spec().fields[i];
        if (!field.isPrivate && (everything || !staysInPlace(table.spec(), field))) content.fields.push_back(i);
    }
    std::vector<std::int64_t> wanted = request.ids.value_or(std::vector<std::int64_t>{});
    std::ranges::sort(wanted);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (request.ids && !std::ranges::binary_search(wanted, table.id(row))) continue;
        if (!request.edition.empty() && table.text("edition").at(row) != request.edition) continue;
        if (mayLeave(table, row)) content.rows.push_back(row);
        else ++content.withheld;
    }
    return content;
}

std::string majorUnits(std::int64_t minor)
{
    const std::uint64_t size = minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
    return std::format("{}{}.{:02}", minor < 0 ? "-" : "", size / 100, size % 100);
}

std::string textOf(const core::Value& value, FieldType type)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* real = std::get_if<double>(&value)) return std::format("{}", *real);
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) return {};
    if (type == FieldType::Date) return core::writtenDate(*number);
    if (type == FieldType::Money) return majorUnits(*number);
    return std::to_string(*number);
}

} // namespace hereabouts::gis
