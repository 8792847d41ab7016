// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/classify.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace hereabouts::core;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> countsOf(const Classification& result)
{
    std::vector<std::size_t> counts;
    for (const ValueClass& one : result.classes) counts.push_back(one.count);
    return counts;
}

double squaredDistances(const std::vector<double>& values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    return std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double v) { return sum + (v - mean) * (v - mean); });
}

double costOf(const std::vector<double>& values, const Classification& result)
{
    std::map<std::int32_t, std::vector<double>> groups;
    for (std::size_t i = 0; i < values.size(); ++i) groups[result.classOf[i]].push_back(values[i]);
    double cost = 0;
    for (const auto& [index, group] : groups) cost += squaredDistances(group);
    return cost;
}

/// The least cost of cutting sorted values into `classes` runs, by trying every way.
double bestCost(const std::vector<double>& sorted, std::size_t classes, std::size_t from = 0)
{
    if (classes == 1) return squaredDistances({sorted.begin() + static_cast<std::ptrdiff_t>(from), sorted.end()});
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t cut = from + 1; cut + classes - 1 <= sorted.size(); ++cut) {
        const std::vector<double> head(sorted.begin() + static_cast<std::ptrdiff_t>(from), sorted.begin() + static_cast<std::ptrdiff_t>(cut));
        best = std::min(best, squaredDistances(head) + bestCost(sorted, classes - 1, cut));
    }
    return best;
}

} // namespace

TEST_CASE("quantiles put as many areas into each class", "[classify]")
{
    const auto result = classify(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {.method = ClassMethod::Quantile, .classes = 5, .breaks = {}});
    REQUIRE(result.has_value());
    CHECK(countsOf(*result) == std::vector<std::size_t>{2, 2, 2, 2, 2});
    CHECK(result->classes[1].from == 3);
    CHECK(result->classes[1].to == 5);
}

TEST_CASE("equal values are never parted", "[classify]")
{
    const auto result = classify(std::vector<double>{1, 5, 5, 5, 5, 5, 5, 9}, {.method = ClassMethod::Quantile, .classes = 4, .breaks = {}});
    REQUIRE(result.has_value());
    CHECK(countsOf(*result) == std::vector<std::size_t>{1, 6, 1});
}

TEST_CASE("equal intervals are equally wide and the greatest value is in the last", "[classify]")
{
    const auto result = classify(std::vector<double>{10, 11, 20, 29, 50}, {.method = ClassMethod::EqualInterval, .classes = 4, .breaks = {}});
    REQUIRE(result.has_value());
    CHECK(countsOf(*result) == std::vector<std::size_t>{2, 2, 0, 1});
    CHECK(result->classes[1].from == 20);
    CHECK(std::isnan(result->classes[2].least));
    CHECK(result->classOf.back() == 3);
}

TEST_CASE("natural breaks fall into the gaps", "[classify]")
{
    const auto result = classify(std::vector<double>{1, 2, 3, 50, 51, 52, 900}, {.method = ClassMethod::NaturalBreaks, .classes = 3, .breaks = {}});
    REQUIRE(result.has_value());
    CHECK(countsOf(*result) == std::vector<std::size_t>{3, 3, 1});
}

TEST_CASE("natural breaks cost no more than the best of all ways to cut", "[classify]")
{
    std::mt19937 random(4);
    for (int round = 0; round < 60; ++round) {
        std::vector<double> values(6 + static_cast<std::size_t>(round) % 7);
        for (double& value : values) value = std::floor(std::exp(std::normal_distribution<>(1, 1.5)(random)) * 4) + 1;
        std::ranges::sort(values);
        const int classes = 2 + round % 3;
        if (std::set<double>(values.begin(), values.end()).size() < static_cast<std::size_t>(classes)) continue;
        const auto result = classify(values, {.method = ClassMethod::NaturalBreaks, .classes = classes, .breaks = {}});
        REQUIRE(result.has_value());
        CHECK_THAT(costOf(values, *result), WithinAbs(bestCost(values, static_cast<std::size_t>(classes)), 1e-9));
    }
}

