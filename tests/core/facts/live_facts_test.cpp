// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/detail/under_edge.h"
#include "core/facts/live_facts.h"
#include "tests/core/drawn_map.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <memory>
#include <numbers>
#include <random>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using core::CountedPlace;
using core::CountedRing;
using core::LiveFacts;
using core::MultiPolygon;
using core::Point;
using core::Polygon;
using core::ShapeFacts;

namespace {

/// Everything that a made place holds, kept so that a test can count it anew.
struct MadePlace {
    std::vector<MultiPolygon> smallAreas;
    std::vector<Point> points;
    std::vector<std::int64_t> people;
    std::vector<int> bands;
    std::vector<Point> dwellings;
    std::vector<MultiPolygon> boards;
    std::vector<MultiPolygon> communities;
    MultiPolygon claimed;
    MultiPolygon district;

    [[nodiscard]] std::shared_ptr<const CountedPlace> counted() const
    {
        auto place = CountedPlace::build({.smallAreas = smallAreas,
            .smallAreaPoints = points,
            .people = people,
            .bands = bands,
            .dwellings = dwellings,
            .areaSets = {boards},
            .communities = communities,
            .claimed = claimed,
            .district = district,
            .groundScale = {}});
        REQUIRE(place.has_value());
        return std::make_shared<const CountedPlace>(*std::move(place));
    }
};

MultiPolygon box(double x0, double y0, double x1, double y1)
{
    return {{.outer = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, .holes = {}}};
}

/// 4 by 3 small areas of 100 m, ten people and five dwellings in each; the west is one board and one community.
MadePlace simple()
{
    MadePlace place;
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 4; ++x) {
            place.smallAreas.push_back(box(100 * x, 100 * y, 100 * x + 100, 100 * y + 100));
            place.points.push_back({100.0 * x + 50, 100.0 * y + 50});
            place.people.push_back(10);
            place.bands.push_back(x + 1);
            for (int i = 0; i < 5; ++i) place.dwellings.push_back({100.0 * x + 10 + 20 * i, 100.0 * y + 30});
        }
    }
    place.boards = {box(0, 0, 200, 300), box(200, 0, 400, 300)};
    place.communities = {box(0, 0, 100, 300), box(0, 0, 400, 100)};
    place.claimed = {{.outer = {{0, 0}, {400, 0}, {400, 100}, {100, 100}, {100, 300}, {0, 300}, {0, 0}}, .holes = {}}};
    place.district = box(0, 0, 400, 300);
    return place;
}

CountedRing ring(std::vector<Point> vertices, bool hole = false)
{
    return {.vertices = std::move(vertices), .hole = hole};
}

} // namespace

TEST_CASE("a shape over two squares and a half has their people, ground and dwellings", "[facts]")
{
    LiveFacts live(simple().counted());
    const std::vector<CountedRing> rings{ring({{0, 0}, {250, 0}, {250, 100}, {0, 100}})};
    REQUIRE(live.follow(rings).has_value());
    const ShapeFacts facts = live.facts();
    CHECK(facts.people == 20); // The third square's point at x = 250 is on the eastern side, which is outside.
    CHECK(facts.peopleByGround == 25);
    CHECK(facts.peopleRange() == core::PeopleRange{20, 25});
    CHECK(facts.hectares() == 2.5);
    CHECK(facts.dwellings == 5 + 5 + 2);
    CHECK(facts.peopleByBand == std::array<std::int64_t, 11>{0, 10, 10});
    CHECK(facts.touched == std::vector<std::vector<core::TouchedArea>>{{{0, 20'000}, {1, 5'000}}});
    CHECK(facts.communities == std::vector<core::SharedWithCommunity>{{0, 10'000, 10}, {1, 25'000, 20}});
    CHECK(facts.peopleInNoOther == 0);
    CHECK(facts.squareMetresInNoOther == 0);
    CHECK(facts.peopleLeftOut == 60);
    CHECK(facts.shareOutside() == 0);
}

