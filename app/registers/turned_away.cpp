// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/turned_away.h"

#include "gis/write/reject_table.h"

#include <QFileInfo>
#include <QVariantMap>

#include <algorithm>

namespace hereabouts::app {

namespace {

QString text(std::string_view words) { return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())); }

} // namespace

TurnedAway::TurnedAway(OpenPlace* place, QObject* parent) : LineList(parent), m_place(place)
{
    connect(m_place, &OpenPlace::opened, this, &TurnedAway::look);
    connect(m_place, &OpenPlace::historyChanged, this, &TurnedAway::look);
}

void TurnedAway::look()
{
    using Rejects = std::vector<gis::KeptReject>;
    m_place->ask<Rejects>(
        {}, [](gis::PlaceFile& file, const core::Job&) { return file.rejects(); }, this,
        [this](core::Result<Rejects> rejects) {
            if (!rejects) return;
            m_rejects = std::move(*rejects);
            std::vector<Line> lines;
            for (const gis::KeptReject& reject : m_rejects) {
                const QString where
                    = reject.row.field.empty() ? tr("row %1").arg(reject.row.row) : tr("row %1, %2").arg(reject.row.row).arg(text(reject.row.field));
                QString values;
                for (const auto& [heading, value] : reject.row.values) {
                    if (!value.empty() && values.size() < 120) values += QStringLiteral("%1: %2 · ").arg(text(heading), text(value));
                }
                if (values.endsWith(QStringLiteral(" · "))) values.chop(3);
                lines.push_back({.section = text(reject.source),
                    .title = text(reject.row.reason),
                    .detail = values.isEmpty() ? where : where + QStringLiteral(" · ") + values});
            }
            setLines(std::move(lines));
        });
}

QVariantList TurnedAway::registers() const
{
    QVariantList list;
    for (const core::RegisterKind kind : core::kAllRegisters) {
        const auto rows = std::ranges::count(m_rejects, kind, &gis::KeptReject::kind);
        if (rows > 0)
            list.append(QVariantMap{{QStringLiteral("kind"), static_cast<int>(kind)}, {QStringLiteral("title"), text(core::specOf(kind).title)},
                {QStringLiteral("rows"), static_cast<int>(rows)}});
    }
    return list;
}

void TurnedAway::save(int kind, const QUrl& file)
{
    std::vector<gis::KeptReject> chosen;
    std::ranges::copy_if(m_rejects, std::back_inserter(chosen), [kind](const gis::KeptReject& reject) { return static_cast<int>(reject.kind) == kind; });
    const auto written = gis::writeCsv(gis::tableOfRejects(chosen), file.toLocalFile().toStdString(), false);
    if (!written) return emit failed(text(written.error().message));
    const QString name = QFileInfo(file.toLocalFile()).fileName();
    if (std::ranges::all_of(chosen, [](const gis::KeptReject& reject) { return reject.row.values.empty(); })) {
        emit told(tr("%1 rows are in %2. What they said is not kept, as ballots are secret: mend them in their source.").arg(chosen.size()).arg(name));
    } else {
        emit told(tr("%1 rows are in %2: mend them there, and bring that file in.").arg(chosen.size()).arg(name));
    }
}

} // namespace hereabouts::app
