// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/counted_states.h"

#include "core/register/register_spec.h"

#include <algorithm>
#include <format>
#include <span>

namespace hereabouts::core {

namespace {

constexpr std::string_view kUnrecorded = "unrecorded";

std::span<const std::string_view> allStates()
{
    const RegisterSpec& spec = specOf(RegisterKind::Communities);
    return spec.fields[spec.fieldIndex("status").value()].words;
}

/// Lower case, without blanks, hyphens and underscores: "Under-review" is "under review".
std::string bare(std::string_view text)
{
    std::string kept;
    for (const char letter : text) {
        if (letter == ' ' || letter == '-' || letter == '_' || letter == '\t') continue;
        kept += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return kept;
}

std::string namesOfStates()
{
    std::string names;
    for (const std::string_view state : allStates()) names += std::string(state) + ", ";
    return names + std::string(kUnrecorded) + " and all";
}

} // namespace

bool CountedStates::counts(std::string_view status) const { return status.empty() ? unrecorded : std::ranges::contains(states, status); }

std::string CountedStates::inWords() const
{
    if (states.empty()) return "without a recorded state";
    std::string text;
    for (std::size_t i = 0; i < states.size(); ++i) text += (i == 0 ? "" : i + 1 == states.size() ? " or " : ", ") + states[i];
    return text;
}

Result<CountedStates> countedStatesFrom(std::string_view list)
{
    CountedStates counted{.states = {}, .unrecorded = false};
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        const std::string_view said = list.substr(from, comma - from);
        const std::string word = bare(said);
        from = comma + 1;
        if (word.empty()) continue;
        if (word == "all") {
            counted.states.assign(allStates().begin(), allStates().end());
            counted.unrecorded = true;
            continue;
        }
        if (word == kUnrecorded) {
            counted.unrecorded = true;
            continue;
        }
        const auto state = std::ranges::find(allStates(), word, bare);
        if (state == allStates().end())
            return fail(ErrorCode::BadInput, std::format("\"{}\" is no state of recognition; there are {}.", said, namesOfStates()));
        if (!std::ranges::contains(counted.states, *state)) counted.states.emplace_back(*state);
    }
    if (counted.states.empty() && !counted.unrecorded)
        return fail(ErrorCode::BadInput, std::format("No state of recognition is named; there are {}.", namesOfStates()));
    return counted;
}

} // namespace hereabouts::core
