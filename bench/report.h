// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

namespace hereabouts::bench {

/// Seconds since it was made.
class Clock {
public:
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Seconds that this process has spent on a core since it was made: for work of one thread, on a machine that has other things to do too.
class CoreClock {
public:
    [[nodiscard]] double seconds() const { return static_cast<double>(std::clock() - m_start) / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

/// The quickest of some runs: what the code costs when nothing disturbs it.
template <typename AnyClock, typename Work>
double quickest(int runs, Work work)
{
    double best = 1e300;
    for (int i = 0; i < runs; ++i) {
        const AnyClock clock;
        work();
        best = std::min(best, clock.seconds());
    }
    return best;
}

/// One line of the table: smaller is better. `baseline` 0 where there is none, `target` 0 where the issue names none.
struct Line {
    std::string what;
    std::string unit;
    double ours = 0;
    std::string baselineName;
    double baseline = 0;
    double target = 0;
};

/// Prints the line's cells parted by tabs, as run.sh lines them up: what, unit, ours, baseline, its name, ratio, target, met.
inline void print(const Line& line)
{
    const auto cell = [](double value) {
        if (value == 0) return std::string("-");
        char text[32];
        std::snprintf(text, sizeof text, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
        return std::string(text);
    };
    const std::string ratio = line.baseline > 0 ? cell(line.baseline / line.ours) + "x" : "-";
    const char* met = line.target <= 0 ? "-" : line.ours <= line.target ? "met" : "NOT MET";
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", line.what.c_str(), line.unit.c_str(), cell(line.ours).c_str(), cell(line.baseline).c_str(),
        line.baselineName.empty() ? "-" : line.baselineName.c_str(), ratio.c_str(), cell(line.target).c_str(), met);
    std::fflush(stdout);
}

} // namespace hereabouts::bench
