// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/community_tab.h"

#include <utility>

namespace hereabouts::app {

CommunityTab::CommunityTab(OpenPlace* place, QObject* parent) : QObject(parent), m_place(place)
{
    connect(place, &OpenPlace::placeChanged, this, [this] {
        m_stale = true;
        if (m_place->isOpen()) takePlace();
        if (m_shown) look();
    });
}

void CommunityTab::setShown(bool shown)
{
    if (shown == m_shown) return;
    m_shown = shown;
    emit shownChanged();
    if (m_shown && m_stale) look();
}

void CommunityTab::look()
{
    if (!m_place->isOpen()) return;
    if (!m_shown) {
        m_stale = true;
        return;
    }
    m_stale = false;
    m_counting = true;
    emit answered();
    m_place->ask<Answer>(
        {}, [ask = question(), snapshot = m_place->snapshot()](gis::PlaceFile&, const core::Job& job) -> core::Result<Answer> { return ask(*snapshot, job); },
        this,
        [this, mine = ++m_asked](core::Result<Answer> answer) {
            if (mine != m_asked) return; // another question was asked since
            m_counting = false;
            m_answer = answer ? std::move(*answer) : Answer{.problem = QString::fromStdString(answer.error().message)};
            if (m_answer.then) m_answer.then();
            if (!m_answer.method.isEmpty()) m_answer.lines.push_back({.section = tr("How this is told"), .detail = m_answer.method});
            m_lines.setLines(std::move(m_answer.lines));
            emit answered();
        });
}

void CommunityTab::follow(int line)
{
    if (line < 0 || line >= m_lines.count()) return;
    if (const auto& row = m_lines.lines()[static_cast<std::size_t>(line)].leadsTo) emit asked(*row);
}

void CommunityTab::change(std::function<core::Result<gis::HistoryRow>(gis::PlaceFile&, const core::Job&)> task, const QString& done, std::function<void()> then)
{
    m_place->ask<gis::HistoryRow>(tr("Writing"), std::move(task), this, [this, done, then = std::move(then)](const core::Result<gis::HistoryRow>& written) {
        if (!written) return emit failed(QString::fromStdString(written.error().message));
        if (then) then();
        emit told(done);
    });
}

} // namespace hereabouts::app
