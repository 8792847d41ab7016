// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/pabulib.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::ContainsSubstring;
using core::readPabulib;

namespace {

const std::string kMeta = "META\nkey;value\ndescription;Town\nnum_projects;3\nnum_votes;3\nbudget;100\nvote_type;approval\nwhim;yes\n";
const std::string kProjects = "PROJECTS\nproject_id;cost;name;mood\nA;60;\"Hall; \"\"big\"\"\";x\nB;40;Path;\n10;30;Seat;None\n";
const std::string kVotes = "VOTES\nvoter_id;vote;age\nv1;A,B;30\nv2;10;\nv3;B,10,A;40-59\n";
const std::string kTown = kMeta + kProjects + kVotes;

std::string with(std::string text, const std::string& what, const std::string& instead)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

std::string refusal(const std::string& text)
{
    const auto file = readPabulib(text);
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().code == core::ErrorCode::BadInput);
    return file.error().message;
}

std::vector<std::string> messages(const core::PabulibFile& file)
{
    std::vector<std::string> all;
    for (const auto& note : file.notes) all.push_back(note.message);
    return all;
}

} // namespace

TEST_CASE("a Pabulib file is read with its ballots, quotes and unknown fields", "[pabulib]")
{
    const auto file = readPabulib(kTown);
    REQUIRE(file.has_value());
    const core::Election& election = file->election;
    CHECK(election.ids == std::vector<std::string>{"A", "B", "10"});
    CHECK(election.names[0] == "Hall; \"big\"");
    CHECK(election.costs == std::vector<std::int64_t>{60, 40, 30});
    CHECK(election.budget == 100);
    CHECK(election.unitsPerCurrency == 1);
    CHECK(election.ballotEnds == std::vector<std::uint32_t>{2, 3, 6});
    CHECK(election.marks == std::vector<std::uint32_t>{0, 1, 2, 1, 2, 0});
    CHECK(file->metaValue("whim") == "yes");
    CHECK(file->projectColumn("mood") == std::vector<std::string>{"x", "", ""});
    CHECK(file->votes.cells(2) == std::vector<std::string>{"v3", "B,10,A", "40-59"});
    CHECK(file->notes.empty());
}

TEST_CASE("a byte order mark, CRLF, blanks, blank lines and small section titles change nothing", "[pabulib]")
{
    std::string text = "\xEF\xBB\xBF" + with(with(with(kTown, "VOTES\n", " votes \n\n"), "voter_id;vote", "voter_id ; vote"), "v1;A,B;", " v1 ; A , B ;");
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
    const auto file = readPabulib(text);
    INFO((file ? std::string() : file.error().message));
    REQUIRE(file.has_value());
    const auto plain = readPabulib(kTown);
    CHECK(file->election.marks == plain->election.marks);
    CHECK(core::writePabulib(*file) == with(core::writePabulib(*plain), "v1;A,B;", "v1;A , B;"));
}

TEST_CASE("what is read is written again with every field, quoted only where needed", "[pabulib]")
{
    const auto file = readPabulib(kTown);
    REQUIRE(file.has_value());
    CHECK(core::writePabulib(*file) == kTown);
    const std::string twoLines = with(kTown, "Path", "\"a path\nby the sea\"");
    const auto other = readPabulib(twoLines);
    REQUIRE(other.has_value());
    CHECK(core::writePabulib(*other) == twoLines);
}

TEST_CASE("cents are counted as units of a hundredth", "[pabulib]")
{
    const auto file = readPabulib(with(with(kTown, "budget;100", "budget;100,5"), "A;60;", "A;60.00;"));
    REQUIRE(file.has_value());
    CHECK(file->election.unitsPerCurrency == 10);
    CHECK(file->election.budget == 1005);
    CHECK(file->election.costs == std::vector<std::int64_t>{600, 400, 300});
    CHECK(file->notes.empty());
}

TEST_CASE("points stand beside the marks that they are given to", "[pabulib]")
{
    const std::string text = with(kMeta, "approval", "cumulative") + kProjects + "VOTES\nvoter_id;points;vote\nv1;2,1.5;A,B\nv2;3;10\nv3;1,9,1;B,B,A\n";
    const auto file = readPabulib(text);
    REQUIRE(file.has_value());
    CHECK(file->election.pointsPerUnit == 10);
    CHECK(file->election.points == std::vector<std::uint32_t>{20, 15, 30, 10, 10});
    CHECK_THAT(messages(*file).at(0), ContainsSubstring("counted once"));
    CHECK_THAT(refusal(with(text, "v2;3;", "v2;3,1;")), ContainsSubstring("Line 17, points: the ballot of voter 'v2' names 1 projects and gives points to 2"));
}

