// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hearing/agreement_page.h"

#include "app/hearing/agreement_figures.h"
#include "core/draw/freehand.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hereabouts::app {

namespace {

constexpr std::array kShares{0.25, 0.5, 0.75, 0.8};
constexpr std::array<const char*, 6> kGroupFields{"", "tenure", "lives_here", "age_group", "years_here", "channel"};
constexpr double kCellsAcross = 420; ///< Fine enough to look smooth, coarse enough to follow a room of people drawing.

QString textOf(const std::string& text) { return QString::fromStdString(text); }

/// Drawings as the drawers named their place, most first.
std::vector<std::pair<std::string, std::size_t>> namesDrawn(const core::PlaceSnapshot& place)
{
    const core::TextColumn& column = place.at(core::RegisterKind::Drawings).text("community");
    std::map<std::string, std::size_t, std::less<>> counts;
    for (std::size_t row = 0; row < column.size(); ++row) ++counts[std::string(column.at(row))];
    std::vector<std::pair<std::string, std::size_t>> names(counts.begin(), counts.end());
    std::ranges::stable_sort(names, std::greater{}, &std::pair<std::string, std::size_t>::second);
    return names;
}

/// The middle half of the drawings' boxes sets the grain: one drawing across the district must not make every cell a farm.
double cellFor(const core::PlaceSnapshot& place, const std::string& name)
{
    const core::RegisterTable& table = place.at(core::RegisterKind::Drawings);
    std::vector<double> sizes;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("community").at(row) != name) continue;
        const core::Box box = core::boundsOf(table.geometry(row));
        sizes.push_back(std::max(box.width(), box.height()));
    }
    if (sizes.empty()) return 5;
    std::ranges::nth_element(sizes, sizes.begin() + std::ssize(sizes) / 2);
    return std::clamp(std::round(2 * sizes[sizes.size() / 2] / kCellsAcross), 1.0, 100.0);
}

/// The community that the drawers mean: by name, alias or code.
std::string codeOf(const core::PlaceSnapshot& place, const std::string& name)
{
    const core::RegisterTable& table = place.at(core::RegisterKind::Communities);
    const std::string wanted = gis::fold(name);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string own = gis::fold(table.text("name").at(row));
        if (own == wanted || table.text("code").at(row) == name || gis::fold(table.text("aliases").at(row)).contains(wanted) || own.starts_with(wanted + " "))
            return std::string(table.text("code").at(row));
    }
    return {};
}

/// The line as a hand would draw it: the steps of the grid taken off, nowhere further from it than a cell.
core::MultiPolygon withoutStairs(core::MultiPolygon line, double cell)
{
    const auto smooth = [cell](core::Ring& ring) {
        core::Ring thin = core::thinned(ring, cell);
        if (thin.size() > 3) ring = std::move(thin);
        if (ring.front() != ring.back()) ring.push_back(ring.front());
    };
    for (core::Polygon& polygon : line) {
        smooth(polygon.outer);
        std::ranges::for_each(polygon.holes, smooth);
    }
    return line;
}

} // namespace

struct AgreementPage::Answer {
    QString problem;
    std::vector<Line> lines;
    QStringList groups;
    std::shared_ptr<const AgreementPicture> picture;
};

AgreementPage::AgreementPage(OpenPlace* place, MapScene* scene, DrawingBoard* board, QObject* parent) :
    QObject(parent), m_place(place), m_scene(scene), m_board(board)
{
    connect(m_place, &OpenPlace::placeChanged, this, &AgreementPage::takePlace);
}

AgreementPage::~AgreementPage()
{
    m_stop.request_stop();
    m_thread.waitForDone();
}

QStringList AgreementPage::shares() const { return {tr("25% of people"), tr("half of the people"), tr("75% of people"), tr("80%: the core")}; }

QStringList AgreementPage::groupings() const
{
    return {tr("Everybody together"), tr("By tenure"), tr("By living here"), tr("By age group"), tr("By years here"), tr("By channel")};
}

