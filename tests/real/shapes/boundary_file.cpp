// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/real/shapes/boundary_file.h"

#include "gis/crs/projection.h"
#include "gis/shapes/antimeridian.h"
#include "gis/shapes/wkb.h"

#include <catch2/catch_test_macros.hpp>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace hereabouts::test {

std::optional<std::vector<BoundaryFeature>> boundaryFile(const std::string& path, const std::string& nameField)
{
    const std::filesystem::path folder = HEREABOUTS_REAL_DATA;
    if (!std::filesystem::exists(folder)) return std::nullopt;
    GDALAllRegister();
    GDALDatasetH file = GDALOpenEx((folder / "boundaries" / path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr);
    REQUIRE(file);
    std::vector<BoundaryFeature> features;
    OGRLayerH layer = GDALDatasetGetLayer(file, 0);
    while (OGRFeatureH row = OGR_L_GetNextFeature(layer)) {
        BoundaryFeature feature;
        if (!nameField.empty()) feature.name = OGR_F_GetFieldAsString(row, OGR_F_GetFieldIndex(row, nameField.c_str()));
        OGRGeometryH geometry = OGR_F_GetGeometryRef(row);
        REQUIRE(geometry);
        std::vector<std::byte> bytes(OGR_G_WkbSizeEx(geometry));
        OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(bytes.data()));
        auto shape = gis::fromWkb(bytes);
        REQUIRE(shape.has_value());
        feature.shape = std::move(*shape);
        features.push_back(std::move(feature));
        OGR_F_Destroy(row);
    }
    GDALClose(file);
    return features;
}

SettledFile settledFile(const std::vector<BoundaryFeature>& features, const std::string& crs, int homeEpsg)
{
    const auto from = gis::crsFromText(crs);
    REQUIRE(from.has_value());
    const auto reprojection = gis::Reprojection::create(*from, homeEpsg);
    REQUIRE(reprojection.has_value());
    const auto home = gis::Projection::create(homeEpsg);
    REQUIRE(home.has_value());
    SettledFile result;
    for (const BoundaryFeature& feature : features) {
        const auto whole = from->geographic ? gis::unwrapAntimeridian(feature.shape, home->middleLongitude()) : core::Result<core::Geometry>(feature.shape);
        REQUIRE(whole.has_value());
        const auto settled = gis::settle(reprojection->apply(*whole));
        INFO(feature.name);
        REQUIRE(settled.has_value());
        result.names.push_back(feature.name);
        result.areas.push_back(std::get<core::MultiPolygon>(settled->geometry));
        if (!settled->repaired) continue;
        result.repairs.push_back(feature.name + ": " + settled->reason);
        result.worstChange = std::max(result.worstChange, std::abs(settled->nowSquareMetres - settled->wasSquareMetres) / settled->wasSquareMetres);
    }
    return result;
}

} // namespace hereabouts::test
