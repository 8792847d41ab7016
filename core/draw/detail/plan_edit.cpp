// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/detail/plan_edit.h"

#include "core/geometry/grid_point.h"

#include <algorithm>
#include <format>
#include <utility>

namespace hereabouts::core::detail {

namespace {

constexpr const char* kOffTheGrid = "That position is not on this map: a coordinate is not a number, or more than 10,737 km from zero.";

using Changes = Result<std::vector<Change>>;

std::unexpected<Error> refuse(std::string sentence)
{
    return fail(ErrorCode::BadInput, std::move(sentence));
}

/// On the grid, and none the same as the one before it.
Result<std::vector<Point>> onGrid(std::span<const Point> given, std::optional<Point> before = {})
{
    std::vector<Point> points;
    points.reserve(given.size());
    for (const Point p : given) {
        const auto grid = toGrid(p);
        if (!grid) return refuse(kOffTheGrid);
        const Point rounded = toMetres(*grid);
        if (rounded != (points.empty() ? before : points.back())) points.push_back(rounded);
    }
    return points;
}

/// Plans one edit against the rings as they are.
class Planner {
public:
    Planner(const std::vector<SketchRing>& rings, std::optional<std::uint32_t> open) : m_rings(rings), m_open(open) { }

    Changes operator()(const edit::Append& given) const
    {
        const std::vector<Point> none;
        const std::vector<Point>& line = m_open ? m_rings[*m_open].vertices : none;
        auto points = onGrid(given.vertices, line.empty() ? std::optional<Point>{} : line.back());
        if (!points) return std::unexpected(points.error());
        if (points->empty()) return refuse("The line ends there already.");
        std::vector<Change> changes;
        const auto at = m_open ? *m_open : static_cast<std::uint32_t>(m_rings.size());
        if (!m_open) {
            changes.emplace_back(Inserted{.at = at, .ring = {}});
            changes.emplace_back(Opened{.before = {}, .after = at});
        }
        changes.emplace_back(Spliced{.ring = at, .at = static_cast<std::uint32_t>(line.size()), .before = {}, .after = std::move(*points)});
        return changes;
    }

    Changes operator()(const edit::Close&) const
    {
        if (!m_open) return refuse("No line is being drawn.");
        const std::vector<Point>& line = m_rings[*m_open].vertices;
        std::vector<Change> changes;
        const bool endsWhereItBegan = line.size() > 1 && line.front() == line.back();
        if (line.size() - (endsWhereItBegan ? 1 : 0) < 3)
            return refuse(std::format("A boundary has three corners or more; this one has {}. Go on drawing it, or take it away.", line.size()));
        if (doubledArea(line) == 0) return refuse("This line goes there and back and encloses nothing. Go on drawing it, or take it away.");
        if (endsWhereItBegan)
            changes.emplace_back(Spliced{.ring = *m_open, .at = static_cast<std::uint32_t>(line.size() - 1), .before = {line.back()}, .after = {}});
        changes.emplace_back(Opened{.before = m_open, .after = {}});
        return changes;
    }

    Changes operator()(const edit::StartHole& given) const
    {
        if (m_open) return refuse("Another line is being drawn: close it first.");
        if (given.ring >= m_rings.size()) return refuse(noRing(given.ring));
        std::uint32_t at = given.ring + 1;
        while (at < m_rings.size() && m_rings[at].hole) ++at;
        return std::vector<Change>{Inserted{.at = at, .ring = {.vertices = {}, .hole = true}}, Opened{.before = {}, .after = at}};
    }

    Changes operator()(const edit::Insert& given) const
    {
        if (given.ring >= m_rings.size() || given.vertex > m_rings[given.ring].vertices.size()) return refuse(noVertex(given.ring, given.vertex));
        return put(given.ring, given.vertex, 0, given.at);
    }

    Changes operator()(const edit::Move& given) const
    {
        if (!has(given.ring, given.vertex)) return refuse(noVertex(given.ring, given.vertex));
        return put(given.ring, given.vertex, 1, given.to);
    }

