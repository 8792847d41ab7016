// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>

using hereabouts::test::Command;
using hereabouts::test::Ran;

namespace {

// Two boards of one square kilometre side by side near the coast of Taranaki, and a third row whose code is taken.
constexpr auto kBoards = R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2193"}},"features":[
{"type":"Feature","properties":{"code":"A","name":"West","population":100},"geometry":{"type":"Polygon","coordinates":[[[1500000,5700000],[1501000,5700000],[1501000,5701000],[1500000,5701000],[1500000,5700000]]]}},
{"type":"Feature","properties":{"code":"B","name":"East","population":50},"geometry":{"type":"Polygon","coordinates":[[[1501000,5700000],[1502000,5700000],[1502000,5701000],[1501000,5701000],[1501000,5700000]]]}}
]})";

void makePlace(const Command& command)
{
    const Ran made = command.run("new a.place --name Testland --crs EPSG:2193");
    INFO(made.err);
    REQUIRE(made.code == 0);
    command.write("boards.geojson", kBoards);
    const Ran imported = command.run("import a.place boards boards.geojson --edition 'boards 2025' --json");
    INFO(imported.err);
    REQUIRE(imported.code == 0);
    CHECK(imported.json()["kind"] == "boards");
    CHECK(imported.json()["read"] == 2);
    CHECK(imported.json()["accepted"] == 2);
    CHECK(imported.json()["rejected"].empty());
}

} // namespace

TEST_CASE("wrong usage is told apart from what cannot be done", "[command]")
{
    const Command command;
    CHECK(command.run("tally").code == 2);
    CHECK(command.run("frobnicate a b").code == 2);
    CHECK(command.run("import a.place potholes x.csv").code == 2);
    const Ran missing = command.run("info missing.place --json");
    CHECK(missing.code == 1);
    CHECK(missing.out.empty());
    CHECK(missing.err.contains("missing.place"));
    for (const char* const name :
        {"sample", "new", "import", "info", "check", "at", "search", "tally", "render", "export", "diff", "history", "undo", "redo", "rejects"}) {
        const Ran help = command.run(std::string(name) + " --help");
        CHECK(help.code == 0);
        CHECK(help.out.contains("Examples:"));
    }
}

TEST_CASE("a place is made, filled, asked, undone and redone from the command line", "[command]")
{
    const Command command;
    makePlace(command);

    const Ran people = command.run("tally a.place population --by boards --json");
    REQUIRE(people.code == 0);
    CHECK(people.json()["total"] == 150);
    CHECK(people.json()["areas"][0]["value"] == 100);
    CHECK(command.run("tally a.place population --by parishes").code == 1);
    CHECK(command.run("tally a.place happiness --by boards").code == 2);

    const Ran here = command.run("at a.place 171.80 -38.84 --json");
    REQUIRE(here.code == 0);
    CHECK(here.json().contains("communities"));
    CHECK(command.run("at a.place 171.80 -138.84").code == 2);

    REQUIRE(command.run("undo a.place").code == 0);
    CHECK(command.run("tally a.place population --by boards").code == 1);
    REQUIRE(command.run("redo a.place").code == 0);
    CHECK(command.run("tally a.place population --by boards --json").json()["total"] == 150);
    CHECK(command.run("history a.place --json").json()["history"].size() >= 1);
    CHECK(command.run("check a.place --json").json()["coverage"].empty());
}

TEST_CASE("a bad row is kept with its reason, and the rest is taken in", "[command]")
{
    const Command command;
    makePlace(command);
    command.write("proposals.csv", "code,title,cost,lon,lat\nP1,Lights,1200.50,171.85,-38.84\n,Nameless,10,171.85,-38.84\n");
    const Ran imported = command.run("import a.place proposals proposals.csv --crs EPSG:4326 --json");
    INFO(imported.err);
    REQUIRE(imported.code == 3);
    REQUIRE(imported.json()["rejected"].size() == 1);
    CHECK(imported.json()["rejected"][0]["row"] == 2);
    CHECK(imported.json()["rejected"][0]["field"] == "code");
    CHECK(command.run("rejects a.place --json").json()["rejects"].size() == 1);
    REQUIRE(command.run("rejects a.place -o mend.csv").code == 0);
    CHECK(command.read("mend.csv").contains("Nameless"));
}

