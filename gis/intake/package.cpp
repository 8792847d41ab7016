// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/package.h"

#include "gis/read/source.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::gis {

using core::RegisterKind;

namespace {

// Proposals before ballots and plans before priorities: rows are checked against what they name.
constexpr std::array kOrder{RegisterKind::Boards, RegisterKind::SmallAreas, RegisterKind::Wards, RegisterKind::Communities, RegisterKind::Anchors, RegisterKind::Localities,
    RegisterKind::Suppliers, RegisterKind::Payments, RegisterKind::Plans, RegisterKind::Priorities, RegisterKind::Proposals, RegisterKind::Ballots, RegisterKind::Basemap};

constexpr std::string_view kOverlaps = "community_overlaps"; ///< gis/write's kOverlapsLayer.

struct AgreedOverlap {
    std::string first;
    std::string second;
    core::OverlapAgreement agreement = core::OverlapAgreement::NotAsked;
    std::string note;
};

std::optional<core::OverlapAgreement> agreementOf(std::string_view word)
{
    if (word == "not asked") return core::OverlapAgreement::NotAsked;
    if (word == "agreed") return core::OverlapAgreement::Agreed;
    if (word == "disputed") return core::OverlapAgreement::Disputed;
    if (word == "not applicable") return core::OverlapAgreement::NotApplicable;
    return std::nullopt;
}

core::Result<std::vector<std::string>> layersOf(const std::filesystem::path& source, const core::Job& job)
{
    std::vector<std::string> names;
    const SourceReader reader{.choose = [](const std::vector<SourceLayer>&) { return std::size_t{0}; },
        .described = [&](const SourceDescription& description) -> core::Result<void> {
            for (const SourceLayer& layer : description.layers) names.push_back(layer.name);
            return {};
        },
        .rows = [](const SourceBatch&) -> core::Result<void> { return {}; },
        .found = [](const core::Finding&) {}};
    if (auto read = readSource({.source = source, .layer = std::string(), .encoding = std::nullopt}, reader, job); !read) return std::unexpected(std::move(read.error()));
    return names;
}

core::Result<std::vector<AgreedOverlap>> overlapsOf(const std::filesystem::path& source, const core::Job& job)
{
    std::vector<AgreedOverlap> overlaps;
    std::array<std::size_t, 4> columns{};
    const SourceReader reader{.choose = {},
        .described = [&](const SourceDescription& description) -> core::Result<void> {
            constexpr std::array<std::string_view, 4> kHeadings{"first", "second", "agreement", "note"};
            for (std::size_t i = 0; i < kHeadings.size(); ++i) {
                const auto found = std::ranges::find(description.columns(), kHeadings[i]);
                if (found == description.columns().end()) return core::fail(core::ErrorCode::BadInput, std::format("The overlaps have no column \"{}\".", kHeadings[i]));
                columns[i] = static_cast<std::size_t>(found - description.columns().begin());
            }
            return {};
        },
        .rows = [&](const SourceBatch& batch) -> core::Result<void> {
            for (std::size_t row = 0; row < batch.size(); ++row) {
                const auto agreement = agreementOf(batch.cell(row, columns[2]));
                if (!agreement) return core::fail(core::ErrorCode::BadInput, std::format("\"{}\" is no state of an overlap.", batch.cell(row, columns[2])));
                overlaps.push_back({.first = std::string(batch.cell(row, columns[0])), .second = std::string(batch.cell(row, columns[1])), .agreement = *agreement,
                    .note = std::string(batch.cell(row, columns[3]))});
            }
            return {};
        },
        .found = [](const core::Finding&) {}};
    if (auto read = readSource({.source = source, .layer = std::string(kOverlaps), .encoding = std::nullopt}, reader, job); !read) return std::unexpected(std::move(read.error()));
    return overlaps;
}

/// Takes back what was done, newest first, unless told that all went well.
class TakenBack {
public:
    explicit TakenBack(PlaceFile& place) : m_place(place) {}
    ~TakenBack()
    {
        while (m_changes-- > 0) {
            if (!m_place.undo()) return;
        }
    }
    TakenBack(const TakenBack&) = delete;
    TakenBack& operator=(const TakenBack&) = delete;

    void changed() { ++m_changes; }
    void keep() { m_changes = 0; }

private:
    PlaceFile& m_place;
    int m_changes = 0;
};

core::Result<int> setAgreements(PlaceFile& place, const std::filesystem::path& source, const core::Job& job, TakenBack& done)
{
    const auto overlaps = overlapsOf(source, job);
    if (!overlaps) return std::unexpected(overlaps.error());
    const auto snapshot = place.snapshot(job);
    if (!snapshot) return std::unexpected(snapshot.error());
    int set = 0;
    for (const AgreedOverlap& overlap : *overlaps) {
        const auto known = std::ranges::find_if((*snapshot)->overlaps, [&](const core::CommunityOverlap& o) { return o.first == overlap.first && o.second == overlap.second; });
        if (known == (*snapshot)->overlaps.end() || (known->agreement == overlap.agreement && known->note == overlap.note)) continue;
        if (auto changed = place.setOverlapAgreement(overlap.first, overlap.second, overlap.agreement, overlap.note); !changed) return std::unexpected(std::move(changed.error()));
        done.changed();
        ++set;
    }
    return set;
}

} // namespace

core::Result<std::vector<ImportPreview>> importPackage(PlaceFile& place, const std::filesystem::path& source, const core::Job& job)
{
    const auto layers = layersOf(source, job);
    if (!layers) return std::unexpected(layers.error());
    std::vector<ImportPreview> previews;
    TakenBack done(place);
    for (const RegisterKind kind : kOrder) {
        const std::string layer(core::specOf(kind).table);
        if (std::ranges::find(*layers, layer) == layers->end()) continue;
        ImportRequest request{.source = source, .kind = kind, .layer = layer};
        auto preview = previewImport(place, request, job);
        if (!preview) return std::unexpected(std::move(preview.error()));
        if (auto committed = commitImport(place, *preview, job); !committed) return std::unexpected(std::move(committed.error()));
        done.changed();
        previews.push_back(std::move(*preview));
    }
    if (previews.empty()) {
        return core::fail(core::ErrorCode::BadInput, std::format("{} holds no register: `import PLACE all` takes what `export PLACE all` wrote; name a KIND for other files.",
            source.filename().string()));
    }
    if (std::ranges::find(*layers, kOverlaps) != layers->end()) {
        if (auto set = setAgreements(place, source, job, done); !set) return std::unexpected(std::move(set.error()));
    }
    done.keep();
    return previews;
}

} // namespace hereabouts::gis
