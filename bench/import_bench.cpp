// SPDX-License-Identifier: GPL-3.0-or-later
// 8,000 wards of about 100 vertices from GeoJSON into a place file, against ogr2ogr writing the same SpatiaLite with an index. By the clock on the wall, as
// ours works in two processes. Ours also validates, checks the wards as a coverage and writes history; levels of detail are told apart.
#include "bench/coverage_maker.h"
#include "bench/report.h"
#include "gis/intake/import.h"
#include "gis/store/place_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>

using namespace hereabouts;
namespace fs = std::filesystem;

namespace {

constexpr int kRuns = 3;
// What the import says it does while it makes levels of detail.
constexpr std::array<std::string_view, 2> kLevelStages{"Making levels of detail", "drawing with fewer points"};

struct Closed {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

void writeWards(const fs::path& path)
{
    const std::unique_ptr<std::FILE, Closed> file(std::fopen(path.c_str(), "w"));
    bench::CoverageMaker maker(100, 80, 16, 42);
    const auto areas = maker.areas();
    std::fputs(R"({"type":"FeatureCollection","name":"wards","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[)", file.get());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        std::fprintf(file.get(), R"(%s{"type":"Feature","properties":{"code":"W%05zu","name":"Ward %zu","population":%zu},"geometry":{"type":"Polygon","coordinates":[[)",
            i ? ",\n" : "\n", i, i, 1500 + i * 7919 % 12'500);
        const core::Ring& ring = areas[i].front().outer;
        for (std::size_t k = 0; k < ring.size(); ++k) std::fprintf(file.get(), "%s[%.2f,%.2f]", k ? "," : "", ring[k].x, ring[k].y);
        std::fputs("]]}}", file.get());
    }
    std::fputs("\n]}\n", file.get());
}

/// Seconds by what was being done, as the import itself tells it.
class Stages {
public:
    [[nodiscard]] core::Job job()
    {
        return {.stop = {}, .report = [this](double, std::string_view what) {
                    if (what != m_now) enter(std::string(what));
                }};
    }
    void enter(std::string what)
    {
        m_seconds[m_now] += m_clock.seconds();
        m_clock = {};
        m_now = std::move(what);
    }
    [[nodiscard]] const std::map<std::string, double>& seconds() const { return m_seconds; }

private:
    std::string m_now = "start";
    bench::Clock m_clock;
    std::map<std::string, double> m_seconds;
};

struct Timed {
    double total = 1e300;
    double levels = 0;
    std::map<std::string, double> stages;
};

core::Result<Timed> importOnce(const fs::path& place, const fs::path& wards)
{
    auto file = gis::PlaceFile::create(place, {.name = "Bench", .epsg = 27700, .currency = "GBP"});
    if (!file) return std::unexpected(file.error());
    Stages stages;
    const bench::Clock clock;
    const auto preview = gis::previewImport(*file, {.source = wards, .kind = core::RegisterKind::Wards, .edition = "wards 2025"}, stages.job());
    if (!preview) return std::unexpected(preview.error());
    stages.enter("Writing");
    const auto written = gis::commitImport(*file, *preview, stages.job());
    if (!written) return std::unexpected(written.error());
    stages.enter("");
    if (preview->batch.rows.size() != 8'000) return core::fail(core::ErrorCode::Failed, std::format("{} of 8,000 wards came in", preview->batch.rows.size()));
    Timed timed{.total = clock.seconds(), .levels = 0, .stages = stages.seconds()};
    for (const std::string_view stage : kLevelStages) {
        if (const auto levels = timed.stages.extract(std::string(stage))) timed.levels += levels.mapped();
    }
    return timed;
}

void removePlace(const fs::path& place)
{
    for (const char* part : {"", "-wal", "-shm", "-journal"}) fs::remove(place.string() + part);
}

} // namespace

int main()
{
    const fs::path folder = fs::temp_directory_path() / std::format("hereabouts-bench-{}", ::getpid());
    fs::create_directories(folder);
    const fs::path wards = folder / "wards.geojson";
    const fs::path place = folder / "place.sqlite";
    writeWards(wards);

    Timed best;
    double theirs = 1e300;
    for (int run = 0; run < kRuns; ++run) {
        const auto timed = importOnce(place, wards);
        removePlace(place);
        if (!timed) {
            std::fprintf(stderr, "%s\n", timed.error().message.c_str());
            fs::remove_all(folder);
            return 1;
        }
        if (timed->total - timed->levels < best.total - best.levels) best = *timed;
        const std::string command = std::format("ogr2ogr -f SQLite -dsco SPATIALITE=YES -lco SPATIAL_INDEX=YES '{}' '{}'", place.string(), wards.string());
        const bench::Clock clock;
        if (std::system(command.c_str()) == 0) theirs = std::min(theirs, clock.seconds());
        removePlace(place);
    }
    fs::remove_all(folder);

    bench::print({.what = "import 8,000 wards", .unit = "s", .ours = best.total - best.levels, .baselineName = "ogr2ogr to SpatiaLite + index", .baseline = theirs, .target = theirs});
    bench::print({.what = "  levels of detail", .unit = "s", .ours = best.levels, .baselineName = {}, .baseline = 0, .target = 0});
    for (const auto& [what, seconds] : best.stages) {
        if (seconds > 0.02) bench::print({.what = "  from \"" + what + "\" on", .unit = "s", .ours = seconds, .baselineName = {}, .baseline = 0, .target = 0});
    }
    return 0;
}