TEST_CASE("a place is never written over by its own export", "[command]")
{
    const Command command;
    makePlace(command);
    CHECK(command.run("export a.place boards -o a.place").code == 1);
    CHECK(command.run("info a.place").code == 0);
}

TEST_CASE("what was exported can be brought in again, and two places be compared", "[command]")
{
    const Command command;
    makePlace(command);
    REQUIRE(command.run("export a.place all -o all.gpkg").code == 0);
    REQUIRE(command.run("new b.place --name Testland --crs EPSG:2193").code == 0);
    CHECK(command.run("diff a.place b.place").code == 1);
    const Ran imported = command.run("import b.place all all.gpkg");
    INFO(imported.err);
    REQUIRE(imported.code == 0);
    const Ran same = command.run("diff a.place b.place --json");
    INFO(same.out);
    CHECK(same.code == 0);
    CHECK(same.json()["identical"] == true);
}

TEST_CASE("a map sheet is drawn without a window", "[command]")
{
    const Command command;
    makePlace(command);
    const Ran drawn = command.run("render a.place --show population --by boards --size 640x480 -o map.png");
    INFO(drawn.err);
    CHECK(drawn.code == 0);
    CHECK(command.read("map.png").starts_with("\x89PNG"));
    CHECK(command.run("render a.place --show population -o map.docx").code == 1);
    CHECK(command.run("render a.place --show population --size big -o map.png").code == 2);
    CHECK(command.run("render a.place --show population --size 800.5x600 -o map.png").code == 2);
}

TEST_CASE("a change is shown with what stood before it and after it", "[command][history]")
{
    const Command command;
    makePlace(command);
    const Ran one = command.run("history a.place 1 --json");
    INFO(one.err);
    REQUIRE(one.code == 0);
    CHECK(one.json()["number"] == 1);
    CHECK(one.json()["changes"].size() == 2);
    CHECK(one.json()["more"] == false);
    const Ran unknown = command.run("history a.place 9");
    CHECK(unknown.code == 1);
    CHECK(unknown.err.contains("no change number 9"));
    CHECK(command.run("history a.place nine").code == 2);

    REQUIRE(command.run("export a.place all -o all.gpkg").code == 0);
    REQUIRE(command.run("new b.place --name Elsewhere --crs EPSG:2193 --currency GBP").code == 0);
    REQUIRE(command.run("import b.place all all.gpkg").code == 0);
    const auto became = command.run("history b.place 1 --json").json();
    REQUIRE(became["changes"].size() == 2);
    CHECK(became["changes"][0]["before"] == "Elsewhere");
    CHECK(became["changes"][0]["after"] == "Testland");
    CHECK(command.run("history b.place 1").out.contains("Elsewhere"));
}

TEST_CASE("an empty place takes name, currency and flag from what it is filled with, and gives them back", "[command][history]")
{
    const Command command;
    makePlace(command);
    REQUIRE(command.run("export a.place all -o all.gpkg").code == 0);
    REQUIRE(command.run("new b.place --name Elsewhere --crs EPSG:2193 --currency GBP").code == 0);
    const Ran differ = command.run("diff a.place b.place --json");
    CHECK(differ.code == 1);
    CHECK(differ.json()["differences"][0]["field"] == "currency");
    CHECK(differ.json()["differences"][1]["field"] == "name");
    REQUIRE(command.run("import b.place all all.gpkg").code == 0);
    CHECK(command.run("diff a.place b.place --json").json()["identical"] == true);
    REQUIRE(command.run("undo b.place").code == 0);
    REQUIRE(command.run("undo b.place").code == 0);
    CHECK(command.run("info b.place").out.contains("Elsewhere"));
    CHECK(command.run("redo b.place").code == 0);
    CHECK(command.run("info b.place").out.contains("Testland"));
    CHECK(command.run("new c.place --name C --crs EPSG:2193 --currency pounds").code == 1);
    CHECK_FALSE(command.has("c.place"));
}

