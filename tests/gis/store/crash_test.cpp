// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hereabouts {

using core::ErrorCode;
using core::RegisterKind;
using gis::PlaceFile;
using test::batchFor;
using test::mustImport;
using test::mustRead;
using test::newPlace;
using test::openPlace;

namespace {

constexpr int kRowsPerImport = 150;

/// Imports, undoes and redoes until it is killed, and says a change's number once the store has said that it is done.
[[noreturn]] void workUntilKilled(const std::filesystem::path& path, int acknowledge, int first)
{
    auto place = PlaceFile::open(path);
    for (int i = first; place; ++i) {
        const auto done = i % 7 == 5 ? place->undo() : i % 7 == 6 ? place->redo() : place->commitImport(batchFor(RegisterKind::Wards, kRowsPerImport, i * kRowsPerImport));
        if (!done) break;
        const std::int64_t number = done->number;
        if (write(acknowledge, &number, sizeof number) != sizeof number) break;
    }
    _exit(1);
}

/// Lets a child work for some milliseconds, kills it, and gives the highest change number it was told of.
std::int64_t killAfter(const std::filesystem::path& path, std::chrono::milliseconds time, int first)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) workUntilKilled(path, ends[1], first);
    close(ends[1]);
    usleep(static_cast<useconds_t>(time.count() * 1000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    std::int64_t number = 0, highest = 0;
    while (read(ends[0], &number, sizeof number) == sizeof number) highest = std::max(highest, number);
    close(ends[0]);
    return highest;
}

} // namespace

TEST_CASE("a kill at any moment loses nothing that was said to be done, and leaves nothing half done", "[store][crash]")
{
    const test::TemporaryFolder folder;
    const auto path = folder / "coast.place";
    newPlace(path);
    std::mt19937 random(4);
    std::size_t killsInTheMiddle = 0;
    for (int kills = 0; kills < 30; ++kills) {
        const std::int64_t told = killAfter(path, std::chrono::milliseconds(3 + random() % 110), 1000 * kills);
        PlaceFile place = openPlace(path);
        const auto history = place.history().value();
        INFO("kill " << kills << ", told of change " << told << ", the history has " << history.size());
        CHECK(static_cast<std::int64_t>(history.size()) >= told);
        if (static_cast<std::int64_t>(history.size()) > told) ++killsInTheMiddle;
        const auto standing = static_cast<std::size_t>(std::ranges::count(history, false, &gis::HistoryRow::undone));
        CHECK(mustRead(place)->at(RegisterKind::Wards).size() == standing * kRowsPerImport);
        const std::vector<core::Finding> faults = place.checkDatabase().value();
        for (const core::Finding& fault : faults) FAIL_CHECK(fault.message);
        while (place.undo()) { }
        CHECK(mustRead(place)->at(RegisterKind::Wards).size() == 0);
        while (place.redo()) { }
        CHECK(mustRead(place)->at(RegisterKind::Wards).size() >= standing * kRowsPerImport);
        while (place.undo()) { }
    }
}

TEST_CASE("a full disk is told in words, nothing is lost, and the place works when there is room again", "[store][crash]")
{
    const test::TemporaryFolder folder;
    const auto path = folder / "coast.place";
    {
        PlaceFile place = newPlace(path);
        mustImport(place, batchFor(RegisterKind::Wards, 10));
    }
    // A limit on the size of files stands for the disk: it fails the same way, and needs no disk of our own.
    const auto limit = static_cast<rlim_t>(std::filesystem::file_size(path) + 64 * 1024);
    const pid_t child = fork();
    if (child == 0) {
        const rlimit small{limit, RLIM_INFINITY};
        auto place = PlaceFile::open(path);
        if (!place || setrlimit(RLIMIT_FSIZE, &small) != 0) _exit(1);
        const auto refused = place->commitImport(batchFor(RegisterKind::Wards, 5000, 100));
        if (refused || refused.error().code != ErrorCode::NoSpace) _exit(2);
        const rlimit large{RLIM_INFINITY, RLIM_INFINITY};
        if (setrlimit(RLIMIT_FSIZE, &large) != 0) _exit(3);
        _exit(place->commitImport(batchFor(RegisterKind::Wards, 5000, 100)) ? 0 : 4);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    PlaceFile place = openPlace(path);
    CHECK(mustRead(place)->at(RegisterKind::Wards).size() == 5010);
    CHECK(place.checkDatabase().value().empty());
}

} // namespace hereabouts
