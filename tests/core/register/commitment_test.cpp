// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/commitment.h"

#include "core/register/register_spec.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <string>

using namespace hereabouts::core;

namespace {

std::optional<Commitment> commitmentIn(const std::map<std::string, Value>& fields)
{
    RegisterTable table(specOf(RegisterKind::Anchors));
    Record record{.id = 1, .values = {}, .geometry = {}, .groundSquareMetres = 0};
    for (const Field& field : table.spec().fields) {
        const auto given = fields.find(std::string(field.name));
        record.values.push_back(given == fields.end() ? Value() : given->second);
    }
    table.append(std::move(record));
    return commitmentOf(table, 0);
}

} // namespace

TEST_CASE("an anchor's commitment is what the register says was made, whatever its words", "[register][commitment]")
{
    const auto made = commitmentIn(
        {{"committed", std::int64_t{1}}, {"commitment", "Local food"}, {"commitment_target_percent", 40.0}, {"commitment_due", std::int64_t{21'366}}});
    REQUIRE(made);
    CHECK(made->words == "Local food");
    CHECK(made->targetPercent == 40.0);
    CHECK(made->due == 21'366);
    CHECK(commitmentIn({{"committed", std::int64_t{1}}})); // made, and not written down here
    CHECK_FALSE(commitmentIn({{"committed", std::int64_t{0}}, {"commitment", "The board is still talking."}}));
    CHECK_FALSE(commitmentIn({{"committed", std::int64_t{0}}, {"commitment_target_percent", 40.0}}));
}

TEST_CASE("where the register does not say, words or a target or a date are a commitment and a blank is none", "[register][commitment]")
{
    CHECK_FALSE(commitmentIn({}));
    CHECK(commitmentIn({{"commitment", "Six apprentices a year"}}));
    CHECK(commitmentIn({{"commitment_target_percent", 0.0}}));
    CHECK(commitmentIn({{"commitment_due", std::int64_t{21'366}}}));
}
