// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/home_map.h"
#include "core/draw/sketch.h"

#include <QString>

#include <optional>
#include <vector>

namespace hereabouts::app {

/// What would be drawn if the person went on: shown, not yet part of the sketch.
struct Preview {
    std::vector<core::Point> line; ///< Goes on from the line being drawn, or cuts.
    std::vector<std::vector<core::Point>> grounds; ///< Closed ground that would be taken in, or out.
    bool takesOut = false;
    std::vector<core::Point> cut; ///< A line that stands by itself.
    std::optional<core::Point> spot; ///< Where a click would begin or end.
};

/// What a tool works on: the sketch, and what belongs to drawing it.
class Easel {
public:
    virtual ~Easel() = default;
    [[nodiscard]] virtual const core::Sketch& sketch() const = 0;
    /// Does the edit and keeps it; says in a sentence why not.
    virtual bool apply(const core::SketchEdit& edit) = 0;
    /// The nearest vertex or line of anything that is drawn, when snapping is on and one is near enough; else the position itself.
    [[nodiscard]] virtual core::Point snapped(const Touch& touch) const = 0;
    virtual void say(const QString& sentence) = 0;
    /// What the sketch shows has changed without an edit.
    virtual void repaint() = 0;
};

/// One way to draw. Positions come in as a person makes them: hover, then either press, drag, release or a click.
class Tool {
public:
    explicit Tool(Easel& easel) : m_easel(easel) { }
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;
    virtual ~Tool() = default;

    /// True if the tool wants the drag that begins here; else the map is moved by it.
    virtual bool press(const Touch&) { return false; }
    virtual void drag(const Touch&) { }
    virtual void release(const Touch&) { }
    virtual void click(const Touch&) { }
    virtual void hover(const Touch&) { }
    virtual void flip() { } ///< The other of two ways, where the tool has two.
    /// Enter: ends what is in hand. True if there was something.
    virtual bool finish() { return false; }
    /// Esc: gives up what is in hand. True if there was something.
    virtual bool giveUp() { return false; }
    [[nodiscard]] virtual Preview preview() const { return {}; }
    /// What a person does next, in a sentence.
    [[nodiscard]] virtual QString advice() const = 0;

protected:
    Easel& m_easel;
};

} // namespace hereabouts::app
