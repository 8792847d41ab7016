// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/drawing_ground.h"
#include "app/draw/tool.h"

#include <QCoreApplication>

#include <cstdint>
#include <memory>
#include <set>

namespace hereabouts::app {

/// Takes whole small areas in, or out, by brushing over them.
class PaintTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::PaintTool)

public:
    PaintTool(Easel& easel, const std::shared_ptr<const DrawingGround>& ground) : Tool(easel), m_ground(ground) { }
    bool press(const Touch& touch) override;
    void drag(const Touch& touch) override;
    void release(const Touch& touch) override;
    void hover(const Touch& touch) override;
    void click(const Touch& touch) override; ///< By key, at the middle of the map.
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

    /// Whether the small area (an index of DrawingGround::smallAreas) lies inside the sketch.
    [[nodiscard]] bool isIn(std::uint32_t area) const;
    /// Takes these in, or out, as one stroke. True if it could be done.
    bool paint(const std::set<std::uint32_t>& areas, bool out);

private:
    [[nodiscard]] const core::MultiPolygon& shapeOf(std::uint32_t area) const;
    [[nodiscard]] std::uint32_t areaAt(const Touch& touch) const;

    const std::shared_ptr<const DrawingGround>& m_ground; ///< The board's; null until it is built.
    std::set<std::uint32_t> m_brushed;
    std::uint32_t m_under = core::AreaLocator::kNone;
    bool m_out = false;
};

/// Cuts what is drawn by a line of clicks.
class CutTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(hereabouts::app::CutTool)

public:
    using Tool::Tool;
    void click(const Touch& touch) override;
    void hover(const Touch& touch) override;
    bool finish() override;
    bool giveUp() override;
    [[nodiscard]] Preview preview() const override;
    [[nodiscard]] QString advice() const override;

private:
    std::vector<core::Point> m_line;
    std::optional<core::Point> m_pointer;
};

} // namespace hereabouts::app
