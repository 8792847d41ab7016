// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/overlay_chooser.h"

#include "core/joined/area_set.h"
#include "core/joined/tally.h"

#include <QRegularExpression>

#include <algorithm>

namespace hereabouts::app {

namespace {

int indexOf(core::Measure measure)
{
    const auto all = core::allMeasures();
    return static_cast<int>(std::ranges::find(all, measure, &core::MeasureSpec::measure) - all.begin());
}

core::Measure measureAt(int index)
{
    const auto all = core::allMeasures();
    return all[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(all.size()) - 1))].measure;
}

} // namespace

OverlayChooser::OverlayChooser(OpenPlace* place, MapScene* scene, QObject* parent) : QObject(parent), m_place(place), m_scene(scene)
{
    connect(place, &OpenPlace::placeChanged, this, &OverlayChooser::takePlace);
}

QStringList OverlayChooser::views() const
{
    return {tr("Places and communities"), tr("Priorities"), tr("Spend by area"), tr("Budget outcomes"), tr("Any measure"), tr("Two measures at once"), tr("Covered by communities")};
}

QStringList OverlayChooser::methods() const { return {tr("Equal counts (quantiles)"), tr("Equal intervals"), tr("Natural breaks (Jenks)"), tr("My own breaks")}; }

QStringList OverlayChooser::priorityViews() const { return {tr("First-ranked theme"), tr("Rank of a theme"), tr("People who ask")}; }

QStringList OverlayChooser::measures() const
{
    QStringList titles;
    for (const core::MeasureSpec& spec : core::allMeasures()) titles.append(QString::fromUtf8(spec.title.data(), static_cast<qsizetype>(spec.title.size())));
    return titles;
}

QStringList OverlayChooser::themes() const
{
    QStringList titles{tr("Any theme")};
    for (const std::string& theme : m_themes) titles.append(QString::fromStdString(theme));
    return titles;
}

int OverlayChooser::measure() const { return indexOf(m_first.measure); }
int OverlayChooser::second() const { return indexOf(m_second.measure); }

int OverlayChooser::theme() const
{
    const auto found = std::ranges::find(m_themes, m_theme);
    return found == m_themes.end() ? 0 : static_cast<int>(found - m_themes.begin()) + 1;
}

bool OverlayChooser::choosesClasses() const
{
    return m_view == SpendView || m_view == BudgetView || m_view == MeasureView || (m_view == PrioritiesView && m_priorities == PriorityView::PeopleAsking);
}

void OverlayChooser::setView(int view)
{
    m_view = std::clamp(view, 0, static_cast<int>(CoverageView));
    if (m_view == SpendView) m_first.measure = core::Measure::Spend;
    show();
}

void OverlayChooser::setMeasure(int measure)
{
    m_first.measure = measureAt(measure);
    show();
}

void OverlayChooser::setSecond(int second)
{
    m_second.measure = measureAt(second);
    show();
}

void OverlayChooser::setSet(int set)
{
    if (set < 0 || set >= m_sets.size()) return;
    m_by = m_sets[set].toStdString();
    show();
}

void OverlayChooser::setPerHead(bool perHead)
{
    m_first.perHead = perHead;
    show();
}

void OverlayChooser::setSecondPerHead(bool perHead)
{
    m_second.perHead = perHead;
    show();
}

void OverlayChooser::setMethod(int method)
{
    m_classes.method = static_cast<core::ClassMethod>(std::clamp(method, 0, 3));
    if (m_classes.method == core::ClassMethod::Manual && m_breaks.isEmpty() && m_scene->overlay()) {
        // Begin with the breaks on the map, so that a person moves them rather than thinks of them.
        const OverlayPtr& overlay = m_scene->overlay();
        std::vector<std::vector<double>> byEntry(overlay->legend.size());
        for (const OverlayArea& area : overlay->shown) {
            if (area.value && overlay->legend[static_cast<std::size_t>(area.entry)].kind == LegendKind::Class) byEntry[static_cast<std::size_t>(area.entry)].push_back(*area.value);
        }
        QStringList least;
        for (const auto& values : byEntry) {
            if (!values.empty()) least.append(QString::number(std::ranges::min(values), 'g', 4));
        }
        if (!least.isEmpty()) least.removeFirst();
        setBreaks(least.join(QStringLiteral(", ")));
        return;
    }
    show();
}

void OverlayChooser::setClasses(int classes)
{
    m_classes.classes = std::clamp(classes, 2, 9);
    show();
}

void OverlayChooser::setBreaks(const QString& breaks)
{
    static const QRegularExpression kParts(QStringLiteral("[\\s,;]+"));
    m_breaks = breaks;
    m_breaksFault.clear();
    std::vector<double> numbers;
    for (const QString& part : breaks.split(kParts, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        numbers.push_back(part.toDouble(&isNumber));
        if (!isNumber) m_breaksFault = tr("“%1” is not a number: write breaks like 100, 250, 1000.").arg(part);
    }
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    if (m_breaksFault.isEmpty() && numbers.empty()) m_breaksFault = tr("Write where each class begins, like 100, 250, 1000.");
    if (m_breaksFault.isEmpty() && numbers.size() > 8) m_breaksFault = tr("At most eight breaks can be told apart on a map.");
    if (m_breaksFault.isEmpty()) m_classes.breaks = std::move(numbers);
    show();
}

void OverlayChooser::setTheme(int theme)
{
    m_theme = theme >= 1 && theme <= static_cast<int>(m_themes.size()) ? m_themes[static_cast<std::size_t>(theme) - 1] : std::string();
    show();
}

void OverlayChooser::setPriorityView(int view)
{
    m_priorities = static_cast<PriorityView>(std::clamp(view, 0, 2));
    if (m_priorities == PriorityView::Rank && m_theme.empty() && !m_themes.empty()) m_theme = m_themes.front();
    show();
}

OverlayRequest OverlayChooser::request() const
{
    static constexpr OverlayKind kKinds[]{OverlayKind::None, OverlayKind::Priorities, OverlayKind::Measure, OverlayKind::Budget, OverlayKind::Measure, OverlayKind::Bivariate,
        OverlayKind::Coverage};
    static_assert(std::size(kKinds) == CoverageView + 1, "each view shows a kind of overlay");
    OverlayRequest request{.kind = kKinds[m_view], .figure = m_first, .second = m_second, .by = m_by, .classes = m_classes, .priorities = m_priorities, .theme = m_theme};
    if (m_view == SpendView) request.figure.measure = core::Measure::Spend;
    if (m_view == PrioritiesView && m_priorities == PriorityView::TopTheme) request.theme.clear();
    return request;
}

void OverlayChooser::takePlace()
{
    const core::PlaceSnapshot& place = *m_place->snapshot();
    m_sets.clear();
    for (const core::AreaSet& set : core::areaSetsOf(place)) m_sets.append(QString::fromStdString(set.name));
    if (set() < 0) m_by = m_sets.isEmpty() ? std::string() : m_sets.front().toStdString();
    m_themes = themesOf(place);
    emit choicesChanged();
    emit changed();
}

void OverlayChooser::show()
{
    emit changed();
    if (m_breaksFault.isEmpty() || m_classes.method != core::ClassMethod::Manual) m_scene->show(request());
}

} // namespace hereabouts::app
