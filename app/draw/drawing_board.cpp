// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/drawing_board.h"

#include "app/draw/line_tools.h"
#include "app/draw/paint_tool.h"
#include "app/draw/trace_tool.h"
#include "app/draw/walk_tool.h"
#include "app/place/row_ref.h"
#include "core/draw/reshape.h"
#include "gis/shapes/overlay.h"
#include "gis/text/fold.h"

#include <QCollator>
#include <QLocale>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace hereabouts::app {

namespace {

constexpr double kSnapPixels = 9;
constexpr double kClosePixels = 11; ///< So near to its beginning, a click closes the line.

QString textOf(const std::string& text) { return QString::fromStdString(text); }

} // namespace

DrawingBoard::DrawingBoard(OpenPlace* place, MapScene* scene, QObject* parent) :
    QObject(parent), m_place(place), m_scene(scene), m_journal(place), m_grip(*this)
{
    Easel& easel = *this;
    m_tools.push_back(std::make_unique<VertexTool>(easel));
    m_tools.push_back(std::make_unique<FreehandTool>(easel));
    m_tools.push_back(std::make_unique<TraceTool>(easel, m_ground));
    m_tools.push_back(std::make_unique<PaintTool>(easel, m_ground));
    m_tools.push_back(std::make_unique<RadiusTool>(easel));
    m_tools.push_back(std::make_unique<WalkTool>(easel, m_ground));
    m_tools.push_back(std::make_unique<CutTool>(easel));
    m_tools.push_back(std::make_unique<MoveTool>(easel));
    connect(&m_journal, &SketchJournal::found, this, &DrawingBoard::unfinishedChanged);
    connect(&m_journal, &SketchJournal::failed, this, &DrawingBoard::failed);
    connect(m_place, &OpenPlace::placeChanged, this, &DrawingBoard::communitiesChanged);
    connect(m_place, &OpenPlace::placeChanged, this, [this, looked = QString()]() mutable {
        if (looked == m_place->name()) return;
        looked = m_place->name();
        m_journal.look();
    });
}

DrawingBoard::~DrawingBoard()
{
    m_stop.request_stop();
    m_thread.waitForDone();
}

bool DrawingBoard::walks() const { return dynamic_cast<WalkTool*>(&hand()) != nullptr; }

bool DrawingBoard::traces() const { return dynamic_cast<TraceTool*>(&hand()) != nullptr; }

double DrawingBoard::walkMetres() const
{
    const auto* walk = dynamic_cast<const WalkTool*>(&hand());
    return walk ? walk->metres() : 0;
}

void DrawingBoard::setWalkMetres(double metres)
{
    if (auto* walk = dynamic_cast<WalkTool*>(&hand())) walk->setMetres(metres);
    emit sketchChanged();
}

bool DrawingBoard::paints() const { return dynamic_cast<PaintTool*>(&hand()) != nullptr; }

QVariantList DrawingBoard::communities() const
{
    QVariantList list;
    if (!m_place->isOpen()) return list;
    const core::RegisterTable& table = m_place->snapshot()->at(core::RegisterKind::Communities);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const bool hasLine = !std::holds_alternative<std::monostate>(table.geometry(row));
        const QString status = QString::fromUtf8(table.text("status").at(row));
        list.append(QVariantMap{{QStringLiteral("code"), QString::fromUtf8(table.text("code").at(row))},
            {QStringLiteral("name"), nameOf(*m_place->snapshot(), core::RegisterKind::Communities, row)},
            {QStringLiteral("detail"), hasLine ? status : tr("%1 · no line yet").arg(status)}});
    }
    QCollator collator{QLocale(QLocale::English)};
    std::ranges::sort(list, [&](const QVariant& a, const QVariant& b) {
        return collator.compare(a.toMap()[QStringLiteral("name")].toString(), b.toMap()[QStringLiteral("name")].toString()) < 0;
    });
    return list;
}

QStringList DrawingBoard::tools() const { return {tr("Corners"), tr("Freehand"), tr("Trace"), tr("Paint"), tr("Round a point"), tr("On foot"), tr("Cut"), tr("Move all")}; }

bool DrawingBoard::matches(const QString& name, const QString& typed) const { return gis::fold(name.toStdString()).contains(gis::fold(typed.toStdString())); }

void DrawingBoard::setTool(int tool)
{
    if (tool == m_tool || tool < 0 || tool >= static_cast<int>(m_tools.size())) return;
    hand().giveUp();
    m_tool = tool;
    m_grip.forget();
    emit toolChanged();
    emit sketchChanged();
}

