// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/detail/label_shape.h"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hereabouts::app {

namespace {

constexpr double kCell = 128;
constexpr qsizetype kLongestLine = 34;
constexpr qsizetype kWrapBeyond = 15;
constexpr double kStraight = 0.975; ///< Chord over arc.

std::int64_t cellKey(std::int64_t x, std::int64_t y) { return x * 0x40000000 + y; }

template <typename Visit>
void cellsOf(const QRectF& box, Visit&& visit)
{
    const auto cell = [](double value) { return static_cast<std::int64_t>(std::floor(value / kCell)); };
    for (std::int64_t x = cell(box.left()); x <= cell(box.right()); ++x) {
        for (std::int64_t y = cell(box.top()); y <= cell(box.bottom()); ++y) visit(cellKey(x, y));
    }
}

/// Two lines as even as the words allow, or one.
std::vector<QString> wrapped(const QString& text)
{
    if (text.size() <= kWrapBeyond) return {text};
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(u' '); at >= 0; at = text.indexOf(u' ', at + 1)) {
        if (best < 0 || std::abs(at - text.size() / 2) < std::abs(best - text.size() / 2)) best = at;
    }
    if (best < 0) return {text};
    return {text.left(best), text.mid(best + 1)};
}

/// A point of a polyline at a distance from its start. `segment` remembers where the last question ended; distances must not fall.
QPointF pointAt(const std::vector<QPointF>& line, const std::vector<double>& until, double distance, std::size_t& segment)
{
    while (segment + 2 < line.size() && until[segment + 1] < distance) ++segment;
    const double length = until[segment + 1] - until[segment];
    const double part = length == 0 ? 0 : std::clamp((distance - until[segment]) / length, 0.0, 1.0);
    return line[segment] + part * (line[segment + 1] - line[segment]);
}

} // namespace

bool TakenGround::isFree(const QRectF& box) const
{
    bool free = true;
    cellsOf(box, [&](std::int64_t key) {
        const auto found = m_cells.find(key);
        if (free && found != m_cells.end()) free = std::ranges::none_of(found->second, [&box](const QRectF& taken) { return taken.intersects(box); });
    });
    return free;
}

void TakenGround::take(const QRectF& box)
{
    cellsOf(box, [&](std::int64_t key) { m_cells[key].push_back(box); });
}

LabelText LabelText::set(std::string_view name, const LabelStyle& style, double zoom, bool mayWrap)
{
    LabelText text;
    QString whole = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).simplified();
    if (style.capitals) whole = whole.toUpper();
    const qsizetype longest = mayWrap ? 2 * kLongestLine : kLongestLine;
    if (whole.size() > longest) whole = whole.left(longest - 1).trimmed() + QChar(0x2026);
    text.lines = mayWrap ? wrapped(whole) : std::vector<QString>{whole};
    text.font = QFont(QStringLiteral("Noto Sans"));
    text.font.setPixelSize(std::max(6, static_cast<int>(std::lround(style.size.at(zoom)))));
    text.font.setBold(style.bold);
    text.font.setItalic(style.italic);
    text.font.setHintingPreference(QFont::PreferNoHinting);
    if (style.spacing > 0) text.font.setLetterSpacing(QFont::AbsoluteSpacing, style.spacing);
    const QFontMetricsF metrics(text.font);
    double width = 0;
    for (const QString& line : text.lines) width = std::max(width, metrics.horizontalAdvance(line));
    text.size = {width, static_cast<double>(text.lines.size()) * text.font.pixelSize() * 1.15};
    return text;
}

QPainterPath LabelText::glyphs() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QFontMetricsF metrics(font);
    const double lineHeight = font.pixelSize() * 1.15;
    double baseline = -size.height() / 2 + lineHeight * 0.5 + metrics.capHeight() / 2;
    for (const QString& line : lines) {
        path.addText(-metrics.horizontalAdvance(line) / 2, baseline, font, line);
        baseline += lineHeight;
    }
    return path;
}

std::vector<AlongPlace> placesAlong(const std::vector<QPointF>& line, double width, double every)
{
    std::vector<AlongPlace> places;
    if (line.size() < 2) return places;
    std::vector<double> until{0};
    for (std::size_t i = 1; i < line.size(); ++i) until.push_back(until.back() + std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y()));
    const double length = until.back();
    if (length < width) return places;
    const auto stretches = std::max(1.0, std::floor(length / every));
    std::size_t head = 0;
    std::size_t tail = 0;
    for (double stretch = 0; stretch < stretches; ++stretch) {
        const double from = stretch * length / stretches;
        const double to = (stretch + 1) * length / stretches;
        const double step = std::max(4.0, width / 6);
        double best = kStraight;
        AlongPlace place;
        for (double start = from; start + width <= std::max(to, from + width) && start + width <= length; start += step) {
            const QPointF a = pointAt(line, until, start, tail);
            head = std::max(head, tail);
            const QPointF b = pointAt(line, until, start + width, head);
            const double chord = std::hypot(b.x() - a.x(), b.y() - a.y());
            // Of equally straight places the one nearest the middle of its stretch.
            const double merit = chord / width - 0.01 * std::abs(start + width / 2 - (from + to) / 2) / (to - from);
            if (chord / width < kStraight || merit <= best - 0.01) continue;
            best = merit + 0.01;
            double angle = std::atan2(b.y() - a.y(), b.x() - a.x()) * 180 / std::numbers::pi;
            if (angle > 90) angle -= 180;
            if (angle <= -90) angle += 180;
            std::size_t again = tail;
            place = {.middle = (a + b + 2 * pointAt(line, until, start + width / 2, again)) / 4, .angle = angle};
        }
        if (best > kStraight) places.push_back(place);
    }
    return places;
}

} // namespace hereabouts::app
