// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/detail/proj.h"
#include "gis/crs/projection.h"

#include <cmath>
#include <format>
#include <utility>

namespace hereabouts::gis {

struct Reprojection::Engine {
    detail::Pipeline pipeline;
    bool same = false; ///< Source and home are one CRS: coordinates stay as they are, to the last bit.
};

core::Result<Reprojection> Reprojection::create(const Crs& from, int homeEpsg)
{
    auto engine = std::make_unique<Engine>();
    if (from.epsg != 0 && from.epsg == homeEpsg) {
        engine->same = true;
        return Reprojection(std::move(engine));
    }
    const auto home = detail::homeCrs(homeEpsg);
    if (!home) return std::unexpected(home.error());
    auto pipeline = detail::pipelineBetween(from.definition, home->crs.definition, home->place);
    if (!pipeline) return std::unexpected(pipeline.error());
    engine->pipeline = std::move(*pipeline);
    return Reprojection(std::move(engine));
}

Reprojection::Reprojection(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) { }
Reprojection::Reprojection(Reprojection&&) noexcept = default;
Reprojection& Reprojection::operator=(Reprojection&&) noexcept = default;
Reprojection::~Reprojection() = default;

void Reprojection::apply(std::span<core::Point> points) const
{
    if (m_engine->same || points.empty()) return;
    for (core::Point& p : points) {
        const PJ_COORD out = proj_trans(m_engine->pipeline.transform.get(), PJ_FWD, proj_coord(p.x, p.y, 0, HUGE_VAL));
        p = {out.xy.x, out.xy.y};
    }
}

core::Geometry Reprojection::apply(core::Geometry geometry) const
{
    if (auto* point = std::get_if<core::Point>(&geometry)) apply(std::span(point, 1));
    if (auto* lines = std::get_if<core::MultiLine>(&geometry)) {
        for (core::Line& line : *lines) apply(std::span(line));
    }
    if (auto* area = std::get_if<core::MultiPolygon>(&geometry)) {
        for (core::Polygon& polygon : *area) {
            apply(std::span(polygon.outer));
            for (core::Ring& hole : polygon.holes) apply(std::span(hole));
        }
    }
    return geometry;
}

const std::string& Reprojection::accuracyNote() const
{
    return m_engine->pipeline.accuracyNote;
}

} // namespace hereabouts::gis
