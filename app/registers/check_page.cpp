// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/check_page.h"

#include "app/check/place_check.h"
#include "app/overlay/format.h"
#include "core/geometry/web_mercator.h"

#include <cmath>

namespace hereabouts::app {

namespace {

QString text(const std::string& words) { return QString::fromStdString(words); }

QString text(std::string_view words) { return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())); }

CheckPage::Fault faultOf(const CoverageTrouble& trouble)
{
    QStringList names;
    for (const std::string& name : trouble.names) {
        if (names.size() < 3) names.append(text(name));
    }
    const QString ground = trouble.squareMetres < 10'000 ? CheckPage::tr("%1 m²").arg(text(formatNumber(trouble.squareMetres, 0)))
                                                         : CheckPage::tr("%1 ha").arg(text(formatNumber(trouble.squareMetres / 10'000, 1)));
    QString detail = names.join(QStringLiteral(" · ")) + (trouble.names.size() > 3 ? QStringLiteral(" …") : QString());
    if (trouble.people >= 0.5) detail += CheckPage::tr(" · about %1 people").arg(text(formatNumber(trouble.people, 0)));
    return {.section = text(trouble.edition), .title = QStringLiteral("%1, %2").arg(text(faultName(trouble.fault)), ground), .detail = detail,
        .tone = QStringLiteral("warn"), .home = core::boundsOf(trouble.shape), .where = trouble.where};
}

std::vector<CheckPage::Fault> faultsOf(const PlaceCheck& check)
{
    std::vector<CheckPage::Fault> faults;
    for (const CoverageTrouble& one : check.coverage) faults.push_back(faultOf(one));
    for (const InvalidShape& one : check.shapes) {
        faults.push_back({.section = CheckPage::tr("Shapes"), .title = QStringLiteral("%1 %2: %3").arg(singularOf(one.kind), text(one.code), text(one.reason)), .tone = QStringLiteral("bad")});
    }
    for (const core::LooseEnd& one : check.references) {
        const QString rows = one.rows > 1 ? CheckPage::tr("%1 rows").arg(text(formatCount(one.rows))) : QString();
        faults.push_back({.section = CheckPage::tr("References between registers"), .title = text(one.message), .detail = rows, .tone = QStringLiteral("warn")});
    }
    for (const core::Finding& one : check.database) {
        faults.push_back({.section = CheckPage::tr("The place file"), .title = text(one.message), .detail = text(one.field), .tone = QStringLiteral("bad")});
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
    if (!m_done) return tr("Looks for gaps, overlaps, slivers and duplicates in every set of areas, for codes that name nothing, and for troubles of the file itself.");
    if (m_faults.empty()) return tr("Nothing is wrong: the areas tile the ground, every code names something, and the file is sound.");
    return tr("%1 to look at. Lakes and harbours inside a set of areas show as gaps: tell them apart yourself.").arg(text(formatCount(static_cast<std::int64_t>(m_faults.size()))));
}

void CheckPage::check()
{
    if (!m_place->isOpen()) return;
    using Faults = std::vector<Fault>;
    m_place->ask<Faults>(tr("Checking the place"),
        [place = m_place->snapshot()](gis::PlaceFile& file, const core::Job& job) -> core::Result<Faults> {
            auto check = checkPlace(*place, job);
            if (!check) return std::unexpected(check.error());
            auto findings = file.checkDatabase();
            if (!findings) return std::unexpected(findings.error());
            check->database = std::move(*findings);
            return faultsOf(*check);
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