TEST_CASE("a row that cannot be taken in is named with its row and field", "[command]")
{
    const Command command;
    makePlace(command);
    const Ran again = command.run("import a.place boards boards.geojson --edition 'boards 2025'");
    CHECK(again.code == 1);
    CHECK(again.err.contains("boards.geojson"));
    CHECK(again.err.contains("row 1, code"));
    CHECK(command.run("history a.place --json").json()["history"].size() == 1);
}

TEST_CASE("a source cut short is refused as damaged, whatever its format", "[command]")
{
    const Command command;
    makePlace(command);
    for (const char* const ending : {"gpkg", "fgb", "geojson"}) {
        const std::string name = std::string("whole.") + ending;
        REQUIRE(command.run("export a.place boards -o " + name).code == 0);
        const std::string whole = command.read(name);
        command.write("cut." + std::string(ending), whole.substr(0, whole.size() * 2 / 3));
        const Ran cut = command.run("import a.place boards cut." + std::string(ending) + " --edition again");
        INFO(cut.err);
        CHECK(cut.code == 1);
        CHECK(cut.err.contains("cut." + std::string(ending)));
        CHECK((cut.err.contains("damaged") || cut.err.contains("cut short")));
    }
    CHECK(command.run("history a.place --json").json()["history"].size() == 1);
}

TEST_CASE("output that a reader stops reading is no fault, and output that cannot be written is told", "[command]")
{
    const Command command;
    makePlace(command);
    CHECK(command.run("info a.place --json 2>pipe.err | true").code == 0);
    CHECK(command.read("pipe.err").empty());
    CHECK(command.run("info a.place --json >/dev/full 2>full.err; echo $?").out == "1\n");
    CHECK(command.read("full.err").contains("standard output"));
}

TEST_CASE("two editions in one file are two sets of areas, and the import says which", "[command]")
{
    const Command command;
    REQUIRE(command.run("new a.place --name Testland --crs EPSG:2193").code == 0);
    std::string features;
    for (const char* const edition : {"wards 2025", "wards 2028"}) {
        features += std::string(features.empty() ? "" : ",") + R"({"type":"Feature","properties":{"code":"A","name":"West","edition":")" + edition
            + R"("},"geometry":{"type":"Polygon","coordinates":[[[1500000,5700000],[1501000,5700000],[1501000,5701000],[1500000,5701000],[1500000,5700000]]]}})";
    }
    command.write("wards.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2193"}},"features":[)" + features + "]}");
    const Ran imported = command.run("import a.place wards wards.geojson --json");
    INFO(imported.err << imported.out);
    REQUIRE(imported.code == 0);
    CHECK(imported.json()["edition"] == "wards 2025, wards 2028");
    CHECK(imported.json()["accepted"] == 2);
    CHECK_FALSE(imported.out.contains("overlap of"));
    CHECK_FALSE(imported.out.contains("drawn twice"));
}

TEST_CASE("each register written to each format comes back as it was", "[command]")
{
    const Command command;
    makePlace(command);
    command.write("proposals.csv", "code,title,cost,lon,lat\nP1,Lights; \"bright\",1200.50,171.805,-38.84\nP2,Tūī garden,10,171.805,-38.841\n");
    REQUIRE(command.run("import a.place proposals proposals.csv").code == 0);
    for (const std::string ending : {"gpkg", "geojson", "csv", "fgb"}) {
        INFO(ending);
        const std::string place = ending + ".place";
        REQUIRE(command.run("new " + place + " --name Testland --crs EPSG:2193").code == 0);
        for (const std::string layer : {"boards", "proposals"}) {
            const std::string file = layer + "-out." + ending;
            REQUIRE(command.run("export a.place " + layer + " -o " + file).code == 0);
            const Ran back = command.run("import " + place + " " + layer + " " + file + (ending == "csv" ? " --crs EPSG:4326" : ""));
            INFO(back.err);
            REQUIRE(back.code == 0);
        }
        const Ran same = command.run("diff a.place " + place);
        INFO(same.out);
        CHECK(same.code == 0);
    }
}
