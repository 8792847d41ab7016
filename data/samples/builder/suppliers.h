// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/country.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hereabouts::sample {

/// Somebody the anchors pay.
struct Supplier {
    std::string code;
    std::string name;
    std::vector<std::string> otherSpellings; ///< As some ledgers write it: macrons lost, Limited for Ltd, capitals.
    std::size_t place = 0;                   ///< Index of its board; kBoardCount outside the district; kBoardCount + 1 not located.
    std::optional<Spot> at;
    std::string address;
    std::string locality;
    std::string postcode;
    std::string basis;
    std::string region;
    bool branch = false;
    std::string ownership;
    std::string size;
    std::string category;

    /// The name, or now and then another spelling.
    [[nodiscard]] std::string spelling(Dice& dice) const;
};

/// 900: 420 in the district, 430 outside, 50 that cannot be located.
[[nodiscard]] std::vector<Supplier> makeSuppliers(const Country& country);

void writeSuppliers(const std::vector<Supplier>& suppliers, const std::filesystem::path& folder);

} // namespace hereabouts::sample
