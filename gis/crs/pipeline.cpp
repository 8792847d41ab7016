// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/detail/proj.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace hereabouts::gis::detail {

namespace {

struct AreaCloser {
    void operator()(PJ_AREA* area) const { proj_area_destroy(area); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};

/// PROJ writes areas with -180…180, west above east across the antimeridian.
double wrapped(double longitude) { return longitude > 180 ? longitude - 360 : longitude; }

std::string missingGridOf(PJ_CONTEXT* context, const PJ* operation)
{
    const int grids = proj_coordoperation_get_grid_used_count(context, operation);
    for (int i = 0; i < grids; ++i) {
        const char* name = nullptr;
        int available = 0;
        if (!proj_coordoperation_get_grid_used(context, operation, i, &name, nullptr, nullptr, nullptr, nullptr, nullptr, &available)) continue;
        if (!available && name) return name;
    }
    return {};
}

/// Says so when the best known way needs a grid that is not here and PROJ will take the next best.
std::string noteOnAccuracy(PJ_CONTEXT* context, const PJ* from, const PJ* to, const core::Box& place)
{
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, AreaCloser> factory(proj_create_operation_factory_context(context, nullptr));
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(), PROJ_GRID_AVAILABILITY_IGNORED);
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    if (!place.empty()) {
        proj_operation_factory_context_set_area_of_interest(context, factory.get(), wrapped(place.minX), place.minY, wrapped(place.maxX), place.maxY);
    }
    const std::unique_ptr<PJ_OBJ_LIST, AreaCloser> ways(proj_create_operations(context, from, to, factory.get()));
    const int count = ways ? proj_list_get_count(ways.get()) : 0;
    std::string missing;
    for (int i = 0; i < count; ++i) {
        const PjPtr way(proj_list_get(context, ways.get(), i));
        if (!way) continue;
        if (!proj_coordoperation_is_instantiable(context, way.get())) {
            if (missing.empty()) missing = missingGridOf(context, way.get());
            continue;
        }
        if (missing.empty()) return {};
        const double metres = proj_coordoperation_get_accuracy(context, way.get());
        if (metres < 0) return std::format("of unknown accuracy: grid {} is not installed", missing);
        // The register's figure is a typical error: it says 2 m for Britain, and 3.2 m are met in Norfolk.
        return std::format("about {:.0f} m: grid {} is not installed", std::ceil(1.5 * metres), missing);
    }
    return {};
}

} // namespace

ContextPtr openContext()
{
    ContextPtr context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

PjPtr horizontalCrs(PJ_CONTEXT* context, const std::string& text)
{
    PjPtr crs(proj_create(context, text.c_str()));
    if (!crs || !proj_is_crs(crs.get())) return {};
    if (proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    if (crs) crs.reset(proj_crs_demote_to_2D(context, nullptr, crs.get()));
    if (!crs) return {};
    switch (proj_get_type(crs.get())) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_BOUND_CRS: return crs;
    default: return {}; // heights, earth-centred and local building-site systems say nothing about a map
    }
}

core::Box areaOfUse(PJ_CONTEXT* context, const PJ* crs)
{
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    if (!proj_get_area_of_use(context, crs, &west, &south, &east, &north, nullptr) || west < -900) return {};
    if (east < west) east += 360;
    return {west, south, east, north};
}

namespace {

core::Result<Pipeline> searchedFor(const std::string& from, const std::string& to, const core::Box& place)
{
    Pipeline pipeline{.context = openContext(), .transform = {}, .accuracyNote = {}};
    PJ_CONTEXT* context = pipeline.context.get();
    const PjPtr source = horizontalCrs(context, from);
    const PjPtr target = horizontalCrs(context, to);
    if (!source || !target) {
        return core::fail(
            core::ErrorCode::BadInput, std::format("The coordinate system '{}' is not known: write a code such as EPSG:2193.", source ? to : from));
    }
    const std::unique_ptr<PJ_AREA, AreaCloser> area(proj_area_create());
    if (!place.empty()) proj_area_set_bbox(area.get(), wrapped(place.minX), place.minY, wrapped(place.maxX), place.maxY);
    const PjPtr raw(proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), place.empty() ? nullptr : area.get(), nullptr));
    if (raw) pipeline.transform.reset(proj_normalize_for_visualization(context, raw.get()));
    if (!pipeline.transform)
        return core::fail(core::ErrorCode::Failed, std::format("PROJ knows no way from '{}' to '{}'.", from.substr(0, 60), to.substr(0, 60)));
    pipeline.accuracyNote = noteOnAccuracy(context, source.get(), target.get(), place);
    return pipeline;
}

/// Never used itself: copies of it are.
struct Known {
    std::string from;
    std::string to;
    core::Box place;
    Pipeline pipeline;
};

} // namespace

core::Result<Pipeline> pipelineBetween(const std::string& from, const std::string& to, const core::Box& place)
{
    static std::mutex mutex;
    static std::vector<Known> known;
    constexpr std::size_t kMost = 32; // a place has one home, and files come in a few systems
    const std::scoped_lock lock(mutex);
    auto found = std::ranges::find_if(known, [&](const Known& way) { return way.from == from && way.to == to && way.place == place; });
    if (found == known.end()) {
        auto pipeline = searchedFor(from, to, place);
        if (!pipeline || known.size() == kMost) return pipeline;
        known.push_back({.from = from, .to = to, .place = place, .pipeline = std::move(*pipeline)});
        found = std::prev(known.end());
    }
    Pipeline copy{.context = openContext(), .transform = {}, .accuracyNote = found->pipeline.accuracyNote};
    copy.transform.reset(proj_clone(copy.context.get(), found->pipeline.transform.get()));
    if (!copy.transform) return searchedFor(from, to, place);
    return copy;
}

} // namespace hereabouts::gis::detail
