// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/detail/round_overdraft.h"

#include "core/joined/written.h"
#include "gis/store/detail/trouble.h"

#include <algorithm>
#include <format>

namespace hereabouts::gis::detail {

namespace {

constexpr const char* kOverdrawn = "SELECT r.code, sum(g.awarded) - r.budget FROM grant_rounds r JOIN grants g ON g.round = r.code GROUP BY r.code "
                                   "HAVING sum(g.awarded) > r.budget";

std::string sentenceOn(Database& database, const std::string& code, std::int64_t beyond, std::int64_t beyondBefore)
{
    Statement select = database.prepare("SELECT r.title, r.budget, p.currency FROM grant_rounds r, place p WHERE r.code = ?");
    select.bind(1, code);
    if (!select.step()) return {};
    const std::string currency(select.text(2));
    const auto money = [&](std::int64_t minor) { return core::writtenMoney(core::Money::fromMinor(minor), currency); };
    const std::string already = beyondBefore > 0 ? std::format(" ({} of it already)", money(beyondBefore)) : std::string();
    return std::format("{} has {}, and this awards {} more than that{}: −{}, not enough. Award less, or give the reason why it is awarded all the same.",
        select.text(0), money(select.integer(1)), money(beyond), already, money(beyond));
}

} // namespace

bool touchesRounds(const std::vector<Edit>& edits)
{
    return std::ranges::any_of(edits, [](const Edit& edit) {
        return std::visit(
            [](const auto& one) {
                if constexpr (requires { one.kind; }) return one.kind == core::RegisterKind::Grants || one.kind == core::RegisterKind::GrantRounds;
                return false;
            },
            edit);
    });
}

Overdrafts overdrafts(Database& database)
{
    Overdrafts found;
    Statement select = database.prepare(kOverdrawn);
    while (select.step()) found.emplace(select.text(0), select.integer(1));
    return found;
}

void refuseSilentOverdraft(Database& database, const Overdrafts& before, const std::string& why)
{
    if (why.find_first_not_of(" \t\n") != std::string::npos) return;
    for (const auto& [code, beyond] : overdrafts(database)) {
        const auto was = before.find(code);
        const std::int64_t beyondBefore = was == before.end() ? 0 : was->second;
        if (beyond > beyondBefore) refuse(core::ErrorCode::Refused, sentenceOn(database, code, beyond, beyondBefore));
    }
}

} // namespace hereabouts::gis::detail
