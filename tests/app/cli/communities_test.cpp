// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <map>

using Catch::Matchers::WithinAbs;
using hereabouts::test::Command;
using hereabouts::test::Ran;

namespace {

nlohmann::json asked(const Command& command, const std::string& words, int code = 0)
{
    const Ran ran = command.run("communities rata.place " + words + " --json");
    INFO(ran.err);
    REQUIRE(ran.code == code);
    return ran.json();
}

/// A square of 200 m in the middle of Harbourside, in metres of the home CRS.
constexpr auto kDrain = R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2193"}},"features":[
{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1489000,5697000],[1489200,5697000],[1489200,5697200],[1489000,5697200],[1489000,5697000]]]}}]})";

} // namespace

// One case: making the sample takes some seconds, and every question is asked of the same one.
TEST_CASE("the register of communities answers who is covered, what is shared, who is here and whom to consult", "[sample]")
{
    const Command command;
    REQUIRE(command.run("sample rata.place").code == 0);

    {
        INFO("coverage is the district's published figures, by deprivation, by board and by state");
        const auto coverage = asked(command, "--coverage --by boards")["coverage"];
        CHECK(coverage["people"] == 46200);
        CHECK(coverage["covered"] == 33577);
        CHECK(coverage["uncovered"] == 12623);
        CHECK_THAT(coverage["covered_share"].get<double>(), WithinAbs(0.727, 0.0005));
        CHECK_THAT(coverage["in_several_share"].get<double>(), WithinAbs(0.102, 0.0005));
        REQUIRE(coverage["deprivation"].size() == 3);
        CHECK_THAT(coverage["deprivation"][0]["uncovered_share"].get<double>(), WithinAbs(0.131, 0.0005));
        CHECK_THAT(coverage["deprivation"][2]["uncovered_share"].get<double>(), WithinAbs(0.429, 0.0005));
        CHECK(coverage["without_boundary"] == nlohmann::json{"Plains Pasifika Fellowship"});
        REQUIRE(coverage["outside_district"].size() == 1);
        CHECK_THAT(coverage["outside_district"][0]["share"].get<double>(), WithinAbs(0.04, 0.0005));
        std::map<std::string, double> boards;
        for (const auto& board : coverage["areas"]) boards[board["code"]] = board["covered_share"];
        CHECK(boards.size() == 12);
        CHECK_THAT(boards["PKW"], WithinAbs(0.32, 0.005));
        CHECK_THAT(boards["RIM"], WithinAbs(0.49, 0.005));
        CHECK(boards["KAH"] == 1);

        const auto wider = asked(command, "--coverage --status recognised,provisional,applicant,suspended")["coverage"];
        CHECK_THAT(wider["covered_share"].get<double>(), WithinAbs(0.794, 0.0005));
        CHECK(command.run("render rata.place --show coverage --size 640x480 -o map.png").code == 0);
        CHECK(command.run("render rata.place --show coverage:blessed -o map.png").err.contains("\"blessed\""));
        CHECK(command.run("communities rata.place --coverage").out.starts_with("33,577 of 46,200 people (72.7%) live in at least one community"));
    }
    {
        INFO("shared ground has its people and its state, and a policy only lists");
        const auto answer = asked(command, "--overlaps --policy none");
        std::map<std::string, int> people;
        for (const auto& pair : answer["overlaps"])
            people[pair["first"]["code"].get<std::string>() + pair["second"]["code"].get<std::string>()] = pair["people"];
        CHECK(people
            == std::map<std::string, int>{{"C01C02", 758}, {"C01C03", 1287}, {"C02C03", 317}, {"C05C06", 895}, {"C07C08", 562}, {"C08C18", 755},
                {"C09C10", 549}, {"C13C14", 184}, {"C19C20", 571}});
        const auto disputed = std::ranges::find(answer["overlaps"], nlohmann::json("disputed"), [](const nlohmann::json& pair) { return pair["state"]; });
        REQUIRE(disputed != answer["overlaps"].end());
        CHECK((*disputed)["second"]["code"] == "C10");
        CHECK((*disputed)["document"] == "D-C09-OBJ");
        CHECK(answer["policy"]["conflicts"].size() == 9);
        CHECK(answer["people_method"].get<std::string>().contains("centroid"));

        const auto own = asked(command, "--policy")["policy"];
        CHECK(own["policy"] == "agreed");
        CHECK(own["minimum_hectares"] == 1);
        CHECK(own["conflicts"].size() == 7); // C01 with C02 and C19 with C20 have it in writing
        CHECK(asked(command, "--policy free")["policy"]["conflicts"].empty());
        CHECK(command.run("communities rata.place --policy perhaps").code == 2);
        CHECK_FALSE(command.run("history rata.place").out.contains("policy"));
    }
    {
        INFO("without a question it lists the communities");
        const auto all = asked(command, "")["communities"];
        REQUIRE(all.size() == 20);
        CHECK(all[0]["people"] == 3491);
        CHECK(all[0]["overlaps"].size() == 2);
        CHECK(all[16]["people"].is_null()); // Plains Pasifika Fellowship has no boundary
        CHECK(asked(command, "--status applicant")["communities"].size() == 1);
    }
    {
        INFO("a spot is answered by degrees or metres, in sentences");
        const auto here = asked(command, "--at 1489000,5697000")["here"];
        REQUIRE(here["communities"].size() == 1);
        CHECK(here["communities"][0]["sentence"]
            == "Harbourside Residents' Association is recognised by the council; you can reach it at harbourside@example.org.");
        const auto away = asked(command, "--at 171.501,-38.802")["here"];
        CHECK(away["in_district"] == false);
        CHECK(away["communities"].empty());
        CHECK(command.run("communities rata.place --at here").code == 2);
    }
    {
        INFO("whom to consult is listed, written without formulas, kept in the log and taken back");
        command.write("drain.geojson", kDrain);
        const auto found = asked(command, "--consult drain.geojson --within 300 -o letters.csv --title '=HYPERLINK(1)'")["consultation"];
        REQUIRE(found["communities"].size() == 2);
        CHECK(found["communities"][0]["code"] == "C01");
        CHECK(found["communities"][0]["lies"] == "within");
        CHECK(found["communities"][1]["code"] == "C11");
        CHECK_THAT(found["communities"][1]["metres"].get<double>(), WithinAbs(281.7, 0.5));
        const std::string letters = command.read("letters.csv");
        CHECK(letters.contains("harbourside@example.org"));
        CHECK(letters.contains("\"'=HYPERLINK(1)\""));
        CHECK_FALSE(letters.contains("\n="));
        REQUIRE(command.run("export rata.place consultations -o log.csv").code == 0);
        CHECK(command.read("log.csv").contains("C01;C11"));
        CHECK(command.run("undo rata.place").out.contains("Listed 2 communities to consult on"));

        const Ran unlogged = command.run("communities rata.place --consult drain.geojson --no-log");
        CHECK(unlogged.code == 0);
        CHECK(unlogged.out.contains("Not kept"));
        REQUIRE(command.run("export rata.place consultations -o log.csv").code == 0);
        CHECK_FALSE(command.read("log.csv").contains("C01"));
    }
    {
        INFO("nothing private is in any answer, and what cannot be answered is said in a sentence");
        std::string all;
        command.write("drain.geojson", kDrain);
        for (const std::string words :
            {"", "--coverage --by small-areas", "--overlaps --policy", "--at 1489000,5697000", "--consult drain.geojson --within 90000 --no-log"})
            all += command.run("communities rata.place " + words).out + command.run("communities rata.place --json " + words).out;
        CHECK_FALSE(all.contains("private"));
        CHECK_FALSE(all.contains("00 555"));
        CHECK_FALSE(all.contains("Thistle Lane"));
        CHECK(all.contains("kowhaiwest@example.org"));

        command.write("table.csv", "works,cost\ndrain,12\n");
        const Ran table = command.run("communities rata.place --consult table.csv");
        CHECK(table.code == 1);
        CHECK(table.err.contains("table.csv has no shape"));
        CHECK(command.run("communities rata.place --consult gone.kml").code == 1);
        CHECK(command.run("communities rata.place --within 3").code == 2);
        const Ran blessed = command.run("communities rata.place --status blessed");
        CHECK(blessed.code == 2);
        CHECK(blessed.err.contains("\"blessed\""));
        const Ran by = command.run("communities rata.place --by parishes");
        CHECK(by.code == 1);
        CHECK(by.err.contains("\"boards 2025\""));
        REQUIRE(command.run("new empty.place --name Empty --crs EPSG:2193").code == 0);
        CHECK(command.run("communities empty.place").out.contains("No community to list"));
        CHECK(command.run("communities empty.place --coverage").code == 1);
        CHECK(command.run("communities empty.place --policy").err.contains("overlap_policy"));
    }
}
