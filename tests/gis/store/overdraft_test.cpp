// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/store/sample_place.h"

using namespace hereabouts;
using namespace hereabouts::test;
using core::RegisterKind;

namespace {

core::Record recordOf(RegisterKind kind, const std::vector<std::pair<std::string_view, core::Value>>& told)
{
    core::Record record;
    record.values.resize(core::specOf(kind).fields.size());
    for (const auto& [field, value] : told) record.values[core::specOf(kind).fieldIndex(field).value()] = value;
    return record;
}

core::Record award(const std::string& code, std::int64_t dollars)
{
    return recordOf(RegisterKind::Grants, {{"code", code}, {"community", std::string("C1")}, {"round", std::string("R1")}, {"awarded", dollars * 100}});
}

std::size_t grantsIn(gis::PlaceFile& place) { return place.snapshot().value()->at(RegisterKind::Grants).size(); }

} // namespace

TEST_CASE("a grant round is not overdrawn without a reason, whoever asks", "[store]")
{
    const TemporaryFolder folder;
    gis::PlaceFile place = newPlace(folder / "a.place");
    const core::Record round = recordOf(RegisterKind::GrantRounds, {{"code", std::string("R1")}, {"title", std::string("Projects")}, {"budget", std::int64_t{20'256'00}}});
    REQUIRE(place.apply({gis::AddRow{RegisterKind::GrantRounds, round}, gis::AddRow{RegisterKind::Grants, award("G1", 20'000)}}, "A round").has_value());

    const auto refused = place.apply({gis::AddRow{RegisterKind::Grants, award("G2", 10'000)}}, "An award");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == core::ErrorCode::Refused);
    CHECK(refused.error().message == "Projects has $20,256, and this awards $9,744 more than that: −$9,744, not enough. Award less, or give the reason why it is awarded all the same.");
    CHECK(grantsIn(place) == 1);
    CHECK_FALSE(place.apply({gis::AddRow{RegisterKind::Grants, award("G2", 10'000)}}, "An award", "  ").has_value());

    REQUIRE(place.apply({gis::AddRow{RegisterKind::Grants, award("G2", 10'000)}}, "An award", "From the reserve, resolution 14").has_value());
    CHECK(grantsIn(place) == 2);
    // What is overdrawn already may be mended, or left as it is, without another reason; not made worse.
    const std::int64_t second = place.snapshot().value()->at(RegisterKind::Grants).id(1);
    CHECK(place.apply({gis::SetField{RegisterKind::Grants, second, "conditions", std::string("Report by June")}}, "A condition").has_value());
    CHECK(place.apply({gis::SetField{RegisterKind::Grants, second, "awarded", std::int64_t{9'000'00}}}, "Less").has_value());
    CHECK_FALSE(place.apply({gis::SetField{RegisterKind::GrantRounds, place.snapshot().value()->at(RegisterKind::GrantRounds).id(0), "budget", std::int64_t{1'000'00}}}, "A smaller round").has_value());
    REQUIRE(place.undo().has_value());
    CHECK(place.history().value().size() == 4);
}
