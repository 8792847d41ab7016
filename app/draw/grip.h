// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/tool.h"
#include "core/draw/crossings.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hereabouts::app {

/// A corner of the sketch, or the middle of a piece where a corner can be pulled out.
struct Handle {
    std::uint32_t ring = 0;
    std::uint32_t vertex = 0; ///< The corner, or the one at which the piece begins.
    bool middle = false;

    friend bool operator==(const Handle&, const Handle&) = default;
};

/// Takes hold of corners, in every tool: drags them, pulls new ones out of the middle of a piece, and remembers which one was touched last.
class Grip {
public:
    explicit Grip(Easel& easel) : m_easel(easel) { }

    /// The handle under the pointer, corners before middles.
    [[nodiscard]] std::optional<Handle> under(const Touch& touch) const;
    bool press(const Touch& touch); ///< True if there is something to hold.
    void drag(const Touch& touch);
    /// Leaves the corner there. True if it has moved; false for a mere click on it.
    bool release(const Touch& touch);
    bool giveUp();
    /// Chooses the corner `step` after the chosen one (or the first) and gives where it is; nothing where there is none.
    std::optional<core::Point> chooseNext(int step);
    bool eraseChosen(); ///< True if a corner was chosen.
    void forget(); ///< Nothing is held or chosen any more.

    [[nodiscard]] const std::optional<Handle>& held() const { return m_held; }
    [[nodiscard]] const std::optional<Handle>& chosen() const { return m_chosen; }
    /// The rings as they look with the held corner where the pointer is.
    [[nodiscard]] std::vector<core::SketchRing> rings() const;
    /// Where the lines would cross if the corner were left here.
    [[nodiscard]] const std::vector<core::Meeting>& meetings() const { return m_meetings; }

private:
    Easel& m_easel;
    std::optional<Handle> m_held;
    std::optional<Handle> m_chosen;
    std::optional<core::SketchLines> m_lines; ///< While a corner is held.
    core::Point m_pressed;
    core::Point m_to;
    bool m_moved = false;
    std::vector<core::Meeting> m_meetings;
};

} // namespace hereabouts::app
