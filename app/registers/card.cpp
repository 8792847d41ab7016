// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/card.h"

#include "app/overlay/format.h"
#include "core/base/share.h"
#include "core/joined/written.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

QString text(const std::string& words) { return QString::fromStdString(words); }

QString distance(double metres)
{
    if (metres < 1) return Card::tr("here");
    if (metres < 950) return Card::tr("%1 m").arg(std::lround(metres / 10) * 10);
    return Card::tr("%1 km").arg(metres / 1000, 0, 'f', 1);
}

QString toneOfStatus(const std::string& status)
{
    if (status == "recognised") return QStringLiteral("good");
    if (status == "suspended" || status == "declined" || status == "lapsed" || status == "dissolved") return QStringLiteral("bad");
    return status.empty() ? QString() : QStringLiteral("warn");
}

QString agreementText(core::OverlapAgreement agreement)
{
    switch (agreement) {
    case core::OverlapAgreement::Agreed: return Card::tr("agreed");
    case core::OverlapAgreement::Disputed: return Card::tr("disputed");
    case core::OverlapAgreement::NotApplicable: return Card::tr("not applicable");
    case core::OverlapAgreement::NotAsked: break;
    }
    return Card::tr("not asked yet");
}

QString toneOfAgreement(core::OverlapAgreement agreement)
{
    if (agreement == core::OverlapAgreement::Agreed) return QStringLiteral("good");
    return agreement == core::OverlapAgreement::Disputed ? QStringLiteral("bad") : QString();
}

/// Gathers the card's lines section by section, in the order they are read.
class CardLines {
public:
    CardLines(const core::PlaceSnapshot& place, const core::WhatsHere& here, const core::CommunitiesHere& whose) : m_place(place), m_here(here), m_whose(whose)
    {
        areas();
        communities();
        priorities();
        proposals();
        anchors();
        money();
    }
    [[nodiscard]] std::vector<Line> take() { return std::move(m_lines); }

private:
    [[nodiscard]] RowRef ref(core::RegisterKind kind, std::size_t row) const { return {.kind = kind, .id = m_place.at(kind).id(row)}; }

    /// "3,491 people (centroid); 3,402–3,560 across methods"
    static QString peopleText(const core::PeopleCount& counted)
    {
        if (counted.least == counted.most) return Card::tr("%1 people, by every method").arg(text(formatCount(counted.people)));
        return Card::tr("%1 people (centroid); %2–%3 across methods").arg(text(formatCount(counted.people)), text(formatCount(counted.least)), text(formatCount(counted.most)));
    }

    void areas()
    {
        for (const core::HereArea& area : m_here.areas) {
            QString detail = QStringLiteral("%1 · %2").arg(singularOf(area.kind), text(area.edition));
            if (area.people) detail += Card::tr(" · %1 people").arg(text(formatCount(*area.people)));
            if (!area.people && area.counted) detail += QStringLiteral(" · ") + peopleText(*area.counted);
            m_lines.push_back({.section = Card::tr("Areas"), .title = text(area.name.empty() ? area.code : area.name), .detail = detail, .leadsTo = ref(area.kind, area.row)});
        }
    }

    void communities()
    {
        const QString section = Card::tr("Communities");
        if (m_here.communities.empty())
            m_lines.push_back({.section = section, .title = Card::tr("No community calls this place its own"), .detail = text(m_whose.sentence)});
        for (const core::HereCommunity& one : m_here.communities) {
            QString detail = text(one.kind);
            if (one.members) detail += Card::tr(" · %1 members").arg(text(formatCount(*one.members)));
            if (one.counted) detail += (detail.isEmpty() ? QString() : QStringLiteral(" · ")) + peopleText(*one.counted);
            const auto told = std::ranges::find(m_whose.communities, one.row, &core::CommunityHere::row);
            if (told != m_whose.communities.end()) detail = text(told->sentence) + (detail.isEmpty() ? QString() : u'\n' + detail);
            m_lines.push_back({.section = section, .title = text(one.name), .detail = detail, .badge = text(one.status), .tone = toneOfStatus(one.status), .note = text(m_here.peopleMethod),
                .leadsTo = ref(core::RegisterKind::Communities, one.row)});
        }
        for (const core::HereOverlap& overlap : m_here.overlaps) {
            m_lines.push_back({.section = section, .title = Card::tr("Shared ground"), .detail = Card::tr("%1 and %2").arg(text(overlap.first), text(overlap.second)),
                .badge = agreementText(overlap.agreement), .tone = toneOfAgreement(overlap.agreement), .note = text(overlap.note)});
        }
    }

    void priorities()
    {
        for (const core::HerePriority& one : m_here.priorities) {
            QString detail = Card::tr("%1. %2 · %3").arg(one.rank).arg(text(one.theme), text(one.community));
            if (one.supporters) detail += Card::tr(" · %1 ask").arg(text(formatCount(*one.supporters)));
            const bool done = one.progress == "funded" || one.progress == "delivered";
            m_lines.push_back({.section = Card::tr("Priorities of their plans"), .title = text(one.statement), .detail = detail, .badge = text(one.progress),
                .tone = done ? QStringLiteral("good") : QString(), .note = text(one.plan), .leadsTo = ref(core::RegisterKind::Priorities, one.row)});
        }
    }

