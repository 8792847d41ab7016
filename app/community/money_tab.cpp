// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/money_tab.h"

#include "core/capacity/capacity_report.h"
#include "core/joined/written.h"

#include <QDate>

#include <cmath>

namespace hereabouts::app {

namespace {

QString textOf(const std::string& text) { return QString::fromStdString(text); }

QString perText(std::optional<double> major, const std::string& currency)
{
    return major ? textOf(core::writtenMoney(core::Money::fromMinor(std::llround(*major * 100)), currency)) : QString();
}

Line lineOf(const core::PlaceSnapshot& place, const core::GroupMoney& group)
{
    const std::string& currency = place.district.currency;
    QStringList per;
    if (group.perHead()) per.append(MoneyTab::tr("%1 a head").arg(perText(group.perHead(), currency)));
    if (group.perMember()) per.append(MoneyTab::tr("%1 a member").arg(perText(group.perMember(), currency)));
    if (group.awarded > group.paid) per.append(MoneyTab::tr("%1 paid").arg(textOf(core::writtenMoney(group.paid, currency))));
    return {.section = MoneyTab::tr("By community"),
        .title = textOf(group.name),
        .detail = per.join(QStringLiteral(" · ")),
        .badge = textOf(core::writtenMoney(group.awarded, currency)),
        .leadsTo = RowRef{.kind = core::RegisterKind::Communities, .id = place.at(core::RegisterKind::Communities).id(group.row)}};
}

std::optional<RowRef> rowNamed(const core::PlaceSnapshot& place, core::RegisterKind kind, const std::string& code)
{
    const core::RegisterTable& table = place.at(kind);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("code").at(row) == code) return RowRef{.kind = kind, .id = table.id(row)};
    }
    return std::nullopt;
}

} // namespace

void MoneyTab::setYear(int year)
{
    if (year == m_year || year < 0 || year >= m_years.size()) return;
    m_year = year;
    look();
}

CommunityTab::Question MoneyTab::question()
{
    const bool isLast = m_year + 1 == m_years.size();
    const std::string year = m_years.isEmpty() ? std::string() : isLast ? std::string("all") : m_years[m_year].toStdString();
    const std::int64_t today = QDate(1970, 1, 1).daysTo(QDate::currentDate());
    return [this, year, today](const core::PlaceSnapshot& place, const core::Job&) -> Answer {
        const auto held = core::heldPeople(place);
        const auto report = core::capacityReport(place, held ? &*held : nullptr, year, today);
        if (!report) return {.problem = textOf(report.error().message)};
        Answer answer{.sentence = textOf(report->sentence), .method = textOf(report->method)};
        for (const core::OverdueAccount& account : report->overdue) {
            answer.lines.push_back({.section = tr("Not accounted for"),
                .title = textOf(account.sentence),
                .badge = tr("%1 days").arg(account.daysLate),
                .tone = QStringLiteral("bad"),
                .leadsTo = rowNamed(place, core::RegisterKind::Grants, account.grant)});
        }
        for (const core::RoundBalance& round : report->rounds) {
            const bool enough = round.leftIfAllGranted().minor() >= 0;
            answer.lines.push_back({.section = tr("Rounds"),
                .title = textOf(round.sentence(place.district.currency)),
                .badge = enough ? QString() : tr("not enough"),
                .tone = enough ? QString() : QStringLiteral("warn"),
                .leadsTo = rowNamed(place, core::RegisterKind::GrantRounds, round.code)});
        }
        for (const core::GroupMoney& group : report->groups) answer.lines.push_back(lineOf(place, group));
        QStringList years;
        for (const std::string& each : report->years) years.append(textOf(each));
        years.append(tr("every year"));
        const auto chosen = years.indexOf(textOf(report->year));
        answer.then = [this, years, chosen = report->year.empty() ? static_cast<int>(years.size()) - 1 : static_cast<int>(chosen)] {
            m_years = years;
            m_year = chosen;
        };
        return answer;
    };
}

} // namespace hereabouts::app
