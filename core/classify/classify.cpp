// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/classify.h"

#include "core/classify/natural_breaks.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace hereabouts::core {

namespace {

/// Where each class but the first begins: cuts at even ranks, each moved to the nearest place that parts no equal values.
std::vector<double> quantileStarts(const std::vector<double>& sorted, int classes)
{
    std::vector<double> starts;
    const auto n = static_cast<std::ptrdiff_t>(sorted.size());
    std::ptrdiff_t last = 0;
    for (int cut = 1; cut < classes; ++cut) {
        const std::ptrdiff_t ideal = (n * cut + classes / 2) / classes;
        if (ideal <= last || ideal >= n) continue;
        const auto run = std::ranges::equal_range(sorted, sorted[static_cast<std::size_t>(ideal)]);
        const std::ptrdiff_t before = run.begin() - sorted.begin();
        const std::ptrdiff_t after = run.end() - sorted.begin();
        const bool goBefore = before > last && (ideal - before <= after - ideal || after >= n);
        const std::ptrdiff_t start = goBefore ? before : after;
        if (start <= last || start >= n) continue;
        starts.push_back(sorted[static_cast<std::size_t>(start)]);
        last = start;
    }
    return starts;
}

std::vector<double> equalStarts(double least, double most, int classes)
{
    std::vector<double> starts;
    if (least == most) return starts;
    for (int cut = 1; cut < classes; ++cut) starts.push_back(std::lerp(least, most, static_cast<double>(cut) / classes));
    return starts;
}

std::vector<double> naturalStarts(const std::vector<double>& sorted, int classes)
{
    std::vector<double> distinct;
    std::vector<double> counts;
    for (const double value : sorted) {
        if (distinct.empty() || distinct.back() != value) {
            distinct.push_back(value);
            counts.push_back(0);
        }
        counts.back() += 1;
    }
    std::vector<double> starts;
    for (const std::size_t first : naturalBreaks(distinct, counts, static_cast<std::size_t>(classes))) starts.push_back(distinct[first]);
    return starts;
}

Result<void> checkRequest(const ClassRequest& request)
{
    if (request.method != ClassMethod::Manual) {
        if (request.classes >= 2 && request.classes <= 9) return {};
        return fail(ErrorCode::BadInput, std::format("A map can have 2 to 9 classes, not {}.", request.classes));
    }
    if (request.breaks.empty()) return fail(ErrorCode::BadInput, "Classes cut by hand need at least one break.");
    if (request.breaks.size() > 8) return fail(ErrorCode::BadInput, std::format("A map can have at most 8 breaks, not {}.", request.breaks.size()));
    for (std::size_t i = 0; i < request.breaks.size(); ++i) {
        const double value = request.breaks[i];
        if (!std::isfinite(value)) return fail(ErrorCode::BadInput, std::format("Break {} is not a number.", i + 1));
        if (i > 0 && value <= request.breaks[i - 1]) {
            return fail(ErrorCode::BadInput, std::format("Break {} ({}) must be greater than break {} ({}).", i + 1, value, i, request.breaks[i - 1]));
        }
    }
    return {};
}

std::vector<double> startsFor(const std::vector<double>& sorted, const ClassRequest& request)
{
    switch (request.method) {
    case ClassMethod::Quantile: return quantileStarts(sorted, request.classes);
    case ClassMethod::EqualInterval: return equalStarts(sorted.front(), sorted.back(), request.classes);
    case ClassMethod::NaturalBreaks: return naturalStarts(sorted, request.classes);
    case ClassMethod::Manual: break;
    }
    return request.breaks;
}

std::vector<ValueClass> classesBetween(const std::vector<double>& starts, double least, double most)
{
    std::vector<ValueClass> classes(starts.size() + 1);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i].from = i == 0 ? (starts.empty() ? least : std::min(least, starts.front())) : starts[i - 1];
        classes[i].to = i == starts.size() ? (starts.empty() ? most : std::max(most, starts.back())) : starts[i];
        classes[i].least = std::numeric_limits<double>::quiet_NaN();
        classes[i].most = std::numeric_limits<double>::quiet_NaN();
    }
    return classes;
}

void put(double value, ValueClass& into)
{
    into.least = into.count == 0 ? value : std::min(into.least, value);
    into.most = into.count == 0 ? value : std::max(into.most, value);
    ++into.count;
}

/// Which third a value lies in, zero and below the first class being the lowest. Where few values differ, the classes there are spread from the lowest.
std::int32_t thirdOf(std::int32_t classIndex) { return std::max(classIndex, 0); }

} // namespace

Result<Classification> classify(std::span<const double> values, const ClassRequest& request)
{
    if (const auto checked = checkRequest(request); !checked) return std::unexpected(checked.error());
    Classification result;
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isinf(values[i])) return fail(ErrorCode::BadInput, std::format("Value {} is infinite and cannot be put into a class.", i + 1));
        if (std::isnan(values[i])) ++result.noData;
        else if (values[i] == 0) ++result.zeros;
        else sorted.push_back(values[i]);
    }
    result.classOf.assign(values.size(), Classification::kNoData);
    std::vector<double> starts;
    if (!sorted.empty()) {
        std::ranges::sort(sorted);
        starts = startsFor(sorted, request);
        result.classes = classesBetween(starts, sorted.front(), sorted.back());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        if (values[i] == 0) {
            result.classOf[i] = Classification::kZero;
            continue;
        }
        const auto index = std::ranges::upper_bound(starts, values[i]) - starts.begin();
        result.classOf[i] = static_cast<std::int32_t>(index);
        put(values[i], result.classes[static_cast<std::size_t>(index)]);
    }
    return result;
}

Result<BivariateClassification> classifyTwo(std::span<const double> first, std::span<const double> second)
{
    if (first.size() != second.size()) {
        return fail(ErrorCode::BadInput, std::format("Two measures can be compared area by area alone: one has {} values, the other {}.", first.size(), second.size()));
    }
    const ClassRequest thirds{.method = ClassMethod::Quantile, .classes = 3, .breaks = {}};
    auto one = classify(first, thirds);
    if (!one) return std::unexpected(one.error());
    auto other = classify(second, thirds);
    if (!other) return std::unexpected(other.error());

    BivariateClassification result{.first = std::move(*one), .second = std::move(*other), .cellOf = {}, .noData = 0};
    result.cellOf.reserve(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::int32_t column = result.first.classOf[i];
        const std::int32_t row = result.second.classOf[i];
        const bool unknown = column == Classification::kNoData || row == Classification::kNoData;
        if (unknown) ++result.noData;
        result.cellOf.push_back(unknown ? Classification::kNoData : 3 * thirdOf(row) + thirdOf(column));
    }
    return result;
}

} // namespace hereabouts::core
