// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/detail/screen.h"
#include "app/paint/map_picture.h"

#include <QPainterPath>

#include <cstdint>
#include <stop_token>
#include <vector>

class QPainter;

namespace hereabouts::app {

/// Points beyond this many in one layer are gathered into discs below kUnclusteredZoom.
inline constexpr std::size_t kClusterBeyond = 2000;
inline constexpr double kUnclusteredZoom = 14.5;

/// Paints layers and the overlay of one picture into one view.
class LayerPainter {
public:
    LayerPainter(QPainter& painter, const MapPicture& picture, const Screen& screen, std::stop_token stop);

    void paint(const RegisterShapes& shapes, const ShapeLayer& layer);
    void paintOverlay();      ///< Its areas.
    void paintOverlayMarks(); ///< Its points.

private:
    using Rows = std::vector<std::uint32_t>;

    /// Rows of a layer in view, one list a rule of its style.
    [[nodiscard]] std::vector<Rows> rowsInView(const ShapeLayer& layer) const;
    void fill(const RegisterShapes& shapes, const StyleRule& rule, const Rows& rows);
    void stroke(const RegisterShapes& shapes, const LineStyle& style, const Rows& rows, bool round);
    void strokeRuns(const std::vector<Run>& runs, const QColor& colour, double width, const std::vector<double>& dash, bool round);
    void hatchOverlaps(const RegisterShapes& shapes);
    void putMarks(const RegisterShapes& shapes, const StyleRule& rule, const Rows& rows);
    void putClusters(const RegisterShapes& shapes, const ShapeLayer& layer);

    void fillOverlayCoverage(const RegisterShapes& shapes, const ShapeLayer& layer);
    void fillOverlayOverlapping(const RegisterShapes& shapes, const ShapeLayer& layer);
    void stripeOverlaps(QPainter& painter, const RegisterShapes& shapes, const Rows& rows) const;
    void outlineOverlay(const RegisterShapes& shapes, const ShapeLayer& layer);
    void fillEntry(const LegendEntry& entry, const QPainterPath& path, double opacity);

    [[nodiscard]] QPainterPath ringsOf(const RegisterShapes& shapes, std::size_t row) const;
    [[nodiscard]] QPainterPath ringsOf(const RegisterShapes& shapes, const Rows& rows) const;
    [[nodiscard]] QPointF anchor() const { return m_screen.at({0, 0}); }
    [[nodiscard]] bool overlayHasAreas() const;

    QPainter& m_painter;
    const MapPicture& m_picture;
    Screen m_screen;
    std::stop_token m_stop;
    Theme m_theme;
    double m_zoom;
    double m_metresPerPixel;
};

} // namespace hereabouts::app
