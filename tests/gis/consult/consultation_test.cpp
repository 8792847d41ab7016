// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/consult/consultation.h"

#include "tests/gis/read/source_folder.h"
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <format>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using core::RegisterKind;
using gis::WorksLie;

namespace {

constexpr double kX = 1'600'000, kY = 5'700'000;

gis::Edit community(const std::string& code, const std::string& status, core::Geometry line, const std::string& contact = {})
{
    const core::RegisterSpec& spec = core::specOf(RegisterKind::Communities);
    core::Record record{.values = std::vector<core::Value>(spec.fields.size()), .geometry = std::move(line)};
    const auto set = [&](std::string_view field, const std::string& text) {
        if (!text.empty()) record.values[spec.fieldIndex(field).value()] = text;
    };
    set("code", code);
    set("name", "The " + code);
    set("status", status);
    set("public_contact", contact);
    set("private_contact", "021 555 " + code);
    return gis::AddRow{RegisterKind::Communities, std::move(record)};
}

/// Squares of a kilometre in a row from the west: A recognised, B an applicant, C provisional 200 m further on, D dissolved on A's ground, E without a line.
gis::PlaceFile aRow(const std::filesystem::path& path)
{
    gis::PlaceFile place = test::newPlace(path);
    const auto done
        = place.apply({community("A", "recognised", test::square(kX, kY, 1000), "a@example.org"),
                          community("B", "applicant", test::square(kX + 1000, kY, 1000)), community("C", "provisional", test::square(kX + 2200, kY, 1000)),
                          community("D", "dissolved", test::square(kX, kY, 1000)), community("E", "recognised", {})},
            "Test");
    if (!done) FAIL(done.error().message);
    return place;
}

std::string ground(double x, double y, double width, double height)
{
    return std::format(
        R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]}})", kX + x, kY + y, kX + x + width, kY + y + height);
}

std::string file(const std::vector<std::string>& geometries, std::string_view crs = "urn:ogc:def:crs:EPSG::2193")
{
    std::string features;
    for (const std::string& geometry : geometries)
        features += std::format(R"({}{{"type":"Feature","properties":{{}},"geometry":{}}})", features.empty() ? "" : ",", geometry);
    return std::format(R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"{}"}}}},"features":[{}]}})", crs, features);
}

struct Asked {
    test::TemporaryFolder folder;
    test::SourceFolder sources;
    gis::PlaceFile place = aRow(folder / "row.place");
    core::SnapshotPtr snapshot = test::mustRead(place);

    core::Result<gis::Works> works(const std::string& content, const std::string& name = "drain.geojson") const
    {
        return gis::readWorks(*snapshot, {.source = sources.write(name, content), .layer = {}, .crs = {}, .title = {}});
    }
    gis::Consultation on(const std::string& geometry, double within = 0) const
    {
        const auto read = works(file({geometry}));
        if (!read) FAIL(read.error().message);
        auto found = gis::consultOn(*snapshot, *read, within);
        if (!found) FAIL(found.error().message);
        return std::move(*found);
    }
};

