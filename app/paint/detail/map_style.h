// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/overlay/overlay.h"
#include "core/base/result.h"
#include "core/register/register_spec.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hereabouts::app {

/// A number that changes with zoom: straight between the stops, held beyond them.
class ByZoom {
public:
    ByZoom() = default;
    explicit ByZoom(double always) : m_stops{{0, always}} {}
    explicit ByZoom(std::vector<std::pair<double, double>> stops) : m_stops(std::move(stops)) {} ///< @pre zooms ascend; not empty
    [[nodiscard]] double at(double zoom) const;

private:
    std::vector<std::pair<double, double>> m_stops{{0, 0}};
};

enum class FillPattern { Solid, Hatched };

struct FillStyle {
    ThemedColour colour;
    double opacity = 1;
    FillPattern pattern = FillPattern::Solid;
};

struct LineStyle {
    ThemedColour colour;
    ByZoom width{1};
    double opacity = 1;
    std::vector<double> dash; ///< In pixels, stroke and gap in turn; empty: unbroken.
};

enum class MarkShape { Circle, Square, Diamond, Triangle };

struct MarkStyle {
    MarkShape shape = MarkShape::Circle;
    ByZoom size{8}; ///< Diameter in pixels.
    ThemedColour fill;
    ThemedColour outline;
    double outlineWidth = 1;
};

enum class LabelPlace { Centre, Above, Along };

struct LabelStyle {
    std::string field = "name";
    LabelPlace place = LabelPlace::Centre;
    ByZoom size{11}; ///< Pixels.
    ThemedColour colour;
    ThemedColour halo;
    double from = 0; ///< Zoom.
    int priority = 50; ///< Smaller goes first.
    bool bold = false;
    bool italic = false;
    bool capitals = false;
    double spacing = 0; ///< Pixels between letters.
};

/// How rows look that hold one of some words in a field; without a field, all that no rule before it took.
struct StyleRule {
    std::string field;
    std::vector<std::string> words;
    double from = 0; ///< Not shown below this zoom.
    std::optional<FillStyle> fill;
    std::optional<LineStyle> casing;
    std::optional<LineStyle> line;
    std::optional<MarkStyle> mark;
    std::optional<LabelStyle> label;
};

/// One layer: one file of styles/.
struct LayerStyle {
    std::string name; ///< File name without ".json".
    std::string title;
    std::string group;
    core::RegisterKind kind = core::RegisterKind::Basemap;
    std::string feature; ///< Of the base map alone: which rows.
    int order = 0;       ///< Painted from small to great. The overlay is 300, names are last.
    bool onAtFirst = true;
    bool pickable = true;
    std::vector<StyleRule> rules;
};

/// All layers in painting order.
class MapStyle {
public:
    /// The styles that are built into the program. Always the same object.
    [[nodiscard]] static const MapStyle& builtIn();
    /// One file. Fails with BadInput naming file and key: an unknown key, a missing one, a colour or word that is none.
    [[nodiscard]] static core::Result<LayerStyle> parse(std::string_view file, const QByteArray& json);

    [[nodiscard]] const std::vector<LayerStyle>& layers() const { return m_layers; }

private:
    std::vector<LayerStyle> m_layers;
};

inline constexpr int kOverlayOrder = 300;

} // namespace hereabouts::app
