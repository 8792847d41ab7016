// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace hereabouts::test {

/// What a run of the command came to.
struct Ran {
    int code = -1;
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// The real `hereabouts` in a folder of its own that goes when the test does.
class Command {
public:
    Command() : m_folder(std::filesystem::temp_directory_path() / ("hereabouts-cli-" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(m_folder);
    }
    ~Command() { std::filesystem::remove_all(m_folder); }
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    /// @param under Words before the command: a program that runs it, "timeout 1", or a limit, "ulimit -f 100 &&".
    [[nodiscard]] Ran run(const std::string& words, const std::string& under = {}) const
    {
        return runLine(under + " '" HEREABOUTS_BINARY "' " + words + " >.out 2>.err </dev/null");
    }
    /// With a terminal for its standard output and error, both in `out`.
    [[nodiscard]] Ran onTerminal(const std::string& words) const
    {
        write(".line", "'" HEREABOUTS_BINARY "' " + words + "\n");
        return runLine("script -qec 'sh .line' /dev/null >.out 2>.err </dev/null");
    }
    void write(const std::string& name, const std::string& text) const { std::ofstream(m_folder / name, std::ios::binary) << text; }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ostringstream text;
        text << std::ifstream(m_folder / name, std::ios::binary).rdbuf();
        return text.str();
    }
    [[nodiscard]] bool has(const std::string& name) const { return std::filesystem::exists(m_folder / name); }

private:
    [[nodiscard]] Ran runLine(const std::string& line) const
    {
        const int status = std::system(("cd '" + m_folder.string() + "' && " + line).c_str());
        return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .out = read(".out"), .err = read(".err")};
    }

    std::filesystem::path m_folder;
};

} // namespace hereabouts::test
