// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/agreement.h"

#include "core/agreement/contour.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace hereabouts::core {

namespace {

/// A grid that has to grow grows by this share of its size, so that it seldom has to.
constexpr double kRoomToGrow = 0.25;
constexpr double kFinestPart = 4;

Result<void> checkDrawing(const Drawing& drawing)
{
    const Box box = boundsOf(drawing.shape);
    const bool finite = std::isfinite(box.minX) && std::isfinite(box.minY) && std::isfinite(box.maxX) && std::isfinite(box.maxY);
    if (!drawing.shape.empty() && finite) return {};
    return fail(ErrorCode::BadInput, std::format("The drawing in row {} encloses no ground: draw it again.", drawing.row));
}

bool holds(const Box& outer, const Box& inner)
{
    return inner.empty() || (outer.contains({inner.minX, inner.minY}) && outer.contains({inner.maxX, inner.maxY}));
}

} // namespace

Result<Agreement> Agreement::of(std::vector<Drawing> drawings, const AgreementOptions& options)
{
    if (!(options.cell > 0 && options.leaf > 0 && std::isfinite(options.cell) && std::isfinite(options.leaf)))
        return fail(ErrorCode::BadInput, "A cell must be some metres wide: give a size above 0.");
    Agreement made;
    made.m_options = options;
    for (Drawing& drawing : drawings) {
        if (auto fine = checkDrawing(drawing); !fine) return std::unexpected(std::move(fine.error()));
        const auto known = drawing.person.empty() ? made.m_of.end() : made.m_of.find(drawing.person);
        if (known != made.m_of.end()) {
            made.m_superseded.push_back(std::exchange(made.m_drawings[known->second], std::move(drawing)));
            continue;
        }
        if (!drawing.person.empty()) made.m_of[drawing.person] = made.m_drawings.size();
        made.m_drawings.push_back(std::move(drawing));
    }
    if (auto counted = made.recount(0); !counted) return std::unexpected(std::move(counted.error()));
    return made;
}

Result<void> Agreement::add(Drawing drawing)
{
    if (auto fine = checkDrawing(drawing); !fine) return fine;
    auto all = shapes();
    const auto known = drawing.person.empty() ? m_of.end() : m_of.find(drawing.person);
    if (known != m_of.end())
        all[known->second] = &drawing.shape;
    else
        all.push_back(&drawing.shape);
    const Box needed = groundHeldBy(all, drawingsFor(m_options.smallestShare, all.size()));
    const bool fits = holds(m_grid.frame().box(), needed);
    if (!fits) {
        if (auto frame = frameFor(all, 0); !frame) return std::unexpected(std::move(frame.error()));
    } else {
        m_grid.add(drawing.shape, 1);
    }
    if (known != m_of.end()) {
        if (fits) m_grid.add(m_drawings[known->second].shape, -1);
        m_superseded.push_back(std::exchange(m_drawings[known->second], std::move(drawing)));
    } else {
        if (!drawing.person.empty()) m_of[drawing.person] = m_drawings.size();
        m_drawings.push_back(std::move(drawing));
    }
    return fits ? Result<void>{} : recount(kRoomToGrow);
}

bool Agreement::remove(const std::string& person)
{
    const auto known = m_of.find(person);
    if (known == m_of.end()) return false;
    const std::size_t index = known->second;
    m_grid.add(m_drawings[index].shape, -1);
    m_drawings.erase(m_drawings.begin() + static_cast<std::ptrdiff_t>(index));
    m_of.erase(known);
    for (auto& [name, at] : m_of) at -= at > index ? 1 : 0;
    // Fewer people make a share of fewer drawings, which may reach further than the grid; a smaller grid cannot become too large.
    const bool outgrown = !holds(m_grid.frame().box(), groundHeldBy(shapes(), drawingsFor(m_options.smallestShare, m_drawings.size())));
    [[maybe_unused]] const auto recounted = outgrown ? recount(kRoomToGrow) : Result<void>();
    return true;
}

std::vector<const MultiPolygon*> Agreement::shapes() const
{
    std::vector<const MultiPolygon*> all;
    all.reserve(m_drawings.size() + 1);
    for (const Drawing& drawing : m_drawings) all.push_back(&drawing.shape);
    return all;
}

