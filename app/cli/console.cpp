// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "core/joined/written.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <format>
#include <print>
#include <system_error>
#include <unistd.h>

namespace hereabouts::app {

namespace {

constexpr auto kBarEvery = std::chrono::milliseconds(80);
constexpr int kBarCells = 28;

std::size_t cellsOf(std::string_view text)
{
    // Code points are near enough: macrons take no cell of their own once text is NFC.
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool readsAsNumber(std::string_view text)
{
    if (text.empty() || text == "–") return true;
    const std::size_t sign = text.find_first_of("0123456789");
    return sign != std::string_view::npos && sign <= 4 && text.find_first_not_of("0123456789.,-$£€%² mkha") == std::string_view::npos;
}

} // namespace

std::string plain(std::string_view text)
{
    std::string clean;
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F)
            clean += letter;
        else
            clean += ' ';
    }
    return clean;
}

void Console::line(std::string_view text) const
{
    if (!json) write(std::format("{}\n", text));
}

void Console::document(const nlohmann::ordered_json& what) const
{
    if (json) write(what.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

void Console::write(std::string_view text) const
{
    if (m_outputError == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) m_outputError = errno;
}

int Console::finish(int code)
{
    clearBar();
    if (m_outputError == 0 && std::fflush(stdout) != 0) m_outputError = errno;
    // A reader that has seen enough (`… | head`) is no failure.
    if (m_outputError == 0 || m_outputError == EPIPE) return code;
    note(std::format("What was to be said could not be written to standard output: {}.", std::generic_category().message(m_outputError)));
    return kFailed;
}

void Console::note(std::string_view text)
{
    clearBar();
    std::fputs((plain(text) + "\n").c_str(), stderr);
}

int Console::refuse(const core::Error& error)
{
    note(error.message);
    return kFailed;
}

core::Job Console::job()
{
    core::Job job{.stop = m_stop, .report = {}};
    if (isatty(STDERR_FILENO) == 1) job.report = [this](double share, std::string_view what) { showBar(share, what); };
    return job;
}

void Console::showBar(double share, std::string_view what)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (m_barShown && now - m_shownAt < kBarEvery) return;
    m_shownAt = now;
    m_barShown = true;
    if (share < 0) {
        std::print(stderr, "\r\033[K{} …", plain(what));
    } else {
        const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * kBarCells);
        std::string bar;
        for (int i = 0; i < kBarCells; ++i) bar += i < full ? "█" : "░";
        std::print(stderr, "\r\033[K{} {:3.0f}%  {}", bar, std::clamp(share, 0.0, 1.0) * 100, plain(what));
    }
    std::fflush(stderr);
}

void Console::clearBar()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_barShown) return;
    std::print(stderr, "\r\033[K");
    std::fflush(stderr);
    m_barShown = false;
}

void Columns::print(const Console& console) const
{
    std::vector<std::size_t> widths;
    std::vector<bool> numbers(m_headings.size(), true);
    for (const std::string& heading : m_headings) widths.push_back(cellsOf(heading));
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], cellsOf(row[i]));
            if (!readsAsNumber(row[i])) numbers[i] = false;
        }
    }
    const auto printRow = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string gap(widths[i] - cellsOf(cells[i]), ' ');
            text += (i ? "  " : "") + (numbers[i] ? gap + plain(cells[i]) : plain(cells[i]) + gap);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        console.line(text);
    };
    if (std::ranges::any_of(m_headings, [](const std::string& heading) { return !heading.empty(); })) printRow(m_headings);
    for (const auto& row : m_rows) printRow(row);
}

std::string howMany(std::int64_t count, std::string_view one, std::string_view many)
{
    return std::format("{} {}", core::writtenCount(count), count == 1 ? one : many);
}

std::string metresText(double metres)
{
    return metres < 1000 ? std::format("{:.0f} m", metres) : std::format("{:.1f} km", metres / 1000);
}

std::string groundText(double squareMetres)
{
    if (squareMetres < 10) return std::format("{:.2f} m²", squareMetres);
    if (squareMetres < 1e5) return std::format("{} m²", core::writtenCount(std::llround(squareMetres)));
    if (squareMetres >= 1e9) return std::format("{} km²", core::writtenCount(std::llround(squareMetres / 1e6)));
    return std::format("{:.2f} km²", squareMetres / 1e6);
}

} // namespace hereabouts::app
