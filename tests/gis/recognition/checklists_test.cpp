// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/recognition/checklists.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <memory>
#include <set>
#include <unistd.h>

using namespace hereabouts;
namespace fs = std::filesystem;

namespace {

/// A checklist of one criterion, as text.
std::string one(const std::string& criterion) { return std::format(R"({{"name": "mine", "title": "Ours", "criteria": [{}]}})", criterion); }

std::string troubleOf(const std::string& text)
{
    const auto read = gis::checklistFromText(text, "mine.json");
    return read ? std::string() : read.error().message;
}

} // namespace

TEST_CASE("the three checklists that come with the program can be read, and each says where its lines come from", "[recognition]")
{
    CHECK(gis::shippedChecklists() == std::vector<std::string>{"christchurch", "localism-act", "portland"});
    for (const std::string& name : gis::shippedChecklists()) {
        INFO(name);
        const auto checklist = gis::shippedChecklist(name);
        REQUIRE(checklist.has_value());
        CHECK(checklist->name == name);
        CHECK(checklist->criteria.size() >= 8);
        CHECK(std::ranges::none_of(checklist->criteria, [](const core::RecognitionCriterion& each) { return each.source.empty(); }));
    }
    const auto forum = gis::shippedChecklist("localism-act");
    CHECK(forum->publicityWeeks == 6);
    CHECK(forum->reviewYears == 5);
    CHECK(std::ranges::find(forum->criteria, "members", &core::RecognitionCriterion::code)->number == 21);
    CHECK(std::ranges::find(gis::shippedChecklist("portland")->criteria, "area", &core::RecognitionCriterion::code)->number == 40);
}

TEST_CASE("a name that is no shipped checklist reads no file", "[recognition]")
{
    const auto read = gis::shippedChecklist("../recognition/portland");
    REQUIRE_FALSE(read);
    CHECK(read.error().message
        == R"(There is no checklist "../recognition/portland"; there are christchurch, localism-act, portland, and one's own as a .json file.)");
}

TEST_CASE("one's own checklist is read from a file", "[recognition]")
{
    const fs::path file = fs::temp_directory_path() / std::format("checklist-{}.json", ::getpid());
    std::ofstream(file) << one(R"({"code": "rules", "title": "Rules", "test": "document-held", "kinds": "kaupapa", "before": "publicity"})");
    const auto read = gis::readChecklist(file);
    REQUIRE(read.has_value());
    CHECK(read->title == "Ours");
    CHECK_FALSE(read->publicityWeeks.has_value());
    CHECK(read->criteria.at(0).words == std::vector<std::string>{"kaupapa"});
    CHECK(read->criteria.at(0).beforePublicity);
    fs::remove(file);
    CHECK(gis::readChecklist(file).error().message == std::format("There is no file {}.", file.string()));
    CHECK(gis::readChecklist(fs::temp_directory_path()).error().code == core::ErrorCode::Unreadable);
}

TEST_CASE("a place's rule names a shipped checklist and can make nobody read another file", "[recognition]")
{
    const fs::path file = fs::temp_directory_path() / std::format("planted-{}.json", ::getpid());
    std::ofstream(file) << one(R"({"code": "line", "title": "Line", "test": "boundary-drawn"})");
    const auto with = [](const std::string& rule) {
        core::PlaceSnapshot place;
        core::RegisterTable rules(core::specOf(core::RegisterKind::Settings));
        if (!rule.empty()) rules.append({.id = 1, .values = {std::string("recognition_template"), rule, {}}});
        place.registers[static_cast<std::size_t>(core::RegisterKind::Settings)] = std::make_shared<const core::RegisterTable>(std::move(rules));
        return place;
    };
    CHECK(gis::checklistFor(with("portland"), "").value()->name == "portland");
    CHECK(gis::checklistFor(with("portland"), "christchurch").value()->name == "christchurch");
    CHECK(gis::checklistFor(with("portland"), file.string()).value()->name == "mine");
    CHECK(gis::checklistFor(with(file.string()), "").error().code == core::ErrorCode::UnknownId);
    CHECK_FALSE(gis::checklistFor(with(""), "").value().has_value());
    fs::remove(file);
}

TEST_CASE("a checklist that cannot be understood is refused with its file and key", "[recognition]")
{
    CHECK(troubleOf("{\n\"name\": \"mine\",\n}") == "mine.json is no JSON: line 3 cannot be read.");
    CHECK(troubleOf("[]") == "mine.json must hold one object with a name, a title and criteria.");
    CHECK(troubleOf(R"({"name": "mine", "title": 4, "criteria": []})") == R"(mine.json: "title" must be text, and is number.)");
    CHECK(troubleOf(R"({"name": "mine", "title": "Ours"})") == R"(mine.json: "criteria" is missing.)");
    CHECK(troubleOf(R"({"name": "mine", "title": "Ours", "criteria": []})") == "mine.json: Checklist mine has no criteria: it would recognise anybody.");
    CHECK(troubleOf(R"({"name": "mine", "title": "Ours", "criterion": [], "criteria": []})") == R"(mine.json: there is no key "criterion" here.)");
    CHECK(troubleOf(R"({"name": "mine", "title": "Ours", "review_years": -1, "criteria": []})")
        == R"(mine.json: "review_years" must be a whole number from 0 to 50.)");
    CHECK(troubleOf(one(R"("members")")) == "mine.json: criterion 1 must be an object with a code, a title and a test.");
    CHECK(troubleOf(one(R"({"code": "m", "title": "M"})")) == R"(mine.json: criterion 1 'm': "test" is missing.)");
    CHECK(troubleOf(one(R"({"code": "m", "title": "M", "test": "members-at-most", "count": 3})"))
            .starts_with(R"(mine.json: criterion 1 'm': there is no test "members-at-most"; the tests are members-at-least, )"));
    CHECK(troubleOf(one(R"({"code": "m", "title": "M", "test": "members-at-least", "count": "21"})"))
        == R"(mine.json: criterion 1 'm': "count" must be a number, and is text.)");
    CHECK(troubleOf(one(R"({"code": "m", "title": "M", "test": "members-at-least", "count": 0})"))
        == R"(mine.json: Checklist mine: criterion 'm' needs a number above zero for "count".)");
    CHECK(troubleOf(one(R"({"code": "m", "title": "M", "test": "members-at-least", "count": 21, "hectares": 2})"))
        == R"(mine.json: criterion 1 'm': there is no key "hectares" here.)");
    CHECK(troubleOf(one(R"({"code": "d", "title": "D", "test": "document-held", "kinds": [1]})"))
        == R"(mine.json: criterion 1 'd': "kinds" must be a word or a list of words.)");
    CHECK(troubleOf(one(R"({"code": "b", "title": "B", "test": "boundary-drawn", "before": "noon"})"))
        == R"(mine.json: criterion 1 'b': "before" must be publicity or decision, and is "noon".)");
    CHECK(troubleOf(std::string(900'000, '[')).starts_with("mine.json is no JSON"));
}
