// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/towns.h"

namespace hereabouts::sample {

const std::vector<Town>& towns()
{
    static const std::vector<Town> list{
        {"Port Kōwhai", "PKC", {-11500, -3000}, 1500, {1, 0.35}, 165, 105, 0.02, 1},
        {"Kōwhai West", "PKW", {-14000, 200}, 1200, {1, -0.12}, 190, 115, 0.06, 3},
        {"The Heights", "PKH", {-14700, -4900}, 1400, {0.8, -0.5}, 190, 125, 0.24, 3},
        {"Rimu Junction", "RIM", {-9300, 900}, 1300, {0.5, 1}, 170, 110, 0.03, 2},
        {"Tōtara Flat", "TOT", {-5600, -4300}, 1650, {1, -0.3}, 185, 125, 0.10, 2},
        {"Harakeke", "HAR", {-12600, 8300}, 1050, {0.2, 1}, 180, 115, 0.03, 2},
        {"Flaxmill", "HAR", {-7600, 11400}, 520, {1, 0.2}, 180, 120, 0.04, 4},
        {"Marram Beach", "MAR", {-14300, -10600}, 1000, {0.12, 1}, 190, 115, 0.08, 3},
        {"Ponga", "PON", {-8200, -13000}, 1000, {1, 0.1}, 180, 115, 0.06, 3},
        {"Fernside", "PON", {-5800, -18600}, 480, {0.3, 1}, 180, 120, 0.08, 4},
        {"Kahikatea", "KAH", {8200, -11200}, 760, {1, 0.15}, 180, 115, 0.03, 3},
        {"Mataī Bridge", "KAH", {2600, -8200}, 420, {1, -0.5}, 180, 120, 0.05, 4},
        {"Mānuka Hills", "MAN", {19000, -3600}, 480, {0.4, 1}, 190, 125, 0.10, 4},
        {"Hinau", "MAN", {18400, 9400}, 320, {1, 0.3}, 190, 125, 0.10, 5},
        {"Nīkau", "NIK", {-3200, 23200}, 620, {1, 0.1}, 180, 115, 0.06, 3},
        {"Karaka Bay", "NIK", {12500, 24600}, 380, {1, -0.2}, 180, 120, 0.12, 5},
        {"Raupō", "RAU", {-600, 6600}, 760, {0.15, 1}, 175, 115, 0.04, 3},
        {"Lakeside", "RAU", {8900, 8000}, 520, {1, 0.5}, 185, 120, 0.08, 4},
    };
    return list;
}

int townAt(Spot p)
{
    int best = -1;
    double least = 1;
    for (std::size_t t = 0; t < towns().size(); ++t) {
        const Town& town = towns()[t];
        const double away = apart(p, town.centre) / (town.radius * (1 + 0.28 * rugged(p, 1400, 2, 77)));
        if (away >= least) continue;
        least = away;
        best = static_cast<int>(t);
    }
    return best;
}

double fromTowns(Spot p)
{
    double nearest = 1e9;
    for (const Town& town : towns()) nearest = std::min(nearest, apart(p, town.centre) - town.radius);
    return std::max(0.0, nearest);
}

} // namespace hereabouts::sample
