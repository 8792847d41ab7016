// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/redraw/new_line.h"

#include "core/joined/written.h"
#include "gis/redraw/detail/common_ground.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <format>
#include <optional>

namespace hereabouts::gis {

namespace {

using core::ErrorCode;
using core::MultiPolygon;
using core::RegisterKind;
using core::RegisterTable;
using core::Result;

core::Value textOrNone(const std::string& text)
{
    return text.empty() ? core::Value{} : core::Value{text};
}

core::Record recordOf(RegisterKind kind, std::initializer_list<std::pair<std::string_view, core::Value>> values, core::Geometry shape)
{
    const core::RegisterSpec& spec = core::specOf(kind);
    core::Record record{.id = 0, .values = std::vector<core::Value>(spec.fields.size()), .geometry = std::move(shape)};
    for (const auto& [name, value] : values) record.values[spec.fieldIndex(name).value()] = value;
    return record;
}

std::optional<std::size_t> rowOfCode(const RegisterTable& table, std::string_view code)
{
    const core::TextColumn& codes = table.text("code");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (codes.at(row) == code) return row;
    }
    return std::nullopt;
}

/// Rows of the community's boundary editions.
std::vector<std::size_t> editionsOf(const core::PlaceSnapshot& place, std::string_view community)
{
    const RegisterTable& table = place.at(RegisterKind::Boundaries);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("community").at(row) == community) rows.push_back(row);
    }
    return rows;
}

