// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/overlay.h"

#include "app/overlay/format.h"
#include "app/overlay/ramps.h"
#include "tests/app/small_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <numeric>
#include <string>

using namespace hereabouts;
using namespace hereabouts::app;
using Catch::Matchers::WithinRel;

namespace {

OverlayPtr made(std::string_view name, std::string_view by = {})
{
    const OverlayMaker maker(test::fourCorners().snapshot());
    const auto request = overlayNamed(name, by);
    REQUIRE(request.has_value());
    const auto overlay = maker.make(*request);
    INFO((overlay ? std::string() : overlay.error().message));
    REQUIRE(overlay.has_value());
    return *overlay;
}

std::string labelOf(const Overlay& overlay, std::size_t area) { return overlay.legend[static_cast<std::size_t>(overlay.shown[area].entry)].label; }

bool notes(const Overlay& overlay, std::string_view words)
{
    return std::ranges::any_of(overlay.notes, [&](const std::string& note) { return note.contains(words); });
}

std::int64_t areasInLegend(const Overlay& overlay)
{
    std::int64_t count = 0;
    for (const LegendEntry& entry : overlay.legend) count += entry.kind == LegendKind::Mark ? 0 : entry.count;
    return count;
}

} // namespace

TEST_CASE("money lands in the board that holds the supplier, and a board without any is zero and not unknown", "[overlay]")
{
    const auto overlay = made("spend", "boards 2025");
    REQUIRE(overlay->shown.size() == 4);
    CHECK(overlay->shown[0].text == "$500,000");
    CHECK(overlay->shown[1].text == "$4,000,000");
    CHECK(overlay->shown[3].value == 0.0);
    CHECK(overlay->legend[static_cast<std::size_t>(overlay->shown[3].entry)].kind == LegendKind::Zero);
}

TEST_CASE("unlocated money is stated beside the legend", "[overlay]")
{
    CHECK(notes(*made("spend"), "$200,000 of $5,000,000 (4%) cannot be placed"));
}

TEST_CASE("money per head is money over the people of the same board", "[overlay]")
{
    const auto overlay = made("spend/head");
    CHECK_THAT(overlay->shown[0].value.value(), WithinRel(500.0));
    CHECK_THAT(overlay->shown[1].value.value(), WithinRel(2000.0));
    CHECK(overlay->shown[1].text == "$2,000 per head");
    CHECK(overlay->title.contains("per head"));
}

TEST_CASE("a legend's counts add up to its areas", "[overlay]")
{
    const auto name = GENERATE(as<std::string>{}, "spend", "spend/head", "population", "priorities", "priorities:people", "priorities:rank:flooding", "budget", "area", "spend+population",
        "coverage");
    const auto overlay = made(name);
    CHECK(areasInLegend(*overlay) == static_cast<std::int64_t>(overlay->areas.rows.size()));
    CHECK(overlay->shown.size() == overlay->areas.rows.size());
}

TEST_CASE("a community is coloured by the theme of its first priority", "[overlay]")
{
    const auto overlay = made("priorities");
    REQUIRE(overlay->shown.size() == 3);
    CHECK(labelOf(*overlay, 0) == "Housing");
    CHECK(labelOf(*overlay, 1) == "Flooding");
    CHECK(overlay->shown[0].text == "Housing: Do housing");
}

TEST_CASE("a community without a current plan is hatched as such and not counted as asking for nothing", "[overlay]")
{
    const auto overlay = made("priorities:people");
    CHECK(labelOf(*overlay, 2) == "No current plan");
    CHECK(overlay->legend[static_cast<std::size_t>(overlay->shown[2].entry)].pattern == LegendPattern::Hatched);
    CHECK_FALSE(overlay->shown[2].value.has_value());
}

TEST_CASE("a community beyond boundaries is named beside the legend", "[overlay]")
{
    CHECK(notes(*made("priorities"), "Fellowship has no boundary and is not on the map; it asks first for housing."));
}

