// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/figures.h"

namespace hereabouts::sample {

const std::vector<CommunityPlan>& communityPlans()
{
    static constexpr std::string_view kSociety = "Incorporated society (re-registered)";
    static constexpr std::string_view kTrust = "Charitable trust";
    static constexpr std::string_view kNone = "Unincorporated";
    static const std::vector<CommunityPlan> plans{
        {"C01", "Harbourside Residents' Association", "Harbourside", "place", kSociety, 214, 2014, "recognised", 4500, {{"PKC", 0, .55}},
            "Overlaps Old Town Neighbours (agreed in writing) and contains the Wharf Street precinct."},
        {"C02", "Old Town Neighbours", "Old Town", "place", kNone, 63, 2021, "recognised", 2500, {{"PKC", .45, .80}},
            "Overlap with Harbourside agreed in writing."},
        {"C03", "Wharf Street Business & Arts Precinct", "Wharf Street", "business/interest", kNone, 88, 2022, "recognised", 2000, {{"PKC", .30, .50}},
            "Wholly inside Harbourside."},
        {"C04", "Kōwhai West Community Trust", "The West; Kowhai West", "place", kTrust, 41, 2025, "provisional", 3000, {{"PKW", .10, .40}},
            "The only group in the most deprived area."},
        {"C05", "Heights Residents & Ratepayers", "The Heights", "place", kSociety, 402, 1998, "recognised", 5000, {{"PKH", 0, .85}}, ""},
        {"C06", "Gully Restoration Group", "The Gully", "environment", kTrust, 120, 2016, "recognised", 2500, {{"PKH", .60, .95}, {"PKC", .90, 1}},
            "Straddles two board areas."},
        {"C07", "Marram Beach Residents' Association", "Marram", "place", kSociety, 310, 2003, "recognised", 4500, {{"MAR", 0, .90}},
            "Half the houses belong to people who live elsewhere."},
        {"C08", "Dune Care Marram–Ponga", "Dune Care", "environment", kNone, 95, 2017, "recognised", 2000, {{"MAR", .70, 1}, {"PON", 0, .25}},
            "Straddles two board areas; the 2028 wards part it."},
        {"C09", "Tōtara Flat Community Association", "Totara Flat", "place", kSociety, 268, 2009, "recognised", 4500, {{"TOT", 0, .70}}, ""},
        {"C10", "Tōtara North Neighbours", "Totara North", "place", kNone, 74, 2026, "applicant", 0, {{"TOT", .60, 1}},
            "Overlap with Tōtara Flat not agreed: decision pending."},
        {"C11", "Rimu Junction Our Town", "Rimu", "place", kSociety, 156, 2012, "recognised", 4000, {{"RIM", 0, .50}}, ""},
        {"C12", "Railway Settlement Community", "The Settlement", "place", "Incorporated society (did not re-register by 5 Apr 2026)", 38, 2011, "suspended", 0,
            {{"RIM", .50, .80}}, "Needs help: legal status, and the treasurer's chair is empty."},
        {"C13", "Kahikatea Valley Community Committee", "Kahikatea", "place", "Council community committee", 120, 1994, "recognised", 4000, {{"KAH", 0, .95}}, ""},
        {"C14", "Mānuka Hills Community", "Manuka Hills", "place", kSociety, 77, 2001, "recognised", 3500, {{"MAN", 0, 1}, {"KAH", .90, 1}},
            "Reaches over the board line, and over the district's."},
        {"C15", "Nīkau Coast Community Hub", "Nikau Hub", "place", "Charitable trust (marae-based)", 140, 2019, "recognised", 3500, {{"NIK", 0, .60}}, ""},
        {"C16", "Harakeke Villages Association", "The Villages", "place", kNone, 52, 2022, "recognised", 2500, {{"HAR", 0, .35}},
            "Seasonal workers are not in the count of people."},
        {"C17", "Plains Pasifika Fellowship", "", "interest", kNone, 230, 2024, "recognised", 2500, {},
            "A community beyond boundaries: never counted as area coverage."},
        {"C18", "Ponga Estuary Residents", "Ponga", "place", kSociety, 225, 2007, "recognised", 4500, {{"PON", 0, .80}}, ""},
        {"C19", "Raupō Lakes Community Association", "Raupo Lakes", "place", kSociety, 180, 2005, "recognised", 4500, {{"RAU", 0, .75}}, ""},
        {"C20", "Lakeside East Progressive", "Lakeside East", "place", kNone, 60, 2018, "recognised", 2500, {{"RAU", .55, .95}},
            "Overlap with Raupō Lakes agreed in writing."},
    };
    return plans;
}

} // namespace hereabouts::sample
