// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/intake/detail/shape_intake.h"
#include "gis/read/source.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hereabouts::gis::detail {

/// Brings the shapes of batches home on several threads while more batches are read. What comes out is the same, in the same order, with any count of threads.
class ShapeLanes {
public:
    /// One row's shape at home. Called by several threads at once, each with an intake of its own.
    using Bring = std::function<ShapeAtHome(const SourceBatch& batch, std::size_t row, ShapeIntake& intake)>;

    struct Settled {
        std::vector<SourceBatch> batches; ///< As they were put, without their shapes.
        std::vector<ShapeAtHome> shapes; ///< One a row, in order.
        ShapeIntake intake; ///< Its bounds are those of all the shapes.
    };

    /// As many threads as this machine does well with; each needs transformations of its own.
    [[nodiscard]] static std::size_t usualLanes();

    /// @pre mostLanes >= 1
    ShapeLanes(ShapeIntake first, Bring bring, std::size_t mostLanes);
    ShapeLanes(const ShapeLanes&) = delete;
    ShapeLanes& operator=(const ShapeLanes&) = delete;
    ~ShapeLanes(); ///< Leaves undone what nobody has begun.

    /// Waits while too many batches are not begun. A thread is added only for a batch that would have to wait. Throws what a shape before it threw.
    void put(SourceBatch batch);
    /// Waits for the last shape; once.
    [[nodiscard]] Settled finish();

private:
    struct Slot {
        SourceBatch batch;
        std::vector<ShapeAtHome> shapes;
    };
    void addLane();
    void run(ShapeIntake& intake);
    void runAnother();
    void settle(Slot& slot, ShapeIntake& intake) const;
    void join();

    ShapeIntake m_first;
    Bring m_bring;
    std::size_t m_mostLanes;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Slot> m_slots; // a deque, as lanes work in slots while more are put behind them
    std::size_t m_begun = 0;
    std::size_t m_idle = 0;
    bool m_closed = false;
    core::Box m_bounds; // of all lanes but the first
    std::exception_ptr m_trouble;
    std::vector<std::thread> m_lanes;
};

} // namespace hereabouts::gis::detail
