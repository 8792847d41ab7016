// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/map_style.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QString>

#include <algorithm>
#include <array>
#include <format>
#include <initializer_list>
#include <span>
#include <stdexcept>

// Outside any namespace: the macro declares a function of its own.
static void loadStyleResource() { Q_INIT_RESOURCE(styles); }

namespace hereabouts::app {

namespace {

using Json = nlohmann::json;

/// One value of a style file, with the way to it for the one who must mend it.
class Node {
public:
    Node(const Json& json, std::string way) : m_json(json), m_way(std::move(way)) {}

    [[noreturn]] void refuse(std::string_view what) const { throw std::runtime_error(std::format("{}: {}", m_way, what)); }

    void allow(std::initializer_list<std::string_view> keys) const
    {
        if (!m_json.is_object()) refuse("must be an object of keys");
        for (const auto& [key, value] : m_json.items()) {
            if (std::ranges::contains(keys, key)) continue;
            std::string known;
            for (const std::string_view one : keys) known += std::format("{}{}", known.empty() ? "" : ", ", one);
            refuse(std::format("'{}' is not a key here; known are {}", key, known));
        }
    }
    [[nodiscard]] std::optional<Node> find(const std::string& key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end()) return std::nullopt;
        return Node(*found, m_way + (m_way.ends_with(".json") ? ": " : ".") + key);
    }
    [[nodiscard]] Node at(const std::string& key) const
    {
        auto found = find(key);
        if (!found) refuse(std::format("'{}' is missing", key));
        return *found;
    }
    [[nodiscard]] std::vector<Node> list() const
    {
        if (!m_json.is_array()) refuse("must be a list");
        std::vector<Node> nodes;
        for (std::size_t i = 0; i < m_json.size(); ++i) nodes.emplace_back(m_json[i], std::format("{}[{}]", m_way, i));
        return nodes;
    }
    [[nodiscard]] bool isList() const { return m_json.is_array(); }
    [[nodiscard]] std::string text() const
    {
        if (!m_json.is_string()) refuse("must be text");
        return m_json.get<std::string>();
    }
    [[nodiscard]] double number() const
    {
        if (!m_json.is_number()) refuse("must be a number");
        return m_json.get<double>();
    }
    [[nodiscard]] bool flag() const
    {
        if (!m_json.is_boolean()) refuse("must be true or false");
        return m_json.get<bool>();
    }
    [[nodiscard]] double numberOr(const std::string& key, double otherwise) const
    {
        const auto found = find(key);
        return found ? found->number() : otherwise;
    }
    [[nodiscard]] bool flagOr(const std::string& key, bool otherwise) const
    {
        const auto found = find(key);
        return found ? found->flag() : otherwise;
    }

private:
    const Json& m_json;
    std::string m_way;
};

template <typename Word, std::size_t n>
Word wordOf(const Node& node, const std::array<std::pair<std::string_view, Word>, n>& words)
{
    const std::string text = node.text();
    std::string known;
    for (const auto& [name, word] : words) {
        if (name == text) return word;
        known += std::format("{}{}", known.empty() ? "" : ", ", name);
    }
    node.refuse(std::format("'{}' is not one of {}", text, known));
}

QColor colourOf(const Node& node)
{
    const std::string text = node.text();
    const QColor colour = QColor::fromString(QLatin1StringView(text));
    if (!text.starts_with('#') || !colour.isValid()) node.refuse(std::format("'{}' is not a colour such as #1f78b4", text));
    return colour;
}

ThemedColour themedColourOf(const Node& node)
{
    node.allow({"light", "dark"});
    return {.light = colourOf(node.at("light")), .dark = colourOf(node.at("dark"))};
}

ByZoom byZoomOf(const Node& node)
{
    if (!node.isList()) return ByZoom(node.number());
    std::vector<std::pair<double, double>> stops;
    for (const Node& stop : node.list()) {
        const auto pair = stop.list();
        if (pair.size() != 2) stop.refuse("must be [zoom, pixels]");
        if (!stops.empty() && pair[0].number() <= stops.back().first) stop.refuse("zooms must ascend");
        stops.emplace_back(pair[0].number(), pair[1].number());
    }
    if (stops.empty()) node.refuse("needs at least one [zoom, pixels]");
    return ByZoom(std::move(stops));
}

FillStyle fillOf(const Node& node)
{
    node.allow({"colour", "opacity", "pattern"});
    FillStyle fill{.colour = themedColourOf(node.at("colour")), .opacity = node.numberOr("opacity", 1)};
    constexpr std::array<std::pair<std::string_view, FillPattern>, 2> words{{{"solid", FillPattern::Solid}, {"hatched", FillPattern::Hatched}}};
    if (const auto pattern = node.find("pattern")) fill.pattern = wordOf(*pattern, words);
    return fill;
}

LineStyle lineOf(const Node& node)
{
    node.allow({"colour", "opacity", "width", "dash"});
    LineStyle line{.colour = themedColourOf(node.at("colour")), .width = byZoomOf(node.at("width")), .opacity = node.numberOr("opacity", 1), .dash = {}};
    if (const auto dash = node.find("dash")) {
        for (const Node& length : dash->list()) line.dash.push_back(length.number());
        if (line.dash.empty() || line.dash.size() % 2 != 0) dash->refuse("needs strokes and gaps in turn");
        if (std::ranges::any_of(line.dash, [](double length) { return length <= 0; })) dash->refuse("lengths must be above 0");
    }
    return line;
}

MarkStyle markOf(const Node& node)
{
    node.allow({"shape", "size", "fill", "outline", "outlineWidth"});
    constexpr std::array<std::pair<std::string_view, MarkShape>, 4> words{
        {{"circle", MarkShape::Circle}, {"square", MarkShape::Square}, {"diamond", MarkShape::Diamond}, {"triangle", MarkShape::Triangle}}};
    return {.shape = wordOf(node.at("shape"), words), .size = byZoomOf(node.at("size")), .fill = themedColourOf(node.at("fill")),
        .outline = themedColourOf(node.at("outline")), .outlineWidth = node.numberOr("outlineWidth", 1)};
}

LabelStyle labelOf(const Node& node)
{
    node.allow({"field", "place", "size", "colour", "halo", "from", "priority", "bold", "italic", "capitals", "spacing"});
    constexpr std::array<std::pair<std::string_view, LabelPlace>, 3> words{{{"centre", LabelPlace::Centre}, {"above", LabelPlace::Above}, {"along", LabelPlace::Along}}};
    LabelStyle label{.place = wordOf(node.at("place"), words), .size = byZoomOf(node.at("size")), .colour = themedColourOf(node.at("colour")),
        .halo = themedColourOf(node.at("halo"))};
    if (const auto field = node.find("field")) label.field = field->text();
    label.from = node.numberOr("from", 0);
    label.priority = static_cast<int>(node.numberOr("priority", 50));
    label.bold = node.flagOr("bold", false);
    label.italic = node.flagOr("italic", false);
    label.capitals = node.flagOr("capitals", false);
    label.spacing = node.numberOr("spacing", 0);
    return label;
}

StyleRule ruleOf(const Node& node, const core::RegisterSpec& spec)
{
    node.allow({"field", "words", "from", "fill", "casing", "line", "mark", "label"});
    StyleRule rule;
    if (const auto field = node.find("field")) {
        rule.field = field->text();
        if (!spec.fieldIndex(rule.field)) field->refuse(std::format("the register {} has no field '{}'", spec.name, rule.field));
        for (const Node& word : node.at("words").list()) rule.words.push_back(word.text());
    }
    rule.from = node.numberOr("from", 0);
    if (const auto fill = node.find("fill")) rule.fill = fillOf(*fill);
    if (const auto casing = node.find("casing")) rule.casing = lineOf(*casing);
    if (const auto line = node.find("line")) rule.line = lineOf(*line);
    if (const auto mark = node.find("mark")) rule.mark = markOf(*mark);
    if (const auto label = node.find("label")) rule.label = labelOf(*label);
    if (rule.label && !spec.fieldIndex(rule.label->field)) node.at("label").refuse(std::format("the register {} has no field '{}'", spec.name, rule.label->field));
    return rule;
}

LayerStyle layerOf(const Node& node)
{
    node.allow({"title", "group", "register", "feature", "order", "onAtFirst", "pickable", "rules"});
    LayerStyle layer;
    layer.title = node.at("title").text();
    layer.group = node.at("group").text();
    const auto kind = core::registerNamed(node.at("register").text());
    if (!kind) node.at("register").refuse(std::format("there is no register '{}'", node.at("register").text()));
    layer.kind = *kind;
    if (const auto feature = node.find("feature")) layer.feature = feature->text();
    if ((layer.kind == core::RegisterKind::Basemap) == layer.feature.empty()) node.refuse("'feature' belongs to layers of the base map, and to them alone");
    layer.order = static_cast<int>(node.at("order").number());
    layer.onAtFirst = node.flagOr("onAtFirst", true);
    layer.pickable = node.flagOr("pickable", true);
    for (const Node& rule : node.at("rules").list()) layer.rules.push_back(ruleOf(rule, core::specOf(layer.kind)));
    if (layer.rules.empty() || layer.rules.size() > 250) node.at("rules").refuse("needs 1 to 250 rules");
    return layer;
}

} // namespace

