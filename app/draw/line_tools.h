// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/tool.h"
#include "core/draw/freehand.h"

#include <QCoreApplication>

#include <optional>

namespace hereabouts::app {

/// A vertex a click.
class VertexTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::VertexTool)

public:
    using Tool::Tool;
    void click(const Touch& touch) override;
    void hover(const Touch& touch) override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

private:
    std::optional<core::Point> m_pointer;
};

/// The line that the pointer is drawn along.
class FreehandTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::FreehandTool)

public:
    using Tool::Tool;
    bool press(const Touch& touch) override;
    void drag(const Touch& touch) override;
    void release(const Touch& touch) override;
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

private:
    std::optional<core::Freehand> m_stroke;
    std::vector<core::Point> m_vertices; ///< Of the stroke in hand.
};

/// A circle round a point: the centre is pressed, the radius dragged; or a click for the centre and one for the radius.
class RadiusTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::RadiusTool)

public:
    using Tool::Tool;
    bool press(const Touch& touch) override;
    void drag(const Touch& touch) override;
    void release(const Touch& touch) override;
    void click(const Touch& touch) override;
    void hover(const Touch& touch) override;
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

private:
    [[nodiscard]] double radius() const;
    void take();

    std::optional<core::Point> m_centre;
    core::Point m_edge;
    bool m_byClicks = false;
};

/// Moves everything that is drawn: the only tool that does.
class MoveTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::MoveTool)

public:
    using Tool::Tool;
    bool press(const Touch& touch) override;
    void drag(const Touch& touch) override;
    void release(const Touch& touch) override;
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

private:
    std::optional<core::Point> m_from;
    core::Point m_to;
};

} // namespace hereabouts::app
