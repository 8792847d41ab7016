// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/detail/gdal_cells.h"

#include "gis/read/worker/cell_text.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <format>
#include <memory>

namespace hereabouts::worker {

namespace {

constexpr std::array<std::string_view, 10> kKmlLooks{"timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon", "snippet"};

std::string dateText(const OGRFeature& feature, int field, bool withTime)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone) == 0) return {};
    std::string text = std::format("{:04}-{:02}-{:02}", year, month, day);
    if (withTime && (hour != 0 || minute != 0 || second != 0)) text += std::format("T{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
    return text;
}

std::string joined(CSLConstList list)
{
    std::string text;
    for (const char* const* item = list; item != nullptr && *item != nullptr; ++item) text += (text.empty() ? "" : ";") + std::string(*item);
    return text;
}

/// One cell, handed to `take` as a view that lives as long as the call.
template <typename Take>
void withCell(const OGRFeature& feature, int field, OGRFieldType type, const Take& take)
{
    if (feature.IsFieldSetAndNotNull(field) == 0) return take(std::string_view());
    NumberText buffer{};
    switch (type) {
    case OFTInteger:
    case OFTInteger64: return take(cellText(std::int64_t{feature.GetFieldAsInteger64(field)}, buffer));
    case OFTReal: return take(cellText(feature.GetFieldAsDouble(field), buffer));
    case OFTDate: return take(std::string_view(dateText(feature, field, false)));
    case OFTDateTime: return take(std::string_view(dateText(feature, field, true)));
    case OFTStringList: return take(std::string_view(joined(feature.GetFieldAsStringList(field))));
    default: return take(std::string_view(feature.GetFieldAsString(field)));
    }
}

} // namespace

CellColumns::CellColumns(const OGRFeatureDefn& definition, bool kml)
{
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(i);
        if (field.GetType() == OFTBinary || (kml && std::ranges::contains(kKmlLooks, std::string_view(field.GetNameRef())))) continue;
        const std::string_view name = field.GetNameRef();
        m_names.push_back(gis::isValidUtf8(name) && !name.empty() ? gis::normalised(name) : std::format("column {}", i + 1));
        m_fields.push_back(i);
        m_types.push_back(field.GetType());
    }
}

bool CellColumns::putOut(const OGRFeature& feature, Output& output) const
{
    bool valid = true;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        withCell(feature, m_fields[i], m_types[i], [&](std::string_view text) {
            valid = valid && gis::isValidUtf8(text);
            output.cell(text);
        });
    }
    return valid;
}

std::vector<std::string> CellColumns::texts(const OGRFeature& feature) const
{
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        withCell(feature, m_fields[i], m_types[i], [&](std::string_view text) { cells.emplace_back(gis::isValidUtf8(text) ? text : std::string_view("?")); });
    }
    return cells;
}

core::Result<void> putOutShape(const OGRGeometry& shape, std::int64_t number, Output& output)
{
    const std::unique_ptr<OGRGeometry> linear(shape.hasCurveGeometry() ? shape.getLinearGeometry() : nullptr);
    const OGRGeometry& written = linear ? *linear : shape;
    const std::size_t size = written.WkbSize();
    if (auto fits = checkShapeSize(size, number); !fits) return fits;
    written.exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(output.shape(size)), wkbVariantIso);
    return {};
}

} // namespace hereabouts::worker
