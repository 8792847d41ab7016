// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/people_counter.h"

#include "core/facts/live_facts.h"
#include "core/joined/detail/sums.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <memory>

namespace hereabouts::core {

PeopleCounter::PeopleCounter(const PlaceSnapshot& place) : m_place(&place)
{
    const AreaSet small = newestSet(place, RegisterKind::SmallAreas);
    const RegisterTable& table = place.at(RegisterKind::SmallAreas);
    m_edition = small.name;
    for (const std::size_t row : small.rows) {
        if (!std::holds_alternative<MultiPolygon>(table.geometry(row))) continue;
        m_rows.push_back(row);
        m_boxes.push_back(boundsOf(table.geometry(row)));
    }
}

std::optional<PeopleCount> PeopleCounter::of(const MultiPolygon& shape) const
{
    const RegisterTable& table = m_place->at(RegisterKind::SmallAreas);
    const Box box = boundsOf(shape);
    std::vector<MultiPolygon> areas;
    std::vector<Point> points;
    std::vector<std::int64_t> people;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_boxes[i].intersects(box)) continue;
        const std::int64_t count = table.integers("population")[m_rows[i]];
        areas.push_back(std::get<MultiPolygon>(table.geometry(m_rows[i])));
        points.push_back(representativePoint(table.geometry(m_rows[i])));
        people.push_back(count == kNoInteger ? -1 : count);
    }
    if (areas.empty()) return std::nullopt;
    const std::vector<int> bands(areas.size(), 0);
    auto counted = CountedPlace::build({.smallAreas = areas,
        .smallAreaPoints = points,
        .people = people,
        .bands = bands,
        .dwellings = {},
        .areaSets = {},
        .communities = {},
        .claimed = {},
        .district = {},
        .groundScale = {}});
    if (!counted) return std::nullopt;
    LiveFacts facts(std::make_shared<const CountedPlace>(std::move(*counted)));
    if (!facts.follow(countedRings(shape))) return std::nullopt;
    const ShapeFacts found = facts.facts();
    const PeopleRange range = found.peopleRange();
    return PeopleCount{.people = found.people, .least = std::llround(range.least), .most = std::llround(range.most), .byGround = found.peopleByGround};
}

std::string PeopleCounter::method() const
{
    if (m_rows.empty()) return {};
    return std::format("People of {}, each counted where a point inside it stands (centroid); the range also counts them by share of ground.", m_edition);
}

} // namespace hereabouts::core
