// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/json_scan.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace hereabouts::worker {

namespace {

enum class Mark : std::uint8_t { None, Quote, Open, Close };

constexpr std::array<Mark, 256> kMarks = [] {
    std::array<Mark, 256> marks{};
    marks['"'] = Mark::Quote;
    marks['{'] = marks['['] = Mark::Open;
    marks['}'] = marks[']'] = Mark::Close;
    return marks;
}();

constexpr std::string_view kBlank = " \t\r\n";

/// A place in a text. Every step gives false where the text ends too early.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    void skipBlank() { m_at = std::min(m_text.find_first_not_of(kBlank, m_at), m_text.size()); }
    [[nodiscard]] bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    bool take(char c)
    {
        skipBlank();
        if (!at(c)) return false;
        ++m_at;
        return true;
    }

    [[nodiscard]] std::optional<std::string_view> string()
    {
        const std::size_t start = m_at + 1;
        if (!at('"') || !skipString()) return std::nullopt;
        return m_text.substr(start, m_at - start - 1);
    }

    [[nodiscard]] std::optional<std::string_view> value()
    {
        skipBlank();
        const std::size_t start = m_at;
        const bool whole = at('"') ? skipString() : at('{') || at('[') ? skipNested() : skipWord();
        if (!whole || m_at == start) return std::nullopt;
        return m_text.substr(start, m_at - start);
    }

private:
    bool skipString()
    {
        for (m_at = m_text.find_first_of("\"\\", m_at + 1); m_at != std::string_view::npos; m_at = m_text.find_first_of("\"\\", m_at)) {
            if (m_text[m_at++] == '"') return true;
            ++m_at; // what a backslash stands before
        }
        m_at = m_text.size();
        return false;
    }

    bool skipNested()
    {
        std::size_t depth = 0;
        while (m_at < m_text.size()) {
            switch (kMarks[static_cast<unsigned char>(m_text[m_at])]) {
            case Mark::None: ++m_at; break;
            case Mark::Quote:
                if (!skipString()) return false;
                break;
            case Mark::Open:
                ++depth;
                ++m_at;
                break;
            case Mark::Close:
                ++m_at;
                if (--depth == 0) return true;
                break;
            }
        }
        return false;
    }

    bool skipWord()
    {
        m_at = std::min(m_text.find_first_of(",]} \t\r\n", m_at), m_text.size());
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Calls `each` for whatever stands between the brackets and commas. False as soon as something is amiss.
template <typename Each> bool between(Scanner& scanner, char open, char close, const Each& each)
{
    if (!scanner.take(open)) return false;
    if (!scanner.take(close)) {
        do {
            scanner.skipBlank();
            if (!each()) return false;
        } while (scanner.take(','));
        if (!scanner.take(close)) return false;
    }
    scanner.skipBlank();
    return scanner.atEnd();
}

} // namespace

std::optional<std::vector<JsonMember>> membersOf(std::string_view object)
{
    std::vector<JsonMember> members;
    Scanner scanner(object);
    const bool whole = between(scanner, '{', '}', [&] {
        const auto key = scanner.string();
        if (!key || !scanner.take(':')) return false;
        const auto value = scanner.value();
        if (value) members.push_back({.key = *key, .value = *value});
        return value.has_value();
    });
    return whole ? std::optional(std::move(members)) : std::nullopt;
}

std::optional<std::vector<std::string_view>> elementsOf(std::string_view array)
{
    std::vector<std::string_view> elements;
    Scanner scanner(array);
    const bool whole = between(scanner, '[', ']', [&] {
        const auto value = scanner.value();
        if (value) elements.push_back(*value);
        return value.has_value();
    });
    return whole ? std::optional(std::move(elements)) : std::nullopt;
}

} // namespace hereabouts::worker