void AgreementPage::setShown(bool shown)
{
    if (shown == m_shown) return;
    m_shown = shown;
    if (m_shown) {
        takePlace();
    } else {
        m_picture.reset();
        emit pictureChanged();
    }
    emit changed();
}

void AgreementPage::takePlace()
{
    if (!m_shown || !m_place->isOpen()) return;
    const std::string before = m_name >= 0 && m_name < static_cast<int>(m_names.size()) ? m_names[static_cast<std::size_t>(m_name)] : std::string();
    m_names.clear();
    m_shownNames.clear();
    for (const auto& [name, drawings] : namesDrawn(*m_place->snapshot())) {
        m_names.push_back(name);
        m_shownNames.append(tr("%1 · %2 drawings").arg(name.empty() ? tr("no name") : textOf(name)).arg(drawings));
    }
    const auto again = std::ranges::find(m_names, before);
    m_name = m_names.empty() ? -1 : again == m_names.end() ? 0 : static_cast<int>(again - m_names.begin());
    look();
}

void AgreementPage::setName(int name)
{
    if (name == m_name || name < 0 || name >= static_cast<int>(m_names.size())) return;
    m_name = name;
    m_group = m_against = -1;
    look();
    bringIntoView();
}

void AgreementPage::setShare(int share)
{
    m_share = std::clamp(share, 0, static_cast<int>(kShares.size()) - 1);
    look();
}

void AgreementPage::setGrouping(int grouping)
{
    m_grouping = std::clamp(grouping, 0, static_cast<int>(kGroupFields.size()) - 1);
    m_group = m_against = -1;
    look();
}

void AgreementPage::setGroup(int group)
{
    m_group = group < static_cast<int>(m_groups.size()) ? group : -1;
    if (m_against == m_group) m_against = -1;
    look();
}

void AgreementPage::setAgainst(int against)
{
    m_against = against < static_cast<int>(m_groups.size()) && against != m_group ? against : -1;
    look();
}

void AgreementPage::setSnapped(bool snapped)
{
    if (snapped == m_snapped) return;
    m_snapped = snapped;
    look();
}

