// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/editions/compare.h"

#include "core/joined/area_set.h"
#include "core/joined/written.h"
#include "gis/crs/projection.h"
#include "gis/shapes/overlay.h"

#include <algorithm>
#include <format>
#include <set>

namespace hereabouts::gis {

namespace {

using core::ErrorCode;
using core::fail;
using core::RegisterKind;
using core::Result;

constexpr double kSlip = 1'000; ///< m²: strips less than this are slips of drawing, and touch or share nothing.

const core::MultiPolygon* areaOf(const core::Geometry& geometry) { return std::get_if<core::MultiPolygon>(&geometry); }

std::optional<std::size_t> rowOfCode(const core::RegisterTable& table, std::string_view code)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.text("code").at(row) == code) return row;
    }
    return std::nullopt;
}

std::string hectares(double squareMetres) { return std::format("{:.1f} ha", squareMetres / 10'000); }

/// "12.3 ha and 45 people".
std::string groundAndPeople(const LinePart& part)
{
    std::string text = hectares(part.squareMetres);
    if (part.people) text += std::format(" and {} {}", core::writtenCount(part.people->people), part.people->people == 1 ? "person" : "people");
    return text;
}

class Comparing {
public:
    Comparing(const core::PlaceSnapshot& place, Projection projection, const core::Job& job) :
        m_place(place), m_projection(std::move(projection)), m_people(place), m_job(job)
    {
    }

    Result<LineChange> compare(std::string_view community, HeldLine from, HeldLine to)
    {
        LineChange change{.from = std::move(from), .to = std::move(to), .kept = {}, .gained = {}, .lost = {}, .areasEntered = {}, .areasLeft = {}, .newlyShared = {},
            .noLongerShared = {}, .method = m_people.method(), .sentence = {}};
        for (auto& [part, made] : {std::pair<LinePart*, Result<core::MultiPolygon>>{&change.kept, intersection(*change.from.shape, *change.to.shape)},
                 {&change.gained, difference(*change.to.shape, *change.from.shape)}, {&change.lost, difference(*change.from.shape, *change.to.shape)}}) {
            if (m_job.stopped()) return fail(ErrorCode::Cancelled, "Stopped.");
            if (!made) return std::unexpected(made.error());
            fill(*part, *made);
        }
        if (auto done = areas(change); !done) return std::unexpected(done.error());
        if (auto done = sharing(community, change); !done) return std::unexpected(done.error());
        change.sentence = sentenceOf(change);
        return change;
    }

private:
    void fill(LinePart& part, core::MultiPolygon shape)
    {
        part.squareMetres = m_projection.groundArea(shape);
        if (!shape.empty()) part.people = m_people.of(shape);
        else if (!m_people.method().empty()) part.people = core::PeopleCount();
        part.shape = std::move(shape);
    }

    /// More ground in common than a slip of drawing.
    Result<bool> share(const core::MultiPolygon& a, const core::MultiPolygon& b)
    {
        if (!core::boundsOf(a).intersects(core::boundsOf(b))) return false;
        const auto common = intersection(a, b);
        if (!common) return std::unexpected(common.error());
        return core::planarArea(*common) >= kSlip;
    }

    Result<void> areas(LineChange& change)
    {
        for (const RegisterKind kind : {RegisterKind::Boards, RegisterKind::Wards}) {
            const auto set = core::areaSetNamed(m_place, core::specOf(kind).name);
            if (!set) continue;
            const core::RegisterTable& table = m_place.at(kind);
            for (const std::size_t row : set->rows) {
                const core::MultiPolygon* area = areaOf(table.geometry(row));
                if (!area) continue;
                const auto before = share(*area, *change.from.shape);
                const auto after = share(*area, *change.to.shape);
                if (!before || !after) return std::unexpected(before ? after.error() : before.error());
                if (*before == *after) continue;
                (*after ? change.areasEntered : change.areasLeft).push_back(std::format("{} ({})", table.text("name").at(row), set->name));
            }
        }
        return {};
    }

    Result<void> sharing(std::string_view community, LineChange& change)
    {
        const core::RegisterTable& table = m_place.at(RegisterKind::Communities);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const core::MultiPolygon* other = areaOf(table.geometry(row));
            if (!other || table.text("code").at(row) == community) continue;
            const auto before = share(*other, *change.from.shape);
            const auto after = share(*other, *change.to.shape);
            if (!before || !after) return std::unexpected(before ? after.error() : before.error());
            if (*before != *after) (*after ? change.newlyShared : change.noLongerShared).emplace_back(table.text("name").at(row));
        }
        return {};
    }

    static std::string listed(const std::vector<std::string>& names)
    {
        std::string list;
        for (std::size_t i = 0; i < names.size(); ++i) list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
        return list;
    }

    static std::string sentenceOf(const LineChange& change)
    {
        if (change.gained.squareMetres < 1 && change.lost.squareMetres < 1) return "The two lines are the same.";
        std::string text = std::format("From {} to {}: gains {}, loses {}, keeps {}", change.from.name, change.to.name, groundAndPeople(change.gained),
            groundAndPeople(change.lost), groundAndPeople(change.kept));
        if (!change.areasEntered.empty()) text += "; reaches into " + listed(change.areasEntered);
        if (!change.areasLeft.empty()) text += "; leaves " + listed(change.areasLeft);
        if (!change.newlyShared.empty()) text += "; newly shares ground with " + listed(change.newlyShared);
        if (!change.noLongerShared.empty()) text += "; shares none any more with " + listed(change.noLongerShared);
        return text + ".";
    }

    const core::PlaceSnapshot& m_place;
    Projection m_projection;
    core::PeopleCounter m_people;
    const core::Job& m_job;
};

Result<HeldLine> lineNamed(const std::vector<HeldLine>& lines, std::string_view name)
{
    const auto found = std::ranges::find(lines, name, &HeldLine::name);
    if (found == lines.end()) {
        std::string known;
        for (const HeldLine& line : lines) known += (known.empty() ? "\"" : ", \"") + line.name + "\"";
        return fail(ErrorCode::UnknownId, std::format("The community has no line \"{}\"; it has {}.", name, known.empty() ? "none" : known));
    }
    if (!found->shape) return fail(ErrorCode::BadInput, std::format("The line \"{}\" has no shape to compare.", name));
    return *found;
}

} // namespace

