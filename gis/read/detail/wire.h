// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gis/read/source.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the worker writes to its standard output: frames of one kind byte, a 32-bit length and that many bytes, all little-endian.
namespace hereabouts::gis::wire {

enum class FrameKind : std::uint8_t {
    Layers = 'L',      ///< Several layers, none asked for: the end of the stream.
    Description = 'D', ///< Once, before any row.
    Cells = 'R',       ///< Rows' numbers and cells…
    Shapes = 'G',      ///< …and their shapes, straight after.
    Progress = 'P',    ///< f64, 0…1.
    Finding = 'N',
    Error = 'E', ///< The end of the stream.
    End = 'F',   ///< i64 rows read; the end of the stream.
};

inline constexpr std::size_t kFrameHead = 5;
inline constexpr std::uint32_t kMostFrameBytes = 512u << 20;

/// Appends numbers and texts to a payload.
class Writer {
public:
    void u8(std::uint8_t value) { m_bytes.push_back(static_cast<std::byte>(value)); }
    void u32(std::uint32_t value) { append(&value, sizeof value); }
    void i64(std::int64_t value) { append(&value, sizeof value); }
    void f64(double value) { append(&value, sizeof value); }
    void text(std::string_view value)
    {
        u32(static_cast<std::uint32_t>(value.size()));
        append(value.data(), value.size());
    }
    void append(const void* data, std::size_t size)
    {
        const auto* from = static_cast<const std::byte*>(data);
        m_bytes.insert(m_bytes.end(), from, from + size);
    }
    /// Room for `size` bytes at the end, to be filled by the caller at once.
    [[nodiscard]] std::byte* extend(std::size_t size)
    {
        m_bytes.resize(m_bytes.size() + size);
        return m_bytes.data() + (m_bytes.size() - size);
    }
    void clear() { m_bytes.clear(); }
    [[nodiscard]] const std::vector<std::byte>& bytes() const { return m_bytes; }

private:
    std::vector<std::byte> m_bytes;
};

/// Takes a payload apart. After a length that does not fit, ok() is false and everything reads as zero or empty.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_rest(bytes) {}
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_ok && m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    std::uint8_t u8() { return number<std::uint8_t>(); }
    std::uint32_t u32() { return number<std::uint32_t>(); }
    std::int64_t i64() { return number<std::int64_t>(); }
    double f64() { return number<double>(); }
    std::span<const std::byte> take(std::size_t size);
    std::string_view text();

private:
    template <typename T>
    T number()
    {
        T value{};
        const auto bytes = take(sizeof value);
        if (bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::span<const std::byte> m_rest;
    bool m_ok = true;
};

void write(Writer& out, const std::vector<SourceLayer>& layers);
void write(Writer& out, const SourceDescription& description);
void write(Writer& out, const SourceFinding& finding);
void write(Writer& out, const core::Error& error);

[[nodiscard]] core::Result<std::vector<SourceLayer>> readLayers(Reader& in);
[[nodiscard]] core::Result<SourceDescription> readDescription(Reader& in);
[[nodiscard]] core::Result<SourceFinding> readFinding(Reader& in);
[[nodiscard]] core::Error readError(Reader& in);

/// "The import worker's answer is damaged": what every broken length gives.
[[nodiscard]] core::Error damaged();

} // namespace hereabouts::gis::wire