/// "OLD-TOWN" for "Old Town", with a number where that is taken.
std::string newCode(const RegisterTable& communities, std::string_view name)
{
    std::string slug;
    for (const char c : fold(name)) {
        if (c >= 'a' && c <= 'z')
            slug += static_cast<char>(c - 'a' + 'A');
        else if ((c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            slug += c;
        else if (!slug.empty() && !slug.ends_with('-'))
            slug += '-';
    }
    std::string code = slug;
    for (int n = 2; rowOfCode(communities, code); ++n) code = std::format("{}-{}", slug, n);
    return code;
}

/// Takes one line into the place.
class Taking {
public:
    Taking(const core::PlaceSnapshot& place, const NewLine& drawn) : m_place(place), m_drawn(drawn), m_boundaries(place.at(RegisterKind::Boundaries)) { }

    Result<LineTaken> take(const core::Job& job)
    {
        auto settled = settle(m_drawn.shape, job);
        if (!settled) return std::unexpected(std::move(settled.error()));
        m_taken.shape = std::move(*settled);
        if (auto found = findCommunity(); !found) return std::unexpected(std::move(found.error()));
        const std::string day = core::writtenDate(m_drawn.today);
        m_taken.edition = !m_drawn.edition.empty() ? m_drawn.edition : m_drawn.adopted ? freeEdition(day) : std::format("draft of {}", day);
        if (auto kept = m_drawn.adopted ? adopt(job) : draft(); !kept) return std::unexpected(std::move(kept.error()));
        return std::move(m_taken);
    }

private:
    Result<void> findCommunity()
    {
        const RegisterTable& table = m_place.at(RegisterKind::Communities);
        if (!m_drawn.community.empty()) {
            m_row = rowOfCode(table, m_drawn.community);
            if (!m_row) return core::fail(ErrorCode::UnknownId, std::format("There is no community '{}' in this place.", m_drawn.community));
            m_taken.community = m_drawn.community;
            m_name = table.text("name").at(*m_row);
            return {};
        }
        m_name = std::string(trimmed(m_drawn.name));
        if (m_name.empty()) return core::fail(ErrorCode::BadInput, "A new community needs a name; write the one it gives itself.");
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (fold(table.text("name").at(row)) != fold(m_name)) continue;
            return core::fail(ErrorCode::BadInput,
                std::format(
                    "'{}' is in the register already as {}; draw it another line, or give the new one another name.", m_name, table.text("code").at(row)));
        }
        m_taken.community = newCode(table, m_name);
        return {};
    }

    [[nodiscard]] std::optional<std::size_t> editionRow(std::string_view edition) const
    {
        for (const std::size_t row : editionsOf(m_place, m_taken.community)) {
            if (m_boundaries.text("edition").at(row) == edition) return row;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string freeEdition(const std::string& wanted) const
    {
        std::string name = wanted;
        for (int n = 2; editionRow(name); ++n) name = std::format("{} ({})", wanted, n);
        return name;
    }

    void addEdition(std::string_view state, core::Value follows)
    {
        m_taken.edits.emplace_back(AddRow{RegisterKind::Boundaries,
            recordOf(RegisterKind::Boundaries,
                {{"community", m_taken.community}, {"edition", m_taken.edition}, {"line", textOrNone(m_drawn.line)}, {"state", std::string(state)},
                    {"valid_from", m_drawn.adopted ? core::Value{m_drawn.today} : core::Value{}}, {"follows", std::move(follows)},
                    {"source", textOrNone(m_drawn.source)}, {"precision", textOrNone(m_drawn.precision)}, {"boundary_text", textOrNone(m_drawn.boundaryText)},
                    {"perceptual", textOrNone(m_drawn.perceptual)}, {"functional", textOrNone(m_drawn.functional)},
                    {"political", textOrNone(m_drawn.political)}},
                m_taken.shape.geometry)});
    }

    Result<void> draft()
    {
        if (!m_row) addCommunity(core::Geometry{});
        if (const auto row = editionRow(m_taken.edition)) {
            if (m_boundaries.text("state").at(*row) != "draft") {
                return core::fail(
                    ErrorCode::BadInput, std::format("'{}' of {} is no draft and is not overwritten; give the drawing another name.", m_taken.edition, m_name));
            }
            m_taken.edits.emplace_back(RemoveRow{RegisterKind::Boundaries, m_boundaries.id(*row)});
        }
        addEdition("draft", {});
        m_taken.what = std::format("Drew {} for {}", m_taken.edition, m_name);
        return {};
    }

    Result<void> adopt(const core::Job& job)
    {
        if (editionRow(m_taken.edition)) {
            return core::fail(ErrorCode::BadInput, std::format("{} has an edition '{}' already; give this one another name.", m_name, m_taken.edition));
        }
        const core::Value follows = supersede();
        if (m_drawn.line == "identity") {
            auto ground = detail::commonGround(m_place, m_taken.community, std::get<MultiPolygon>(m_taken.shape.geometry), job);
            if (!ground) return std::unexpected(std::move(ground.error()));
            if (m_row)
                m_taken.edits.emplace_back(SetShape{RegisterKind::Communities, m_place.at(RegisterKind::Communities).id(*m_row), m_taken.shape.geometry});
            else
                addCommunity(m_taken.shape.geometry);
            m_taken.edits.insert(m_taken.edits.end(), std::make_move_iterator(ground->edits.begin()), std::make_move_iterator(ground->edits.end()));
            m_taken.shared = std::move(ground->shared);
        } else if (!m_row) {
            addCommunity(core::Geometry{});
        }
        addEdition("current", follows);
        m_taken.what = std::format("{} took the line {}", m_name, m_taken.edition);
        return {};
    }

    /// The line of this kind that was current is so no longer; one that no edition holds is kept as an edition first. Gives the name of what the new one
    /// follows.
    core::Value supersede()
    {
        core::Value last;
        for (const std::size_t row : editionsOf(m_place, m_taken.community)) {
            if (m_boundaries.text("state").at(row) != "current" || m_boundaries.text("line").at(row) != m_drawn.line) continue;
            last = std::string(m_boundaries.text("edition").at(row));
            m_taken.edits.emplace_back(SetField{RegisterKind::Boundaries, m_boundaries.id(row), "state", std::string("superseded")});
            m_taken.edits.emplace_back(SetField{RegisterKind::Boundaries, m_boundaries.id(row), "valid_to", m_drawn.today});
        }
        if (m_drawn.line != "identity" || !m_row) return last;
        const core::Geometry& had = m_place.at(RegisterKind::Communities).geometry(*m_row);
        const bool isKept = std::holds_alternative<std::monostate>(had)
            || std::ranges::any_of(editionsOf(m_place, m_taken.community), [&](std::size_t row) { return m_boundaries.geometry(row) == had; });
        if (isKept) return last;
        const std::string name = freeEdition(std::format("before {}", core::writtenDate(m_drawn.today)));
        m_taken.edits.emplace_back(AddRow{RegisterKind::Boundaries,
            recordOf(RegisterKind::Boundaries,
                {{"community", m_taken.community}, {"edition", name}, {"line", m_drawn.line}, {"state", std::string("superseded")},
                    {"valid_to", m_drawn.today}},
                had)});
        return name;
    }

    void addCommunity(core::Geometry shape)
    {
        m_taken.edits.emplace_back(AddRow{RegisterKind::Communities,
            recordOf(RegisterKind::Communities, {{"code", m_taken.community}, {"name", m_name}, {"status", std::string("enquiry")}}, std::move(shape))});
    }

    const core::PlaceSnapshot& m_place;
    const NewLine& m_drawn;
    const RegisterTable& m_boundaries;
    std::optional<std::size_t> m_row;
    std::string m_name;
    LineTaken m_taken;
};

} // namespace

Result<LineTaken> takeLine(const core::PlaceSnapshot& place, const NewLine& drawn, const core::Job& job)
{
    return Taking(place, drawn).take(job);
}

Result<LineTaken> restoreEdition(
    const core::PlaceSnapshot& place, const std::string& community, const std::string& edition, std::int64_t today, const core::Job& job)
{
    const RegisterTable& table = place.at(RegisterKind::Boundaries);
    for (const std::size_t row : editionsOf(place, community)) {
        const auto* shape = std::get_if<MultiPolygon>(&table.geometry(row));
        if (table.text("edition").at(row) != edition || !shape) continue;
        const auto word = [&](std::string_view field) { return std::string(table.text(field).at(row)); };
        return takeLine(place,
            {.community = community,
                .name = {},
                .shape = *shape,
                .adopted = true,
                .edition = std::format("{}, restored {}", edition, core::writtenDate(today)),
                .line = word("line").empty() ? "identity" : word("line"),
                .source = std::format("Restored from edition '{}'", edition),
                .precision = word("precision"),
                .boundaryText = word("boundary_text"),
                .perceptual = word("perceptual"),
                .functional = word("functional"),
                .political = word("political"),
                .today = today},
            job);
    }
    return core::fail(ErrorCode::UnknownId, std::format("{} has no edition '{}' with a line.", community, edition));
}

} // namespace hereabouts::gis
