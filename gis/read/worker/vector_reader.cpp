// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/vector_reader.h"

#include "gis/read/worker/archive.h"
#include "gis/read/worker/foreign_database.h"
#include "gis/read/worker/detail/gdal_cells.h"
#include "gis/read/worker/table.h"
#include "gis/text/encoding.h"
#include "gis/text/fold.h"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <format>
#include <memory>
#include <optional>
#include <utility>

namespace hereabouts::worker {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::fail;
using core::Result;

constexpr std::int64_t kRowsAReport = 2000;

CPLHTTPResult* denyFetch(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*, void*)
{
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is not for files");
    return result;
}

const char* driverOf(Format format)
{
    constexpr std::array<const char*, 12> kDrivers{
        "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRI Shapefile", "ESRI Shapefile", "GPKG", "SQLite", "FlatGeobuf", "LIBKML", "LIBKML", "CSV", "XLSX"};
    return kDrivers[static_cast<std::size_t>(format)];
}

bool isJson(Format format)
{
    return format == Format::GeoJson || format == Format::GeoJsonSequence || format == Format::TopoJson;
}

/// GDAL's own words without the paths of this process.
std::string gdalReason()
{
    std::string reason = CPLGetLastErrorMsg();
    if (!gis::isValidUtf8(reason)) return "no reason given";
    if (const std::size_t line = reason.find('\n'); line != std::string::npos) reason.resize(line);
    while (reason.ends_with('.')) reason.pop_back();
    return reason.empty() ? "no reason given" : reason;
}

/// What GDAL is given to open, and the text encoding that goes with it.
struct Opening {
    std::string name;
    std::vector<std::string> options;
    std::string encoding = "UTF-8";
    bool encodingCertain = true;
    std::string decodedText; ///< Backs a /vsimem/ file.
};

Result<std::string> innerShapefile(std::string_view bytes)
{
    const auto entries = archiveEntries(bytes);
    if (!entries) return std::unexpected(entries.error());
    std::vector<std::string> found;
    for (const ArchiveEntry& entry : *entries) {
        if (gis::asciiLower(entry.name).ends_with(".shp") && !entry.name.contains("__MACOSX")) found.push_back(entry.name);
    }
    if (found.size() == 1) return found.front();
    return fail(ErrorCode::BadInput, std::format("The archive holds {} Shapefiles; unpack it and name one of them.", found.size()));
}

Result<void> checkCompanions(const fs::path& path)
{
    std::array<bool, 2> there{};
    constexpr std::array<std::string_view, 2> kNeeded{".shx", ".dbf"};
    std::error_code trouble;
    const std::string stem = path.stem().string();
    for (std::size_t i = 0; i < kNeeded.size(); ++i) {
        for (const std::string& ending : {std::string(kNeeded[i]), std::string(kNeeded[i] == ".shx" ? ".SHX" : ".DBF")}) {
            there[i] = there[i] || fs::exists(path.parent_path() / (stem + ending), trouble);
        }
        if (!there[i]) {
            return fail(
                ErrorCode::Unreadable, std::format("The Shapefile has no '{}{}' beside it; copy the .shp, .shx, .dbf and .prj together.", stem, kNeeded[i]));
        }
    }
    return {};
}

/// A Shapefile says its encoding in a .cpg or in byte 29 of its .dbf; where neither does, the bytes are judged.
void judgeShapefileText(const fs::path& path, Opening& opening)
{
    std::error_code trouble;
    fs::path table;
    for (const char* ending : {".dbf", ".DBF"}) {
        if (fs::path candidate = path.parent_path() / (path.stem().string() + ending); fs::exists(candidate, trouble)) table = candidate;
    }
    for (const char* ending : {".cpg", ".CPG", ".cst"}) {
        if (fs::exists(path.parent_path() / (path.stem().string() + ending), trouble)) {
            opening.encoding.clear(); // GDAL's metadata tells
            return;
        }
    }
    const auto bytes = Bytes::map(table);
    if (!bytes || bytes->view().size() < 32) return;
    const auto head
        = static_cast<std::size_t>(static_cast<unsigned char>(bytes->view()[8])) + static_cast<std::size_t>(static_cast<unsigned char>(bytes->view()[9])) * 256;
    const std::string_view body = bytes->view().substr(std::min(head, bytes->view().size()));
    const gis::EncodingGuess guess = gis::guessEncoding(body);
    // 0x57 is what ESRI writes for "the code page of this computer": it says nothing.
    const char languageDriver = bytes->view()[29];
    if (languageDriver != 0 && languageDriver != 0x57 && !gis::isValidUtf8(body)) {
        opening.encoding.clear();
        return;
    }
    opening.encoding = guess.name.starts_with("UTF-16") ? "UTF-8" : guess.name;
    opening.encodingCertain = guess.certain;
    opening.options.push_back("ENCODING=" + opening.encoding);
}

Result<void> openAsUtf8(std::string_view bytes, const std::string& encoding, Opening& opening)
{
    const gis::EncodingGuess guess = encoding.empty() ? gis::guessEncoding(bytes) : gis::EncodingGuess{.name = encoding, .mark = 0, .certain = true};
    if (guess.name == "UTF-8" && guess.certain) return {};
    if (bytes.size() > gis::kMostTableBytes) {
        return fail(ErrorCode::Refused,
            std::format(
                "It is not UTF-8 and has {} MB, and at most {} MB are turned into UTF-8; do that first.", bytes.size() >> 20, gis::kMostTableBytes >> 20));
    }
    auto text = gis::decoded(bytes.substr(guess.mark), guess.name);
    if (!text) return std::unexpected(text.error());
    opening.decodedText = std::move(*text);
    opening.encoding = guess.name;
    opening.encodingCertain = guess.certain;
    opening.name = "/vsimem/source.json";
    VSIFCloseL(VSIFileFromMemBuffer(opening.name.c_str(), reinterpret_cast<GByte*>(opening.decodedText.data()), opening.decodedText.size(), FALSE));
    return {};
}

Result<void> prepareOpening(const fs::path& path, std::string_view bytes, Format format, const std::string& encoding, Opening& opening)
{
    opening.name = path.string();
    if (format == Format::GeoPackage || format == Format::Spatialite) return lookOver(path);
    if (isJson(format)) return openAsUtf8(bytes, encoding, opening);
    if (format == Format::ZippedShapefile) {
        const auto inner = innerShapefile(bytes);
        if (!inner) return std::unexpected(inner.error());
        opening.name = "/vsizip/{" + path.string() + "}/" + *inner;
        opening.encoding.clear();
    }
    if (format == Format::Shapefile) {
        if (const auto fine = checkCompanions(path); !fine) return fine;
        if (encoding.empty()) judgeShapefileText(path, opening);
    }
    const bool shapefile = format == Format::Shapefile || format == Format::ZippedShapefile;
    if (shapefile && !encoding.empty()) {
        opening.encoding = encoding;
        opening.options.push_back("ENCODING=" + encoding);
    }
    if (format == Format::Xlsx) opening.options.emplace_back("HEADERS=DISABLE");
    return {};
}

gis::LayerShapes shapesOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbNone: return gis::LayerShapes::None;
    case wkbPoint:
    case wkbMultiPoint: return gis::LayerShapes::Points;
    case wkbLineString:
    case wkbMultiLineString: return gis::LayerShapes::Lines;
    case wkbPolygon:
    case wkbMultiPolygon: return gis::LayerShapes::Areas;
    default: return gis::LayerShapes::Mixed;
    }
}

