// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/draw/sketch_change.h"
#include "core/draw/sketch_edit.h"
#include "core/geometry/geometry.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hereabouts::core {

/// What keeps a sketch from being taken as a boundary, and so is asked about; nothing is dropped.
enum class SketchQuestion {
    None, ///< It may be taken, as far as its rings go; see crossingsOf() for lines that cross.
    NothingDrawn,
    TwoClicks, ///< The line being drawn has fewer than three corners: go on, or take it away?
    StillOpen, ///< The line being drawn could be closed.
    EnclosesNothing, ///< The line being drawn goes there and back.
};

/// A boundary while it is drawn: parts and holes, the line under the pointer among them, and everything that was done to it.
///
/// A value: copies are independent. All positions are metres in the home CRS and are rounded to the 1 cm grid as they come. Every edit is one step of undo, of
/// which there is no end; an edit after an undo drops what could have been redone. Edits cost what they change, not what the sketch holds.
class Sketch {
public:
    /// A sketch of a boundary that is there already; nothing of it can be undone.
    /// Fails with BadInput where a position is off the grid (not finite, or more than 10,737 km from zero) or a ring has fewer than three corners.
    [[nodiscard]] static Result<Sketch> of(const MultiPolygon& boundary);

    /// In order: a part's outer ring, its holes, the next part's. The open one may stand anywhere.
    [[nodiscard]] const std::vector<SketchRing>& rings() const { return m_rings; }
    /// Index of the ring being drawn.
    [[nodiscard]] std::optional<std::uint32_t> openRing() const { return m_open; }
    [[nodiscard]] SketchQuestion question() const;
    /// The closed rings as an area: outer rings counter-clockwise, holes clockwise. Not checked for crossings.
    [[nodiscard]] MultiPolygon shape() const;

    /// Does the edit. Fails with BadInput and a sentence for the person who draws, and then nothing has changed.
    Result<void> apply(const SketchEdit& edit);

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    /// The edit that undo would take back, and the one that redo would do again: for the words in a menu. nullptr where there is none.
    [[nodiscard]] const SketchEdit* undoable() const { return canUndo() ? &m_steps[m_done - 1].edit : nullptr; }
    [[nodiscard]] const SketchEdit* redoable() const { return canRedo() ? &m_steps[m_done].edit : nullptr; }
    /// What Esc means now: the last append taken back, or else the last vertex of the line being drawn; nothing where no line is being drawn. Apply it like
    /// any.
    [[nodiscard]] std::optional<SketchEdit> stepBack() const;

    /// The same rings, and the same one open; what was done to get there may differ.
    [[nodiscard]] bool looksLike(const Sketch& other) const { return m_rings == other.m_rings && m_open == other.m_open; }

private:
    struct Step {
        SketchEdit edit;
        std::vector<detail::Change> changes;
    };

    Result<void> undo();
    Result<void> redo();

    std::vector<SketchRing> m_rings;
    std::optional<std::uint32_t> m_open;
    std::vector<Step> m_steps;
    std::size_t m_done = 0;
};

/// A hole's part, and the part itself for a part: the index of the outer ring. @pre ring < rings.size()
[[nodiscard]] std::uint32_t outerOf(const std::vector<SketchRing>& rings, std::uint32_t ring);

} // namespace hereabouts::core