std::vector<HeldLine> linesOf(const core::PlaceSnapshot& place, std::string_view community)
{
    std::vector<HeldLine> lines;
    const core::RegisterTable& editions = place.at(RegisterKind::Boundaries);
    const auto own = rowOfCode(place.at(RegisterKind::Communities), community);
    if (!own) return lines;
    for (std::size_t row = 0; row < editions.size(); ++row) {
        if (editions.text("community").at(row) != community) continue;
        lines.push_back({.row = row, .isPresent = false, .name = std::string(editions.text("edition").at(row)), .line = std::string(editions.text("line").at(row)),
            .state = std::string(editions.text("state").at(row)), .from = editions.integers("valid_from")[row], .until = editions.integers("valid_to")[row],
            .source = std::string(editions.text("source").at(row)), .precision = std::string(editions.text("precision").at(row)),
            .shape = areaOf(editions.geometry(row))});
    }
    std::ranges::stable_sort(lines, {}, [](const HeldLine& line) { return line.from; });
    lines.push_back({.row = *own, .isPresent = true, .name = std::string(kPresentLine), .line = "identity", .state = "current", .source = {}, .precision = {},
        .shape = areaOf(place.at(RegisterKind::Communities).geometry(*own))});
    return lines;
}

Result<LineChange> compareLines(const core::PlaceSnapshot& place, std::string_view community, std::string_view from, std::string_view to, const core::Job& job)
{
    const std::vector<HeldLine> lines = linesOf(place, community);
    if (lines.empty()) return fail(ErrorCode::UnknownId, std::format("There is no community \"{}\" in this place.", community));
    auto before = lineNamed(lines, from);
    if (!before) return std::unexpected(before.error());
    auto after = lineNamed(lines, to);
    if (!after) return std::unexpected(after.error());
    auto projection = Projection::create(place.district.epsg);
    if (!projection) return std::unexpected(projection.error());
    return Comparing(place, std::move(*projection), job).compare(community, std::move(*before), std::move(*after));
}

} // namespace hereabouts::gis
