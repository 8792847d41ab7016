// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "gis/store/place_file.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace hereabouts::app {

/// What the process says when it ends.
enum ExitCode { kDone = 0, kFailed = 1, kWrongUsage = 2, kDoneWithRejects = 3 };

/// Where a command speaks: text or one JSON document on standard output, everything else on standard error.
class Console {
public:
    explicit Console(std::stop_token stop) : m_stop(std::move(stop)) { }

    bool json = false;

    void line(std::string_view text = {}) const; ///< To people; nothing with --json.
    void document(const nlohmann::ordered_json& what) const; ///< To programs; nothing without --json.
    void note(std::string_view text); ///< On standard error, whichever.
    int refuse(const core::Error& error); ///< The one sentence; returns kFailed.

    /// Work that shows a bar on a terminal and hears Ctrl-C.
    [[nodiscard]] core::Job job();
    void clearBar();
    /// Clears the bar and sees that all is written; the exit code, or kFailed where standard output could not be written.
    [[nodiscard]] int finish(int code);

private:
    void write(std::string_view text) const;
    void showBar(double share, std::string_view what);

    std::stop_token m_stop;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_shownAt;
    bool m_barShown = false;
    mutable int m_outputError = 0; ///< errno of the first write that failed.
};

/// Text in aligned columns: numbers to the right, the rest to the left.
class Columns {
public:
    explicit Columns(std::vector<std::string> headings) : m_headings(std::move(headings)) { }
    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    void print(const Console& console) const;

private:
    std::vector<std::string> m_headings;
    std::vector<std::vector<std::string>> m_rows;
};

/// "1 row", "20,000 rows".
[[nodiscard]] std::string howMany(std::int64_t count, std::string_view one, std::string_view many);
/// "300 m", "1.4 km".
[[nodiscard]] std::string metresText(double metres);
/// "0.04 m²", "1,234 m²", "12.3 km²".
[[nodiscard]] std::string groundText(double squareMetres);
/// Control characters left out: text from data cannot steer a terminal.
[[nodiscard]] std::string plain(std::string_view text);

} // namespace hereabouts::app
