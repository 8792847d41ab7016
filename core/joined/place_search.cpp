// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/joined/place_search.h"

#include <format>
#include <map>
#include <string_view>
#include <utility>

namespace hereabouts::core {

namespace {

/// Smaller comes first among names that match alike.
enum Precedence : std::uint8_t { Communities, Towns, Roads, Areas, Waters, Anchors, Proposals, Plans, Priorities };

/// What search is built from, in one order: targets and, beside each, the names by which it is found.
class Collector {
public:
    Collector(const PlaceSnapshot& place, const PlaceSearch::Fold& fold) : m_place(place), m_fold(fold) {}

    void add(RegisterKind kind, std::size_t row, std::string_view name, std::string detail, Precedence precedence, std::string_view otherNames = {})
    {
        if (name.empty()) return;
        const Geometry& geometry = m_place.at(kind).geometry(row);
        targets.push_back({.kind = kind, .row = row, .title = std::string(name), .detail = std::move(detail), .where = boundsOf(geometry),
            .centre = representativePoint(geometry)});
        const std::string names = otherNames.empty() ? std::string(name) : std::format("{} {}", name, otherNames);
        entries.push_back({.folded = m_fold(names), .precedence = precedence});
    }

    /// A row with a name of its own in the fields "name" or "title".
    void addAll(RegisterKind kind, std::string_view nameField, std::string_view detail, Precedence precedence)
    {
        const TextColumn& names = m_place.at(kind).text(nameField);
        for (std::size_t row = 0; row < names.size(); ++row) add(kind, row, names.at(row), std::string(detail), precedence);
    }

    void addCommunities()
    {
        const RegisterTable& table = m_place.at(RegisterKind::Communities);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string_view status = table.text("status").at(row);
            add(RegisterKind::Communities, row, table.text("name").at(row), status.empty() ? "Community" : std::format("Community, {}", status), Communities,
                table.text("aliases").at(row));
        }
    }

    void addAreas(RegisterKind kind, std::string_view detail)
    {
        const RegisterTable& table = m_place.at(kind);
        for (std::size_t row = 0; row < table.size(); ++row) {
            add(kind, row, table.text("name").at(row), std::format("{}, {}", detail, table.text("edition").at(row)), Areas, table.text("code").at(row));
        }
    }

    void addAnchors()
    {
        const RegisterTable& table = m_place.at(RegisterKind::Anchors);
        for (std::size_t row = 0; row < table.size(); ++row) {
            add(RegisterKind::Anchors, row, table.text("name").at(row), std::format("Anchor, {}", table.text("site").at(row)), Anchors, table.text("site").at(row));
        }
    }

    /// A road or river is drawn in pieces and found once, over all of them.
    void addBasemap()
    {
        const RegisterTable& table = m_place.at(RegisterKind::Basemap);
        const TextColumn& features = table.text("feature");
        const TextColumn& names = table.text("name");
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> targetOf;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (names.word(row) == 0 || features.at(row) == "parcel") continue;
            const auto [known, isNew] = targetOf.try_emplace({features.word(row), names.word(row)}, targets.size());
            if (!isNew) {
                targets[known->second].where.include(boundsOf(table.geometry(row)));
                continue;
            }
            const std::string_view feature = features.at(row);
            add(RegisterKind::Basemap, row, names.at(row), capitalised(feature), feature == "town" ? Towns : feature == "road" ? Roads : Waters);
        }
    }

    std::vector<SearchTarget> targets;
    std::vector<SearchEntry> entries;

private:
    static std::string capitalised(std::string_view word)
    {
        std::string text(word);
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    const PlaceSnapshot& m_place;
    const PlaceSearch::Fold& m_fold;
};

} // namespace

PlaceSearch PlaceSearch::build(const PlaceSnapshot& place, Fold fold)
{
    Collector collector(place, fold);
    collector.addCommunities();
    collector.addBasemap();
    collector.addAll(RegisterKind::Localities, "name", "Locality", Towns);
    collector.addAreas(RegisterKind::Boards, "Community board");
    collector.addAreas(RegisterKind::Wards, "Ward");
    collector.addAnchors();
    collector.addAll(RegisterKind::Proposals, "title", "Proposal", Proposals);
    collector.addAll(RegisterKind::Plans, "title", "Place plan", Plans);
    collector.addAll(RegisterKind::Priorities, "statement", "Priority", Priorities);

    PlaceSearch search;
    search.m_index = SearchIndex::build(collector.entries);
    search.m_targets = std::move(collector.targets);
    search.m_fold = std::move(fold);
    return search;
}

std::vector<SearchTarget> PlaceSearch::find(std::string_view typed, std::size_t limit) const
{
    std::vector<SearchTarget> found;
    if (!m_fold) return found;
    for (const std::size_t target : m_index.find(m_fold(typed), limit)) found.push_back(m_targets[target]);
    return found;
}

} // namespace hereabouts::core