    Changes operator()(const edit::Erase& given) const
    {
        if (!has(given.ring, given.vertex)) return refuse(noVertex(given.ring, given.vertex));
        const SketchRing& ring = m_rings[given.ring];
        if (ring.closed && ring.vertices.size() == 3) return refuse("A boundary has three corners or more: take the whole line away instead.");
        const std::size_t count = ring.vertices.size();
        std::vector<Change> changes{Spliced{.ring = given.ring, .at = given.vertex, .before = {ring.vertices[given.vertex]}, .after = {}}};
        if (count == 1) { // The line is gone.
            changes.emplace_back(Opened{.before = m_open, .after = {}});
            changes.emplace_back(Inserted{.at = given.ring, .ring = {.vertices = {}, .hole = ring.hole, .closed = true}, .cameIn = false});
            return changes;
        }
        const Point before = ring.vertices[(given.vertex + count - 1) % count];
        const Point after = ring.vertices[(given.vertex + 1) % count];
        if (count > 2 && before == after) return refuse("Its two neighbours are at the same spot: take one of them away first.");
        return changes;
    }

    Changes operator()(const edit::Reroute& given) const
    {
        if (!has(given.ring, given.from)) return refuse(noVertex(given.ring, given.from));
        if (!has(given.ring, given.to) || given.to == given.from) return refuse(noVertex(given.ring, given.to));
        const SketchRing& ring = m_rings[given.ring];
        if (!ring.closed && given.to < given.from) return refuse("The line being drawn is not closed yet: say its two vertices in the order they were drawn.");
        auto between = onGrid(given.between, ring.vertices[given.from]);
        if (!between) return std::unexpected(between.error());
        if (!between->empty() && between->back() == ring.vertices[given.to]) between->pop_back();
        const auto count = static_cast<std::uint32_t>(ring.vertices.size());
        const std::uint32_t removed = (given.to + count - given.from) % count - 1;
        if (between->empty() && ring.vertices[given.from] == ring.vertices[given.to]) return refuse("Its two ends are at the same spot.");
        if (ring.closed && count - removed + between->size() < 3) return refuse("A boundary has three corners or more: take the whole line away instead.");
        const auto at = [&](std::uint32_t index) { return ring.vertices.begin() + static_cast<std::ptrdiff_t>(index); };
        if (given.from < given.to)
            return std::vector<Change>{
                Spliced{.ring = given.ring, .at = given.from + 1, .before = {at(given.from + 1), at(given.to)}, .after = std::move(*between)}};
        // Over the ring's beginning: the new vertices follow its last, and those before `to` go.
        return std::vector<Change>{
            Spliced{.ring = given.ring, .at = given.from + 1, .before = {at(given.from + 1), ring.vertices.end()}, .after = std::move(*between)},
            Spliced{.ring = given.ring, .at = 0, .before = {ring.vertices.begin(), at(given.to)}, .after = {}}};
    }

    Changes operator()(const edit::AddPart& given) const
    {
        if (m_open) return refuse("Another line is being drawn: close it first.");
        auto vertices = closedVertices(given.vertices);
        if (!vertices) return std::unexpected(vertices.error());
        if (doubledArea(*vertices) == 0) return refuse("This line goes there and back and encloses nothing.");
        return std::vector<Change>{
            Inserted{.at = static_cast<std::uint32_t>(m_rings.size()), .ring = {.vertices = std::move(*vertices), .hole = false, .closed = true}}};
    }

    Changes operator()(const edit::RemoveRing& given) const
    {
        if (given.ring >= m_rings.size()) return refuse(noRing(given.ring));
        std::uint32_t end = given.ring + 1;
        while (!m_rings[given.ring].hole && end < m_rings.size() && m_rings[end].hole) ++end;
        std::vector<Change> changes;
        const bool drawnHere = m_open && *m_open >= given.ring && *m_open < end;
        if (m_open) changes.emplace_back(Opened{.before = m_open, .after = {}});
        for (std::uint32_t i = end; i-- > given.ring;) {
            SketchRing ring = m_rings[i];
            ring.closed = true; // Nothing is being drawn any more when it goes.
            changes.emplace_back(Inserted{.at = i, .ring = std::move(ring), .cameIn = false});
        }
        if (m_open && !drawnHere) changes.emplace_back(Opened{.before = {}, .after = *m_open < given.ring ? *m_open : *m_open - (end - given.ring)});
        return changes;
    }

