// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overlay/overlay.h"
#include "tests/app/small_place.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;
using namespace hereabouts::app;

namespace {

core::Result<OverlayPtr> made(std::string_view name)
{
    const auto request = overlayNamed(name);
    REQUIRE(request.has_value());
    return OverlayMaker(test::fourCorners().snapshot()).make(*request);
}

std::vector<std::string> labels(const Overlay& overlay)
{
    std::vector<std::string> all;
    for (const OverlayArea& area : overlay.shown) all.push_back(overlay.legend[static_cast<std::size_t>(area.entry)].label);
    return all;
}

} // namespace

TEST_CASE("a map of coverage tells ground in no community from ground in one and in several", "[overlay]")
{
    const auto overlay = made("coverage");
    REQUIRE(overlay.has_value());
    // The middle of SW is Harbour's and Old Town's, that of NE is Quiet's.
    CHECK(labels(**overlay)
        == std::vector<std::string>{"In two or more: 1,000 people", "In no community: 5,000 people", "In no community: 5,000 people", "In one: 4,000 people"});
    CHECK((*overlay)->shown[0].text == "In 2 communities · 1,000 people");
    CHECK((*overlay)->legend.size() == 3);
    CHECK((*overlay)->subtitle == "that are recognised or provisional · small areas 2023");
    CHECK((*overlay)->notes.front().starts_with("5,000 of 10,000 people (50%)"));
    CHECK((*overlay)->notes.back() == "Fellowship has no boundary and covers nobody.");
}

TEST_CASE("which states of recognition cover ground can be chosen for the map too", "[overlay]")
{
    const auto overlay = made("coverage:provisional");
    REQUIRE(overlay.has_value());
    CHECK(labels(**overlay)[0] == "In one: 1,000 people");
    CHECK(labels(**overlay)[3] == "In no community: 9,000 people");
    const auto refused = made("coverage:blessed");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.contains("\"blessed\""));
}
