// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/label_book.h"

#include "app/paint/detail/label_shape.h"
#include "app/paint/detail/register_shapes.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <unordered_map>
#include <utility>

namespace hereabouts::app {

namespace {

constexpr double kBlockPixels = 8 * kTilePixels;
constexpr double kWholePlaceBelow = 3 * kBlockPixels; ///< A place this small on the screen is one block.
constexpr int kWholePlacePriority = 30;               ///< Towns, boards and seas: few, and settled before all else.
constexpr std::size_t kMostPages = 400;
constexpr double kSameNameApart = 320;
constexpr double kNextAlong = 640;

/// A row that would like its name shown.
struct Candidate {
    const RegisterShapes* shapes = nullptr;
    const LabelStyle* style = nullptr;
    const MarkStyle* mark = nullptr;
    std::uint32_t row = 0;
    double across = 0; ///< World units: the larger goes first.
};

QRectF boxAround(QPointF centre, QSizeF size, double air) { return {centre.x() - size.width() / 2 - air, centre.y() - size.height() / 2 - air, size.width() + 2 * air, size.height() + 2 * air}; }

/// Puts names down one after the other, each only where there is room.
class Setter {
public:
    Setter(double zoom, const QRectF& block, bool fenced) : m_zoom(zoom), m_perWorld(kTilePixels * std::exp2(zoom)), m_block(block), m_fenced(fenced) {}

    void keepClearOf(const PlacedLabel& label) { m_taken.take(label.box); }

    void add(const Candidate& candidate)
    {
        const std::string_view name = candidate.shapes->table->text(candidate.style->field).at(candidate.row);
        if (name.empty()) return;
        if (candidate.style->place == LabelPlace::Along) addAlong(candidate, name);
        else addUpright(candidate, name);
    }
    [[nodiscard]] std::vector<PlacedLabel> take() && { return std::move(m_placed); }

private:
    [[nodiscard]] bool isAllowed(const QRectF& box) const { return (!m_fenced || m_block.contains(box)) && m_taken.isFree(box); }

    [[nodiscard]] bool isNearItsTwin(std::string_view name, QPointF at) const
    {
        const auto [first, last] = m_named.equal_range(name);
        return std::any_of(first, last, [&at](const auto& twin) { return std::hypot(twin.second.x() - at.x(), twin.second.y() - at.y()) < kSameNameApart; });
    }

    void place(const Candidate& candidate, std::string_view name, const LabelText& text, QPointF at, double angle, const QRectF& box)
    {
        m_named.emplace(name, at);
        m_placed.push_back({.glyphs = text.glyphs(), .at = at, .angle = angle, .box = box, .style = candidate.style});
    }

    void addUpright(const Candidate& candidate, std::string_view name)
    {
        const core::Point world = candidate.shapes->anchors[candidate.row];
        const QPointF anchor(world.x * m_perWorld, world.y * m_perWorld);
        if (m_fenced && !m_block.contains(anchor)) return;
        const bool isArea = candidate.shapes->types[candidate.row] == ShapeType::Area;
        const double room = candidate.across * m_perWorld;
        // Not worth measuring: even a short name would be larger than what it names.
        if (isArea && room < 0.35 * static_cast<double>(name.size()) * candidate.style->size.at(m_zoom)) return;
        const LabelText text = LabelText::set(name, *candidate.style, m_zoom, true);
        if (isArea && candidate.style->place == LabelPlace::Centre && text.size.width() > 1.3 * room) return;

        const double half = candidate.mark ? candidate.mark->size.at(m_zoom) / 2 + 3 : 0;
        const double up = half + text.size.height() / 2;
        const double aside = half + text.size.width() / 2;
        const std::array<QPointF, 4> around{QPointF(0, -up), QPointF(aside, 0), QPointF(0, up), QPointF(-aside, 0)};
        const std::array<QPointF, 4> centred{QPointF(0, 0), QPointF(0, -0.8 * text.size.height()), QPointF(0, 0.8 * text.size.height()), QPointF(0, -1.7 * text.size.height())};
        for (const QPointF& step : candidate.style->place == LabelPlace::Centre ? centred : around) {
            const QRectF box = boxAround(anchor + step, text.size, 3);
            if (!isAllowed(box)) continue;
            m_taken.take(box);
            if (candidate.mark) m_taken.take(boxAround(anchor, {2 * half, 2 * half}, 0));
            place(candidate, name, text, anchor + step, 0, box);
            return;
        }
    }

