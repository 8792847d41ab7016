// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hearing/agreement_figures.h"

#include "core/base/share.h"
#include "gis/shapes/overlay.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace hereabouts::app {

namespace {

using core::RegisterKind;

QString tr(const char* words) { return QCoreApplication::translate("Agreement", words); }
QString count(double number) { return QLocale(QLocale::English).toString(std::llround(number)); }
QString percent(double share) { return QString::fromStdString(core::writtenShare(share)); }
QString hectares(double squareMetres) { return QLocale(QLocale::English).toString(squareMetres / 1e4, 'f', 2); }

/// Mean share of the drawings over the cells that one line holds and the other does not.
double meanShare(const core::CountGrid& grid, std::size_t people, const core::MultiPolygon& in, const core::MultiPolygon& out)
{
    double sum = 0;
    std::size_t cells = 0;
    for (const core::CellSpan& span : core::cellsOf(in, grid.frame())) {
        for (std::int32_t column = span.first; column < span.end; ++column) {
            if (core::covers(out, grid.frame().centre(column, span.row))) continue;
            sum += grid.at(column, span.row);
            ++cells;
        }
    }
    return cells == 0 || people == 0 ? 0 : sum / static_cast<double>(cells) / static_cast<double>(people);
}

Line stabilityLine(const std::optional<core::Stability>& stability)
{
    if (!stability) return {.title = tr("Too few drawings to say how sure the line is"), .badge = tr("not sure"), .tone = QStringLiteral("warn")};
    const bool sure = stability->median >= stability->wanted;
    const QString more = !stability->moreNeeded ? tr("people do not draw one place here: more drawings alone would not settle it")
        : *stability->moreNeeded == 0           ? tr("enough drawings")
                                                : tr("about %1 more drawings needed").arg(*stability->moreNeeded);
    return {.title = tr("Other people's drawings would give %1 the same ground").arg(percent(stability->median)),
        .detail = more,
        .badge = sure ? tr("steady") : tr("not sure"),
        .tone = sure ? QStringLiteral("good") : QStringLiteral("warn"),
        .note = tr("Shared over joint ground of the line with lines of drawings drawn again by lot (bootstrap); nine in ten do better than %1. Wanted: %2.")
            .arg(percent(stability->low), percent(stability->wanted))};
}

} // namespace

core::Result<SnappedLine> snapToSmallAreas(const core::PlaceSnapshot& place, const AgreedGround& ground)
{
    const auto edition = std::ranges::find(place.editions, RegisterKind::SmallAreas, &core::AreaEdition::kind);
    const core::RegisterTable& table = place.at(RegisterKind::SmallAreas);
    std::vector<core::MultiPolygon> inside;
    for (std::size_t row = 0; row < table.size() && edition != place.editions.end(); ++row) {
        const auto* area = std::get_if<core::MultiPolygon>(&table.geometry(row));
        if (area && table.text("edition").at(row) == edition->name && core::covers(ground.line.shape, core::representativePoint(*area)))
            inside.push_back(*area);
    }
    if (inside.empty()) return core::fail(core::ErrorCode::NotFound, "No small area has its middle inside the line: it cannot be drawn along them.");
    auto whole = gis::unionOf(inside);
    if (!whole) return std::unexpected(std::move(whole.error()));
    SnappedLine snapped{.line = std::move(*whole), .people = std::nullopt};
    snapped.people = peopleInside(place, snapped.line);
    snapped.shareGained = meanShare(ground.agreement.grid(), ground.agreement.size(), snapped.line, ground.line.shape);
    snapped.shareLost = meanShare(ground.agreement.grid(), ground.agreement.size(), ground.line.shape, snapped.line);
    return snapped;
}

