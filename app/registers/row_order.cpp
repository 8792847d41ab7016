// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/row_order.h"

#include "gis/text/fold.h"

#include <QCollator>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hereabouts::app {

namespace {

/// The place of every distinct word in the order of filing; word 0, no text, has none.
std::vector<double> filed(const core::TextColumn& column)
{
    QCollator collator{QLocale{QLocale::English}};
    collator.setNumericMode(true);
    std::vector<QString> keys;
    for (const std::string& word : column.distinct()) keys.push_back(QString::fromStdString(gis::fold(word)));
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return collator.compare(keys[a], keys[b]) < 0; });
    std::vector<double> places(keys.size());
    double place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && collator.compare(keys[order[i - 1]], keys[order[i]]) != 0) ++place;
        places[order[i]] = place;
    }
    if (!places.empty()) places.front() = std::nan("");
    return places;
}

std::vector<double> weights(const core::Column& column)
{
    if (const auto* reals = std::get_if<core::RealColumn>(&column)) return *reals;
    std::vector<double> weights;
    if (const auto* wholes = std::get_if<core::IntegerColumn>(&column)) {
        for (const std::int64_t one : *wholes) weights.push_back(one == core::kNoInteger ? std::nan("") : static_cast<double>(one));
    } else if (const auto* text = std::get_if<core::TextColumn>(&column)) {
        const std::vector<double> places = filed(*text);
        for (const std::uint32_t word : text->words()) weights.push_back(places[word]);
    }
    return weights;
}

} // namespace

void sortRows(std::vector<std::size_t>& rows, const core::Column& column, bool descending)
{
    const std::vector<double> weight = weights(column);
    std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
        if (std::isnan(weight[a]) || std::isnan(weight[b])) return !std::isnan(weight[a]) && std::isnan(weight[b]);
        return descending ? weight[a] > weight[b] : weight[a] < weight[b];
    });
}

} // namespace hereabouts::app
