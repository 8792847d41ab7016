// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/natural_breaks.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace hereabouts::core {

namespace {

/// Sum of squared distances to the mean of any run of values, in constant time.
class RunCost {
public:
    RunCost(std::span<const double> values, std::span<const double> counts) : m_count(values.size() + 1), m_sum(values.size() + 1), m_squares(values.size() + 1)
    {
        // Measured from the middle value: sums of squares of large figures that differ little would lose all their digits.
        const long double middle = values[values.size() / 2];
        for (std::size_t i = 0; i < values.size(); ++i) {
            const long double value = values[i] - middle;
            m_count[i + 1] = m_count[i] + counts[i];
            m_sum[i + 1] = m_sum[i] + counts[i] * value;
            m_squares[i + 1] = m_squares[i] + counts[i] * value * value;
        }
    }

    /// Of the values first … end - 1.
    [[nodiscard]] double of(std::size_t first, std::size_t end) const
    {
        const long double sum = m_sum[end] - m_sum[first];
        const long double cost = m_squares[end] - m_squares[first] - sum * sum / (m_count[end] - m_count[first]);
        return static_cast<double>(std::max(cost, 0.0L));
    }

private:
    std::vector<long double> m_count;
    std::vector<long double> m_sum;
    std::vector<long double> m_squares;
};

/// One more class laid on top of the best groupings so far. The best start of the last class never moves back as the end moves on, so halving the ends
/// halves the starts to try as well.
struct Layer {
    const RunCost& cost;
    const std::vector<double>& before; ///< Cost of the best grouping of the first i values into one class fewer.
    std::vector<double>& best;
    std::vector<std::uint32_t>& start;

    void solve(std::size_t firstEnd, std::size_t lastEnd, std::size_t firstStart, std::size_t lastStart) const
    {
        if (firstEnd > lastEnd) return;
        const std::size_t end = firstEnd + (lastEnd - firstEnd) / 2;
        best[end] = std::numeric_limits<double>::infinity();
        for (std::size_t from = firstStart; from <= std::min(lastStart, end - 1); ++from) {
            const double total = before[from] + cost.of(from, end);
            if (total < best[end]) {
                best[end] = total;
                start[end] = static_cast<std::uint32_t>(from);
            }
        }
        if (end > firstEnd) solve(firstEnd, end - 1, firstStart, start[end]);
        solve(end + 1, lastEnd, start[end], lastStart);
    }
};

} // namespace

std::vector<std::size_t> naturalBreaks(std::span<const double> values, std::span<const double> counts, std::size_t classes)
{
    const std::size_t n = values.size();
    classes = std::min(classes, n);
    if (classes < 2) return {};
    const RunCost cost(values, counts);
    std::vector<double> before(n + 1, 0);
    for (std::size_t end = 1; end <= n; ++end) before[end] = cost.of(0, end);

    std::vector<std::vector<std::uint32_t>> starts(classes, std::vector<std::uint32_t>(n + 1, 0));
    for (std::size_t groups = 2; groups <= classes; ++groups) {
        std::vector<double> best(n + 1, 0);
        Layer{cost, before, best, starts[groups - 1]}.solve(groups, n, groups - 1, n - 1);
        before = std::move(best);
    }
    std::vector<std::size_t> firsts;
    std::size_t end = n;
    for (std::size_t groups = classes; groups > 1; --groups) {
        end = starts[groups - 1][end];
        firsts.push_back(end);
    }
    std::ranges::reverse(firsts);
    return firsts;
}

} // namespace hereabouts::core
