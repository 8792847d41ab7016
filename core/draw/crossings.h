// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/draw/sketch.h"
#include "core/geometry/segment_grid.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hereabouts::core {

/// One straight piece of a sketch: from a vertex to the next one of its ring.
struct SketchEdge {
    std::uint32_t ring = 0;
    std::uint32_t vertex = 0; ///< Where it begins.

    friend bool operator==(SketchEdge, SketchEdge) = default;
    friend auto operator<=>(SketchEdge, SketchEdge) = default;
};

enum class MeetingKind {
    Cross, ///< They cross, each between its ends.
    Touch, ///< They share one point, an end of one of them or of both. Two rings may touch at a point; a ring may not touch itself.
    Overlap, ///< They run along each other.
};

/// Where two pieces meet that are not simply one after the other.
struct Meeting {
    SketchEdge first; ///< first < second.
    SketchEdge second;
    MeetingKind kind = MeetingKind::Cross;
    Point where; ///< On the grid; where they overlap, an end of the shared stretch.

    /// Whether the boundary cannot be taken like this.
    [[nodiscard]] bool isFault() const { return kind != MeetingKind::Touch || first.ring == second.ring; }
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// The lines of a sketch, laid out for asking what a new or moved line would cross, while it is dragged: make it when the drag begins.
/// All answers are exact. Some 50 ns a vertex to make; an answer takes microseconds.
class SketchLines {
public:
    explicit SketchLines(const Sketch& sketch);

    /// Every place where two pieces meet that should not, or touch; in order of the pieces. The closing piece of the line being drawn is left out.
    [[nodiscard]] std::vector<Meeting> meetings() const;

    /// What the sketch would meet if this vertex were at `to`: its two pieces against all others. Where `to` is on a neighbour there is nothing to drag: empty.
    [[nodiscard]] std::vector<Meeting> meetingsIfMoved(std::uint32_t ring, std::uint32_t vertex, Point to) const;

    /// What the line being drawn would meet if it went on to `to`; `closing`: if it then ended at its beginning as well. The new piece is called by the vertex
    /// it begins at.
    [[nodiscard]] std::vector<Meeting> meetingsIfAppended(Point to, bool closing = false) const;

private:
    /// A piece with where it lies.
    struct Piece {
        SketchEdge edge;
        std::uint32_t next = 0; ///< Vertex at which it ends.
        GridSegment segment;
    };
    /// A vertex that is thought to be elsewhere, or to be there.
    struct Supposed {
        std::uint32_t ring = 0;
        std::uint32_t vertex = 0;
        GridPoint at;
    };

    [[nodiscard]] Piece pieceAt(std::uint32_t segment) const;
    [[nodiscard]] std::optional<GridPoint> position(std::uint32_t ring, std::int64_t vertex, const Supposed* supposed) const;
    [[nodiscard]] std::optional<Meeting> meetingOf(const Piece& a, const Piece& b, const Supposed* supposed) const;
    [[nodiscard]] bool passThrough(const Piece& a, const Piece& b, GridPoint where, const Supposed* supposed) const;
    [[nodiscard]] std::vector<Meeting> meetingsOfPieces(std::span<const Piece> pieces, std::span<const SketchEdge> gone, const Supposed& supposed) const;

    SegmentGrid m_grid;
    std::vector<SketchEdge> m_edges; ///< One a segment of the grid.
    std::vector<std::vector<GridPoint>> m_rings;
    std::vector<bool> m_closed;
    std::optional<std::uint32_t> m_open;
};

/// All meetings of a sketch. 65,000 vertices take some 10 ms.
[[nodiscard]] std::vector<Meeting> meetingsOf(const Sketch& sketch);

} // namespace hereabouts::core
