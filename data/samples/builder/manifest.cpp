// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/district.h"
#include "data/samples/builder/files.h"

namespace hereabouts::sample {

namespace {

/// A row of boards beside a line of longitude that is both 180 and -180: its western half is drawn east of it, its eastern half west of it.
void writeDateline(const std::filesystem::path& folder)
{
    saveText(folder / "dateline-boards.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"DW","name":"Dateline West","population":120},"geometry":{"type":"Polygon","coordinates":[[[179,-44],[180,-44],[180,-43.5],[179,-43.5],[179,-44]]]}},
{"type":"Feature","properties":{"code":"DX","name":"Dateline Across","population":340},"geometry":{"type":"MultiPolygon","coordinates":[[[[179.5,-43.5],[180,-43.5],[180,-43],[179.5,-43],[179.5,-43.5]]],[[[-180,-43.5],[-179.5,-43.5],[-179.5,-43],[-180,-43],[-180,-43.5]]]]}},
{"type":"Feature","properties":{"code":"DE","name":"Dateline East","population":80},"geometry":{"type":"Polygon","coordinates":[[[-180,-44],[-179,-44],[-179,-43.5],[-180,-43.5],[-180,-44]]]}}
]}
)");
}

} // namespace

void writeManifest(const std::filesystem::path& folder)
{
    const auto file = [](const char* kind, const char* name) { return Json{{"kind", kind}, {"file", name}}; };
    const auto edition = [](const char* kind, const char* name, const char* words) { return Json{{"kind", kind}, {"file", name}, {"edition", words}}; };
    const auto grid = [](const char* kind, const char* name) { return Json{{"kind", kind}, {"file", name}, {"crs", "EPSG:2193"}}; };
    const auto overlap = [](const char* first, const char* second, const char* agreement, const char* on, const char* parties, const char* document,
                             const char* note) {
        return Json{{"agreement", agreement}, {"document", document}, {"first", first}, {"note", note}, {"on", on}, {"parties", parties}, {"second", second}};
    };
    const Json manifest{{"district", {{"name", "Rātā Coast"}, {"epsg", 2193}, {"currency", "NZD"}, {"fictional", true}}},
        {"imports",
            Json::array({file("basemap", "basemap.geojson"), edition("boards", "boards-2025.geojson", "boards 2025"),
                edition("small-areas", "small-areas-2023.geojson", "small areas 2023"), edition("wards", "wards-2025.geojson", "wards 2025"),
                edition("wards", "wards-2028.geojson", "wards 2028"), file("communities", "communities.geojson"), grid("localities", "localities.csv"),
                grid("anchors", "anchors.csv"), grid("suppliers", "suppliers.csv"), file("payments", "payments-2025-26.csv"), file("plans", "plans.geojson"),
                file("priorities", "priorities.geojson"), file("proposals", "proposals.geojson"), file("ballots", "ballots-2026.csv"),
                file("boundaries", "boundaries.geojson"), file("drawings", "drawings-2026.geojson"), file("documents", "documents.csv"),
                file("officers", "officers.csv"), file("members", "members-c04.csv"), file("mandates", "mandates.csv"), file("endorsements", "endorsements.csv"),
                file("recognition-steps", "recognition-steps.csv"), file("capacity-needs", "capacity-needs.csv"), file("grant-rounds", "grant-rounds.csv"),
                file("grants", "grants.csv"), file("relationships", "relationships.geojson"), file("settings", "settings.csv")})},
        {"overlaps",
            Json::array(
                {overlap("C01", "C02", "agreed", "2022-03-08", "Harbourside Residents' Association; Old Town Neighbours", "D-C01-C02", "Agreed in writing."),
                    overlap("C09", "C10", "disputed", "2026-08-13", "Tōtara Flat Community Association; Tōtara North Neighbours", "D-C09-OBJ",
                        "Not agreed: decision pending."),
                    overlap("C19", "C20", "agreed", "2019-04-02", "Raupō Lakes Community Association; Lakeside East Progressive", "D-C19-C20",
                        "Agreed in writing.")})}};
    saveText(folder / "manifest.json", manifest.dump(1, '\t') + "\n");
    writeDateline(folder);
}

void writeDistrict(const std::filesystem::path& folder)
{
    const std::unique_ptr<Country> country = makeCountry();
    writeAreas(*country, folder);
    writeBasemap(*country, folder);
    writeMoney(*country, folder);
    writePlans(*country, folder);
    writeBudget(*country, folder);
    writeCommunities(*country, folder);
    writeDrawings(*country, folder);
    writeGovernance(folder);
    writeGrants(folder);
    writeRelationships(*country, folder);
    writeManifest(folder);
}

} // namespace hereabouts::sample
