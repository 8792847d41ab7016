// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joined/detail/area_finder.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hereabouts::core {

/// What one measure adds up to, in whole people, rows, minor units or square metres.
struct Sums {
    explicit Sums(std::size_t areas) : amounts(areas), rows(areas), known(areas, true) {}

    std::vector<std::int64_t> amounts; ///< By area, in the order of AreaSet::rows.
    std::vector<std::int64_t> rows;    ///< Rows behind each.
    std::vector<bool> known;           ///< False: the figure cannot be told, which is not zero.
    std::int64_t outside = 0;
    std::int64_t unlocated = 0;
    std::int64_t total = 0;
    std::string method;

    void add(std::uint32_t area, std::int64_t amount)
    {
        amounts[area] += amount;
        ++rows[area];
    }
};

/// Where things stand among the areas of a set: for each thing the areas that hold it, and whether it has a place at all.
class Placement {
public:
    Placement(const AreaFinder& finder, bool overlapping, std::span<const Point> points);

    /// The areas of the i-th point: none when it is outside, several where areas overlap.
    [[nodiscard]] std::span<const std::uint32_t> areasOf(std::size_t i) const { return {m_areas.data() + m_starts[i], m_starts[i + 1] - m_starts[i]}; }

    /// Adds an amount wherever the i-th point stands, or to what is outside, and to the total.
    void add(Sums& sums, std::size_t i, std::int64_t amount) const;

private:
    std::vector<std::size_t> m_starts;
    std::vector<std::uint32_t> m_areas;
};

/// The newest edition of a register's areas; no rows where there are none.
[[nodiscard]] AreaSet newestSet(const PlaceSnapshot& place, RegisterKind kind);
/// A point inside each row's shape, in the order of `rows`.
[[nodiscard]] std::vector<Point> pointsOf(const RegisterTable& table, std::span<const std::size_t> rows);

/// One function a measure. All of them keep areas + outside + unlocated == total unless areas overlap.
[[nodiscard]] Result<Sums> sumPeople(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumProposals(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumWon(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumBallots(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumSpend(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumPriorities(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumCommunities(const PlaceSnapshot& place, const AreaSet& areas);
[[nodiscard]] Result<Sums> sumGround(const PlaceSnapshot& place, const AreaSet& areas);

} // namespace hereabouts::core
