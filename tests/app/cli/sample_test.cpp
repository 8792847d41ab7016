// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <map>
#include <sstream>

using Catch::Matchers::WithinAbs;
using hereabouts::test::Command;
using hereabouts::test::Ran;

namespace {

std::map<std::string, double> valuesOf(const nlohmann::json& tally)
{
    std::map<std::string, double> values;
    for (const auto& area : tally["areas"]) {
        if (!area["value"].is_null()) values[area["code"]] = area["value"];
    }
    return values;
}

nlohmann::json tally(const Command& command, const std::string& words)
{
    const Ran ran = command.run("tally rata.place " + words + " --json");
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    return ran.json();
}

} // namespace

// One case: making the sample takes some seconds, and every figure below is read from the same one.
TEST_CASE("the sample district adds up to its published figures", "[sample]")
{
    const Command command;
    const Ran made = command.run("sample rata.place --json");
    INFO(made.err);
    REQUIRE(made.code == 0);
    CHECK_FALSE(command.has("rata.place.part"));

    std::map<std::string, std::string> headlines;
    const auto document = made.json();
    for (const auto& headline : document["headlines"]) headlines[headline["name"]] = headline["figure"];
    CHECK(headlines["coverage"] == "72.7%");
    CHECK(headlines["priorities"] == "71 → 52 → 34 → 19 → 7");
    CHECK(headlines["ballots"] == "$938,700");
    CHECK(headlines["kept"] == "29.7%");
    CHECK(headlines["commitments"] == "7 of 8");

    const auto people = tally(command, "population --by boards");
    CHECK(people["total"] == 46200);
    CHECK(people["outside"] == 0);
    const std::map<std::string, double> expected{{"PKC", 5900}, {"PKW", 4700}, {"PKH", 4300}, {"MAR", 2900}, {"TOT", 5600}, {"RIM", 4900}, {"KAH", 3200},
        {"MAN", 1500}, {"NIK", 1700}, {"HAR", 4600}, {"PON", 3700}, {"RAU", 3200}};
    CHECK(valuesOf(people) == expected);

    const auto communities = valuesOf(tally(command, "population --by communities"));
    CHECK(communities.at("C01") == 3491);
    CHECK(communities.at("C03") == 1287);
    CHECK(communities.at("C14") == 1840);
    CHECK_FALSE(communities.contains("C17"));

    const auto spend = tally(command, "spend --by boards");
    CHECK_THAT(spend["total"].get<double>(), WithinAbs(267.5e6, 0.005));
    CHECK_THAT(valuesOf(spend).at("PKC"), WithinAbs(28.17e6, 0.01e6));
    CHECK_THAT(valuesOf(spend).at("NIK"), WithinAbs(0.24e6, 0.01e6));
    CHECK_THAT(spend["unlocated"].get<double>() / 267.5e6, WithinAbs(0.023, 0.001));

    const auto won = tally(command, "won --by boards");
    CHECK(won["total"] == 938700);
    CHECK(valuesOf(won).at("PKC") == 157000);
    CHECK(valuesOf(won).at("MAN") == 8700);

    CHECK(valuesOf(tally(command, "proposals --by boards")).at("PKH") == 17);
    const auto ballots = tally(command, "ballots --by boards");
    CHECK(ballots["total"] == 3000);
    CHECK(valuesOf(ballots).at("PKW") == 120);

    // The 2028 wards cut Tōtara Flat in two: restated figures agree with the total, and what a ballot does not say is not made up.
    const auto restated = tally(command, "population --by 'wards 2028'");
    CHECK(restated["total"] == 46200);
    const auto cut = tally(command, "ballots --by 'wards 2028'");
    CHECK(cut["total"] == 3000);
    CHECK(cut["unlocated"].get<double>() >= 490);
    double told = cut["unlocated"].get<double>();
    for (const auto& area : cut["areas"]) told += area["value"].is_null() ? area["n"].get<double>() : area["value"].get<double>();
    CHECK(told == 3000);
    CHECK(cut["method"].get<std::string>().contains("240 ballots of whole boards"));

    const auto civic = command.run("at rata.place 171.71506 -38.86975 --json").json(); // the council's Civic Centre
    const auto council = std::ranges::find_if(civic["anchors"], [](const auto& anchor) { return anchor["site"] == "Civic Centre"; });
    REQUIRE(council != civic["anchors"].end());
    CHECK((*council)["target_percent"] == 40);
    CHECK((*council)["commitment_due"] == "2028-06-30");

    const Ran found = command.run("search rata.place whaf --json");
    REQUIRE(found.code == 0);
    CHECK(found.out.contains("Wharf Street"));
    CHECK(command.run("search rata.place totara flat").out.contains("Tōtara Flat"));

    const Ran again = command.run("sample rata.place");
    CHECK(again.code == 1);
    CHECK(again.err.contains("rata.place"));

    SECTION("rejected ballots are told by row and reason, and what they said is gone")
    {
        const Ran mixed = command.run("rejects rata.place -o mend.csv");
        CHECK(mixed.code == 1);
        CHECK(mixed.err.contains("--kind drawings"));
        CHECK(command.run("rejects rata.place --kind drawings").out.contains("encloses no ground"));
        const Ran kept = command.run("rejects rata.place --kind ballots -o mend.csv");
        CHECK(kept.code == 0);
        CHECK(kept.out.contains("secret"));
        CHECK(command.read("mend.csv").starts_with("hereabouts_source,"));
    }
    SECTION("everything written out and brought into an empty place is the same place, save what is private")
    {
        REQUIRE(command.run("export rata.place all -o all.gpkg").code == 0);
        REQUIRE(command.run("new copy.place --name Copy --crs EPSG:2193").code == 0);
        const Ran imported = command.run("import copy.place all all.gpkg");
        INFO(imported.err);
        CHECK(imported.code == 0);
        // What was agreed about shared ground travels whole; members, officers' telephones and a boundary lent to the council stay.
        CHECK(command.read("all.gpkg").contains("Raupō Lakes Community Association; Lakeside East Progressive"));
        const Ran differing = command.run("diff rata.place copy.place");
        CHECK(differing.code == 1);
        std::istringstream lines(differing.out);
        std::map<std::string, int> stayed;
        for (std::string line; std::getline(lines, line) && !line.empty();) ++stayed[line.substr(0, line.find(' ', line.find(' ') + 1))];
        CHECK(stayed == std::map<std::string, int>{{"members: C04", 8}, {"officers: C04", 3}, {"relationships: R01", 1}});
        CHECK(command.run("info copy.place").out.starts_with("Rātā Coast (fictional)"));
    }
    SECTION("a check finds the planted gap and the payments dated outside the year")
    {
        const Ran checked = command.run("check rata.place --json");
        INFO(checked.err);
        REQUIRE(checked.code == 0);
        const auto report = checked.json();
        CHECK_FALSE(report["coverage"].empty());
        CHECK(report["database"].empty());
        CHECK(report["shapes"].empty());
    }
}
