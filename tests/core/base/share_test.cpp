// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/share.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <string>

namespace hereabouts::core {

TEST_CASE("a share is written with one decimal, and without one only where it is a whole percent", "[base][share]")
{
    CHECK(writtenShare(297, 1000) == "29.7%");
    CHECK(writtenShare(1, 3) == "33.3%");
    CHECK(writtenShare(1, 4) == "25%");
    CHECK(writtenShare(2498, 10'000) == "25.0%");
    CHECK(writtenShare(0.29) == "29%"); // 28.999999999999996 in doubles
    CHECK(writtenShare(3, 2) == "150%");
    CHECK(writtenShare(-1, 8) == "-12.5%");
}

TEST_CASE("only none is 0% and only all is 100%", "[base][share]")
{
    CHECK(writtenShare(0, 46'200) == "0%");
    CHECK(writtenShare(-0.0, 46'200) == "0%");
    CHECK(writtenShare(1, 2000) == "<0.1%");
    CHECK(writtenShare(1e-300) == "<0.1%");
    CHECK(writtenShare(-1, 2000) == ">-0.1%");
    CHECK(writtenShare(1, 1000) == "0.1%");
    CHECK(writtenShare(46'200, 46'200) == "100%");
    CHECK(writtenShare(46'199, 46'200) == ">99.9%");
    CHECK(writtenShare(999, 1000) == "99.9%");
    CHECK(writtenShare(0.999) == "99.9%");
    CHECK(writtenShare(46'201, 46'200) == ">100%");
    for (int part = 1; part < 3000; ++part) {
        const std::string written = writtenShare(part, 3000);
        CHECK((written != "0%" && written != "0.0%" && written != "100%" && written != "100.0%"));
    }
}

TEST_CASE("a share of nothing is not a figure", "[base][share]")
{
    CHECK(writtenShare(0, 0) == "–");
    CHECK(writtenShare(5, 0) == "–");
    CHECK(writtenShare(std::numeric_limits<double>::quiet_NaN()) == "–");
    CHECK(writtenShare(std::numeric_limits<double>::infinity(), 2) == "–");
}

} // namespace hereabouts::core