TEST_CASE("a theme's rank is shown where it is asked for", "[overlay]")
{
    const auto overlay = made("priorities:rank:flooding");
    CHECK(labelOf(*overlay, 0) == "2nd");
    CHECK(labelOf(*overlay, 1) == "1st");
    const auto youth = made("priorities:rank:youth");
    CHECK(labelOf(*youth, 0) == "Not among its priorities");
}

TEST_CASE("people asking for a theme are added up over a community's priorities", "[overlay]")
{
    const auto flooding = made("priorities:people:flooding");
    CHECK(flooding->shown[0].value == 15.0);
    CHECK(flooding->shown[1].value == 40.0);
    CHECK(made("priorities:people")->shown[0].value == 55.0);
}

TEST_CASE("budget marks are won or not funded, and their ground is in proportion to their votes", "[overlay]")
{
    const auto overlay = made("budget");
    REQUIRE(overlay->marks.size() == 2);
    CHECK(overlay->legend[0].count == 2);
    CHECK(overlay->legend[1].count == 1);
    CHECK(overlay->marks[0].text == "SW-01: won · 3 votes · $20,000");
    const double ratio = overlay->marks[0].radius / overlay->marks[1].radius;
    CHECK_THAT(ratio * ratio, WithinRel(3.0, 1e-9));
    CHECK(notes(*overlay, "1 proposal did not reach the ballot"));
}

TEST_CASE("two measures make nine legend entries that name both", "[overlay]")
{
    const auto overlay = made("spend+population");
    REQUIRE(overlay->legend.size() == 9);
    CHECK(overlay->legend[8].column == 2);
    CHECK(overlay->legend[8].row == 2);
    CHECK_FALSE(overlay->firstAxis.empty());
    CHECK(overlay->shown[0].second == 1000.0);
}

TEST_CASE("an overlay or theme that is not there is refused with what there is", "[overlay]")
{
    const auto unknown = overlayNamed("spnd");
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().message.contains("'spnd'"));
    CHECK(unknown.error().message.contains("spend/head"));

    const OverlayMaker maker(test::fourCorners().snapshot());
    const auto refused = maker.make(overlayNamed("priorities:rank:bees").value());
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.contains("'bees'"));
    CHECK(refused.error().message.contains("flooding"));
    CHECK_FALSE(maker.make(overlayNamed("spend", "wards 1999").value()).has_value());
}

TEST_CASE("numbers are written for people", "[overlay][format]")
{
    CHECK(formatCount(1234567) == "1,234,567");
    CHECK(formatCount(-1234) == "-1,234");
    CHECK(formatMoney(1234.4, "NZD") == "$1,234");
    CHECK(formatMoney(-1234, "GBP") == "-£1,234");
    CHECK(formatMoney(28'170'000, "NZD") == "$28.2 m");
    CHECK(formatMoney(0.42, "EUR") == "€0.42");
    CHECK(formatMoney(1200, "CHF") == "1,200 CHF");
    CHECK(formatMoney(0, "NZD") == "$0");
    CHECK(formatValue(6.2e6, core::Unit::SquareMetres, "NZD") == "6.2 km²");
    CHECK(formatValue(5000, core::Unit::SquareMetres, "NZD") == "0.5 ha");
}

TEST_CASE("a ramp grows darker with more on a light map and lighter on a dark one", "[overlay][ramps]")
{
    const auto unit = GENERATE(core::Unit::Money, core::Unit::People, core::Unit::Count, core::Unit::SquareMetres);
    const auto luminance = [](const QColor& c) { return 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF(); };
    for (std::size_t classes = 2; classes <= 9; ++classes) {
        for (std::size_t i = 1; i < classes; ++i) {
            const ThemedColour less = rampColour(unit, i - 1, classes);
            const ThemedColour more = rampColour(unit, i, classes);
            CHECK(luminance(more.light) < luminance(less.light));
            CHECK(luminance(more.dark) > luminance(less.dark));
        }
    }
}