double ByZoom::at(double zoom) const
{
    const auto above = std::ranges::upper_bound(m_stops, zoom, {}, &std::pair<double, double>::first);
    if (above == m_stops.begin()) return above->second;
    if (above == m_stops.end()) return m_stops.back().second;
    const auto& low = *std::prev(above);
    return std::lerp(low.second, above->second, (zoom - low.first) / (above->first - low.first));
}

core::Result<LayerStyle> MapStyle::parse(std::string_view file, const QByteArray& json)
{
    try {
        const Json document = Json::parse(json.constData(), json.constData() + json.size());
        LayerStyle layer = layerOf(Node(document, std::string(file)));
        layer.name = std::string(file.substr(file.find_last_of('/') + 1));
        layer.name.resize(layer.name.size() - (layer.name.ends_with(".json") ? 5 : 0));
        return layer;
    } catch (const Json::exception& trouble) {
        return core::fail(core::ErrorCode::BadInput, std::format("{}: not JSON ({}).", file, trouble.what()));
    } catch (const std::runtime_error& trouble) {
        return core::fail(core::ErrorCode::BadInput, std::format("{}.", trouble.what()));
    }
}

const MapStyle& MapStyle::builtIn()
{
    static const MapStyle style = [] {
        loadStyleResource();
        MapStyle made;
        const QDir folder(QStringLiteral(":/styles"));
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly)) qFatal("the built-in style %s cannot be read", qPrintable(name));
            auto layer = parse("styles/" + name.toStdString(), file.readAll());
            if (!layer) qFatal("%s", layer.error().message.c_str());
            made.m_layers.push_back(std::move(*layer));
        }
        std::ranges::stable_sort(made.m_layers, {}, &LayerStyle::order);
        return made;
    }();
    return style;
}

} // namespace hereabouts::app
