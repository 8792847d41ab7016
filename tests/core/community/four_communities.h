// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/joined/made_place.h"

namespace hereabouts::test {

/// Two boards of four small areas each; people 10 to 80, from the south-west, deprivation 2 in the west and 9 in the east:
///
///     50 60 70 80      W W E E      alder (recognised) holds the west's four; briar (provisional) the two in the middle of the south and of the north;
///     10 20 30 40      W W E E      cedar (applicant) the south-east corner and one square beyond the district; dodder has no line.
inline core::PlaceSnapshot fourCommunities()
{
    using core::RegisterKind;
    MadePlace made;
    made.addAreas(RegisterKind::Boards, "boards 2025", "W W E E\nW W E E");
    constexpr std::string_view kLetters = "abcdefgh";
    const DrawnMap small("e f g h\na b c d");
    for (std::int64_t i = 0; i < 8; ++i) {
        const char letter = kLetters[static_cast<std::size_t>(i)];
        made.add(RegisterKind::SmallAreas,
            {{"code", std::string(1, letter)}, {"edition", "small areas 2023"}, {"population", 10 * (i + 1)}, {"dwellings", 4 * (i + 1)},
                {"deprivation", std::int64_t{i % 4 < 2 ? 2 : 9}}},
            small.area(letter));
    }
    const auto community = [&](const std::string& code, const std::string& name, core::Value status, core::Geometry line) {
        made.add(RegisterKind::Communities, {{"code", code}, {"name", name}, {"status", std::move(status)}, {"public_contact", code + "@example.org"}},
            std::move(line));
    };
    community("A", "Alder", "recognised", DrawnMap("A A\nA A").area('A'));
    community("B", "Briar", "provisional", DrawnMap(". B B\n. B B").area('B'));
    community("C", "Cedar", "applicant", DrawnMap(". . . C C").area('C'));
    community("D", "Dodder", "recognised", {});
    made.addOverlap({.first = "A",
        .second = "B",
        .agreement = core::OverlapAgreement::Agreed,
        .squareMetres = 2,
        .note = {},
        .parties = "Alder; Briar",
        .document = "D1",
        .settledOn = 20'000});
    return made.place();
}

} // namespace hereabouts::test
