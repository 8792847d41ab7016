// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/table.h"

#include "gis/text/fold.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <format>
#include <memory>
#include <unordered_set>

namespace hereabouts::worker {

namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Severity;
using Cells = std::vector<std::string>;

constexpr std::size_t kLookAhead = 30;
constexpr std::size_t kMostColumns = 2000;
constexpr std::int64_t kRowsAReport = 20'000;

std::size_t filled(const Cells& cells)
{
    return static_cast<std::size_t>(std::ranges::count_if(cells, [](const std::string& cell) { return !gis::trimmed(cell).empty(); }));
}

bool isNumber(std::string_view text)
{
    text = gis::trimmed(text);
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    return !text.empty() && end == text.data() + text.size();
}

/// Headings are distinct words, hardly any of them a number.
bool looksLikeHeadings(const Cells& cells, std::size_t width)
{
    if (filled(cells) * 10 < width * 6 || filled(cells) == 0) return false;
    std::unordered_set<std::string> seen;
    std::size_t numbers = 0;
    for (const std::string& cell : cells) {
        if (gis::trimmed(cell).empty()) continue;
        if (!seen.insert(gis::fold(cell)).second) return false;
        numbers += isNumber(cell) ? 1 : 0;
    }
    return numbers * 4 <= filled(cells);
}

std::optional<std::size_t> headingLine(const std::deque<Cells>& lines)
{
    std::size_t width = 0;
    for (const Cells& cells : lines) width = std::max(width, filled(cells));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (looksLikeHeadings(lines[i], width)) return i;
        if (filled(lines[i]) * 10 >= width * 6 && filled(lines[i]) > 0) return std::nullopt; // data already
    }
    return std::nullopt;
}

/// "name" for a blank heading and a number for one that stands there twice, so that each column can be named.
Cells namedColumns(Cells headings, std::size_t width)
{
    headings.resize(std::max(width, headings.size()));
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        std::string name = gis::normalised(gis::trimmed(headings[i]));
        if (name.empty()) name = std::format("column {}", i + 1);
        std::string unique = name;
        for (int n = 2; !seen.insert(unique).second; ++n) unique = std::format("{} ({})", name, n);
        headings[i] = std::move(unique);
    }
    while (!headings.empty() && headings.back() == std::format("column {}", headings.size()) && headings.size() > width) headings.pop_back();
    return headings;
}

bool startsAsWkt(std::string_view text)
{
    text = gis::trimmed(text);
    if (text.starts_with("SRID=")) text.remove_prefix(std::min(text.size(), text.find(';') + 1));
    const std::string word = gis::asciiLower(gis::trimmed(text).substr(0, 18));
    return std::ranges::any_of(std::array<std::string_view, 4>{"point", "linestring", "polygon", "multi"}, [&](std::string_view kind) { return word.starts_with(kind); });
}

