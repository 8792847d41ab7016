// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <sqlite3.h>

#include <filesystem>
#include <string>

namespace hereabouts::test {

/// Another program at the same file: SQLite as it is, without SpatiaLite and without our settings.
class OutsideHand {
public:
    explicit OutsideHand(const std::filesystem::path& path) { REQUIRE(sqlite3_open(path.c_str(), &m_handle) == SQLITE_OK); }
    OutsideHand(const OutsideHand&) = delete;
    OutsideHand& operator=(const OutsideHand&) = delete;
    ~OutsideHand() { sqlite3_close(m_handle); }

    void run(const std::string& sql)
    {
        char* message = nullptr;
        if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) FAIL(message);
    }

    /// All rows, cells parted by '|' and rows by a line's end.
    std::string ask(const std::string& sql)
    {
        std::string answer;
        const auto add = [](void* text, int cells, char** values, char**) {
            auto* out = static_cast<std::string*>(text);
            if (!out->empty()) *out += '\n';
            for (int i = 0; i < cells; ++i) *out += std::string(i ? "|" : "") + (values[i] ? values[i] : "");
            return 0;
        };
        char* message = nullptr;
        if (sqlite3_exec(m_handle, sql.c_str(), add, &answer, &message) != SQLITE_OK) FAIL(message);
        return answer;
    }

private:
    sqlite3* m_handle = nullptr;
};

} // namespace hereabouts::test
