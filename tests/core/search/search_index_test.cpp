// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_index.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace hereabouts::core;

namespace {

std::vector<std::string> found(const std::vector<std::string>& names, std::string_view typed)
{
    std::vector<SearchEntry> entries;
    for (const std::string& name : names) entries.push_back({.folded = name, .precedence = 0});
    const SearchIndex index = SearchIndex::build(entries);
    std::vector<std::string> result;
    for (const std::size_t i : index.find(typed, 10)) result.push_back(names[i]);
    return result;
}

/// The textbook matrix, for all of both words.
int plainDistance(const std::string& a, const std::string& b)
{
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<int>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), d[i - 1][j] + 1, d[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

} // namespace

TEST_CASE("the whole name comes before a name that begins so, and that before a word within", "[search]")
{
    CHECK(found({"old wharf", "wharf street", "wharf"}, "wharf") == std::vector<std::string>{"wharf", "wharf street", "old wharf"});
}

TEST_CASE("a slip of the finger is forgiven from four letters on", "[search]")
{
    const std::vector<std::string> names{"wharf street", "rata road"};
    CHECK(found(names, "whaf") == std::vector<std::string>{"wharf street"});
    CHECK(found(names, "wahrf") == std::vector<std::string>{"wharf street"});
    CHECK(found(names, "wharfs") == std::vector<std::string>{"wharf street"});
    CHECK(found(names, "rta").empty());
}

TEST_CASE("two slips are forgiven in a word of eight letters", "[search]")
{
    CHECK(found({"kahikatea valley"}, "kahkatae").size() == 1);
    CHECK(found({"kahikatea valley"}, "kxhxkxtea").empty());
}

TEST_CASE("what is right comes before what is nearly right", "[search]")
{
    CHECK(found({"warm springs", "ward street"}, "ward") == std::vector<std::string>{"ward street", "warm springs"});
}

TEST_CASE("every word typed must be found, in any order, the last one as far as it goes", "[search]")
{
    const std::vector<std::string> names{"lights on the gully track", "gully restoration group"};
    CHECK(found(names, "gully li") == std::vector<std::string>{"lights on the gully track"});
    CHECK(found(names, "gully").size() == 2);
    CHECK(found(names, "gully airport").empty());
    CHECK(found(names, "  ").empty());
}

TEST_CASE("an apostrophe parts no word", "[search]") { CHECK(found({"harbourside residents' association"}, "residents assoc").size() == 1); }

TEST_CASE("the distance to a whole word is the textbook's, swaps included", "[search]")
{
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string a(1 + random() % 7, 'a');
        std::string b(1 + random() % 7, 'a');
        for (char& c : a) c = static_cast<char>('a' + random() % 3);
        for (char& c : b) c = static_cast<char>('a' + random() % 3);
        const EditDistance distance = editDistance(a, b, 2);
        const int whole = plainDistance(a, b);
        int beginning = whole;
        for (std::size_t length = 0; length < b.size(); ++length) beginning = std::min(beginning, plainDistance(a, b.substr(0, length)));
        INFO(a << " " << b);
        REQUIRE(distance.toWhole == std::min(whole, 3));
        REQUIRE(distance.toBeginning == std::min(beginning, 3));
    }
}

TEST_CASE("the walk over sorted words finds what asking each word finds", "[search]")
{
    std::mt19937 random(11);
    std::vector<SearchEntry> entries;
    for (int i = 0; i < 400; ++i) {
        std::string word(3 + random() % 6, 'a');
        for (char& c : word) c = static_cast<char>('a' + random() % 3);
        entries.push_back({.folded = word, .precedence = 0});
    }
    const SearchIndex index = SearchIndex::build(entries);
    for (int round = 0; round < 200; ++round) {
        std::string typed(4 + random() % 3, 'a');
        for (char& c : typed) c = static_cast<char>('a' + random() % 3);
        std::size_t expected = 0;
        for (const SearchEntry& entry : entries) {
            const EditDistance distance = editDistance(typed, entry.folded, 1);
            expected += distance.toBeginning <= 1 || distance.toWhole <= 1 ? 1 : 0;
        }
        REQUIRE(index.find(typed, entries.size()).size() == expected);
    }
}
