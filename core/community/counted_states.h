// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// The states of recognition whose communities count. As made: recognised, provisional, and communities without a recorded state, as in the headline figures.
struct CountedStates {
    std::vector<std::string> states{"recognised", "provisional"}; ///< Words of the register's field "status".
    bool unrecorded = true; ///< Communities without a recorded state too.

    [[nodiscard]] bool counts(std::string_view status) const;
    /// "recognised or provisional"; "without a recorded state" where only those are asked for.
    [[nodiscard]] std::string inWords() const;

    friend bool operator==(const CountedStates&, const CountedStates&) = default;
};

/// The states that a person lists, parted by commas; case, blanks and hyphens do not matter. "unrecorded" means communities without a recorded state and "all"
/// means every community. Fails with BadInput, naming the word that is no state and those that are.
[[nodiscard]] Result<CountedStates> countedStatesFrom(std::string_view list);

} // namespace hereabouts::core
