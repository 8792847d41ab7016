// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/place_check.h"

#include "tests/core/joined/made_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <string>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using enum core::RegisterKind;

namespace {

core::MultiPolygon box(double x, double width) { return {{.outer = {{x, 0}, {x + width, 0}, {x + width, 100}, {x, 100}, {x, 0}}, .holes = {}}}; }

} // namespace

// Two small areas of a hectare with 10 and 50 people; board A reaches ten metres into the second one, which is all of board B.
TEST_CASE("ground that two boards claim is told with its people by share of ground", "[check]")
{
    test::MadePlace made;
    made.add(SmallAreas, {{"code", std::string("S1")}, {"edition", std::string("small areas 2023")}, {"population", std::int64_t{10}}}, box(0, 100));
    made.add(SmallAreas, {{"code", std::string("S2")}, {"edition", std::string("small areas 2023")}, {"population", std::int64_t{50}}}, box(100, 100));
    made.add(Boards, {{"code", std::string("A")}, {"name", std::string("West")}, {"edition", std::string("boards 2025")}}, box(0, 110));
    made.add(Boards, {{"code", std::string("B")}, {"name", std::string("East")}, {"edition", std::string("boards 2025")}}, box(100, 100));

    const auto check = app::checkPlace(made.place());
    REQUIRE(check.has_value());
    REQUIRE(check->coverage.size() == 1);
    const app::CoverageTrouble& overlap = check->coverage.front();
    CHECK(overlap.edition == "boards 2025");
    CHECK(overlap.names == std::vector<std::string>{"West", "East"});
    CHECK_THAT(overlap.squareMetres, WithinAbs(1000, 0.01));
    CHECK_THAT(overlap.people, WithinAbs(5, 1e-6)); // a tenth of 50; nobody's middle lies in it
}

TEST_CASE("without small areas nobody is said to live on a fault", "[check]")
{
    test::MadePlace made;
    made.add(Boards, {{"code", std::string("A")}, {"edition", std::string("boards 2025")}}, box(0, 110));
    made.add(Boards, {{"code", std::string("B")}, {"edition", std::string("boards 2025")}}, box(100, 100));
    const auto check = app::checkPlace(made.place());
    REQUIRE(check.has_value());
    REQUIRE(check->coverage.size() == 1);
    CHECK(check->coverage.front().people == 0);
}
