// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/point.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace hereabouts::core {

/// One line of a sketch: the edge of a part or of a hole. The first vertex is not repeated at the end.
struct SketchRing {
    std::vector<Point> vertices; ///< Metres in the home CRS, on the 1 cm grid; no two in a row are the same.
    bool hole = false; ///< A hole of the nearest part before it.
    bool closed = false; ///< Only one ring of a sketch may be open: the one being drawn.

    friend bool operator==(const SketchRing&, const SketchRing&) = default;
};

/// What can be done to a sketch. `ring` is an index into Sketch::rings(), `vertex` one into that ring's vertices.
namespace edit {

/// Goes on with the line being drawn (a click, a freehand stroke, a traced way), or begins a part where none is.
struct Append {
    std::vector<Point> vertices; ///< One or more.
    friend bool operator==(const Append&, const Append&) = default;
};
/// Ends the line being drawn at its beginning.
struct Close {
    friend bool operator==(const Close&, const Close&) = default;
};
/// The next line to be drawn is a hole of the part to which the ring belongs.
struct StartHole {
    std::uint32_t ring = 0;
    friend bool operator==(const StartHole&, const StartHole&) = default;
};
struct Insert {
    std::uint32_t ring = 0;
    std::uint32_t vertex = 0; ///< Where it comes to stand; 0…number of vertices.
    Point at;
    friend bool operator==(const Insert&, const Insert&) = default;
};
struct Move {
    std::uint32_t ring = 0;
    std::uint32_t vertex = 0;
    Point to;
    friend bool operator==(const Move&, const Move&) = default;
};
struct Erase {
    std::uint32_t ring = 0;
    std::uint32_t vertex = 0;
    friend bool operator==(const Erase&, const Erase&) = default;
};
/// Puts other vertices between two vertices, going forward from the one to the other, which both stay.
struct Reroute {
    std::uint32_t ring = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::vector<Point> between; ///< None: a straight line.
    friend bool operator==(const Reroute&, const Reroute&) = default;
};
/// A closed part as a whole: a circle, the ground within a walk.
struct AddPart {
    std::vector<Point> vertices;
    friend bool operator==(const AddPart&, const AddPart&) = default;
};
/// Takes a hole away, or a part with its holes.
struct RemoveRing {
    std::uint32_t ring = 0;
    friend bool operator==(const RemoveRing&, const RemoveRing&) = default;
};
/// The only edit that moves a whole boundary.
struct MoveWhole {
    double eastMetres = 0;
    double northMetres = 0;
    friend bool operator==(const MoveWhole&, const MoveWhole&) = default;
};
/// Other rings instead of all of these, some of them kept as they are: what painting, cutting, joining and repairing give.
struct Become {
    using Ring = std::variant<std::uint32_t, SketchRing>; ///< A ring that was there already, or a new one.
    std::string what; ///< A word without spaces: "painted", "cut".
    std::vector<Ring> rings;
    friend bool operator==(const Become&, const Become&) = default;
};
struct Undo {
    friend bool operator==(const Undo&, const Undo&) = default;
};
struct Redo {
    friend bool operator==(const Redo&, const Redo&) = default;
};

} // namespace edit

using SketchEdit = std::variant<edit::Append, edit::Close, edit::StartHole, edit::Insert, edit::Move, edit::Erase, edit::Reroute, edit::AddPart,
    edit::RemoveRing, edit::MoveWhole, edit::Become, edit::Undo, edit::Redo>;

} // namespace hereabouts::core