TEST_CASE("ground outside the district is a share of the shape", "[facts]")
{
    LiveFacts live(simple().counted());
    REQUIRE(live.follow(std::vector{ring({{300, 250}, {500, 250}, {500, 350}, {300, 350}})}).has_value());
    CHECK(live.facts().squareMetres == 20'000);
    CHECK(live.facts().squareMetresOutside == 15'000);
    CHECK(live.facts().shareOutside() == 0.75);
}

TEST_CASE("a hole takes away what is in it, whichever way the lines turn", "[facts]")
{
    const auto place = simple().counted();
    const std::vector<Point> outer{{0, 0}, {400, 0}, {400, 300}, {0, 300}};
    const std::vector<Point> hole{{100, 100}, {300, 100}, {300, 200}, {100, 200}};
    std::vector<ShapeFacts> facts;
    for (const bool turnOuter : {false, true}) {
        for (const bool turnHole : {false, true}) {
            std::vector<Point> first = outer;
            std::vector<Point> second = hole;
            if (turnOuter) std::ranges::reverse(first);
            if (turnHole) std::ranges::reverse(second);
            LiveFacts live(place);
            REQUIRE(live.follow(std::vector{ring(first), ring(second, true)}).has_value());
            facts.push_back(live.facts());
        }
    }
    CHECK(facts.front().people == 100);
    CHECK(facts.front().dwellings == 50);
    CHECK(facts.front().hectares() == 10);
    for (const ShapeFacts& same : facts) CHECK(same == facts.front());
}

TEST_CASE("people that are withheld are counted as areas and not as people", "[facts]")
{
    MadePlace made = simple();
    made.people[0] = -1;
    LiveFacts live(made.counted());
    REQUIRE(live.follow(std::vector{ring({{0, 0}, {200, 0}, {200, 100}, {0, 100}})}).has_value());
    CHECK(live.facts().people == 10);
    CHECK(live.facts().peopleByGround == 10);
    CHECK(live.facts().withheldAreas == 1);
}

TEST_CASE("shapes that tile a place count every point once, also those on their borders", "[facts]")
{
    MadePlace made = simple();
    for (int i = 0; i <= 40; ++i) {
        for (int j = 0; j <= 30; ++j) made.dwellings.push_back({10.0 * i + 0.0, 10.0 * j});
    }
    const auto place = made.counted();
    std::int64_t dwellings = 0;
    for (int x = -1; x < 5; ++x) {
        for (int y = -1; y < 4; ++y) {
            LiveFacts live(place);
            const double x0 = 100 * x;
            const double y0 = 100 * y;
            for (const auto& half : {std::vector<Point>{{x0, y0}, {x0 + 100, y0}, {x0 + 100, y0 + 100}}, {{x0, y0}, {x0 + 100, y0 + 100}, {x0, y0 + 100}}}) {
                REQUIRE(live.follow(std::vector{ring(half)}).has_value());
                dwellings += live.facts().dwellings;
            }
        }
    }
    CHECK(dwellings == 60 + 41 * 31);
}

namespace {

/// A crooked place of many small areas that tile it, their shared vertices moved about; points anywhere, on vertices too.
MadePlace crooked(int size, unsigned seed)
{
    std::mt19937_64 random(seed);
    const auto off = [&] { return static_cast<double>(random() % 6000) / 100; };
    std::vector<std::vector<Point>> corner(static_cast<std::size_t>(size) + 1);
    for (int y = 0; y <= size; ++y) {
        for (int x = 0; x <= size; ++x) {
            const double px = 100.0 * x + off();
            corner[static_cast<std::size_t>(y)].push_back({px, 100.0 * y + off()});
        }
    }
    MadePlace place;
    const auto at = [&](int x, int y) { return corner[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)]; };
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            place.smallAreas.push_back({{.outer = {at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1), at(x, y)}, .holes = {}}});
            if (random() % 2) std::ranges::reverse(place.smallAreas.back().front().outer);
            place.points.push_back(core::representativePoint(core::Geometry{place.smallAreas.back()}));
            place.people.push_back(static_cast<std::int64_t>(random() % 300) - 10);
            place.bands.push_back(static_cast<int>(random() % 11));
        }
    }
    for (int i = 0; i < size * size * 8; ++i)
        place.dwellings.push_back({static_cast<double>(random() % 100'000) * size / 1000, static_cast<double>(random() % 100'000) * size / 1000});
    for (int i = 0; i <= size; ++i) place.dwellings.push_back(at(i, i));
    // Boards and communities with many vertices, holes and parts, so that they are sliced.
    const auto wheel = [&](double cx, double cy, double r, int teeth) {
        core::Ring outer;
        for (int i = 0; i < teeth; ++i) {
            const double angle = 2 * std::numbers::pi * i / teeth;
            const double far = r * (i % 2 == 0 ? 1 : 0.8);
            outer.push_back(core::toMetres(*core::toGrid({cx + far * std::cos(angle), cy + far * std::sin(angle)})));
        }
        outer.push_back(outer.front());
        return outer;
    };
    const double middle = 50.0 * size;
    place.boards = {{{.outer = wheel(middle, middle, middle * 0.7, 400), .holes = {wheel(middle, middle, middle * 0.3, 31)}}},
        {{.outer = wheel(middle / 2, middle, middle / 3, 5), .holes = {}}, {.outer = wheel(middle * 1.6, middle, middle / 4, 1000), .holes = {}}}};
    place.communities = {place.boards[1], {{.outer = wheel(middle, middle / 2, middle / 2, 60), .holes = {}}}};
    place.claimed = place.boards[0];
    place.district = box(100, 100, 100.0 * size - 100, 100.0 * size - 100);
    return place;
}