Result<GridFrame> Agreement::frameFor(const std::vector<const MultiPolygon*>& shapes, double room) const
{
    const Box needed = groundHeldBy(shapes, drawingsFor(m_options.smallestShare, shapes.size()));
    if (needed.empty()) return GridFrame::over({}, m_options.cell);
    const Box box = needed.grownBy(room * std::max(needed.width(), needed.height()));
    const double cells = (box.width() / m_options.cell + 1) * (box.height() / m_options.cell + 1);
    if (cells <= static_cast<double>(kMostCells)) return GridFrame::over(box, m_options.cell);
    return fail(ErrorCode::BadInput,
        std::format("The drawings reach over {:.0f} by {:.0f} km, too much for cells of {:g} m: take larger cells, or drawings of one community.",
            box.width() / 1000, box.height() / 1000, m_options.cell));
}

Result<void> Agreement::recount(double room)
{
    const auto all = shapes();
    auto frame = frameFor(all, room);
    if (!frame && room > 0) frame = frameFor(all, 0);
    if (!frame) return std::unexpected(std::move(frame.error()));
    m_grid = CountGrid::of(*frame, all);
    return {};
}

std::int32_t Agreement::depthAt(Point spot) const
{
    return static_cast<std::int32_t>(
        std::ranges::count_if(m_drawings, [&](const Drawing& drawing) { return boundsOf(drawing.shape).contains(spot) && covers(drawing.shape, spot); }));
}

MultiPolygon Agreement::lineAt(double share) const { return m_drawings.empty() ? MultiPolygon{} : contourOf(m_grid, drawingsFor(share, m_drawings.size())); }

MultiPolygon Agreement::contested(double from, double to) const
{
    const std::int32_t few = drawingsFor(from, m_drawings.size());
    const std::int32_t most = drawingsFor(to, m_drawings.size());
    return contourOf(m_grid.between(few, most), 1);
}

double Agreement::gridArea(double share) const { return m_drawings.empty() ? 0 : m_grid.areaOf(drawingsFor(share, m_drawings.size())); }

CertifiedArea Agreement::certifiedArea(double share, const Job& job) const
{
    const auto all = shapes();
    const std::int32_t needed = drawingsFor(share, m_drawings.size());
    CertifiedArea area = core::certifiedArea(all, needed, m_options.leaf, job);
    for (double leaf = m_options.leaf / 2; leaf >= m_options.leaf / kFinestPart && !job.stopped(); leaf /= 2) {
        if (area.upper - area.lower <= 2 * m_options.within * area.estimate) break;
        const CertifiedArea finer = core::certifiedArea(all, needed, leaf, job);
        if (!job.stopped()) area = finer; // What was stopped half-way is known less well.
    }
    return area;
}

std::optional<Stability> Agreement::stability(double share, double wanted, const Job& job) const { return stabilityOf(shapes(), share, wanted, 1, job); }

std::vector<Outlier> Agreement::outliers() const { return outliersOf(shapes()); }

Result<std::map<std::string, Agreement>> Agreement::byGroup(const std::string& group) const
{
    std::map<std::string, std::vector<Drawing>> parted;
    for (const Drawing& drawing : m_drawings) {
        const auto said = drawing.groups.find(group);
        parted[said == drawing.groups.end() ? "" : said->second].push_back(drawing);
    }
    std::map<std::string, Agreement> made;
    for (auto& [value, drawings] : parted) {
        auto agreement = of(std::move(drawings), m_options);
        if (!agreement) return std::unexpected(std::move(agreement.error()));
        made.emplace(value, std::move(*agreement));
    }
    return made;
}

std::vector<float> Agreement::difference(const Agreement& these, const Agreement& those) const
{
    std::vector<float> shares(m_grid.frame().size(), 0);
    const auto take = [&](const Agreement& agreement, float sign) {
        const auto all = agreement.shapes();
        const CountGrid counts = CountGrid::of(m_grid.frame(), all);
        for (std::size_t i = 0; i < shares.size() && !all.empty(); ++i)
            shares[i] += sign * static_cast<float>(counts.counts()[i]) / static_cast<float>(all.size());
    };
    take(these, 1);
    take(those, -1);
    return shares;
}

} // namespace hereabouts::core