void DrawingBoard::setSnapping(bool snapping)
{
    if (snapping == m_snapping) return;
    m_snapping = snapping;
    emit snappingChanged();
}

void DrawingBoard::beginFor(const QString& community)
{
    if (!m_place->isOpen()) return;
    const core::RegisterTable& table = m_place->snapshot()->at(core::RegisterKind::Communities);
    const std::string code = community.toStdString();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("code").at(row) != code) continue;
        const auto* shape = std::get_if<core::MultiPolygon>(&table.geometry(row));
        const QString title = tr("Boundary of %1").arg(nameOf(*m_place->snapshot(), core::RegisterKind::Communities, row));
        auto sketch = shape ? core::Sketch::of(*shape) : core::Sketch();
        if (!sketch) return emit failed(textOf(sketch.error().message));
        open(code, code, title, std::move(*sketch));
        m_journal.begin(m_code, title, shape ? *shape : core::MultiPolygon());
        if (shape) emit comeIntoView(geoRectangleOf(m_scene->layers()->boundsOf(core::RegisterKind::Communities, row)));
        return;
    }
    emit failed(tr("There is no community %1 in this place.").arg(community));
}

void DrawingBoard::beginNew()
{
    if (!m_place->isOpen()) return;
    const std::string code = "new " + QUuid::createUuid().toString(QUuid::Id128).first(12).toStdString();
    open(code, {}, tr("A new community's boundary"), {});
    m_journal.begin(code, m_title, {});
}

void DrawingBoard::beginWith(const QString& community, const QString& name, const core::MultiPolygon& line)
{
    if (community.isEmpty())
        beginNew();
    else
        beginFor(community);
    if (!m_active) return;
    m_name = name;
    emit activeChanged();
    apply(core::becoming(m_sketch, "agreed", line));
}

void DrawingBoard::beginMine(const QString& place)
{
    if (!m_place->isOpen()) return;
    const std::string code = "mine " + QUuid::createUuid().toString(QUuid::Id128).first(12).toStdString();
    open(code, {}, place.isEmpty() ? tr("My place") : tr("My place: %1").arg(place), {});
    m_name = place;
    emit activeChanged();
    m_journal.begin(code, m_title, {});
}

void DrawingBoard::resume(const QString& code)
{
    QString title;
    const std::string name = code.toStdString();
    auto sketch = m_journal.resume(name, title);
    if (!sketch) return emit failed(tr("That drawing cannot be found any more."));
    open(name, name.starts_with("new ") || name.starts_with("mine ") ? std::string() : name, title, std::move(*sketch));
    core::Box world;
    for (const core::SketchRing& ring : m_sketch.rings()) {
        for (const core::Point& vertex : ring.vertices) world.include(worldOf(vertex));
    }
    if (!world.empty()) emit comeIntoView(geoRectangleOf(world));
    emit told(tr("%1: taken up where it was left.").arg(title));
}

void DrawingBoard::throwAway(const QString& code) { m_journal.end(code.toStdString()); }

void DrawingBoard::open(const std::string& code, const std::string& community, const QString& title, core::Sketch sketch)
{
    auto map = HomeMap::create(m_place->snapshot()->district.epsg);
    if (!map) return emit failed(textOf(map.error().message));
    m_map.emplace(std::move(*map));
    m_code = code;
    m_community = community;
    m_title = title;
    m_name.clear();
    m_sketch = std::move(sketch);
    m_grip.forget();
    m_hovered.reset();
    m_active = true;
    m_ground.reset();
    m_facts.take(nullptr);
    findMeetings();
    layOutGround();
    emit activeChanged();
    emit edited();
    emit sketchChanged();
}

void DrawingBoard::close()
{
    hand().giveUp();
    m_grip.forget();
    m_active = false;
    m_sketch = {};
    m_meetings.clear();
    m_lines.reset();
    m_ground.reset();
    m_facts.follow({});
    m_facts.take(nullptr);
    emit activeChanged();
    emit edited();
    emit sketchChanged();
}

void DrawingBoard::setAside()
{
    if (!m_active) return;
    const bool untouched = !m_sketch.canUndo() && !m_sketch.canRedo();
    if (untouched)
        m_journal.end(m_code);
    else
        m_journal.look();
    close();
}

void DrawingBoard::discard()
{
    if (!m_active) return;
    m_journal.end(m_code);
    close();
}

