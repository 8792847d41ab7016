// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about a point or a name: at, search.
#include "app/cli/commands.h"

#include "core/joined/place_search.h"
#include "core/joined/whats_here.h"
#include "core/joined/written.h"
#include "gis/crs/projection.h"
#include "gis/text/fold.h"
#include "gis/write/export.h"

#include <cmath>
#include <format>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

struct AtWords {
    std::string place;
    double lon = 0;
    double lat = 0;
    double near = core::kNearMetres;
};

template <typename T>
ordered_json orNull(const std::optional<T>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

/// People from small areas, by centroid and across methods.
void addCounted(ordered_json& document, const std::optional<core::PeopleCount>& counted)
{
    if (counted) document.update({{"people", counted->people}, {"people_least", counted->least}, {"people_most", counted->most}, {"method", "centroid"}});
}

std::string countedText(const std::optional<core::PeopleCount>& counted)
{
    if (!counted) return "";
    if (counted->least == counted->most) return std::format("{}, by every method", howMany(counted->people, "person", "people"));
    return std::format("{} (centroid); {}–{} across methods", howMany(counted->people, "person", "people"), core::writtenCount(counted->least), core::writtenCount(counted->most));
}

ordered_json hereDocument(const core::WhatsHere& here, const AtWords& words)
{
    ordered_json document{{"lon", words.lon}, {"lat", words.lat}, {"x", here.home.x}, {"y", here.home.y}, {"outside", here.outside()}};
    auto& areas = document["areas"] = ordered_json::array();
    for (const auto& a : here.areas) {
        areas.push_back({{"kind", core::specOf(a.kind).name}, {"code", a.code}, {"name", a.name}, {"edition", a.edition}, {"population", orNull(a.people)}});
        addCounted(areas.back(), a.counted);
    }
    auto& communities = document["communities"] = ordered_json::array();
    for (const auto& c : here.communities) {
        communities.push_back({{"code", c.code}, {"name", c.name}, {"kind", c.kind}, {"status", c.status}, {"members", orNull(c.members)}});
        addCounted(communities.back(), c.counted);
    }
    document["people_method"] = here.peopleMethod;
    auto& overlaps = document["overlaps"] = ordered_json::array();
    for (const auto& o : here.overlaps) {
        overlaps.push_back({{"first", o.first}, {"second", o.second}, {"agreement", gis::agreementWord(o.agreement)}, {"m2", o.squareMetres}, {"note", o.note}});
    }
    auto& priorities = document["priorities"] = ordered_json::array();
    for (const auto& p : here.priorities) {
        priorities.push_back({{"code", p.code}, {"plan", p.plan}, {"plan_status", p.planStatus}, {"community", p.community}, {"rank", p.rank}, {"theme", p.theme},
            {"statement", p.statement}, {"progress", p.progress}, {"supporters", orNull(p.supporters)}, {"metres", orNull(p.metres)}});
    }
    auto& proposals = document["proposals"] = ordered_json::array();
    for (const auto& p : here.proposals) {
        proposals.push_back({{"code", p.code}, {"title", p.title}, {"stage", p.stage}, {"result", p.result}, {"cost", p.cost ? ordered_json(p.cost->major()) : ordered_json(nullptr)},
            {"votes", p.votes}, {"metres", p.metres}});
    }
    auto& anchors = document["anchors"] = ordered_json::array();
    for (const auto& a : here.anchors) {
        anchors.push_back({{"code", a.code}, {"name", a.name}, {"site", a.site}, {"commitment", a.commitment},
            {"target_percent", a.targetPercent ? ordered_json(*a.targetPercent) : ordered_json(nullptr)},
            {"commitment_due", a.due ? ordered_json(core::writtenDate(*a.due)) : ordered_json(nullptr)}, {"metres", a.metres}});
    }
    document["money"] = nullptr;
    if (here.money) {
        document["money"] = {{"area", here.money->area}, {"total", here.money->total.major()}, {"payments", here.money->payments}, {"per_head", orNull(here.money->perHead)}};
    }
    return document;
}

void printSection(const Console& console, std::string_view title, const Columns& rows, bool empty, std::string_view none)
{
    console.line();
    console.line(title);
    if (empty) console.line(std::format("  {}", none));
    else rows.print(console);
}

void printHere(const Console& console, const core::WhatsHere& here, const AtWords& words, std::string_view currency)
{
    Columns areas({"", "", "", ""});
    for (const auto& a : here.areas) areas.add({"  " + (a.name.empty() ? a.code : a.name), a.edition, a.people ? howMany(*a.people, "person", "people") + " recorded" : "", countedText(a.counted)});
    console.line(here.outside() ? "This point is outside the district." : "Here");
    areas.print(console);

    Columns communities({"", "", "", ""});
    for (const auto& c : here.communities) communities.add({"  " + c.name, c.status, c.members ? howMany(*c.members, "member", "members") : "", countedText(c.counted)});
    for (const auto& o : here.overlaps) communities.add({std::format("  {} and {} share ground here", o.first, o.second), std::string(gis::agreementWord(o.agreement)), o.note, ""});
    printSection(console, "Communities", communities, here.communities.empty(), "No community calls this point its own.");

    Columns priorities({"", "", "", ""});
    for (const auto& p : here.priorities) priorities.add({std::format("  {}. {}", p.rank, p.statement), p.theme, p.progress, p.community});
    printSection(console, "What is asked for", priorities, here.priorities.empty(), "Nothing, in any current plan.");

    Columns proposals({"", "", "", ""});
    for (const auto& p : here.proposals) {
        proposals.add({"  " + p.title, p.result.empty() ? p.stage : p.result, p.cost ? core::writtenMoney(*p.cost, currency) : "–", metresText(p.metres)});
    }
    printSection(console, std::format("Proposals within {}", metresText(words.near)), proposals, here.proposals.empty(), "None.");

    Columns anchors({"", "", ""});
    for (const auto& a : here.anchors) anchors.add({"  " + a.name, a.site, metresText(a.metres)});
    printSection(console, std::format("Anchors within {}", metresText(words.near)), anchors, here.anchors.empty(), "None.");

    if (!here.money) return;
    console.line();
    const std::string head = here.money->perHead ? std::format(", {} a head", core::writtenMoney(core::Money::fromMinor(std::llround(*here.money->perHead) * 100), currency)) : "";
    console.line(std::format("Anchor money landing in {}: {}{}, in {}.", plain(here.money->area), core::writtenMoney(here.money->total, currency), head,
        howMany(here.money->payments, "payment", "payments")));
}

int at(const AtWords& words, Console& console)
{
    if (!(words.lat >= -90 && words.lat <= 90) || !(words.lon >= -360 && words.lon <= 360)) {
        console.note(std::format("{}, {} is no longitude and latitude: longitude comes first, then a latitude between -90 and 90.", words.lon, words.lat));
        return kWrongUsage;
    }
    const auto place = openPlace(words.place, console);
    if (!place) return console.refuse(place.error());
    const auto projection = gis::Projection::create(place->snapshot->district.epsg);
    if (!projection) return console.refuse(projection.error());
    const core::Point home = projection->fromLonLat({.lon = words.lon, .lat = words.lat});
    if (!std::isfinite(home.x) || !std::isfinite(home.y)) {
        return console.refuse({core::ErrorCode::BadInput, std::format("{}, {} is too far from {} to be on its map.", words.lon, words.lat, place->snapshot->district.name)});
    }
    const core::WhatsHere here = core::whatsHere(*place->snapshot, home, words.near);
    printHere(console, here, words, place->snapshot->district.currency);
    console.document(hereDocument(here, words));
    return kDone;
}

int search(const std::string& path, const std::string& text, std::size_t limit, Console& console)
{
    const auto place = openPlace(path, console);
    if (!place) return console.refuse(place.error());
    const auto projection = gis::Projection::create(place->snapshot->district.epsg);
    if (!projection) return console.refuse(projection.error());
    const auto found = core::PlaceSearch::build(*place->snapshot, gis::fold).find(text, limit);
    Columns table({"", "", ""});
    ordered_json results = ordered_json::array();
    for (const core::SearchTarget& target : found) {
        const bool placed = !target.where.empty();
        const core::LonLat position = placed ? projection->toLonLat(target.centre) : core::LonLat{};
        table.add({target.title, target.detail, placed ? std::format("{:.5f} {:.5f}", position.lon, position.lat) : "not on the map"});
        ordered_json result{{"kind", core::specOf(target.kind).name}, {"title", target.title}, {"detail", target.detail}, {"lon", nullptr}, {"lat", nullptr}};
        if (placed) {
            result["lon"] = position.lon;
            result["lat"] = position.lat;
        }
        results.push_back(std::move(result));
    }
    if (found.empty()) console.line(std::format("Nothing here is called \"{}\".", plain(text)));
    table.print(console);
    console.document({{"query", text}, {"results", std::move(results)}});
    return kDone;
}

} // namespace

