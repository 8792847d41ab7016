// SPDX-License-Identifier: GPL-3.0-or-later
// Long work that is stopped: by Ctrl-C, by a kill, by a full disk, by another program.
#include "tests/app/cli/command.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

using hereabouts::test::Command;
using hereabouts::test::Ran;

namespace {

constexpr int kRows = 120'000;

/// A place, and a file that takes seconds to bring in.
void makeLongWork(const Command& command)
{
    REQUIRE(command.run("new a.place --name Testland --crs EPSG:2193").code == 0);
    std::string text = "code,title,cost,lon,lat\n";
    for (int i = 0; i < kRows; ++i)
        text += std::format("P{},Proposal {},{},{:.4f},{:.4f}\n", i, i, i % 1000, 171.7 + (i % 400) * 0.001, -38.9 + (i / 400) * 0.0005);
    command.write("many.csv", text);
}

std::int64_t proposalsIn(const Command& command)
{
    const Ran ran = command.run("info a.place --json");
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    const auto info = ran.json();
    for (const auto& each : info["registers"]) {
        if (each["name"] == "proposals") return each["rows"];
    }
    return -1;
}

} // namespace

TEST_CASE("Ctrl-C in the middle of an import leaves the place as it was, and says so", "[command][stopping]")
{
    const Command command;
    makeLongWork(command);
    int heard = 0;
    for (const char* const seconds : {"0.2", "0.5", "0.9", "1.5", "2.5"}) {
        const Ran stopped = command.run("import a.place proposals many.csv --json", std::format("timeout --preserve-status -s INT {}", seconds));
        INFO(seconds << " s: " << stopped.err);
        constexpr int kEndedBySignal = 130; // on a busy machine it comes before the program is ready for it
        if (stopped.code == kEndedBySignal) continue;
        CHECK(stopped.code == 1);
        CHECK(stopped.out.empty());
        CHECK(stopped.err.contains("topped"));
        if (++heard == 2) break;
    }
    CHECK(heard > 0);
    CHECK(proposalsIn(command) == 0);
    CHECK(command.run("history a.place --json").json()["history"].empty());
    CHECK_FALSE(command.has("a.place-wal"));
}

TEST_CASE("one Ctrl-C that comes twice, to the command and to its group, is one request to stop", "[command][stopping]")
{
    const Command command;
    makeLongWork(command);
    const Ran stopped = command.run("import a.place proposals many.csv",
        R"(sh -c '"$0" "$@" & working=$!; sleep 0.4; kill -INT $working; sleep 0.05; kill -INT $working; wait $working')");
    INFO(stopped.err);
    CHECK(stopped.err.contains("topped"));
    CHECK_FALSE(stopped.err.contains("second time"));
    CHECK(proposalsIn(command) == 0);
}

TEST_CASE("an import that is killed leaves all of its rows or none", "[command][stopping]")
{
    const Command command;
    makeLongWork(command);
    for (const char* const seconds : {"0.3", "0.9"}) {
        CHECK(command.run("import a.place proposals many.csv", std::format("timeout -s KILL {}", seconds)).code != 0);
        CHECK(proposalsIn(command) == 0);
    }
    CHECK(command.run("check a.place --json").json()["database"].empty());
    CHECK(command.run("history a.place --json").json()["history"].empty());
}

TEST_CASE("a sample that is stopped leaves nothing, and one that is killed is made anew", "[command][stopping]")
{
    const Command command;
    const Ran stopped = command.run("sample rata.place", "timeout --preserve-status -s INT 0.8");
    INFO(stopped.err);
    CHECK(stopped.code != 0); // 1, or the signal's own number where it came before the program was ready for it
    CHECK_FALSE(command.has("rata.place"));
    for (const char* const tail : {"", "-wal", "-shm"}) CHECK_FALSE(command.has(std::string("rata.place.part") + tail));

    CHECK(command.run("sample rata.place", "timeout -s KILL 0.8").code != 0);
    CHECK_FALSE(command.has("rata.place"));
    REQUIRE(command.run("sample rata.place").code == 0);
    CHECK_FALSE(command.has("rata.place.part"));
}

TEST_CASE("a terminal sees how far long work is, and a file of its output does not", "[command][stopping]")
{
    const Command command;
    makeLongWork(command);
    const Ran piped = command.run("import a.place proposals many.csv");
    CHECK(piped.code == 0);
    CHECK(piped.err.empty());
    CHECK(proposalsIn(command) == kRows);
    REQUIRE(command.run("undo a.place").code == 0);
    const Ran seen = command.onTerminal("import a.place proposals many.csv");
    CHECK(seen.out.contains("%"));
    CHECK(seen.out.contains("░"));
    CHECK(seen.out.contains("\033[K"));
}

TEST_CASE("a disk with no room is told, and the place is as it was", "[command][stopping]")
{
    const Command command;
    makeLongWork(command);
    const Ran full = command.run("import a.place proposals many.csv", "ulimit -f 8000 &&");
    INFO(full.err);
    CHECK(full.code == 1);
    CHECK(full.err.contains("full"));
    CHECK(proposalsIn(command) == 0);
    const Ran sample = command.run("sample s.place", "ulimit -f 4000 &&");
    CHECK(sample.code == 1);
    CHECK_FALSE(command.has("s.place"));
    CHECK_FALSE(command.has("s.place.part"));
}
