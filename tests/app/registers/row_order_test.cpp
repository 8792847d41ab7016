// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/row_order.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace hereabouts;
using Rows = std::vector<std::size_t>;

TEST_CASE("text is filed as people file it, macrons and capitals aside and numbers by size", "[order]")
{
    core::TextColumn names;
    for (const char* name : {"Road 10", "ōtara", "Road 2", "Otama", "", "Pōneke"}) names.append(name);
    Rows rows{0, 1, 2, 3, 4, 5};
    app::sortRows(rows, names, false);
    CHECK(rows == Rows{3, 1, 5, 2, 0, 4}); // Otama, ōtara, Pōneke, Road 2, Road 10, nothing
}

TEST_CASE("rows that say nothing come last whichever way it goes, and equal rows keep their order", "[order]")
{
    Rows rows{0, 1, 2, 3, 4};
    const core::Column amounts = core::IntegerColumn{5, core::kNoInteger, 9, 5, -1};
    app::sortRows(rows, amounts, false);
    CHECK(rows == Rows{4, 0, 3, 2, 1});
    rows = {0, 1, 2, 3, 4};
    app::sortRows(rows, amounts, true);
    CHECK(rows == Rows{2, 0, 3, 4, 1});
}
