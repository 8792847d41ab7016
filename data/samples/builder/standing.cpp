// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/samples/builder/standing.h"

#include <algorithm>
#include <format>

namespace hereabouts::sample {

namespace {

struct Registration {
    std::string number;
    std::string_view status;
};

Registration registrationOf(const CommunityPlan& community)
{
    const std::string number = std::string(community.code.substr(1));
    if (community.code == "C12") return {"RC-SOC-" + number, "did not re-register by 5 Apr 2026"};
    if (community.legalForm.starts_with("Incorporated")) return {"RC-SOC-" + number, "re-registered under the 2022 Act"};
    if (community.legalForm.starts_with("Charitable")) return {"RC-TRUST-" + number, "registered charity"};
    if (community.legalForm.starts_with("Council")) return {"", "committee of the council"};
    return {"", "not registered: unincorporated"};
}

/// Members by board area: nearly all where its ground is, by people where that is in two areas.
std::string whereMembersLive(const CommunityPlan& community)
{
    const int elsewhere = community.members / 12;
    const int here = community.members - elsewhere;
    if (community.where.size() < 2) return std::format("{} {}, elsewhere {}", boardOf(community).name, here, elsewhere);
    const int second = here / 4;
    const BoardPlan& other = kBoards[boardIndex(community.where[1].board)];
    return std::format("{} {}, {} {}, elsewhere {}", boardOf(community).name, here - second, other.name, second, elsewhere);
}

std::string_view rightsOf(std::string_view status)
{
    if (status == "recognised") return "Consulted on works inside the line; administration grant; speaking time at the board; one nominee to working groups.";
    if (status == "provisional") return "Consulted on works inside the line; administration grant.";
    return "";
}

} // namespace

const CommunityPlan& communityOf(std::string_view code) { return *std::ranges::find(communityPlans(), code, &CommunityPlan::code); }

const BoardPlan& boardOf(const CommunityPlan& community) { return kBoards[boardIndex(community.where.empty() ? "HAR" : community.where[0].board)]; }

Json rowOf(const CommunityPlan& community, const Standing& standing)
{
    const Registration registration = registrationOf(community);
    return {{"code", community.code}, {"name", community.name}, {"aliases", community.aliases}, {"kind", community.kind}, {"legal_form", community.legalForm},
        {"members", community.members}, {"since", community.since}, {"status", community.status}, {"capacity_grant", community.grant},
        {"public_contact", std::format("{}@example.org", standing.mailbox)}, {"note", community.note}, {"name_mi", standing.nameMi},
        {"self_description", standing.story}, {"purpose", standing.purpose}, {"register_no", registration.number}, {"registration_status", registration.status},
        {"membership_rule", standing.membershipRule}, {"members_on", standing.lastAgm.empty() ? std::string_view("2026-07-02") : standing.lastAgm},
        {"meeting_cycle", standing.meets}, {"last_agm", standing.lastAgm}, {"minutes_published", standing.minutes ? "yes" : "no"},
        {"grievance_process", standing.grievance ? "yes" : "no"}, {"non_discrimination", standing.nonDiscrimination ? "yes" : "no"},
        {"areas_of_members", whereMembersLive(community)}, {"sections_reached", standing.sections}, {"rights", rightsOf(community.status)},
        {"review_due", standing.reviewDue}};
}

} // namespace hereabouts::sample
