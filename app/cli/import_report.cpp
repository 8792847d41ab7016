// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_report.h"

#include "core/joined/written.h"

#include <algorithm>
#include <format>
#include <set>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

constexpr std::size_t kListed = 12; ///< Rows of a list shown to people; JSON has all.

std::string kindName(const gis::ImportPreview& preview)
{
    return std::string(core::specOf(preview.request.kind).name);
}

/// The editions that the rows are of, "wards 2025, wards 2028": a column of the source may name them.
std::string editionsOf(const gis::ImportPreview& preview)
{
    const auto field = core::specOf(preview.request.kind).fieldIndex("edition");
    if (!field) return preview.batch.edition;
    std::set<std::string> editions;
    for (const core::Record& record : preview.batch.rows) {
        if (const auto* text = std::get_if<std::string>(&record.values[*field])) editions.insert(*text);
    }
    if (editions.empty()) return preview.batch.edition;
    std::string names;
    for (const std::string& edition : editions) names += (names.empty() ? "" : ", ") + edition;
    return names;
}

std::string rowText(std::int64_t row)
{
    return row > 0 ? std::format("row {}", core::writtenCount(row)) : "the file";
}

template <typename Rows, typename Print> void printList(const Console& console, std::string_view heading, const Rows& rows, Print print)
{
    if (rows.empty()) return;
    console.line();
    console.line(heading);
    for (std::size_t i = 0; i < rows.size() && i < kListed; ++i) console.line("  " + plain(print(rows[i])));
    if (rows.size() > kListed)
        console.line(std::format("  … and {} more; --json lists them all.", core::writtenCount(static_cast<std::int64_t>(rows.size() - kListed))));
}

std::string findingText(const core::Finding& finding)
{
    if (finding.row == 0) return finding.message;
    return finding.field.empty() ? std::format("{}: {}", rowText(finding.row), finding.message)
                                 : std::format("{}, {}: {}", rowText(finding.row), finding.field, finding.message);
}

/// How the command takes the answer to what the import asks: in words after the sentence.
std::string howToSay(const gis::ImportPreview& preview, const core::Finding& finding)
{
    if (finding.field == "encoding") return std::format(" (--encoding {})", preview.encoding);
    if (finding.field == "crs") return std::format(" (--crs \"{}\")", preview.crsGuess ? preview.crsGuess->definition : "EPSG:N");
    if (finding.field == "edition") return " (--edition NAME)";
    const bool isField = core::specOf(preview.batch.kind).fieldIndex(finding.field).has_value();
    return isField ? std::format(" (--map {0}=COLUMN, or --map {0}==TEXT)", finding.field) : "";
}

void printLists(const Console& console, const gis::ImportPreview& preview)
{
    const gis::ImportBatch& batch = preview.batch;
    printList(console, "Repaired shapes", batch.repaired, [](const gis::RepairedRow& row) {
        return std::format(
            "{} ({}): {} before, {} after; {}", rowText(row.row), row.code, groundText(row.wasSquareMetres), groundText(row.nowSquareMetres), row.reason);
    });
    printList(console, "Rejected rows", batch.rejected, [](const gis::RejectedRow& row) {
        return row.field.empty() ? std::format("{}: {}", rowText(row.row), row.reason) : std::format("{}, {}: {}", rowText(row.row), row.field, row.reason);
    });
    printList(console, "Worth a look", batch.warnings, findingText);
}

std::string_view severityWord(core::Severity severity)
{
    switch (severity) {
    case core::Severity::Note: return "note";
    case core::Severity::Warning: return "warning";
    case core::Severity::Rejected: return "refused";
    }
    return {};
}

} // namespace

void printImport(const Console& console, const gis::ImportPreview& preview, bool brief)
{
    const gis::ImportBatch& batch = preview.batch;
    std::string text = std::format("{}: {} of {} taken in from {}", kindName(preview), core::writtenCount(static_cast<std::int64_t>(batch.rows.size())),
        howMany(preview.rowsRead, "row", "rows"), batch.source);
    if (const std::string editions = editionsOf(preview); !editions.empty()) text += std::format(" as \"{}\"", editions);
    if (!batch.rejected.empty()) text += std::format(", {} rejected", core::writtenCount(static_cast<std::int64_t>(batch.rejected.size())));
    if (!batch.repaired.empty()) text += std::format(", {} repaired", core::writtenCount(static_cast<std::int64_t>(batch.repaired.size())));
    if (!batch.overlaps.empty())
        text += std::format(", {}", howMany(static_cast<std::int64_t>(batch.overlaps.size()), "overlap recorded", "overlaps recorded"));
    console.line(plain(text) + ".");
    if (brief) return;
    printLists(console, preview);
    if (!batch.rejected.empty())
        console.line("\nRejected rows are kept: `hereabouts rejects PLACE` lists them, and writes them to a file to be mended and brought in again.");
}

