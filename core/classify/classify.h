// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace hereabouts::core {

/// How values are cut into classes for a map.
enum class ClassMethod {
    Quantile,      ///< About as many areas in each class; equal values always stay together.
    EqualInterval, ///< Classes equally wide from the least to the greatest value.
    NaturalBreaks, ///< Least sum of squared distances to the class means (Jenks), exactly.
    Manual,        ///< Cut where a person says.
};

struct ClassRequest {
    ClassMethod method = ClassMethod::Quantile;
    int classes = 5;            ///< 2…9; fewer come out where there are fewer different values. Not used by Manual.
    std::vector<double> breaks; ///< Manual: where each class but the first begins, ascending; classes are one more than breaks.
};

/// One class: the values v with from <= v < to (the last class: v <= to).
struct ValueClass {
    double from = 0;
    double to = 0;
    double least = 0;      ///< Smallest value in it; NaN when it is empty.
    double most = 0;       ///< Greatest value in it; NaN when it is empty.
    std::size_t count = 0;

    friend bool operator==(const ValueClass&, const ValueClass&) = default;
};

/// Every value in exactly one place: a class, the zeros, or no data.
struct Classification {
    static constexpr std::int32_t kZero = -1;   ///< Exactly zero: known, and none.
    static constexpr std::int32_t kNoData = -2; ///< Unknown or withheld, which is not zero.

    std::vector<ValueClass> classes;   ///< Ascending; not one of them holds the zeros.
    std::vector<std::int32_t> classOf; ///< One a value: index into `classes`, kZero or kNoData.
    std::size_t zeros = 0;
    std::size_t noData = 0;
};

/// Cuts values into classes. NaN is no data. Natural breaks are found exactly in O(k n log n) for n different values
/// (divide and conquer over Fisher's recurrence).
///
/// Fails with BadInput for classes outside 2…9, an infinite value, or manual breaks that are not finite and ascending.
/// Source: Fisher (1958), "On grouping for maximum homogeneity", Journal of the American Statistical Association 53, 789-798.
[[nodiscard]] Result<Classification> classify(std::span<const double> values, const ClassRequest& request);

/// Two measures at once: each cut into three by its quantiles.
struct BivariateClassification {
    Classification first;
    Classification second;
    /// One a value pair: 3 * third of the second + third of the first (0…8), or Classification::kNoData where either is unknown.
    /// Zero counts as the lowest third.
    std::vector<std::int32_t> cellOf;
    std::size_t noData = 0;
};

/// Fails with BadInput if the two differ in length or hold an infinite value.
[[nodiscard]] Result<BivariateClassification> classifyTwo(std::span<const double> first, std::span<const double> second);

} // namespace hereabouts::core
