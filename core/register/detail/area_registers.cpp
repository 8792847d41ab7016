// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/detail/specs.h"

namespace hereabouts::core::detail {

using enum FieldType;

namespace {

std::vector<std::string_view> codeHeadings()
{
    return {"code", "id", "ref", "reference", "gsscode", "geoid", "areacode", "oa11cd", "oa21cd", "lsoa11cd", "lsoa21cd", "sa1*"};
}

Field edition()
{
    return {.name = "edition", .title = "Edition", .required = true, .headings = {"edition", "vintage", "version"}};
}

} // namespace

RegisterSpec wards()
{
    return {.kind = RegisterKind::Wards,
        .name = "wards",
        .title = "Wards",
        .table = "wards",
        .geometry = GeometryRule::Polygon,
        .hasEditions = true,
        .covers = true,
        .key = {"edition", "code"},
        .fields = {
            {.name = "code",
                .title = "Code",
                .required = true,
                .headings = {"code", "wardcode", "wd*cd", "id", "ref", "gsscode", "objectid", "regc*code", "regc*v1*"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "wardname", "wd*nm", "ward", "title", "regc*name*"}},
            edition(),
            {.name = "population", .title = "People", .type = Integer, .headings = {"population", "people", "residents", "pop"}, .least = 0},
        }};
}

RegisterSpec boards()
{
    return {.kind = RegisterKind::Boards,
        .name = "boards",
        .title = "Community boards",
        .table = "boards",
        .geometry = GeometryRule::Polygon,
        .hasEditions = true,
        .covers = true,
        .key = {"edition", "code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "boardcode", "id", "ref", "cb*code"}},
            {.name = "name", .title = "Name", .required = true, .headings = {"name", "boardname", "board", "title", "cb*name"}},
            edition(),
            {.name = "ward", .title = "Ward", .headings = {"ward", "wardname", "wardcode"}},
            {.name = "population", .title = "People", .type = Integer, .headings = {"population", "people", "residents", "pop"}, .least = 0},
        }};
}

RegisterSpec smallAreas()
{
    return {.kind = RegisterKind::SmallAreas,
        .name = "small-areas",
        .title = "Small areas",
        .table = "small_areas",
        .geometry = GeometryRule::Polygon,
        .hasEditions = true,
        .covers = true,
        .key = {"edition", "code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = codeHeadings()},
            {.name = "name", .title = "Name", .headings = {"name", "title", "label", "lsoa11nm", "lsoa21nm"}},
            edition(),
            {.name = "population", .title = "People", .type = Integer, .headings = {"population", "people", "residents", "pop", "usualresidents"}, .least = 0},
            {.name = "dwellings", .title = "Dwellings", .type = Integer, .headings = {"dwellings", "households", "homes"}, .least = 0},
            {.name = "deprivation",
                .title = "Deprivation decile (1 least, 10 most)",
                .type = Integer,
                .headings = {"deprivation", "deprivationdecile", "nzdep*", "imddecile", "decile"},
                .least = 1,
                .most = 10},
        }};
}

RegisterSpec basemap()
{
    return {.kind = RegisterKind::Basemap,
        .name = "basemap",
        .title = "Base map",
        .table = "basemap",
        .geometry = GeometryRule::Any,
        .fields = {
            {.name = "feature",
                .title = "Feature",
                .required = true,
                .headings = {"feature", "layer", "class", "type"},
                .words = {"land", "sea", "lake", "river", "road", "rail", "town", "parcel", "park", "building"}},
            {.name = "name", .title = "Name", .headings = {"name", "title", "label", "description"}},
            {.name = "importance", .title = "Importance (1 greatest)", .type = Integer, .headings = {"importance", "rank", "hierarchy"}, .least = 1, .most = 9},
        }};
}

} // namespace hereabouts::core::detail