    void proposals()
    {
        for (const core::HereProposal& one : m_here.proposals) {
            QString detail = distance(one.metres);
            if (one.cost) detail += QStringLiteral(" · %1").arg(text(formatMoney(one.cost->major(), m_place.district.currency)));
            if (one.votes > 0) detail += Card::tr(" · %1 votes").arg(text(formatCount(one.votes)));
            const std::string& state = one.result.empty() ? one.stage : one.result;
            m_lines.push_back({.section = Card::tr("Proposals near"), .title = text(one.title), .detail = detail, .badge = text(state),
                .tone = one.result == "won" ? QStringLiteral("good") : QString(), .leadsTo = ref(core::RegisterKind::Proposals, one.row)});
        }
    }

    void anchors()
    {
        for (const core::HereAnchor& one : m_here.anchors) {
            QString commitment = one.commitment.empty() ? QString() : QStringLiteral(" · %1").arg(text(one.commitment));
            if (one.targetPercent) commitment += Card::tr(" · target %1 here").arg(text(core::writtenShare(*one.targetPercent, 100)));
            if (one.due) commitment += Card::tr(" · due %1").arg(text(core::writtenDate(*one.due)));
            m_lines.push_back({.section = Card::tr("Anchor sites near"), .title = text(one.name),
                .detail = QStringLiteral("%1 · %2%3").arg(text(one.site), distance(one.metres), commitment), .leadsTo = ref(core::RegisterKind::Anchors, one.row)});
        }
    }

    void money()
    {
        if (!m_here.money) return;
        const core::HereMoney& money = *m_here.money;
        QString detail = Card::tr("lands in %1, in %2 payments").arg(text(money.area), text(formatCount(money.payments)));
        if (money.perHead) detail += Card::tr(" · %1 for each person").arg(text(formatMoney(*money.perHead, m_place.district.currency)));
        m_lines.push_back({.section = Card::tr("Anchor money"), .title = text(formatMoney(money.total.major(), m_place.district.currency)), .detail = detail,
            .note = Card::tr("Payments to suppliers whose location is in the area; what is not located is not in it.")});
    }

    const core::PlaceSnapshot& m_place;
    const core::WhatsHere& m_here;
    const core::CommunitiesHere& m_whose;
    std::vector<Line> m_lines;
};

} // namespace

Card::Card(OpenPlace* place, MapSelection* selection, QObject* parent) : QObject(parent), m_place(place), m_selection(selection)
{
    m_thread.setMaxThreadCount(1);
    connect(selection, &MapSelection::asked, this, &Card::askAt);
    connect(place, &OpenPlace::placeChanged, this, [this] {
        if (m_shown) askAt(m_position);
    });
}

Card::~Card() { m_thread.waitForDone(); }

bool Card::prepareProjection(int epsg)
{
    if (m_projection && m_epsg == epsg) return true;
    auto made = gis::Projection::create(epsg);
    if (!made) return false;
    m_projection.emplace(std::move(*made));
    m_epsg = epsg;
    return true;
}

void Card::askAt(const QGeoCoordinate& position)
{
    if (!m_place->isOpen() || !position.isValid()) return;
    const core::SnapshotPtr place = m_place->snapshot();
    if (!prepareProjection(place->district.epsg)) return;
    const core::Point home = m_projection->fromLonLat({position.longitude(), position.latitude()});
    if (!std::isfinite(home.x) || !std::isfinite(home.y)) return;
    m_position = position;
    const quint64 asked = ++m_asked;
    m_thread.start([this, place, home, asked] {
        const core::WhatsHere here = core::whatsHere(*place, home);
        const core::CommunitiesHere whose = core::communitiesHere(*place, home);
        QMetaObject::invokeMethod(this, [this, place, here, whose, asked] {
            if (asked == m_asked) take(*place, here, whose);
        }, Qt::QueuedConnection);
    });
}

void Card::take(const core::PlaceSnapshot& place, const core::WhatsHere& here, const core::CommunitiesHere& whose)
{
    m_lines.setLines(CardLines(place, here, whose).take());
    m_title = here.outside() ? tr("Outside the district") : text(!here.communities.empty() ? here.communities.front().name : here.areas.front().name);
    if (here.communities.size() > 1) m_title = tr("%1 communities share this place").arg(here.communities.size());
    m_subtitle = QStringLiteral("%1°, %2°").arg(m_position.latitude(), 0, 'f', 5).arg(m_position.longitude(), 0, 'f', 5);
    m_shown = true;
    emit changed();
}

void Card::close()
{
    ++m_asked;
    m_shown = false;
    emit changed();
}

void Card::follow(int line)
{
    if (line < 0 || line >= m_lines.rowCount()) return;
    if (const auto leadsTo = m_lines.lines()[static_cast<std::size_t>(line)].leadsTo) m_selection->visit(*leadsTo);
}

} // namespace hereabouts::app
