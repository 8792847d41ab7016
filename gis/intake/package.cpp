// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/intake/package.h"

#include "gis/intake/values.h"
#include "gis/read/source.h"

#include <algorithm>
#include <array>
#include <format>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hereabouts::gis {

using core::RegisterKind;

namespace {

// Proposals before ballots and plans before priorities: rows are checked against what they name.
constexpr std::array kOrder{RegisterKind::Boards, RegisterKind::SmallAreas, RegisterKind::Wards, RegisterKind::Communities, RegisterKind::Anchors,
    RegisterKind::Localities, RegisterKind::Suppliers, RegisterKind::Payments, RegisterKind::Plans, RegisterKind::Priorities, RegisterKind::Proposals,
    RegisterKind::Ballots, RegisterKind::Basemap, RegisterKind::Boundaries, RegisterKind::Drawings, RegisterKind::Documents, RegisterKind::Officers,
    RegisterKind::Members, RegisterKind::Mandates, RegisterKind::Endorsements, RegisterKind::RecognitionSteps, RegisterKind::CapacityNeeds,
    RegisterKind::GrantRounds, RegisterKind::Grants, RegisterKind::Relationships, RegisterKind::Consultations, RegisterKind::Settings};
static_assert(kOrder.size() == core::kRegisterCount);

constexpr std::string_view kOverlaps = "community_overlaps"; ///< gis/write's kOverlapsLayer.
constexpr std::string_view kDistrict = "district"; ///< gis/write's kDistrictLayer.

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
    if (auto read = readSource({.source = source, .layer = std::string(), .encoding = std::nullopt}, reader, job); !read)
        return std::unexpected(std::move(read.error()));
    return names;
}

core::Result<std::vector<core::CommunityOverlap>> overlapsOf(const std::filesystem::path& source, const core::Job& job)
{
    std::vector<core::CommunityOverlap> overlaps;
    std::array<std::size_t, 8> columns{};
    const SourceReader reader{.choose = {},
        .described = [&](const SourceDescription& description) -> core::Result<void> {
            constexpr std::array<std::string_view, 8> kHeadings{"first", "second", "agreement", "note", "parties", "document", "settled_on", "square_metres"};
            for (std::size_t i = 0; i < kHeadings.size(); ++i) {
                const auto found = std::ranges::find(description.columns(), kHeadings[i]);
                if (found == description.columns().end())
                    return core::fail(core::ErrorCode::BadInput, std::format("The overlaps have no column \"{}\".", kHeadings[i]));
                columns[i] = static_cast<std::size_t>(found - description.columns().begin());
            }
            return {};
        },
        .rows = [&](const SourceBatch& batch) -> core::Result<void> {
            for (std::size_t row = 0; row < batch.size(); ++row) {
                const auto agreement = agreementOf(batch.cell(row, columns[2]));
                if (!agreement) return core::fail(core::ErrorCode::BadInput, std::format("\"{}\" is no state of an overlap.", batch.cell(row, columns[2])));
                overlaps.push_back({.first = std::string(batch.cell(row, columns[0])),
                    .second = std::string(batch.cell(row, columns[1])),
                    .agreement = *agreement,
                    .squareMetres = numberFromText(batch.cell(row, columns[7]), false).value_or(0),
                    .note = std::string(batch.cell(row, columns[3])),
                    .parties = std::string(batch.cell(row, columns[4])),
                    .document = std::string(batch.cell(row, columns[5])),
                    .settledOn = dateFromText(batch.cell(row, columns[6]), true).value_or(core::kNoInteger)});
            }
            return {};
        },
        .found = [](const core::Finding&) {}};
    if (auto read = readSource({.source = source, .layer = std::string(kOverlaps), .encoding = std::nullopt}, reader, job); !read)
        return std::unexpected(std::move(read.error()));
    return overlaps;
}

