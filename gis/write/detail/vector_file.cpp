// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/write/detail/vector_file.h"

#include "core/base/date.h"
#include "core/base/money.h"
#include "gis/shapes/wkb.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <format>
#include <mutex>

namespace hereabouts::gis {

using core::ErrorCode;
using core::FieldType;

namespace {

constexpr std::size_t kRowsBetweenLooks = 512;

void registerDrivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // GDAL would otherwise hang its own functions on every SQLite connection of the process, the place file's too.
        CPLSetConfigOption("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO");
        CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
        RegisterOGRGeoPackage();
        RegisterOGRFlatGeobuf();
    });
}

/// GDAL's last word instead of a line on standard error.
class QuietErrors {
public:
    QuietErrors()
    {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
    }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

    [[nodiscard]] static core::Error error()
    {
        const std::string said = CPLGetLastErrorMsg();
        const bool full = said.contains("full") || said.contains("No space");
        if (full) return {ErrorCode::NoSpace, "The export was not written: the disk is full. What was there before is untouched."};
        return {ErrorCode::Failed, std::format("The export was not written: {}.", said.empty() ? "the writer gave no reason" : said)};
    }
};

OGRFieldType columnTypeOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer: return OFTInteger64;
    case FieldType::Real:
    case FieldType::Money: return OFTReal;
    case FieldType::Date: return OFTDate;
    case FieldType::Flag: return OFTInteger;
    case FieldType::Text:
    case FieldType::Codes: break;
    }
    return OFTString;
}

bool createColumn(OGRLayer& layer, const core::Field& field)
{
    OGRFieldDefn column(std::string(field.name).c_str(), columnTypeOf(field.type));
    column.SetAlternativeName(std::string(field.title).c_str());
    if (field.type == FieldType::Flag) column.SetSubType(OFSTBoolean);
    return layer.CreateField(&column) == OGRERR_NONE;
}

OGRwkbGeometryType shapesOf(core::GeometryRule rule)
{
    switch (rule) {
    case core::GeometryRule::None: return wkbNone;
    case core::GeometryRule::Polygon:
    case core::GeometryRule::PolygonOrNone: return wkbMultiPolygon;
    case core::GeometryRule::PointOrNone: return wkbPoint;
    case core::GeometryRule::Any:
    case core::GeometryRule::AnyOrNone: break;
    }
    return wkbUnknown;
}

void setDate(OGRFeature& feature, int index, std::int64_t days)
{
    if (const auto date = core::Date::fromDays(days)) feature.SetField(index, date->year(), date->month(), date->day());
    else feature.SetFieldNull(index);
}

void setValue(OGRFeature& feature, int index, const core::Value& value, FieldType type)
{
    if (const auto* text = std::get_if<std::string>(&value)) feature.SetField(index, text->c_str());
    else if (const auto* real = std::get_if<double>(&value)) feature.SetField(index, *real);
    else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (type == FieldType::Date) setDate(feature, index, *number);
        else if (type == FieldType::Money) feature.SetField(index, core::Money::fromMinor(*number).major());
        else feature.SetField(index, static_cast<GIntBig>(*number));
    } else feature.SetFieldNull(index);
}

core::Result<void> setShape(OGRFeature& feature, const core::Geometry& geometry)
{
    const std::vector<std::byte> wkb = toWkb(geometry);
    if (wkb.empty()) return {};
    OGRGeometry* shape = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &shape, wkb.size()) != OGRERR_NONE) return std::unexpected(QuietErrors::error());
    feature.SetGeometryDirectly(shape);
    return {};
}

} // namespace

void VectorFile::Closes::operator()(GDALDataset* dataset) const
{
    const QuietErrors quiet;
    GDALClose(dataset);
}

VectorFile::VectorFile(VectorFormat format, int epsg, std::unique_ptr<GDALDataset, Closes> dataset) : m_format(format), m_epsg(epsg), m_dataset(std::move(dataset)) {}
VectorFile::VectorFile(VectorFile&&) noexcept = default;
VectorFile::~VectorFile() = default;

