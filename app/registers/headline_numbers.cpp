// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/headline_numbers.h"

#include "app/overlay/format.h"
#include "core/joined/headlines.h"

namespace hereabouts::app {

HeadlineNumbers::HeadlineNumbers(OpenPlace* place, QObject* parent) : LineList(parent), m_place(place)
{
    m_thread.setMaxThreadCount(1);
    connect(place, &OpenPlace::placeChanged, this, &HeadlineNumbers::takePlace);
}

HeadlineNumbers::~HeadlineNumbers() { m_thread.waitForDone(); }

void HeadlineNumbers::takePlace()
{
    m_thread.start([this, place = m_place->snapshot()] {
        std::vector<Line> lines;
        for (const core::Headline& one : core::headlines(*place)) {
            QString note = QString::fromStdString(one.definition) + tr(" From %1 rows.").arg(QString::fromStdString(formatCount(one.n)));
            if (!one.asAt.empty()) note += tr(" As at %1.").arg(QString::fromStdString(one.asAt));
            lines.push_back({.section = QString::fromStdString(one.title), .title = QString::fromStdString(one.figure), .detail = QString::fromStdString(one.sentence), .note = note});
        }
        QMetaObject::invokeMethod(this, [this, place, lines = std::move(lines)]() mutable {
            if (place == m_place->snapshot()) setLines(std::move(lines));
        }, Qt::QueuedConnection);
    });
}

} // namespace hereabouts::app
