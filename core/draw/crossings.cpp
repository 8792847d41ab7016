// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/crossings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hereabouts::core {

namespace {

struct SharedSpot {
    MeetingKind kind = MeetingKind::Cross;
    GridPoint where;
};

/// What two segments share, where that is more than the joint of two that follow each other.
std::optional<SharedSpot> sharedSpot(const GridSegment& s, const GridSegment& t, bool joined)
{
    if (!meet(s, t)) return std::nullopt;
    const std::int64_t ta = turn(s.a, s.b, t.a);
    const std::int64_t tb = turn(s.a, s.b, t.b);
    if (ta == 0 && tb == 0) { // In one line.
        const GridPoint from = std::max(std::min(s.a, s.b), std::min(t.a, t.b));
        const GridPoint to = std::min(std::max(s.a, s.b), std::max(t.a, t.b));
        if (from < to) return SharedSpot{MeetingKind::Overlap, from};
        return joined ? std::nullopt : std::optional(SharedSpot{MeetingKind::Touch, from});
    }
    if (joined) return std::nullopt;
    if (ta == 0) return SharedSpot{MeetingKind::Touch, t.a};
    if (tb == 0) return SharedSpot{MeetingKind::Touch, t.b};
    if (turn(t.a, t.b, s.a) == 0) return SharedSpot{MeetingKind::Touch, s.a};
    if (turn(t.a, t.b, s.b) == 0) return SharedSpot{MeetingKind::Touch, s.b};
    return SharedSpot{MeetingKind::Cross, crossingOf(s, t)};
}

/// True if the direction from o to p lies strictly between those to a and to b as one turns left from a to b.
bool between(GridPoint o, GridPoint a, GridPoint b, GridPoint p)
{
    const bool leftOfA = turn(o, a, p) > 0;
    const bool rightOfB = turn(o, b, p) < 0;
    return turn(o, a, b) > 0 ? leftOfA && rightOfB : leftOfA || rightOfB;
}

} // namespace

SketchLines::SketchLines(const Sketch& sketch) : m_open(sketch.openRing())
{
    std::vector<GridSegment> segments;
    for (const SketchRing& ring : sketch.rings()) {
        std::vector<GridPoint> vertices;
        vertices.reserve(ring.vertices.size());
        for (const Point p : ring.vertices) vertices.push_back(*toGrid(p));
        const std::size_t count = ring.closed ? vertices.size() : std::max<std::size_t>(vertices.size(), 1) - 1;
        for (std::size_t i = 0; i < count; ++i) {
            segments.push_back({vertices[i], vertices[(i + 1) % vertices.size()]});
            m_edges.push_back({.ring = static_cast<std::uint32_t>(m_rings.size()), .vertex = static_cast<std::uint32_t>(i)});
        }
        m_rings.push_back(std::move(vertices));
        m_closed.push_back(ring.closed);
    }
    m_grid = SegmentGrid(std::move(segments));
}

SketchLines::Piece SketchLines::pieceAt(std::uint32_t segment) const
{
    const SketchEdge edge = m_edges[segment];
    return {.edge = edge, .next = static_cast<std::uint32_t>((edge.vertex + 1) % m_rings[edge.ring].size()), .segment = m_grid.segments()[segment]};
}

std::optional<GridPoint> SketchLines::position(std::uint32_t ring, std::int64_t vertex, const Supposed* supposed) const
{
    const auto count = static_cast<std::int64_t>(m_rings[ring].size());
    if (m_closed[ring]) vertex = (vertex + count) % count;
    if (supposed && supposed->ring == ring && supposed->vertex == vertex) return supposed->at;
    if (vertex < 0 || vertex >= count) return std::nullopt;
    return m_rings[ring][static_cast<std::size_t>(vertex)];
}

/// Whether two rings that share a point pass through each other there: then the one's way in and way out lie on different sides of the other.
bool SketchLines::passThrough(const Piece& a, const Piece& b, GridPoint where, const Supposed* supposed) const
{
    const auto ends = [&](const Piece& piece) -> std::optional<std::pair<GridPoint, GridPoint>> {
        const GridSegment& s = piece.segment;
        const auto before = where == s.a ? position(piece.edge.ring, std::int64_t{piece.edge.vertex} - 1, supposed) : std::optional(s.a);
        const auto after = where == s.b ? position(piece.edge.ring, std::int64_t{piece.next} + 1, supposed) : std::optional(s.b);
        if (!before || !after) return std::nullopt;
        return std::pair(*before, *after);
    };
    const auto first = ends(a);
    const auto second = ends(b);
    if (!first || !second) return false;
    for (const GridPoint p : {second->first, second->second}) { // One runs along the other: another pair of pieces overlaps and says so.
        for (const GridPoint q : {first->first, first->second}) {
            if (turn(where, p, q) == 0 && !GridBox::of(p, q).contains(where)) return false;
        }
    }
    return between(where, first->first, first->second, second->first) != between(where, first->first, first->second, second->second);
}

