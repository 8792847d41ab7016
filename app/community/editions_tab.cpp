// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/community/editions_tab.h"

#include "app/overlay/format.h"
#include "core/joined/written.h"
#include "gis/redraw/new_line.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <set>

namespace hereabouts::app {

namespace {

using core::RegisterKind;

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString titleOf(const gis::HeldLine& line)
{
    QString title = line.isPresent ? EditionsTab::tr("the present line") : textOf(line.name);
    if (!line.line.empty() && line.line != "identity") title += EditionsTab::tr(" – %1").arg(textOf(line.line));
    if (!line.isPresent && !line.state.empty()) title += EditionsTab::tr(" (%1)").arg(textOf(line.state));
    return title;
}

Line lineOf(const QString& title, const gis::LinePart& part, const QString& tone)
{
    QString people;
    if (part.people) {
        people = EditionsTab::tr("%1 people").arg(textOf(formatCount(part.people->people)));
        if (part.people->least != part.people->most)
            people += EditionsTab::tr("; %1–%2 across counting methods").arg(textOf(formatCount(part.people->least)), textOf(formatCount(part.people->most)));
    }
    return {.section = EditionsTab::tr("From the one to the other"),
        .title = title,
        .detail = people,
        .badge = EditionsTab::tr("%1 ha").arg(textOf(formatNumber(part.squareMetres / 10'000, 1))),
        .tone = tone};
}

void addNames(const QString& section, const std::vector<std::string>& names, std::vector<Line>& lines)
{
    for (const std::string& name : names) lines.push_back({.section = section, .title = textOf(name)});
}

Line heldLine(const core::PlaceSnapshot& place, const gis::HeldLine& line)
{
    QStringList about;
    if (line.from != core::kNoInteger) about.append(EditionsTab::tr("from %1").arg(textOf(core::writtenDate(line.from))));
    if (line.until != core::kNoInteger) about.append(EditionsTab::tr("until %1").arg(textOf(core::writtenDate(line.until))));
    for (const std::string& each : {line.precision, line.source}) {
        if (!each.empty()) about.append(textOf(each));
    }
    const RegisterKind kind = line.isPresent ? RegisterKind::Communities : RegisterKind::Boundaries;
    return {.section = EditionsTab::tr("Lines that are held"),
        .title = titleOf(line),
        .detail = about.join(QStringLiteral(" · ")),
        .badge = textOf(line.line),
        .leadsTo = RowRef{.kind = kind, .id = place.at(kind).id(line.row)}};
}

} // namespace

EditionsTab::EditionsTab(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent) :
    CommunityTab(place, parent), m_scene(scene), m_selection(selection)
{
}

void EditionsTab::setCommunity(int community)
{
    if (community == m_community || community < 0 || community >= static_cast<int>(m_codes.size())) return;
    m_community = community;
    takeCommunity();
    emit chosen();
    look();
}

void EditionsTab::setFrom(int from)
{
    if (from == m_from || from < 0 || from >= m_held.size()) return;
    m_from = from;
    emit chosen();
    look();
}

void EditionsTab::setTo(int to)
{
    if (to == m_to || to < 0 || to >= m_held.size()) return;
    m_to = to;
    emit chosen();
    look();
}

bool EditionsTab::canRestore() const { return m_from + 1 < static_cast<int>(m_lines.size()); }

void EditionsTab::takePlace()
{
    const std::string before = m_codes.empty() ? std::string() : m_codes[static_cast<std::size_t>(m_community)];
    const core::PlaceSnapshot& snapshot = *place()->snapshot();
    std::set<std::string_view> withEditions;
    const core::TextColumn& owners = snapshot.at(RegisterKind::Boundaries).text("community");
    for (std::size_t row = 0; row < owners.size(); ++row) withEditions.insert(owners.at(row));
    const core::RegisterTable& table = snapshot.at(RegisterKind::Communities);
    m_codes.clear();
    m_names.clear();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!withEditions.contains(table.text("code").at(row))) continue;
        m_codes.emplace_back(table.text("code").at(row));
        m_names.append(textOf(table.text("name").at(row)));
    }
    const auto same = std::ranges::find(m_codes, before);
    m_community = same == m_codes.end() ? 0 : static_cast<int>(same - m_codes.begin());
    takeCommunity();
    emit chosen();
}

void EditionsTab::takeCommunity()
{
    m_lines.clear();
    m_held.clear();
    m_from = m_to = 0;
    if (m_codes.empty()) return;
    const std::vector<gis::HeldLine> lines = gis::linesOf(*place()->snapshot(), m_codes[static_cast<std::size_t>(m_community)]);
    for (const gis::HeldLine& line : lines) {
        if (!line.shape) continue;
        const bool differs = !lines.back().shape || *line.shape != *lines.back().shape;
        if (differs) m_from = static_cast<int>(m_lines.size()); // the latest that there is something to say of
        m_lines.push_back(line.name);
        m_held.append(titleOf(line));
    }
    m_to = std::max(0, static_cast<int>(m_held.size()) - 1);
}

CommunityTab::Question EditionsTab::question()
{
    const bool any = m_lines.size() > 1;
    const std::string code = m_codes.empty() ? std::string() : m_codes[static_cast<std::size_t>(m_community)];
    const std::string from = any ? m_lines[static_cast<std::size_t>(m_from)] : std::string(),
                      to = any ? m_lines[static_cast<std::size_t>(m_to)] : std::string();
    return [this, code, from, to, any](const core::PlaceSnapshot& snapshot, const core::Job& job) -> Answer {
        const auto show = [this](std::shared_ptr<const gis::LineChange> change) {
            return [this, change = std::move(change)] {
                m_change = change;
                emit changeShown();
            };
        };
        if (!any)
            return {.sentence = code.empty() ? tr("No community has an edition of its line yet.") : tr("It has one line, and nothing to compare it with."),
                .then = show(nullptr)};
        auto change = gis::compareLines(snapshot, code, from, to, job);
        if (!change) return {.problem = textOf(change.error().message), .then = show(nullptr)};
        Answer answer{.sentence = textOf(change->sentence), .method = textOf(change->method)};
        answer.lines.push_back(lineOf(tr("Gained (blue on the map)"), change->gained, QString()));
        answer.lines.push_back(lineOf(tr("Lost (orange on the map)"), change->lost, QString()));
        answer.lines.push_back(lineOf(tr("Kept"), change->kept, QString()));
        addNames(tr("Reaches into"), change->areasEntered, answer.lines);
        addNames(tr("Leaves"), change->areasLeft, answer.lines);
        addNames(tr("Newly shares ground with"), change->newlyShared, answer.lines);
        addNames(tr("Shares none any more with"), change->noLongerShared, answer.lines);
        for (const gis::HeldLine& line : gis::linesOf(snapshot, code)) answer.lines.push_back(heldLine(snapshot, line));
        auto shown = std::make_shared<gis::LineChange>(std::move(*change));
        shown->from.shape = shown->to.shape = nullptr; // they live with the snapshot
        answer.then = show(std::move(shown));
        return answer;
    };
}

void EditionsTab::restore()
{
    if (!canRestore()) return;
    const std::string code = m_codes[static_cast<std::size_t>(m_community)], edition = m_lines[static_cast<std::size_t>(m_from)];
    const std::int64_t today = QDate(1970, 1, 1).daysTo(QDate::currentDate());
    change(
        [code, edition, today](gis::PlaceFile& file, const core::Job& job) -> core::Result<gis::HistoryRow> {
            const auto snapshot = file.snapshot(job);
            if (!snapshot) return std::unexpected(snapshot.error());
            const auto taken = gis::restoreEdition(**snapshot, code, edition, today, job);
            if (!taken) return std::unexpected(taken.error());
            return file.apply(taken->edits, taken->what);
        },
        tr("%1 has the line of \"%2\" again. Undo takes that back.").arg(m_names[m_community], textOf(edition)));
}

void EditionsTab::bringIntoView()
{
    if (!m_change || !m_scene->isReady()) return;
    core::Box world;
    for (const core::MultiPolygon* part : {&m_change->kept.shape, &m_change->gained.shape, &m_change->lost.shape}) {
        const core::Box home = core::boundsOf(*part);
        if (home.empty()) continue;
        world.include(worldOf({home.minX, home.minY}));
        world.include(worldOf({home.maxX, home.maxY}));
    }
    m_selection->bringIntoView(world);
}

} // namespace hereabouts::app
