// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/consult_tab.h"

#include "app/overlay/format.h"
#include "core/base/share.h"
#include "gis/consult/consultation_table.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace hereabouts::app {

namespace {

QString textOf(const std::string& text) { return QString::fromStdString(text); }

QString lieOf(const gis::Consulted& one)
{
    switch (one.lie) {
    case gis::WorksLie::Within:
        return one.shareOfWorks ? ConsultTab::tr("%1 of the works are on its ground").arg(textOf(core::writtenShare(*one.shareOfWorks)))
                                : ConsultTab::tr("the works are on its ground");
    case gis::WorksLie::Adjoining: return ConsultTab::tr("beside its ground");
    case gis::WorksLie::Near: return ConsultTab::tr("%1 m from its line").arg(textOf(formatNumber(one.metres, 0)));
    }
    return {};
}

Line lineOf(const core::PlaceSnapshot& place, const gis::Consulted& one)
{
    const QString contact = one.publicContact.empty() ? ConsultTab::tr("no public contact") : textOf(one.publicContact);
    return {.section = one.recognised ? ConsultTab::tr("To be consulted") : ConsultTab::tr("Not recognised, and touched all the same"),
        .title = textOf(one.name),
        .detail = QStringLiteral("%1 · %2").arg(lieOf(one), contact),
        .badge = textOf(std::string(wordOf(one.lie))),
        .tone = one.publicContact.empty() ? QStringLiteral("warn") : QString(),
        .note = textOf(one.rights),
        .leadsTo = RowRef{.kind = core::RegisterKind::Communities, .id = place.at(core::RegisterKind::Communities).id(one.row)}};
}

std::int64_t today() { return QDate(1970, 1, 1).daysTo(QDate::currentDate()); }

} // namespace

ConsultTab::ConsultTab(OpenPlace* place, MapSelection* selection, QObject* parent) : CommunityTab(place, parent), m_selection(selection)
{
    connect(selection, &MapSelection::changed, this, &ConsultTab::selectionChanged);
    connect(place, &OpenPlace::opened, this, [this] {
        m_works.reset();
        emit chosen();
    });
}

void ConsultTab::setWithin(double metres)
{
    constexpr double kFarthest = 100'000;
    metres = std::clamp(metres, 0.0, kFarthest);
    if (metres == m_within) return;
    m_within = metres;
    emit chosen();
    look();
}

bool ConsultTab::canUseSelection() const { return m_selection->count() > 0; }

void ConsultTab::readFile(const QUrl& file)
{
    if (!place()->isOpen()) return;
    gis::WorksRequest request{.source = file.toLocalFile().toStdString()};
    place()->ask<gis::Works>(
        tr("Reading the works"),
        [request, snapshot = place()->snapshot()](gis::PlaceFile&, const core::Job& job) { return gis::readWorks(*snapshot, request, job); }, this,
        [this](core::Result<gis::Works> works) {
            if (!works) return emit failed(textOf(works.error().message));
            const auto rejected = works->rejected();
            m_works = std::move(*works);
            emit chosen();
            if (rejected > 0) emit failed(tr("%n row(s) of the works could not be read and are left out.", nullptr, static_cast<int>(rejected)));
            look();
        });
}

void ConsultTab::useSelection()
{
    if (!place()->isOpen()) return;
    gis::Works works{.title = {}, .shapes = {}, .findings = {}, .crsName = {}};
    const core::PlaceSnapshot& snapshot = *place()->snapshot();
    for (const RowRef& ref : m_selection->rows()) {
        const auto row = rowOf(snapshot, ref);
        if (!row) continue;
        const core::Geometry& shape = snapshot.at(ref.kind).geometry(*row);
        if (std::holds_alternative<std::monostate>(shape)) continue;
        works.shapes.push_back(shape);
        if (works.title.empty()) works.title = nameOf(snapshot, ref.kind, *row).toStdString();
    }
    if (works.shapes.empty()) return emit failed(tr("What is selected has no shape: select areas, lines or points on the map."));
    if (works.shapes.size() > 1) works.title += tr(" and %n more", nullptr, static_cast<int>(works.shapes.size()) - 1).toStdString();
    m_works = std::move(works);
    emit chosen();
    look();
}

CommunityTab::Question ConsultTab::question()
{
    return [this, works = m_works, within = m_within](const core::PlaceSnapshot& place, const core::Job& job) -> Answer {
        if (!works) {
            return {.sentence = tr("Give the ground of the works: a file of it, or what is selected on the map."), .then = [this] { m_consultation.reset(); }};
        }
        auto consultation = gis::consultOn(place, *works, within, job);
        if (!consultation) return {.problem = textOf(consultation.error().message), .then = [this] { m_consultation.reset(); }};
        Answer answer{.sentence = textOf(consultation->sentence)};
        for (const bool recognised : {true, false}) {
            for (const gis::Consulted& one : consultation->communities) {
                if (one.recognised == recognised) answer.lines.push_back(lineOf(place, one));
            }
        }
        for (const std::string& name : consultation->withoutLine) {
            answer.lines.push_back({.section = tr("With no boundary: whether they are touched is for people to say"), .title = textOf(name)});
        }
        answer.then = [this, consultation = std::move(*consultation)] { m_consultation = consultation; };
        return answer;
    };
}

void ConsultTab::writeList(const QUrl& file)
{
    if (!m_consultation) return;
    const std::string path = file.toLocalFile().toStdString();
    if (const auto written = gis::writeCsv(gis::consultationTable(*m_consultation, today()), path, false); !written)
        return emit failed(textOf(written.error().message));
    emit told(tr("Written: %1.").arg(file.fileName()));
}

void ConsultTab::log()
{
    if (!m_consultation || !m_works) return;
    const auto entry = gis::logEntry(*m_works, *m_consultation, today(), {});
    if (!entry) return emit failed(textOf(entry.error().message));
    const QString what = tr("Consultation list for %1").arg(works());
    change([edit = *entry, what = what.toStdString()](gis::PlaceFile& place, const core::Job&) { return place.apply({edit}, what, {}); },
        tr("In the log: %1.").arg(what));
}

} // namespace hereabouts::app
