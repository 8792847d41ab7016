// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capacity/round_balance.h"

#include "core/joined/written.h"

#include <format>
#include <unordered_map>

namespace hereabouts::core {

namespace {

Money moneyAt(const RegisterTable& table, std::string_view field, std::size_t row)
{
    const std::int64_t minor = table.integers(field)[row];
    return minor == kNoInteger ? Money() : Money::fromMinor(minor);
}

bool isDecided(const RegisterTable& grants, std::size_t row)
{
    return grants.integers("awarded")[row] != kNoInteger || grants.integers("awarded_on")[row] != kNoInteger;
}

/// A minus sign that no reader takes for a hyphen.
std::string signedMoney(Money money, std::string_view currency)
{
    if (money.minor() >= 0) return writtenMoney(money, currency);
    return "−" + writtenMoney(Money() - money, currency);
}

} // namespace

std::string RoundBalance::sentence(std::string_view currency) const
{
    std::string text
        = std::format("{}: {}, {} awarded, {} left", title, writtenMoney(budget, currency), writtenMoney(awarded, currency), signedMoney(left(), currency));
    if (left().minor() < 0) text += ": more was awarded than the round has";
    if (asked.minor() > 0) {
        text += std::format("; {} is asked for: {}", writtenMoney(asked, currency), signedMoney(leftIfAllGranted(), currency));
        text += leftIfAllGranted().minor() < 0 ? ", not enough" : " would be left";
    }
    return text + ".";
}

std::vector<RoundBalance> roundBalances(const PlaceSnapshot& place)
{
    const RegisterTable& rounds = place.at(RegisterKind::GrantRounds);
    const RegisterTable& grants = place.at(RegisterKind::Grants);
    std::vector<RoundBalance> balances;
    std::unordered_map<std::string_view, std::size_t> byCode;
    for (std::size_t row = 0; row < rounds.size(); ++row) {
        byCode.emplace(rounds.text("code").at(row), row);
        balances.push_back({.code = std::string(rounds.text("code").at(row)),
            .title = std::string(rounds.text("title").at(row)),
            .stream = std::string(rounds.text("stream").at(row)),
            .year = std::string(rounds.text("funding_year").at(row)),
            .budget = moneyAt(rounds, "budget", row),
            .awarded = {},
            .asked = {}});
    }
    for (std::size_t row = 0; row < grants.size(); ++row) {
        const auto round = byCode.find(grants.text("round").at(row));
        if (round == byCode.end()) continue;
        RoundBalance& balance = balances[round->second];
        balance.awarded += moneyAt(grants, "awarded", row);
        if (isDecided(grants, row)) continue;
        const bool recommended = grants.integers("recommended")[row] != kNoInteger;
        balance.asked += moneyAt(grants, recommended ? "recommended" : "requested", row);
    }
    return balances;
}

std::optional<std::string> overdraws(const RoundBalance& balance, Money award, std::string_view currency)
{
    const Money after = balance.left() - award;
    if (award.minor() <= 0 || after.minor() >= 0) return std::nullopt;
    return std::format("{} has {} left, and {} is to be awarded: {}, not enough", balance.title, signedMoney(balance.left(), currency),
        writtenMoney(award, currency), signedMoney(after, currency));
}

} // namespace hereabouts::core