/// GeoJSON of 2008 could leave its CRS to a link, which is not followed: it then names none.
bool crsIsElsewhere(std::string_view bytes)
{
    const std::size_t at = bytes.substr(0, 64 * 1024).find("\"crs\"");
    return at != std::string_view::npos && bytes.substr(at, 300).contains("\"href\"");
}

/// What an EPSG code or WKT says the CRS is, and where that is written.
void describeCrs(OGRLayer& layer, Format format, std::string_view bytes, gis::SourceDescription& description)
{
    const OGRSpatialReference* reference = layer.GetSpatialRef();
    if (reference == nullptr || format == Format::TopoJson || (isJson(format) && crsIsElsewhere(bytes))) return;
    const char* authority = reference->GetAuthorityName(nullptr);
    const char* code = reference->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG") {
        description.crs = std::format("EPSG:{}", code);
    } else {
        char* wkt = nullptr;
        const std::array<const char*, 2> kOptions{"FORMAT=WKT2_2019", nullptr};
        if (reference->exportToWkt(&wkt, kOptions.data()) == OGRERR_NONE && wkt != nullptr) description.crs = wkt;
        CPLFree(wkt);
    }
    if (isJson(format))
        description.crsSource = "the rule of GeoJSON or its crs member";
    else if (format == Format::Kml || format == Format::Kmz)
        description.crsSource = "the rule of KML";
    else if (format == Format::Shapefile || format == Format::ZippedShapefile)
        description.crsSource = "the .prj file";
    else
        description.crsSource = "the file";
}