void printPreview(const Console& console, const gis::ImportPreview& preview)
{
    Columns about({"", ""});
    about.add({"Format", preview.format});
    about.add({"Layer", preview.layers.size() > 1 ? std::format("{} (of {})", preview.layer, preview.layers.size()) : preview.layer});
    const std::string guess = preview.crsGuess
        ? std::format("unknown; it looks like {}: add --crs {} if that is so", preview.crsGuess->name, preview.crsGuess->definition)
        : "unknown";
    about.add({"Coordinates", preview.crs.empty() ? guess : preview.crs + (preview.crsNote.empty() ? "" : "; " + preview.crsNote)});
    about.add({"Text", preview.encoding});
    about.add({"Rows", core::writtenCount(preview.rowsRead)});
    about.add({"Accepted", core::writtenCount(static_cast<std::int64_t>(preview.batch.rows.size()))});
    about.add({"Rejected", core::writtenCount(static_cast<std::int64_t>(preview.batch.rejected.size()))});
    about.print(console);
    console.line();
    Columns mapping({"Field", "", "Column"});
    for (const gis::FieldMapping& field : preview.mapping) {
        const std::string note
            = field.column.empty() ? (field.required ? "(missing, and needed)" : "–") : field.column + (field.remembered ? "  (as last time)" : "");
        mapping.add({field.field, field.title, note});
    }
    mapping.print(console);
    printList(console, "About the file", preview.problems, [&preview](const core::Finding& finding) { return findingText(finding) + howToSay(preview, finding); });
    printLists(console, preview);
    console.line();
    console.line(preview.canCommit() ? "Nothing was written: leave --preview out to bring it in." : "It cannot be brought in like this: " + whyNot(preview));
}

ordered_json importDocument(const gis::ImportPreview& preview)
{
    const gis::ImportBatch& batch = preview.batch;
    ordered_json rejected = ordered_json::array();
    for (const gis::RejectedRow& row : batch.rejected) rejected.push_back({{"row", row.row}, {"field", row.field}, {"reason", row.reason}});
    ordered_json repaired = ordered_json::array();
    for (const gis::RepairedRow& row : batch.repaired) {
        repaired.push_back({{"row", row.row}, {"was_m2", row.wasSquareMetres}, {"now_m2", row.nowSquareMetres}, {"code", row.code}, {"reason", row.reason}});
    }
    ordered_json warnings = ordered_json::array();
    for (const std::vector<core::Finding>* const list : {&preview.problems, &batch.warnings}) {
        for (const core::Finding& finding : *list) {
            if (finding.severity != core::Severity::Rejected) warnings.push_back(findingText(finding));
        }
    }
    return {{"kind", kindName(preview)}, {"source", batch.source.empty() ? preview.request.source.filename().string() : batch.source}, {"layer", preview.layer},
        {"crs", preview.crs}, {"edition", editionsOf(preview)}, {"read", preview.rowsRead}, {"accepted", batch.rows.size()}, {"rejected", std::move(rejected)},
        {"repaired", std::move(repaired)}, {"overlaps", batch.overlaps.size()}, {"warnings", std::move(warnings)}};
}

ordered_json previewDocument(const gis::ImportPreview& preview)
{
    ordered_json document = importDocument(preview);
    document["preview"] = true;
    document["possible"] = preview.canCommit();
    document["format"] = preview.format;
    document["layers"] = preview.layers;
    document["encoding"] = preview.encoding;
    document["crs_note"] = preview.crsNote;
    if (preview.crsGuess) document["crs_guess"] = preview.crsGuess->definition;
    ordered_json mapping = ordered_json::array();
    for (const gis::FieldMapping& field : preview.mapping) {
        mapping.push_back({{"field", field.field}, {"column", field.column.empty() ? ordered_json(nullptr) : ordered_json(field.column)},
            {"required", field.required}, {"remembered", field.remembered}});
    }
    document["mapping"] = std::move(mapping);
    ordered_json problems = ordered_json::array();
    for (const core::Finding& finding : preview.problems) {
        problems.push_back({{"severity", severityWord(finding.severity)}, {"row", finding.row}, {"field", finding.field}, {"message", finding.message}});
    }
    document["problems"] = std::move(problems);
    return document;
}

std::string whyNot(const gis::ImportPreview& preview)
{
    for (const core::Finding& finding : preview.problems) {
        if (finding.severity != core::Severity::Rejected) continue;
        const std::string source = preview.request.source.filename().string();
        const std::string message = finding.message + howToSay(preview, finding);
        return message.contains(source) ? message : std::format("{}: {}", source, message);
    }
    if (preview.batch.rows.empty() && !preview.batch.rejected.empty()) {
        const gis::RejectedRow& first = preview.batch.rejected.front();
        return std::format("{}: no row can be taken in; {}, {}: {}", preview.request.source.filename().string(), rowText(first.row), first.field, first.reason);
    }
    return std::format("{}: there is nothing in it to bring in.", preview.request.source.filename().string());
}

} // namespace hereabouts::app
