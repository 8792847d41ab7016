// SPDX-License-Identifier: GPL-3.0-or-later
// The two answers about a spot and about works.
#include "app/cli/communities_report.h"
#include "core/base/share.h"
#include "core/joined/written.h"
#include "gis/write/export.h"

#include <format>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

ordered_json textOrNull(const std::string& text) { return text.empty() ? ordered_json(nullptr) : ordered_json(text); }

std::string metresCell(double metres) { return std::format("{:.1f}", metres); }

} // namespace

void printHere(const Console& console, const core::CommunitiesHere& here)
{
    console.line(plain(here.sentence));
    for (const core::CommunityHere& one : here.communities) console.line("  " + plain(one.sentence));
}

ordered_json documentOf(const core::CommunitiesHere& here)
{
    ordered_json communities = ordered_json::array();
    for (const core::CommunityHere& one : here.communities) {
        ordered_json sharers = ordered_json::array();
        for (const core::SharerHere& sharer : one.sharers)
            sharers.push_back({{"code", sharer.code}, {"name", sharer.name}, {"state", gis::agreementWord(sharer.agreement)}});
        communities.push_back({{"code", one.code}, {"name", one.name}, {"status", one.status}, {"public_contact", textOrNull(one.publicContact)},
            {"shares_with", std::move(sharers)}, {"sentence", one.sentence}});
    }
    ordered_json nearest = nullptr;
    if (here.nearest) nearest = {{"name", here.nearest->name}, {"metres", here.nearest->metres}};
    return {{"x", here.home.x}, {"y", here.home.y}, {"in_district", here.inDistrict ? ordered_json(*here.inDistrict) : ordered_json(nullptr)},
        {"sentence", here.sentence}, {"communities", std::move(communities)}, {"past", here.past}, {"nearest", std::move(nearest)},
        {"without_boundary", here.withoutLine}};
}

void printConsultation(const Console& console, const gis::Works& works, const gis::Consultation& consultation, std::optional<std::int64_t> logged)
{
    console.line(plain(consultation.sentence));
    Columns table({"Code", "Community", "Recognition", "Lies", "Distance", "Of the works", "Public contact"});
    for (const gis::Consulted& one : consultation.communities) {
        table.add({one.code, one.name, one.status.empty() ? "not recorded" : one.status, std::string(gis::wordOf(one.lie)),
            one.metres > 0 ? metresCell(one.metres) + " m" : "", one.shareOfWorks ? core::writtenShare(*one.shareOfWorks) : "",
            one.publicContact.empty() ? "none given" : one.publicContact});
    }
    if (!consultation.communities.empty()) table.print(console);
    for (const std::string& name : consultation.withoutLine) console.line(std::format("{} has no boundary: ask whether it is touched.", plain(name)));
    for (const core::Finding& finding : works.findings) console.line(std::format("Row {} of the works: {}", finding.row, plain(finding.message)));
    console.line(logged ? std::format("Kept in the consultation log (change {}; undo takes it back).", *logged) : "Not kept in the consultation log.");
}

ordered_json documentOf(const gis::Works& works, const gis::Consultation& consultation, std::optional<std::int64_t> logged)
{
    ordered_json communities = ordered_json::array(), findings = ordered_json::array();
    for (const gis::Consulted& one : consultation.communities) {
        communities.push_back({{"code", one.code}, {"name", one.name}, {"status", one.status}, {"by_right", one.recognised}, {"lies", gis::wordOf(one.lie)},
            {"metres", one.metres}, {"share_of_works", one.shareOfWorks ? ordered_json(*one.shareOfWorks) : ordered_json(nullptr)},
            {"public_contact", textOrNull(one.publicContact)}, {"rights", textOrNull(one.rights)}});
    }
    for (const core::Finding& finding : works.findings) {
        findings.push_back({{"row", finding.row}, {"rejected", finding.severity == core::Severity::Rejected}, {"message", finding.message}});
    }
    return {{"works", works.title}, {"shapes", works.shapes.size()}, {"crs", works.crsName}, {"within_metres", consultation.withinMetres},
        {"sentence", consultation.sentence}, {"communities", std::move(communities)}, {"without_boundary", consultation.withoutLine},
        {"findings", std::move(findings)}, {"rejected", works.rejected()}, {"logged", logged ? ordered_json(*logged) : ordered_json(nullptr)}};
}

} // namespace hereabouts::app
