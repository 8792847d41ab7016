// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/detail/sums.h"

#include <cmath>
#include <format>

namespace hereabouts::core {

namespace {

/// People whom the areas themselves record, where there are no small areas to count from.
Result<Sums> recordedPeople(const PlaceSnapshot& place, const AreaSet& areas)
{
    if (areas.kind == RegisterKind::Communities) {
        return fail(ErrorCode::NotFound, "Nobody can be counted: the place has no small areas yet; import them with their population first.");
    }
    const IntegerColumn& people = place.at(areas.kind).integers("population");
    Sums sums(areas.rows.size());
    bool any = false;
    for (std::size_t i = 0; i < areas.rows.size(); ++i) {
        const std::int64_t count = people[areas.rows[i]];
        sums.known[i] = count != kNoInteger;
        if (!sums.known[i]) continue;
        sums.add(static_cast<std::uint32_t>(i), count);
        sums.total += count;
        any = true;
    }
    if (!any) {
        return fail(ErrorCode::NotFound, std::format("Nobody can be counted: {} record no people, and there are no small areas; import small areas first.", areas.name));
    }
    sums.method = std::format("People as recorded for {}.", areas.name);
    return sums;
}

} // namespace

Result<Sums> sumPeople(const PlaceSnapshot& place, const AreaSet& areas)
{
    const AreaSet small = newestSet(place, RegisterKind::SmallAreas);
    if (areas.kind == RegisterKind::SmallAreas || small.rows.empty()) return recordedPeople(place, areas);

    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    const IntegerColumn& people = table.integers("population");
    const AreaFinder finder(place, areas);
    const Placement placed(finder, areas.overlapping, pointsOf(table, small.rows));
    Sums sums(areas.rows.size());
    for (std::size_t i = 0; i < small.rows.size(); ++i) {
        const std::int64_t count = people[small.rows[i]];
        if (count != kNoInteger) placed.add(sums, i, count);
    }
    // No small area stands in it: the small areas are too coarse to say, which is not the same as nobody.
    for (std::size_t area = 0; area < sums.rows.size(); ++area) sums.known[area] = sums.rows[area] > 0;
    sums.method = std::format("People of {}, each counted where a point inside it stands.", small.name);
    return sums;
}

Result<Sums> sumGround(const PlaceSnapshot& place, const AreaSet& areas)
{
    const RegisterTable& table = place.at(areas.kind);
    Sums sums(areas.rows.size());
    for (std::size_t i = 0; i < areas.rows.size(); ++i) {
        const std::int64_t squareMetres = std::llround(table.groundSquareMetres(areas.rows[i]));
        sums.add(static_cast<std::uint32_t>(i), squareMetres);
        sums.total += squareMetres;
    }
    sums.method = areas.overlapping ? "Ground on the ellipsoid; ground that communities share is counted in each." : "Ground on the ellipsoid, water inside the lines included.";
    return sums;
}

} // namespace hereabouts::core
