// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing: crossings of a sketch with 65,000 vertices, against GEOS's validity check, and ways along a network of 200,000 edges, against Dijkstra's algorithm.
#include "bench/report.h"
#include "core/draw/crossings.h"
#include "core/draw/network.h"
#include "core/draw/reach.h"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

using namespace hereabouts;
using core::Point;

namespace {

/// An island with bays of every size, down to the vertex.
std::vector<Point> coast(std::size_t corners)
{
    std::mt19937_64 random(3);
    std::vector<Point> vertices;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        double far = 30'000 + static_cast<double>(random() % 400) / 100;
        for (const int bays : {5, 17, 61, 233, 1009, 4001}) far += 12'000.0 / bays * std::sin(angle * bays + bays);
        vertices.push_back({1'500'000 + far * std::cos(angle), 5'700'000 + far * std::sin(angle)});
    }
    return vertices;
}

double geosIsValid(std::vector<Point> ring)
{
    GEOSContextHandle_t geos = GEOS_init_r();
    ring.push_back(ring.front());
    GEOSCoordSequence* points = GEOSCoordSeq_create_r(geos, static_cast<unsigned>(ring.size()), 2);
    for (unsigned i = 0; i < ring.size(); ++i) GEOSCoordSeq_setXY_r(geos, points, i, ring[i].x, ring[i].y);
    GEOSGeometry* polygon = GEOSGeom_createPolygon_r(geos, GEOSGeom_createLinearRing_r(geos, points), nullptr, 0);
    const double took = bench::quickest<bench::CoreClock>(3, [&] { (void)GEOSisValid_r(geos, polygon); });
    GEOSGeom_destroy_r(geos, polygon);
    GEOS_finish_r(geos);
    return took;
}

/// Streets and avenues of a town, each corner moved by up to `crooked` metres.
std::vector<core::NamedWay> town(std::size_t size, double crooked)
{
    std::mt19937_64 random(5);
    std::vector<std::vector<Point>> corners(size);
    const auto off = [&] { return crooked * static_cast<double>(random() % 1000) / 1000; };
    for (std::size_t y = 0; y < size; ++y) {
        for (std::size_t x = 0; x < size; ++x) {
            const double px = 100.0 * static_cast<double>(x) + off();
            corners[y].push_back({px, 100.0 * static_cast<double>(y) + off()});
        }
    }
    std::vector<core::NamedWay> ways;
    for (std::size_t i = 0; i < size; ++i) {
        ways.push_back({.name = "Street " + std::to_string(i), .line = corners[i]});
        ways.push_back({.name = "Avenue " + std::to_string(i)});
        for (std::size_t y = 0; y < size; ++y) ways.back().line.push_back(corners[y][i]);
    }
    return ways;
}

double milliseconds(double seconds) { return seconds * 1e3; }

void benchNetwork(const std::string& name, double crooked)
{
    const auto ways = town(317, crooked);
    core::Network network;
    const double build = bench::quickest<bench::CoreClock>(1, [&] { network = core::Network::build(ways); });
    bench::print({.what = "network of " + std::to_string(network.edgeCount()) + " edges, " + name, .unit = "s", .ours = build});
    std::mt19937_64 random(11);
    double worst = 0;
    double sum = 0;
    double worstOther = 0;
    double dijkstra = 0;
    const int asked = 100;
    for (int i = 0; i < asked; ++i) {
        const auto spot = [&](bool corner, double at) {
            const double end = 31'600;
            const Point p = corner ? Point{at, at} : Point{static_cast<double>(random() % 3'160'000) / 100, static_cast<double>(random() % 3'160'000) / 100};
            return *network.nearest({std::min(p.x, end), std::min(p.y, end)}, 200);
        };
        const core::NetworkSpot from = spot(i == 0, 0); // The first from corner to corner.
        const core::NetworkSpot to = spot(i == 0, 31'600);
        const bench::CoreClock clock;
        const auto way = network.trace(from, to);
        const double took = clock.seconds();
        const bench::CoreClock otherClock;
        const auto other = network.otherWay(from, to, *way);
        worstOther = std::max(worstOther, otherClock.seconds());
        worst = std::max(worst, took);
        sum += took;
        if (i < 5) {
            const bench::CoreClock theirs;
            (void)network.reachedFrom(from, 1e6);
            dijkstra = std::max(dijkstra, theirs.seconds());
        }
    }
    bench::print({.what = "way from click to click, mean, " + name,
        .unit = "ms",
        .ours = milliseconds(sum / asked),
        .baselineName = "Dijkstra, all",
        .baseline = milliseconds(dijkstra),
        .target = 16});
    bench::print({.what = "way from click to click, worst, " + name, .unit = "ms", .ours = milliseconds(worst), .target = 16});
    const core::NetworkSpot middle = *network.nearest({15'800, 15'800}, 200);
    const double walk = bench::quickest<bench::CoreClock>(3, [&] { (void)core::walkingReach(network, middle, {.metres = 800}); });
    bench::print({.what = "ground within 800 m on foot, " + name, .unit = "ms", .ours = milliseconds(walk)});
    bench::print({.what = "other way round, worst, " + name, .unit = "ms", .ours = milliseconds(worstOther), .target = 16});
}

} // namespace

int main()
{
    core::Sketch sketch;
    const auto vertices = coast(65'000);
    (void)sketch.apply(core::edit::AddPart{vertices});
    const double all = bench::quickest<bench::CoreClock>(5, [&] { (void)core::meetingsOf(sketch); });
    bench::print({.what = "crossings of 65,000 vertices",
        .unit = "ms",
        .ours = milliseconds(all),
        .baselineName = "GEOS isValid",
        .baseline = milliseconds(geosIsValid(vertices)),
        .target = 16});
    const core::SketchLines lines(sketch);
    std::mt19937_64 random(2);
    double worst = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto v = static_cast<std::uint32_t>(random() % vertices.size());
        const Point to = i % 10 == 0 ? vertices[random() % vertices.size()] : Point{vertices[v].x + static_cast<double>(random() % 100), vertices[v].y + 5};
        const bench::CoreClock clock;
        (void)lines.meetingsIfMoved(0, v, to);
        worst = std::max(worst, clock.seconds());
    }
    bench::print({.what = "crossings of a dragged vertex, worst", .unit = "ms", .ours = milliseconds(worst), .target = 16});
    benchNetwork("crooked", 60);
    benchNetwork("straight", 0);
    return 0;
}
