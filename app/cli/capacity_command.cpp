// SPDX-License-Identifier: GPL-3.0-or-later
// Money for communities' own work: what went to whom, what rounds have left, what is not accounted for: capacity.
#include "app/cli/commands.h"
#include "core/base/date.h"
#include "core/capacity/capacity_report.h"
#include "core/joined/written.h"

#include <chrono>
#include <cmath>
#include <format>

namespace hereabouts::app {

using nlohmann::ordered_json;

namespace {

struct CapacityWords {
    std::string place;
    std::string year;
    std::string on;
};

ordered_json centsOrNull(std::optional<double> major) { return major ? ordered_json(std::round(*major * 100) / 100) : ordered_json(nullptr); }

template <typename T> ordered_json orNull(const std::optional<T>& value) { return value ? ordered_json(*value) : ordered_json(nullptr); }

ordered_json documentOf(const core::CapacityReport& report, std::int64_t today)
{
    ordered_json groups = ordered_json::array();
    for (const core::GroupMoney& group : report.groups) {
        groups.push_back({{"code", group.code}, {"name", group.name}, {"status", group.status}, {"people", orNull(group.people)},
            {"members", orNull(group.members)}, {"awarded", group.awarded.major()}, {"paid", group.paid.major()}, {"acquitted", group.acquitted.major()},
            {"per_head", centsOrNull(group.perHead())}, {"per_member", centsOrNull(group.perMember())}});
    }
    ordered_json rounds = ordered_json::array();
    for (const core::RoundBalance& round : report.rounds) {
        rounds.push_back({{"code", round.code}, {"title", round.title}, {"stream", round.stream}, {"year", round.year}, {"budget", round.budget.major()},
            {"awarded", round.awarded.major()}, {"left", round.left().major()}, {"asked", round.asked.major()},
            {"left_if_all_granted", round.leftIfAllGranted().major()}});
    }
    ordered_json overdue = ordered_json::array();
    for (const core::OverdueAccount& account : report.overdue) {
        overdue.push_back({{"grant", account.grant}, {"community", account.community}, {"paid", account.paid.major()}, {"due", core::writtenDate(account.due)},
            {"days_late", account.daysLate}, {"sentence", account.sentence}});
    }
    return {{"year", report.year.empty() ? ordered_json(nullptr) : ordered_json(report.year)}, {"years", report.years}, {"on", core::writtenDate(today)},
        {"sentence", report.sentence}, {"awarded", report.awarded.major()}, {"paid", report.paid.major()}, {"people", orNull(report.people)},
        {"people_without_group", orNull(report.withoutGroup)}, {"per_head", centsOrNull(report.perHead())}, {"per_group", centsOrNull(report.perGroup())},
        {"groups", std::move(groups)}, {"rounds", std::move(rounds)}, {"overdue", std::move(overdue)}, {"method", report.method}};
}

std::string perText(std::optional<double> major, std::string_view currency)
{
    return major ? core::writtenMoney(core::Money::fromMinor(std::llround(*major * 100)), currency) : std::string("–");
}

void print(const Console& console, const core::CapacityReport& report, std::string_view currency)
{
    console.line(report.sentence + "\n");
    Columns groups({"Community", "State", "Awarded", "A head", "A member"});
    for (const core::GroupMoney& group : report.groups) {
        groups.add(
            {group.name, group.status, core::writtenMoney(group.awarded, currency), perText(group.perHead(), currency), perText(group.perMember(), currency)});
    }
    groups.print(console);
    if (!report.rounds.empty()) console.line("");
    for (const core::RoundBalance& round : report.rounds) console.line(plain(round.sentence(currency)));
    if (!report.overdue.empty()) console.line("");
    for (const core::OverdueAccount& account : report.overdue) console.line(plain(account.sentence));
    if (!report.method.empty()) console.line("\n" + report.method);
}

int capacity(const CapacityWords& words, Console& console)
{
    std::int64_t today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    if (!words.on.empty()) {
        const auto day = core::Date::fromIso(words.on);
        if (!day) return console.refuse({.code = core::ErrorCode::BadInput, .message = std::format("\"{}\" is no day for --on: write 2026-06-30.", words.on)});
        today = day->days();
    }
    const auto opened = openPlace(words.place, console);
    if (!opened) return console.refuse(opened.error());
    const auto held = core::heldPeople(*opened->snapshot);
    const auto report = core::capacityReport(*opened->snapshot, held ? &*held : nullptr, words.year, today);
    if (!report) return console.refuse(report.error());
    print(console, *report, opened->snapshot->district.currency);
    console.document(documentOf(*report, today));
    return kDone;
}

} // namespace

void addCapacity(CLI::App& app, Chosen& chosen)
{
    CLI::App* const command
        = subcommand(app, "capacity", "Money for communities' own work: per head and per group, what rounds have left, what is not accounted for",
            "  hereabouts capacity rata.place\n"
            "  hereabouts capacity rata.place --year 2024/25 --json");
    const auto words = std::make_shared<CapacityWords>();
    command->add_option("PLACE", words->place, "Place file")->required();
    command->add_option("--year", words->year, "Funding year as rounds write it, or all; without it the newest with an award");
    command->add_option("--on", words->on, "Day for which accounts are overdue or not, 2026-06-30; today without it");
    command->callback([words, &chosen] { chosen.action = [words](Console& console) { return capacity(*words, console); }; });
}

} // namespace hereabouts::app
