// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/endorsed_lines.h"

#include "core/joined/written.h"
#include "core/recognition/line_hash.h"

#include <algorithm>
#include <optional>

namespace hereabouts::core {

namespace {

struct HeldLine {
    std::string_view edition; ///< Empty for the community's own shape.
    std::string_view line; ///< Its kind: "identity".
    std::string_view state;
    std::int64_t validFrom = kNoInteger;
    const MultiPolygon* shape = nullptr;
    std::string hash;
};

std::string_view kindOr(std::string_view line) { return line.empty() ? "identity" : line; }

/// The community's own line first, then its editions.
std::vector<HeldLine> heldLines(const PlaceSnapshot& place, std::string_view community)
{
    std::vector<HeldLine> held;
    const auto add = [&](HeldLine line, const Geometry& geometry) {
        line.shape = std::get_if<MultiPolygon>(&geometry);
        line.hash = lineHash(geometry);
        held.push_back(std::move(line));
    };
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    for (std::size_t row = 0; row < communities.size(); ++row) {
        if (communities.text("code").at(row) == community)
            add({.edition = {}, .line = "identity", .state = "current", .shape = nullptr, .hash = {}}, communities.geometry(row));
    }
    const RegisterTable& editions = place.at(RegisterKind::Boundaries);
    for (std::size_t row = 0; row < editions.size(); ++row) {
        if (editions.text("community").at(row) != community) continue;
        add({.edition = editions.text("edition").at(row),
                .line = kindOr(editions.text("line").at(row)),
                .state = editions.text("state").at(row),
                .validFrom = editions.integers("valid_from")[row],
                .shape = nullptr,
                .hash = {}},
            editions.geometry(row));
    }
    return held;
}

class Lines {
public:
    Lines(const PlaceSnapshot& place, std::string_view community) : m_held(heldLines(place, community)) { }

    void settle(EndorsedLine& endorsed, std::string_view hash) const
    {
        const HeldLine* const named = find([&](const HeldLine& line) { return !line.edition.empty() && line.edition == endorsed.edition; });
        const HeldLine* const given = givenLine(named, hash);
        const HeldLine* const present = presentLine(named);
        if (given) endorsed.given = given->shape;
        if (present) endorsed.present = present->shape;
        endorsed.lineDate = dateOf(given && !given->edition.empty() ? given : named, endorsed);
        const bool draft = named && named->state == "draft";
        if (present && present->hash == hash)
            endorsed.standing = EndorsementStanding::Stands;
        else if (draft && named->hash == hash)
            endorsed.standing = EndorsementStanding::StandsForDraft;
        else
            endorsed.standing = given ? EndorsementStanding::LineChanged : EndorsementStanding::LineNotHeld;
        if (draft && endorsed.standing != EndorsementStanding::Stands) endorsed.present = named->shape;
    }

private:
    template <typename Is> [[nodiscard]] const HeldLine* find(Is is) const
    {
        const auto found = std::ranges::find_if(m_held, is);
        return found == m_held.end() ? nullptr : &*found;
    }
    /// The edition it names where that still has the line, else any that has, an edition before the community's own shape: editions bear dates.
    [[nodiscard]] const HeldLine* givenLine(const HeldLine* named, std::string_view hash) const
    {
        if (named && named->hash == hash) return named;
        const HeldLine* const edition = find([&](const HeldLine& line) { return !line.edition.empty() && line.hash == hash; });
        return edition ? edition : find([&](const HeldLine& line) { return line.hash == hash; });
    }
    [[nodiscard]] const HeldLine* presentLine(const HeldLine* named) const
    {
        const std::string_view kind = named ? named->line : "identity";
        if (kind == "identity") return find([](const HeldLine& line) { return line.edition.empty() && line.shape != nullptr; });
        return find([&](const HeldLine& line) { return line.line == kind && line.state == "current"; });
    }
    static std::string dateOf(const HeldLine* line, const EndorsedLine& endorsed)
    {
        if (line && line->validFrom != kNoInteger) return writtenDate(line->validFrom);
        return endorsed.givenOn != kNoInteger ? writtenDate(endorsed.givenOn) : endorsed.edition;
    }

    std::vector<HeldLine> m_held;
};

} // namespace

std::vector<EndorsedLine> endorsedLines(const PlaceSnapshot& place, std::string_view community)
{
    const RegisterTable& table = place.at(RegisterKind::Endorsements);
    std::vector<EndorsedLine> endorsements;
    std::optional<Lines> lines; // Hashing a long line takes a while: only where somebody asks.
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("community").at(row) != community) continue;
        if (!lines) lines.emplace(place, community);
        EndorsedLine& one = endorsements.emplace_back();
        one.id = table.id(row);
        one.edition = table.text("edition").at(row);
        one.step = table.text("step").at(row);
        one.givenOn = table.integers("given_on")[row];
        lines->settle(one, table.text("line_hash").at(row));
    }
    return endorsements;
}

} // namespace hereabouts::core
