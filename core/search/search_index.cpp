// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_index.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hereabouts::core {

namespace {

constexpr std::size_t kLongestWord = 63; ///< Letters past it are not compared.

bool belongsToWord(char letter)
{
    // Bytes of letters beyond ASCII are kept: text arrives folded, so what is left of them (ß, 山) is part of a word.
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || static_cast<unsigned char>(letter) >= 0x80;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool inWord = false;
    for (const char letter : text) {
        if (letter == '\'') continue; // "residents'" is one word and "o'brien" too
        if (!belongsToWord(letter)) {
            inWord = false;
            continue;
        }
        if (!inWord) words.emplace_back();
        if (words.back().size() < kLongestWord) words.back().push_back(letter);
        inWord = true;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

int editsAllowed(std::size_t letters) { return letters >= 8 ? 2 : letters >= 4 ? 1 : 0; }

/// The rows of the edit-distance matrix for one typed word, kept while walking down sorted words, so that a shared beginning is computed once.
class EditRows {
public:
    EditRows(std::string_view typed, int most) : m_typed(typed.substr(0, kLongestWord)), m_most(most)
    {
        for (std::size_t i = 0; i <= m_typed.size(); ++i) m_rows[0][i] = static_cast<int>(i);
        m_best[0] = m_rows[0][m_typed.size()];
    }

    /// Takes the word's letters from `from` on, its letters before being those of the last word given. The letters looked at until it was hopeless,
    /// or the word's length.
    std::size_t follow(std::string_view word, std::size_t from)
    {
        for (std::size_t j = from + 1; j <= word.size(); ++j) {
            const int least = fill(word, j);
            m_best[j] = std::min(m_best[j - 1], m_rows[j][m_typed.size()]);
            if (least > m_most) return j;
        }
        return word.size();
    }

    [[nodiscard]] int toWhole(std::size_t length) const { return m_rows[length][m_typed.size()]; }
    [[nodiscard]] int toBeginning(std::size_t length) const { return m_best[length]; }

private:
    int fill(std::string_view word, std::size_t j)
    {
        auto& row = m_rows[j];
        const auto& above = m_rows[j - 1];
        row[0] = static_cast<int>(j);
        int least = row[0];
        for (std::size_t i = 1; i <= m_typed.size(); ++i) {
            const int changed = above[i - 1] + (m_typed[i - 1] == word[j - 1] ? 0 : 1);
            row[i] = std::min({changed, above[i] + 1, row[i - 1] + 1});
            const bool swapped = i > 1 && j > 1 && m_typed[i - 1] == word[j - 2] && m_typed[i - 2] == word[j - 1];
            if (swapped) row[i] = std::min(row[i], m_rows[j - 2][i - 2] + 1);
            least = std::min(least, row[i]);
        }
        return least;
    }

    std::string_view m_typed;
    int m_most;
    std::array<std::array<int, kLongestWord + 1>, kLongestWord + 1> m_rows;
    std::array<int, kLongestWord + 1> m_best; ///< Least distance to a beginning of at most that many letters.
};

// What a matched word costs; the sum over the words typed decides, so that one slip weighs more than any number of unfinished words.
constexpr std::uint32_t kWholeCost = 0;
constexpr std::uint32_t kBeginningCost = 1;
constexpr std::uint32_t kSlipCost = 16;
constexpr std::uint32_t kNoMatch = 0xFFFFFFFF;

} // namespace

struct SearchIndex::WordMatch {
    std::uint32_t word = 0;
    std::uint32_t cost = 0;
};

EditDistance editDistance(std::string_view typed, std::string_view word, int most)
{
    EditRows rows(typed, most);
    word = word.substr(0, kLongestWord);
    const std::size_t reached = rows.follow(word, 0);
    return {.toBeginning = std::min(rows.toBeginning(reached), most + 1), .toWhole = reached < word.size() ? most + 1 : std::min(rows.toWhole(reached), most + 1)};
}

SearchIndex SearchIndex::build(std::span<const SearchEntry> entries)
{
    SearchIndex index;
    std::unordered_map<std::string, std::vector<std::uint32_t>> entriesOf;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::vector<std::string> words = wordsOf(entries[i].folded);
        index.m_names.push_back(joined(words));
        index.m_precedence.push_back(entries[i].precedence);
        for (std::string& word : words) {
            auto& postings = entriesOf[std::move(word)];
            if (postings.empty() || postings.back() != i) postings.push_back(static_cast<std::uint32_t>(i));
        }
    }
    for (const auto& [word, postings] : entriesOf) index.m_words.push_back(word);
    std::ranges::sort(index.m_words);
    for (const std::string& word : index.m_words) {
        const std::vector<std::uint32_t>& postings = entriesOf.find(word)->second;
        index.m_starts.push_back(static_cast<std::uint32_t>(index.m_postings.size()));
        index.m_postings.insert(index.m_postings.end(), postings.begin(), postings.end());
    }
    index.m_starts.push_back(static_cast<std::uint32_t>(index.m_postings.size()));
    return index;
}

std::vector<SearchIndex::WordMatch> SearchIndex::wordsLike(std::string_view typed) const
{
    std::vector<WordMatch> matches;
    const int most = editsAllowed(typed.size());
    if (most == 0) {
        for (auto word = std::ranges::lower_bound(m_words, typed); word != m_words.end() && word->starts_with(typed); ++word) {
            matches.push_back({.word = static_cast<std::uint32_t>(word - m_words.begin()), .cost = *word == typed ? kWholeCost : kBeginningCost});
        }
        return matches;
    }
    EditRows rows(typed, most);
    std::string_view last;
    std::size_t known = 0; // letters of `last` whose rows are filled
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const std::string_view word = m_words[i];
        const std::size_t shared = static_cast<std::size_t>(std::ranges::mismatch(word, last).in1 - word.begin());
        // With the same hopeless beginning as the word before, only a shorter match of the beginning can have been good: already in toBeginning().
        const std::size_t reached = shared >= known && known < last.size() ? known : rows.follow(word, std::min(shared, known));
        last = word;
        known = reached;
        const int beginning = rows.toBeginning(reached);
        const int whole = reached < word.size() ? most + 1 : rows.toWhole(reached);
        if (std::min(beginning, whole) > most) continue;
        const std::uint32_t asWhole = whole <= most ? kSlipCost * static_cast<std::uint32_t>(whole) : kNoMatch;
        const std::uint32_t asBeginning = beginning <= most ? kSlipCost * static_cast<std::uint32_t>(beginning) + kBeginningCost : kNoMatch;
        matches.push_back({.word = static_cast<std::uint32_t>(i), .cost = std::min(asWhole, asBeginning)});
    }
    return matches;
}

