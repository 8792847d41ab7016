// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <vector>

using Catch::Matchers::ContainsSubstring;
using hereabouts::test::Command;
using hereabouts::test::Ran;

namespace {

const std::string kTown = "META\nkey;value\nnum_projects;4\nnum_votes;10\nbudget;100\nvote_type;approval\nrule;greedy\ncurrency;NZD\n"
                          "PROJECTS\nproject_id;cost;name;selected\na;34;Hall;1\nb;33;Path;1\nc;33;Seat;1\nd;40;Pool;0\n"
                          "VOTES\nvoter_id;vote\n1;a,b,c\n2;a,b,c\n3;a,b,c\n4;a,b,c\n5;a,b,c\n6;a,b,c\n7;d\n8;d\n9;d\n10;d\n";

std::vector<std::string> winnersOf(const Ran& ran)
{
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    return ran.json()["winners"];
}

} // namespace

TEST_CASE("a Pabulib file is counted by the rule asked for, as one document", "[count]")
{
    const Command command;
    command.write("town.pb", kTown);
    CHECK(winnersOf(command.run("count town.pb --json")) == std::vector<std::string>{"a", "b", "c"});
    CHECK(winnersOf(command.run("count town.pb --rule equal-shares --json")) == std::vector<std::string>{"a", "d"});
    CHECK(winnersOf(command.run("count town.pb --rule equal-shares --utility cardinality --json")) == std::vector<std::string>{"b", "d"});
    CHECK(winnersOf(command.run("count town.pb --rule phragmen --json")) == std::vector<std::string>{"b", "d"});
    CHECK(winnersOf(command.run("count town.pb --budget 40 --json")) == std::vector<std::string>{"a"});

    const auto document = command.run("count town.pb --rule official --json").json();
    CHECK(document["rule"] == "official");
    CHECK(document["official"]["same"] == true);
    CHECK(document["budget"] == 100);
    CHECK(document["cost"] == 100);
    CHECK(document["voters"] == 10);
    CHECK(document["projects"] == 4);
    CHECK(document["fairness"]["share_with_winner"] == 0.6);
    CHECK(document["fairness"]["ejr_plus_up_to_one"] == false);
    CHECK(document["fairness"]["forgotten"][0]["project"] == "d");
}

TEST_CASE("the trace says what each supporter pays and why each loser lost, with the same bytes each time", "[count]")
{
    const Command command;
    command.write("town.pb", kTown);
    REQUIRE(command.run("count town.pb --rule equal-shares --trace one.txt").code == 0);
    REQUIRE(command.run("count town.pb --rule equal-shares --trace two.txt").code == 0);
    const std::string trace = command.read("one.txt");
    CHECK(trace == command.read("two.txt"));
    CHECK_THAT(trace, ContainsSubstring("Each voter begins with an equal part: 100 / 10 = 10."));
    CHECK_THAT(trace, ContainsSubstring("1. [a] Hall: 6 votes, costs 34. Each supporter pays 5.67; the voters have 66 left."));
    CHECK_THAT(trace, ContainsSubstring("2. [d] Pool: 4 votes, costs 40. Each supporter pays 10; the voters have 26 left."));
    CHECK_THAT(trace, ContainsSubstring("[b] Path: 6 votes, costs 33. Its supporters have 26 left together, 7 short; they paid most for others: 34 for [a]."));

    REQUIRE(command.run("count town.pb --trace greedy.txt").code == 0);
    CHECK_THAT(
        command.read("greedy.txt"), ContainsSubstring("[d] Pool: 4 votes, costs 40. 40 short; 3 votes more would have bought it, in the place of [b] Path."));
}

TEST_CASE("what cannot be counted is refused in one sentence with line and field", "[count]")
{
    const Command command;
    std::string bad = kTown;
    command.write("bad.pb", bad.replace(bad.find("7;d"), 3, "7;z"));
    const Ran unknown = command.run("count bad.pb --json");
    CHECK(unknown.code == 1);
    CHECK(unknown.out.empty());
    CHECK_THAT(unknown.err, ContainsSubstring("Line 23, vote: the ballot of voter '7' names project 'z'"));
    CHECK(command.run("count nothing.pb").code == 1);
    command.write("town.pb", kTown);
    CHECK(command.run("count town.pb --rule dice").code == 2);
    CHECK(command.run("count town.pb --ties coin").code == 2);
    CHECK(command.run("count town.pb --budget none").code == 2);
    CHECK(command.run("count town.pb --by-area").code == 1);
    CHECK(command.run("count town.pb --rule equal-shares --utility points").code == 1);
    std::string cents = kTown;
    command.write("cents.pb", cents.replace(cents.find("a;34;"), 5, "a;34.5;"));
    const Ran doubtful = command.run("count cents.pb --json");
    CHECK(doubtful.code == 3);
    CHECK_THAT(doubtful.err, ContainsSubstring("first: line 11"));
}

TEST_CASE("the sample round comes to its three published counts, from the place file", "[sample]")
{
    const Command command;
    REQUIRE(command.run("sample rata.place --json").code == 0);
    struct Published {
        const char* words;
        std::size_t winners;
        int dollars;
    };
    for (const Published& each : {Published{"--rule greedy-votes", 29, 1'196'500}, Published{"--rule greedy-votes --by-area", 28, 938'700},
             Published{"--rule equal-shares --utility cost", 27, 859'000}}) {
        INFO(each.words);
        const Ran ran = command.run(std::string("count rata.place --json --trace trace.txt ") + each.words);
        INFO(ran.err);
        REQUIRE(ran.code == 0);
        CHECK(ran.json()["winners"].size() == each.winners);
        CHECK(ran.json()["cost"] == each.dollars);
        CHECK(ran.json()["round"] == "Our Place 2026");
        CHECK_FALSE(command.read("trace.txt").empty());
    }
    CHECK(command.run("count rata.place --round \"Our Place 2024\"").code == 1);
}
