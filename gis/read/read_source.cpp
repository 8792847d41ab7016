// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/read/source.h"

#include "gis/read/detail/wire.h"
#include "gis/read/detail/worker_process.h"

#include <cstring>
#include <format>
#include <utility>

#include <unistd.h>

namespace hereabouts::gis {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::fail;
using core::Result;
using wire::FrameKind;

struct Frame {
    FrameKind kind = FrameKind::End;
    std::vector<std::byte> payload;
};

Result<Frame> nextFrame(WorkerProcess& worker, const core::Job& job)
{
    std::array<std::byte, wire::kFrameHead> head{};
    if (const auto read = worker.read(head, job); !read) return std::unexpected(read.error());
    std::uint32_t length = 0;
    std::memcpy(&length, head.data() + 1, sizeof length);
    if (length > wire::kMostFrameBytes) return std::unexpected(wire::damaged());
    Frame frame{.kind = static_cast<FrameKind>(head[0]), .payload = std::vector<std::byte>(length)};
    if (const auto read = worker.read(frame.payload, job); !read) return std::unexpected(read.error());
    return frame;
}

/// What can be said of the path before anybody opens the file.
Result<fs::path> checkedPath(const fs::path& source)
{
    const std::string name = source.filename().string();
    std::error_code trouble;
    const fs::path path = fs::canonical(source, trouble);
    if (trouble) return fail(ErrorCode::NotFound, std::format("There is no file '{}'; check the name and the folder.", source.string()));
    const fs::file_status status = fs::status(path, trouble);
    if (fs::is_directory(status)) return fail(ErrorCode::BadInput, std::format("'{}' is a folder; name one file in it ({}).", name, kFormatsRead));
    if (!fs::is_regular_file(status)) return fail(ErrorCode::BadInput, std::format("'{}' is not an ordinary file.", name));
    if (path.string().starts_with("/vsi")) return fail(ErrorCode::Refused, std::format("'{}' lies in a folder whose name starts with /vsi; move it elsewhere.", name));
    const std::uintmax_t size = fs::file_size(path, trouble);
    if (size == 0) return fail(ErrorCode::Unreadable, std::format("'{}' is empty (0 bytes); get the file again.", name));
    if (size > kMostSourceBytes) {
        return fail(ErrorCode::Refused, std::format("'{}' has {:.1f} GB, and at most {:.0f} GB are read; cut it into smaller files.", name, static_cast<double>(size) / 1e9,
            static_cast<double>(kMostSourceBytes) / 1e9));
    }
    if (access(path.c_str(), R_OK) != 0) return fail(ErrorCode::ReadOnly, std::format("You may not read '{}'; ask its owner.", name));
    return path;
}

/// One run of the worker, frame by frame.
class Reading {
public:
    Reading(const ReadRequest& request, const SourceReader& reader, const core::Job& job) : m_request(request), m_reader(reader), m_job(job) {}

    /// The rows read, or the layers to choose from.
    Result<std::int64_t> run(const fs::path& path, const std::string& layer)
    {
        m_job.tell(-1, "Reading");
        auto worker = WorkerProcess::start({path.string(), layer, m_request.encoding.value_or("")});
        if (!worker) return std::unexpected(worker.error());
        while (true) {
            auto frame = nextFrame(*worker, m_job);
            if (!frame) return std::unexpected(frame.error());
            wire::Reader in(frame->payload);
            switch (frame->kind) {
            case FrameKind::Layers: return again(path, layer, in);
            case FrameKind::End: {
                const std::int64_t rows = in.i64();
                if (!in.atEnd() || !m_described || rows != m_rows) return std::unexpected(wire::damaged());
                return rows;
            }
            case FrameKind::Error: return std::unexpected(wire::readError(in));
            default:
                if (const auto taken = take(*frame, in); !taken) return std::unexpected(taken.error());
            }
        }
    }

private:
    Result<std::int64_t> again(const fs::path& path, const std::string& layer, wire::Reader& in)
    {
        const auto layers = wire::readLayers(in);
        if (!layers) return std::unexpected(layers.error());
        if (!layer.empty() || m_described) return std::unexpected(wire::damaged());
        const std::size_t chosen = m_reader.choose ? m_reader.choose(*layers) : 0;
        return run(path, layers->at(chosen).name);
    }

    Result<void> take(Frame& frame, wire::Reader& in)
    {
        switch (frame.kind) {
        case FrameKind::Description: return describe(in);
        case FrameKind::Cells:
            if (!m_described || m_cells) return std::unexpected(wire::damaged());
            m_cells = std::move(frame.payload);
            return {};
        case FrameKind::Shapes: return rows(std::move(frame.payload));
        case FrameKind::Progress: m_job.tell(in.f64(), "Reading"); return {};
        case FrameKind::Finding: {
            auto finding = wire::readFinding(in);
            if (!finding) return std::unexpected(finding.error());
            if (m_reader.found) m_reader.found(std::move(*finding));
            return {};
        }
        default: return std::unexpected(wire::damaged());
        }
    }

    Result<void> describe(wire::Reader& in)
    {
        const auto description = wire::readDescription(in);
        if (!description) return std::unexpected(description.error());
        if (m_described) return std::unexpected(wire::damaged());
        m_described = true;
        m_columns = description->columns().size();
        return m_reader.described(*description);
    }

    Result<void> rows(std::vector<std::byte> shapes)
    {
        if (!m_cells) return std::unexpected(wire::damaged());
        auto batch = SourceBatch::create(std::move(*m_cells), std::move(shapes), m_columns);
        m_cells.reset();
        if (!batch) return std::unexpected(batch.error());
        m_rows += static_cast<std::int64_t>(batch->size());
        if (m_rows > kMostRows) return fail(ErrorCode::Refused, std::format("It has more than {} rows, the most that are read; cut it into smaller files.", kMostRows));
        return m_reader.rows(std::move(*batch));
    }

    const ReadRequest& m_request;
    const SourceReader& m_reader;
    const core::Job& m_job;
    bool m_described = false;
    std::size_t m_columns = 0;
    std::int64_t m_rows = 0;
    std::optional<std::vector<std::byte>> m_cells;
};

} // namespace

Result<std::int64_t> readSource(const ReadRequest& request, const SourceReader& reader, const core::Job& job)
{
    const auto path = checkedPath(request.source);
    if (!path) return std::unexpected(path.error());
    auto rows = Reading(request, reader, job).run(*path, request.layer);
    if (rows || rows.error().code == ErrorCode::Cancelled) return rows;
    return fail(rows.error().code, std::format("'{}': {}", path->filename().string(), rows.error().message));
}

} // namespace hereabouts::gis
