// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/detail/wire.h"

#include <bit>

namespace hereabouts::gis::wire {

static_assert(std::endian::native == std::endian::little, "both ends are one machine; a big-endian one needs swaps here");

std::span<const std::byte> Reader::take(std::size_t size)
{
    if (!m_ok || size > m_rest.size()) {
        m_ok = false;
        return {};
    }
    const auto taken = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return taken;
}

std::string_view Reader::text()
{
    const auto bytes = take(u32());
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

core::Error damaged() { return {.code = core::ErrorCode::Unreadable, .message = "The import worker's answer is damaged; the file may be made to do harm."}; }

void write(Writer& out, const std::vector<SourceLayer>& layers)
{
    out.u32(static_cast<std::uint32_t>(layers.size()));
    for (const SourceLayer& layer : layers) {
        out.text(layer.name);
        out.i64(layer.rows);
        out.u8(static_cast<std::uint8_t>(layer.shapes));
        out.u32(static_cast<std::uint32_t>(layer.columns.size()));
        for (const std::string& column : layer.columns) out.text(column);
    }
}

core::Result<std::vector<SourceLayer>> readLayers(Reader& in)
{
    std::vector<SourceLayer> layers;
    const std::uint32_t count = in.u32();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        SourceLayer layer{.name = std::string(in.text()), .rows = in.i64()};
        const std::uint8_t shapes = in.u8();
        if (shapes > static_cast<std::uint8_t>(LayerShapes::Mixed)) return std::unexpected(damaged());
        layer.shapes = static_cast<LayerShapes>(shapes);
        const std::uint32_t columns = in.u32();
        for (std::uint32_t c = 0; c < columns && in.ok(); ++c) layer.columns.emplace_back(in.text());
        layers.push_back(std::move(layer));
    }
    if (!in.ok() || layers.empty()) return std::unexpected(damaged());
    return layers;
}

void write(Writer& out, const SourceDescription& description)
{
    out.text(description.format);
    write(out, description.layers);
    out.u32(static_cast<std::uint32_t>(description.layer));
    out.text(description.crs);
    out.text(description.crsSource);
    out.text(description.encoding);
    out.u8(description.encodingCertain ? 1 : 0);
}

core::Result<SourceDescription> readDescription(Reader& in)
{
    SourceDescription description{.format = std::string(in.text())};
    auto layers = readLayers(in);
    if (!layers) return std::unexpected(layers.error());
    description.layers = std::move(*layers);
    description.layer = in.u32();
    description.crs = in.text();
    description.crsSource = in.text();
    description.encoding = in.text();
    description.encodingCertain = in.u8() != 0;
    if (!in.atEnd() || description.layer >= description.layers.size()) return std::unexpected(damaged());
    return description;
}

void write(Writer& out, const SourceFinding& finding)
{
    out.u8(static_cast<std::uint8_t>(finding.severity));
    out.i64(finding.row);
    out.text(finding.field);
    out.text(finding.message);
    out.u32(static_cast<std::uint32_t>(finding.values.size()));
    for (const auto& [heading, cell] : finding.values) {
        out.text(heading);
        out.text(cell);
    }
}

core::Result<SourceFinding> readFinding(Reader& in)
{
    SourceFinding finding;
    const std::uint8_t severity = in.u8();
    if (severity > static_cast<std::uint8_t>(core::Severity::Rejected)) return std::unexpected(damaged());
    finding.severity = static_cast<core::Severity>(severity);
    finding.row = in.i64();
    finding.field = in.text();
    finding.message = in.text();
    const std::uint32_t values = in.u32();
    for (std::uint32_t i = 0; i < values && in.ok(); ++i) {
        std::string heading(in.text());
        finding.values.emplace_back(std::move(heading), in.text());
    }
    if (!in.atEnd()) return std::unexpected(damaged());
    return finding;
}

void write(Writer& out, const core::Error& error)
{
    out.u8(static_cast<std::uint8_t>(error.code));
    out.text(error.message);
}

core::Error readError(Reader& in)
{
    const std::uint8_t code = in.u8();
    std::string message(in.text());
    if (!in.ok() || code > static_cast<std::uint8_t>(core::ErrorCode::Failed)) return damaged();
    return {.code = static_cast<core::ErrorCode>(code), .message = std::move(message)};
}

} // namespace hereabouts::gis::wire
