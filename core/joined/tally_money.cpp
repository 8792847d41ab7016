// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/sums.h"

#include "core/joined/detail/suppliers.h"

#include <format>

namespace hereabouts::core {

Result<Sums> sumSpend(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& payments = place.at(RegisterKind::Payments);
    if (payments.size() == 0) return fail(ErrorCode::NotFound, "There is no spend to add up: the place has no payments yet; import them first.");

    const SupplierPlaces suppliers = supplierPlaces(place);
    const AreaFinder finder(place, areas);
    const Placement placed(finder, areas.overlapping, suppliers.points);
    const std::vector<std::uint32_t> supplierOf = supplierOfPayments(place);
    const IntegerColumn& amounts = payments.integers("amount");
    Sums sums(areas.rows.size());
    for (std::size_t row = 0; row < amounts.size(); ++row) {
        if (amounts[row] == kNoInteger) continue;
        const std::uint32_t supplier = supplierOf[row];
        const SupplierPlace where = supplier == kNoSupplier ? SupplierPlace::Unlocated : suppliers.places[supplier];
        if (where == SupplierPlace::Point) {
            placed.add(sums, suppliers.pointOf[supplier], amounts[row]);
            continue;
        }
        (where == SupplierPlace::Elsewhere ? sums.outside : sums.unlocated) += amounts[row];
        sums.total += amounts[row];
    }
    sums.method = "Payments of the anchors, credit notes taken off, counted where the supplier's recorded place is; a supplier known to be elsewhere is outside, "
                  "one without a place is unlocated and never counted as local.";
    return sums;
}

} // namespace hereabouts::core