TEST_CASE("what may be meant is counted, and told with its line", "[pabulib]")
{
    const auto file = readPabulib(with(with(kTown, "whim;yes", "max_length;2\nmax_sum_cost;99"), "v2;10;", "v2;;"));
    REQUIRE(file.has_value());
    const auto all = messages(*file);
    REQUIRE(all.size() == 3);
    CHECK_THAT(all[0], ContainsSubstring("2 ballots whose projects cost more than max_sum_cost"));
    CHECK_THAT(all[1], ContainsSubstring("1 empty ballots"));
    CHECK_THAT(all[2], ContainsSubstring("1 ballots with more projects than max_length: counted as they stand (first: line 19)"));

    const auto cents = readPabulib(with(kTown, "B;40;", "B;40.5;"));
    REQUIRE(cents.has_value());
    REQUIRE(cents->notes.size() == 1);
    CHECK(cents->notes[0].isDoubtful);
}

TEST_CASE("votes stated in PROJECTS are held against the ballots", "[pabulib]")
{
    const auto file = readPabulib(with(with(with(with(kTown, "cost;name;mood", "cost;name;votes"), ";x\n", ";2\n"), "Path;", "Path;2"), "None", "1"));
    REQUIRE(file.has_value());
    REQUIRE(file->notes.size() == 1);
    CHECK(file->notes[0].line == 13);
}

TEST_CASE("a file that cannot be counted is refused with line, field and what to do", "[pabulib]")
{
    CHECK_THAT(refusal(kMeta + kVotes), ContainsSubstring("Line 9: the section PROJECTS is missing"));
    CHECK_THAT(refusal(kMeta + kProjects), ContainsSubstring("the section VOTES is missing"));
    CHECK_THAT(refusal(""), ContainsSubstring("META is missing"));
    CHECK_THAT(refusal(with(kTown, "approval", "applause")), ContainsSubstring("Line 7, vote_type: \"applause\""));
    CHECK_THAT(refusal(with(kTown, "num_votes;3", "num_votes;4")), ContainsSubstring("Line 5, num_votes: 4 are stated and VOTES has 3"));
    CHECK_THAT(refusal(with(kTown, "num_projects;3", "num_projects;2")), ContainsSubstring("num_projects: 2 are stated and PROJECTS has 3"));
    CHECK_THAT(refusal(with(kTown, "v2;10", "v2;11")), ContainsSubstring("Line 17, vote: the ballot of voter 'v2' names project '11'"));
    CHECK_THAT(refusal(with(kTown, "v3;", "v1;")), ContainsSubstring("Line 18, voter_id: voter 'v1' has voted before"));
    // Where voters are not in order.
    CHECK_THAT(refusal(with(with(kTown, "v1;", "v9;"), "v3;", "v9;")), ContainsSubstring("Line 18, voter_id: voter 'v9' has voted before, in row 1"));
    CHECK_THAT(refusal(with(with(kTown, "v1;A,B;30", "\"v2\";A,B;30"), "v3;", "v4;")), ContainsSubstring("Line 17, voter_id: voter 'v2'"));
    CHECK_THAT(refusal(with(kTown, "A;60", "A;-60")), ContainsSubstring("Line 11, cost: -60 of project 'A' is negative"));
    CHECK_THAT(refusal(with(kTown, "A;60", "A;1/3")), ContainsSubstring("Line 11, cost"));
    CHECK_THAT(refusal(with(kTown, "A;60", "A;60.001")), ContainsSubstring("finer than a hundredth"));
    CHECK_THAT(refusal(with(kTown, "B;40", "A;40")), ContainsSubstring("project 'A' is listed twice"));
    CHECK_THAT(refusal(with(kTown, "budget;100\n", "")), ContainsSubstring("budget: META has no budget"));
    CHECK_THAT(refusal(with(kTown, "budget;100", "budget;0")), ContainsSubstring("Line 6, budget"));
    CHECK_THAT(refusal(with(kTown, "v1;A,B;30", "v1;A,B")), ContainsSubstring("Line 16, VOTES: the row has 2 cells"));
    CHECK_THAT(refusal(with(kTown, "Path;", "Path;;")), ContainsSubstring("Line 12"));
    CHECK_THAT(refusal(std::string("PK\x03\x04\0\0\xFF", 7)), ContainsSubstring("no UTF-8"));
    CHECK_THAT(refusal(with(kTown, "Path", "P\xE4th")), ContainsSubstring("Line 12: this is no UTF-8"));
    CHECK_THAT(refusal(with(kTown, "project_id", "project")), ContainsSubstring("no column project_id"));
    CHECK_THAT(refusal(kTown + "VOTES\n"), ContainsSubstring("second time"));
}

TEST_CASE("every prefix of a file is either read or refused", "[pabulib]")
{
    for (std::size_t size = 0; size < kTown.size(); ++size) {
        const auto file = readPabulib(std::string_view(kTown).substr(0, size));
        if (file) CHECK(file->election.voters() == 3);
    }
}