    Changes operator()(const edit::MoveWhole& given) const
    {
        const auto by = toGrid({given.eastMetres, given.northMetres});
        if (!by || *by == GridPoint{}) return refuse("A boundary is moved by a centimetre or more, and by less than 10,737 km.");
        for (const SketchRing& ring : m_rings) {
            for (const Point p : ring.vertices) {
                if (!toGrid({p.x + toMetres(*by).x, p.y + toMetres(*by).y})) return refuse(kOffTheGrid);
            }
        }
        return std::vector<Change>{Shifted{.east = by->x, .north = by->y}};
    }

    Changes operator()(const edit::Become& given) const
    {
        if (m_open) return refuse("A line is being drawn: close it first.");
        Ringed change;
        for (std::uint32_t i = 0; i < m_rings.size(); ++i) change.before.emplace_back(m_rings[i]);
        for (const edit::Become::Ring& ring : given.rings) {
            if (const auto* kept = std::get_if<std::uint32_t>(&ring)) {
                if (*kept >= m_rings.size() || !std::holds_alternative<SketchRing>(change.before[*kept])) return refuse(noRing(*kept));
                change.before[*kept] = static_cast<std::uint32_t>(change.after.size());
                change.after.emplace_back(*kept);
                continue;
            }
            SketchRing fresh = std::get<SketchRing>(ring);
            auto vertices = closedVertices(fresh.vertices);
            if (!vertices) return std::unexpected(vertices.error());
            fresh.vertices = std::move(*vertices);
            fresh.closed = true;
            change.after.emplace_back(std::move(fresh));
        }
        if (!change.after.empty() && isHole(change.after.front())) return refuse("A hole needs a part that it is a hole of.");
        return std::vector<Change>{std::move(change)};
    }

    Changes operator()(const edit::Undo&) const { return std::vector<Change>{}; }
    Changes operator()(const edit::Redo&) const { return std::vector<Change>{}; }

private:
    static std::string noRing(std::uint32_t ring) { return std::format("There is no line {} in this drawing.", ring + 1); }
    static std::string noVertex(std::uint32_t ring, std::uint32_t vertex)
    {
        return std::format("Line {} of this drawing has no vertex {} for that.", ring + 1, vertex + 1);
    }
    [[nodiscard]] bool has(std::uint32_t ring, std::uint32_t vertex) const { return ring < m_rings.size() && vertex < m_rings[ring].vertices.size(); }
    [[nodiscard]] bool isHole(const edit::Become::Ring& ring) const
    {
        const auto* kept = std::get_if<std::uint32_t>(&ring);
        return kept ? m_rings[*kept].hole : std::get<SketchRing>(ring).hole;
    }

    /// A vertex at an index, instead of the one there (replaced = 1) or before it (0).
    [[nodiscard]] Changes put(std::uint32_t index, std::uint32_t vertex, std::uint32_t replaced, Point to) const
    {
        const SketchRing& ring = m_rings[index];
        const std::size_t count = ring.vertices.size();
        auto points = onGrid(std::span(&to, 1));
        if (!points) return std::unexpected(points.error());
        const Point at = points->front();
        const bool alone = count == replaced;
        const bool hasBefore = !alone && (ring.closed || vertex > 0);
        const bool hasAfter = !alone && (ring.closed || vertex + replaced < count);
        if ((hasBefore && ring.vertices[(vertex + count - 1) % count] == at) || (hasAfter && ring.vertices[(vertex + replaced) % count] == at)
            || (replaced == 1 && ring.vertices[vertex] == at))
            return refuse("There is a vertex at that spot already.");
        std::vector<Point> before;
        if (replaced == 1) before.push_back(ring.vertices[vertex]);
        return std::vector<Change>{Spliced{.ring = index, .at = vertex, .before = std::move(before), .after = std::move(*points)}};
    }

