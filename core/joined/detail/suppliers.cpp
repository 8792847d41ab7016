// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/suppliers.h"

#include <string_view>
#include <unordered_map>

namespace hereabouts::core {

namespace {

/// For each distinct word of `texts`, the first supplier whose `names` holds it.
std::vector<std::uint32_t> suppliersByWord(const TextColumn& texts, const TextColumn& names)
{
    std::unordered_map<std::string_view, std::uint32_t> rowOf;
    for (std::size_t row = 0; row < names.size(); ++row) rowOf.try_emplace(names.at(row), static_cast<std::uint32_t>(row));
    std::vector<std::uint32_t> found;
    found.reserve(texts.distinct().size());
    for (const std::string& word : texts.distinct()) {
        const auto supplier = word.empty() ? rowOf.end() : rowOf.find(word);
        found.push_back(supplier == rowOf.end() ? kNoSupplier : supplier->second);
    }
    return found;
}

} // namespace

SupplierPlaces supplierPlaces(const PlaceSnapshot& place)
{
    const RegisterTable& suppliers = place.at(RegisterKind::Suppliers);
    const TextColumn& basis = suppliers.text("location_basis");
    const TextColumn& region = suppliers.text("region");
    SupplierPlaces result;
    for (std::size_t row = 0; row < suppliers.size(); ++row) {
        result.pointOf.push_back(static_cast<std::uint32_t>(result.points.size()));
        if (const auto* point = std::get_if<Point>(&suppliers.geometry(row))) {
            result.points.push_back(*point);
            result.places.push_back(SupplierPlace::Point);
            continue;
        }
        const bool hasBasis = !basis.at(row).empty() && basis.at(row) != "none";
        const bool elsewhere = !region.at(row).empty() && region.at(row) != place.district.name;
        result.places.push_back(hasBasis && elsewhere ? SupplierPlace::Elsewhere : SupplierPlace::Unlocated);
    }
    return result;
}

std::vector<std::uint32_t> supplierOfPayments(const PlaceSnapshot& place)
{
    const RegisterTable& payments = place.at(RegisterKind::Payments);
    const RegisterTable& suppliers = place.at(RegisterKind::Suppliers);
    const TextColumn& codes = payments.text("supplier");
    const TextColumn& names = payments.text("supplier_name");
    const std::vector<std::uint32_t> byCode = suppliersByWord(codes, suppliers.text("code"));
    const std::vector<std::uint32_t> byName = suppliersByWord(names, suppliers.text("name"));
    std::vector<std::uint32_t> found(payments.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        found[row] = codes.word(row) == 0 ? byName[names.word(row)] : byCode[codes.word(row)];
    }
    return found;
}

} // namespace hereabouts::core
