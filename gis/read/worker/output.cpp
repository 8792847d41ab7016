// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/worker/output.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <format>

#include <unistd.h>

namespace hereabouts::worker {

using gis::wire::FrameKind;
using gis::wire::Writer;

namespace {

constexpr std::size_t kBatchBytes = 256 * 1024;

void writeAll(const std::byte* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = write(STDOUT_FILENO, data, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) _exit(1);
        data += written;
        size -= static_cast<std::size_t>(written);
    }
}

} // namespace

void Output::frame(FrameKind kind, const Writer& payload)
{
    std::array<std::byte, gis::wire::kFrameHead> head{static_cast<std::byte>(kind)};
    const auto length = static_cast<std::uint32_t>(payload.bytes().size());
    std::memcpy(head.data() + 1, &length, sizeof length);
    writeAll(head.data(), head.size());
    writeAll(payload.bytes().data(), payload.bytes().size());
}

void Output::layers(const std::vector<gis::SourceLayer>& layers)
{
    Writer payload;
    gis::wire::write(payload, layers);
    frame(FrameKind::Layers, payload);
}

void Output::describe(const gis::SourceDescription& description)
{
    m_columns = static_cast<std::uint32_t>(description.columns().size());
    Writer payload;
    gis::wire::write(payload, description);
    frame(FrameKind::Description, payload);
}

void Output::turnedAway(const gis::SourceFinding& row)
{
    Writer payload;
    gis::wire::write(payload, row);
    frame(FrameKind::Finding, payload);
}

void Output::progress(double share)
{
    Writer payload;
    payload.f64(share);
    frame(FrameKind::Progress, payload);
}

void Output::error(const core::Error& error)
{
    Writer payload;
    gis::wire::write(payload, error);
    frame(FrameKind::Error, payload);
}

void Output::end()
{
    flush();
    Writer payload;
    payload.i64(m_rows);
    frame(FrameKind::End, payload);
}

void Output::row(std::int64_t number)
{
    if (m_cells.bytes().size() + m_shapes.bytes().size() > kBatchBytes) flush();
    if (m_batchRows == 0) {
        m_cells.u32(0); // the count, filled in by flush()
        m_cells.u32(m_columns);
    }
    ++m_batchRows;
    ++m_rows;
    m_cells.i64(number);
}

std::byte* Output::shape(std::size_t size)
{
    m_shapes.u32(static_cast<std::uint32_t>(size));
    return m_shapes.extend(size);
}

void Output::flush()
{
    if (m_batchRows == 0) return;
    std::array<std::byte, gis::wire::kFrameHead> head{static_cast<std::byte>(FrameKind::Cells)};
    const auto length = static_cast<std::uint32_t>(m_cells.bytes().size());
    std::memcpy(head.data() + 1, &length, sizeof length);
    writeAll(head.data(), head.size());
    writeAll(reinterpret_cast<const std::byte*>(&m_batchRows), sizeof m_batchRows);
    writeAll(m_cells.bytes().data() + sizeof m_batchRows, m_cells.bytes().size() - sizeof m_batchRows);
    frame(FrameKind::Shapes, m_shapes);
    m_cells.clear();
    m_shapes.clear();
    m_batchRows = 0;
}

core::Result<void> checkShapeSize(std::size_t wkbBytes, std::int64_t row)
{
    constexpr std::size_t kVertexBytes = 2 * sizeof(double);
    if (wkbBytes / kVertexBytes <= static_cast<std::size_t>(gis::kMostVertices)) return {};
    return core::fail(core::ErrorCode::Refused,
        std::format("Row {} has a shape of more than {} vertices, the most that are read; simplify it first.", row, gis::kMostVertices));
}

} // namespace hereabouts::worker
