// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::core {

/// A name that can be found.
struct SearchEntry {
    std::string folded;       ///< Case and accents already folded; words parted by anything but letters and digits.
    std::uint8_t precedence = 0; ///< Of two that match alike, the smaller comes first.
};

/// Finds names by the beginning of their words, as one types, and past a slip of the finger.
///
/// Every word typed must be a word of the name: whole, its beginning, or one edit away from either (two for words of eight letters and more; none under
/// four). An edit is a letter left out, put in, changed, or two neighbours swapped. Best first: the whole name, a name that begins so, whole words, beginnings,
/// then slips; among equals by precedence, then the shorter name, then the order given.
class SearchIndex {
public:
    SearchIndex() = default;
    [[nodiscard]] static SearchIndex build(std::span<const SearchEntry> entries);

    /// Indices of the best `limit` entries for what was typed, folded like them. Nothing for nothing typed.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view foldedQuery, std::size_t limit) const;
    [[nodiscard]] std::size_t size() const { return m_names.size(); }

private:
    struct WordMatch;
    [[nodiscard]] std::vector<WordMatch> wordsLike(std::string_view typed) const;

    std::vector<std::string> m_names; ///< Words of each entry, one blank between.
    std::vector<std::uint8_t> m_precedence;
    std::vector<std::string> m_words; ///< Distinct, sorted.
    std::vector<std::uint32_t> m_starts; ///< Where each word's entries start in m_postings; one more than words.
    std::vector<std::uint32_t> m_postings;
};

/// Edits between `typed` and the nearest beginning of `word`, and between `typed` and all of `word`; both more than `most` when beyond it.
struct EditDistance {
    int toBeginning = 0;
    int toWhole = 0;
};
[[nodiscard]] EditDistance editDistance(std::string_view typed, std::string_view word, int most);

} // namespace hereabouts::core
