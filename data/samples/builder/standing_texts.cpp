// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/standing.h"

#include <array>

namespace hereabouts::sample {

namespace {

constexpr std::string_view kLivesOrOwns = "Anyone who lives, works or owns property inside the line.";
constexpr std::string_view kLives = "Anyone over 15 who lives inside the line.";

constexpr std::array<Standing, 20> kStandings{{
    {"C01", "", "harbourside", "To speak for the people between the wharf and the ridge, and to keep the harbour a place to live beside.",
        "We are the streets that smell of salt. Some of us came with the freezing works, some with the ferry, some last winter for the cheap flats over the "
        "shops. "
        "What we share is the harbour road: it floods under all of us alike, and the port trucks shake every cup. We run the harbour market and the sandbag "
        "roster, "
        "and we meet in the old sail loft. Old Town says the blocks behind the church are theirs; we say so too, and we wrote down how we both speak for them.",
        kLivesOrOwns, "First Tuesday of every second month", "2026-05-12", true, true, true, "Renters, owners, shop and port workers; few under 25.",
        "2015-04-15", "2028-04-30"},
    {"C02", "", "oldtown", "To keep Old Town's houses lived in and its people known to each other.",
        "Four hundred wooden houses on the first terraces, and the people who would rather paint them than move. We began with a street library and a petition "
        "about the "
        "bus shelter. Half of us rent. When you ask where Old Town ends, the renters stop at the steps and the owners go on to the lookout.",
        kLivesOrOwns, "Six times a year, in the church hall", "2026-03-18", true, true, true, "Owners more than renters; students not reached.", "2022-02-16",
        "2027-08-31"},
    {"C03", "", "wharfstreet", "To fill the shops of Wharf Street and keep its workshops affordable for makers.",
        "Eighty-eight businesses, studios and stages in six blocks. We are not a neighbourhood in the usual way: most of us go home elsewhere at night. But we "
        "open the "
        "doors, light the windows and sweep the street, and visitors take us for the town.",
        "Any business, studio or charity with a door on the precinct's streets.", "Monthly, breakfast", "2026-07-21", true, true, true,
        "Owners of firms; workers through two seats.", "2023-03-22", "2028-03-31"},
    {"C04", "Kōwhai ki te Uru", "kowhaiwest", "Warm homes, safe streets and work for the families of the West.",
        "People talk about the West as a problem to be solved. We are a trust of aunties, two pastors, a league coach and a bus driver, and we started by "
        "driving people to the doctor. "
        "There is no hall here, so we meet in the school's library. We speak for the streets between the rail line and the stream; the flats beyond have "
        "nobody yet, and we do not "
        "pretend to speak for them. We are new, we are still learning how minutes are written, and we are not going away.",
        kLives, "Monthly, at the school", "2026-06-09", true, true, true, "Renters, Māori and Pacific families, youth; few older people.", "2025-12-10",
        "2027-01-31"},
    {"C05", "", "heights", "To look after the amenity, trees and views of the Heights and the interests of its ratepayers.",
        "A settled suburb of families and retired people above the town. The association has read every plan change since 1998 and answered most of them. We "
        "have our own newsletter, "
        "a legal fund, and a good number of engineers.",
        "Residents and ratepayers of the Heights.", "Quarterly, and an annual meeting", "2026-04-22", true, true, true,
        "Owners; renters of the Heights hardly at all.", "1999-06-02", "2029-06-30"},
    {"C06", "", "gully", "To bring the Gully back to bush and its stream to life, from the ridge to the harbour.",
        "We meet with spades. The Gully does not know that it is in two board areas, and neither do the eels. In ten years 31,000 plants have gone in and "
        "about half of the willow has come out.",
        "Anyone who turns up.", "Working bee every second Saturday; meeting quarterly", "2026-08-08", true, false, true,
        "Families and schools on both sides of the gully.", "2017-05-24", "2028-05-31"},
    {"C07", "", "marram", "To keep Marram Beach a village by the sea for those who live there and those who come back.",
        "Half of the houses are dark in July. Those of us who stay know each other by our dogs; those who come at Christmas have come for four generations. "
        "The association holds both, not "
        "always easily: the car park on the dune, the freedom campers and the price of everything are on every agenda.",
        kLivesOrOwns, "Four times a year; the annual meeting in January", "2026-01-10", true, true, true,
        "Absentee owners most; tenants and shop workers little.", "2004-09-15", "2028-09-30"},
    {"C08", "", "dunecare", "To hold the dunes between Marram and Ponga with plants, fences and patience.",
        "Sand goes where it likes; we only slow it. We plant pīngao and spinifex, trap weasels, count dotterels and argue with four-wheel drives. One coast, "
        "two villages, one group.",
        "Anyone who signs the health and safety sheet.", "Monthly in winter, weekly in the planting season", "2026-09-05", true, false, true,
        "Both villages, and school groups of the town.", "2018-11-14", "2027-11-30"},
    {"C09", "Te Raorao Tōtara", "totaraflat", "A voice for everyone on the Flat, from the orchards to the business park.",
        "The Flat grew from three orchards to five thousand people in a lifetime. The association ran the first school bus and still runs the hall. We think "
        "of the Flat as one place: the new "
        "streets north of Orchard Road use our pool, our school and our hall, and belong with us whatever the new group says.",
        kLivesOrOwns, "Every second month", "2026-05-27", true, true, true, "Families and older owners; newcomers of the north little.", "2010-03-10",
        "2030-03-31"},
    {"C10", "Ngā Kiritata o Tōtara ki te Raki", "totaranorth", "To make a neighbourhood of the new streets, and to be asked before they are changed.",
        "We moved into streets with no trees, no shop and no name, so we gave them one. Seventy-four households have signed. We use the Flat's pool and we are "
        "grateful, but nobody from "
        "north of the creek has ever sat on its committee, and the plans for our park were settled before we had lived here a year.",
        kLives, "Monthly, in somebody's garage", "", true, false, true, "Young families, people new to the country; one household in nine.", "", ""},
    {"C11", "", "rimu", "A town that is dry, working and proud of itself.",
        "When the river came over the stopbank, the town cooked for itself for nine days. Our Town grew from that kitchen. We have flooded three times since, "
        "so flooding is the first thing we say "
        "to anyone from the council and it will stay so until the bank is raised.",
        kLives, "First Monday of the month", "2026-04-13", true, true, true, "Broad; rail and mill families, older people, three churches.", "2013-02-20",
        "2028-02-28"},
    {"C12", "", "railway", "To look after the Settlement's hall, green and people.",
        "The forty railway houses and the streets that grew round them. We had a hall, a fire-siren and a New Year's dance. The last few years have been hard: "
        "our treasurer moved away, the forms "
        "for the new Act were never sent, and the bank asks who we are. The people are still here.",
        kLives, "Quarterly by its rules; last met in November 2025", "2024-09-12", false, false, true, "Older residents; newcomers not reached.", "2012-08-08",
        "2026-12-18"},
    {"C13", "Te Awaawa o Kahikatea", "kahikatea", "To advise the council on the roads, halls and river of the valley.",
        "A committee of the council since 1994, elected at a public meeting every three years. Farmers mostly, and the teacher. We know which culvert goes "
        "first.",
        "Electors of the valley.", "Every six weeks", "2025-11-19", true, true, true, "Farming families of every road; farm workers less.", "1995-03-01",
        "2028-11-30"},
    {"C14", "Ngā Puke Mānuka", "manukahills", "To keep the road open and the school alive in the hills.",
        "One road, two halls, one school of nineteen children. Our neighbours over the district line come to our hall because theirs closed, so our line goes "
        "over it too, whatever the map says.",
        "Anyone who uses either hall.", "Four times a year, in turn in both halls", "2026-02-24", true, true, true, "Nearly every household.", "2003-07-09",
        "2029-07-31"},
    {"C15", "Te Pokapū o te Tai Nīkau", "nikauhub", "Health, homes and learning for the people of the coast, from the marae outwards.",
        "The hub is at the marae and open to everyone on the coast. When the road is cut we are the clinic, the shop and the radio. Whānau and newcomers eat "
        "at one table. We speak for the "
        "community that uses the hub; we do not speak for hapū, who speak for themselves.",
        "Anyone who lives on the coast or belongs to it by whakapapa.", "Hui every month", "2026-03-07", true, true, true,
        "Whānau, older people, children; seasonal baches not.", "2020-06-17", "2027-06-30"},
    {"C16", "", "harakeke", "One say for the four villages of the plain.",
        "Four villages that used to play rugby against each other and now share one team. In the season the packhouses double the number of people here, and "
        "no census has ever seen them.",
        kLives, "Every second month, village by village", "2026-06-30", true, true, true, "Residents of all four; seasonal workers through the fellowship.",
        "2023-05-10", "2028-05-31"},
    {"C17", "", "plainspasifika", "Faith, language, fair work and a place to gather for Pacific people of the plains.",
        "We are a community of people and not of land: draw no line around us. Our members live in every village of the plain and in three of the town's "
        "suburbs, and some are here only for the "
        "season. What joins us is Sunday, the choir, and the van.",
        "Anyone of the Pacific, and their families.", "Weekly; committee monthly", "2026-08-30", true, true, true,
        "Nine island groups; seasonal workers; youth by the homework club.", "2025-02-12", "2028-02-28"},
    {"C18", "Te Wahapū o Ponga", "ponga", "To live with the estuary: its tides, its birds and its rising water.",
        "Some of our houses will not be here in fifty years, and we would sooner talk of it now than be surprised. The association owns a rowing boat, a tide "
        "gauge and a very long table.",
        kLivesOrOwns, "Last Thursday of the month", "2026-05-28", true, true, true, "Owners and tenants; bach owners at the annual meeting.", "2008-04-23",
        "2028-04-30"},
    {"C19", "Ngā Roto o Raupō", "raupolakes", "Clear lakes and a fair share of the visitors' money for those who live beside them.",
        "Three lakes, six roads, one store. Farmers and holiday-home owners sit on the same committee, which is the point of it. With Lakeside East we agreed "
        "in writing that the eastern shore "
        "belongs to both of us and that either may speak for it, but neither alone.",
        kLivesOrOwns, "Every second month; none in January", "2025-12-06", true, true, true, "Farm and lake households; campground workers not.", "2006-10-18",
        "2029-10-31"},
    {"C20", "", "lakesideeast", "Footpaths, a market and a future for the eastern shore.",
        "The side of the lake that the brochures forget. We fixed the jetty ourselves and started a market with nine stalls, and now there are thirty.", kLives,
        "Monthly", "2026-02-11", true, true, true, "Young families and growers; older people less.", "2019-03-13", "2027-09-30"},
}};

} // namespace

std::span<const Standing> standings() { return kStandings; }

} // namespace hereabouts::sample
