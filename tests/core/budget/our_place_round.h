// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/area_pots.h"

#include <array>
#include <cstdint>

namespace hereabouts::test {

/// What stood on the ballot of the sample district's round "Our Place 2026".
struct BallotItem {
    const char* code;
    const char* areaPot;
    std::int64_t dollars;
    std::int64_t votes;
};

inline constexpr std::int64_t kOurPlacePotDollars = 1'200'000;

inline constexpr std::array<BallotItem, 52> kOurPlaceBallot{{
    {"PKC-01", "PKC", 57400, 289}, {"PKC-02", "PKC", 40300, 142}, {"PKC-03", "PKC", 58500, 137}, {"PKC-04", "PKC", 45600, 271},
    {"PKC-05", "PKC", 36400, 236}, {"PKC-06", "PKC", 54000, 287}, {"PKW-01", "PKW", 31300, 212}, {"PKW-02", "PKW", 35200, 197},
    {"PKW-03", "PKW", 30900, 89}, {"PKH-01", "PKH", 62100, 305}, {"PKH-02", "PKH", 57900, 201}, {"PKH-03", "PKH", 66000, 313},
    {"PKH-04", "PKH", 19100, 146}, {"PKH-05", "PKH", 60000, 351}, {"PKH-06", "PKH", 38000, 128}, {"PKH-07", "PKH", 23300, 329},
    {"MAR-01", "MAR", 53000, 171}, {"MAR-02", "MAR", 24500, 191}, {"MAR-03", "MAR", 48100, 244}, {"MAR-04", "MAR", 28300, 205},
    {"MAR-05", "MAR", 43100, 265}, {"TOT-01", "TOT", 29100, 176}, {"TOT-02", "TOT", 45700, 131}, {"TOT-03", "TOT", 24500, 233},
    {"TOT-04", "TOT", 29900, 177}, {"TOT-05", "TOT", 92000, 360}, {"TOT-06", "TOT", 34300, 213}, {"TOT-07", "TOT", 29500, 260},
    {"RIM-01", "RIM", 24600, 217}, {"RIM-02", "RIM", 35000, 133}, {"RIM-03", "RIM", 36900, 135}, {"RIM-04", "RIM", 46100, 269},
    {"RIM-05", "RIM", 70500, 209}, {"KAH-01", "KAH", 81200, 224}, {"KAH-02", "KAH", 13600, 241}, {"KAH-03", "KAH", 18300, 145},
    {"MAN-01", "MAN", 8700, 191}, {"MAN-02", "MAN", 103900, 143}, {"NIK-01", "NIK", 13400, 125}, {"NIK-02", "NIK", 29600, 145},
    {"HAR-01", "HAR", 17400, 126}, {"HAR-02", "HAR", 41600, 203}, {"HAR-03", "HAR", 36900, 246}, {"HAR-04", "HAR", 13700, 168},
    {"PON-01", "PON", 9500, 193}, {"PON-02", "PON", 19100, 156}, {"PON-03", "PON", 30500, 167}, {"PON-04", "PON", 19300, 202},
    {"PON-05", "PON", 15500, 207}, {"RAU-01", "RAU", 19900, 133}, {"RAU-02", "RAU", 25600, 177}, {"RAU-03", "RAU", 35300, 150},
}};

/// The areas that the pot is divided among: people, people in small areas of deprivation 8 to 10, land.
inline const std::array<core::PotArea, 12> kOurPlaceAreas{{
    {.code = "PKC", .people = 5900, .deprivedPeople = 4850, .squareMetres = 6'000'000},
    {.code = "PKW", .people = 4700, .deprivedPeople = 4395, .squareMetres = 7'000'000},
    {.code = "PKH", .people = 4300, .deprivedPeople = 0, .squareMetres = 9'000'000},
    {.code = "MAR", .people = 2900, .deprivedPeople = 0, .squareMetres = 58'000'000},
    {.code = "TOT", .people = 5600, .deprivedPeople = 0, .squareMetres = 41'000'000},
    {.code = "RIM", .people = 4900, .deprivedPeople = 4327, .squareMetres = 33'000'000},
    {.code = "KAH", .people = 3200, .deprivedPeople = 0, .squareMetres = 214'000'000},
    {.code = "MAN", .people = 1500, .deprivedPeople = 0, .squareMetres = 486'000'000},
    {.code = "NIK", .people = 1700, .deprivedPeople = 1700, .squareMetres = 372'000'000},
    {.code = "HAR", .people = 4600, .deprivedPeople = 1872, .squareMetres = 168'000'000},
    {.code = "PON", .people = 3700, .deprivedPeople = 137, .squareMetres = 96'000'000},
    {.code = "RAU", .people = 3200, .deprivedPeople = 99, .squareMetres = 350'000'000},
}};

} // namespace hereabouts::test