std::vector<std::size_t> SearchIndex::find(std::string_view foldedQuery, std::size_t limit) const
{
    const std::vector<std::string> typed = wordsOf(foldedQuery);
    if (typed.empty() || limit == 0) return {};

    std::vector<std::uint32_t> costs(m_names.size(), 0);
    std::vector<std::uint32_t> wordCosts(m_names.size());
    for (const std::string& word : typed) {
        std::ranges::fill(wordCosts, kNoMatch);
        for (const WordMatch& match : wordsLike(word)) {
            for (std::uint32_t at = m_starts[match.word]; at < m_starts[match.word + 1]; ++at) {
                std::uint32_t& cost = wordCosts[m_postings[at]];
                cost = std::min(cost, match.cost);
            }
        }
        for (std::size_t i = 0; i < costs.size(); ++i) costs[i] = costs[i] == kNoMatch || wordCosts[i] == kNoMatch ? kNoMatch : costs[i] + wordCosts[i];
    }

    const std::string whole = joined(typed);
    struct Found {
        std::uint32_t cost;
        int beginsElsewhere; // 0 the whole name, 1 begins so, 2 has it somewhere
        std::uint8_t precedence;
        std::size_t length;
        std::size_t entry;
        auto operator<=>(const Found&) const = default;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        if (costs[i] == kNoMatch) continue;
        const int begins = m_names[i] == whole ? 0 : m_names[i].starts_with(whole) ? 1 : 2;
        const std::uint32_t slips = costs[i] / kSlipCost * kSlipCost;
        found.push_back({.cost = begins < 2 ? slips : costs[i], .beginsElsewhere = begins, .precedence = m_precedence[i], .length = m_names[i].size(), .entry = i});
    }
    const std::size_t kept = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept));
    std::vector<std::size_t> entries;
    for (std::size_t i = 0; i < kept; ++i) entries.push_back(found[i].entry);
    return entries;
}

} // namespace hereabouts::core