core::Result<VectorFile> VectorFile::create(VectorFormat format, const std::filesystem::path& path, int epsg)
{
    registerDrivers();
    const QuietErrors quiet;
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName(format == VectorFormat::GeoPackage ? "GPKG" : "FlatGeobuf");
    if (!driver) return core::fail(ErrorCode::Failed, "This build of GDAL cannot write that format; use .geojson or .csv instead.");
    std::unique_ptr<GDALDataset, Closes> dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset) return std::unexpected(QuietErrors::error());
    if (format == VectorFormat::GeoPackage && dataset->StartTransaction() != OGRERR_NONE) return std::unexpected(QuietErrors::error());
    return VectorFile(format, epsg, std::move(dataset));
}

core::Result<void> VectorFile::add(const LayerContent& content, const core::Job& job)
{
    const QuietErrors quiet;
    OGRSpatialReference crs;
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (content.hasShapes() && crs.importFromEPSG(m_epsg) != OGRERR_NONE) return std::unexpected(QuietErrors::error());

    CPLStringList options;
    const bool someWithout = std::ranges::any_of(content.rows, [&](std::size_t row) { return std::holds_alternative<std::monostate>(content.table->geometry(row)); });
    if (m_format == VectorFormat::GeoPackage) {
        options.SetNameValue("GEOMETRY_NAME", "geom");
        options.SetNameValue("IDENTIFIER", std::string(content.spec().title).c_str());
    } else if (someWithout) {
        options.SetNameValue("SPATIAL_INDEX", "NO"); // its index has no room for rows without a shape
    }
    OGRLayer* const layer = m_dataset->CreateLayer(content.name().c_str(), content.hasShapes() ? &crs : nullptr, shapesOf(content.spec().geometry), options.List());
    if (!layer) return std::unexpected(QuietErrors::error());
    for (const std::size_t field : content.fields) {
        if (!createColumn(*layer, content.spec().fields[field])) return std::unexpected(QuietErrors::error());
    }
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        if (i % kRowsBetweenLooks == 0) {
            if (job.stopped()) return core::fail(ErrorCode::Cancelled, "Stopped; nothing was written.");
            job.tell(static_cast<double>(i) / static_cast<double>(content.rows.size()), content.spec().title);
        }
        OGRFeature feature(layer->GetLayerDefn());
        for (std::size_t f = 0; f < content.fields.size(); ++f) {
            setValue(feature, static_cast<int>(f), content.table->value(content.rows[i], content.fields[f]), content.spec().fields[content.fields[f]].type);
        }
        if (auto shaped = setShape(feature, content.table->geometry(content.rows[i])); !shaped) return shaped;
        if (layer->CreateFeature(&feature) != OGRERR_NONE) return std::unexpected(QuietErrors::error());
    }
    return {};
}

core::Result<void> VectorFile::addTable(const std::string& name, const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows)
{
    const QuietErrors quiet;
    OGRLayer* const layer = m_dataset->CreateLayer(name.c_str(), nullptr, wkbNone, nullptr);
    if (!layer) return std::unexpected(QuietErrors::error());
    for (const std::string& heading : headings) {
        const OGRFieldDefn field(heading.c_str(), OFTString);
        if (layer->CreateField(&field) != OGRERR_NONE) return std::unexpected(QuietErrors::error());
    }
    for (const std::vector<std::string>& row : rows) {
        OGRFeature feature(layer->GetLayerDefn());
        for (std::size_t i = 0; i < headings.size(); ++i) feature.SetField(static_cast<int>(i), row[i].c_str());
        if (layer->CreateFeature(&feature) != OGRERR_NONE) return std::unexpected(QuietErrors::error());
    }
    return {};
}

core::Result<void> VectorFile::close()
{
    const QuietErrors quiet;
    if (m_format == VectorFormat::GeoPackage && m_dataset->CommitTransaction() != OGRERR_NONE) return std::unexpected(QuietErrors::error());
    if (GDALClose(m_dataset.release()) != CE_None) return std::unexpected(QuietErrors::error());
    return {};
}

} // namespace hereabouts::gis