gis::SourceLayer sourceLayer(OGRLayer& layer, const CellColumns& columns)
{
    gis::SourceLayer described{.name = layer.GetName(),
        .rows = layer.TestCapability(OLCFastFeatureCount) != 0 ? layer.GetFeatureCount(FALSE) : -1,
        .shapes = shapesOf(layer.GetGeomType()),
        .columns = columns.names()};
    if (!gis::isValidUtf8(described.name)) described.name = "layer";
    return described;
}

std::string encodingOf(OGRLayer& layer, const Opening& opening)
{
    if (!opening.encoding.empty()) return opening.encoding;
    const char* said = layer.GetMetadataItem("SOURCE_ENCODING", "SHAPEFILE");
    return said == nullptr || *said == '\0' ? "ISO-8859-1" : said;
}

Result<void> putOutRows(OGRLayer& layer, const CellColumns& columns, const std::string& encoding, Output& output)
{
    const GIntBig expected = layer.TestCapability(OLCFastFeatureCount) != 0 ? layer.GetFeatureCount(FALSE) : -1;
    CPLErrorReset();
    std::int64_t number = 0;
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        ++number;
        output.row(number);
        if (!columns.putOut(*feature, output)) {
            return fail(ErrorCode::Unreadable,
                std::format("The text of row {} is not written in {}; name the encoding it is written in (CP1252 is common).", number, encoding));
        }
        const OGRGeometry* shape = feature->GetGeometryRef();
        if (shape == nullptr || shape->IsEmpty()) {
            output.noShape();
        } else if (const auto put = putOutShape(*shape, number, output); !put) {
            return put;
        }
        if (number > gis::kMostRows)
            return fail(ErrorCode::Refused, std::format("It has more than {} rows, the most that are read; cut it into smaller files.", gis::kMostRows));
        if (expected > 0 && number % kRowsAReport == 0) output.progress(static_cast<double>(number) / static_cast<double>(expected));
    }
    if (CPLGetLastErrorType() == CE_Failure || CPLGetLastErrorType() == CE_Fatal) {
        return fail(ErrorCode::Unreadable, std::format("It is damaged or cut short after row {} ({}); get the file again.", number, gdalReason()));
    }
    if (expected > 0 && number != expected) {
        return fail(ErrorCode::Unreadable, std::format("It promises {} rows and holds {}; it is cut short: get the file again.", expected, number));
    }
    output.end();
    return {};
}

/// The XLSX driver writes dates as text of its own: 2026/04/01.
void dateToIso(std::string& cell)
{
    if (cell.size() < 10 || cell[4] != '/' || cell[7] != '/' || cell.find_first_not_of("0123456789/: .") != std::string::npos) return;
    cell[4] = cell[7] = '-';
    if (cell.size() > 10 && cell[10] == ' ') cell[10] = 'T';
}

/// An XLSX sheet goes through the same reading of headings as a CSV file.
Result<void> putOutSheet(OGRLayer& layer, gis::SourceDescription description, Output& output)
{
    const CellColumns columns(*layer.GetLayerDefn(), false);
    const auto total = static_cast<double>(std::max<GIntBig>(1, layer.GetFeatureCount(FALSE)));
    std::int64_t number = 0;
    const auto next = [&](std::vector<std::string>& cells) -> Result<bool> {
        const OGRFeatureUniquePtr feature{layer.GetNextFeature()};
        if (!feature) return false;
        ++number;
        cells = columns.texts(*feature);
        for (std::string& cell : cells) dateToIso(cell);
        return true;
    };
    return putOutTable({.next = next, .share = [&] { return static_cast<double>(number) / total; }}, std::move(description), output);
}

std::unique_ptr<GDALDataset> openWith(const Opening& opening, Format format)
{
    std::vector<const char*> drivers{driverOf(format), nullptr};
    std::vector<const char*> options;
    for (const std::string& option : opening.options) options.push_back(option.c_str());
    options.push_back(nullptr);
    return std::unique_ptr<GDALDataset>(GDALDataset::Open(opening.name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options.data(), nullptr));
}

} // namespace

