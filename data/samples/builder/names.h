// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/samples/builder/dice.h"

namespace hereabouts::sample {

extern const std::vector<std::string_view> kPlants;      ///< Words that name streets, farms and firms.
extern const std::vector<std::string_view> kFirstNames;
extern const std::vector<std::string_view> kSurnames;

/// Street names, each given once in a town.
class StreetNames {
public:
    explicit StreetNames(std::uint64_t seed) : m_dice(seed) {}
    [[nodiscard]] std::string street(int town, double metres);
    [[nodiscard]] std::string road();

private:
    Dice m_dice;
    std::set<std::pair<int, std::string>> m_given;
};

/// The text with vowels stripped of their macrons: how many a system writes it.
[[nodiscard]] std::string withoutMacrons(std::string text);

} // namespace hereabouts::sample