std::optional<Meeting> SketchLines::meetingOf(const Piece& a, const Piece& b, const Supposed* supposed) const
{
    if (b.edge < a.edge) return meetingOf(b, a, supposed);
    const bool sameRing = a.edge.ring == b.edge.ring;
    const bool joined = sameRing && (a.next == b.edge.vertex || b.next == a.edge.vertex);
    const auto shared = sharedSpot(a.segment, b.segment, joined);
    if (!shared) return std::nullopt;
    Meeting meeting{.first = a.edge, .second = b.edge, .kind = shared->kind, .where = toMetres(shared->where)};
    if (!sameRing && meeting.kind == MeetingKind::Touch && passThrough(a, b, shared->where, supposed)) meeting.kind = MeetingKind::Cross;
    return meeting;
}

std::vector<Meeting> SketchLines::meetings() const
{
    std::vector<Meeting> found;
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        const Piece piece = pieceAt(i);
        m_grid.along(piece.segment, [&](std::uint32_t other) {
            // Once a pair; the cheap test first, since most pieces of a cell are only near.
            if (other <= i || !GridBox::of(piece.segment.a, piece.segment.b).intersects(GridBox::of(m_grid.segments()[other].a, m_grid.segments()[other].b)))
                return;
            if (auto meeting = meetingOf(piece, pieceAt(other), nullptr)) found.push_back(*meeting);
        });
    }
    std::ranges::sort(found, {}, [](const Meeting& m) { return std::pair(m.first, m.second); });
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    return found;
}

std::vector<Meeting> SketchLines::meetingsOfPieces(std::span<const Piece> pieces, std::span<const SketchEdge> gone, const Supposed& supposed) const
{
    std::vector<Meeting> found;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t j = i + 1; j < pieces.size(); ++j) {
            if (auto meeting = meetingOf(pieces[i], pieces[j], &supposed)) found.push_back(*meeting);
        }
        m_grid.along(pieces[i].segment, [&](std::uint32_t other) {
            if (std::ranges::find(gone, m_edges[other]) != gone.end()) return;
            if (auto meeting = meetingOf(pieces[i], pieceAt(other), &supposed)) found.push_back(*meeting);
        });
    }
    std::ranges::sort(found, {}, [](const Meeting& m) { return std::pair(m.first, m.second); });
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    return found;
}

std::vector<Meeting> SketchLines::meetingsIfMoved(std::uint32_t ring, std::uint32_t vertex, Point to) const
{
    const auto at = toGrid(to);
    if (!at || ring >= m_rings.size() || vertex >= m_rings[ring].size()) return {};
    const Supposed supposed{.ring = ring, .vertex = vertex, .at = *at};
    const auto count = static_cast<std::uint32_t>(m_rings[ring].size());
    std::vector<Piece> pieces;
    std::vector<SketchEdge> gone;
    const auto add = [&](std::uint32_t from, std::uint32_t next, GridSegment segment) {
        gone.push_back({.ring = ring, .vertex = from});
        pieces.push_back({.edge = gone.back(), .next = next, .segment = segment});
    };
    const std::uint32_t previous = (vertex + count - 1) % count;
    const std::uint32_t next = (vertex + 1) % count;
    if (m_closed[ring] || vertex > 0) add(previous, vertex, {m_rings[ring][previous], *at});
    if (m_closed[ring] || vertex + 1 < count) add(vertex, next, {*at, m_rings[ring][next]});
    if (std::ranges::any_of(pieces, [](const Piece& piece) { return piece.segment.a == piece.segment.b; })) return {};
    return meetingsOfPieces(pieces, gone, supposed);
}

std::vector<Meeting> SketchLines::meetingsIfAppended(Point to, bool closing) const
{
    const auto at = toGrid(to);
    if (!at || !m_open || m_rings[*m_open].empty()) return {};
    const std::vector<GridPoint>& line = m_rings[*m_open];
    const auto count = static_cast<std::uint32_t>(line.size());
    const Supposed supposed{.ring = *m_open, .vertex = count, .at = *at};
    std::vector<Piece> pieces;
    if (*at != line.back()) pieces.push_back({.edge = {.ring = *m_open, .vertex = count - 1}, .next = count, .segment = {line.back(), *at}});
    // Back at its beginning, the line is closed by the click itself.
    if (*at == line.front() && !pieces.empty())
        pieces.front().next = 0;
    else if (closing && count > 1)
        pieces.push_back({.edge = {.ring = *m_open, .vertex = count}, .next = 0, .segment = {*at, line.front()}});
    return meetingsOfPieces(pieces, {}, supposed);
}

std::vector<Meeting> meetingsOf(const Sketch& sketch)
{
    return SketchLines(sketch).meetings();
}

} // namespace hereabouts::core