std::vector<Line> figuresOf(const AgreedGround& ground, const std::optional<SnappedLine>& snapped)
{
    std::vector<Line> lines;
    const gis::AgreedLine& line = ground.line;
    const QString about = tr("Drawings");
    lines.push_back({.section = about,
        .title = tr("%1 people's drawings").arg(ground.agreement.size()),
        .detail = tr("%1 read · %2 mended · %3 cannot be used · %4 drew again: their last one counts")
            .arg(ground.read.read)
            .arg(ground.read.repaired.size())
            .arg(ground.read.rejected.size())
            .arg(ground.agreement.superseded().size()),
        .tone = {},
        .note = tr("One vote a person.")});
    if (ground.agreement.size() < 5) {
        lines.push_back({.section = about,
            .title = tr("Fewer than five drawings tell too much of the people who made them: do not publish this line."),
            .badge = tr("private"),
            .tone = QStringLiteral("bad")});
    }
    const QString own = tr("The line that %1 include").arg(percent(line.share));
    const double half = (line.upperSquareMetres - line.lowerSquareMetres) / 2;
    lines.push_back({.section = own,
        .title = tr("%1 ha, certain to ±%2 ha").arg(hectares(line.squareMetres), hectares(half)),
        .detail = tr("%1 or more of %2 people include every spot of it; %3")
            .arg(line.atLeast)
            .arg(ground.agreement.size())
            .arg(line.shape.size() == 1 ? tr("one part") : tr("%1 parts").arg(line.shape.size())),
        .note = tr("Ground area; the bounds are proven from the drawings themselves, not from the grid.")});
    if (ground.people)
        lines.push_back({.section = own,
            .title = tr("%1 people inside").arg(count(static_cast<double>(*ground.people))),
            .detail = tr("of small areas whose middle lies inside")});
    Line stability = stabilityLine(ground.stability);
    stability.section = own;
    lines.push_back(std::move(stability));
    lines.push_back({.section = own,
        .title = tr("%1 ha are contested").arg(hectares(ground.contestedSquareMetres)),
        .detail = tr("ground that between 25% and 75% include")});
    if (snapped) {
        const QString section = tr("Along whole small areas");
        if (snapped->people && ground.people) {
            const std::int64_t more = *snapped->people - *ground.people;
            lines.push_back({.section = section,
                .title = tr("%1 people inside (%2%3)")
                    .arg(count(static_cast<double>(*snapped->people)), more < 0 ? QStringLiteral("−") : QStringLiteral("+"),
                        count(std::abs(static_cast<double>(more))))});
        }
        lines.push_back({.section = section, .title = tr("Takes in ground that %1 of the drawings include on average").arg(percent(snapped->shareGained))});
        lines.push_back({.section = section, .title = tr("Leaves out ground that %1 include").arg(percent(snapped->shareLost))});
    }
    for (const core::Outlier& outlier : ground.agreement.outliers()) {
        lines.push_back({.section = tr("To look at: they count like any other"),
            .title = QString::fromStdString(outlier.sentence()),
            .detail = tr("drawing %1").arg(ground.agreement.drawings()[outlier.drawing].row),
            .badge = tr("unusual"),
            .tone = QStringLiteral("warn"),
            .leadsTo = RowRef{RegisterKind::Drawings, ground.agreement.drawings()[outlier.drawing].row}});
    }
    for (const gis::RepairedDrawing& one : ground.read.repaired)
        lines.push_back({.section = tr("Mended"), .title = QString::fromStdString(one.reason), .detail = tr("drawing %1").arg(one.row)});
    for (const gis::RejectedDrawing& one : ground.read.rejected)
        lines.push_back({.section = tr("Cannot be used"),
            .title = QString::fromStdString(one.reason),
            .detail = tr("drawing %1").arg(one.row),
            .tone = QStringLiteral("bad")});
    return lines;
}

QImage surfaceOf(const core::CountGrid& grid, std::size_t people)
{
    const core::GridFrame& frame = grid.frame();
    QImage image(frame.columns, frame.rows, QImage::Format_ARGB32_Premultiplied);
    for (std::int32_t row = 0; row < frame.rows; ++row) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(frame.rows - 1 - row));
        for (std::int32_t column = 0; column < frame.columns; ++column) {
            const double share = people == 0 ? 0 : static_cast<double>(grid.at(column, row)) / static_cast<double>(people);
            const int alpha = static_cast<int>(std::lround(150 * std::sqrt(share)));
            pixels[column] = qPremultiply(qRgba(94, 47, 147, alpha));
        }
    }
    return image;
}

QImage differenceOf(const core::GridFrame& frame, const std::vector<float>& difference)
{
    QImage image(frame.columns, frame.rows, QImage::Format_ARGB32_Premultiplied);
    for (std::int32_t row = 0; row < frame.rows; ++row) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(frame.rows - 1 - row));
        for (std::int32_t column = 0; column < frame.columns; ++column) {
            const float share = difference[frame.index(column, row)];
            const int alpha = static_cast<int>(std::lround(220 * std::sqrt(std::abs(share))));
            pixels[column] = qPremultiply(share > 0 ? qRgba(179, 88, 6, alpha) : qRgba(20, 90, 160, alpha)); // orange and blue stay apart for colour-blind eyes
        }
    }
    return image;
}

} // namespace hereabouts::app