std::optional<std::size_t> wktColumn(const Cells& columns, const std::deque<Cells>& lines)
{
    constexpr std::array<std::string_view, 8> kHeadings{"wkt", "geom", "geometry", "thegeom", "shape", "wktgeom", "geomwkt", "geometrywkt"};
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!std::ranges::contains(kHeadings, gis::foldedHeading(columns[c]))) continue;
        for (const Cells& cells : lines) {
            if (c < cells.size() && !gis::trimmed(cells[c]).empty()) return startsAsWkt(cells[c]) ? std::optional(c) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Puts out rows under settled headings.
class Rows {
public:
    Rows(const Cells& headings, std::optional<std::size_t> wkt, Output& output) :
        m_headings(headings), m_width(headings.size()), m_wkt(wkt), m_beyond(beyondColumn(headings)), m_output(output)
    {
    }

    void put(const Cells& cells)
    {
        ++m_number;
        if (filled(cells) == 0) return;
        if (!beyond(cells).empty())
            return turnAway(cells, {}, std::format("It has {} cells under {} headings; text with the separating mark inside needs quotes around it.", cells.size(), m_width));
        if (m_beyond && *m_beyond < cells.size() && !gis::trimmed(cells[*m_beyond]).empty())
            return turnAway(cells, {}, std::format("It has text under {}, from a row that had more cells than headings; put each cell where it belongs and leave this one blank.", gis::kBeyondHeading));
        OGRGeometry* shape = nullptr;
        const std::string wkt = m_wkt && *m_wkt < cells.size() ? cells[*m_wkt] : std::string();
        if (!gis::trimmed(wkt).empty() && OGRGeometryFactory::createFromWkt(afterSrid(wkt).c_str(), nullptr, &shape) != OGRERR_NONE) {
            OGRGeometryFactory::destroyGeometry(shape);
            return turnAway(cells, "geometry", "Its WKT is not well formed; mend or leave out the row.");
        }
        const std::unique_ptr<OGRGeometry> owner(shape);
        m_output.row(m_number);
        for (std::size_t c = 0; c < m_width; ++c) {
            if (m_wkt != c) m_output.cell(c < cells.size() ? std::string_view(cells[c]) : std::string_view());
        }
        if (shape == nullptr) return m_output.noShape();
        auto* bytes = reinterpret_cast<unsigned char*>(m_output.shape(shape->WkbSize()));
        shape->exportToWkb(wkbNDR, bytes, wkbVariantIso);
    }
    [[nodiscard]] std::int64_t number() const { return m_number; }

private:
    /// Cells with text beyond the last heading, parted by bars.
    [[nodiscard]] std::string beyond(const Cells& cells) const
    {
        std::string all;
        for (std::size_t c = m_width; c < cells.size(); ++c) {
            const std::string_view cell = gis::trimmed(cells[c]);
            if (!cell.empty()) all.append(all.empty() ? "" : " | ").append(cell);
        }
        return all;
    }

    void turnAway(const Cells& cells, std::string field, std::string reason)
    {
        gis::SourceFinding row{{.severity = Severity::Rejected, .row = m_number, .field = std::move(field), .message = std::move(reason)}, {}};
        for (std::size_t c = 0; c < std::min(m_width, cells.size()); ++c) row.values.emplace_back(m_headings[c], cells[c]);
        if (std::string rest = beyond(cells); !rest.empty()) row.values.emplace_back(gis::kBeyondHeading, std::move(rest));
        m_output.turnedAway(row);
    }

    static std::optional<std::size_t> beyondColumn(const Cells& headings)
    {
        const auto at = std::ranges::find(headings, gis::kBeyondHeading);
        return at == headings.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - headings.begin()));
    }

    static std::string afterSrid(const std::string& wkt) { return wkt.starts_with("SRID=") ? wkt.substr(wkt.find(';') + 1) : wkt; }

    const Cells& m_headings;
    std::size_t m_width;
    std::optional<std::size_t> m_wkt;
    std::optional<std::size_t> m_beyond;
    Output& m_output;
    std::int64_t m_number = 0;
};

Result<std::deque<Cells>> lookAhead(const Sheet& sheet)
{
    std::deque<Cells> lines;
    while (lines.size() < kLookAhead) {
        Cells cells;
        const auto more = sheet.next(cells);
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        if (cells.size() > kMostColumns) return fail(ErrorCode::Refused, std::format("It has {} columns, and at most {} are read.", cells.size(), kMostColumns));
        lines.push_back(std::move(cells));
    }
    if (std::ranges::all_of(lines, [](const Cells& cells) { return filled(cells) == 0; })) return fail(ErrorCode::Unreadable, "It holds no rows.");
    return lines;
}

} // namespace

Result<void> putOutTable(Sheet sheet, gis::SourceDescription description, Output& output)
{
    auto ahead = lookAhead(sheet);
    if (!ahead) return std::unexpected(ahead.error());
    const auto heading = headingLine(*ahead);
    Cells columns = heading ? ahead->at(*heading) : Cells();
    if (heading) ahead->erase(ahead->begin(), ahead->begin() + static_cast<std::ptrdiff_t>(*heading) + 1);
    while (!columns.empty() && gis::trimmed(columns.back()).empty()) columns.pop_back();
    std::size_t width = columns.size();
    if (!heading) {
        for (const Cells& cells : *ahead) width = std::max(width, cells.size());
    }
    columns = namedColumns(std::move(columns), width);

    const auto wkt = wktColumn(columns, *ahead);
    gis::SourceLayer& layer = description.layers.front();
    layer.columns = columns;
    if (wkt) {
        layer.columns.erase(layer.columns.begin() + static_cast<std::ptrdiff_t>(*wkt));
        layer.shapes = gis::LayerShapes::Mixed;
    }
    output.describe(description);
    if (!heading) output.finding({.severity = Severity::Note, .message = "No line of headings was found; its columns are called column 1, column 2 and so on."});
    if (heading && *heading > 0) output.finding({.severity = Severity::Note, .message = std::format("Headings are taken from line {}; what stands above was left out.", *heading + 1)});

    Rows rows(columns, wkt, output);
    for (const Cells& cells : *ahead) rows.put(cells);
    for (Cells cells;;) {
        const auto more = sheet.next(cells);
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        rows.put(cells);
        if (rows.number() % kRowsAReport == 0) output.progress(sheet.share());
    }
    output.end();
    return {};
}

} // namespace hereabouts::worker
