// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/recognition/recognise.h"

#include "core/joined/written.h"
#include "core/recognition/line_hash.h"
#include "gis/crs/projection.h"
#include "gis/shapes/overlay.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <initializer_list>
#include <utility>

namespace hereabouts::gis {

using core::ErrorCode;
using core::RegisterKind;
using core::RegisterTable;
using core::Result;
using core::Value;

namespace {

Value textOrNone(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Value numberOrNone(const std::optional<std::int64_t>& number) { return number ? Value{*number} : Value{}; }

Edit rowAdded(RegisterKind kind, std::initializer_list<std::pair<std::string_view, Value>> values)
{
    const core::RegisterSpec& spec = core::specOf(kind);
    core::Record record{.values = std::vector<Value>(spec.fields.size())};
    for (const auto& [name, value] : values) record.values[spec.fieldIndex(name).value()] = value;
    return AddRow{kind, std::move(record)};
}

Edit endorsementAdded(const NewEndorsement& given, const std::string& hash)
{
    return rowAdded(RegisterKind::Endorsements,
        {{"community", given.community}, {"edition", given.edition}, {"step", given.step}, {"given_by", textOrNone(given.givenBy)}, {"given_on", given.givenOn},
            {"votes_for", numberOrNone(given.votesFor)}, {"votes_against", numberOrNone(given.votesAgainst)}, {"line_hash", hash},
            {"document", textOrNone(given.document)}});
}

/// Name of the current edition of a community's identity line; where none is, the day stands for it.
std::string currentEdition(const core::PlaceSnapshot& place, std::string_view community, std::int64_t day)
{
    const RegisterTable& editions = place.at(RegisterKind::Boundaries);
    for (std::size_t row = 0; row < editions.size(); ++row) {
        const std::string_view line = editions.text("line").at(row);
        if (editions.text("community").at(row) == community && editions.text("state").at(row) == "current" && (line.empty() || line == "identity"))
            return std::string(editions.text("edition").at(row));
    }
    return core::writtenDate(day);
}

std::optional<std::size_t> rowWhere(const RegisterTable& table, std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (std::ranges::all_of(fields, [&](const auto& field) { return table.text(field.first).at(row) == field.second; })) return row;
    }
    return std::nullopt;
}

std::string signedHectares(double squareMetres, std::string_view sign) { return std::format("{}{:.1f} ha", sign, squareMetres / 10'000); }

/// Below a twentieth of a hectare one digit would say that nothing changed.
std::string changeInWords(double gained, double lost)
{
    if (gained < 500 && lost < 500) return std::format("+{:.0f} m², −{:.0f} m²", std::ceil(gained), std::ceil(lost));
    return std::format("{}, {}", signedHectares(gained, "+"), signedHectares(lost, "−"));
}

std::string sentenceOf(const WeighedEndorsement& one)
{
    const core::EndorsedLine& line = one.line;
    switch (line.standing) {
    case core::EndorsementStanding::Stands: return std::format("Given for the line of {}, which is the line there is.", line.lineDate);
    case core::EndorsementStanding::StandsForDraft: return std::format("Given for '{}', which is a draft and not the line there is.", line.edition);
    case core::EndorsementStanding::LineNotHeld:
        return std::format("Given for the line of {}, which has changed since; it is not held any more, so by how much cannot be told.", line.lineDate);
    case core::EndorsementStanding::LineChanged: break;
    }
    if (!one.gainedSquareMetres) return std::format("Given for the line of {}, and there is no line now.", line.lineDate);
    return std::format("Given for the line of {}, which has changed since: {}.", line.lineDate, changeInWords(*one.gainedSquareMetres, *one.lostSquareMetres));
}

} // namespace

RecognitionChange changeOf(const core::PlaceSnapshot& place, const core::RecognitionMove& move)
{
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    const std::int64_t id = communities.id(move.community);
    const std::string code(communities.text("code").at(move.community));
    RecognitionChange change{.edits = {}, .what = move.what(), .why = move.reasons};
    change.edits.emplace_back(SetField{RegisterKind::Communities, id, "status", move.to});
    change.edits.emplace_back(SetField{RegisterKind::Communities, id, "review_due", numberOrNone(move.reviewDue)});
    change.edits.push_back(rowAdded(RegisterKind::RecognitionSteps,
        {{"community", code}, {"status", move.to}, {"decided_on", move.on}, {"decided_by", textOrNone(move.by)}, {"reasons", textOrNone(move.reasons)},
            {"publicised_until", numberOrNone(move.publicisedUntil)}, {"checklist", textOrNone(move.checklist)}, {"unmet", textOrNone(move.unmet)},
            {"document", textOrNone(move.document)}}));
    const std::string hash = core::lineHash(communities.geometry(move.community));
    if ((move.to == "recognised" || move.to == "provisional") && !hash.empty()) {
        change.edits.push_back(endorsementAdded({.community = code,
                                                    .edition = currentEdition(place, code, move.on),
                                                    .step = "council recognised",
                                                    .givenBy = move.by,
                                                    .givenOn = move.on,
                                                    .votesFor = std::nullopt,
                                                    .votesAgainst = std::nullopt,
                                                    .document = {}},
            hash));
    }
    return change;
}

Result<RecognitionChange> endorse(const core::PlaceSnapshot& place, const NewEndorsement& given)
{
    const core::RegisterSpec& spec = core::specOf(RegisterKind::Endorsements);
    if (!std::ranges::contains(spec.fields[spec.fieldIndex("step").value()].words, given.step))
        return core::fail(ErrorCode::BadInput, std::format("\"{}\" is no step of an endorsement.", given.step));
    const RegisterTable& communities = place.at(RegisterKind::Communities);
    const auto community = rowWhere(communities, {{"code", given.community}});
    if (!community) return core::fail(ErrorCode::UnknownId, std::format("There is no community '{}' in this place.", given.community));
    NewEndorsement pinned = given;
    const core::Geometry* line = &communities.geometry(*community);
    if (given.edition.empty()) {
        pinned.edition = currentEdition(place, given.community, given.givenOn);
    } else {
        const RegisterTable& editions = place.at(RegisterKind::Boundaries);
        const auto row = rowWhere(editions, {{"community", given.community}, {"edition", given.edition}});
        if (!row) return core::fail(ErrorCode::UnknownId, std::format("{} has no boundary edition '{}'.", given.community, given.edition));
        line = &editions.geometry(*row);
    }
    const std::string hash = core::lineHash(*line);
    const std::string name(communities.text("name").at(*community));
    if (hash.empty()) return core::fail(ErrorCode::BadInput, std::format("{} has no line that could be endorsed.", name));
    return RecognitionChange{.edits = {endorsementAdded(pinned, hash)}, .what = std::format("{}: line {} {}", name, pinned.edition, given.step), .why = {}};
}

Result<std::vector<WeighedEndorsement>> weighedEndorsements(const core::PlaceSnapshot& place, std::string_view community, const core::Job& job)
{
    std::vector<WeighedEndorsement> weighed;
    std::optional<Projection> projection;
    for (core::EndorsedLine& line : core::endorsedLines(place, community)) {
        if (job.stopped()) return core::fail(ErrorCode::Cancelled, "Stopped.");
        WeighedEndorsement& one = weighed.emplace_back(WeighedEndorsement{.line = std::move(line)});
        if (one.line.standing == core::EndorsementStanding::LineChanged && one.line.given && one.line.present) {
            const auto gained = difference(*one.line.present, *one.line.given);
            if (!gained) return std::unexpected(gained.error());
            const auto lost = difference(*one.line.given, *one.line.present);
            if (!lost) return std::unexpected(lost.error());
            if (!projection) {
                auto made = Projection::create(place.district.epsg);
                if (!made) return std::unexpected(std::move(made.error()));
                projection.emplace(std::move(*made));
            }
            one.gainedSquareMetres = projection->groundArea(*gained);
            one.lostSquareMetres = projection->groundArea(*lost);
        }
        one.sentence = sentenceOf(one);
    }
    return weighed;
}

} // namespace hereabouts::gis
