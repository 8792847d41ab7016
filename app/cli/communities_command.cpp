// SPDX-License-Identifier: GPL-3.0-or-later
// The register of communities, and what it answers: communities.
#include "app/cli/commands.h"
#include "app/cli/communities_report.h"
#include "gis/consult/consultation_table.h"
#include "gis/crs/projection.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <format>
#include <optional>

namespace hereabouts::app {

using core::ErrorCode;
using core::Result;
using nlohmann::ordered_json;

namespace {

struct CommunitiesWords {
    std::string place;
    bool coverage = false;
    bool overlaps = false;
    std::string policy;
    std::string status;
    std::string by;
    std::string at;
    gis::WorksRequest works;
    double within = 0;
    std::string output;
    std::string listedBy;
    bool noLog = false;

    [[nodiscard]] bool asksNothing() const { return !coverage && !overlaps && policy.empty() && by.empty() && at.empty() && works.source.empty(); }
};

constexpr std::string_view kOwnPolicy = "own"; ///< --policy without a word: the one of the place's rules.

/// A place being asked; what several questions need is worked out once.
struct Asking {
    const CommunitiesWords& words;
    OpenedPlace place;
    core::CountedStates counted;
    Result<core::HeldPeople> held; ///< An error where nobody can be counted: coverage needs people, a list goes without.
    std::vector<core::SharedGroundRow> schedule;
    std::vector<core::OutsideShare> outside;
    ordered_json document;
    int code = kDone;

    [[nodiscard]] const core::PlaceSnapshot& snapshot() const { return *place.snapshot; }
};

std::optional<core::Point> twoNumbers(std::string_view text)
{
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    core::Point point;
    const auto read = [](std::string_view part, double& into) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), into);
        return error == std::errc{} && end == part.data() + part.size() && std::isfinite(into);
    };
    if (!read(text.substr(0, comma), point.x) || !read(text.substr(comma + 1), point.y)) return std::nullopt;
    return point;
}

/// Degrees where the numbers can be degrees, else metres of the home CRS: a place in metres is nowhere near its false origin.
Result<core::Point> spotOf(const core::PlaceSnapshot& place, core::Point said)
{
    if (std::abs(said.x) > 360 || std::abs(said.y) > 90) return said;
    const auto projection = gis::Projection::create(place.district.epsg);
    if (!projection) return std::unexpected(projection.error());
    const core::Point home = projection->fromLonLat({.lon = said.x, .lat = said.y});
    if (std::isfinite(home.x) && std::isfinite(home.y)) return home;
    return core::fail(ErrorCode::BadInput, std::format("{}, {} is too far from {} to be on its map.", said.x, said.y, place.district.name));
}

Result<void> list(Asking& asking, Console& console)
{
    const core::RegisterTable& table = asking.snapshot().at(core::RegisterKind::Communities);
    CommunityList communities{
        .place = asking.snapshot(), .rows = {}, .held = asking.held ? &*asking.held : nullptr, .overlaps = asking.schedule, .outside = asking.outside};
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (asking.words.status.empty() || asking.counted.counts(table.text("status").at(row))) communities.rows.push_back(row);
    }
    if (!console.json)
        printList(console, communities);
    else
        asking.document["communities"] = documentOf(communities);
    return {};
}

Result<void> tellCoverage(Asking& asking, Console& console)
{
    if (!asking.held) return std::unexpected(asking.held.error());
    std::optional<core::AreaSet> by;
    if (!asking.words.by.empty()) {
        auto set = core::areaSetNamed(asking.snapshot(), asking.words.by);
        if (!set) return std::unexpected(std::move(set.error()));
        by = std::move(*set);
    }
    const auto report = core::coverageReport(asking.snapshot(), *asking.held, asking.counted, by);
    if (!report) return std::unexpected(report.error());
    printCoverage(console, *report, asking.outside);
    asking.document["coverage"] = documentOf(*report, asking.outside);
    return {};
}

Result<void> tellPolicy(Asking& asking, Console& console)
{
    const auto named = core::overlapPolicyNamed(asking.words.policy);
    const auto rules = core::overlapRulesOf(asking.snapshot(), named);
    if (!rules) return std::unexpected(rules.error());
    const core::PolicyReport report = core::holdAgainst(*rules, asking.schedule);
    printPolicy(console, report, asking.schedule);
    asking.document["policy"] = documentOf(report, asking.schedule);
    return {};
}

Result<void> tellSpot(Asking& asking, Console& console)
{
    const auto spot = spotOf(asking.snapshot(), *twoNumbers(asking.words.at));
    if (!spot) return std::unexpected(spot.error());
    const core::CommunitiesHere here = core::communitiesHere(asking.snapshot(), *spot);
    printHere(console, here);
    asking.document["here"] = documentOf(here);
    return {};
}

Result<void> consult(Asking& asking, Console& console)
{
    const CommunitiesWords& words = asking.words;
    const auto works = gis::readWorks(asking.snapshot(), words.works, console.job());
    if (!works) return std::unexpected(works.error());
    const auto found = gis::consultOn(asking.snapshot(), *works, words.within, console.job());
    console.clearBar();
    if (!found) return std::unexpected(found.error());
    const std::int64_t today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    if (!words.output.empty()) {
        if (auto written = gis::writeCsv(gis::consultationTable(*found, today), words.output, false); !written) return written;
    }
    std::optional<std::int64_t> logged;
    if (!words.noLog) {
        auto entry = gis::logEntry(*works, *found, today, words.listedBy);
        if (!entry) return std::unexpected(std::move(entry.error()));
        const auto kept = asking.place.file.apply({std::move(*entry)},
            std::format("Listed {} to consult on {}", howMany(static_cast<std::int64_t>(found->communities.size()), "community", "communities"), works->title));
        if (!kept) return std::unexpected(kept.error());
        logged = kept->number;
    }
    printConsultation(console, *works, *found, logged);
    if (!words.output.empty()) console.line(std::format("Written to {}.", words.output));
    asking.document["consultation"] = documentOf(*works, *found, logged);
    if (works->rejected() > 0) asking.code = kDoneWithRejects;
    return {};
}