void prepareGdal()
{
    constexpr std::array<std::pair<const char*, const char*>, 12> kSettings{
        {{"GDAL_DRIVER_PATH", "disable"}, {"OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"}, {"OGR_SQLITE_LIST_VIRTUAL_OGR", "NO"}, {"GDAL_VRT_ENABLE_PYTHON", "NO"},
            {"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"}, {"PROJ_NETWORK", "OFF"}, {"GDAL_DISABLE_READDIR_ON_OPEN", "TRUE"}, {"OGR_GEOJSON_MAX_OBJ_SIZE", "500"},
            {"SHAPE_RESTORE_SHX", "NO"}, {"SHAPE_2D_FIELD_PREFIX", ""}, {"OGR_ORGANIZE_POLYGONS", "DEFAULT"}, {"SQLITE_LIST_ALL_TABLES", "NO"}}};
    for (const auto& [key, value] : kSettings) CPLSetConfigOption(key, value);
    CPLSetErrorHandler(CPLQuietErrorHandler);
    CPLHTTPSetFetchCallback(denyFetch, nullptr);
    for (const char* handler : {"/vsicurl/", "/vsicurl_streaming/", "/vsis3/", "/vsis3_streaming/", "/vsigs/", "/vsigs_streaming/", "/vsiaz/",
             "/vsiaz_streaming/", "/vsiadls/", "/vsioss/", "/vsioss_streaming/", "/vsiswift/", "/vsiswift_streaming/", "/vsiwebhdfs/", "/vsihdfs/",
             "/vsistdin/", "/vsistdout/", "/vsisubfile/", "/vsisparse/", "/vsitar/", "/vsigzip/"}) {
        VSIFileManager::RemoveHandler(handler);
    }
    RegisterOGRGeoJSON();
    RegisterOGRGeoJSONSeq();
    RegisterOGRTopoJSON();
    RegisterOGRShape();
    RegisterOGRGeoPackage();
    RegisterOGRSQLite();
    RegisterOGRFlatGeobuf();
    RegisterOGRLIBKML();
    RegisterOGRXLSX();
}

Result<void> putOutVector(
    const fs::path& path, std::string_view bytes, Format format, const std::string& layerName, const std::string& encoding, Output& output)
{
    Opening opening;
    if (const auto prepared = prepareOpening(path, bytes, format, encoding, opening); !prepared) return prepared;
    const auto source = openWith(opening, format);
    if (!source)
        return fail(ErrorCode::Unreadable, std::format("It cannot be read as {} ({}); it may be damaged or cut short.", titleOf(format), gdalReason()));

    std::vector<gis::SourceLayer> layers;
    std::vector<OGRLayer*> handles;
    for (OGRLayer* layer : source->GetLayers()) {
        layers.push_back(sourceLayer(*layer, CellColumns(*layer->GetLayerDefn(), format == Format::Kml || format == Format::Kmz)));
        handles.push_back(layer);
    }
    if (layers.empty()) return fail(ErrorCode::Unreadable, std::format("It is a {} without any layer; it may be damaged or cut short.", titleOf(format)));
    if (layerName.empty() && layers.size() > 1) {
        output.layers(layers);
        return {};
    }
    std::size_t chosen = 0;
    while (chosen < layers.size() && !layerName.empty() && layers[chosen].name != layerName) ++chosen;
    if (chosen == layers.size()) {
        std::string names;
        for (const gis::SourceLayer& layer : layers) names += (names.empty() ? "'" : ", '") + layer.name + "'";
        return fail(ErrorCode::BadInput, std::format("It has no layer '{}'; it has {}.", layerName, names));
    }
    OGRLayer& layer = *handles[chosen];
    gis::SourceDescription description{.format = std::string(titleOf(format)),
        .layers = std::move(layers),
        .layer = chosen,
        .encoding = encodingOf(layer, opening),
        .encodingCertain = opening.encodingCertain};
    if (format == Format::Xlsx) {
        std::swap(description.layers.front(), description.layers[chosen]);
        description.layer = 0;
        return putOutSheet(layer, std::move(description), output);
    }
    describeCrs(layer, format, bytes, description);
    output.describe(description);
    return putOutRows(layer, CellColumns(*layer.GetLayerDefn(), format == Format::Kml || format == Format::Kmz), description.encoding, output);
}

} // namespace hereabouts::worker
