// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/map_picture.h"

#include <QImage>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace hereabouts::app {

/// A tile as it is wanted on one screen at one moment.
struct WantedTile {
    TileKey key;
    int pixels = kTilePixels;    ///< Device pixels a side: crisp at zooms between whole ones, too.
    std::uint64_t picture = 0;   ///< Which picture; another number for every MapPicture.

    friend auto operator<=>(const WantedTile&, const WantedTile&) = default;
};

/// Paints tiles on threads of its own, the most wanted first, and remembers the latest.
class TilePainter {
public:
    using Painted = std::function<void(const WantedTile&, const QImage&)>;

    /// `painted` is called on a painting thread.
    TilePainter(int threads, Painted painted);
    ~TilePainter();

    /// From now on paints these, in this order, and nothing else; work on others is given up. All are of one `picture`.
    void want(MapPicturePtr picture, std::vector<WantedTile> tiles);
    /// The tile if it is remembered, else a null image.
    [[nodiscard]] QImage remembered(const WantedTile& tile);

private:
    struct InHand {
        WantedTile tile;
        std::stop_source stop;
    };
    void work(const std::stop_token& stop);
    void remember(const WantedTile& tile, const QImage& image);

    static constexpr qsizetype kMemoryBytes = qsizetype{64} * 1024 * 1024;

    Painted m_painted;
    std::mutex m_mutex;
    std::condition_variable_any m_wanted;
    MapPicturePtr m_picture;
    std::vector<WantedTile> m_queue; ///< Least wanted first.
    std::list<InHand> m_inHand;
    std::list<std::pair<WantedTile, QImage>> m_memory; ///< Latest used first.
    std::map<WantedTile, std::list<std::pair<WantedTile, QImage>>::iterator> m_index;
    qsizetype m_bytes = 0;
    std::vector<std::jthread> m_threads; ///< Last, so that they end first.
};

} // namespace hereabouts::app
