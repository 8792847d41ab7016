// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/ideas.h"

namespace hereabouts::sample {

namespace {

constexpr std::string_view kFlood = "flooding";
constexpr std::string_view kSafe = "safe streets";
constexpr std::string_view kYouth = "youth & recreation";
constexpr std::string_view kHome = "housing";
constexpr std::string_view kMove = "transport";
constexpr std::string_view kJobs = "jobs & town centre";
constexpr std::string_view kGreen = "environment & coast";
constexpr std::string_view kHall = "halls & hubs";

} // namespace

const std::vector<Idea> kIdeas{
    {"PKC", kSafe, "Raised crossing at the wharf gates"}, {"PKC", kJobs, "Night market lights on Wharf Street"}, {"PKC", kGreen, "Drain baskets that catch the harbour's rubbish"},
    {"PKC", kYouth, "Basketball half court behind the library"}, {"PKC", kHome, "Draught-stopping library for renters"}, {"PKC", kHall, "Kitchen for the seafarers' hall"},
    {"PKC", kJobs, "Shopfront paint fund"}, {"PKC", kGreen, "Pocket orchard at the old bus bay"}, {"PKC", kMove, "Bike stands at the ferry steps"}, {"PKC", kYouth, "Climbing wall at the boat ramp"},
    {"PKC", kSafe, "Seats every two hundred metres on Market Street"}, {"PKC", kGreen, "Seal-watching telescope"}, {"PKC", kFlood, "Sandbag store open to all"}, {"PKC", kJobs, "Tool library in the old net loft"},
    {"PKW", kYouth, "Pump track at Ferry Street reserve"}, {"PKW", kSafe, "Lights on the shore path"}, {"PKW", kHall, "Laundry and pantry at the West hub"}, {"PKW", kHome, "Curtain bank for cold homes"},
    {"PKW", kGreen, "Community garden beside the school"}, {"PKW", kMove, "Bus shelter murals by the children"}, {"PKW", kFlood, "Rain tanks for thirty homes"},
    {"PKH", kGreen, "Lights on the Gully track"}, {"PKH", kGreen, "Kererū trees along Ridge Road"}, {"PKH", kSafe, "Slow-down signs that thank you"}, {"PKH", kYouth, "Nature play at the lookout"},
    {"PKH", kHall, "Hearing loop in the bowling club"}, {"PKH", kGreen, "Steps and handrail to the cove"}, {"PKH", kGreen, "Trap lines in every back fence"}, {"PKH", kYouth, "Swings for all abilities"},
    {"PKH", kSafe, "Mirror at the blind bend"}, {"PKH", kGreen, "Butterfly meadow at the reservoir"}, {"PKH", kMove, "Footbridge over the Gully stream"}, {"PKH", kJobs, "Artists' open-gate weekend"},
    {"PKH", kGreen, "Stargazing circle on the headland"}, {"PKH", kSafe, "Number plates for letterboxes firefighters can read"}, {"PKH", kHall, "Piano for the hall"}, {"PKH", kYouth, "Disc golf in the pines"},
    {"PKH", kGreen, "Rain garden at the shops"},
    {"MAR", kGreen, "Dune walkway with mats for wheelchairs"}, {"MAR", kSafe, "Rescue tubes at both ends of the beach"}, {"MAR", kYouth, "Sun shade over the playground"}, {"MAR", kFlood, "Creek mouth gauge and text alert"},
    {"MAR", kHall, "Solar panels on the surf club"}, {"MAR", kGreen, "Dotterel wardens' caravan"}, {"MAR", kMove, "Bike path to the store"}, {"MAR", kYouth, "Skate mini ramp"},
    {"MAR", kGreen, "Seaweed compost bays"}, {"MAR", kHall, "Book swap in the old phone box"}, {"MAR", kSafe, "Tsunami route painted on the road"},
    {"TOT", kSafe, "School street at drop-off time"}, {"TOT", kYouth, "Cover for the netball courts"}, {"TOT", kMove, "Safe bike route to the business park"}, {"TOT", kYouth, "Youth sound studio"},
    {"TOT", kHall, "Shade and barbecue at the hall"}, {"TOT", kSafe, "Lit underpass below the highway"}, {"TOT", kGreen, "Tōtara grove at the stream"}, {"TOT", kYouth, "Water play for toddlers"},
    {"TOT", kJobs, "Repair café tools"}, {"TOT", kGreen, "Fruit trees on the berms"}, {"TOT", kMove, "Pedal-powered school bus"}, {"TOT", kHall, "Stage curtains for the drama club"},
    {"TOT", kYouth, "Chess tables at the shops"}, {"TOT", kSafe, "Walking school bus vests and flags"}, {"TOT", kGreen, "Bee hotels in every park"}, {"TOT", kHome, "Garden club for new homes"},
    {"RIM", kFlood, "River gauge with a siren"}, {"RIM", kYouth, "Skate park, stage one"}, {"RIM", kSafe, "Lights from the station to the shops"}, {"RIM", kHall, "Flood kit in a container at the school"},
    {"RIM", kHome, "Heaters and dehumidifiers to borrow"}, {"RIM", kGreen, "Willow clearing on the Rimu River"}, {"RIM", kJobs, "Saturday market stalls"}, {"RIM", kMove, "Shelter at the station"},
    {"RIM", kYouth, "Boxing gym mats"}, {"RIM", kSafe, "Zebra crossing at the dairy"},
    {"KAH", kHall, "Generator for the Kahikatea hall"}, {"KAH", kMove, "School bus shelter at the saddle"}, {"KAH", kYouth, "Swimming hole steps and ropes"}, {"KAH", kGreen, "Stand of kahikatea fenced for good"},
    {"KAH", kSafe, "Radio repeater on the ridge"}, {"KAH", kYouth, "Pony club arena"}, {"KAH", kHall, "Oven for the Mataī Bridge hall"}, {"KAH", kGreen, "Stream fencing days"},
    {"MAN", kHall, "Batteries for the Hinau hall"}, {"MAN", kYouth, "Hut and signs on the ridge track"}, {"MAN", kSafe, "Snow gate on the top road"}, {"MAN", kMove, "Community van"},
    {"NIK", kHall, "Freezer and shelves for the pātaka kai"}, {"NIK", kYouth, "Waka shed"}, {"NIK", kSafe, "Path from the marae to the school"}, {"NIK", kGreen, "Native nursery at Karaka Bay"},
    {"NIK", kFlood, "Culvert cameras on the coast road"},
    {"HAR", kHome, "Laundry for seasonal workers"}, {"HAR", kHall, "Pacific language corner in the library"}, {"HAR", kSafe, "Bus stop lights by the packhouse"}, {"HAR", kYouth, "Volleyball courts at Flaxmill"},
    {"HAR", kGreen, "Flax walk along the drain"}, {"HAR", kJobs, "Growers' honesty stalls"}, {"HAR", kYouth, "Sunday football goals"}, {"HAR", kHall, "Hall kitchen extractor"}, {"HAR", kMove, "Secure bike shed at the school"},
    {"PON", kGreen, "Salt marsh boardwalk"}, {"PON", kYouth, "Jumping jetty"}, {"PON", kFlood, "Tide board and warning lights"}, {"PON", kSafe, "Village gateway planters that slow trucks"},
    {"PON", kHall, "Heat pump for the memorial hall"}, {"PON", kGreen, "Shell bank fence for the godwits"}, {"PON", kYouth, "Kayak racks"}, {"PON", kMove, "Footpath to the cemetery"},
    {"PON", kGreen, "Oyster reef trial"}, {"PON", kJobs, "Estuary arts trail"}, {"PON", kHall, "Fernside fire shed tap and sink"},
    {"RAU", kGreen, "Weed-cleaning station at the eastern ramp"}, {"RAU", kYouth, "Swim pontoon"}, {"RAU", kSafe, "Lakeside path, village end"}, {"RAU", kHall, "Roof for the school court"},
    {"RAU", kGreen, "Bittern hide in the raupō"}, {"RAU", kMove, "Passing bay on the lake road"}, {"RAU", kYouth, "Learn-to-sail dinghies"}, {"RAU", kJobs, "Lake market awnings"},
};

} // namespace hereabouts::sample