/// What is inside, by the definition: each edge against each thing, no box and no shortcut in between.
std::int64_t dwellingsInside(const MadePlace& place, const std::vector<CountedRing>& rings)
{
    std::int64_t inside = 0;
    for (const Point p : place.dwellings) {
        int times = 0;
        for (const CountedRing& r : rings) {
            for (std::size_t i = 0; i < r.vertices.size(); ++i) {
                const core::GridPoint a = *core::toGrid(r.vertices[i]);
                const core::GridPoint b = *core::toGrid(r.vertices[(i + 1) % r.vertices.size()]);
                if (a.x != b.x && core::detail::isUnder(*core::toGrid(p), a, b)) ++times;
            }
        }
        inside += times % 2;
    }
    return inside;
}

/// A simple ring round a middle, its vertices at rising angles.
std::vector<Point> star(std::mt19937_64& random, Point middle, double reach, std::size_t corners)
{
    std::vector<Point> vertices;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double far = reach * (0.2 + 0.8 * static_cast<double>(random() % 1000) / 1000);
        vertices.push_back(core::toMetres(*core::toGrid({middle.x + far * std::cos(angle), middle.y + far * std::sin(angle)})));
    }
    return vertices;
}

} // namespace

TEST_CASE("after any drags the facts are the very same as counted from nothing", "[facts]")
{
    const MadePlace made = crooked(24, 1);
    const auto place = made.counted();
    std::mt19937_64 random(2);
    const auto somewhere = [&] { return Point{static_cast<double>(random() % 280'000) / 100 - 200, static_cast<double>(random() % 280'000) / 100 - 200}; };
    for (const std::size_t corners : {3U, 4U, 7U, 60U, 700U}) {
        std::vector<CountedRing> rings{
            ring(star(random, {1200, 1200}, 1300, corners)), ring(star(random, {1200, 1200}, 200, 5), true), ring({{2000, 200}, {2300, 200}, {2100, 500}})};
        LiveFacts live(place);
        REQUIRE(live.follow(rings).has_value());
        for (int drag = 0; drag < 60; ++drag) {
            const auto r = static_cast<std::uint32_t>(random() % rings.size());
            const auto v = static_cast<std::uint32_t>(random() % rings[r].vertices.size());
            for (int frame = 0; frame < 5; ++frame) { // A few steps nearby, then anywhere: lines that cross and rings that turn over are all right.
                const Point from = rings[r].vertices[v];
                const Point to = frame < 4
                    ? Point{from.x + static_cast<double>(random() % 4000) / 100 - 20, from.y + static_cast<double>(random() % 4000) / 100 - 20}
                    : somewhere();
                rings[r].vertices[v] = core::toMetres(*core::toGrid(to));
                REQUIRE(live.moveVertex(r, v, to).has_value());
            }
            LiveFacts recount(place);
            REQUIRE(recount.follow(rings).has_value());
            REQUIRE(live.facts() == recount.facts());
        }
    }
}

TEST_CASE("after any edit of its lines a shape is followed to the same facts", "[facts]")
{
    const MadePlace made = crooked(16, 3);
    const auto place = made.counted();
    std::mt19937_64 random(4);
    const auto somewhere = [&] { return Point{static_cast<double>(random() % 160'000) / 100, static_cast<double>(random() % 160'000) / 100}; };
    std::vector<CountedRing> rings;
    LiveFacts live(place);
    for (int i = 0; i < 400; ++i) {
        const std::size_t r = rings.empty() ? 0 : random() % rings.size();
        const std::size_t kind = random() % 12;
        if (rings.empty() || kind == 0)
            rings.push_back(ring(star(random, somewhere(), 300, 3 + random() % 90)));
        else if (kind == 1)
            rings.erase(rings.begin() + static_cast<std::ptrdiff_t>(r));
        else if (kind == 2)
            rings[r].hole = !rings[r].hole;
        else if (kind == 3)
            std::ranges::reverse(rings[r].vertices);
        else if (kind == 4)
            rings[r].vertices.clear();
        else if (kind == 5 && !rings[r].vertices.empty())
            rings[r].vertices.pop_back();
        else if (kind < 9 || rings[r].vertices.empty())
            rings[r].vertices.push_back(core::toMetres(*core::toGrid(somewhere())));
        else
            rings[r].vertices[random() % rings[r].vertices.size()] = core::toMetres(*core::toGrid(somewhere()));
        REQUIRE(live.follow(rings).has_value());
        LiveFacts recount(place);
        REQUIRE(recount.follow(rings).has_value());
        REQUIRE(live.facts() == recount.facts());
    }
}

