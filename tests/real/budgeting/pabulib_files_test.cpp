// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/real/budgeting/elections.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;

TEST_CASE("every real Pabulib file is read, and written again without losing a field", "[real]")
{
    const auto files = test::electionFiles();
    if (files.empty()) SKIP("skipped: no real data");
    for (const auto& path : files) {
        INFO(path.filename());
        const std::string text = test::fileText(path);
        const auto file = core::readPabulib(text);
        INFO((file ? std::string() : file.error().message));
        REQUIRE(file.has_value());
        const std::string written = core::writePabulib(*file);
        const auto again = core::readPabulib(written);
        REQUIRE(again.has_value());
        CHECK(again->meta == file->meta);
        CHECK(again->projects.header() == file->projects.header());
        CHECK(again->votes.header() == file->votes.header());
        bool isSame = again->projects.size() == file->projects.size() && again->votes.size() == file->votes.size();
        for (std::size_t row = 0; isSame && row < file->projects.size(); ++row) isSame = again->projects.cells(row) == file->projects.cells(row);
        for (std::size_t row = 0; isSame && row < file->votes.size(); ++row) isSame = again->votes.cells(row) == file->votes.cells(row);
        CHECK(isSame);
        CHECK(again->election.marks == file->election.marks);
        CHECK(again->election.costs == file->election.costs);
        CHECK(core::writePabulib(*again) == written);
    }
}

// Joined from files whose ballots name projects twice, and each counted once there already.
constexpr const char* kJoined = "Poland_Warszawa_2026_joined.pb";

TEST_CASE("stated votes of a real file differ from its ballots only where a ballot names a project twice", "[real]")
{
    const auto files = test::electionFiles();
    if (files.empty()) SKIP("skipped: no real data");
    for (const auto& path : files) {
        if (path.filename() == kJoined) continue;
        const std::string text = test::fileText(path);
        const auto file = core::readPabulib(text);
        REQUIRE(file.has_value());
        for (const auto& note : file->notes) {
            INFO(path.filename() << ": " << note.field << ": " << note.message);
            CHECK_FALSE(note.isDoubtful);
            if (note.field == "votes")
                CHECK(std::ranges::any_of(file->notes, [](const auto& each) { return each.message.find("counted once") != std::string::npos; }));
        }
    }
}
