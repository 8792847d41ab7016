// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/sniff.h"

#include "gis/read/source.h"
#include "gis/read/worker/archive.h"
#include "gis/text/encoding.h"
#include "gis/text/fold.h"

#include <array>
#include <format>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hereabouts::worker {

namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

constexpr std::size_t kHead = 64 * 1024;

Result<Format> sniffJson(std::string_view head)
{
    if (head.starts_with('\x1E')) return Format::GeoJsonSequence;
    if (head.contains("\"Topology\"")) return Format::TopoJson;
    if (head.starts_with('[')) return fail(ErrorCode::Unreadable, "It is JSON and no GeoJSON: it starts with a list. GeoJSON is an object with \"type\":\"FeatureCollection\".");
    if (head.contains("\"FeatureCollection\"")) return Format::GeoJson;
    if (!head.contains("\"type\"")) return fail(ErrorCode::Unreadable, "It is JSON without a \"type\", so neither GeoJSON nor TopoJSON.");
    const std::size_t lineEnd = head.find('\n');
    if (lineEnd != std::string_view::npos && gis::trimmed(head.substr(0, lineEnd)).ends_with('}') && gis::trimmed(head.substr(lineEnd)).starts_with('{')) {
        return Format::GeoJsonSequence;
    }
    return Format::GeoJson;
}

Result<Format> sniffXml(std::string_view head)
{
    // The root element decides: what a comment or an attribute says does not.
    for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
        std::string_view tag = head.substr(at + 1);
        if (tag.starts_with('?') || tag.starts_with('!')) continue;
        const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
        const std::size_t colon = name.find(':');
        if ((colon == std::string_view::npos ? name : name.substr(colon + 1)) == "kml") return Format::Kml;
        return fail(ErrorCode::Unreadable, std::format("It is XML whose outermost element is '{}', not KML; files that point to other files are not read. Export it as GeoPackage or GeoJSON.",
            gis::isValidUtf8(name) ? name.substr(0, 40) : std::string_view("?")));
    }
    return fail(ErrorCode::Unreadable, "It looks like XML without an element; it may be cut short.");
}

Result<Format> sniffArchive(std::string_view bytes)
{
    const auto entries = archiveEntries(bytes);
    if (!entries) return std::unexpected(entries.error());
    for (const ArchiveEntry& entry : *entries) {
        const std::string name = gis::asciiLower(entry.name);
        if (name == "xl/workbook.xml") return Format::Xlsx;
        if (name.ends_with(".kml")) return Format::Kmz;
        if (name.ends_with(".shp")) return Format::ZippedShapefile;
    }
    return fail(ErrorCode::Unreadable, "It is a zip archive that holds no Shapefile, KML or XLSX sheet; unpack it and name the file inside.");
}

bool hasControlBytes(std::string_view head)
{
    for (const char c : head) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') return true;
    }
    return false;
}

} // namespace

std::string_view titleOf(Format format)
{
    constexpr std::array<std::string_view, 12> kTitles{"GeoJSON", "GeoJSON text sequence", "TopoJSON", "Shapefile", "zipped Shapefile", "GeoPackage", "SpatiaLite", "FlatGeobuf", "KML",
        "KMZ", "CSV", "XLSX"};
    return kTitles[static_cast<std::size_t>(format)];
}

Result<Bytes> Bytes::map(const std::filesystem::path& path)
{
    const int opened = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status { };
    if (opened < 0 || fstat(opened, &status) != 0) return fail(ErrorCode::NotFound, "It cannot be opened.");
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, opened, 0);
    close(opened);
    if (data == MAP_FAILED) return fail(ErrorCode::Refused, "It is too large for the memory that reading may take; cut it into smaller files.");
    return Bytes(static_cast<const char*>(data), size);
}

Bytes::Bytes(Bytes&& other) noexcept : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Bytes::~Bytes()
{
    if (m_data != nullptr) munmap(const_cast<char*>(m_data), m_size);
}

Result<Format> sniff(std::string_view bytes, const std::filesystem::path& path)
{
    const std::string ending = gis::asciiLower(path.extension().string());
    if (ending == ".dbf" || ending == ".shx" || ending == ".prj" || ending == ".cpg") {
        return fail(ErrorCode::BadInput, std::format("It is one part of a Shapefile; name the .shp beside it ({}.shp).", path.stem().string()));
    }
    if (bytes.starts_with(std::string_view("\0\0\x27\x0A", 4))) return Format::Shapefile;
    if (bytes.starts_with(std::string_view("SQLite format 3\0", 16))) {
        const std::string_view application = bytes.substr(std::min<std::size_t>(68, bytes.size()), 4);
        const bool geoPackage = application == "GPKG" || application == "GP10" || application == "GP11" || ending == ".gpkg";
        return geoPackage ? Format::GeoPackage : Format::Spatialite;
    }
    if (bytes.starts_with("fgb\x03")) return Format::FlatGeobuf;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return sniffArchive(bytes);

    const gis::EncodingGuess guess = gis::guessEncoding(bytes.substr(0, kHead & ~std::size_t{1}));
    std::string decodedHead;
    std::string_view head = bytes.substr(guess.mark, kHead);
    if (guess.name.starts_with("UTF-16")) {
        decodedHead = gis::decoded(bytes.substr(guess.mark, (std::min(bytes.size(), kHead) - guess.mark) & ~std::size_t{1}), guess.name).value_or("");
        head = decodedHead;
    }
    head = gis::trimmed(head);
    if (head.starts_with('{') || head.starts_with('[') || head.starts_with('\x1E')) return sniffJson(head);
    if (head.starts_with('<')) return sniffXml(head);
    if (ending == ".shp") return fail(ErrorCode::Unreadable, "It does not start as a Shapefile does; it is damaged or is something else by that name.");
    if (ending == ".geojson" || ending == ".json" || ending == ".gpkg" || ending == ".kml" || ending == ".fgb" || ending == ".xlsx" || ending == ".kmz" || hasControlBytes(head)) {
        return fail(ErrorCode::Unreadable, std::format("It is none of {}; it may be damaged or be something else by that name.", gis::kFormatsRead));
    }
    return Format::Csv;
}

} // namespace hereabouts::worker
