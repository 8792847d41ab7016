// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/community_ground.h"
#include "data/samples/builder/district.h"
#include "data/samples/builder/files.h"

namespace hereabouts::sample {

namespace {

void writeEntities(const Country& country, const std::filesystem::path& folder)
{
    FeatureFile file;
    file.add({{"code", "R01"}, {"name", "Rūnanga of the Fern and the Tide (fictional)"}, {"kind", "rūnanga"},
                 {"relationship", "Agreement of 2021: meets the council twice a year; asked first about the coast and its waters."},
                 {"public_contact", "fern-and-tide@example.org"}, {"supplied_by", "The rūnanga itself"}, {"supplied_on", "2024-02-06"},
                 {"conditions", "For the council's own work on consents and works. Not to be copied, printed for others or drawn beside other groups' lines."},
                 {"sharing", "not for export"}},
        groundOf(country, {{"NIK", 0, 1}, {"HAR", 0, .30}}));
    file.addBare({{"code", "R02"}, {"name", "Hapū of the Toetoe Springs (fictional)"}, {"kind", "hapū"},
        {"relationship", "Letter of 2023: speaks for itself; asks that no line be drawn for it."}, {"public_contact", "toetoe-springs@example.org"},
        {"supplied_by", ""}, {"supplied_on", ""}, {"conditions", "No boundary is held, and none is to be inferred."}, {"sharing", "officers only"}});
    file.save(folder / "relationships.geojson");
}

void writeRules(const std::filesystem::path& folder)
{
    TableFile file({"name", "value", "note"});
    file.add({"overlap_policy", "agreed", "Communities may overlap where both put it in writing."});
    file.add({"overlap_minimum_hectares", "1", "Smaller overlaps are left to the groups."});
    file.add({"overlap_minimum_households", "5", "Smaller overlaps are left to the groups."});
    file.add({"recognition_template", "localism-act", "Chosen on 12 June 2024: at least 21 members, rules, and overlaps in writing."});
    file.add({"publicity_weeks", "6", "How long an application is open to representations."});
    file.add({"review_years", "5", "Recognition is looked at again at the latest then."});
    file.add({"round_name", "Our Place 2026", "The budgeting round that the proposals and ballots are of."});
    file.add({"round_pot", "1200000", "What it spends, in dollars."});
    file.add({"round_pot_weights", "equal 10, people 65, deprived 20, land 5", "Per cent of the pot that follow what, where each board has a pot of its own."});
    file.save(folder / "settings.csv");
}

} // namespace

void writeRelationships(const Country& country, const std::filesystem::path& folder)
{
    writeEntities(country, folder);
    writeRules(folder);
}

} // namespace hereabouts::sample
