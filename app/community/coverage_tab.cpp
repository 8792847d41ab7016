// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/coverage_tab.h"

#include "app/overlay/format.h"
#include "core/base/share.h"
#include "core/community/coverage_report.h"

#include <algorithm>
#include <array>

namespace hereabouts::app {

namespace {

struct StateChoice {
    const char* title;
    const char* list;
};

constexpr std::array<StateChoice, 3> kStates{{{QT_TRANSLATE_NOOP("CoverageTab", "Recognised and provisional"), "recognised,provisional,unrecorded"},
    {QT_TRANSLATE_NOOP("CoverageTab", "With applicants and those suspended"),
        "recognised,provisional,unrecorded,enquiry,applicant,publicised,under review,suspended"},
    {QT_TRANSLATE_NOOP("CoverageTab", "Every community"), "all"}}};

QString textOf(const std::string& text) { return QString::fromStdString(text); }

Line lineOf(const QString& section, const QString& title, const core::Coverage& coverage)
{
    const auto count = [](std::int64_t people) { return textOf(formatCount(people)); };
    QString detail = CoverageTab::tr("%1 of %2 people; %3 in none").arg(count(coverage.covered), count(coverage.people), count(coverage.uncovered()));
    if (coverage.inSeveral > 0) detail += CoverageTab::tr("; %1 in two or more").arg(count(coverage.inSeveral));
    const bool anybody = coverage.people > 0;
    return {.section = section,
        .title = title,
        .detail = anybody ? detail : CoverageTab::tr("nobody lives here"),
        .badge = anybody ? textOf(core::writtenShare(static_cast<double>(coverage.covered), static_cast<double>(coverage.people))) : QString(),
        .tone = anybody && coverage.covered * 2 < coverage.people ? QStringLiteral("warn") : QString()};
}

} // namespace

QStringList CoverageTab::states() const
{
    QStringList states;
    for (const StateChoice& choice : kStates) states.append(tr(choice.title));
    return states;
}

QStringList CoverageTab::areaSets() const
{
    QStringList names;
    for (const std::string& name : m_areaSets) names.append(textOf(name));
    return names;
}

void CoverageTab::setState(int state)
{
    if (state == m_state || state < 0 || state >= static_cast<int>(kStates.size())) return;
    m_state = state;
    emit chosen();
    look();
}

void CoverageTab::setAreaSet(int areaSet)
{
    if (areaSet == m_areaSet || areaSet < 0 || areaSet >= static_cast<int>(m_areaSets.size())) return;
    m_areaSet = areaSet;
    emit chosen();
    look();
}

void CoverageTab::takePlace()
{
    const std::string before = m_areaSets.empty() ? std::string() : m_areaSets[static_cast<std::size_t>(m_areaSet)];
    m_areaSets.clear();
    for (const core::AreaSet& set : core::areaSetsOf(*place()->snapshot())) {
        if (!set.overlapping && set.kind != core::RegisterKind::SmallAreas) m_areaSets.push_back(set.name);
    }
    const auto same = std::ranges::find(m_areaSets, before);
    m_areaSet = same == m_areaSets.end() ? 0 : static_cast<int>(same - m_areaSets.begin());
    emit chosen();
}

CommunityTab::Question CoverageTab::question()
{
    const std::string list = kStates[static_cast<std::size_t>(m_state)].list;
    const std::string by = m_areaSets.empty() ? std::string() : m_areaSets[static_cast<std::size_t>(m_areaSet)];
    return [list, by](const core::PlaceSnapshot& place, const core::Job&) -> Answer {
        const auto counted = core::countedStatesFrom(list);
        if (!counted) return {.problem = textOf(counted.error().message)};
        const auto held = core::heldPeople(place);
        if (!held) return {.problem = textOf(held.error().message)};
        std::optional<core::AreaSet> areas;
        if (!by.empty()) {
            auto named = core::areaSetNamed(place, by);
            if (!named) return {.problem = textOf(named.error().message)};
            areas = std::move(*named);
        }
        const auto report = core::coverageReport(place, *held, *counted, areas);
        if (!report) return {.problem = textOf(report.error().message)};
        Answer answer{.sentence = textOf(report->sentence()), .method = textOf(report->method)};
        for (const core::BandCoverage& band : report->bands)
            answer.lines.push_back(lineOf(tr("By deprivation of where people live"), textOf(band.name()), band.coverage));
        const QString section = tr("By %1, least covered first").arg(textOf(report->by));
        std::vector<core::AreaCoverage> sorted = report->areas;
        std::ranges::stable_sort(sorted, {}, [](const core::AreaCoverage& area) { return area.coverage.people > 0 ? area.coverage.coverage() : 2.0; });
        for (const core::AreaCoverage& area : sorted) answer.lines.push_back(lineOf(section, textOf(area.name), area.coverage));
        if (report->outsideAreas.people > 0) answer.lines.push_back(lineOf(section, tr("In none of them"), report->outsideAreas));
        for (const std::string& name : report->withoutLine)
            answer.lines.push_back({.section = tr("Counted, with no boundary: they cover nobody"), .title = textOf(name)});
        return answer;
    };
}

} // namespace hereabouts::app
