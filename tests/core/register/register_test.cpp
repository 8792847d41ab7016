// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/register_spec.h"
#include "core/register/register_table.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cctype>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace hereabouts::core;

namespace {

bool isSnakeCase(std::string_view name)
{
    return !name.empty() && std::islower(static_cast<unsigned char>(name.front()))
        && std::ranges::all_of(name, [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; });
}

/// Lower case, letters and digits alone; a '*' after the first for any run of them.
bool isNormalisedHeading(std::string_view heading)
{
    const auto fits = [](unsigned char c) { return c >= 0x80 || std::islower(c) || std::isdigit(c) || c == '*'; };
    return !heading.empty() && heading.front() != '*' && std::ranges::all_of(heading, fits);
}

Record recordOf(const RegisterSpec& spec, std::mt19937& dice, std::int64_t id)
{
    Record record{.id = id, .values = {}, .geometry = {}, .groundSquareMetres = 0};
    std::uniform_int_distribution<int> pick(0, 9);
    for (const Field& field : spec.fields) {
        const int number = pick(dice);
        if (number == 0) record.values.emplace_back();
        else if (field.type == FieldType::Real) record.values.emplace_back(number * 0.5);
        else if (field.type == FieldType::Text || field.type == FieldType::Codes) record.values.emplace_back("wörd " + std::to_string(number));
        else record.values.emplace_back(std::int64_t{number} - 5);
    }
    if (spec.geometry != GeometryRule::None && pick(dice) > 2) record.geometry = Point{1.0 * pick(dice), 2.0};
    return record;
}

} // namespace

TEST_CASE("every register is found by its own name and its table's", "[register]")
{
    std::set<std::string_view> names;
    for (const RegisterKind kind : kAllRegisters) {
        const RegisterSpec& spec = specOf(kind);
        CHECK(spec.kind == kind);
        CHECK(&spec == &specOf(kind));
        CHECK(registerNamed(spec.name) == kind);
        CHECK(registerNamed(spec.table) == kind);
        CHECK(names.insert(spec.name).second);
        CHECK(isSnakeCase(spec.table));
        CHECK_FALSE(spec.title.empty());
    }
    CHECK_FALSE(registerNamed("gardens").has_value());
    CHECK_FALSE(registerNamed("").has_value());
}

TEST_CASE("a register's fields have names of their own", "[register]")
{
    for (const RegisterKind kind : kAllRegisters) {
        const RegisterSpec& spec = specOf(kind);
        INFO(spec.name);
        std::set<std::string_view> names;
        std::set<std::string_view> titles;
        for (std::size_t i = 0; i < spec.fields.size(); ++i) {
            const Field& field = spec.fields[i];
            INFO(field.name);
            CHECK(isSnakeCase(field.name));
            CHECK(names.insert(field.name).second);
            CHECK(titles.insert(field.title).second);
            CHECK(spec.fieldIndex(field.name) == i);
            // The place file's own columns.
            CHECK(field.name != "id");
            CHECK(field.name != "geometry");
        }
        CHECK_FALSE(spec.fieldIndex("no_such_field").has_value());
    }
}

TEST_CASE("headings are written as they are compared, and none means two fields of a register", "[register]")
{
    for (const RegisterKind kind : kAllRegisters) {
        const RegisterSpec& spec = specOf(kind);
        std::set<std::string_view> seen;
        for (const Field& field : spec.fields) {
            for (const std::string_view heading : field.headings) {
                INFO(spec.name << '.' << field.name << ": " << heading);
                CHECK(isNormalisedHeading(heading));
                CHECK(seen.insert(heading).second);
            }
        }
    }
}

TEST_CASE("keys are fields that are always there, and limits make sense", "[register]")
{
    for (const RegisterKind kind : kAllRegisters) {
        const RegisterSpec& spec = specOf(kind);
        INFO(spec.name);
        for (const std::string_view key : spec.key) {
            const auto index = spec.fieldIndex(key);
            REQUIRE(index.has_value());
            CHECK(spec.fields[*index].required);
        }
        if (spec.hasEditions) CHECK(spec.fieldIndex("edition").has_value());
        if (spec.detailOf) CHECK(spec.parentField() < spec.fields.size());
        for (const Field& field : spec.fields) {
            INFO(field.name);
            if (field.least && field.most) CHECK(*field.least <= *field.most);
            if (!field.words.empty()) CHECK(field.type == FieldType::Text);
            std::set<std::string_view> words(field.words.begin(), field.words.end());
            CHECK(words.size() == field.words.size());
        }
    }
}

TEST_CASE("a text column gives back what it was given and keeps each word once", "[register]")
{
    std::mt19937 dice(3);
    std::uniform_int_distribution<int> pick(0, 40);
    TextColumn column;
    std::vector<std::string> given;
    for (int i = 0; i < 5'000; ++i) {
        const int number = pick(dice);
        given.push_back(number == 0 ? "" : "Kōwhai " + std::to_string(number));
        if (number == 0 && i % 2 == 0) column.appendNone();
        else column.append(given.back());
    }
    REQUIRE(column.size() == given.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (column.at(i) != given[i] || (column.word(i) == 0) != given[i].empty()) ++wrong;
    }
    CHECK(wrong == 0);
    const std::set<std::string> distinct(column.distinct().begin(), column.distinct().end());
    CHECK(distinct.size() == column.distinct().size());
    CHECK(column.distinct().size() <= 41);
}

TEST_CASE("a register's table gives back the records it was given", "[register]")
{
    std::mt19937 dice(8);
    for (const RegisterKind kind : kAllRegisters) {
        const RegisterSpec& spec = specOf(kind);
        INFO(spec.name);
        RegisterTable table(spec);
        std::vector<Record> records;
        for (std::int64_t id = 3; id < 200; id += 2) {
            records.push_back(recordOf(spec, dice, id));
            table.append(records.back());
        }
        std::size_t wrong = 0;
        for (std::size_t row = 0; row < records.size(); ++row) {
            if (table.record(row) != records[row]) ++wrong;
        }
        CHECK(wrong == 0);
        CHECK(table.rowOfId(7) == 2);
        CHECK(table.rowOfId(8) == table.size());
        CHECK(table.geometries().size() == (spec.geometry == GeometryRule::None ? 0 : table.size()));

        std::vector<Column> columns;
        for (std::size_t field = 0; field < spec.fields.size(); ++field) columns.push_back(table.column(field));
        const RegisterTable whole(spec, table.ids(), columns, table.geometries(), {});
        CHECK(whole.size() == table.size());
        CHECK(whole.record(5) == table.record(5));
    }
}

TEST_CASE("a number that is not there is nothing, and zero is zero", "[register]")
{
    const RegisterSpec& spec = specOf(RegisterKind::Boards);
    const std::size_t population = spec.fieldIndex("population").value();
    RegisterTable table(spec);
    Record record{.id = 1, .values = std::vector<Value>(spec.fields.size()), .geometry = {}, .groundSquareMetres = 0};
    table.append(record);
    record.values[population] = std::int64_t{0};
    table.append(record);

    CHECK(std::holds_alternative<std::monostate>(table.value(0, population)));
    CHECK(table.value(1, population) == Value{std::int64_t{0}});
}
