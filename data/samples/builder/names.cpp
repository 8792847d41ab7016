// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/names.h"

#include <array>

namespace hereabouts::sample {

const std::vector<std::string_view> kPlants{"Rātā", "Kōwhai", "Rimu", "Tōtara", "Nīkau", "Mānuka", "Kānuka", "Raupō", "Harakeke", "Toetoe", "Kahikatea", "Mataī", "Miro", "Hīnau",
    "Pūriri", "Karaka", "Ngaio", "Māhoe", "Rewarewa", "Tarata", "Kawakawa", "Korokio", "Tī Kōuka", "Ponga", "Marram", "Pōhutukawa", "Titoki", "Akeake", "Houhere", "Kāpuka", "Fern",
    "Sedge", "Clover", "Willow", "Poplar", "Alder", "Elder", "Hawthorn", "Lavender", "Thistle", "Bracken", "Heather", "Orchard", "Garden", "Mill", "Anchor", "Rope", "Sail", "Lantern",
    "Ferry", "Beacon", "Tide", "Shell", "Pebble", "Sand", "Driftwood", "Gull", "Heron", "Tern", "Cooper", "Market", "Chapel", "School", "Station", "Depot", "Creamery", "Woolshed",
    "Saddle", "Ridge", "Quarry", "Lookout", "Gully", "Spring", "Weir", "Bridge", "Ford", "Basin", "Cove", "Point", "Bank", "Terrace", "Signal", "Kiln", "Foundry", "Nursery"};

const std::vector<std::string_view> kFirstNames{"Aroha", "Ben", "Carys", "Dev", "Ella", "Fetu", "Grace", "Hemi", "Isla", "Jonah", "Kiri", "Leilani", "Mere", "Nikau", "Olive", "Priya",
    "Ruby", "Sione", "Tama", "Una", "Wiremu", "Yasmin"};
const std::vector<std::string_view> kSurnames{"Alder", "Barley", "Carver", "Dale", "Elwood", "Farrow", "Glover", "Heath", "Ives", "Kemp", "Lark", "Marsh", "Naylor", "Orme", "Pell",
    "Quill", "Rook", "Sawyer", "Thorne", "Vale", "Weaver", "Yarrow"};

std::string StreetNames::street(int town, double metres)
{
    static constexpr std::array<std::string_view, 4> kLong{"Street", "Street", "Road", "Avenue"};
    static constexpr std::array<std::string_view, 5> kShort{"Street", "Lane", "Place", "Crescent", "Way"};
    for (int tries = 0; tries < 60; ++tries) {
        const std::string_view kind = metres > 700 ? m_dice.pick(kLong) : m_dice.pick(kShort);
        const std::string name = std::string(m_dice.pick(kPlants)) + ' ' + std::string(kind);
        if (name == "Rātā Road" || name == "Terrace Street" || name == "Garden Place") continue;
        if (m_given.insert({town, name}).second) return name;
    }
    return {};
}

std::string StreetNames::road()
{
    static constexpr std::array<std::string_view, 6> kKinds{"Road", "Road", "Valley Road", "Hill Road", "Flat Road", "Line"};
    for (int tries = 0; tries < 400; ++tries) {
        const std::string name = std::string(m_dice.pick(kPlants)) + ' ' + std::string(m_dice.pick(kKinds));
        if (name != "Rātā Road" && m_given.insert({-1, name}).second) return name;
    }
    return {};
}

std::string withoutMacrons(std::string text)
{
    static constexpr std::array<std::pair<std::string_view, char>, 10> kLetters{{{"ā", 'a'}, {"ē", 'e'}, {"ī", 'i'}, {"ō", 'o'}, {"ū", 'u'}, {"Ā", 'A'}, {"Ē", 'E'}, {"Ī", 'I'}, {"Ō", 'O'}, {"Ū", 'U'}}};
    for (const auto& [with, without] : kLetters) {
        for (std::size_t at = text.find(with); at != std::string::npos; at = text.find(with)) text.replace(at, with.size(), 1, without);
    }
    return text;
}

} // namespace hereabouts::sample
