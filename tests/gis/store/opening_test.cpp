// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/commitment.h"
#include "gis/store/detail/admission.h"
#include "tests/gis/store/outside_hand.h"
#include "tests/gis/store/sample_place.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
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
using test::OutsideHand;

namespace {

void write(const std::filesystem::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

core::Error refusalOf(const std::filesystem::path& path)
{
    const auto place = PlaceFile::open(path);
    REQUIRE_FALSE(place.has_value());
    INFO(place.error().message);
    CHECK(place.error().message.ends_with('.'));
    CHECK(place.error().message.contains(path.filename().string()));
    return place.error();
}

/// Makes a place that carries one statement more in its schema, as only somebody who means harm would.
std::filesystem::path placeWith(const test::TemporaryFolder& folder, const std::string& type, const std::string& sql)
{
    const auto path = folder / "mailed.place";
    std::filesystem::remove(path);
    newPlace(path);
    OutsideHand hand(path);
    hand.run("PRAGMA writable_schema = ON");
    hand.run(std::format("INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('{}', 'odd', '{}', 0, '{}')", type, type == "trigger" ? "wards" : "odd", sql));
    return path;
}

} // namespace

TEST_CASE("what is not a place is refused in words that name it", "[store][opening]")
{
    const test::TemporaryFolder folder;
    CHECK(refusalOf(folder / "missing.place").code == ErrorCode::NotFound);
    CHECK(refusalOf(folder.path()).code == ErrorCode::Unreadable);
    write(folder / "empty.place", "");
    CHECK(refusalOf(folder / "empty.place").code == ErrorCode::Unreadable);
    write(folder / "text.place", std::string(5000, 'x'));
    CHECK(refusalOf(folder / "text.place").code == ErrorCode::Unreadable);
    OutsideHand(folder / "other.sqlite").run("CREATE TABLE t (a)");
    CHECK(refusalOf(folder / "other.sqlite").code == ErrorCode::Unreadable);
    CHECK(std::filesystem::file_size(folder / "empty.place") == 0);
}

TEST_CASE("a place that is cut short is refused or read, never a crash", "[store][opening]")
{
    const test::TemporaryFolder folder;
    {
        PlaceFile place = newPlace(folder / "coast.place");
        mustImport(place, batchFor(RegisterKind::Wards, 50));
    }
    const auto size = std::filesystem::file_size(folder / "coast.place");
    for (std::uintmax_t part = 1; part < 8; ++part) {
        std::filesystem::copy_file(folder / "coast.place", folder / "cut.place", std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(folder / "cut.place", size * part / 8);
        auto place = PlaceFile::open(folder / "cut.place");
        if (!place) {
            CHECK(place.error().code == ErrorCode::Unreadable);
            continue;
        }
        const auto faults = place->checkDatabase();
        CHECK((!faults || !faults->empty()));
    }
}

TEST_CASE("a place of a newer Hereabouts is left alone", "[store][opening]")
{
    const test::TemporaryFolder folder;
    newPlace(folder / "coast.place");
    OutsideHand(folder / "coast.place").run("PRAGMA user_version = 99");
    CHECK(refusalOf(folder / "coast.place").code == ErrorCode::NewerVersion);
    CHECK(OutsideHand(folder / "coast.place").ask("PRAGMA user_version") == "99");
}

TEST_CASE("a place of an older Hereabouts gets the columns and tables that it lacks", "[store][opening]")
{
    const test::TemporaryFolder folder;
    {
        PlaceFile place = newPlace(folder / "coast.place");
        mustImport(place, batchFor(RegisterKind::Anchors, 3));
    }
    {
        OutsideHand hand(folder / "coast.place");
        hand.run("ALTER TABLE anchors DROP COLUMN commitment; DROP TABLE mappings; DROP VIEW payments_in_whole_units; PRAGMA user_version = 0");
    }
    PlaceFile place = openPlace(folder / "coast.place");
    const core::SnapshotPtr snapshot = mustRead(place);
    REQUIRE(snapshot->at(RegisterKind::Anchors).size() == 3);
    CHECK(snapshot->at(RegisterKind::Anchors).text("commitment").at(0).empty());
    CHECK_FALSE(snapshot->at(RegisterKind::Anchors).text("name").at(0).empty());
    CHECK_FALSE(place.rememberedMapping(RegisterKind::Wards, "x").value().has_value());
    CHECK(OutsideHand(folder / "coast.place").ask("SELECT count(*) FROM payments_in_whole_units") == "0");
}

TEST_CASE("an older place's anchors that wrote that they have no commitment have none", "[store][opening]")
{
    const test::TemporaryFolder folder;
    {
        PlaceFile place = newPlace(folder / "coast.place");
        mustImport(place, batchFor(RegisterKind::Anchors, 4));
    }
    OutsideHand(folder / "coast.place")
        .run("ALTER TABLE anchors DROP COLUMN committed; UPDATE anchors SET commitment = 'Local food' WHERE id = 1; UPDATE anchors SET commitment = 'None yet' WHERE id = 2;"
             "UPDATE anchors SET commitment = 'none ' WHERE id = 3; UPDATE anchors SET commitment = NULL, commitment_target_percent = NULL, commitment_due = NULL WHERE id = 4; PRAGMA user_version = 2");
    PlaceFile place = openPlace(folder / "coast.place");
    const core::SnapshotPtr snapshot = mustRead(place);
    const core::RegisterTable& anchors = snapshot->at(RegisterKind::Anchors);
    REQUIRE(anchors.size() == 4);
    CHECK(core::commitmentOf(anchors, 0).has_value());
    CHECK_FALSE(core::commitmentOf(anchors, 1).has_value());
    CHECK_FALSE(core::commitmentOf(anchors, 2).has_value());
    CHECK_FALSE(core::commitmentOf(anchors, 3).has_value());
    CHECK(anchors.text("commitment").at(1) == "None yet");
}

TEST_CASE("a mailed place cannot read our disk through a virtual table, a trigger or a view", "[store][opening][hostile]")
{
    const test::TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> attacks{
        {"table", "CREATE VIRTUAL TABLE odd USING VirtualText(\"/etc/passwd\", UTF-8, 0, COMMA, NONE, \";\")"},
        {"table", "CREATE VIRTUAL TABLE odd USING virtualshape(\"/etc/passwd\", UTF-8, 4326)"},
        {"table", "CREATE/**/virtual TABLE odd USING \"VirtualXL\"(\"/etc/passwd\")"},
        {"table", "create virtual table odd using VirtualGeoJSON(\"/etc/passwd\")"},
        {"view", "CREATE VIEW odd AS SELECT BlobFromFile(name) FROM wards"},
        {"view", "CREATE VIEW odd AS SELECT \"load_extension\"(name) FROM wards"},
        {"trigger", "CREATE TRIGGER odd AFTER INSERT ON wards BEGIN SELECT writefile (NEW.name, 1); END"},
    };
    for (const auto& [type, sql] : attacks) {
        INFO(sql);
        const core::Error error = refusalOf(placeWith(folder, type, sql));
        CHECK(error.code == ErrorCode::Refused);
        CHECK(error.message.contains("'odd'"));
    }
}

TEST_CASE("only calls are taken for calls", "[store][opening][hostile]")
{
    using gis::detail::oddityIn;
    CHECK_FALSE(oddityIn("CREATE VIEW v AS SELECT lower(a), count(*) FROM t WHERE a IN (1, 2) AND (b OR c)"));
    CHECK_FALSE(oddityIn("CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b (x, y) VALUES (NEW.x, 'load_extension(1)'); END -- eval(1)"));
    CHECK_FALSE(oddityIn("CREATE TABLE load_extension (a)"));
    CHECK_FALSE(oddityIn("CREATE VIRTUAL TABLE \"idx_wards_geom\" USING rtree(pkid, xmin, xmax, ymin, ymax)"));
    CHECK(oddityIn("CREATE VIEW v AS SELECT load_extension/**/('x')") == "the function 'load_extension'");
    CHECK(oddityIn("CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT [edit](1); END") == "the function 'edit'");
    CHECK(oddityIn("CREATE VIRTUAL TABLE using USING VirtualText('x')").has_value());
}

TEST_CASE("a place or a folder that may not be written is explained", "[store][opening]")
{
    const test::TemporaryFolder folder;
    newPlace(folder / "coast.place");
    const auto outcomeAsNobody = [&] {
        const pid_t child = fork();
        if (child == 0) {
            if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(77);
            const auto place = PlaceFile::open(folder / "coast.place");
            _exit(place ? 0 : 10 + static_cast<int>(place.error().code));
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WEXITSTATUS(status);
    };
    const int readOnly = 10 + static_cast<int>(ErrorCode::ReadOnly);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    std::filesystem::permissions(folder / "coast.place", std::filesystem::perms(0666));
    const int inReadOnlyFolder = outcomeAsNobody();
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
    std::filesystem::permissions(folder / "coast.place", std::filesystem::perms(0444));
    const int readOnlyFile = outcomeAsNobody();
    if (inReadOnlyFolder == 77) SKIP("skipped: this user cannot become another one");
    CHECK(inReadOnlyFolder == readOnly);
    CHECK(readOnlyFile == readOnly);
}

} // namespace hereabouts
