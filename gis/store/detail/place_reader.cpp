// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/place_reader.h"

#include "gis/store/detail/overlap_rows.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <format>
#include <string>

namespace hereabouts::gis::detail {

namespace {

using core::RegisterKind;

/// The editions of a register, the one whose rows came in last first.
std::vector<core::AreaEdition> editionsOf(const core::RegisterTable& table)
{
    const core::TextColumn& column = table.text("edition");
    struct Seen {
        std::size_t areas = 0;
        std::size_t lastRow = 0;
    };
    std::vector<Seen> seen(column.distinct().size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        Seen& edition = seen[column.word(row)];
        ++edition.areas;
        edition.lastRow = row;
    }
    std::vector<std::size_t> words;
    for (std::size_t word = 1; word < seen.size(); ++word) {
        if (seen[word].areas > 0) words.push_back(word);
    }
    std::ranges::sort(words, std::ranges::greater{}, [&](std::size_t word) { return seen[word].lastRow; });
    std::vector<core::AreaEdition> editions;
    for (const std::size_t word : words) editions.push_back({.kind = table.spec().kind, .name = column.distinct()[word], .areas = seen[word].areas});
    return editions;
}

} // namespace

PlaceReader::PlaceReader(Database& database) : m_database(database), m_groundArea([this](const core::MultiPolygon& area) { return measure(area); })
{
    m_stale.fill(true);
}

core::District PlaceReader::readDistrict()
{
    Statement select = m_database.prepare("SELECT name, epsg, currency, fictional FROM place");
    if (!select.step())
        refuse(core::ErrorCode::Unreadable, std::format("'{}' does not say which place it is. Go back to a copy of it.", m_database.fileName()));
    return {.name = std::string(select.text(0)),
        .epsg = static_cast<int>(select.integer(1)),
        .currency = std::string(select.text(2)),
        .fictional = select.integer(3) != 0};
}

const core::District& PlaceReader::district()
{
    if (!m_district) m_district = readDistrict();
    return *m_district;
}

double PlaceReader::measure(const core::MultiPolygon& area)
{
    if (!m_projection) {
        auto projection = Projection::create(district().epsg);
        if (!projection) throw Trouble{projection.error()};
        m_projection = std::move(*projection);
    }
    return m_projection->groundArea(area);
}

void PlaceReader::forget(const TouchedTables& tables)
{
    m_changed = true;
    for (const std::string& table : tables) {
        if (table == kPlaceTable) m_district.reset();
        if (const auto kind = core::registerNamed(table)) m_stale[static_cast<std::size_t>(*kind)] = true;
    }
}

void PlaceReader::forgetAll()
{
    m_changed = true;
    m_stale.fill(true);
    m_district.reset();
}

core::SnapshotPtr PlaceReader::snapshot(const core::Job& job)
{
    // Read after the transaction has its view of the file, or a commit between the two would go unseen.
    const std::int64_t revision = m_database.integer("SELECT revision FROM place");
    const std::int64_t version = m_database.integer("PRAGMA data_version");
    if (version != m_dataVersion) {
        if (m_last) ++m_commitsOfOthers;
        m_dataVersion = version;
        forgetAll();
    }
    if (m_last && !m_changed) return m_last;

    auto place = m_last ? std::make_shared<core::PlaceSnapshot>(*m_last) : std::make_shared<core::PlaceSnapshot>();
    place->district = district();
    place->revision = revision + m_commitsOfOthers;
    for (const RegisterKind kind : core::kAllRegisters) {
        const auto index = static_cast<std::size_t>(kind);
        if (!m_stale[index]) continue;
        const core::RegisterSpec& spec = core::specOf(kind);
        job.tell(static_cast<double>(index) / core::kRegisterCount, spec.title);
        ReadRegister read = readRegister(m_database, spec, place->district.epsg, m_groundArea, job);
        place->registers[index] = std::move(read.table);
        place->details[index] = std::move(read.details);
    }
    place->editions.clear();
    for (const RegisterKind kind : core::kAllRegisters) {
        if (!core::specOf(kind).hasEditions) continue;
        for (core::AreaEdition& edition : editionsOf(place->at(kind))) place->editions.push_back(std::move(edition));
    }
    place->overlaps = readOverlaps(m_database);
    m_stale.fill(false);
    m_changed = false;
    m_last = std::move(place);
    return m_last;
}

std::vector<core::Finding> PlaceReader::readEverything()
{
    std::vector<core::Finding> findings;
    for (const RegisterKind kind : core::kAllRegisters) {
        for (core::Finding& finding : readRegister(m_database, core::specOf(kind), district().epsg, m_groundArea, {}).findings)
            findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace hereabouts::gis::detail
