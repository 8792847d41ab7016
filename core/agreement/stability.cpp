// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/stability.h"

#include "core/agreement/certified_area.h"
#include "core/agreement/count_grid.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace hereabouts::core {

namespace {

constexpr int kSamples = 100;
constexpr double kMostCells = 20'000;
constexpr double kMostTimesMore = 100;
constexpr std::size_t kFewest = 3;

/// Sebastiano Vigna's SplitMix64: the same numbers on every machine, which the standard's distributions do not promise.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }
    std::size_t below(std::size_t count)
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % count);
    }

private:
    std::uint64_t m_state;
};

using Bits = std::vector<std::uint64_t>;

/// The spans of every drawing on one small grid, in an order that does not depend on the order given.
class SmallGrid {
public:
    SmallGrid(std::span<const MultiPolygon* const> areas, const GridFrame& frame) : m_frame(frame)
    {
        for (const MultiPolygon* area : areas) {
            std::vector<Step>& steps = m_steps.emplace_back();
            for (const CellSpan& span : cellsOf(*area, frame)) {
                const auto row = static_cast<std::int32_t>(frame.index(0, span.row)) + span.row; // One cell more a row takes what ends at its edge.
                steps.push_back({row + span.first, 1});
                steps.push_back({row + span.end, -1});
            }
        }
        std::ranges::sort(m_steps);
    }

    [[nodiscard]] std::size_t size() const { return m_steps.size(); }

    /// The cells with enough of the drawings, each counted as often as it says.
    [[nodiscard]] Bits lineOf(std::span<const std::int32_t> times, std::int32_t atLeast) const
    {
        std::vector<std::int32_t> change((static_cast<std::size_t>(m_frame.columns) + 1) * static_cast<std::size_t>(m_frame.rows) + 1, 0);
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (times[i] == 0) continue;
            for (const Step step : m_steps[i]) change[static_cast<std::size_t>(step.cell)] += step.by * times[i];
        }
        Bits line((change.size() + 63) / 64, 0);
        std::int32_t depth = 0;
        for (std::size_t cell = 0; cell < change.size(); ++cell) {
            depth += change[cell];
            if (depth >= atLeast) line[cell / 64] |= std::uint64_t{1} << (cell % 64);
        }
        return line;
    }

private:
    struct Step {
        std::int32_t cell;
        std::int32_t by;
        friend auto operator<=>(const Step&, const Step&) = default;
    };
    GridFrame m_frame;
    std::vector<std::vector<Step>> m_steps;
};

double overlap(const Bits& a, const Bits& b)
{
    std::int64_t both = 0;
    std::int64_t either = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += std::popcount(a[i] & b[i]);
        either += std::popcount(a[i] | b[i]);
    }
    return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

/// Overlaps of samples of one size with the line of all, smallest first.
std::vector<double> overlapsOf(const SmallGrid& grid, const Bits& all, std::size_t size, double share, Random& random, const Job& job)
{
    std::vector<double> overlaps;
    std::vector<std::int32_t> times(grid.size());
    for (int sample = 0; sample < kSamples && !job.stopped(); ++sample) {
        std::ranges::fill(times, 0);
        for (std::size_t i = 0; i < size; ++i) ++times[random.below(grid.size())];
        overlaps.push_back(overlap(grid.lineOf(times, drawingsFor(share, size)), all));
    }
    std::ranges::sort(overlaps);
    return overlaps;
}

std::optional<std::int64_t> moreFor(double wanted, double atHalf, double atAll, std::size_t drawings)
{
    if (atAll >= wanted) return 0;
    if (atHalf >= atAll || wanted >= 1) return std::nullopt;
    const double power = std::log((1 - atHalf) / (1 - atAll)) / std::log(2.0);
    const double times = std::pow((1 - atAll) / (1 - wanted), 1 / power);
    if (!std::isfinite(times) || times > kMostTimesMore) return std::nullopt;
    return static_cast<std::int64_t>(std::ceil((times - 1) * static_cast<double>(drawings)));
}

} // namespace

std::int32_t drawingsFor(double share, std::size_t drawings)
{
    // A share such as 0.7 of 10 must ask for 7, whatever its last bit.
    return std::max(1, static_cast<std::int32_t>(std::ceil(share * static_cast<double>(drawings) * (1 - 1e-12))));
}

std::optional<Stability> stabilityOf(std::span<const MultiPolygon* const> areas, double share, double wanted, std::uint64_t seed, const Job& job)
{
    if (areas.size() < kFewest) return std::nullopt;
    // Samples may reach beyond the line of all: leave room for those that half as many would draw.
    const Box box = groundHeldBy(areas, drawingsFor(share / 2, areas.size()));
    if (box.empty()) return std::nullopt;
    const SmallGrid grid(areas, GridFrame::over(box, std::sqrt(std::max(box.width() * box.height(), 1.0) / kMostCells)));
    const Bits all = grid.lineOf(std::vector<std::int32_t>(areas.size(), 1), drawingsFor(share, areas.size()));
    if (std::ranges::all_of(all, [](std::uint64_t word) { return word == 0; })) return std::nullopt;
    Random random(seed);
    const auto whole = overlapsOf(grid, all, areas.size(), share, random, job);
    const auto half = overlapsOf(grid, all, (areas.size() + 1) / 2, share, random, job);
    if (job.stopped()) return std::nullopt;
    const double median = whole[kSamples / 2];
    return Stability{.median = median, .low = whole[kSamples / 10], .wanted = wanted, .moreNeeded = moreFor(wanted, half[kSamples / 2], median, areas.size())};
}

} // namespace hereabouts::core
