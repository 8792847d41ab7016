// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/detail/proj.h"

#include <format>
#include <map>
#include <mutex>

namespace hereabouts::gis::detail {

namespace {

bool isInMetres(PJ_CONTEXT* context, const PJ* crs)
{
    if (proj_get_type(crs) != PJ_TYPE_PROJECTED_CRS) return false;
    const detail::PjPtr system(proj_crs_get_coordinate_system(context, crs));
    double metresPerUnit = 0;
    if (!system || !proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &metresPerUnit, nullptr, nullptr, nullptr)) return false;
    return metresPerUnit == 1.0;
}

core::Result<HomeCrs> lookedUp(int epsg)
{
    const std::string code = std::format("EPSG:{}", epsg);
    const ContextPtr context = openContext();
    const PjPtr crs = epsg > 0 ? horizontalCrs(context.get(), code) : nullptr;
    if (!crs)
        return core::fail(core::ErrorCode::BadInput, std::format("{} is not a known coordinate system: choose one such as EPSG:2193 or EPSG:27700.", code));
    if (!isInMetres(context.get(), crs.get())) {
        return core::fail(core::ErrorCode::BadInput,
            std::format("{} ({}) is not a map projection in metres: choose one such as EPSG:2193 or EPSG:27700.", code, proj_get_name(crs.get())));
    }
    return HomeCrs{
        .crs = {.epsg = epsg, .name = proj_get_name(crs.get()), .definition = code, .geographic = false}, .place = areaOfUse(context.get(), crs.get())};
}

} // namespace

core::Result<HomeCrs> homeCrs(int epsg)
{
    static std::mutex mutex;
    static std::map<int, HomeCrs> known;
    const std::scoped_lock lock(mutex);
    if (const auto found = known.find(epsg); found != known.end()) return found->second;
    auto home = lookedUp(epsg);
    if (home) known.emplace(epsg, *home);
    return home;
}

} // namespace hereabouts::gis::detail
