// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/search_box.h"

#include "gis/text/fold.h"

namespace hereabouts::app {

namespace {

constexpr std::size_t kMostResults = 9;

} // namespace

SearchBox::SearchBox(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent)
    : QObject(parent), m_place(place), m_scene(scene), m_selection(selection)
{
    m_thread.setMaxThreadCount(1);
    connect(place, &OpenPlace::placeChanged, this, &SearchBox::index);
}

SearchBox::~SearchBox() { m_thread.waitForDone(); }

void SearchBox::setTyped(const QString& typed)
{
    if (typed == m_typed) return;
    m_typed = typed;
    emit typedChanged();
    find();
}

void SearchBox::index()
{
    m_thread.start([this, place = m_place->snapshot()] {
        auto search = std::make_shared<const core::PlaceSearch>(core::PlaceSearch::build(*place, &gis::fold));
        QMetaObject::invokeMethod(this, [this, place, search] {
            if (place != m_place->snapshot()) return;
            m_search = search;
            find();
        }, Qt::QueuedConnection);
    });
}

void SearchBox::find()
{
    m_found = m_search ? m_search->find(m_typed.toStdString(), kMostResults) : std::vector<core::SearchTarget>();
    std::vector<Line> lines;
    for (const core::SearchTarget& one : m_found) {
        lines.push_back({.title = QString::fromStdString(one.title), .detail = QString::fromStdString(one.detail), .badge = one.where.empty() ? tr("not on the map") : QString()});
    }
    m_results.setLines(std::move(lines));
}

void SearchBox::go(int result)
{
    if (result < 0 || result >= static_cast<int>(m_found.size())) return;
    const core::SearchTarget target = m_found[static_cast<std::size_t>(result)];
    setTyped({});
    m_selection->visit({.kind = target.kind, .id = m_place->snapshot()->at(target.kind).id(target.row)});
    if (target.where.empty() || !m_scene->isReady()) return;
    // A road drawn in pieces is one result: show all of it.
    core::Box world;
    for (const core::Point corner : {core::Point{target.where.minX, target.where.minY}, core::Point{target.where.maxX, target.where.maxY},
             core::Point{target.where.minX, target.where.maxY}, core::Point{target.where.maxX, target.where.minY}}) {
        world.include(m_scene->layers()->toWorld(corner));
    }
    m_selection->bringIntoView(world);
}

} // namespace hereabouts::app
