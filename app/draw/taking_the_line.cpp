// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/drawing_board.h"

#include "gis/shapes/repair.h"
#include "gis/text/fold.h"

#include <QDate>

#include <utility>

namespace hereabouts::app {

namespace {

QString textOf(const std::string& text) { return QString::fromStdString(text); }

} // namespace

void DrawingBoard::foresee()
{
    const auto say = [this](const QString& mending) {
        if (std::exchange(m_mending, mending) != mending) emit mendingChanged();
    };
    say({});
    if (!canTake()) return;
    m_place->ask<QString>(
        {},
        [shape = m_sketch.shape()](gis::PlaceFile&, const core::Job& job) mutable -> core::Result<QString> {
            const auto settled = gis::settle(std::move(shape), job);
            if (!settled) return textOf(settled.error().message);
            if (!settled->repaired) return QString();
            return tr("Taking it mends it, because %1: %2 ha as drawn, %3 ha mended. Draw on to mend it yourself; Undo takes it back.")
                .arg(textOf(settled->reason))
                .arg(settled->wasSquareMetres / 1e4, 0, 'f', 2)
                .arg(settled->nowSquareMetres / 1e4, 0, 'f', 2);
        },
        this, [say](const core::Result<QString>& mending) { say(mending ? *mending : textOf(mending.error().message)); });
}

void DrawingBoard::takeMine(const QVariantMap& said)
{
    if (!canTake()) return emit failed(question().isEmpty() ? tr("Nothing is drawn yet.") : question());
    const core::RegisterSpec& spec = core::specOf(core::RegisterKind::Drawings);
    core::Record record{.values = std::vector<core::Value>(spec.fields.size())};
    const auto set = [&](std::string_view field, const QString& text) {
        if (!text.trimmed().isEmpty()) record.values[spec.fieldIndex(field).value()] = gis::normalised(text.trimmed().toStdString());
    };
    const auto word = [&said](const char* name) { return said.value(QLatin1String(name)).toString(); };
    set("community", word("name").isEmpty() ? m_name : word("name"));
    set("person", word("person").isEmpty() ? textOf(m_code).mid(5) : word("person"));
    set("channel", QStringLiteral("workshop"));
    set("tenure", word("tenure"));
    set("age_group", word("ageGroup"));
    record.values[spec.fieldIndex("drawn_on").value()] = QDate(1970, 1, 1).daysTo(QDate::currentDate());
    bool isNumber = false;
    if (const int years = word("yearsHere").toInt(&isNumber); isNumber) record.values[spec.fieldIndex("years_here").value()] = std::int64_t{years};
    if (word("livesHere") == u"1" || word("livesHere") == u"0") record.values[spec.fieldIndex("lives_here").value()] = std::int64_t{word("livesHere") == u"1"};
    m_place->ask<QString>(
        tr("Adding the drawing"),
        [record, shape = m_sketch.shape()](gis::PlaceFile& file, const core::Job& job) mutable -> core::Result<QString> {
            auto settled = gis::settle(std::move(shape), job);
            if (!settled) return std::unexpected(std::move(settled.error()));
            record.geometry = std::move(settled->geometry);
            if (const auto written = file.apply({gis::AddRow{core::RegisterKind::Drawings, std::move(record)}}, "Added one person's drawing"); !written)
                return std::unexpected(written.error());
            return settled->repaired ? tr("The drawing counts. Mended, because %1.").arg(textOf(settled->reason)) : tr("The drawing counts.");
        },
        this,
        [this, code = m_code](const core::Result<QString>& done) {
            if (!done) return emit failed(textOf(done.error().message));
            m_journal.end(code);
            if (m_active && m_code == code) close();
            emit told(*done);
            emit mineTaken();
        });
}

void DrawingBoard::take(const QVariantMap& said)
{
    if (!canTake()) return emit failed(question().isEmpty() ? tr("Nothing is drawn yet.") : question());
    const auto word = [&said](const char* name) { return said.value(QLatin1String(name)).toString().trimmed().toStdString(); };
    gis::NewLine line{.community = m_community,
        .name = word("name"),
        .shape = m_sketch.shape(),
        .adopted = said.value(QStringLiteral("adopted")).toBool(),
        .edition = word("edition"),
        .source = word("source"),
        .boundaryText = word("boundaryText"),
        .perceptual = word("perceptual"),
        .functional = word("functional"),
        .political = word("political"),
        .today = QDate(1970, 1, 1).daysTo(QDate::currentDate())};
    if (!word("line").empty()) line.line = word("line");
    if (!word("precision").empty()) line.precision = word("precision");
    m_place->ask<QString>(
        tr("Taking the line"),
        [line](gis::PlaceFile& file, const core::Job& job) -> core::Result<QString> {
            const auto snapshot = file.snapshot(job);
            if (!snapshot) return std::unexpected(snapshot.error());
            const auto taken = gis::takeLine(**snapshot, line, job);
            if (!taken) return std::unexpected(taken.error());
            if (const auto written = file.apply(taken->edits, taken->what, line.source); !written) return std::unexpected(written.error());
            QString sentence = textOf(taken->what) + u'.';
            if (taken->shape.repaired) {
                sentence += tr(" Mended, because %1: %2 ha before, %3 ha now. Undo takes all of it back.")
                                .arg(textOf(taken->shape.reason))
                                .arg(taken->shape.wasSquareMetres / 1e4, 0, 'f', 2)
                                .arg(taken->shape.nowSquareMetres / 1e4, 0, 'f', 2);
            }
            return sentence;
        },
        this,
        [this, code = m_code](const core::Result<QString>& done) {
            if (!done) return emit failed(textOf(done.error().message));
            m_journal.end(code);
            if (m_active && m_code == code) close();
            emit told(*done);
        });
}

} // namespace hereabouts::app
