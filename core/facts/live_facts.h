// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/facts/counted_place.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hereabouts::core {

/// One line of a shape to be counted. The first vertex is not repeated; a line still open counts as closed.
struct CountedRing {
    std::vector<Point> vertices; ///< Metres; on the 1 cm grid, or rounded to it.
    bool hole = false;

    friend bool operator==(const CountedRing&, const CountedRing&) = default;
};

/// The lines of a shape that is whole; rings of fewer than three vertices are left out.
[[nodiscard]] std::vector<CountedRing> countedRings(const MultiPolygon& shape);

/// Ground shared with one area of a set.
struct TouchedArea {
    std::uint32_t area = 0; ///< Index within its set.
    double squareMetres = 0;

    friend bool operator==(const TouchedArea&, const TouchedArea&) = default;
};

/// What a shape shares with a community.
struct SharedWithCommunity {
    std::uint32_t community = 0;
    double squareMetres = 0;
    std::int64_t people = 0; ///< By centroid.

    friend bool operator==(const SharedWithCommunity&, const SharedWithCommunity&) = default;
};

/// What several methods say of the people of one shape: shown beside the chosen figure, since for a small shape the method is most of the answer.
struct PeopleRange {
    double least = 0;
    double most = 0;

    friend bool operator==(const PeopleRange&, const PeopleRange&) = default;
};

/// What is inside a shape. Areas are ground areas: on the plane, times the place's scale at the middle of the shape's box.
struct ShapeFacts {
    std::int64_t people = 0; ///< "Centroid": of small areas whose representative point is inside.
    double peopleByGround = 0; ///< "Area": by each small area's share of ground inside, in millionths of a person. Exact only where people live evenly across each.
    std::size_t withheldAreas = 0; ///< Small areas whose point is inside and whose people are unknown; they count nowhere.
    std::array<std::int64_t, 11> peopleByBand{}; ///< By deprivation band; 0 where there is none. Adds up to `people`.
    std::int64_t dwellings = 0;
    double squareMetres = 0;
    double squareMetresOutside = 0; ///< Outside the district; 0 where the place has none.
    std::vector<std::vector<TouchedArea>> touched; ///< One a set: the areas that share a square metre or more, in order.
    std::vector<SharedWithCommunity> communities; ///< Those that share a square metre or somebody, in order.
    std::int64_t peopleInNoOther = 0; ///< Of `people`, those that no community holds.
    double squareMetresInNoOther = 0; ///< Ground that no community claims; all of it where the place does not know.
    std::int64_t peopleLeftOut = 0; ///< Outside the shape, and in no community.

    [[nodiscard]] double hectares() const { return squareMetres / 10'000; }
    [[nodiscard]] double shareOutside() const { return squareMetres == 0 ? 0 : squareMetresOutside / squareMetres; }
    /// What the two methods say of the people inside.
    [[nodiscard]] PeopleRange peopleRange() const;
    friend bool operator==(const ShapeFacts&, const ShapeFacts&) = default;
};

/// The facts of a shape while its line is dragged: a moved vertex costs what lies near the two edges that moved, and gives the very same figures as a recount.
///
/// Everything counted is a whole number that belongs to one edge and one thing (see detail/under_edge.h), so nothing drifts however long one drags.
/// A point on the line is inside if it is on the northern or western side of the shape, so that shapes that share a border count each point once.
/// Ground is exact to half a square millimetre an edge and thing, and to some fifteen digits. Where a line crosses itself, a loop that turns the other way has
/// its ground counted below zero; its people and dwellings are inside.
class LiveFacts {
public:
    explicit LiveFacts(std::shared_ptr<const CountedPlace> place);

    /// The shape is now this: works out what has changed, and counts from nothing what has changed in many places. Fails with BadInput where a position is off
    /// the grid; nothing has changed then.
    Result<void> follow(std::span<const CountedRing> rings);
    /// One vertex is now elsewhere. @pre ring and vertex are those of the shape
    Result<void> moveVertex(std::uint32_t ring, std::uint32_t vertex, Point to);

    [[nodiscard]] ShapeFacts facts() const;

private:
    struct CountedLine {
        std::vector<GridPoint> vertices;
        bool hole = false;
        int sign = 1; ///< What a left turn round a thing counts.
    };
    struct ChangedEdge {
        GridPoint a;
        GridPoint b;
        int sign = 0; ///< What lies under it counts so often.
    };

    [[nodiscard]] static int signOf(const CountedLine& line);
    void replace(std::uint32_t ring, std::size_t at, std::size_t removed, std::span<const GridPoint> added);
    void countLine(const CountedLine& line, int sign);
    void countEdges(std::span<const ChangedEdge> edges, const GridBox& box);
    void countGround(std::span<const ChangedEdge> edges, const GridBox& box);
    template <typename Visit> void visitPoints(const detail::PointLayer& layer, std::span<const ChangedEdge> edges, const GridBox& box, Visit visit) const;
    void addGround(std::size_t layer, std::size_t area, std::int64_t squareMillimetres);
    void addSmallArea(std::uint32_t place, int times);
    void addDwelling(std::uint32_t place, int times);
    [[nodiscard]] std::int64_t millionthsOf(std::size_t smallArea) const;

    std::shared_ptr<const CountedPlace> m_place;
    std::vector<CountedLine> m_lines;
    std::vector<std::vector<std::int64_t>> m_ground; ///< mm² inside, by layer and area.
    std::vector<std::int16_t> m_smallAreaTimes; ///< How often the shape goes round each point, by place in its layer.
    std::vector<std::int16_t> m_dwellingTimes;
    std::int64_t m_people = 0;
    std::int64_t m_millionths = 0; ///< Of people, by ground.
    std::int64_t m_withheld = 0;
    std::array<std::int64_t, 11> m_byBand{};
    std::vector<std::int64_t> m_shared; ///< People, by community.
    std::int64_t m_unheld = 0; ///< People inside that no community holds.
    std::int64_t m_dwellings = 0;
};

} // namespace hereabouts::core