std::optional<Touch> DrawingBoard::touchOf(const QGeoCoordinate& position, double zoom, bool free)
{
    if (!m_active || !position.isValid()) return std::nullopt;
    m_free = free;
    const Touch touch = m_map->touch(position, zoom);
    if (!std::isfinite(touch.at.x) || !std::isfinite(touch.at.y)) return std::nullopt;
    return touch;
}

bool DrawingBoard::closesHere(const Touch& touch) const
{
    const auto open = m_sketch.openRing();
    if (!open || m_sketch.rings()[*open].vertices.size() < 3) return false;
    const core::Point first = m_sketch.rings()[*open].vertices.front();
    return std::hypot(first.x - touch.at.x, first.y - touch.at.y) <= kClosePixels * touch.metresPerPixel;
}

bool DrawingBoard::press(const QGeoCoordinate& position, double zoom, bool free)
{
    const auto touch = touchOf(position, zoom, free);
    if (!touch) return false;
    const bool movesAll = dynamic_cast<MoveTool*>(&hand()) != nullptr;
    return (!movesAll && m_grip.press(*touch)) || hand().press(*touch);
}

void DrawingBoard::drag(const QGeoCoordinate& position, double zoom, bool free)
{
    const auto touch = touchOf(position, zoom, free);
    if (!touch) return;
    if (m_grip.held())
        m_grip.drag(*touch);
    else
        hand().drag(*touch);
}

void DrawingBoard::release(const QGeoCoordinate& position, double zoom, bool free)
{
    const auto touch = touchOf(position, zoom, free);
    if (!touch) return;
    if (!m_grip.held()) return hand().release(*touch);
    if (!m_grip.release(*touch) && closesHere(*touch)) finishLine();
}

void DrawingBoard::click(const QGeoCoordinate& position, double zoom, bool free)
{
    const auto touch = touchOf(position, zoom, free);
    if (!touch) return;
    if (closesHere(*touch)) return finishLine();
    m_grip.forget();
    hand().click(*touch);
}

void DrawingBoard::hover(const QGeoCoordinate& position, double zoom, bool free)
{
    const auto touch = touchOf(position, zoom, free);
    if (!touch) return;
    const std::optional<Handle> under = m_grip.under(*touch);
    if (under != m_hovered) {
        m_hovered = under;
        emit sketchChanged();
    }
    hand().hover(*touch);
}

void DrawingBoard::flip() { hand().flip(); }

void DrawingBoard::finishLine()
{
    if (!m_active || hand().finish()) return;
    if (m_sketch.openRing()) apply(core::edit::Close{});
}

void DrawingBoard::stepBack()
{
    if (!m_active || m_grip.giveUp() || hand().giveUp()) return;
    if (const auto back = m_sketch.stepBack()) {
        apply(*back);
    } else if (m_grip.chosen()) {
        m_grip.forget();
        emit sketchChanged();
    }
}

void DrawingBoard::eraseCorner() { m_grip.eraseChosen(); }

void DrawingBoard::chooseNextCorner(int step)
{
    if (!m_active) return;
    if (const auto corner = m_grip.chooseNext(step)) emit lookAt(m_map->toMap(*corner));
    emit sketchChanged();
}

void DrawingBoard::nudgeCorner(double right, double down, double zoom)
{
    if (!m_active || !m_grip.chosen()) return;
    const Handle corner = *m_grip.chosen();
    const core::Point from = m_sketch.rings()[corner.ring].vertices[corner.vertex];
    const double metres = m_map->touch(m_map->toMap(from), zoom).metresPerPixel;
    apply(core::edit::Move{corner.ring, corner.vertex, {from.x + right * metres, from.y - down * metres}});
}

void DrawingBoard::startHole()
{
    if (m_sketch.rings().empty()) return emit failed(tr("Draw the outside first; then a hole can be cut into it."));
    const std::uint32_t ring = m_grip.chosen() ? m_grip.chosen()->ring : static_cast<std::uint32_t>(m_sketch.rings().size() - 1);
    if (apply(core::edit::StartHole{ring})) setTool(0);
}

void DrawingBoard::removePart()
{
    if (!m_grip.chosen()) return emit failed(tr("Click a corner of the part or hole first."));
    apply(core::edit::RemoveRing{m_grip.chosen()->ring});
}

void DrawingBoard::joinParts()
{
    const core::MultiPolygon shape = m_sketch.shape();
    const auto joined = gis::unionOf(std::vector<core::MultiPolygon>{shape});
    if (!joined) return emit failed(textOf(joined.error().message));
    if (joined->size() >= shape.size()) return emit failed(tr("No two parts touch: draw the ground between them, or leave them as parts of one community."));
    apply(core::becoming(m_sketch, "joined", *joined));
}

