// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/overlap_tab.h"

#include "app/overlay/format.h"
#include "core/base/date.h"
#include "core/joined/written.h"

#include <algorithm>
#include <array>

namespace hereabouts::app {

namespace {

using core::OverlapAgreement;

constexpr std::array kAgreements{OverlapAgreement::Agreed, OverlapAgreement::Disputed, OverlapAgreement::NotAsked, OverlapAgreement::NotApplicable};
constexpr std::array<std::optional<core::OverlapPolicy>, 4> kPolicies{
    std::nullopt, core::OverlapPolicy::Agreed, core::OverlapPolicy::None, core::OverlapPolicy::Free};

QString textOf(const std::string& text) { return QString::fromStdString(text); }

QString titleOf(OverlapAgreement agreement)
{
    switch (agreement) {
    case OverlapAgreement::Agreed: return OverlapTab::tr("agreed");
    case OverlapAgreement::Disputed: return OverlapTab::tr("disputed");
    case OverlapAgreement::NotAsked: return OverlapTab::tr("not asked");
    case OverlapAgreement::NotApplicable: return OverlapTab::tr("not applicable");
    }
    return {};
}

QString toneOf(OverlapAgreement agreement)
{
    return agreement == OverlapAgreement::Agreed ? QStringLiteral("good") : agreement == OverlapAgreement::Disputed ? QStringLiteral("bad") : QString();
}

QString groundOf(const core::SharedGroundRow& pair)
{
    QString ground = OverlapTab::tr("%1 ha").arg(textOf(formatNumber(pair.overlap.squareMetres / 10'000, 1)));
    if (pair.people) ground += OverlapTab::tr(" · %1 people").arg(textOf(formatCount(*pair.people)));
    if (pair.households) ground += OverlapTab::tr(" · %1 households").arg(textOf(formatCount(*pair.households)));
    return ground;
}

Line lineOf(const core::SharedGroundRow& pair)
{
    return {.section = OverlapTab::tr("Ground that two communities share"),
        .title = QStringLiteral("%1 · %2").arg(textOf(pair.first.name), textOf(pair.second.name)),
        .detail = QStringLiteral("%1 · %2").arg(groundOf(pair), textOf(pair.stateInWords())),
        .badge = titleOf(pair.overlap.agreement),
        .tone = toneOf(pair.overlap.agreement),
        .note = textOf(pair.overlap.note)};
}

} // namespace

QStringList OverlapTab::policies() const
{
    return {tr("The place's own rule"), tr("Shared where agreed in writing"), tr("None may be shared"), tr("Free: theirs to say")};
}

void OverlapTab::setPolicy(int policy)
{
    if (policy == m_policy || policy < 0 || policy >= static_cast<int>(kPolicies.size())) return;
    m_policy = policy;
    emit chosen();
    look();
}

QString OverlapTab::pairTitle() const { return m_pair ? tr("%1 and %2").arg(textOf(m_pair->first.name), textOf(m_pair->second.name)) : QString(); }

QStringList OverlapTab::agreements() const { return {tr("Agreed"), tr("Disputed"), tr("Not asked yet"), tr("Not applicable (not for the council to judge)")}; }

int OverlapTab::agreement() const { return m_pair ? static_cast<int>(std::ranges::find(kAgreements, m_pair->overlap.agreement) - kAgreements.begin()) : 0; }

QString OverlapTab::parties() const { return m_pair ? textOf(m_pair->overlap.parties) : QString(); }
QString OverlapTab::document() const { return m_pair ? textOf(m_pair->overlap.document) : QString(); }
QString OverlapTab::note() const { return m_pair ? textOf(m_pair->overlap.note) : QString(); }
QString OverlapTab::settledOn() const
{
    return m_pair && m_pair->overlap.settledOn != core::kNoInteger ? textOf(core::writtenDate(m_pair->overlap.settledOn)) : QString();
}

void OverlapTab::openPair(int line)
{
    if (line < 0 || line >= static_cast<int>(m_pairOfLine.size())) return;
    const std::size_t pair = m_pairOfLine[static_cast<std::size_t>(line)];
    if (pair >= m_schedule.size()) return;
    m_pair = m_schedule[pair];
    emit pairChanged();
}

void OverlapTab::closePair()
{
    if (!m_pair) return;
    m_pair.reset();
    emit pairChanged();
}

void OverlapTab::record(int agreement, const QString& parties, const QString& document, const QString& settledOn, const QString& note)
{
    if (!m_pair || agreement < 0 || agreement >= static_cast<int>(kAgreements.size())) return;
    core::CommunityOverlap said = m_pair->overlap;
    said.agreement = kAgreements[static_cast<std::size_t>(agreement)];
    said.parties = parties.trimmed().toStdString();
    said.document = document.trimmed().toStdString();
    said.note = note.trimmed().toStdString();
    said.settledOn = core::kNoInteger;
    if (const QString day = settledOn.trimmed(); !day.isEmpty()) {
        const auto date = core::Date::fromIso(day.toStdString());
        if (!date) return emit failed(tr("\"%1\" is no day: write it as 2026-06-30, or leave it blank.").arg(day));
        said.settledOn = date->days();
    }
    const QString title = pairTitle();
    const std::string what = tr("Overlap of %1: %2").arg(title, titleOf(said.agreement)).toStdString();
    change([said, what](gis::PlaceFile& file, const core::Job&) { return file.apply({gis::SetOverlap{said}}, what, said.note); },
        tr("Recorded: %1, %2.").arg(title, titleOf(said.agreement)), [this] { closePair(); });
}

CommunityTab::Question OverlapTab::question()
{
    const std::optional<core::OverlapPolicy> policy = kPolicies[static_cast<std::size_t>(m_policy)];
    return [policy, this](const core::PlaceSnapshot& place, const core::Job&) -> Answer {
        const auto held = core::heldPeople(place);
        std::vector<core::SharedGroundRow> schedule = core::overlapSchedule(place, held ? &*held : nullptr);
        Answer answer;
        std::vector<std::size_t> pairOfLine;
        if (const auto rules = core::overlapRulesOf(place, policy)) {
            const core::PolicyReport report = core::holdAgainst(*rules, schedule);
            answer.sentence = textOf(report.sentence);
            for (const core::OverlapConflict& conflict : report.conflicts) {
                answer.lines.push_back({.section = tr("Against the policy"), .title = textOf(conflict.sentence), .tone = QStringLiteral("warn")});
                pairOfLine.push_back(conflict.pair);
            }
            for (const std::string& note : report.notes) {
                answer.lines.push_back({.section = tr("To be looked at"), .title = textOf(note)});
                pairOfLine.push_back(schedule.size());
            }
        } else {
            answer.sentence = textOf(rules.error().message);
        }
        for (std::size_t pair = 0; pair < schedule.size(); ++pair) {
            answer.lines.push_back(lineOf(schedule[pair]));
            pairOfLine.push_back(pair);
        }
        if (schedule.empty() && answer.sentence.isEmpty()) answer.sentence = tr("No two communities share ground.");
        answer.then = [this, schedule = std::move(schedule), pairOfLine = std::move(pairOfLine)] {
            m_schedule = schedule;
            m_pairOfLine = pairOfLine;
        };
        return answer;
    };
}

} // namespace hereabouts::app