/// The district that a package was written from, or nothing where it says none.
core::Result<std::optional<core::District>> districtOf(const std::filesystem::path& source, const core::Job& job)
{
    std::optional<core::District> district;
    std::map<std::string, std::size_t, std::less<>> columns;
    const SourceReader reader{.choose = {},
        .described = [&](const SourceDescription& description) -> core::Result<void> {
            for (std::size_t i = 0; i < description.columns().size(); ++i) columns[description.columns()[i]] = i;
            return {};
        },
        .rows = [&](const SourceBatch& batch) -> core::Result<void> {
            const auto cell = [&](std::string_view column) {
                const auto at = columns.find(column);
                return at == columns.end() ? std::string() : std::string(batch.cell(0, at->second));
            };
            if (batch.size() == 0) return {};
            district = {.name = cell("name"), .epsg = 0, .currency = cell("currency"), .fictional = cell("fictional") == "1" || cell("fictional") == "true"};
            return {};
        },
        .found = [](const core::Finding&) {}};
    if (auto read = readSource({.source = source, .layer = std::string(kDistrict), .encoding = std::nullopt}, reader, job); !read)
        return std::unexpected(std::move(read.error()));
    return district;
}

/// Takes back what was done, newest first, unless told that all went well.
class TakenBack {
public:
    explicit TakenBack(PlaceFile& place) : m_place(place) { }
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

/// An empty place becomes the district of the package; one that holds something keeps its own name, currency and flag.
core::Result<void> setDistrict(PlaceFile& place, const std::filesystem::path& source, const core::Job& job, TakenBack& done)
{
    const auto snapshot = place.snapshot(job);
    if (!snapshot) return std::unexpected(snapshot.error());
    if (!std::ranges::all_of(core::kAllRegisters, [&](RegisterKind kind) { return (*snapshot)->at(kind).size() == 0; })) return {};
    auto said = districtOf(source, job);
    if (!said) return std::unexpected(std::move(said.error()));
    core::District district = (*snapshot)->district;
    if (!*said || (*said)->name.empty() || (*said)->currency.empty()) return {};
    district.name = (*said)->name;
    district.currency = (*said)->currency;
    district.fictional = (*said)->fictional;
    if (district == (*snapshot)->district) return {};
    if (auto changed = place.apply({SetDistrict{district}}, std::format("Became {}, from {}", district.name, source.filename().string())); !changed) {
        return std::unexpected(std::move(changed.error()));
    }
    done.changed();
    return {};
}

/// One change for all that is not as the package says.
core::Result<void> setAgreements(PlaceFile& place, const std::filesystem::path& source, const core::Job& job, TakenBack& done)
{
    const auto overlaps = overlapsOf(source, job);
    if (!overlaps) return std::unexpected(overlaps.error());
    const auto snapshot = place.snapshot(job);
    if (!snapshot) return std::unexpected(snapshot.error());
    std::vector<Edit> edits;
    for (core::CommunityOverlap overlap : *overlaps) {
        const auto known = std::ranges::find_if(
            (*snapshot)->overlaps, [&](const core::CommunityOverlap& o) { return o.first == overlap.first && o.second == overlap.second; });
        if (known != (*snapshot)->overlaps.end()) overlap.squareMetres = known->squareMetres;
        if (known == (*snapshot)->overlaps.end() || *known != overlap) edits.emplace_back(SetOverlap{std::move(overlap)});
    }
    if (edits.empty()) return {};
    if (auto changed = place.apply(edits, std::format("What communities agreed of {} overlaps, from {}", edits.size(), source.filename().string())); !changed) {
        return std::unexpected(std::move(changed.error()));
    }
    done.changed();
    return {};
}

} // namespace

core::Result<std::vector<ImportPreview>> importPackage(PlaceFile& place, const std::filesystem::path& source, const core::Job& job)
{
    const auto layers = layersOf(source, job);
    if (!layers) return std::unexpected(layers.error());
    std::vector<ImportPreview> previews;
    TakenBack done(place);
    // Before the rows: what their money is worth is the district's to say.
    const bool holdsRegister = std::ranges::any_of(kOrder, [&](RegisterKind kind) { return std::ranges::contains(*layers, core::specOf(kind).table); });
    if (holdsRegister && std::ranges::contains(*layers, kDistrict)) {
        if (auto set = setDistrict(place, source, job, done); !set) return std::unexpected(std::move(set.error()));
    }
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
        return core::fail(core::ErrorCode::BadInput,
            std::format(
                "{} holds no register: `import PLACE all` takes what `export PLACE all` wrote; name a KIND for other files.", source.filename().string()));
    }
    if (std::ranges::find(*layers, kOverlaps) != layers->end()) {
        if (auto set = setAgreements(place, source, job, done); !set) return std::unexpected(std::move(set.error()));
    }
    done.keep();
    return previews;
}

} // namespace hereabouts::gis
