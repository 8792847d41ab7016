// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/samples/reading.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <set>

using namespace hereabouts;
using test::centsOf;

namespace {

using Rows = std::vector<std::map<std::string, std::string>>;

Rows rowsOf(const Rows& rows, const std::string& field, const std::string& value)
{
    Rows found;
    for (const auto& row : rows) {
        if (row.at(field) == value) found.push_back(row);
    }
    return found;
}

std::int64_t sum(const Rows& rows, const std::string& field)
{
    std::int64_t cents = 0;
    for (const auto& row : rows) cents += row.at(field).empty() ? 0 : centsOf(row.at(field));
    return cents;
}

std::map<std::string, nlohmann::json> communities()
{
    std::map<std::string, nlohmann::json> found;
    for (const auto& community : test::sampleFeatures("communities.geojson")) found[community["properties"]["code"]] = community;
    return found;
}

nlohmann::json editionsIn(const std::string& state)
{
    nlohmann::json found = nlohmann::json::array();
    for (const auto& edition : test::sampleFeatures("boundaries.geojson")) {
        if (edition["properties"]["state"] == state) found.push_back(edition);
    }
    return found;
}

} // namespace

TEST_CASE("the grants of 2025/26 are each community's capacity money, and $62,000 in all", "[samples]")
{
    Rows grants;
    for (const auto& grant : test::sampleRows("grants.csv")) {
        if (grant.at("round").ends_with("-2526")) grants.push_back(grant);
    }
    CHECK(sum(grants, "awarded") == 6'200'000);
    for (const auto& [code, community] : communities()) {
        INFO(code);
        CHECK(sum(rowsOf(grants, "community", code), "awarded") == community["properties"]["capacity_grant"].get<std::int64_t>() * 100);
    }
}

TEST_CASE("no round has given more than its budget, and all that waits would overdraw the project round by $9,744", "[samples]")
{
    const Rows grants = test::sampleRows("grants.csv");
    for (const auto& round : test::sampleRows("grant-rounds.csv")) {
        INFO(round.at("code"));
        CHECK(sum(rowsOf(grants, "round", round.at("code")), "awarded") <= centsOf(round.at("budget")));
    }
    const Rows project = rowsOf(grants, "round", "PRJ-2526");
    const auto budget = centsOf(rowsOf(test::sampleRows("grant-rounds.csv"), "code", "PRJ-2526").at(0).at("budget"));
    CHECK(budget - sum(project, "awarded") - sum(rowsOf(project, "awarded", ""), "requested") == -974'400);
}

TEST_CASE("one grant is overdue for account on 23 November 2026: that of the Railway Settlement for 2024/25", "[samples]")
{
    std::vector<std::string> overdue;
    for (const auto& grant : test::sampleRows("grants.csv")) {
        const std::string& due = grant.at("acquittal_due");
        if (!due.empty() && due < "2026-11-23" && grant.at("acquitted_on").empty()) overdue.push_back(grant.at("community"));
    }
    CHECK(overdue == std::vector<std::string>{"C12"});
}

TEST_CASE("two reviews fall due in the ninety days from 23 November 2026", "[samples]")
{
    std::vector<std::string> due;
    for (const auto& [code, community] : communities()) {
        const std::string day = community["properties"]["review_due"];
        if (day >= "2026-11-23" && day <= "2027-02-21") due.push_back(code);
        CHECK((day.empty() || day >= "2026-11-23"));
    }
    CHECK(due == std::vector<std::string>{"C04", "C12"});
}

TEST_CASE("every community with a line has one current edition, which is that line", "[samples]")
{
    std::map<std::string, nlohmann::json> current;
    for (const auto& edition : editionsIn("current")) {
        CHECK(current.emplace(edition["properties"]["community"], edition["geometry"]).second);
        CHECK_FALSE(edition["properties"]["source"].get<std::string>().empty());
        CHECK_FALSE(edition["properties"]["valid_from"].get<std::string>().empty());
    }
    for (const auto& [code, community] : communities()) {
        INFO(code);
        if (community["geometry"].is_null())
            CHECK_FALSE(current.contains(code));
        else
            CHECK(current.at(code) == community["geometry"]);
    }
}

TEST_CASE("three communities grew by some small areas since their earlier edition, and a draft for Tōtara North gives ground up", "[samples]")
{
    const auto present = communities();
    std::set<std::string> grown;
    for (const auto& edition : editionsIn("superseded")) {
        const std::string code = edition["properties"]["community"];
        INFO(code);
        grown.insert(code);
        const double part = core::planarArea(test::areaOf(edition["geometry"])) / core::planarArea(test::areaOf(present.at(code)["geometry"]));
        CHECK(part > 0.5);
        CHECK(part < 0.99);
        CHECK(edition["properties"]["valid_from"] < edition["properties"]["valid_to"]);
    }
    CHECK(grown == std::set<std::string>{"C01", "C07", "C09"});
    const auto drafts = editionsIn("draft");
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0]["properties"]["community"].get<std::string>() == "C10");
    CHECK(core::planarArea(test::areaOf(drafts[0]["geometry"])) < 0.97 * core::planarArea(test::areaOf(present.at("C10")["geometry"])));
}

TEST_CASE("the last step of each community's recognition is its present status", "[samples]")
{
    std::map<std::string, std::pair<std::string, std::string>> last;
    for (const auto& step : test::sampleRows("recognition-steps.csv")) {
        auto& [day, status] = last[step.at("community")];
        INFO(step.at("community"));
        CHECK(day < step.at("decided_on"));
        CHECK_FALSE(step.at("reasons").empty());
        day = step.at("decided_on");
        status = step.at("status");
    }
    for (const auto& [code, community] : communities()) {
        INFO(code);
        CHECK(last.at(code).second == community["properties"]["status"].get<std::string>());
    }
}

TEST_CASE("Tōtara North has no constitution, the Railway Settlement has no treasurer", "[samples]")
{
    const Rows constitutions = rowsOf(test::sampleRows("documents.csv"), "kind", "constitution");
    CHECK(constitutions.size() == 19);
    CHECK(rowsOf(constitutions, "community", "C10").empty());
    const Rows treasurers = rowsOf(test::sampleRows("officers.csv"), "role", "treasurer");
    CHECK(treasurers.size() == 19);
    CHECK(rowsOf(treasurers, "community", "C12").empty());
    CHECK(rowsOf(test::sampleRows("capacity-needs.csv"), "community", "C12").size() == 2);
}

TEST_CASE("what the manifest says was settled about shared ground is in a document of that day", "[samples]")
{
    const Rows documents = test::sampleRows("documents.csv");
    const auto manifest = nlohmann::json::parse(test::sampleText("manifest.json"));
    CHECK(manifest["overlaps"].size() == 3);
    for (const auto& overlap : manifest["overlaps"]) {
        const Rows found = rowsOf(documents, "code", overlap["document"].get<std::string>());
        REQUIRE(found.size() == 1);
        CHECK(found[0].at("dated") == overlap["on"].get<std::string>());
        CHECK(found[0].at("community") == overlap["first"].get<std::string>());
    }
}

TEST_CASE("nobody's own address is a public contact, and telephone numbers are in private fields alone", "[samples]")
{
    for (const auto& [code, community] : communities()) CHECK(community["properties"]["public_contact"].get<std::string>().ends_with("@example.org"));
    for (const auto& member : test::sampleRows("members-c04.csv")) CHECK(member.at("community") == "C04");
    for (const auto& officer : test::sampleRows("officers.csv")) CHECK((officer.at("private_contact").empty() || officer.at("community") == "C04"));
}
