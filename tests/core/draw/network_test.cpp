// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/network.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <random>
#include <vector>

using namespace hereabouts;
using Catch::Matchers::WithinAbs;
using core::NamedStretch;
using core::NamedWay;
using core::Network;
using core::NetworkSpot;
using core::Point;

namespace {

/// Wharf Street along the bottom, Mill Stream up the right side, Ridge Road back over the top: a block of 100 by 50, Wharf Street going on to 200.
Network block()
{
    return Network::build(std::vector<NamedWay>{
        {"Wharf Street", {{0, 0}, {40, 0}, {100, 0}, {200, 0}}},
        {"Mill Stream", {{100, -20}, {100, 50}}},
        {"Ridge Road", {{0, 0}, {0, 50}, {100, 50}}},
        {"Island Track", {{500, 500}, {600, 500}}},
    });
}

NetworkSpot at(const Network& network, Point p)
{
    const auto spot = network.nearest(p, 5);
    REQUIRE(spot.has_value());
    return *spot;
}

} // namespace

TEST_CASE("lines that cross without a vertex meet there", "[draw]")
{
    const Network network = block();
    CHECK(network.edgeCount() == 3 + 2 + 2 + 1);
    const auto way = network.trace(at(network, {40, 0}), at(network, {100, 50}));
    REQUIRE(way.has_value());
    CHECK(way->vertices == core::Line{{40, 0}, {100, 0}, {100, 50}});
    CHECK(way->along == std::vector<NamedStretch>{{"Wharf Street", 60}, {"Mill Stream", 50}});
    CHECK(core::inWords(way->along) == "along Wharf Street (60 m), then Mill Stream (50 m)");
}

TEST_CASE("a trace begins and ends between vertices, and a click takes a vertex that is near", "[draw]")
{
    const Network network = block();
    const NetworkSpot from = at(network, {20, 4});
    CHECK(from.at == Point{20, 0});
    CHECK(at(network, {41, 1}).at == Point{40, 0});
    const auto way = network.trace(from, at(network, {103, 10}));
    REQUIRE(way.has_value());
    CHECK(way->vertices == core::Line{{20, 0}, {40, 0}, {100, 0}, {100, 10}});
    CHECK(way->metres == 90);
    CHECK_FALSE(network.nearest({20, 6}, 5).has_value());
    const auto straight = network.trace(at(network, {10, 0}), at(network, {30, 0}));
    REQUIRE(straight.has_value());
    CHECK(straight->vertices == core::Line{{10, 0}, {30, 0}});
}

TEST_CASE("the other way goes round the block, also between two spots of one street", "[draw]")
{
    const Network network = block();
    for (const auto& [a, b] : std::vector<std::pair<Point, Point>>{{{40, 0}, {100, 0}}, {{10, 0}, {30, 0}}, {{150, 0}, {0, 50}}}) {
        const NetworkSpot from = at(network, a);
        const NetworkSpot to = at(network, b);
        const auto first = network.trace(from, to);
        REQUIRE(first.has_value());
        const auto other = network.otherWay(from, to, *first);
        REQUIRE(other.has_value());
        CHECK(other->vertices.front() == a);
        CHECK(other->vertices.back() == b);
        // Together they go round the block once, but for what both must follow.
        const double shared = a.x == 150 ? 2 * 50 : 0;
        CHECK_THAT(first->metres + other->metres, WithinAbs(300 + shared, 1e-9));
    }
}

TEST_CASE("there is no other way along a dead end, and none at all to an island", "[draw]")
{
    const Network network = block();
    const NetworkSpot from = at(network, {120, 0});
    const auto first = network.trace(from, at(network, {180, 0}));
    REQUIRE(first.has_value());
    CHECK_FALSE(network.otherWay(from, at(network, {180, 0}), *first).has_value());
    CHECK_FALSE(network.trace(from, at(network, {550, 500})).has_value());
    CHECK_FALSE(Network::build({}).nearest({0, 0}, 10).has_value());
}