    void addAlong(const Candidate& candidate, std::string_view name)
    {
        if (candidate.across * m_perWorld < 0.4 * static_cast<double>(name.size()) * candidate.style->size.at(m_zoom)) return;
        const LabelText text = LabelText::set(name, *candidate.style, m_zoom, false);
        const RegisterShapes& shapes = *candidate.shapes;
        const ShapeLevel& level = shapes.levels.front();
        const ShapeLevel::Parts parts = level.partsOf(candidate.row);
        for (std::uint32_t part = parts.first; part < parts.end; ++part) {
            std::vector<QPointF> line;
            for (const Offset& offset : level.part(part)) {
                const core::Point origin = shapes.origins[candidate.row];
                line.emplace_back((origin.x + static_cast<double>(offset.x)) * m_perWorld, (origin.y + static_cast<double>(offset.y)) * m_perWorld);
            }
            for (const AlongPlace& along : placesAlong(line, text.size.width() + 8, kNextAlong)) tryAlong(candidate, name, text, along);
        }
    }

    void tryAlong(const Candidate& candidate, std::string_view name, const LabelText& text, const AlongPlace& along)
    {
        if (m_fenced && !m_block.contains(along.middle)) return;
        if (isNearItsTwin(name, along.middle)) return;
        // A slanted name takes squares along its line, not the whole box around it.
        const double side = text.size.height() + 4;
        const auto squares = static_cast<int>(std::ceil(text.size.width() / side)) + 1;
        const double radians = along.angle * std::numbers::pi / 180;
        std::vector<QRectF> boxes;
        QRectF all;
        for (int i = 0; i < squares; ++i) {
            const double distance = (static_cast<double>(i) / (squares - 1) - 0.5) * text.size.width();
            boxes.push_back(boxAround(along.middle + distance * QPointF(std::cos(radians), std::sin(radians)), {side, side}, 0));
            all = all.united(boxes.back());
        }
        if (!std::ranges::all_of(boxes, [this](const QRectF& box) { return isAllowed(box); })) return;
        for (const QRectF& box : boxes) m_taken.take(box);
        place(candidate, name, text, along.middle, along.angle, all);
    }

    double m_zoom;
    double m_perWorld;
    QRectF m_block;
    bool m_fenced;
    TakenGround m_taken;
    std::unordered_multimap<std::string_view, QPointF> m_named;
    std::vector<PlacedLabel> m_placed;
};

void addCandidates(const RegisterShapes& shapes, const ShapeLayer& layer, double zoom, const core::Box& seen, bool important, std::vector<Candidate>& candidates)
{
    for (const std::uint32_t position : layer.index.touching(seen)) {
        const std::uint8_t index = layer.ruleOf[position];
        if (index == ShapeLayer::kNoRule) continue;
        const StyleRule& rule = layer.style->rules[index];
        if (!rule.label || zoom + 1e-9 < std::max(rule.from, rule.label->from) || (rule.label->priority < kWholePlacePriority) != important) continue;
        const std::uint32_t row = layer.rows[position];
        const core::Box& bounds = shapes.bounds[row];
        candidates.push_back({.shapes = &shapes, .style = &*rule.label, .mark = rule.mark ? &*rule.mark : nullptr, .row = row, .across = std::max(bounds.width(), bounds.height())});
    }
}

/// A path that no other thread paints: what QPainter works out of a path it keeps inside the path, unguarded, and copies share it until one of them changes.
QPainterPath ownCopy(QPainterPath path)
{
    if (path.isEmpty()) return path;
    const QPointF first = path.elementAt(0);
    path.setElementPositionAt(0, first.x(), first.y());
    return path;
}

} // namespace

LabelBook::LabelBook(MapLayersPtr layers, std::vector<LayerChoice> choices) : m_layers(std::move(layers)), m_choices(std::move(choices)) {}

LabelBook::Page LabelBook::settle(double zoom, const QRectF& block, bool wholePlace, const Page* before) const
{
    const double perWorld = kTilePixels * std::exp2(zoom);
    const core::Box seen{block.left() / perWorld, block.top() / perWorld, block.right() / perWorld, block.bottom() / perWorld};
    std::vector<Candidate> candidates;
    for (const LayerChoice& choice : m_choices) {
        if (!choice.on || choice.opacity <= 0) continue;
        for (const core::RegisterKind kind : core::kAllRegisters) {
            const RegisterShapes& shapes = m_layers->shapes(kind);
            for (const ShapeLayer& layer : shapes.layers) {
                if (layer.key == choice.key) addCandidates(shapes, layer, zoom, seen, before == nullptr, candidates);
            }
        }
    }
    std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.style->priority, -a.across, a.row) < std::tuple(b.style->priority, -b.across, b.row);
    });
    Setter setter(zoom, block, !wholePlace);
    if (before) {
        for (const PlacedLabel& label : *before) setter.keepClearOf(label);
    }
    for (const Candidate& candidate : candidates) setter.add(candidate);
    return std::move(setter).take();
}

