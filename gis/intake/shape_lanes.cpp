// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/detail/shape_lanes.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

namespace hereabouts::gis::detail {

namespace {

constexpr std::size_t kMostLanes = 4;
constexpr std::size_t kMostWaiting = 16; // batches, of a quarter of a megabyte each

} // namespace

std::size_t ShapeLanes::usualLanes() { return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostLanes); }

ShapeLanes::ShapeLanes(ShapeIntake first, Bring bring, std::size_t mostLanes) : m_first(std::move(first)), m_bring(std::move(bring)), m_mostLanes(mostLanes) { }

ShapeLanes::~ShapeLanes()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_begun = m_slots.size();
    }
    join();
}

void ShapeLanes::put(SourceBatch batch)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_slots.size() - m_begun < kMostWaiting || m_trouble; });
    if (m_trouble) std::rethrow_exception(m_trouble);
    m_slots.push_back({.batch = std::move(batch), .shapes = {}});
    if (m_slots.size() - m_begun > m_idle && m_lanes.size() < m_mostLanes) addLane();
    lock.unlock();
    m_changed.notify_all();
}

void ShapeLanes::addLane()
{
    if (m_lanes.empty()) {
        m_lanes.emplace_back([this] { run(m_first); });
        return;
    }
    try {
        m_lanes.emplace_back([this] { runAnother(); });
    } catch (const std::system_error&) {
        m_mostLanes = m_lanes.size(); // the system gives no more threads: those there are settle everything, only later
    }
}

void ShapeLanes::runAnother()
{
    std::exception_ptr trouble;
    core::Box bounds;
    try {
        auto intake = m_first.another();
        if (!intake) return; // the first lane settles everything alone, only later
        run(*intake);
        bounds = intake->sourceBounds();
    } catch (...) {
        trouble = std::current_exception();
    }
    const std::scoped_lock lock(m_mutex);
    m_bounds.include(bounds);
    if (trouble) m_trouble = trouble;
}

void ShapeLanes::run(ShapeIntake& intake)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_changed.wait(lock, [&] { return m_begun < m_slots.size() || m_closed; });
        --m_idle;
        if (m_begun == m_slots.size()) return;
        Slot& slot = m_slots[m_begun++];
        lock.unlock();
        m_changed.notify_all();
        std::exception_ptr trouble;
        try {
            settle(slot, intake);
        } catch (...) {
            trouble = std::current_exception();
        }
        lock.lock();
        if (!trouble) continue;
        m_trouble = trouble;
        m_begun = m_slots.size();
        m_changed.notify_all();
    }
}

void ShapeLanes::settle(Slot& slot, ShapeIntake& intake) const
{
    slot.shapes.reserve(slot.batch.size());
    for (std::size_t row = 0; row < slot.batch.size(); ++row) slot.shapes.push_back(m_bring(slot.batch, row, intake));
    slot.batch.forgetShapes();
}

void ShapeLanes::join()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    for (std::thread& lane : m_lanes) lane.join();
    m_lanes.clear();
}

ShapeLanes::Settled ShapeLanes::finish()
{
    join();
    if (m_trouble) std::rethrow_exception(m_trouble);
    Settled settled{.batches = {}, .shapes = {}, .intake = std::move(m_first)};
    settled.intake.includeBounds(m_bounds);
    for (Slot& slot : m_slots) {
        settled.batches.push_back(std::move(slot.batch));
        std::ranges::move(slot.shapes, std::back_inserter(settled.shapes));
        slot.shapes = {};
    }
    return settled;
}

} // namespace hereabouts::gis::detail
