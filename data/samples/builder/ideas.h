// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace hereabouts::sample {

/// A proposal's title and theme. Of each board, those on the ballot come first.
struct Idea {
    std::string_view board;
    std::string_view theme;
    std::string_view title;
};

/// 120.
extern const std::vector<Idea> kIdeas;

} // namespace hereabouts::sample
