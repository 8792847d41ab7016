// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/sketch_journal.h"

#include "core/draw/journal.h"

#include <QDateTime>
#include <QLocale>
#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace hereabouts::app {

namespace {

/// The line that a drawing began with, as the first stroke: rings of another boundary, or none.
std::string startStroke(const core::MultiPolygon& start)
{
    core::edit::Become begun{.what = "began", .rings = {}};
    if (const auto sketch = core::Sketch::of(start)) {
        for (const core::SketchRing& ring : sketch->rings()) begun.rings.emplace_back(ring);
    }
    return core::encodeEdit(begun);
}

core::Sketch startOf(const std::string& stroke)
{
    core::Sketch sketch;
    const auto begun = core::decodeEdit(stroke);
    if (!begun || !sketch.apply(*begun)) return {};
    return core::Sketch::of(sketch.shape()).value_or(core::Sketch());
}

} // namespace

SketchJournal::SketchJournal(OpenPlace* place, QObject* parent) : QObject(parent), m_place(place) { }

void SketchJournal::begin(const std::string& code, const QString& what, const core::MultiPolygon& start)
{
    m_code = code;
    m_what = what;
    m_begun = startStroke(start);
}

void SketchJournal::keep(const core::SketchEdit& edit)
{
    // Looking at a line is not yet a drawing: what it began with is written with the first stroke.
    std::vector<std::string> strokes;
    if (!m_begun.empty()) strokes.push_back(std::exchange(m_begun, {}));
    strokes.push_back(core::encodeEdit(edit));
    write(std::move(strokes));
}

void SketchJournal::write(std::vector<std::string> strokes)
{
    m_place->ask<bool>(
        {},
        [code = m_code, what = m_what.toStdString(), strokes = std::move(strokes)](gis::PlaceFile& file, const core::Job&) -> core::Result<bool> {
            if (auto kept = file.keepStrokes(code, what, strokes); !kept) return std::unexpected(std::move(kept.error()));
            return true;
        },
        this,
        [this](const core::Result<bool>& kept) {
            if (!kept) emit failed(tr("The drawing is not on disk: %1").arg(QString::fromStdString(kept.error().message)));
        });
}

void SketchJournal::end(const std::string& code)
{
    m_place->ask<bool>(
        {},
        [code](gis::PlaceFile& file, const core::Job&) -> core::Result<bool> {
            if (auto forgotten = file.forgetDrawing(code); !forgotten) return std::unexpected(std::move(forgotten.error()));
            return true;
        },
        this,
        [this](const core::Result<bool>& forgotten) {
            if (!forgotten) emit failed(QString::fromStdString(forgotten.error().message));
            look();
        });
}

void SketchJournal::look()
{
    m_place->ask<std::vector<gis::UnfinishedDrawing>>(
        {}, [](gis::PlaceFile& file, const core::Job&) { return file.unfinishedDrawings(); }, this,
        [this](core::Result<std::vector<gis::UnfinishedDrawing>> drawings) {
            if (!drawings) return;
            m_drawings = std::move(*drawings);
            m_unfinished.clear();
            for (const gis::UnfinishedDrawing& drawing : m_drawings) {
                const QDateTime when = QDateTime::fromString(QString::fromStdString(drawing.when), Qt::ISODate).toLocalTime();
                m_unfinished.append(
                    QVariantMap{{QStringLiteral("code"), QString::fromStdString(drawing.code)}, {QStringLiteral("what"), QString::fromStdString(drawing.what)},
                        {QStringLiteral("when"), QLocale(QLocale::English).toString(when, QStringLiteral("d MMM yyyy, HH:mm"))}});
            }
            emit found();
        });
}

std::optional<core::Sketch> SketchJournal::resume(const std::string& code, QString& what)
{
    const auto drawing = std::ranges::find(m_drawings, code, &gis::UnfinishedDrawing::code);
    if (drawing == m_drawings.end() || drawing->strokes.empty()) return std::nullopt;
    std::string journal;
    for (std::size_t i = 1; i < drawing->strokes.size(); ++i) journal += drawing->strokes[i] + '\n';
    core::Replay replayed = core::replay(startOf(drawing->strokes.front()), journal);
    if (replayed.stopped) emit failed(tr("The last strokes could not be read: %1").arg(QString::fromStdString(replayed.stopped->message)));
    m_code = code;
    m_begun.clear();
    m_what = what = QString::fromStdString(drawing->what);
    return std::move(replayed.sketch);
}

} // namespace hereabouts::app
