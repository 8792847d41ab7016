// SPDX-License-Identifier: GPL-3.0-or-later
// Areas to be met were counted by another program on a 2 m grid of its own, from drawings that GEOS had repaired for it.
#include "core/agreement/agreement.h"
#include "gis/drawings/read_drawings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace hereabouts;
using Catch::Matchers::WithinRel;

namespace {

std::filesystem::path boundaries() { return std::filesystem::path(HEREABOUTS_REAL_DATA) / "boundaries"; }
std::filesystem::path chicago() { return boundaries() / "us/dnainfo_chicago_all_drawn.geojsonl"; }

} // namespace

TEST_CASE("none of 17,059 drawings of Chicago is lost: each is used, repaired and listed, or rejected with a reason", "[real]")
{
    if (!std::filesystem::exists(chicago())) SKIP("skipped: no real data");
    const auto read = gis::readDrawings({.source = chicago(), .where = {}, .personField = {}});
    INFO((read ? "" : read.error().message));
    REQUIRE(read.has_value());
    CHECK(read->epsg == 32616);
    CHECK(read->read == 17'059);
    CHECK(read->drawings.size() + read->rejected.size() == 17'059);
    // GEOS calls 701 invalid in degrees and, through SpatiaLite, 695 on the plane of UTM 16; some of those cross by less than the centimetre they are rounded
    // to.
    CHECK(read->repaired.size() + read->rejected.size() <= 701);
    CHECK(read->repaired.size() + read->rejected.size() >= 680);
    for (const auto& each : read->rejected) CHECK((each.row > 0 && !each.reason.empty()));
    for (const auto& each : read->repaired) CHECK((each.row > 0 && !each.reason.empty() && each.nowSquareMetres > 0));
}

TEST_CASE("lines of named neighbourhoods of Chicago have the ground that another program found", "[real]")
{
    std::ifstream file(boundaries() / "expected/agreement_chicago.json");
    if (!file || !std::filesystem::exists(chicago())) SKIP("skipped: no real data");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    // Its sentence on the method quotes a word without escaping the marks.
    if (const auto quoted = text.find("\"repaired\" counts"); quoted != std::string::npos) text.replace(quoted, 10, "'repaired'");
    const auto expected = nlohmann::json::parse(text);
    for (const auto& [name, place] : expected["places"].items()) {
        INFO(name);
        auto read = gis::readDrawings({.source = chicago(), .where = {{"neighborhoodLive", name}}, .personField = {}, .epsg = 32616});
        REQUIRE(read.has_value());
        CHECK(read->read == place["drawings"]);
        CHECK(static_cast<int>(read->drawings.size()) == place["used"]);
        CHECK(static_cast<int>(read->rejected.size()) == place["vanished"]);
        const auto agreement = core::Agreement::of(std::move(read->drawings), {.cell = 2}).value();
        for (const auto& [level, km2] : place["area_km2"].items()) {
            INFO(level);
            const double share = std::stod(level);
            const double area = km2.get<double>() * 1e6;
            CHECK_THAT(agreement.gridArea(share), WithinRel(area, share > 0.75 ? 0.01 : 0.003));
            const core::CertifiedArea certified = agreement.certifiedArea(share);
            CHECK((certified.lower <= agreement.gridArea(share) * 1.003 && agreement.gridArea(share) * 0.997 <= certified.upper));
            CHECK_THAT(certified.estimate, WithinRel(area, share > 0.75 ? 0.01 : 0.003));
        }
    }
}
