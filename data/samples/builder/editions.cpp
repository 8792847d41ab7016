// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/community_ground.h"
#include "data/samples/builder/district.h"
#include "data/samples/builder/endorsements.h"
#include "data/samples/builder/standing.h"

#include <algorithm>
#include <array>

namespace hereabouts::sample {

namespace {

/// How the present line of a community came about.
struct LineStory {
    std::string_view community;
    std::string_view from;
    std::string_view source;
    std::string_view precision;
    std::string_view words;
    std::string_view perceptual;
    std::string_view functional;
    std::string_view political;
};

constexpr std::array<LineStory, 19> kLines{{
    {"C01", "2024-03-12", "Drawn at the annual meeting in the sail loft, on the council's street map", "street-traced",
        "From the wharf along the harbour road to the ridge, down the steps and back to the water.", "Called \"harbourside\" by those who live there.",
        "One primary school, the market, one bus route.", "Has sent a member to the board since 2016."},
    {"C02", "2022-02-16", "Traced by the committee from a walk round with 14 people", "street-traced", "The terraces between the church steps and the lookout.",
        "The old wooden houses; people say \"up in Old Town\".", "Shares shops and school with Harbourside.", ""},
    {"C03", "2023-03-22", "Handed in with the application, from the parking plan", "surveyed", "Both sides of Wharf Street and its six lanes.", "",
        "A street of shops, studios and stages.", ""},
    {"C04", "2025-12-10", "Drawn with coloured pens at three evenings in the school library, traced by a council officer", "sketched",
        "From the rail line to the stream, no further than we know people.", "Where members say they can walk home at night.", "The school's zone, roughly.",
        "The only group in the board area."},
    {"C05", "1999-06-02", "Rules of the society, first schedule", "street-traced", "All streets of the Heights above Terrace Road.",
        "A suburb with a name and a view.", "Two schools and a shopping street.", "Answers every plan change."},
    {"C06", "2017-05-24", "Walked with a satellite receiver", "indicative", "The stream's catchment, both sides.", "", "One stream.", ""},
    {"C07", "2021-01-09", "January annual meeting, 112 people round the table", "street-traced", "From the creek to the northern car park, dune to highway.",
        "The village and its beach.", "One store, surf club and water scheme.", "One seat on the board is always a Marram person."},
    {"C08", "2018-11-14", "Traced from an aerial photograph", "indicative", "The dunes and back-dunes from Marram to Ponga.", "", "One dune field.", ""},
    {"C09", "2019-05-22", "Redrawn by the committee after Orchard Road was built on", "street-traced",
        "The flat between the highway, the creek and the port line.", "\"The Flat\" on every letter since 1890.", "Pool, hall, two schools, the business park.",
        "Elects two of the board's members."},
    {"C10", "2026-07-02", "Handed in with the application; drawn at two garage evenings", "sketched", "Everything north of Orchard Road up to the hills.",
        "The new streets, where everybody came in the last six years.", "No shop or school of its own.",
        "Nobody north of the creek sits on the Flat's committee."},
    {"C11", "2013-02-20", "Public meeting in the station hall", "street-traced", "The town south of the river.", "The town that the flood made.",
        "School, doctor and shops within a walk.", ""},
    {"C12", "2012-08-08", "Rules of the society, sketch map", "sketched", "The railway houses and the streets round the green.", "\"The Settlement\".",
        "The hall and the green.", ""},
    {"C13", "1995-03-01", "Council resolution that set up the committee", "surveyed", "The valley board area without its last hill road.", "The valley.",
        "One school bus, one store, one river.", "Committee elected by the valley."},
    {"C14", "2003-07-09", "Both halls' mailing lists, drawn on a topographic sheet", "sketched",
        "All roads from which people drive to either hall, over the district line too.", "The hills.", "One road and one school.", ""},
    {"C15", "2020-06-17", "Drawn at a hui at the marae", "sketched", "From the river mouth to the second headland.", "The people of the coast.",
        "The hub's own services.", "Speaks for those who use the hub, not for hapū."},
    {"C16", "2023-05-10", "Sketched at a meeting of the four villages' committees", "sketched", "The four villages and the roads between.",
        "Four villages, one team.", "Store, school and packhouse.", ""},
    {"C18", "2008-04-23", "Traced along the tide line and the highway", "street-traced", "The estuary's edge and the houses that look on it.",
        "People who know the tide table.", "One water scheme and the wharf shop.", ""},
    {"C19", "2006-10-18", "Rules of the society", "street-traced", "The lake road and everything that drains to the three lakes.", "The lakes.",
        "One school, one store, one clinic day.", "Elects half of the board."},
    {"C20", "2019-03-13", "Walked with the market's stall holders", "sketched", "The eastern shore from the jetty to the weir.",
        "The side the brochures forget.", "The jetty and the market.", ""},
}};

/// A line that is not the present one.
struct OtherLine {
    std::string_view community;
    std::string_view edition;
    std::string_view state;
    std::string_view from;
    Stretch where;
    std::string_view source;
    std::string_view note;
};

const std::array<OtherLine, 4> kOthers{{
    {"C01", "2014-06-10", "superseded", "2014-06-10", {"PKC", 0, .50}, "First rules of the society", "Before the streets under the ridge asked to be in."},
    {"C07", "2003-09-17", "superseded", "2003-09-17", {"MAR", 0, .82}, "First rules of the society", "Before the northern subdivision was built."},
    {"C09", "2009-11-04", "superseded", "2009-11-04", {"TOT", 0, .56}, "First rules of the society", "Before Orchard Road was built on."},
    {"C10", "draft of 2026-10-15", "draft", "", {"TOT", .64, 1}, "Drawn with the board's chair as a way out of the dispute",
        "Leaves the older streets by the creek to Tōtara Flat. Not yet put to either group."},
}};

const OtherLine* earlierLine(std::string_view community)
{
    const auto* const found
        = std::ranges::find_if(kOthers, [&](const OtherLine& other) { return other.community == community && other.state == "superseded"; });
    return found == kOthers.end() ? nullptr : found;
}

void writeEditions(const Country& country, const std::filesystem::path& folder)
{
    FeatureFile file;
    LineHashes hashes;
    for (const LineStory& line : kLines) {
        const OtherLine* const earlier = earlierLine(line.community);
        if (earlier != nullptr) {
            hashes[{earlier->community, earlier->edition}] = hashOf(groundOf(country, {earlier->where}));
            file.add(
                {{"community", earlier->community}, {"edition", earlier->edition}, {"line", "identity"}, {"state", "superseded"}, {"valid_from", earlier->from},
                    {"valid_to", line.from}, {"follows", ""}, {"source", earlier->source}, {"precision", "sketched"}, {"note", earlier->note}},
                groundOf(country, {earlier->where}));
        }
        hashes[{line.community, line.from}] = hashOf(lineOf(country, communityOf(line.community)));
        file.add(
            {{"community", line.community}, {"edition", line.from}, {"line", "identity"}, {"state", "current"}, {"valid_from", line.from}, {"valid_to", ""},
                {"follows", earlier == nullptr ? "" : earlier->edition}, {"source", line.source}, {"precision", line.precision}, {"note", ""},
                {"boundary_text", line.words}, {"perceptual", line.perceptual}, {"functional", line.functional}, {"political", line.political}},
            lineOf(country, communityOf(line.community)));
    }
    for (const OtherLine& draft : kOthers) {
        if (draft.state != "draft") continue;
        file.add({{"community", draft.community}, {"edition", draft.edition}, {"line", "identity"}, {"state", "draft"}, {"valid_from", ""}, {"valid_to", ""},
                     {"follows", "2026-07-02"}, {"source", draft.source}, {"precision", "sketched"}, {"note", draft.note}},
            groundOf(country, {draft.where}));
    }
    file.save(folder / "boundaries.geojson");
    writeEndorsements(hashes, folder);
}

} // namespace

void writeCommunities(const Country& country, const std::filesystem::path& folder)
{
    FeatureFile file;
    for (const Standing& standing : standings()) {
        const CommunityPlan& community = communityOf(standing.community);
        const Shapes line = lineOf(country, community);
        if (line.empty())
            file.addBare(rowOf(community, standing));
        else
            file.add(rowOf(community, standing), line);
    }
    file.save(folder / "communities.geojson");
    writeEditions(country, folder);
}

} // namespace hereabouts::sample
