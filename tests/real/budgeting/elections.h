// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/pabulib.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace hereabouts::test {

inline std::filesystem::path budgeting() { return std::filesystem::path(HEREABOUTS_REAL_DATA) / "budgeting"; }

inline std::string fileText(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Every .pb file there is, by name; empty where real data is absent.
inline std::vector<std::filesystem::path> electionFiles()
{
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"files", "derived"}) {
        if (!std::filesystem::exists(budgeting() / folder)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(budgeting() / folder)) {
            if (entry.path().extension() == ".pb") files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace hereabouts::test
