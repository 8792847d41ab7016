// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and counting real rounds, against our own plain count in fractions throughout, whose winners must be the same.
#include "bench/report.h"
#include "core/budget/count.h"
#include "core/budget/detail/equal_shares.h"
#include "core/budget/detail/phragmen.h"
#include "core/budget/pabulib.h"
#include "tests/core/budget/plain_count.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace hereabouts;
using core::Completion;
using core::Rule;
using core::Utility;

namespace {

constexpr int kRuns = 9;

struct Case {
    const char* file;
    const char* name;
    double sharesTarget; ///< ms; 0 for none.
    bool isPlainQuick; ///< A plain count takes seconds, not minutes.
};

bool isSame(const std::string& what, const std::vector<std::uint32_t>& ours, const std::vector<std::uint32_t>& plain)
{
    if (ours != plain) std::fprintf(stderr, "%s: the winners differ from those of the plain count.\n", what.c_str());
    return ours == plain;
}

/// Times one rule on an election made ready once, as when a slider moves; returns whether its winners are the plain count's.
template <typename Run>
bool measure(const std::string& what, const core::Election& election, const core::CountRule& rule, bool withPlain, double target, Run run)
{
    const double ours = bench::quickest<bench::CoreClock>(kRuns, run) * 1e3;
    bench::Line line{.what = what, .unit = "ms", .ours = ours, .baselineName = {}, .baseline = 0, .target = target};
    bool same = true;
    if (withPlain) {
        const bench::CoreClock clock;
        const auto plain = test::countPlainly(election, rule);
        line.baseline = clock.seconds() * 1e3;
        line.baselineName = "plain fractions";
        same = isSame(what, core::countRound(election, rule)->winners, plain);
    }
    bench::print(line);
    return same;
}

bool measureCase(const std::filesystem::path& folder, const Case& each)
{
    std::ifstream stream(folder / each.file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto file = core::readPabulib(text);
    if (!file) {
        std::fprintf(stderr, "%s: %s\n", each.file, file.error().message.c_str());
        return false;
    }
    const core::Election& election = file->election;
    const std::string size = std::to_string(election.voters()) + " x " + std::to_string(election.projects());
    const double reading = bench::quickest<bench::CoreClock>(kRuns, [&] { (void)core::readPabulib(text); }) * 1e3;
    // The target is half a gigabyte a second.
    bench::print({.what = std::string(each.name) + ": read and checked, " + size,
        .unit = "ms",
        .ours = reading,
        .baselineName = {},
        .baseline = 0,
        .target = static_cast<double>(text.size()) / 0.5e9 * 1e3});

    const auto ranks = core::tieRanks(election, {});
    bool same = true;
    for (const Utility utility : {Utility::Cost, Utility::Cardinality}) {
        const core::Supports supports = core::supportsOf(election, utility);
        core::detail::EqualShares shares(election, utility, supports, ranks);
        const std::string what = std::string(each.name) + ": equal shares, " + std::string(core::nameOf(utility));
        same &= measure(what, election, {.rule = Rule::EqualShares, .utility = utility}, each.isPlainQuick, utility == Utility::Cost ? each.sharesTarget : 0,
            [&] { shares.run(election.budget); });
    }
    const core::Supports supports = core::supportsOf(election, Utility::Cost);
    core::detail::Phragmen phragmen(election, supports, ranks);
    same &= measure(std::string(each.name) + ": Phragmen", election, {.rule = Rule::Phragmen}, each.isPlainQuick, 0, [&] { phragmen.run(); });
    return same;
}

bool measureAdd1(const std::filesystem::path& folder, const char* name, const char* title, Completion completion, bool withPlain, double target)
{
    std::ifstream stream(folder / name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto file = core::readPabulib(text);
    if (!file) return false;
    const core::CountRule rule{.rule = Rule::EqualShares, .utility = Utility::Cost, .completion = completion};
    core::Count count;
    const double ours = bench::quickest<bench::CoreClock>(3, [&] { count = *core::countRound(file->election, rule); }) * 1e3;
    bench::Line line{.what = std::string(title) + ": add1, " + std::to_string(count.steps) + " steps, " + std::to_string(count.counted) + " counted",
        .unit = "ms",
        .ours = ours,
        .baselineName = {},
        .baseline = 0,
        .target = target};
    bool same = true;
    if (withPlain) {
        const bench::CoreClock clock;
        const auto plain = test::countPlainly(file->election, rule);
        line.baseline = clock.seconds() * 1e3;
        line.baselineName = "plain fractions";
        same = isSame(title, count.winners, plain);
    }
    bench::print(line);
    return same;
}

} // namespace

int main()
{
    const std::filesystem::path budgeting = std::filesystem::path(HEREABOUTS_REAL_DATA) / "budgeting";
    if (!std::filesystem::exists(budgeting)) {
        std::fprintf(stderr, "skipped: no real data\n");
        return 0;
    }
    bool same = true;
    const auto files = budgeting / "files";
    same &= measureCase(files, {.file = "Poland_Lodz_2022.pb", .name = "Lodz 2022", .sharesTarget = 1.2, .isPlainQuick = true});
    same &= measureCase(files, {.file = "Poland_Warszawa_2026.pb", .name = "Warsaw 2026 city", .sharesTarget = 0, .isPlainQuick = true});
    same &= measureCase(
        budgeting / "derived", {.file = "Poland_Warszawa_2026_joined.pb", .name = "Warsaw 2026 joined", .sharesTarget = 8, .isPlainQuick = false});
    same &= measureAdd1(files, "Poland_Wieliczka_2023_Green_Budget.pb", "Wieliczka 2023", Completion::Add1, true, 0);
    same &= measureAdd1(files, "Poland_Warszawa_2026.pb", "Warsaw 2026 city", Completion::Add1, false, 250);
    same &= measureAdd1(files, "Hungary_Budapest_2025_VIII_Jozsefvaros.pb", "Budapest VIII 2025", Completion::Add1, false, 0);
    return same ? 0 : 1;
}