std::shared_ptr<const LabelBook::Page> LabelBook::page(double zoom, std::int64_t x, std::int64_t y) const
{
    constexpr std::int64_t kImportant = -1'000'000'000;
    const auto key = static_cast<std::int64_t>(std::lround(zoom * 100));
    const std::scoped_lock lock(m_mutex);
    if (m_pages.size() > kMostPages) m_pages.clear();
    auto& important = m_pages[{key, kImportant, kImportant}];
    // Positions hold for one zoom exactly, and a page is for one hundredth of it.
    constexpr QRectF everywhere(-1e12, -1e12, 2e12, 2e12);
    if (!important) important = std::make_shared<const Page>(settle(zoom, everywhere, true, nullptr));
    if (x == kImportant) return important;
    auto& wanted = m_pages[{key, x, y}];
    if (!wanted) {
        const bool whole = x == std::numeric_limits<std::int64_t>::min();
        const QRectF block = whole ? everywhere : QRectF(static_cast<double>(x) * kBlockPixels, static_cast<double>(y) * kBlockPixels, kBlockPixels, kBlockPixels);
        auto made = settle(zoom, block, whole, important.get());
        made.insert(made.end(), important->begin(), important->end());
        wanted = std::make_shared<const Page>(std::move(made));
    }
    return wanted;
}

void LabelBook::paint(QPainter& painter, const Screen& screen, Theme theme) const
{
    const double perWorld = screen.view.pixelsPerWorld;
    const double zoom = screen.view.zoom();
    const QPointF corner = screen.at({0, 0});
    const QRectF seen = QRectF(QPointF(0, 0), screen.view.size).translated(-corner);
    const core::Box bounds = m_layers->bounds();
    const bool whole = std::max(bounds.width(), bounds.height()) * perWorld < kWholePlaceBelow;
    const auto block = [](double value) { return static_cast<std::int64_t>(std::floor(value / kBlockPixels)); };
    constexpr std::int64_t kWhole = std::numeric_limits<std::int64_t>::min();
    const auto draw = [&](const Page& page) {
        for (const PlacedLabel& label : page) {
            if (!label.box.adjusted(-3, -3, 3, 3).intersects(seen)) continue;
            painter.save();
            painter.translate(label.at + corner);
            painter.rotate(label.angle);
            QColor halo = label.style->halo.in(theme);
            halo.setAlpha(215);
            const QPainterPath glyphs = ownCopy(label.glyphs);
            painter.strokePath(glyphs, QPen(halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.fillPath(glyphs, label.style->colour.in(theme));
            painter.restore();
        }
    };
    if (whole) {
        if (bounds.empty() || !m_layers->bounds().grownBy(bounds.width() + bounds.height()).intersects(screen.world())) return;
        draw(*page(zoom, kWhole, kWhole));
        return;
    }
    for (std::int64_t x = block(seen.left()); x <= block(seen.right() - 1e-6); ++x) {
        for (std::int64_t y = block(seen.top()); y <= block(seen.bottom() - 1e-6); ++y) draw(*page(zoom, x, y));
    }
}

} // namespace hereabouts::app