TEST_CASE("a boundary in words names what the line follows, however it was drawn", "[draw]")
{
    const Network network = block();
    const auto along = network.along({{20, 0}, {40, 0}, {100, 0}, {100, 25}, {60, 25}, {20, 0}});
    REQUIRE(along.size() == 3);
    CHECK(along[0] == NamedStretch{"Wharf Street", 80});
    CHECK(along[1] == NamedStretch{"Mill Stream", 25});
    CHECK(along[2].name.empty());
    CHECK(core::inWords(along) == "along Wharf Street (80 m), then Mill Stream (25 m), then in a straight line (87 m)");
}

TEST_CASE("ground that two names share bears the one that was given first", "[draw]")
{
    const Network network = Network::build(std::vector<NamedWay>{{"Wharf Street", {{0, 0}, {60, 0}}}, {"Harbour Ward", {{20, 0}, {100, 0}}}});
    CHECK(network.edgeCount() == 3);
    CHECK(network.along({{0, 0}, {100, 0}}).size() == 1); // Not a piece of one edge.
    CHECK(network.trace(at(network, {0, 0}), at(network, {100, 0}))->along == std::vector<NamedStretch>{{"Wharf Street", 60}, {"Harbour Ward", 40}});
}

namespace {

/// A town of crooked streets, every corner moved a little.
std::vector<NamedWay> town(int size, unsigned seed, double crooked)
{
    std::mt19937_64 random(seed);
    std::vector<std::vector<Point>> corners(static_cast<std::size_t>(size));
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const auto off = [&] { return crooked * static_cast<double>(random() % 1000) / 1000; };
            const double px = 100.0 * x + off();
            corners[static_cast<std::size_t>(y)].push_back({px, 100.0 * y + off()});
        }
    }
    std::vector<NamedWay> ways;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        NamedWay across{.name = "Street " + std::to_string(i), .line = corners[i]};
        NamedWay up{.name = "Avenue " + std::to_string(i)};
        for (const auto& row : corners) up.line.push_back(row[i]);
        ways.push_back(std::move(across));
        ways.push_back(std::move(up));
    }
    return ways;
}

} // namespace

TEST_CASE("the way found is as short as any, and the same there and back", "[draw]")
{
    const Network network = Network::build(town(12, 1, 60));
    std::mt19937_64 random(2);
    const auto anySpot = [&] { return at(network, core::toMetres(network.edge(static_cast<std::uint32_t>(random() % network.edgeCount())).a)); };
    for (int i = 0; i < 200; ++i) {
        const NetworkSpot from = anySpot();
        const NetworkSpot to = anySpot();
        const auto there = network.trace(from, to);
        const auto back = network.trace(to, from);
        REQUIRE(there.has_value());
        REQUIRE(back.has_value());
        REQUIRE_THAT(there->metres, WithinAbs(back->metres, 0.5));
        // What reaching out from the start says of the end, without landmarks.
        double reached = 1e9;
        for (const auto& r : network.reachedFrom(from, 1e5)) {
            if (core::toMetres(network.edge(r.edge).a) == to.at) reached = std::min(reached, r.fromA);
            if (core::toMetres(network.edge(r.edge).b) == to.at) reached = std::min(reached, r.fromB);
        }
        REQUIRE_THAT(there->metres, WithinAbs(reached, 0.01 * static_cast<double>(there->vertices.size())));
        for (std::size_t v = 1; v < there->vertices.size(); ++v) REQUIRE(there->vertices[v] != there->vertices[v - 1]);
    }
}

TEST_CASE("of many ways equally short it is always the same one, whatever the order in which the streets were given", "[draw]")
{
    auto ways = town(9, 1, 0);
    const Network network = Network::build(ways);
    const auto way = network.trace(at(network, {0, 0}), at(network, {800, 800}));
    REQUIRE(way.has_value());
    CHECK(way->metres == 1600);
    std::mt19937_64 random(4);
    for (int i = 0; i < 5; ++i) {
        std::ranges::shuffle(ways, random);
        const Network again = Network::build(ways);
        CHECK(again.trace(at(again, {0, 0}), at(again, {800, 800}))->vertices == way->vertices);
    }
    const auto other = network.otherWay(at(network, {0, 0}), at(network, {800, 800}), *way);
    REQUIRE(other.has_value());
    CHECK(other->metres == 1600);
    for (const std::uint32_t edge : other->edges) CHECK(std::ranges::find(way->edges, edge) == way->edges.end());
}
