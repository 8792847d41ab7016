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

} // namespace hereabouts::app
