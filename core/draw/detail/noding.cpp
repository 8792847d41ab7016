// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draw/detail/noding.h"

#include <algorithm>
#include <utility>

namespace hereabouts::core::detail {

namespace {

struct Cut {
    std::uint32_t segment = 0;
    GridPoint at;
};

/// An end of one segment that lies on the other cuts it; so does a crossing.
void cutPair(std::uint32_t i, const GridSegment& s, std::uint32_t j, const GridSegment& t, std::vector<Cut>& cuts)
{
    if (!meet(s, t)) return;
    const bool ta = turn(s.a, s.b, t.a) == 0;
    const bool tb = turn(s.a, s.b, t.b) == 0;
    const bool sa = turn(t.a, t.b, s.a) == 0;
    const bool sb = turn(t.a, t.b, s.b) == 0;
    const auto cut = [&](std::uint32_t index, const GridSegment& segment, GridPoint at, bool inLine) {
        if (inLine && GridBox::of(segment.a, segment.b).contains(at) && at != segment.a && at != segment.b) cuts.push_back({index, at});
    };
    cut(i, s, t.a, ta);
    cut(i, s, t.b, tb);
    cut(j, t, s.a, sa);
    cut(j, t, s.b, sb);
    if (ta || tb || sa || sb) return;
    const GridPoint at = crossingOf(s, t);
    if (at != s.a && at != s.b) cuts.push_back({i, at});
    if (at != t.a && at != t.b) cuts.push_back({j, at});
}

} // namespace

std::vector<NodedPiece> nodedPieces(const SegmentGrid& grid)
{
    const std::span<const GridSegment> segments = grid.segments();
    std::vector<Cut> cuts;
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
        grid.along(segments[i], [&](std::uint32_t j) {
            if (j > i) cutPair(i, segments[i], j, segments[j], cuts);
        });
    }
    const auto along = [&](const Cut& cut) {
        const GridSegment& s = segments[cut.segment];
        const auto dx = std::int64_t{s.b.x} - s.a.x;
        const auto dy = std::int64_t{s.b.y} - s.a.y;
        return std::pair(cut.segment, dx * (std::int64_t{cut.at.x} - s.a.x) + dy * (std::int64_t{cut.at.y} - s.a.y));
    };
    std::ranges::sort(cuts, {}, along);
    std::vector<NodedPiece> pieces;
    pieces.reserve(segments.size() + cuts.size());
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
        GridPoint from = segments[i].a;
        const auto go = [&](GridPoint to) {
            if (to != from) pieces.push_back({.segment = {from, to}, .of = i});
            from = to;
        };
        for (; next < cuts.size() && cuts[next].segment == i; ++next) go(cuts[next].at);
        go(segments[i].b);
    }
    return pieces;
}

} // namespace hereabouts::core::detail