void addAt(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command = subcommand(app, "at", "Everything that is known of one point", "  hereabouts at rata.place 171.501 -38.802\n  hereabouts at rata.place 171.501 -38.802 --near 300 --json");
    const auto words = std::make_shared<AtWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("LON", words->lon, "Longitude in degrees, east positive")->required();
    command->add_option("LAT", words->lat, "Latitude in degrees, north positive")->required();
    command->add_option("--near", words->near, "What near means for proposals and anchors, in metres")->capture_default_str()->check(CLI::NonNegativeNumber);
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return at(*words, console); }; });
}

void addSearch(CLI::App& app, Chosen& chosen)
{
    struct Words {
        std::string place;
        std::vector<std::string> text;
        std::size_t limit = 10;
    };
    CLI::App* const command = subcommand(app, "search", "Find communities, roads, places, anchors and proposals by name", "  hereabouts search rata.place whaf\n  hereabouts search rata.place lights on the track");
    const auto words = std::make_shared<Words>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("TEXT", words->text, "What to look for; accents, case and a slip of the finger do not matter")->required();
    command->add_option("--limit", words->limit, "At most so many results")->capture_default_str();
    command->callback([words, &chosen] {
        chosen.action = [words](Console& console) {
            std::string text;
            for (const std::string& word : words->text) text += (text.empty() ? "" : " ") + word;
            return search(words->place, text, words->limit, console);
        };
    });
}

} // namespace hereabouts::app
