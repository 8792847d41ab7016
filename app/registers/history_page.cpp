// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/history_page.h"

#include <QDateTime>
#include <QLocale>

namespace hereabouts::app {

HistoryPage::HistoryPage(OpenPlace* place, QObject* parent) : LineList(parent), m_place(place)
{
    connect(place, &OpenPlace::historyChanged, this, &HistoryPage::takeHistory);
}

void HistoryPage::takeHistory()
{
    std::vector<Line> lines;
    const QLocale english(QLocale::English);
    for (const gis::HistoryRow& row : m_place->history()) {
        const QDateTime when = QDateTime::fromString(QString::fromStdString(row.when), Qt::ISODateWithMs).toLocalTime();
        const QString day = english.toString(when.date(), QStringLiteral("d MMMM yyyy"));
        QString detail = QStringLiteral("%1 · %2").arg(when.time().toString(QStringLiteral("HH:mm")), QString::fromStdString(row.who));
        if (!row.why.empty()) detail += QStringLiteral(" · %1").arg(QString::fromStdString(row.why));
        lines.push_back({.section = day, .title = QString::fromStdString(row.what), .detail = detail, .badge = row.undone ? tr("taken back") : QString(), .tone = row.undone ? QStringLiteral("warn") : QString()});
    }
    setLines(std::move(lines));
}

void HistoryPage::open(int line)
{
    constexpr std::size_t kMost = 500;
    const auto& history = m_place->history();
    if (line < 0 || static_cast<std::size_t>(line) >= history.size()) return;
    const gis::HistoryRow& row = history[static_cast<std::size_t>(line)];
    m_opened = QString::fromStdString(row.what);
    m_detail.setLines({});
    emit detailChanged();
    using Details = std::vector<gis::HistoryDetail>;
    m_place->ask<Details>({}, [number = row.number](gis::PlaceFile& file, const core::Job&) { return file.historyDetail(number, kMost); }, this, [this](const core::Result<Details>& details) {
        if (!details) return emit m_place->failed(QString::fromStdString(details.error().message));
        std::vector<Line> lines;
        for (const gis::HistoryDetail& one : *details) {
            const auto kind = core::registerNamed(one.table);
            const QString what = kind ? QString::fromUtf8(core::specOf(*kind).title) : QString::fromStdString(one.table);
            const QString before = one.before.empty() ? tr("nothing") : QString::fromStdString(one.before), after = one.after.empty() ? tr("nothing") : QString::fromStdString(one.after);
            const QString title = one.field.empty() ? after : QString::fromStdString(one.field);
            lines.push_back({.section = tr("%1, row %2").arg(what).arg(one.row), .title = title, .detail = one.field.empty() ? QString() : tr("%1 → %2").arg(before, after)});
        }
        m_detail.setLines(std::move(lines));
        emit detailChanged();
    });
}

void HistoryPage::close()
{
    m_opened.clear();
    m_detail.setLines({});
    emit detailChanged();
}

} // namespace hereabouts::app
