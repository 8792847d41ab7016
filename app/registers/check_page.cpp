// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/check_page.h"

#include "app/overlay/format.h"
#include "core/geometry/web_mercator.h"
#include "core/joined/area_set.h"

#include <cmath>

namespace hereabouts::app {

namespace {

QString text(const std::string& words) { return QString::fromStdString(words); }

QString faultName(gis::CoverageFaultKind kind)
{
    switch (kind) {
    case gis::CoverageFaultKind::Gap: return CheckPage::tr("Gap");
    case gis::CoverageFaultKind::Overlap: return CheckPage::tr("Overlap");
    case gis::CoverageFaultKind::Sliver: return CheckPage::tr("Sliver");
    case gis::CoverageFaultKind::Duplicate: break;
    }
    return CheckPage::tr("Duplicate");
}

CheckPage::Fault faultOf(const core::PlaceSnapshot& place, const core::AreaSet& set, const gis::CoverageFault& fault)
{
    QStringList names;
    for (const std::size_t area : fault.areas) {
        if (names.size() < 3) names.append(nameOf(place, set.kind, set.rows[area]));
    }
    const QString ground = fault.squareMetres < 10'000 ? CheckPage::tr("%1 m²").arg(text(formatNumber(fault.squareMetres, 0)))
                                                       : CheckPage::tr("%1 ha").arg(text(formatNumber(fault.squareMetres / 10'000, 1)));
    return {.section = text(set.name), .title = QStringLiteral("%1, %2").arg(faultName(fault.kind), ground),
        .detail = names.join(QStringLiteral(" · ")) + (fault.areas.size() > 3 ? QStringLiteral(" …") : QString()), .tone = QStringLiteral("warn"),
        .home = core::boundsOf(fault.shape), .where = fault.where};
}

/// Every set of areas that ought to tile the ground, each against itself.
core::Result<std::vector<CheckPage::Fault>> coverageOf(const core::PlaceSnapshot& place, const core::Job& job)
{
    std::vector<CheckPage::Fault> faults;
    for (const core::AreaSet& set : core::areaSetsOf(place)) {
        if (!core::specOf(set.kind).covers) continue;
        std::vector<core::MultiPolygon> areas;
        for (const std::size_t row : set.rows) {
            const auto* area = std::get_if<core::MultiPolygon>(&place.at(set.kind).geometry(row));
            areas.push_back(area ? *area : core::MultiPolygon());
        }
        job.tell(-1, "Checking " + set.name);
        const auto found = gis::coverageFaults(areas, job);
        if (!found) return std::unexpected(found.error());
        for (const gis::CoverageFault& fault : *found) faults.push_back(faultOf(place, set, fault));
    }
    return faults;
}

} // namespace

CheckPage::CheckPage(OpenPlace* place, MapScene* scene, MapSelection* selection, QObject* parent)
    : QAbstractListModel(parent), m_place(place), m_scene(scene), m_selection(selection)
{
    connect(place, &OpenPlace::placeChanged, this, &CheckPage::clear);
}

int CheckPage::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_faults.size()); }

QVariant CheckPage::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Fault& fault = m_faults[static_cast<std::size_t>(index.row())];
    switch (role) {
    case SectionRole: return fault.section;
    case Qt::DisplayRole:
    case TitleRole: return fault.title;
    case DetailRole: return fault.detail;
    case BadgeRole: return fault.badge;
    case ToneRole: return fault.tone;
    case OnMapRole: return !fault.home.empty();
    case PositionRole: {
        if (fault.home.empty() || !m_scene->isReady()) return QVariant::fromValue(QGeoCoordinate());
        const core::LonLat position = core::fromWebMercator(m_scene->layers()->toWorld(fault.where));
        return QVariant::fromValue(QGeoCoordinate(position.lat, std::remainder(position.lon, 360.0)));
    }
    default: return {};
    }
}

QHash<int, QByteArray> CheckPage::roleNames() const
{
    return {{SectionRole, "section"}, {TitleRole, "title"}, {DetailRole, "detail"}, {BadgeRole, "badge"}, {ToneRole, "tone"}, {OnMapRole, "onMap"}, {PositionRole, "position"}};
}

QString CheckPage::summary() const
{
    if (!m_done) return tr("Looks for gaps, overlaps, slivers and duplicates in every set of areas, and for troubles of the file itself.");
    if (m_faults.empty()) return tr("Nothing is wrong: the areas tile the ground and the file is sound.");
    return tr("%1 to look at. Lakes and harbours inside a set of areas show as gaps: tell them apart yourself.").arg(text(formatCount(static_cast<std::int64_t>(m_faults.size()))));
}

void CheckPage::check()
{
    if (!m_place->isOpen()) return;
    using Faults = std::vector<Fault>;
    m_place->ask<Faults>(tr("Checking the place"),
        [place = m_place->snapshot()](gis::PlaceFile& file, const core::Job& job) -> core::Result<Faults> {
            auto faults = coverageOf(*place, job);
            if (!faults) return faults;
            const auto findings = file.checkDatabase();
            if (!findings) return std::unexpected(findings.error());
            for (const core::Finding& one : *findings) faults->push_back({.section = tr("The place file"), .title = text(one.message), .detail = text(one.field), .tone = QStringLiteral("bad")});
            return faults;
        },
        this, [this](core::Result<Faults> faults) {
            if (faults) take(std::move(*faults));
            else emit m_place->failed(text(faults.error().message));
        });
}

void CheckPage::take(std::vector<Fault> faults)
{
    beginResetModel();
    m_faults = std::move(faults);
    endResetModel();
    m_done = true;
    emit checked();
}

void CheckPage::clear()
{
    if (m_faults.empty() && !m_done) return;
    take({});
    m_done = false;
    emit checked();
}

void CheckPage::follow(int row)
{
    if (row < 0 || row >= rowCount() || !m_scene->isReady()) return;
    const core::Box& home = m_faults[static_cast<std::size_t>(row)].home;
    if (home.empty()) return;
    core::Box world;
    world.include(m_scene->layers()->toWorld({home.minX, home.minY}));
    world.include(m_scene->layers()->toWorld({home.maxX, home.maxY}));
    m_selection->bringIntoView(world);
}

} // namespace hereabouts::app
