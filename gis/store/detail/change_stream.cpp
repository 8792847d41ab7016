// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/change_stream.h"

#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <cstring>

namespace hereabouts::gis::detail {

namespace {

constexpr std::size_t kPartBytes = 4 * 1024 * 1024;

} // namespace

ChangeSink::ChangeSink(Database& database, std::int64_t number) :
    m_insert(database.prepare("INSERT INTO changes (number, part, data) VALUES (?, ?, ?)"))
{
    Statement clear = database.prepare("DELETE FROM changes WHERE number = ?");
    clear.bind(1, number);
    clear.run();
    m_insert.bind(1, number);
}

int ChangeSink::write(void* self, const void* data, int size)
{
    auto* sink = static_cast<ChangeSink*>(self);
    const auto* bytes = static_cast<const std::byte*>(data);
    const auto stored = attempt([&] {
        sink->m_part.insert(sink->m_part.end(), bytes, bytes + size);
        if (sink->m_part.size() >= kPartBytes) sink->storePart();
    });
    if (stored) return SQLITE_OK;
    sink->m_error = stored.error();
    return SQLITE_ABORT;
}

void ChangeSink::storePart()
{
    m_insert.bind(2, m_parts++);
    m_insert.bind(3, std::span<const std::byte>(m_part));
    m_insert.run();
    m_part.clear();
}

void ChangeSink::finish()
{
    if (m_error) throw Trouble{*m_error};
    if (!m_part.empty()) storePart();
}

ChangeSource::ChangeSource(Database& database, std::int64_t number) :
    m_select(database.prepare("SELECT data FROM changes WHERE number = ? AND part = ?"))
{
    m_select.bind(1, number);
}

bool ChangeSource::nextPart()
{
    m_select.bind(2, m_next++);
    const bool found = m_select.step();
    if (found) {
        const auto bytes = m_select.bytes(0);
        m_part.assign(bytes.begin(), bytes.end());
        m_at = 0;
    }
    m_select.reset();
    return found;
}

int ChangeSource::read(void* self, void* data, int* size)
{
    auto* source = static_cast<ChangeSource*>(self);
    const auto given = attempt([&] {
        if (source->m_at == source->m_part.size() && !source->nextPart()) return std::size_t{0};
        const std::size_t count = std::min(static_cast<std::size_t>(*size), source->m_part.size() - source->m_at);
        std::memcpy(data, source->m_part.data() + source->m_at, count);
        source->m_at += count;
        return count;
    });
    *size = given ? static_cast<int>(*given) : 0;
    return given ? SQLITE_OK : SQLITE_IOERR;
}

} // namespace hereabouts::gis::detail
