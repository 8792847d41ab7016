// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/render.h"

#include "app/paint/detail/sheet.h"
#include "app/paint/map_layers.h"
#include "app/paint/map_picture.h"
#include "core/geometry/web_mercator.h"

#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <format>

namespace hereabouts::app {

namespace {

constexpr int kLeastSide = 320;
constexpr int kMostSide = 16'000;
constexpr double kSheetWidth = 1600; ///< Beyond this a picture gets finer, not smaller, type.

/// Which layers belong on a sheet: the ground, the areas the figures are for, and the anchors where it is about their money.
std::vector<LayerChoice> choicesFor(const MapLayers& layers, const Overlay& overlay)
{
    auto choices = firstChoices(layers);
    if (overlay.title.empty()) return choices;
    for (const LayerSummary& summary : layersOf(layers)) {
        const auto choice = std::ranges::find(choices, summary.key, &LayerChoice::key);
        const bool isGround = !summary.kind || *summary.kind == core::RegisterKind::Basemap;
        const bool isTheirs = summary.kind == overlay.areas.kind && (summary.key == overlay.areas.name || overlay.areas.kind == core::RegisterKind::Communities);
        const bool isSpender = summary.kind == core::RegisterKind::Anchors && overlay.request.kind == OverlayKind::Measure && overlay.request.figure.measure == core::Measure::Spend;
        choice->on = isGround || isTheirs || isSpender;
    }
    return choices;
}

core::Result<core::Box> shownBox(const MapLayers& layers, const std::optional<LonLatBox>& bbox)
{
    if (!bbox) return layers.bounds();
    const double east = bbox->east < bbox->west ? bbox->east + 360 : bbox->east;
    const bool finite = std::isfinite(bbox->west) && std::isfinite(east) && std::isfinite(bbox->south) && std::isfinite(bbox->north);
    if (!finite || east <= bbox->west || bbox->north <= bbox->south || bbox->south < -90 || bbox->north > 90 || east - bbox->west > 360) {
        return core::fail(core::ErrorCode::BadInput,
            std::format("The box {},{},{},{} encloses nothing: give west, south, east and north in degrees.", bbox->west, bbox->south, bbox->east, bbox->north));
    }
    core::Box box;
    box.include(core::toWebMercator({bbox->west, bbox->north}));
    box.include(core::toWebMercator({east, bbox->south}));
    return box;
}

/// Everything is drawn to logical pixels; a large sheet has more device pixels to each.
double finenessOf(QSize size) { return std::max(1.0, std::max(size.width(), size.height()) / kSheetWidth); }

core::Result<void> writePng(QIODevice& device, QSize size, const MapPicture& picture, const core::Box& shown)
{
    const double fineness = finenessOf(size);
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull()) return core::fail(core::ErrorCode::BadInput, std::format("A picture of {} × {} pixels is too large for this machine's memory.", size.width(), size.height()));
    image.setDevicePixelRatio(fineness);
    QPainter painter(&image);
    drawSheet(painter, QSizeF(size) / fineness, picture, shown);
    painter.end();
    if (!image.save(&device, "PNG")) return core::fail(core::ErrorCode::Failed, "The PNG could not be encoded.");
    return {};
}

void writeSvg(QIODevice& device, QSize size, const MapPicture& picture, const core::Box& shown, const QString& title)
{
    const double fineness = finenessOf(size);
    QSvgGenerator generator(QSvgGenerator::SvgVersion::Svg11); // Tiny 1.2 knows no clipping
    generator.setOutputDevice(&device);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(96);
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.scale(fineness, fineness);
    drawSheet(painter, QSizeF(size) / fineness, picture, shown);
}

void writePdf(QIODevice& device, QSize size, const MapPicture& picture, const core::Box& shown, const QString& title)
{
    const double fineness = finenessOf(size);
    QPdfWriter writer(&device);
    writer.setResolution(96);
    writer.setPageSize(QPageSize(QSizeF(size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Hereabouts"));
    QPainter painter(&writer);
    painter.scale(fineness, fineness);
    drawSheet(painter, QSizeF(size) / fineness, picture, shown);
}

} // namespace

core::Result<void> renderMap(const core::SnapshotPtr& snapshot, const RenderRequest& request, const std::filesystem::path& file)
{
    const std::string ending = file.extension().string();
    if (ending != ".png" && ending != ".svg" && ending != ".pdf") {
        return core::fail(core::ErrorCode::BadInput, std::format("'{}' must end in .png, .svg or .pdf.", file.filename().string()));
    }
    const QSize size = request.size;
    if (std::min(size.width(), size.height()) < kLeastSide || std::max(size.width(), size.height()) > kMostSide) {
        return core::fail(core::ErrorCode::BadInput, std::format("A sheet can be {} to {} pixels each way, not {}x{}.", kLeastSide, kMostSide, size.width(), size.height()));
    }
    const auto overlay = OverlayMaker(snapshot).make(request.overlay);
    if (!overlay) return std::unexpected(overlay.error());
    const auto layers = MapLayers::build(snapshot);
    if (!layers) return std::unexpected(layers.error());
    const auto shown = shownBox(**layers, request.bbox);
    if (!shown) return std::unexpected(shown.error());
    const auto picture = MapPicture::create(*layers, {.layers = choicesFor(**layers, **overlay), .overlay = *overlay, .theme = request.theme});

    QSaveFile output(QString::fromStdString(file.string()));
    if (!output.open(QIODevice::WriteOnly)) {
        return core::fail(core::ErrorCode::ReadOnly, std::format("'{}' cannot be written: {}.", file.string(), output.errorString().toStdString()));
    }
    const QString title = QString::fromStdString((*overlay)->title.empty() ? snapshot->district.name : std::format("{}: {}", snapshot->district.name, (*overlay)->title));
    if (ending == ".png") {
        if (const auto written = writePng(output, size, *picture, *shown); !written) return written;
    } else if (ending == ".svg") {
        writeSvg(output, size, *picture, *shown, title);
    } else {
        writePdf(output, size, *picture, *shown, title);
    }
    if (!output.commit()) return core::fail(core::ErrorCode::NoSpace, std::format("'{}' could not be written whole: {}.", file.string(), output.errorString().toStdString()));
    return {};
}

} // namespace hereabouts::app