std::vector<std::string> codes(const gis::Consultation& consultation)
{
    std::vector<std::string> all;
    for (const gis::Consulted& one : consultation.communities) all.push_back(one.code + " " + std::string(wordOf(one.lie)));
    return all;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("works on a community's ground, beside it and near it are told apart", "[consult]")
{
    const Asked asked;
    const gis::Consultation inside = asked.on(ground(700, 100, 200, 200), 150);
    CHECK(codes(inside) == Words{"A within", "B near"});
    CHECK(inside.communities[0].shareOfWorks == 1);
    CHECK(inside.communities[0].publicContact == "a@example.org");
    CHECK(inside.communities[0].recognised);
    CHECK_FALSE(inside.communities[1].recognised);
    CHECK_THAT(inside.communities[1].metres, WithinAbs(100, 0.1));
    CHECK(inside.withoutLine == Words{"The E"});
    CHECK(inside.sentence == "drain: 1 recognised community and 1 that is not recognised here, beside it or within 150 m.");

    const gis::Consultation both = asked.on(ground(900, 100, 200, 200));
    CHECK(codes(both) == Words{"A within", "B within"});
    CHECK(both.communities[0].shareOfWorks == 0.5);

    CHECK(codes(asked.on(ground(800, 100, 200, 200))) == Words{"A within", "B adjoining"}); // up to the shared line
    CHECK(codes(asked.on(ground(2003, 100, 100, 100))) == Words{"B adjoining"}); // 3 m beside it
    const gis::Consultation nobody = asked.on(ground(2010, 100, 100, 100));
    CHECK(nobody.communities.empty());
    CHECK(nobody.sentence == "drain: no community here or beside it.");
    CHECK(codes(asked.on(ground(2010, 100, 100, 100), 91)) == Words{"C near", "B near"}); // by right first
}

TEST_CASE("a strip that overlaps a community by a slip of drawing only adjoins it, a trench in earnest is within", "[consult]")
{
    const Asked asked;
    CHECK(codes(asked.on(ground(800, 100, 201, 200))) == Words{"A within", "B adjoining"});
    CHECK(codes(asked.on(ground(500, 100, 1000, 1.5))) == Words{"A within", "B within"});
}

TEST_CASE("works may be a line or a point", "[consult]")
{
    const Asked asked;
    const gis::Consultation line = asked.on(std::format(R"({{"type":"LineString","coordinates":[[{},{}],[{},{}]]}})", kX + 500, kY + 500, kX + 1500, kY + 500));
    CHECK(codes(line) == Words{"A within", "B within"});
    CHECK_FALSE(line.communities[0].shareOfWorks.has_value());
    CHECK(codes(asked.on(std::format(R"({{"type":"Point","coordinates":[{},{}]}})", kX + 2150, kY + 500), 60)) == Words{"C near"});
}

TEST_CASE("a consultation is kept in the log with its ground and who was listed, and taken back by undo", "[consult]")
{
    Asked asked;
    const auto works = asked.works(file({ground(900, 100, 200, 200), ground(950, 150, 250, 200)}));
    REQUIRE(works.has_value());
    CHECK(works->title == "drain");
    const auto found = gis::consultOn(*asked.snapshot, *works, 20);
    REQUIRE(found.has_value());
    const auto entry = gis::logEntry(*works, *found, 20'000, "Roading");
    REQUIRE(entry.has_value());
    const auto done = asked.place.apply({*entry}, "Listed who is asked about drain");
    INFO((done ? "" : done.error().message));
    REQUIRE(done.has_value());

    const core::SnapshotPtr after = test::mustRead(asked.place);
    const core::RegisterTable& log = after->at(RegisterKind::Consultations);
    REQUIRE(log.size() == 1);
    CHECK(log.text("works").at(0) == "drain");
    CHECK(log.text("communities").at(0) == "A;B");
    CHECK(log.text("listed_by").at(0) == "Roading");
    CHECK(log.integers("listed_on")[0] == 20'000);
    CHECK(log.reals("within_metres")[0] == 20);
    CHECK_THAT(log.groundSquareMetres(0), WithinAbs(40'000 + 50'000 - 22'500, 100)); // as one ground

    REQUIRE(asked.place.undo().has_value());
    CHECK(test::mustRead(asked.place)->at(RegisterKind::Consultations).size() == 0);
}

TEST_CASE("works in another coordinate system lie where they lie", "[consult]")
{
    const Asked asked;
    const auto works
        = asked.works(R"({"type":"Polygon","coordinates":[[[173.0,-38.846],[173.004,-38.846],[173.004,-38.843],[173.0,-38.843],[173.0,-38.846]]]})");
    INFO((works ? "" : works.error().message));
    REQUIRE(works.has_value());
    const core::Box box = core::boundsOf(works->shapes.front());
    CHECK_THAT(box.minX, WithinAbs(kX, 1)); // 173° E is the middle of the home CRS
    CHECK(codes(*gis::consultOn(*asked.snapshot, *works, 0)) == Words{"A within"});
}

TEST_CASE("a row of works that cannot be used is told and the rest is taken", "[consult]")
{
    const Asked asked;
    const auto works = asked.works(file({ground(100, 100, 50, 50), "null",
        std::format(R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{3}],[{2},{1}],[{0},{3}],[{0},{1}]]]}})", kX, kY, kX + 100, kY + 100)}));
    INFO((works ? "" : works.error().message));
    REQUIRE(works.has_value());
    CHECK(works->shapes.size() == 2);
    CHECK(works->rejected() == 1);
    REQUIRE(works->findings.size() == 2);
    CHECK(works->findings[0].row == 2);
    CHECK(works->findings[1].message.contains("crosses itself"));
}

TEST_CASE("a file that says nowhere, or nothing of where, gets a sentence", "[consult]")
{
    const Asked asked;
    const auto table = asked.works("works,cost\ndrain,12\n", "works.csv");
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().message.contains("works.csv has no shape"));
    const auto nothing = asked.works("not a map", "works.gpkg");
    REQUIRE_FALSE(nothing.has_value());
    CHECK_FALSE(nothing.error().message.empty());
    const auto empty = asked.works(file({"null"}));
    REQUIRE_FALSE(empty.has_value());
    const auto missing = gis::readWorks(*asked.snapshot, {.source = asked.sources / "gone.kml", .layer = {}, .crs = {}, .title = {}});
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == core::ErrorCode::NotFound);
    const auto swapped = asked.works(R"({"type":"Polygon","coordinates":[[[-38.846,173.0],[-38.846,173.004],[-38.843,173.004],[-38.846,173.0]]]})");
    REQUIRE_FALSE(swapped.has_value());
    CHECK(swapped.error().message.contains("latitude"));
    const auto works = asked.works(file({ground(0, 0, 9, 9)}));
    REQUIRE(works.has_value());
    CHECK_FALSE(gis::consultOn(*asked.snapshot, *works, -1).has_value());
}