TEST_CASE("every value is in exactly one class, among the zeros or among the unknown", "[classify]")
{
    const auto method = GENERATE(ClassMethod::Quantile, ClassMethod::EqualInterval, ClassMethod::NaturalBreaks, ClassMethod::Manual);
    std::mt19937 random(11);
    std::vector<double> values;
    for (int i = 0; i < 2000; ++i) {
        const auto kind = random() % 10;
        values.push_back(kind == 0 ? kUnknown : kind == 1 ? 0.0 : std::round(std::normal_distribution<>(50, 60)(random)));
    }
    const auto result = classify(values, {.method = method, .classes = 7, .breaks = {-20, 0.5, 40, 90}});
    REQUIRE(result.has_value());
    std::size_t counted = result->zeros + result->noData;
    for (const ValueClass& one : result->classes) counted += one.count;
    CHECK(counted == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::int32_t index = result->classOf[i];
        if (std::isnan(values[i])) CHECK(index == Classification::kNoData);
        else if (values[i] == 0) CHECK(index == Classification::kZero);
        else {
            const ValueClass& one = result->classes.at(static_cast<std::size_t>(index));
            CHECK((values[i] >= one.from && values[i] <= one.to && values[i] >= one.least && values[i] <= one.most));
        }
    }
}

TEST_CASE("zero is a class of its own and no data is not zero", "[classify]")
{
    const auto result = classify(std::vector<double>{0, 0, kUnknown, 4, 8}, {.method = ClassMethod::EqualInterval, .classes = 2, .breaks = {}});
    REQUIRE(result.has_value());
    CHECK(result->zeros == 2);
    CHECK(result->noData == 1);
    CHECK(result->classOf == std::vector<std::int32_t>{Classification::kZero, Classification::kZero, Classification::kNoData, 0, 1});
}

TEST_CASE("one different value makes one class and none make none", "[classify]")
{
    const auto method = GENERATE(ClassMethod::Quantile, ClassMethod::EqualInterval, ClassMethod::NaturalBreaks);
    CHECK(classify(std::vector<double>{7, 7, 7}, {.method = method, .classes = 5, .breaks = {}})->classes.size() == 1);
    CHECK(classify(std::vector<double>{}, {.method = method, .classes = 5, .breaks = {}})->classes.empty());
    CHECK(classify(std::vector<double>{0, kUnknown}, {.method = method, .classes = 5, .breaks = {}})->classes.empty());
}

TEST_CASE("breaks that do not ascend are refused by name", "[classify]")
{
    const auto refused = classify(std::vector<double>{1, 2}, {.method = ClassMethod::Manual, .classes = 5, .breaks = {10, 10}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::BadInput);
    CHECK(refused.error().message.contains("Break 2 (10)"));
    CHECK_FALSE(classify(std::vector<double>{1, 2}, {.method = ClassMethod::Quantile, .classes = 1, .breaks = {}}).has_value());
    CHECK_FALSE(classify(std::vector<double>{std::numeric_limits<double>::infinity()}, {}).has_value());
}

TEST_CASE("two measures make nine cells and what is unknown in either is in none", "[classify]")
{
    const std::vector<double> first{1, 2, 3, 4, 5, 6, 7, 8, 9, kUnknown};
    const std::vector<double> second{1, 4, 7, 2, 5, 8, 3, 6, 9, 5};
    const auto result = classifyTwo(first, second);
    REQUIRE(result.has_value());
    CHECK(result->cellOf == std::vector<std::int32_t>{0, 3, 6, 1, 4, 7, 2, 5, 8, Classification::kNoData});
    CHECK(result->noData == 1);
    CHECK_FALSE(classifyTwo(first, std::vector<double>{1}).has_value());
}
