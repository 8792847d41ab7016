// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/samples/reading.h"

#include "data/samples/builder/district.h"
#include "data/samples/builder/figures.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;

namespace {

double squareKilometres(const nlohmann::json& features)
{
    double sum = 0;
    for (const auto& feature : features) sum += core::planarArea(test::areaOf(feature["geometry"])) * 1e-6;
    return sum;
}

/// Every segment of every ring with its direction; outer rings turn left and holes right, so that ground lies on the left.
std::map<std::array<double, 4>, int> directedSegments(const nlohmann::json& features)
{
    std::map<std::array<double, 4>, int> count;
    const auto walk = [&](const core::Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) ++count[{ring[i].x, ring[i].y, ring[i + 1].x, ring[i + 1].y}];
    };
    for (const auto& feature : features) {
        for (const core::Polygon& polygon : test::areaOf(feature["geometry"])) {
            walk(polygon.outer);
            for (const core::Ring& hole : polygon.holes) walk(hole);
        }
    }
    return count;
}

std::map<std::string, std::string> boardOfSupplier(const std::vector<std::map<std::string, std::string>>& suppliers)
{
    std::vector<std::pair<std::string, core::MultiPolygon>> boards;
    for (const auto& board : test::sampleFeatures("boards-2025.geojson")) boards.emplace_back(board["properties"]["code"], test::areaOf(board["geometry"]));
    std::map<std::string, std::string> found;
    for (const auto& supplier : suppliers) {
        if (supplier.at("easting").empty()) continue;
        const core::Point at{std::stod(supplier.at("easting")), std::stod(supplier.at("northing"))};
        for (const auto& [code, area] : boards) {
            if (core::covers(area, at)) found[supplier.at("code")] += code;
        }
    }
    return found;
}

} // namespace

TEST_CASE("building the sample district again gives the same bytes", "[samples]")
{
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "hereabouts-rata-coast";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    sample::writeDistrict(folder);
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        INFO(name);
        CHECK(test::textOf(entry.path()) == test::sampleText(name));
        bytes += entry.file_size();
    }
    CHECK(bytes < 8'000'000);
    std::filesystem::remove_all(folder);
}

TEST_CASE("the people of the sample communities are those of its table", "[samples]")
{
    const sample::Figures figures = sample::drawFigures();
    const std::vector<int> table{3491, 2013, 1287, 1494, 3555, 2032, 2619, 1598, 3857, 2292, 2418, 1360, 3044, 1840, 1022, 1633, 0, 3100, 2291, 1295};
    for (std::size_t c = 0; c < table.size(); ++c) {
        const sample::CommunityPlan& community = sample::communityPlans()[c];
        int people = 0;
        for (const sample::SmallAreaFigures& area : figures.smallAreas) people += sample::Figures::belongs(community, area) ? area.people : 0;
        INFO(community.name);
        CHECK(people == table[c]);
    }
}

TEST_CASE("people counted where small areas lie are those of the table, for drawn communities too", "[samples]")
{
    const auto smallAreas = test::sampleFeatures("small-areas-2023.geojson");
    const std::map<std::string, int> table{{"C01", 3491}, {"C05", 3555}, {"C11", 2418}, {"C14", 1840}, {"C18", 3100}, {"C20", 1295}};
    for (const auto& community : test::sampleFeatures("communities.geojson")) {
        const auto wanted = table.find(community["properties"]["code"]);
        if (wanted == table.end()) continue;
        const core::MultiPolygon ground = test::areaOf(community["geometry"]);
        int people = 0;
        for (const auto& area : smallAreas) {
            const core::Point middle = core::representativePoint(core::Geometry{test::areaOf(area["geometry"])});
            if (core::covers(ground, middle)) people += area["properties"]["population"].get<int>();
        }
        INFO(wanted->first);
        CHECK(people == wanted->second);
    }
}