void AgreementPage::look()
{
    const quint64 number = ++m_asked;
    m_stop.request_stop();
    m_stop = {};
    if (m_name < 0) return take({.problem = tr("There are no drawings in this place yet. Bring in a file of drawings, or let people draw: Draw mine.")});
    m_counting = true;
    emit changed();
    const std::string name = m_names[static_cast<std::size_t>(m_name)];
    const auto value = [this](int group) { return group >= 0 && group < m_groups.size() ? m_groups[group].toStdString() : std::string(); };
    const std::array<std::string, 2> values{value(m_group), value(m_against)};
    m_thread.start(
        [this, number, snapshot = m_place->snapshot(), job = core::Job{.stop = m_stop.get_token()}, name, share = kShares[static_cast<std::size_t>(m_share)],
            field = std::string(kGroupFields[static_cast<std::size_t>(m_grouping)]), values, snapped = m_snapped] {
            auto answer = std::make_shared<Answer>(count(*snapshot,
                {.source = {}, .community = name, .where = {}, .person = {}, .level = share, .cell = cellFor(*snapshot, name)}, field, values, snapped, job));
            QMetaObject::invokeMethod(
                this,
                [this, number, answer] {
                    if (number == m_asked) take(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
}

AgreementPage::Answer AgreementPage::count(const core::PlaceSnapshot& place, const AgreementWish& wish, const std::string& field,
    const std::array<std::string, 2>& values, bool snapped, const core::Job& job)
{
    Answer answer;
    const core::RegisterTable& drawings = place.at(core::RegisterKind::Drawings);
    const auto column = drawings.spec().fieldIndex(field);
    if (column) {
        std::map<std::string, std::size_t> counts;
        for (std::size_t row = 0; row < drawings.size(); ++row) {
            const core::Value value = drawings.value(row, *column);
            const auto* whole = std::get_if<std::int64_t>(&value);
            const auto* words = std::get_if<std::string>(&value);
            if (drawings.text("community").at(row) == wish.community) ++counts[words ? *words : whole ? std::to_string(*whole) : std::string()];
        }
        for (const auto& [group, rows] : counts) answer.groups.append(textOf(group));
    }
    AgreementWish own = wish;
    if (column && !values[0].empty()) own.where.push_back({field, values[0]});
    auto ground = agreedInPlace(place, own, job);
    if (!ground) {
        answer.problem = textOf(ground.error().message);
        return answer;
    }
    auto picture = std::make_shared<AgreementPicture>();
    const core::GridFrame& frame = ground->agreement.grid().frame();
    picture->shares = surfaceOf(ground->agreement.grid(), ground->agreement.size());
    if (column && !values[0].empty() && !values[1].empty()) {
        AgreementWish other = wish;
        other.where.push_back({field, values[1]});
        const auto against = agreedInPlace(place, other, job);
        auto everybody = agreedInPlace(place, wish, job);
        if (against && everybody) {
            const core::GridFrame& whole = everybody->agreement.grid().frame();
            picture->shares = differenceOf(whole, everybody->agreement.difference(ground->agreement, against->agreement));
            const core::Box box = whole.box();
            picture->corners = {core::Point{box.minX, box.maxY}, {box.maxX, box.maxY}, {box.maxX, box.minY}, {box.minX, box.minY}};
            picture->bands.emplace_back(-1, against->line.shape);
        }
    }
    if (picture->bands.empty()) {
        const core::Box box = frame.box();
        picture->corners = {core::Point{box.minX, box.maxY}, {box.maxX, box.maxY}, {box.maxX, box.minY}, {box.minX, box.minY}};
        for (const gis::AgreedLine& band : ground->bands) picture->bands.emplace_back(band.share, band.shape);
    }
    picture->line = ground->line.shape;
    picture->cell = frame.cell;
    std::optional<SnappedLine> along;
    if (snapped) {
        auto line = snapToSmallAreas(place, *ground);
        if (line)
            along = std::move(*line);
        else
            answer.problem = textOf(line.error().message);
    }
    if (along) picture->line = along->line;
    answer.lines = figuresOf(*ground, along);
    answer.picture = std::move(picture);
    return answer;
}

void AgreementPage::take(Answer answer)
{
    const bool first = !m_picture;
    m_counting = false;
    m_problem = answer.problem;
    m_groups = answer.groups;
    m_lines.setLines(std::move(answer.lines));
    m_picture = std::move(answer.picture);
    emit changed();
    emit pictureChanged();
    if (first) bringIntoView();
}

void AgreementPage::bringIntoView()
{
    if (!m_picture || !m_scene->isReady()) return;
    core::Box world;
    const core::Box box = core::boundsOf(m_picture->line);
    if (box.empty()) return;
    for (const core::Point corner : {core::Point{box.minX, box.minY}, {box.maxX, box.maxY}}) world.include(worldOf(corner));
    emit comeIntoView(geoRectangleOf(world.grownBy(0.3 * std::max(world.width(), world.height()))));
}

void AgreementPage::follow(int line)
{
    const auto& lines = m_lines.lines();
    if (line >= 0 && static_cast<std::size_t>(line) < lines.size() && lines[static_cast<std::size_t>(line)].leadsTo)
        emit asked(*lines[static_cast<std::size_t>(line)].leadsTo);
}

void AgreementPage::drawOn()
{
    if (!m_picture || m_name < 0) return;
    const std::string& name = m_names[static_cast<std::size_t>(m_name)];
    const std::string code = codeOf(*m_place->snapshot(), name);
    m_board->beginWith(textOf(code), code.empty() ? textOf(name) : QString(), m_snapped ? m_picture->line : withoutStairs(m_picture->line, m_picture->cell));
}

void AgreementPage::drawMine() { m_board->beginMine(m_name >= 0 ? textOf(m_names[static_cast<std::size_t>(m_name)]) : QString()); }

} // namespace hereabouts::app
