// SPDX-License-Identifier: GPL-3.0-or-later
/// hereabouts-import SOURCE LAYER ENCODING: reads one foreign file and writes what it holds to standard output (gis/read/detail/wire.h). Before a byte of the
/// file is looked at, the process has given up every right but to read that file.
#include "gis/read/worker/confinement.h"
#include "gis/read/worker/csv.h"
#include "gis/read/worker/output.h"
#include "gis/read/worker/plain_geojson.h"
#include "gis/read/worker/sniff.h"
#include "gis/read/worker/vector_reader.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>

#include <unistd.h>

using namespace hereabouts;

namespace {

core::Result<void> putOut(const std::filesystem::path& source, const std::string& layer, const std::string& encoding, worker::Output& output)
{
    const auto bytes = worker::Bytes::map(source);
    if (!bytes) return std::unexpected(bytes.error());
    const auto format = worker::sniff(bytes->view(), source);
    if (!format) return std::unexpected(format.error());
    if (*format == worker::Format::Csv) return worker::putOutCsv(bytes->view(), source.stem().string(), encoding, output);
    if (*format == worker::Format::GeoJson && (encoding.empty() || encoding == "UTF-8")) {
        const auto plain = worker::PlainGeoJson::survey(bytes->view(), source.stem().string());
        if (plain && (layer.empty() || plain->description().layers.front().name == layer)) {
            output.describe(plain->description());
            return plain->putOut(output);
        }
    }
    worker::prepareGdal();
    return worker::putOutVector(source, bytes->view(), *format, layer, encoding, output);
}

} // namespace

int main(int count, char** words)
{
    if (count != 4) return 2;
    const std::filesystem::path source(words[1]);
    worker::limitResources();
    worker::Output output;
    if (!worker::confineTo(worker::filesOf(source))) {
        output.finding({.severity = core::Severity::Warning,
            .message = "This system has no Landlock, so the import worker could not be shut in; bring in files of people you trust alone."});
    }
    try {
        if (const auto done = putOut(source, words[2], words[3], output); !done) output.error(done.error());
    } catch (const std::bad_alloc&) {
        output.error({.code = core::ErrorCode::Refused, .message = "Reading it takes more than the 2 GiB of memory a file may have; cut it into smaller files."});
    } catch (const std::exception&) {
        output.error({.code = core::ErrorCode::Unreadable, .message = "It is damaged; get the file again."});
    }
    // Leaving at once: taking a damaged file's structures down again is one more chance for them to do harm.
    fflush(nullptr);
    _exit(0);
}