void DrawingBoard::layOutGround()
{
    const quint64 number = ++m_groundAsked;
    m_stop.request_stop();
    m_stop = {};
    const core::Job job{.stop = m_stop.get_token()};
    m_thread.start([this, number, job, snapshot = m_place->snapshot(), community = m_community] {
        auto ground = DrawingGround::build(snapshot, community, job);
        QMetaObject::invokeMethod(
            this,
            [this, number, ground = std::move(ground)] {
                if (number != m_groundAsked || !m_active) return;
                if (!ground) return emit failed(textOf(ground.error().message));
                m_ground = *ground;
                m_facts.take(m_ground);
                m_facts.follow(m_sketch.rings());
                emit groundChanged();
                emit sketchChanged();
            },
            Qt::QueuedConnection);
    });
}

void DrawingBoard::undo() { apply(core::edit::Undo{}); }
void DrawingBoard::redo() { apply(core::edit::Redo{}); }

bool DrawingBoard::apply(const core::SketchEdit& edit)
{
    if (const auto done = m_sketch.apply(edit); !done) {
        emit failed(textOf(done.error().message));
        return false;
    }
    m_journal.keep(edit);
    const bool keepsChosen = std::holds_alternative<core::edit::Move>(edit) || std::holds_alternative<core::edit::Insert>(edit);
    if (!keepsChosen) m_grip.forget();
    m_hovered.reset();
    findMeetings();
    m_facts.follow(m_sketch.rings());
    emit edited();
    emit sketchChanged();
    return true;
}

void DrawingBoard::findMeetings()
{
    m_meetings = core::meetingsOf(m_sketch);
    std::erase_if(m_meetings, [](const core::Meeting& meeting) { return !meeting.isFault(); });
    m_lines.reset();
    if (m_sketch.openRing()) m_lines.emplace(m_sketch);
}

core::Point DrawingBoard::snapped(const Touch& touch) const
{
    if (!m_snapping || m_free || !m_ground) return touch.at;
    const auto spot = m_ground->network.nearest(touch.at, kSnapPixels * touch.metresPerPixel);
    return spot ? spot->at : touch.at;
}

void DrawingBoard::repaint()
{
    if (m_active) m_facts.follow(shownRings());
    emit sketchChanged();
}

Preview DrawingBoard::preview() const { return m_active ? hand().preview() : Preview{}; }

std::vector<core::Point> DrawingBoard::faults() const
{
    std::vector<core::Point> points;
    for (const core::Meeting& meeting : m_meetings) points.push_back(meeting.where);
    for (const core::Meeting& meeting : m_grip.meetings()) {
        if (meeting.isFault()) points.push_back(meeting.where);
    }
    return points;
}

std::vector<core::Point> DrawingBoard::faultsAhead() const
{
    std::vector<core::Point> points;
    const Preview ahead = preview();
    if (!m_lines || ahead.line.size() != 1) return points;
    for (const core::Meeting& meeting : m_lines->meetingsIfAppended(ahead.line.front())) {
        if (meeting.isFault()) points.push_back(meeting.where);
    }
    return points;
}

QString DrawingBoard::advice() const { return m_active ? hand().advice() : QString(); }

QString DrawingBoard::trouble() const
{
    const std::size_t crossings = faults().size();
    if (crossings == 0) return {};
    const QString where = crossings == 1 ? tr("in one place") : tr("in %1 places").arg(crossings);
    return tr("The line crosses or touches itself %1, marked on the map. Move a corner; or take it as it is, and it is mended by rule, with the mending shown.")
        .arg(where);
}

QString DrawingBoard::question() const
{
    if (!m_active) return {};
    switch (m_sketch.question()) {
    case core::SketchQuestion::TwoClicks: return tr("The line has fewer than three corners. Go on with it, or press Esc to take it away?");
    case core::SketchQuestion::StillOpen: return tr("The line is not closed yet: press Enter, or click its first corner.");
    case core::SketchQuestion::EnclosesNothing: return tr("The line goes there and back and encloses nothing. Go on with it, or press Esc.");
    case core::SketchQuestion::NothingDrawn:
    case core::SketchQuestion::None: return {};
    }
    return {};
}

bool DrawingBoard::canTake() const { return m_active && m_sketch.question() == core::SketchQuestion::None; }

} // namespace hereabouts::app
