// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/box.h"
#include "core/joined/place_snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::core {

/// People of a shape by the chosen method, and what the other methods say: for a small shape the method is most of the answer.
struct PeopleCount {
    std::int64_t people = 0; ///< "Centroid": of small areas whose representative point is inside.
    std::int64_t least = 0; ///< The least and the most that any method gives, rounded to whole people:
    std::int64_t most = 0; ///< by centroid, and by each small area's share of ground inside.
    double byGround = 0; ///< By share of ground alone, in parts of people: the figure for slivers, which hold nobody's middle.

    friend bool operator==(const PeopleCount&, const PeopleCount&) = default;
};

/// Counts the people of any shape from the newest small areas. Keeps the place it was made for.
class PeopleCounter {
public:
    explicit PeopleCounter(const PlaceSnapshot& place);

    /// Nothing where the place has no small areas, or none of them reaches the shape. Takes time with the small areas near the shape, not with the district.
    [[nodiscard]] std::optional<PeopleCount> of(const MultiPolygon& shape) const;
    /// "People of small areas 2023, each counted where a point inside it stands; the range also counts them by share of ground." Empty without small areas.
    [[nodiscard]] std::string method() const;

private:
    const PlaceSnapshot* m_place;
    std::string m_edition;
    std::vector<std::size_t> m_rows; ///< Of the small areas that have ground.
    std::vector<Box> m_boxes; ///< One each.
};

} // namespace hereabouts::core
