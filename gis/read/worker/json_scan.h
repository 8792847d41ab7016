// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace hereabouts::worker {

/// One member of a JSON object, as its bytes stand in the file.
struct JsonMember {
    std::string_view key; ///< Without quotes and as written: escapes are not resolved.
    std::string_view value;
};

/// Cuts a JSON object into its members without a look inside them: only quotes and brackets are counted, what they hold is for a parser to judge.
/// Nothing if the brackets do not close, or something stands after the object.
[[nodiscard]] std::optional<std::vector<JsonMember>> membersOf(std::string_view object);

/// Cuts a JSON array into its elements in the same way.
[[nodiscard]] std::optional<std::vector<std::string_view>> elementsOf(std::string_view array);

} // namespace hereabouts::worker
