// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/drawn_facts.h"

#include "core/base/share.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

QString count(double number) { return QLocale(QLocale::English).toString(std::llround(number)); }

QString hectares(double squareMetres)
{
    const double ha = squareMetres / 1e4;
    return DrawnFacts::tr("%1 ha").arg(QLocale(QLocale::English).toString(ha, 'f', ha < 100 ? 2 : 0));
}

QString percent(double share) { return QString::fromStdString(core::writtenShare(share)); }

QString namesOf(const std::vector<core::TouchedArea>& touched, const std::vector<std::string>& names)
{
    QStringList list;
    for (const core::TouchedArea& area : touched) list.append(QString::fromStdString(names[area.area]));
    return list.join(QStringLiteral(", "));
}

/// People by thirds of the deprivation deciles: 1–3, 4–7, 8–10.
QString deprivationMix(const core::ShapeFacts& facts)
{
    std::int64_t least = 0, middle = 0, most = 0;
    for (std::size_t band = 1; band <= 10; ++band) (band <= 3 ? least : band <= 7 ? middle : most) += facts.peopleByBand[band];
    return DrawnFacts::tr("deciles 8–10: %1 · 4–7: %2 · 1–3: %3")
        .arg(count(static_cast<double>(most)), count(static_cast<double>(middle)), count(static_cast<double>(least)));
}

} // namespace

void DrawnFacts::take(std::shared_ptr<const DrawingGround> ground)
{
    m_ground = std::move(ground);
    m_live.reset();
    if (m_ground) m_live = std::make_unique<core::LiveFacts>(m_ground->counted);
    if (m_live && !m_live->follow(m_rings)) m_live.reset();
    write();
}

void DrawnFacts::follow(const std::vector<core::SketchRing>& rings)
{
    m_rings.clear();
    m_isOpen = false;
    for (const core::SketchRing& ring : rings) {
        m_isOpen |= !ring.closed;
        if (ring.vertices.size() > 2) m_rings.push_back({ring.vertices, ring.hole});
    }
    if (!m_live) return;
    if (m_live->follow(m_rings)) write();
}

void DrawnFacts::setWaiting(bool waiting)
{
    if (waiting == m_waiting) return;
    m_waiting = waiting;
    write();
}

void DrawnFacts::write()
{
    std::vector<Line> lines;
    m_summary.clear();
    m_facts = m_live ? m_live->facts() : core::ShapeFacts();
    const bool silent = !m_ground || m_rings.empty() || (m_waiting && m_isOpen);
    if (!silent) {
        const QString method = tr("People of small areas (%1) whose middle lies inside; the range also counts them by share of ground.")
                                   .arg(QString::fromStdString(m_ground->smallAreaEdition));
        const core::PeopleRange range = m_facts.peopleRange();
        const QString people = count(static_cast<double>(m_facts.people));
        if (!m_ground->smallAreas.empty()) {
            lines.push_back({.title = tr("%1 people").arg(people),
                .detail = tr("by centroid; %1–%2 across methods").arg(count(range.least), count(range.most)),
                .note = method});
            if (m_ground->countsDwellings)
                lines.push_back({.title = tr("%1 dwellings").arg(count(static_cast<double>(m_facts.dwellings))),
                    .detail = tr("each counted at the middle of its small area"),
                    .note = method});
            lines.push_back({.title = tr("Deprivation"),
                .detail = deprivationMix(m_facts),
                .note = tr("People by the deprivation decile of their small area; 10 is the most deprived.")});
            if (m_facts.withheldAreas > 0)
                lines.push_back({.title = tr("%1 small areas give no count").arg(m_facts.withheldAreas), .tone = QStringLiteral("warn")});
        }
        lines.push_back({.title = hectares(m_facts.squareMetres),
            .detail = m_facts.squareMetresOutside >= 1 ? tr("%1 of it outside the district").arg(percent(m_facts.shareOutside())) : QString(),
            .note = tr("Ground area on the ellipsoid.")});
        if (!m_facts.touched.empty() && !m_facts.touched[0].empty())
            lines.push_back({.title = tr("Boards"), .detail = namesOf(m_facts.touched[0], m_ground->boards)});
        if (m_facts.touched.size() > 1 && !m_facts.touched[1].empty())
            lines.push_back({.title = tr("Wards"), .detail = namesOf(m_facts.touched[1], m_ground->wards)});
        for (const core::SharedWithCommunity& shared : m_facts.communities) {
            lines.push_back({.section = tr("Shared with"),
                .title = QString::fromStdString(m_ground->communities[shared.community]),
                .detail = tr("%1 people, %2").arg(count(static_cast<double>(shared.people)), hectares(shared.squareMetres))});
        }
        lines.push_back({.section = tr("In no other community"),
            .title = tr("%1 people here, %2").arg(count(static_cast<double>(m_facts.peopleInNoOther)), hectares(m_facts.squareMetresInNoOther)),
            .detail = tr("%1 people of the district would still be in none").arg(count(static_cast<double>(m_facts.peopleLeftOut)))});
        m_summary = m_ground->smallAreas.empty() ? hectares(m_facts.squareMetres) : tr("%1 people · %2").arg(people, hectares(m_facts.squareMetres));
    }
    m_lines.setLines(std::move(lines));
    emit changed();
}

} // namespace hereabouts::app
