// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/layer_styles.h"

#include "gis/store/detail/schema.h"

#include <array>
#include <format>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::gis::detail {

namespace {

using core::RegisterKind;

/// Colours as QGIS writes them: red,green,blue,alpha from 0 to 255. Widths and sizes in millimetres.
struct Look {
    std::string_view fill;
    std::string_view line;
    double width;
};

struct FeatureLook {
    std::string_view feature; ///< A word of the base map's field "feature".
    Look look;
};

constexpr std::string_view kNone = "0,0,0,0";
constexpr std::array kAreaFeatures{
    FeatureLook{"sea", {"190,214,226,255", kNone, 0}}, FeatureLook{"land", {"246,243,236,255", "160,170,172,255", 0.2}},
    FeatureLook{"park", {"214,228,200,255", kNone, 0}}, FeatureLook{"lake", {"190,214,226,255", "140,178,200,255", 0.15}},
    FeatureLook{"river", {"190,214,226,255", kNone, 0}}, FeatureLook{"town", {"232,226,214,255", kNone, 0}},
    FeatureLook{"parcel", {"240,235,224,255", "212,204,188,255", 0.1}}, FeatureLook{"building", {"214,203,188,255", "190,178,160,255", 0.1}}};
constexpr std::array kLineFeatures{FeatureLook{"river", {"", "140,178,200,255", 0.4}}, FeatureLook{"road", {"", "178,168,152,255", 0.35}},
    FeatureLook{"rail", {"", "110,110,110,255", 0.3}}};

Look lookOf(RegisterKind kind)
{
    switch (kind) {
    case RegisterKind::Wards: return {kNone, "92,84,120,255", 0.4};
    case RegisterKind::Boards: return {kNone, "60,60,66,255", 0.6};
    case RegisterKind::SmallAreas: return {kNone, "170,170,176,255", 0.12};
    case RegisterKind::Communities: return {"0,114,178,40", "0,114,178,255", 0.5};
    case RegisterKind::Anchors: return {"213,94,0,255", "255,255,255,255", 3.4};
    case RegisterKind::Suppliers: return {"120,120,120,200", "255,255,255,255", 1.6};
    case RegisterKind::Plans: return {"0,158,115,30", "0,158,115,255", 0.4};
    case RegisterKind::Priorities: return {"0,158,115,90", "0,110,80,255", 2.4};
    case RegisterKind::Proposals: return {"204,121,167,110", "140,60,105,255", 2.6};
    default: return {"200,200,200,255", "120,120,120,255", 1.2};
    }
}

std::string option(std::string_view name, std::string_view value) { return std::format(R"(<Option name="{}" type="QString" value="{}"/>)", name, value); }

std::string symbol(std::string_view name, std::string_view shapeType, const Look& look)
{
    std::string kind, layer, options;
    if (shapeType == "POINT") {
        kind = "marker";
        layer = "SimpleMarker";
        options = option("name", "circle") + option("color", look.fill) + option("outline_color", look.line) + option("size", std::format("{}", look.width)) + option("size_unit", "MM");
    } else if (shapeType == "MULTILINESTRING") {
        kind = "line";
        layer = "SimpleLine";
        options = option("line_color", look.line) + option("line_width", std::format("{}", look.width)) + option("line_width_unit", "MM");
    } else {
        kind = "fill";
        layer = "SimpleFill";
        options = option("color", look.fill) + option("style", look.fill == kNone ? "no" : "solid") + option("outline_color", look.line)
            + option("outline_style", look.line == kNone ? "no" : "solid") + option("outline_width", std::format("{}", look.width)) + option("outline_width_unit", "MM");
    }
    return std::format(R"(<symbol type="{}" name="{}" alpha="1" clip_to_extent="1"><layer class="{}" enabled="1" pass="0"><Option type="Map">{}</Option></layer></symbol>)", kind, name,
        layer, options);
}

std::string qmlOf(std::string_view renderer) { return std::format(R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.34.0" styleCategories="Symbology">{}</qgis>)", renderer); }

std::string singleLook(std::string_view shapeType, Look look)
{
    // A register's width is a point's size where it has points; its lines and outlines stay thin.
    if (shapeType != "POINT" && look.width > 1) look.width = 0.5;
    return qmlOf(std::format(R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0"><symbols>{}</symbols></renderer-v2>)", symbol("0", shapeType, look)));
}

std::string lookByFeature(std::string_view shapeType, std::span<const FeatureLook> features)
{
    std::string categories, symbols;
    for (std::size_t i = 0; i < features.size(); ++i) {
        categories += std::format(R"(<category value="{0}" label="{0}" symbol="{1}" render="true" type="string"/>)", features[i].feature, i);
        symbols += symbol(std::format("{}", i), shapeType, features[i].look);
    }
    return qmlOf(std::format(
        R"(<renderer-v2 type="categorizedSymbol" attr="feature" symbollevels="0" enableorderby="0"><categories>{}</categories><symbols>{}</symbols></renderer-v2>)", categories, symbols));
}

std::string styleOf(const MapLayer& layer)
{
    if (layer.spec->kind == RegisterKind::Basemap && layer.shape->type == "MULTIPOLYGON") return lookByFeature(layer.shape->type, kAreaFeatures);
    if (layer.spec->kind == RegisterKind::Basemap && layer.shape->type == "MULTILINESTRING") return lookByFeature(layer.shape->type, kLineFeatures);
    return singleLook(layer.shape->type, lookOf(layer.spec->kind));
}

} // namespace

void writeLayerStyles(Database& database)
{
    // The columns are QGIS's own, so that a style saved there goes into the same table.
    database.run(R"sql(CREATE TABLE IF NOT EXISTS layer_styles (
        id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog VARCHAR(256), f_table_schema VARCHAR(256), f_table_name VARCHAR(256), f_geometry_column VARCHAR(256),
        styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner VARCHAR(30), ui TEXT, update_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        DELETE FROM layer_styles WHERE owner = 'Hereabouts')sql");
    Statement insert = database.prepare("INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, "
                                        "description, owner) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, 'Hereabouts')");
    for (const RegisterKind kind : core::kAllRegisters) {
        for (const MapLayer& layer : mapLayersOf(core::specOf(kind))) {
            const std::string qml = styleOf(layer);
            const std::string description = std::format("How Hereabouts draws {}", layer.spec->title);
            insert.bind(1, layer.table);
            insert.bind(2, layer.shape->name);
            insert.bind(3, layer.table);
            insert.bind(4, qml);
            insert.bind(5, description);
            insert.run();
        }
    }
}

} // namespace hereabouts::gis::detail