TEST_CASE("counted from nothing is what the definition says, edge by edge and thing by thing", "[facts]")
{
    const MadePlace made = crooked(20, 5);
    const auto place = made.counted();
    std::mt19937_64 random(6);
    std::vector<core::detail::GroundLayer> layers;
    layers.emplace_back(made.smallAreas);
    layers.emplace_back(made.boards);
    for (int round = 0; round < 30; ++round) {
        const std::vector<CountedRing> rings{ring(star(random, {1000, 900}, 1100, 3 + random() % 40))};
        LiveFacts live(place);
        REQUIRE(live.follow(rings).has_value());
        REQUIRE(live.facts().dwellings == dwellingsInside(made, rings));
        const auto& v = rings.front().vertices;
        std::vector<std::vector<std::int64_t>> ground;
        for (const auto& layer : layers) {
            ground.emplace_back(layer.size());
            for (std::size_t area = 0; area < layer.size(); ++area) {
                for (std::size_t i = 0; i < v.size(); ++i) ground.back()[area] += layer.under(area, *core::toGrid(v[i]), *core::toGrid(v[(i + 1) % v.size()]));
            }
        }
        double byGround = 0;
        for (std::size_t u = 0; u < made.smallAreas.size(); ++u) {
            REQUIRE(ground[0][u] >= -50);
            REQUIRE(ground[0][u] <= layers[0].total(u) + 50);
            if (made.people[u] > 0)
                byGround += static_cast<double>(made.people[u]) * static_cast<double>(ground[0][u]) / static_cast<double>(layers[0].total(u));
        }
        REQUIRE_THAT(live.facts().peopleByGround, WithinAbs(byGround, 1e-3));
        const ShapeFacts facts = live.facts();
        for (const core::TouchedArea& board : facts.touched.front()) REQUIRE(board.squareMetres == static_cast<double>(ground[1][board.area]) / 1e6);
    }
}

TEST_CASE("small areas that tile a shape add up to its ground", "[facts]")
{
    const MadePlace made = crooked(20, 7);
    core::detail::GroundLayer layer(made.smallAreas);
    std::mt19937_64 random(8);
    for (int round = 0; round < 20; ++round) {
        const auto v = star(random, {1000, 1000}, 800, 30);
        std::int64_t parts = 0;
        for (std::size_t area = 0; area < layer.size(); ++area) {
            for (std::size_t i = 0; i < v.size(); ++i) parts += layer.under(area, *core::toGrid(v[i]), *core::toGrid(v[(i + 1) % v.size()]));
        }
        CHECK_THAT(static_cast<double>(parts) / 1e6,
            WithinAbs(core::planarArea({{.outer =
                                             [&] {
                                                 auto closed = v;
                                                 closed.push_back(v.front());
                                                 return closed;
                                             }(),
                          .holes = {}}}),
                1e-3));
    }
}

TEST_CASE("positions off the map are refused and change nothing, and lists that do not match are named", "[facts]")
{
    LiveFacts live(simple().counted());
    REQUIRE(live.follow(std::vector{ring({{0, 0}, {250, 0}, {250, 100}, {0, 100}})}).has_value());
    const ShapeFacts before = live.facts();
    CHECK_FALSE(live.moveVertex(0, 0, {std::nan(""), 0}).has_value());
    CHECK_FALSE(live.follow(std::vector{ring({{0, 0}, {1e12, 0}, {250, 100}})}).has_value());
    CHECK(live.facts() == before);
    MadePlace made = simple();
    made.people.pop_back();
    const auto place = CountedPlace::build({.smallAreas = made.smallAreas, .smallAreaPoints = made.points, .people = made.people, .bands = made.bands});
    REQUIRE_FALSE(place.has_value());
    CHECK(place.error().message == "There are 11 counts of people for 12 small areas: each small area needs one.");
}
