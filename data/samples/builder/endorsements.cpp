// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/endorsements.h"

#include "core/recognition/line_hash.h"
#include "data/samples/builder/standing.h"

#include <algorithm>
#include <array>
#include <format>

namespace hereabouts::sample {

namespace {

struct Endorsement {
    std::string_view community;
    std::string_view edition;
    std::string_view step;
    std::string_view by;
    std::string_view on;
    std::string_view votesFor;
    std::string_view votesAgainst;
    std::string_view document;
};

constexpr std::array<Endorsement, 13> kGiven{{
    {"C01", "2014-06-10", "endorsed", "Founding meeting", "2014-09-27", "61", "2", "D-C01-CON"},
    {"C01", "2024-03-12", "endorsed", "Annual meeting in the sail loft", "2024-03-12", "57", "4", ""},
    {"C01", "2024-03-12", "neighbours notified", "Secretary, by letter to Old Town and Wharf Street", "2024-03-20", "", "", ""},
    {"C02", "2022-02-16", "endorsed", "Public meeting in the church hall", "2021-09-30", "31", "0", "D-C02-CON"},
    {"C04", "2025-12-10", "discussed", "Three evenings in the school library", "2025-09-18", "", "", ""},
    {"C04", "2025-12-10", "endorsed", "Trustees", "2025-10-21", "7", "0", ""},
    {"C07", "2003-09-17", "endorsed", "First annual meeting", "2004-01-10", "38", "5", ""},
    {"C07", "2021-01-09", "endorsed", "January annual meeting", "2021-01-09", "104", "3", ""},
    {"C09", "2019-05-22", "endorsed", "Annual meeting", "2019-05-22", "66", "1", ""},
    {"C10", "2026-07-02", "discussed", "Two garage evenings", "2026-06-14", "", "", ""},
    {"C11", "2013-02-20", "endorsed", "Public meeting in the station hall", "2012-10-17", "88", "2", ""},
    {"C15", "2020-06-17", "endorsed", "Hui at the marae", "2020-02-08", "52", "0", ""},
    {"C20", "2019-03-13", "endorsed", "Stall holders and neighbours", "2019-02-02", "24", "1", ""},
}};

/// The edition that was the community's line on a day; empty where none was.
std::string_view editionOn(const LineHashes& hashes, std::string_view community, std::string_view day)
{
    std::string_view found;
    for (const auto& [line, hash] : hashes) {
        const bool isDated = line.second.starts_with("1") || line.second.starts_with("2");
        if (line.first == community && isDated && line.second <= day) found = std::max(found, line.second);
    }
    return found;
}

} // namespace

std::string hashOf(const Shapes& line)
{
    const auto ringOf = [](const Path& path) {
        core::Ring ring;
        for (const Spot p : path) ring.push_back({p.x + 1'500'000, p.y + 5'700'000});
        ring.push_back(ring.front());
        return ring;
    };
    core::MultiPolygon area;
    for (const Shape& shape : line) {
        core::Polygon& polygon = area.emplace_back(core::Polygon{.outer = ringOf(shape.outer), .holes = {}});
        for (const Path& hole : shape.holes) polygon.holes.push_back(ringOf(hole));
    }
    return core::lineHash(area);
}

void writeEndorsements(const LineHashes& hashes, const std::filesystem::path& folder)
{
    TableFile file({"community", "edition", "step", "given_by", "given_on", "votes_for", "votes_against", "line_hash", "document"});
    const auto add = [&](const Endorsement& given, const std::string& by) {
        file.add({std::string(given.community), std::string(given.edition), std::string(given.step), by, std::string(given.on), std::string(given.votesFor),
            std::string(given.votesAgainst), hashes.at({given.community, given.edition}), std::string(given.document)});
    };
    for (const Endorsement& given : kGiven) add(given, std::string(given.by));
    for (const Standing& standing : standings()) {
        const std::string_view edition = editionOn(hashes, standing.community, standing.recognisedOn);
        if (standing.recognisedOn.empty() || edition.empty() || standing.community == "C16") continue;
        add({standing.community, edition, "council recognised", "", standing.recognisedOn, "", "", ""},
            std::format("{} Community Board", boardOf(communityOf(standing.community)).name));
    }
    file.save(folder / "endorsements.csv");
}

} // namespace hereabouts::sample
