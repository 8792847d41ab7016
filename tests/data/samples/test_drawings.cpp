// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/samples/reading.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace hereabouts;

namespace {

struct Drawn {
    std::string person;
    std::string tenure;
    core::MultiPolygon area;
};

/// Drawings of a place that enclose ground.
std::vector<Drawn> drawingsOf(const std::string& place)
{
    std::vector<Drawn> found;
    for (const auto& drawing : test::sampleFeatures("drawings-2026.geojson")) {
        const auto& about = drawing["properties"];
        if (about["community"] == place && drawing["geometry"]["coordinates"][0].size() > 3)
            found.push_back({about["person"], about["tenure"], test::areaOf(drawing["geometry"])});
    }
    return found;
}

bool atLeastHalf(const std::vector<Drawn>& drawings, core::Point at)
{
    const auto within = std::ranges::count_if(drawings, [&](const Drawn& drawn) { return core::covers(drawn.area, at); });
    return static_cast<std::size_t>(within) * 2 >= drawings.size();
}

/// Ground in both over ground in either, counted on a lattice of 40 m.
template <typename First, typename Second> double likeness(const core::Box& where, const First& first, const Second& second)
{
    int both = 0;
    int either = 0;
    for (double x = where.minX; x < where.maxX; x += 40) {
        for (double y = where.minY; y < where.maxY; y += 40) {
            const bool a = first({x, y});
            const bool b = second({x, y});
            both += a && b ? 1 : 0;
            either += a || b ? 1 : 0;
        }
    }
    return static_cast<double>(both) / either;
}

core::MultiPolygon lineOf(const std::string& code)
{
    for (const auto& community : test::sampleFeatures("communities.geojson")) {
        if (community["properties"]["code"] == code) return test::areaOf(community["geometry"]);
    }
    return {};
}

} // namespace

TEST_CASE("160 people drew four places, one of them twice, and one more only tapped two points", "[samples]")
{
    const auto all = test::sampleFeatures("drawings-2026.geojson");
    CHECK(all.size() == 162);
    const std::map<std::string, std::size_t> people{{"Old Town", 40}, {"Tōtara North", 60}, {"Harbourside", 40}, {"Wharf Street", 20}};
    for (const auto& [place, count] : people) {
        std::set<std::string> drawers;
        const auto drawings = drawingsOf(place);
        for (const Drawn& drawn : drawings) drawers.insert(drawn.person);
        INFO(place);
        CHECK(drawers.size() == count);
        CHECK(drawings.size() == (place == "Tōtara North" ? count + 1 : count));
    }
}

TEST_CASE("what half of Tōtara North's drawers include is near the line handed in, and is not that line", "[samples]")
{
    const auto drawings = drawingsOf("Tōtara North");
    const core::MultiPolygon line = lineOf("C10");
    const double alike
        = likeness(core::boundsOf(line), [&](core::Point at) { return atLeastHalf(drawings, at); }, [&](core::Point at) { return core::covers(line, at); });
    CHECK(alike > 0.70);
    CHECK(alike < 0.95);
}

TEST_CASE("renters of Old Town draw a smaller place than owners, and another one", "[samples]")
{
    std::vector<Drawn> renters;
    std::vector<Drawn> owners;
    for (Drawn& drawn : drawingsOf("Old Town")) (drawn.tenure == "rent" ? renters : owners).push_back(std::move(drawn));
    CHECK(renters.size() == 20);
    CHECK(owners.size() == 20);
    const core::Box where = core::boundsOf(lineOf("C02"));
    CHECK(likeness(where, [&](core::Point at) { return atLeastHalf(renters, at); }, [&](core::Point at) { return atLeastHalf(owners, at); }) < 0.6);
}

TEST_CASE("among Harbourside's drawings one takes in half the district and one is a single house", "[samples]")
{
    double largest = 0;
    double smallest = 1e12;
    for (const Drawn& drawn : drawingsOf("Harbourside")) {
        const double ground = core::planarArea(drawn.area);
        largest = std::max(largest, ground);
        smallest = std::min(smallest, ground);
    }
    CHECK(largest > 500e6);
    CHECK(largest < 1840e6);
    CHECK(smallest < 1000);
}
