// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

namespace hereabouts {

TEST_CASE("a drawing that was not finished is there with every stroke when the place is opened again, and is no change of the place", "[store][drawing]")
{
    const test::TemporaryFolder folder;
    {
        gis::PlaceFile place = test::newPlace(folder / "coast.place");
        REQUIRE(place.keepStrokes("line-1", "Boundary of Old Town", {"add 1 2", "add 3 4"}));
        REQUIRE(place.keepStrokes("line-2", "Boundary of Heights", {"add 9 9"}));
        REQUIRE(place.keepStrokes("line-1", "Boundary of Old Town", {"add 5 6"}));
    }
    gis::PlaceFile place = test::openPlace(folder / "coast.place");
    auto kept = place.unfinishedDrawings().value();
    REQUIRE(kept.size() == 2);
    const auto& old = kept[kept[0].code == "line-1" ? 0 : 1];
    CHECK(old.what == "Boundary of Old Town");
    CHECK(old.strokes == std::vector<std::string>{"add 1 2", "add 3 4", "add 5 6"});
    CHECK(place.history().value().empty());
    REQUIRE(place.forgetDrawing("line-1"));
    REQUIRE(place.forgetDrawing("line-1"));
    kept = place.unfinishedDrawings().value();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].code == "line-2");
}

} // namespace hereabouts
