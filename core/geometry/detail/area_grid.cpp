// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/detail/area_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hereabouts::core {

namespace {

#if defined(__GNUC__)
inline void callFor(const void* memory) { __builtin_prefetch(memory); }
#else
inline void callFor(const void*) {}
#endif

constexpr std::size_t kBlock = 32; // Points whose memory is on the way at one time.

// Twice the triangle of a point and an edge is wrong by less than half of this in single precision: 14 times 2^-24, rounding of all coordinates included.
constexpr float kDoubt = 2e-6F;

} // namespace

std::uint32_t AreaGrid::answerFor(AreaLabel label) const
{
    if (label == 0) return kNone;
    const std::uint32_t area = static_cast<std::uint32_t>(label) - 1;
    return area < m_areas && wordOf(area) == label ? area : kAsk;
}

bool AreaGrid::enterCell(Point point, Seek& seek) const
{
    if (!m_box.contains(point)) return false;
    const double x = (point.x - m_box.minX) * m_scale;
    const double y = (point.y - m_box.minY) * m_scale;
    const std::uint32_t column = std::min(static_cast<std::uint32_t>(x), m_columns - 1);
    const std::uint32_t row = std::min(static_cast<std::uint32_t>(y), m_rows - 1);
    seek = {.x = x - column, .y = y - row, .at = row * m_columns + column};
    return true;
}

bool AreaGrid::enterLeaf(Seek& seek) const
{
    const Cell cell = m_cells[seek.at];
    if (cell.leaves == 0) {
        seek.at = cell.first;
        return false;
    }
    const double x = seek.x * cell.leaves;
    const double y = seek.y * cell.leaves;
    const std::uint32_t column = std::min(static_cast<std::uint32_t>(x), cell.leaves - 1);
    const std::uint32_t row = std::min(static_cast<std::uint32_t>(y), cell.leaves - 1);
    seek = {.x = x - column, .y = y - row, .at = cell.first + row * cell.leaves + column};
    return true;
}

std::uint32_t AreaGrid::readLeaf(const Seek& seek) const
{
    const Strip* strip = &m_strips[seek.at];
    const auto count = static_cast<std::uint32_t>(strip->x1);
    AreaLabel label = strip->jump;
    const auto x = static_cast<float>(seek.x);
    const auto y = static_cast<float>(seek.y);
    bool doubtful = false;
    for (const Strip* const end = strip + count; strip != end;) {
        ++strip;
        const float fromLeft = x - strip->x1;
        const float fromRight = x - strip->x2;
        const float cross = (strip->x2 - strip->x1) * (y - strip->y1) - (strip->y2 - strip->y1) * fromLeft;
        const bool spans = (fromLeft >= 0) & (fromRight < 0);
        label += (AreaLabel{0} - static_cast<AreaLabel>(spans & (cross > 0))) & strip->jump;
        doubtful |= (fromLeft >= -kDoubt) & (fromRight <= kDoubt) & (std::abs(cross) <= kDoubt);
    }
    return doubtful ? kAsk : answerFor(label);
}

std::uint32_t AreaGrid::answer(Seek seek) const
{
    if (enterLeaf(seek)) seek.at = m_leaves[seek.at];
    return seek.at >= kIsAnswer ? unpack(seek.at) : readLeaf(seek);
}

std::uint32_t AreaGrid::locate(Point point) const
{
    if (m_scale == 0) return m_box.contains(point) ? kAsk : kNone;
    Seek seek;
    return enterCell(point, seek) ? answer(seek) : kNone;
}

void AreaGrid::locateBlock(std::span<const Point> points, std::span<std::uint32_t> answers) const
{
    std::array<Seek, kBlock> seeks;
    std::array<bool, kBlock> isInside;
    std::array<bool, kBlock> hasLeaf;
    const std::size_t count = points.size();
    for (std::size_t i = 0; i < count; ++i) {
        isInside[i] = enterCell(points[i], seeks[i]);
        if (isInside[i]) callFor(&m_cells[seeks[i].at]);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!isInside[i]) {
            seeks[i].at = kNone;
            hasLeaf[i] = false;
            continue;
        }
        hasLeaf[i] = enterLeaf(seeks[i]);
        if (hasLeaf[i]) callFor(&m_leaves[seeks[i].at]);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!hasLeaf[i]) continue;
        seeks[i].at = m_leaves[seeks[i].at];
        if (seeks[i].at >= kIsAnswer) continue;
        const Strip* strips = &m_strips[seeks[i].at];
        callFor(strips);
        callFor(strips + 3);
        callFor(strips + 6);
    }
    for (std::size_t i = 0; i < count; ++i) answers[i] = seeks[i].at >= kIsAnswer ? unpack(seeks[i].at) : readLeaf(seeks[i]);
}

void AreaGrid::locate(std::span<const Point> points, std::span<std::uint32_t> answers) const
{
    if (m_scale == 0) {
        std::ranges::transform(points, answers.begin(), [this](Point point) { return locate(point); });
        return;
    }
    for (std::size_t begin = 0; begin < points.size(); begin += kBlock) {
        const std::size_t count = std::min(kBlock, points.size() - begin);
        locateBlock(points.subspan(begin, count), answers.subspan(begin, count));
    }
}

std::size_t AreaGrid::memoryBytes() const
{
    return m_cells.capacity() * sizeof(Cell) + m_leaves.capacity() * sizeof(std::uint32_t) + m_strips.capacity() * sizeof(Strip);
}

} // namespace hereabouts::core
