// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/community/communities_here.h"

#include "tests/core/community/four_communities.h"

#include <catch2/catch_test_macros.hpp>

using namespace hereabouts;

TEST_CASE("whoever asks which communities a spot is in gets a plain sentence for each", "[community]")
{
    const core::CommunitiesHere here = core::communitiesHere(test::fourCommunities(), {1.5, 0.5});
    REQUIRE(here.communities.size() == 2);
    CHECK(here.communities[0].sentence
        == "Alder is recognised by the council; you can reach it at A@example.org; it shares this spot with Briar, which is agreed between them.");
    CHECK(here.communities[1].sentence
        == "Briar is recognised by the council provisionally; you can reach it at B@example.org; it shares this spot with Alder, which is agreed between "
           "them.");
    CHECK(here.sentence == "You are in 2 communities. Dodder has no boundary, and may be yours wherever you live.");
    CHECK(here.inDistrict == true);
    CHECK_FALSE(here.nearest.has_value());
}

TEST_CASE("a spot that no community holds is told so, with the nearest one", "[community]")
{
    const core::CommunitiesHere here = core::communitiesHere(test::fourCommunities(), {3.5, 1.5});
    CHECK(here.communities.empty());
    REQUIRE(here.nearest.has_value());
    CHECK(here.nearest->metres == 0.5);
    CHECK(here.sentence.starts_with("No community calls this spot its own: the nearest, Briar, is less than 1 m away."));
}

TEST_CASE("half the world away no community is near", "[community]")
{
    const core::CommunitiesHere here = core::communitiesHere(test::fourCommunities(), {2e7, 0});
    CHECK_FALSE(here.nearest.has_value());
    CHECK(here.sentence.starts_with("This spot is outside Testland; no community calls it its own."));
}

TEST_CASE("an applicant beyond the district is neither hidden nor made more than it is", "[community]")
{
    const core::CommunitiesHere here = core::communitiesHere(test::fourCommunities(), {4.5, 0.5});
    CHECK(here.inDistrict == false);
    REQUIRE(here.communities.size() == 1);
    CHECK(here.communities[0].sentence == "Cedar has applied for recognition and has not been given it yet; you can reach it at C@example.org.");
    CHECK(here.sentence.starts_with("This spot is outside Testland; it is in one community."));
}

TEST_CASE("a community that is dissolved holds nobody, and one with a private contact alone gives none", "[community]")
{
    test::MadePlace made;
    const auto line = test::DrawnMap("A").area('A');
    made.add(core::RegisterKind::Communities, {{"code", "A"}, {"name", "Alder"}, {"status", "dissolved"}}, line);
    CHECK(core::communitiesHere(made.place(), {0.5, 0.5}).sentence
        == "No community calls this spot its own. Alder drew a line round it once, and stands no more.");
    made.add(core::RegisterKind::Communities, {{"code", "B"}, {"name", "Briar"}, {"private_contact", "021 555"}}, line);
    made.add(core::RegisterKind::Communities, {{"code", "C"}, {"name", "Cedar"}, {"status", "suspended"}}, line);
    made.addOverlap({.first = "B", .second = "C", .agreement = core::OverlapAgreement::Disputed, .note = {}});
    const core::CommunitiesHere here = core::communitiesHere(made.place(), {0.5, 0.5});
    REQUIRE(here.communities.size() == 2);
    CHECK(here.communities[0].sentence
        == "Briar is in the council's register, which does not say whether it is recognised; it has given no public contact; it shares this spot with Cedar, "
           "which is disputed between them.");
    CHECK_FALSE(here.inDistrict.has_value());
}
