// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace hereabouts::core::detail {

/// The bytes of a text of up to 8 bytes as one number; a hash of a longer one.
[[nodiscard]] inline std::uint64_t textKey(std::string_view text)
{
    std::uint64_t key = 0;
    if (text.size() <= 8) {
        for (std::size_t i = 0; i < text.size(); ++i) key |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
        return key;
    }
    for (std::size_t at = 0; at < text.size(); at += 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, text.data() + at, std::min<std::size_t>(8, text.size() - at));
        key = std::rotl((key ^ part) * 0x9E37'79B9'7F4A'7C15, 29);
    }
    return key ^ text.size();
}

/// A number that differs for most texts that differ: quicker than textKey().
[[nodiscard]] inline std::uint64_t textHash(std::string_view text)
{
    if (text.size() < 4 || text.size() > 8) return textKey(text);
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, text.data(), 4);
    std::memcpy(&last, text.data() + text.size() - 4, 4);
    return static_cast<std::uint64_t>(last) << 32 | first;
}

/// A table of open places, two thirds full at most, for `expected` texts that are kept elsewhere.
class IdPlaces {
public:
    explicit IdPlaces(std::size_t expected) : m_places(std::bit_ceil(expected + expected / 2 + 16)), m_shift(64 - std::countr_zero(m_places)) { }
    [[nodiscard]] std::size_t places() const { return m_places; }
    [[nodiscard]] std::size_t first(std::uint64_t key) const { return static_cast<std::size_t>((key * 0xD6E8'FEB8'6659'FD93) >> m_shift); }
    [[nodiscard]] std::size_t after(std::size_t place) const { return (place + 1) & (m_places - 1); }

private:
    std::size_t m_places;
    int m_shift;
};

/// Which of some texts equals a given one; a lookup of a short text touches nothing but its place.
class IdIndex {
public:
    explicit IdIndex(std::size_t expected) : m_places(expected * 4), m_entries(m_places.places()) { }

    /// @param isEqual `isEqual(index)` says whether a longer text is that one.
    template <typename IsEqual> [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key, std::size_t length, IsEqual isEqual) const
    {
        for (std::size_t place = m_places.first(key); m_entries[place].next != 0; place = m_places.after(place)) {
            const Entry& entry = m_entries[place];
            if (entry.key == key && entry.length == length && (length <= 8 || isEqual(entry.next - 1))) return entry.next - 1;
        }
        return std::nullopt;
    }
    /// @pre no equal text is in, and fewer than were expected
    void insert(std::uint64_t key, std::size_t length, std::uint32_t index)
    {
        std::size_t place = m_places.first(key);
        while (m_entries[place].next != 0) place = m_places.after(place);
        m_entries[place] = {.key = key, .length = static_cast<std::uint32_t>(length), .next = index + 1};
    }

private:
    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t length = 0;
        std::uint32_t next = 0; ///< Index and one more; 0 for an empty place.
    };
    IdPlaces m_places;
    std::vector<Entry> m_entries;
};

/// Which texts of a great many have been met: five bytes a place.
class MetTexts {
public:
    explicit MetTexts(std::size_t expected) : m_places(expected), m_tags(m_places.places()), m_next(m_places.places()) { }

    /// The index of an equal text met before, or nothing and `index` is met from now on.
    template <typename IsEqual> [[nodiscard]] std::optional<std::uint32_t> meet(std::uint64_t key, std::uint32_t index, IsEqual isEqual)
    {
        const auto tag = static_cast<std::uint8_t>((key * 0xD6E8'FEB8'6659'FD93) >> 24);
        std::size_t place = m_places.first(key);
        for (; m_next[place] != 0; place = m_places.after(place)) {
            if (m_tags[place] == tag && isEqual(m_next[place] - 1)) return m_next[place] - 1;
        }
        m_tags[place] = tag;
        m_next[place] = index + 1;
        return std::nullopt;
    }

private:
    IdPlaces m_places;
    std::vector<std::uint8_t> m_tags;
    std::vector<std::uint32_t> m_next;
};

} // namespace hereabouts::core::detail