    const std::vector<SketchRing>& m_rings;
    std::optional<std::uint32_t> m_open;
};

std::vector<SketchRing> rearranged(std::vector<SketchRing>& rings, const std::vector<edit::Become::Ring>& wanted)
{
    std::vector<SketchRing> result;
    for (const edit::Become::Ring& ring : wanted) {
        if (const auto* kept = std::get_if<std::uint32_t>(&ring))
            result.push_back(std::move(rings[*kept]));
        else
            result.push_back(std::get<SketchRing>(ring));
    }
    return result;
}

void shift(std::vector<SketchRing>& rings, std::int32_t east, std::int32_t north)
{
    for (SketchRing& ring : rings) {
        for (Point& p : ring.vertices) {
            const GridPoint at = *toGrid(p);
            p = toMetres({at.x + east, at.y + north});
        }
    }
}

} // namespace

std::int64_t doubledArea(std::span<const Point> vertices)
{
    // Wraps around on the way perhaps, and comes out right: the whole fits.
    std::uint64_t sum = 0;
    if (vertices.empty()) return 0;
    const GridPoint origin = *toGrid(vertices.front());
    GridPoint last = origin;
    for (const Point p : vertices) {
        const GridPoint at = *toGrid(p);
        sum += static_cast<std::uint64_t>(turn(origin, last, at));
        last = at;
    }
    return static_cast<std::int64_t>(sum);
}

Result<std::vector<Point>> closedVertices(std::span<const Point> ring)
{
    auto vertices = onGrid(ring);
    if (!vertices) return std::unexpected(vertices.error());
    while (vertices->size() > 1 && vertices->front() == vertices->back()) vertices->pop_back();
    if (vertices->size() < 3) return refuse(std::format("A boundary has three corners or more; this one has {}.", vertices->size()));
    return vertices;
}

Result<std::vector<Change>> plan(const std::vector<SketchRing>& rings, std::optional<std::uint32_t> open, const SketchEdit& edit)
{
    return std::visit(Planner(rings, open), edit);
}

void perform(std::vector<SketchRing>& rings, std::optional<std::uint32_t>& open, const Change& change, bool forward)
{
    if (const auto* spliced = std::get_if<Spliced>(&change)) {
        std::vector<Point>& vertices = rings[spliced->ring].vertices;
        const std::vector<Point>& out = forward ? spliced->before : spliced->after;
        const std::vector<Point>& in = forward ? spliced->after : spliced->before;
        const auto at = vertices.begin() + static_cast<std::ptrdiff_t>(spliced->at);
        const auto next = vertices.erase(at, at + static_cast<std::ptrdiff_t>(out.size()));
        vertices.insert(next, in.begin(), in.end());
    } else if (const auto* ringed = std::get_if<Ringed>(&change)) {
        rings = rearranged(rings, forward ? ringed->after : ringed->before);
    } else if (const auto* inserted = std::get_if<Inserted>(&change)) {
        const auto at = rings.begin() + static_cast<std::ptrdiff_t>(inserted->at);
        if (inserted->cameIn == forward)
            rings.insert(at, inserted->ring);
        else
            rings.erase(at);
    } else if (const auto* shifted = std::get_if<Shifted>(&change)) {
        shift(rings, forward ? shifted->east : -shifted->east, forward ? shifted->north : -shifted->north);
    } else if (const auto* opened = std::get_if<Opened>(&change)) {
        const std::optional<std::uint32_t>& from = forward ? opened->before : opened->after;
        open = forward ? opened->after : opened->before;
        if (from) rings[*from].closed = true;
        if (open) rings[*open].closed = false;
    }
}

} // namespace hereabouts::core::detail
