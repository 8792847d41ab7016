// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement of many drawings: the certified line of 10,000 at 1 m against a full grid of 1 m, one more drawing against a recount, and 41,511 at 10 m.
// The drawings are made: like those that people hand in (median 6 corners, a few dozen at most), around one middle, on a centimetre grid.
#include "bench/report.h"
#include "core/agreement/agreement.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <random>
#include <string>
#include <vector>

using namespace hereabouts;

namespace {

/// People who draw about the same place of some 2.4 km²; every tenth with a winding line.
std::vector<core::Drawing> crowd(std::size_t people, double corners, double spread)
{
    std::mt19937_64 random(17);
    const auto share = [&] { return static_cast<double>(random() % 1'000'000) / 1'000'000; };
    std::vector<core::Drawing> drawings;
    for (std::size_t i = 0; i < people; ++i) {
        const core::Point middle{447'000 + spread * (share() - 0.5), 4'627'000 + spread * (share() - 0.5)};
        const int count = static_cast<int>(corners * (i % 10 == 0 ? 3 : 0.5 + share()));
        const double size = 875 * (0.7 + 0.6 * share());
        core::Ring ring;
        for (int corner = 0; corner < std::max(count, 4); ++corner) {
            const double angle = 2 * std::numbers::pi * corner / std::max(count, 4);
            const double far = size * (0.9 + 0.2 * share());
            ring.push_back({std::round((middle.x + far * std::cos(angle)) * 100) / 100, std::round((middle.y + far * std::sin(angle)) * 100) / 100});
        }
        ring.push_back(ring.front());
        drawings.push_back(
            {.person = std::to_string(i), .row = static_cast<std::int64_t>(i) + 1, .shape = {{.outer = std::move(ring), .holes = {}}}, .groups = {}});
    }
    return drawings;
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::vector<const core::MultiPolygon*> shapesOf(const std::vector<core::Drawing>& drawings)
{
    std::vector<const core::MultiPolygon*> shapes;
    for (const core::Drawing& drawing : drawings) shapes.push_back(&drawing.shape);
    return shapes;
}

void benchCertified()
{
    const auto drawings = crowd(10'000, 12, 500);
    const auto shapes = shapesOf(drawings);
    for (const double level : {0.25, 0.5, 0.8}) {
        const std::int32_t needed = core::drawingsFor(level, shapes.size());
        core::CertifiedArea area;
        const double took = bench::quickest<bench::CoreClock>(1, [&] { area = core::certifiedArea(shapes, needed, 1); });
        const std::string name = "10,000 drawings certified at 1 m, " + std::to_string(static_cast<int>(level * 100)) + " %";
        if (level == 0.5) bench::print({.what = "peak of the process, certified at 1 m", .unit = "MB", .ours = peakMegabytes(), .target = 50});
        double grid = 0;
        const double whole = bench::quickest<bench::CoreClock>(
            1, [&] { grid = core::CountGrid::of(core::GridFrame::over(core::groundHeldBy(shapes, 1), 1), shapes).areaOf(needed); });
        bench::print({.what = name, .unit = "s", .ours = took, .baselineName = "grid of 1 m, uncertified", .baseline = whole, .target = 1});
        bench::print({.what = name + ": bounds, either way", .unit = "%", .ours = (area.upper - area.lower) / 2 / area.estimate * 100, .target = 0.2});
        bench::print({.what = name + ": off the grid's area", .unit = "%", .ours = std::abs(area.estimate / grid - 1) * 100});
    }
}

/// Smaller squares where 1 m is not enough, as the command does.
void benchWithin()
{
    const auto agreement = core::Agreement::of(crowd(10'000, 12, 500)).value();
    for (const double level : {0.25, 0.5, 0.8}) {
        core::CertifiedArea area;
        const double took = bench::quickest<bench::CoreClock>(1, [&] { area = agreement.certifiedArea(level); });
        const std::string name = "10,000 drawings to within 0.2 %, " + std::to_string(static_cast<int>(level * 100)) + " %";
        bench::print({.what = name, .unit = "s", .ours = took, .target = 1});
        bench::print({.what = name + ": bounds, either way", .unit = "%", .ours = (area.upper - area.lower) / 2 / area.estimate * 100, .target = 0.2});
    }
}

void benchLive()
{
    auto drawings = crowd(2'001, 12, 500);
    core::Drawing last = std::move(drawings.back());
    drawings.pop_back();
    auto agreement = core::Agreement::of(drawings).value();
    double recount = 0;
    recount = bench::quickest<bench::CoreClock>(3, [&] { (void)core::CountGrid::of(agreement.grid().frame(), shapesOf(drawings)); });
    double worst = 0;
    double worstLine = 0;
    for (int i = 0; i < 50; ++i) {
        last.person = "new " + std::to_string(i);
        const bench::CoreClock clock;
        (void)agreement.add(last);
        worst = std::max(worst, clock.seconds());
        const bench::CoreClock lineClock;
        (void)agreement.lineAt(0.5);
        worstLine = std::max(worstLine, lineClock.seconds());
    }
    bench::print({.what = "one more drawing on a grid of 5 m, worst",
        .unit = "ms",
        .ours = worst * 1e3,
        .baselineName = "recount of 2,000",
        .baseline = recount * 1e3,
        .target = 10});
    bench::print({.what = "the line anew, worst", .unit = "ms", .ours = worstLine * 1e3, .target = 16});
}

void benchCity()
{
    const auto drawings = crowd(41'511, 12, 30'000);
    const double took = bench::quickest<bench::CoreClock>(
        3, [&] { (void)core::CountGrid::of(core::GridFrame::over(core::groundHeldBy(shapesOf(drawings), 1), 10), shapesOf(drawings)); });
    bench::print({.what = "41,511 drawings over a city at 10 m", .unit = "s", .ours = took, .target = 0.5});
}

} // namespace

int main()
{
    benchCertified();
    benchWithin();
    benchLive();
    benchCity();
}
