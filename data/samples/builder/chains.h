// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/samples/builder/outline.h"

#include <functional>
#include <vector>

namespace hereabouts::sample {

/// A run of edges that goes on as straight as it can.
struct Chain {
    std::vector<int> edges;
    Path line;
    double metres = 0;
};

/// Joins the chosen edges into chains: at each corner the two that turn the least go on into each other, if they turn less than about 50 degrees.
[[nodiscard]] std::vector<Chain> chainEdges(const Mesh& mesh, const Outline& outline, const std::function<bool(int edge)>& chosen);

} // namespace hereabouts::sample
