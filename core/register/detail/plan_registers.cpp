// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/register/detail/specs.h"

namespace hereabouts::core::detail {

using enum FieldType;

RegisterSpec plans()
{
    return {.kind = RegisterKind::Plans,
        .name = "plans",
        .title = "Place plans",
        .table = "plans",
        .geometry = GeometryRule::PolygonOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "plan", "plancode", "id", "ref"}},
            {.name = "community",
                .title = "Community",
                .required = true,
                .headings = {"community", "communitycode", "communityid"},
                .names = RegisterKind::Communities},
            {.name = "title", .title = "Title", .required = true, .headings = {"title", "name", "planname"}},
            {.name = "status",
                .title = "Status",
                .headings = {"status", "state"},
                .words = {"drafting", "in notice", "submitted", "current", "expired", "refused", "superseded", "removed"}},
            {.name = "adopted_on", .title = "Adopted", .type = Date, .headings = {"adoptedon", "adopted", "date"}},
            {.name = "review_due", .title = "Review due", .type = Date, .headings = {"reviewdue", "review", "expires"}},
            {.name = "participants", .title = "Participants", .type = Integer, .headings = {"participants", "tookpart"}, .least = 0},
        }};
}

RegisterSpec priorities()
{
    return {.kind = RegisterKind::Priorities,
        .name = "priorities",
        .title = "Priorities",
        .table = "priorities",
        .geometry = GeometryRule::AnyOrNone,
        .key = {"code"},
        .fields = {
            {.name = "code", .title = "Code", .required = true, .headings = {"code", "priority", "id", "ref"}},
            {.name = "plan", .title = "Plan", .required = true, .headings = {"plan", "plancode", "planid"}, .names = RegisterKind::Plans},
            {.name = "rank", .title = "Rank", .type = Integer, .required = true, .headings = {"rank", "priorityrank", "order"}, .least = 1, .most = 999},
            {.name = "theme", .title = "Theme", .required = true, .headings = {"theme", "category", "topic"}},
            {.name = "statement", .title = "What we ask", .required = true, .headings = {"statement", "ask", "title", "description", "need"}},
            {.name = "desired_outcome", .title = "Desired outcome", .headings = {"desiredoutcome", "outcome"}},
            {.name = "lead", .title = "Lead", .headings = {"lead", "leader"}, .words = {"council", "community", "anchor", "government", "shared"}},
            {.name = "supporters", .title = "People asking", .type = Integer, .headings = {"supporters", "peopleasking", "support", "votes"}, .least = 0},
            {.name = "progress",
                .title = "Progress",
                .headings = {"progress", "status", "stage"},
                .words = {"asked", "answered", "accepted", "funded", "delivered"}},
            {.name = "cost", .title = "Estimated cost", .type = Money, .headings = {"cost", "estimatedcost", "estcost"}, .least = 0},
        }};
}

} // namespace hereabouts::core::detail
