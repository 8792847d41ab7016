// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sample/sample_place.h"

#include "gis/intake/values.h"
#include "gis/store/place_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace hereabouts::gis {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::optional<core::OverlapAgreement> agreementOf(std::string_view word)
{
    using enum core::OverlapAgreement;
    constexpr std::array<std::pair<std::string_view, core::OverlapAgreement>, 4> kWords{
        {{"not asked", NotAsked}, {"agreed", Agreed}, {"disputed", Disputed}, {"not applicable", NotApplicable}}};
    const auto found = std::ranges::find(kWords, word, &std::pair<std::string_view, core::OverlapAgreement>::first);
    return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

/// The sample's files: beside the executable in an installation, else with the sources this was built from.
std::optional<fs::path> samplesFolder()
{
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    for (const fs::path& folder :
        {executable.parent_path() / "../share/hereabouts/samples", executable.parent_path() / "samples", fs::path(HEREABOUTS_SAMPLES_FOLDER)}) {
        if (fs::exists(folder / "manifest.json", error)) return folder;
    }
    return std::nullopt;
}

core::Result<json> readManifest(const fs::path& folder)
{
    std::ifstream in(folder / "manifest.json");
    json manifest = json::parse(in, nullptr, false);
    if (manifest.is_discarded() || !manifest.contains("district") || !manifest.contains("imports")) {
        return core::fail(core::ErrorCode::Unreadable, std::format("{} is damaged: get the sample's files again.", (folder / "manifest.json").string()));
    }
    return manifest;
}

core::Result<ImportRequest> requestOf(const json& entry, const fs::path& folder)
{
    const auto kind = core::registerNamed(entry.value("kind", ""));
    if (!kind)
        return core::fail(core::ErrorCode::Unreadable, std::format("The sample's manifest names a kind \"{}\" that there is not.", entry.value("kind", "")));
    ImportRequest request{.source = folder / entry.value("file", ""), .kind = *kind, .layer = entry.value("layer", ""), .edition = entry.value("edition", "")};
    if (entry.contains("crs")) request.crs = entry["crs"].get<std::string>();
    if (entry.contains("encoding")) request.encoding = entry["encoding"].get<std::string>();
    if (entry.contains("mapping")) request.mapping = entry["mapping"].get<std::map<std::string, std::string>>();
    return request;
}

/// A place file under a name of its own until it is whole: a sample that was stopped half-way leaves nothing.
class NewPlace {
public:
    explicit NewPlace(fs::path target) : m_target(std::move(target)), m_part(m_target.string() + ".part") { removePart(); }
    ~NewPlace() { removePart(); }
    NewPlace(const NewPlace&) = delete;
    NewPlace& operator=(const NewPlace&) = delete;

    [[nodiscard]] const fs::path& part() const { return m_part; }
    [[nodiscard]] core::Result<void> finish()
    {
        std::error_code error;
        fs::rename(m_part, m_target, error);
        if (error) return core::fail(core::ErrorCode::Failed, std::format("{} could not be given its name: {}.", m_target.string(), error.message()));
        return {};
    }

private:
    void removePart() const
    {
        std::error_code ignored;
        for (const char* const tail : {"", "-wal", "-shm", "-journal"}) fs::remove(m_part.string() + tail, ignored);
    }

    fs::path m_target;
    fs::path m_part;
};

core::Result<void> importAll(
    PlaceFile& place, const json& manifest, const fs::path& folder, const core::Job& job, const std::function<void(const ImportPreview&)>& told)
{
    for (const json& entry : manifest["imports"]) {
        const auto request = requestOf(entry, folder);
        if (!request) return std::unexpected(request.error());
        const auto preview = previewImport(place, *request, job);
        if (!preview) return std::unexpected(preview.error());
        if (!preview->canCommit()) return core::fail(core::ErrorCode::Refused, preview->obstacle());
        if (const auto committed = commitImport(place, *preview, job); !committed) return std::unexpected(committed.error());
        told(*preview);
    }
    return {};
}

/// What communities agreed about ground that both call theirs: decisions of people, which no file of shapes holds.
core::Result<void> setAgreements(PlaceFile& place, const json& manifest)
{
    const auto snapshot = place.snapshot();
    if (!snapshot) return std::unexpected(snapshot.error());
    for (const json& overlap : manifest.value("overlaps", json::array())) {
        const auto agreement = agreementOf(overlap.value("agreement", ""));
        if (!agreement)
            return core::fail(
                core::ErrorCode::Unreadable, std::format("The sample's manifest names a state \"{}\" that there is not.", overlap.value("agreement", "")));
        const std::string first = overlap.value("first", ""), second = overlap.value("second", "");
        const auto known
            = std::ranges::find_if((*snapshot)->overlaps, [&](const core::CommunityOverlap& one) { return one.first == first && one.second == second; });
        if (known == (*snapshot)->overlaps.end())
            return core::fail(core::ErrorCode::UnknownId, std::format("Communities {} and {} do not overlap in this place.", first, second));
        core::CommunityOverlap settled = *known;
        settled.agreement = *agreement;
        settled.note = overlap.value("note", "");
        settled.parties = overlap.value("parties", "");
        settled.document = overlap.value("document", "");
        settled.settledOn = dateFromText(overlap.value("on", ""), true).value_or(core::kNoInteger);
        const auto set = place.apply({SetOverlap{settled}}, std::format("Overlap of {} and {}: {}", first, second, overlap.value("agreement", "")));
        if (!set) return std::unexpected(set.error());
    }
    return {};
}

} // namespace

core::Result<core::SnapshotPtr> makeSamplePlace(const fs::path& target, const core::Job& job, const std::function<void(const ImportPreview&)>& told)
{
    std::error_code error;
    if (fs::exists(target, error)) {
        return core::fail(core::ErrorCode::Refused, std::format("{} is there already: choose another name, or move it away first.", target.string()));
    }
    const auto folder = samplesFolder();
    if (!folder)
        return core::fail(core::ErrorCode::NotFound, "The sample district's files are not beside this program; they are in data/samples of its sources.");
    const auto manifest = readManifest(*folder);
    if (!manifest) return std::unexpected(manifest.error());
    const json& about = (*manifest)["district"];
    const core::District district{.name = about.value("name", "Rātā Coast"),
        .epsg = about.value("epsg", 2193),
        .currency = about.value("currency", "NZD"),
        .fictional = about.value("fictional", true)};
    NewPlace made(target);
    core::Result<core::SnapshotPtr> snapshot = core::SnapshotPtr();
    {
        auto place = PlaceFile::create(made.part(), district);
        if (!place) return std::unexpected(place.error());
        if (const auto done = importAll(*place, *manifest, *folder, job, told); !done) return std::unexpected(done.error());
        if (const auto set = setAgreements(*place, *manifest); !set) return std::unexpected(set.error());
        snapshot = place->snapshot(job);
        if (!snapshot) return snapshot;
    }
    if (const auto finished = made.finish(); !finished) return std::unexpected(finished.error());
    return snapshot;
}

} // namespace hereabouts::gis
