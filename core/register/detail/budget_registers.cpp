// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/detail/specs.h"

namespace hereabouts::core::detail {

using enum FieldType;

RegisterSpec proposals()
{
    return {.kind = RegisterKind::Proposals,
        .name = "proposals",
        .title = "Proposals",
        .table = "proposals",
        .geometry = GeometryRule::AnyOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "proposal", "projectid", "id", "ref"}},
            {.name = "title", .title = "Title", .required = true, .headings = {"title", "name", "proposalname", "projectname"}},
            {.name = "area_pot", .title = "Area pot", .headings = {"areapot", "heading", "board", "area", "district"}, .names = RegisterKind::Boards},
            {.name = "theme", .title = "Theme", .headings = {"theme", "category", "categories"}},
            {.name = "cost", .title = "Cost", .type = Money, .headings = {"cost", "price"}, .least = 0},
            {.name = "stage", .title = "Stage", .headings = {"stage", "status"}, .words = {"submitted", "eligible", "feasible", "on ballot", "withdrawn"}},
            {.name = "result", .title = "Result", .headings = {"result", "selected", "won"}, .words = {"won", "not funded"}},
            {.name = "reason", .title = "Reason", .headings = {"reason", "why"}},
        }};
}

RegisterSpec ballots()
{
    return {.kind = RegisterKind::Ballots,
        .name = "ballots",
        .title = "Ballots",
        .table = "ballots",
        .key = {"receipt"},
        .fields = {
            {.name = "receipt", .title = "Receipt", .required = true, .headings = {"receipt", "ballot", "ballotid", "voterid", "id"}},
            {.name = "area", .title = "Area of voter", .headings = {"area", "areapot", "board", "neighborhood", "voterarea"}, .names = RegisterKind::Boards},
            {.name = "channel", .title = "Channel", .headings = {"channel", "votingmethod"}, .words = {"paper", "kiosk", "web", "internet"}},
            {.name = "choices",
                .title = "Choices",
                .type = Codes,
                .required = true,
                .headings = {"choices", "vote", "votes", "approvals"},
                .names = RegisterKind::Proposals},
        }};
}

} // namespace hereabouts::core::detail
