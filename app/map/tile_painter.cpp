// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_painter.h"

#include <algorithm>

namespace hereabouts::app {

TilePainter::TilePainter(int threads, Painted painted) : m_painted(std::move(painted))
{
    for (int i = 0; i < threads; ++i) m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

TilePainter::~TilePainter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.clear();
        for (InHand& one : m_inHand) one.stop.request_stop();
    }
    for (std::jthread& thread : m_threads) thread.request_stop();
}

void TilePainter::want(MapPicturePtr picture, std::vector<WantedTile> tiles)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_picture = std::move(picture);
        for (InHand& one : m_inHand) {
            if (one.stop.stop_requested()) continue; // it is given up: whoever wants it again gets it painted again
            if (std::erase(tiles, one.tile) == 0) one.stop.request_stop();
        }
        std::ranges::reverse(tiles);
        m_queue = std::move(tiles);
    }
    m_wanted.notify_all();
}

QImage TilePainter::remembered(const WantedTile& tile)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_index.find(tile);
    if (found == m_index.end()) return {};
    m_memory.splice(m_memory.begin(), m_memory, found->second);
    return found->second->second;
}

void TilePainter::remember(const WantedTile& tile, const QImage& image)
{
    if (m_index.contains(tile)) return;
    m_memory.emplace_front(tile, image);
    m_index[tile] = m_memory.begin();
    m_bytes += image.sizeInBytes();
    while (m_bytes > kMemoryBytes && m_memory.size() > 1) {
        m_bytes -= m_memory.back().second.sizeInBytes();
        m_index.erase(m_memory.back().first);
        m_memory.pop_back();
    }
}

void TilePainter::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wanted.wait(lock, stop, [this] { return !m_queue.empty(); })) {
        const auto one = m_inHand.insert(m_inHand.end(), InHand{.tile = m_queue.back(), .stop = {}});
        m_queue.pop_back();
        const MapPicturePtr picture = m_picture;
        lock.unlock();
        const QImage image = picture->tile(one->tile.key, static_cast<double>(one->tile.pixels) / kTilePixels, one->stop.get_token());
        lock.lock();
        const WantedTile tile = one->tile;
        m_inHand.erase(one);
        if (image.isNull()) continue;
        remember(tile, image);
        lock.unlock();
        m_painted(tile, image);
        lock.lock();
    }
}

} // namespace hereabouts::app