TEST_CASE("320 small areas of 46,200 people tile 1,840 square kilometres", "[samples]")
{
    const auto areas = test::sampleFeatures("small-areas-2023.geojson");
    CHECK(areas.size() == 320);
    int people = 0;
    for (const auto& area : areas) people += area["properties"]["population"].get<int>();
    CHECK(people == 46'200);
    CHECK_THAT(squareKilometres(areas), WithinAbs(1840, 0.5));
    // Where nobody walks a segment twice the same way, no ground is claimed twice along any border.
    for (const auto& [segment, count] : directedSegments(areas)) {
        if (count != 1) FAIL_CHECK("walked twice near " << segment[0] << ' ' << segment[1]);
    }
    CHECK_THAT(squareKilometres(test::sampleFeatures("wards-2025.geojson")), WithinAbs(squareKilometres(areas), 1e-5));
    CHECK_THAT(squareKilometres(test::sampleFeatures("wards-2028.geojson")), WithinAbs(squareKilometres(areas), 1e-5));
}

TEST_CASE("each board has the ground of the table, and 0.04 square kilometres lie between two", "[samples]")
{
    const auto boards = test::sampleFeatures("boards-2025.geojson");
    for (const auto& board : boards) {
        const sample::BoardPlan& plan = sample::kBoards[sample::boardIndex(board["properties"]["code"].get<std::string>())];
        INFO(plan.name);
        CHECK_THAT(core::planarArea(test::areaOf(board["geometry"])) * 1e-6, WithinAbs(plan.squareKilometres, 0.4));
    }
    CHECK_THAT(squareKilometres(test::sampleFeatures("small-areas-2023.geojson")) - squareKilometres(boards), WithinAbs(0.04, 0.0045));
}

TEST_CASE("payments land where the table says, to the cent", "[samples]")
{
    const auto suppliers = test::sampleRows("suppliers.csv");
    const std::map<std::string, std::string> boardOf = boardOfSupplier(suppliers);
    std::map<std::string, std::string> basis;
    for (const auto& supplier : suppliers) basis[supplier.at("code")] = supplier.at("location_basis");
    std::map<std::string, std::int64_t> byAnchor;
    std::map<std::string, std::int64_t> byBoard;
    std::int64_t local = 0;
    std::int64_t unlocated = 0;
    int credits = 0;
    const auto payments = test::sampleRows("payments-2025-26.csv");
    for (const auto& payment : payments) {
        const std::int64_t cents = test::centsOf(payment.at("amount"));
        byAnchor[payment.at("anchor")] += cents;
        credits += cents < 0 ? 1 : 0;
        const std::string& supplier = payment.at("supplier");
        if (supplier.empty() || basis.at(supplier) == "none") unlocated += cents;
        if (!boardOf.contains(supplier)) continue;
        byBoard[boardOf.at(supplier)] += cents;
        local += cents;
    }
    CHECK(payments.size() == 20'000);
    for (const sample::AnchorPlan& anchor : sample::kAnchors) CHECK(byAnchor.at(std::string(anchor.code)) == anchor.spendCents);
    CHECK(local == 7'933'900'000);
    CHECK(unlocated == 615'250'000);
    CHECK(credits == 220);
    CHECK(byBoard.size() == sample::kBoardCount);
    for (const sample::BoardPlan& board : sample::kBoards) {
        INFO(board.name);
        CHECK_THAT(static_cast<double>(byBoard.at(std::string(board.code))), WithinAbs(7'933'900'000.0 * board.spendShare, 1.0));
    }
}

TEST_CASE("of 3,057 ballots 3,000 may be counted", "[samples]")
{
    std::set<std::string> onBallot;
    for (const auto& proposal : test::sampleFeatures("proposals.geojson")) {
        if (proposal["properties"]["stage"] == "on ballot") onBallot.insert(proposal["properties"]["code"]);
    }
    CHECK(onBallot.size() == 52);
    const auto ballots = test::sampleRows("ballots-2026.csv");
    CHECK(ballots.size() == 3057);
    std::set<std::string> counted;
    for (const auto& ballot : ballots) {
        std::istringstream choices(ballot.at("choices"));
        std::set<std::string> chosen;
        for (std::string code; std::getline(choices, code, ';');) chosen.insert(code);
        if (!chosen.empty() && chosen.size() <= 5 && std::ranges::includes(onBallot, chosen)) counted.insert(ballot.at("receipt"));
    }
    CHECK(counted.size() == 3000);
}

TEST_CASE("the 28 winners of the area pots cost $938,700", "[samples]")
{
    int won = 0;
    int dollars = 0;
    for (const auto& proposal : test::sampleFeatures("proposals.geojson")) {
        if (proposal["properties"]["result"] != "won") continue;
        ++won;
        dollars += proposal["properties"]["cost"].get<int>();
    }
    CHECK(won == 28);
    CHECK(dollars == 938'700);
}