Result<void> answer(Asking& asking, Console& console)
{
    const CommunitiesWords& words = asking.words;
    bool first = true;
    const auto part = [&](bool asked, Result<void> (*tell)(Asking&, Console&)) -> Result<void> {
        if (!asked) return {};
        if (!std::exchange(first, false)) console.line();
        return tell(asking, console);
    };
    if (auto told = part(words.asksNothing(), list); !told) return told;
    if (auto told = part(words.coverage || !words.by.empty(), tellCoverage); !told) return told;
    const auto overlaps = [](Asking& all, Console& to) -> Result<void> {
        printOverlaps(to, all.schedule);
        if (all.held && !all.schedule.empty()) to.line("\n" + plain(all.held->method()));
        all.document["overlaps"] = documentOf(all.schedule);
        return {};
    };
    if (auto told = part(words.overlaps, overlaps); !told) return told;
    if (auto told = part(!words.policy.empty(), tellPolicy); !told) return told;
    if (auto told = part(!words.at.empty(), tellSpot); !told) return told;
    return part(!words.works.source.empty(), consult);
}

int communities(const CommunitiesWords& words, Console& console)
{
    core::CountedStates counted;
    if (!words.status.empty()) {
        auto named = core::countedStatesFrom(words.status);
        if (!named) {
            console.note(plain(named.error().message));
            return kWrongUsage;
        }
        counted = std::move(*named);
    }
    if (!words.at.empty() && !twoNumbers(words.at)) {
        console.note(std::format("\"{}\" is no position: write longitude and latitude, or metres of the home CRS, as in 171.501,-38.802.", plain(words.at)));
        return kWrongUsage;
    }
    auto place = openPlace(words.place, console);
    if (!place) return console.refuse(place.error());
    Asking asking{.words = words,
        .place = std::move(*place),
        .counted = std::move(counted),
        .held = {},
        .schedule = {},
        .outside = {},
        .document = ordered_json::object()};
    asking.held = core::heldPeople(asking.snapshot());
    asking.schedule = core::overlapSchedule(asking.snapshot(), asking.held ? &*asking.held : nullptr);
    if (words.asksNothing() || words.coverage || !words.by.empty()) asking.outside = core::sharesOutsideDistrict(asking.snapshot());
    if (const auto answered = answer(asking, console); !answered) return console.refuse(answered.error());
    if (asking.held && !asking.document.contains("coverage")) asking.document["people_method"] = asking.held->method();
    console.document(asking.document);
    return asking.code;
}

} // namespace

void addCommunities(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "communities", "The register of communities: who is covered, what is shared, who is here, whom to consult",
        "  hereabouts communities rata.place\n"
        "  hereabouts communities rata.place --coverage --by boards --status recognised,provisional,applicant\n"
        "  hereabouts communities rata.place --overlaps --policy none\n"
        "  hereabouts communities rata.place --at 171.501,-38.802\n"
        "  hereabouts communities rata.place --consult drain.gpkg --within 200 -o letters.csv");
    const auto words = std::make_shared<CommunitiesWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_flag("--coverage", words->coverage, "People in one community, in several, in none; by deprivation");
    command->add_option("--by", words->by, "Coverage by areas too: an edition (\"wards 2028\"), boards, wards or small-areas");
    command->add_option("--status", words->status, "States of recognition that count, parted by commas; all; without it recognised,provisional,unrecorded");
    command->add_flag("--overlaps", words->overlaps, "Ground that two communities share, and what was said of it");
    command->add_option("--policy", words->policy, "Hold shared ground against agreed, none or free; without a word against the place's own rule")
        ->expected(0, 1)
        ->default_str(std::string(kOwnPolicy))
        ->check(CLI::IsMember(std::vector<std::string>{"agreed", "none", "free", std::string(kOwnPolicy)}));
    command->add_option("--at", words->at, "Which communities a spot is in: LON,LAT or metres of the home CRS");
    CLI::Option* const works = command->add_option("--consult", words->works.source, "Whom to consult on the works that a file of shapes holds");
    command->add_option("--within", words->within, "Consult within so many metres too")->needs(works)->check(CLI::NonNegativeNumber);
    command->add_option("-o,--output", words->output, "Write whom to consult to a CSV file")->needs(works);
    command->add_option("--title", words->works.title, "What the works are called; without it the file's name")->needs(works);
    command->add_option("--layer", words->works.layer, "Layer of the file")->needs(works);
    command->add_option("--crs", words->works.crs, "Coordinate system of a file that names none, as EPSG:4326")->needs(works);
    command->add_option("--listed-by", words->listedBy, "Who asked, for the log")->needs(works);
    command->add_flag("--no-log", words->noLog, "Keep nothing in the consultation log")->needs(works);
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return communities(*words, console); }; });
}

} // namespace hereabouts::app
