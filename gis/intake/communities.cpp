// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/kinds.h"

#include "core/geometry/geometry.h"
#include "gis/crs/projection.h"
#include "gis/shapes/coverage.h"
#include "gis/shapes/overlay.h"
#include "gis/text/fold.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <optional>
#include <set>

namespace hereabouts::gis::detail {

namespace {

using core::MultiPolygon;
using core::Result;

constexpr double kSliverMetres = 2; ///< Mean width under which shared ground is a drawing slip.

struct Pair {
    std::string first;
    std::string second;
    bool operator<(const Pair& other) const { return std::tie(first, second) < std::tie(other.first, other.second); }
};
Pair ordered(std::string a, std::string b) { return b < a ? Pair{std::move(b), std::move(a)} : Pair{std::move(a), std::move(b)}; }

std::optional<std::pair<std::string, std::string>> twoNames(std::string_view name)
{
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos || name.find('/', slash + 1) != std::string_view::npos) return std::nullopt;
    const std::string_view a = trimmed(name.substr(0, slash));
    const std::string_view b = trimmed(name.substr(slash + 1));
    if (a.empty() || b.empty()) return std::nullopt;
    return std::pair(std::string(a), std::string(b));
}

/// One name is the other, or the start of it at a word's end: "Southwest Hills" of "Southwest Hills Residential League".
bool sameName(const std::string& a, const std::string& b)
{
    const std::string& shorter = a.size() <= b.size() ? a : b;
    const std::string& longer = a.size() <= b.size() ? b : a;
    return longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

/// The features of a file that is being taken apart into communities and the ground they share.
class OverlapFeatures {
public:
    explicit OverlapFeatures(Building& building) : m_building(building), m_name(building.field("name"))
    {
        for (std::size_t i = 0; i < building.batch.rows.size(); ++i) {
            const std::string name = nameOf(building.batch.rows[i]);
            if (const auto pair = twoNames(name)) m_shared.emplace(i, *pair);
            else m_rowsByName.emplace(fold(name), i);
        }
    }

    /// True if the file names overlaps this way.
    [[nodiscard]] bool used() const
    {
        return std::ranges::any_of(m_shared, [&](const auto& feature) { return rowNamed(feature.second.first) || rowNamed(feature.second.second); });
    }

    Result<void> takeApart(const core::Job& job)
    {
        std::map<std::size_t, std::vector<MultiPolygon>> pieces;
        for (const auto& [row, names] : m_shared) {
            const std::size_t first = rowOrNew(names.first, row);
            const std::size_t second = rowOrNew(names.second, row);
            const auto* ground = std::get_if<MultiPolygon>(&m_building.batch.rows[row].geometry);
            if (ground != nullptr) {
                pieces[first].push_back(*ground);
                pieces[second].push_back(*ground);
            }
            const Pair codes = ordered(codeOf(first), codeOf(second));
            m_building.batch.overlaps.push_back({.first = codes.first, .second = codes.second, .squareMetres = m_building.batch.rows[row].groundSquareMetres,
                .note = std::format("Drawn in the source as '{}'", nameOf(m_building.batch.rows[row]))});
        }
        if (const auto joined = joinPieces(pieces, job); !joined) return joined;
        dropSharedRows();
        return {};
    }

private:
    [[nodiscard]] std::string nameOf(const core::Record& record) const { return m_building.text(record, "name"); }
    [[nodiscard]] std::string codeOf(std::size_t row) const { return m_building.text(m_building.batch.rows[row], "code"); }

    [[nodiscard]] std::optional<std::size_t> rowNamed(const std::string& name) const
    {
        const std::string folded = fold(name);
        if (const auto exact = m_rowsByName.find(folded); exact != m_rowsByName.end()) return exact->second;
        for (const auto& [known, row] : m_rowsByName) {
            if (sameName(known, folded)) return row;
        }
        return std::nullopt;
    }

    /// A community that the file draws only together with a neighbour is real, and known by that ground alone.
    std::size_t rowOrNew(const std::string& name, std::size_t sharedRow)
    {
        if (const auto known = rowNamed(name)) return *known;
        core::Record added;
        added.values.resize(m_building.spec.fields.size());
        added.values[m_name] = name;
        std::string code = fold(name);
        std::ranges::replace(code, ' ', '-');
        for (char& c : code) {
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        }
        added.values[m_building.field("code")] = code;
        m_building.batch.rows.push_back(std::move(added));
        m_building.sourceRows.push_back(m_building.sourceRows[sharedRow]);
        m_rowsByName.emplace(fold(name), m_building.batch.rows.size() - 1);
        m_building.warn(m_building.sourceRows[sharedRow], "name",
            std::format("'{}' is drawn only as part of '{}'; it was added with that ground: check whether it is a community of its own.", name, nameOf(m_building.batch.rows[sharedRow])));
        return m_building.batch.rows.size() - 1;
    }

    Result<void> joinPieces(std::map<std::size_t, std::vector<MultiPolygon>>& pieces, const core::Job& job)
    {
        const auto home = Projection::create(m_building.place.district.epsg);
        if (!home) return std::unexpected(home.error());
        for (auto& [row, parts] : pieces) {
            if (job.stopped()) return core::fail(core::ErrorCode::Cancelled, "The import was stopped; nothing was changed.");
            core::Record& record = m_building.batch.rows[row];
            if (const auto* own = std::get_if<MultiPolygon>(&record.geometry)) parts.push_back(*own);
            auto whole = unionOf(parts);
            if (!whole) return std::unexpected(whole.error());
            auto settled = settle(std::move(*whole), job);
            if (!settled) return std::unexpected(settled.error());
            record.geometry = std::move(settled->geometry);
            record.groundSquareMetres = home->groundArea(std::get<MultiPolygon>(record.geometry));
        }
        return {};
    }

    void dropSharedRows()
    {
        for (auto shared = m_shared.rbegin(); shared != m_shared.rend(); ++shared) {
            m_building.batch.rows.erase(m_building.batch.rows.begin() + static_cast<std::ptrdiff_t>(shared->first));
            m_building.sourceRows.erase(m_building.sourceRows.begin() + static_cast<std::ptrdiff_t>(shared->first));
        }
        m_building.note(std::format("{} features named 'A/B' were taken as ground that two communities share; it now lies in both.", m_shared.size()));
    }

    Building& m_building;
    std::size_t m_name;
    std::map<std::size_t, std::pair<std::string, std::string>> m_shared;
    std::map<std::string, std::size_t> m_rowsByName;
};

double meanWidth(const MultiPolygon& shape, double area)
{
    double around = 0;
    for (const core::Polygon& polygon : shape) {
        for (std::size_t i = 1; i < polygon.outer.size(); ++i) around += std::hypot(polygon.outer[i].x - polygon.outer[i - 1].x, polygon.outer[i].y - polygon.outer[i - 1].y);
    }
    return around > 0 ? 2 * area / around : 0;
}

Result<void> computeOverlaps(Building& building, const core::Job& job)
{
    std::vector<MultiPolygon> areas;
    std::vector<std::string> codes;
    const auto take = [&](const core::Geometry& geometry, std::string code) {
        const auto* area = std::get_if<MultiPolygon>(&geometry);
        if (area == nullptr) return;
        areas.push_back(*area);
        codes.push_back(std::move(code));
    };
    for (const core::Record& record : building.batch.rows) take(record.geometry, building.text(record, "code"));
    const std::size_t own = areas.size();
    const core::RegisterTable& table = building.place.at(core::RegisterKind::Communities);
    for (std::size_t row = 0; row < table.size(); ++row) take(table.geometry(row), std::string(table.text("code").at(row)));

    const auto shared = overlapsBetween(areas, job);
    if (!shared) return std::unexpected(shared.error());
    std::set<Pair> known;
    for (const core::CommunityOverlap& overlap : building.batch.overlaps) known.insert(ordered(overlap.first, overlap.second));
    std::size_t slivers = 0;
    for (const SharedGround& ground : *shared) {
        if (ground.first >= own || known.contains(ordered(codes[ground.first], codes[ground.second]))) continue;
        if (meanWidth(ground.shape, ground.squareMetres) < kSliverMetres) {
            ++slivers;
            continue;
        }
        const Pair pair = ordered(codes[ground.first], codes[ground.second]);
        building.batch.overlaps.push_back({.first = pair.first, .second = pair.second, .squareMetres = ground.squareMetres, .note = {}});
    }
    if (slivers > 0) building.warn(0, "geometry", std::format("{} pairs of communities share strips less than {} m wide: slips of drawing, not listed as overlaps.", slivers, kSliverMetres));
    return {};
}

} // namespace

Result<void> settleCommunities(Building& building, const core::Job& job)
{
    OverlapFeatures features(building);
    if (features.used()) {
        if (const auto done = features.takeApart(job); !done) return done;
    }
    return computeOverlaps(building, job);
}

} // namespace hereabouts::gis::detail
