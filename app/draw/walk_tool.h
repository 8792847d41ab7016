// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/drawing_ground.h"
#include "app/draw/tool.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

namespace hereabouts::app {

/// Takes in the ground within a walk along the roads round a point.
class WalkTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::WalkTool)

public:
    WalkTool(Easel& easel, const std::shared_ptr<const DrawingGround>& ground) : Tool(easel), m_ground(ground) { }
    void click(const Touch& touch) override;
    void hover(const Touch& touch) override;
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

    [[nodiscard]] double metres() const { return m_metres; }
    void setMetres(double metres) { m_metres = metres; }

private:
    const std::shared_ptr<const DrawingGround>& m_ground; ///< The board's; null until it is built.
    std::optional<core::NetworkSpot> m_spot;
    double m_metres = 800;
};

} // namespace hereabouts::app
