// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/drawing_ground.h"
#include "app/draw/tool.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

namespace hereabouts::app {

/// Follows roads, streams and lines from click to click, the shortest way or, flipped, the other way round.
class TraceTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::TraceTool)

public:
    TraceTool(Easel& easel, const std::shared_ptr<const DrawingGround>& ground) : Tool(easel), m_ground(ground) { }
    void click(const Touch& touch) override;
    void hover(const Touch& touch) override;
    void flip() override;
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

private:
    [[nodiscard]] std::optional<core::NetworkSpot> start(const Touch& touch) const; ///< Where the line being drawn ends, or the click that begins one.
    void look(const core::NetworkSpot& to);

    const std::shared_ptr<const DrawingGround>& m_ground; ///< The board's; null until it is built.
    std::optional<core::NetworkSpot> m_from;
    std::optional<core::NetworkSpot> m_to;
    std::optional<core::TracedWay> m_way;
    bool m_other = false;
    double m_tolerance = 0;
};

} // namespace hereabouts::app
