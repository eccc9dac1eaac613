#include "tests/golden/golden_case.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>

namespace assess::golden {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

/// The rest of a section line, where it is of this kind.
bool is_section(const std::string& line, const std::string& kind, std::string& rest) {
    const std::string head = "=== " + kind;
    if (line.compare(0, head.size(), head) != 0) {
        return false;
    }
    rest = line.substr(head.size());
    return true;
}

/// A section's text. A last line without a line break is told by a line of its own.
constexpr const char* no_newline = "\\ no line break at the end\n";

std::string stored(const std::string& text) {
    if (text.empty() || text.back() == '\n') {
        return text;
    }
    return text + "\n" + no_newline;
}

std::string unstored(std::string text) {
    const std::string mark = no_newline;
    if (text.size() > mark.size() &&
        text.compare(text.size() - mark.size(), mark.size(), mark) == 0) {
        text.resize(text.size() - mark.size() - 1);
    }
    return text;
}

} // namespace

Case read_case(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    Case golden_case;
    std::string* section = &golden_case.about;
    std::string line;
    std::string rest;
    std::size_t number = 0;
    while (std::getline(stream, line)) {
        ++number;
        if (is_section(line, "file: ", rest)) {
            section = &golden_case.files.emplace_back(rest, "").second;
        } else if (is_section(line, "run: ", rest)) {
            golden_case.runs.push_back({rest, "", "", 0});
            section = nullptr;
        } else if (line.rfind("=== ", 0) == 0 && golden_case.runs.empty()) {
            throw std::runtime_error(fmt::format("{}:{}: unknown section", file.string(), number));
        } else if (is_section(line, "out", rest)) {
            section = &golden_case.runs.back().out;
        } else if (is_section(line, "err", rest)) {
            section = &golden_case.runs.back().err;
        } else if (is_section(line, "exit: ", rest)) {
            golden_case.runs.back().exit_code = std::stoi(rest);
            section = nullptr;
        } else if (section != nullptr) {
            *section += line + "\n";
        }
    }
    for (auto& [name, content] : golden_case.files) {
        content = unstored(content);
    }
    for (auto& run : golden_case.runs) {
        run.out = unstored(run.out);
        run.err = unstored(run.err);
    }
    return golden_case;
}

std::string to_text(const Case& golden_case) {
    std::string text = golden_case.about;
    for (const auto& [name, content] : golden_case.files) {
        text += fmt::format("=== file: {}\n{}", name, stored(content));
    }
    for (const auto& run : golden_case.runs) {
        text += fmt::format("=== run: {}\n", run.command);
        if (!run.out.empty()) {
            text += fmt::format("=== out\n{}", stored(run.out));
        }
        if (!run.err.empty()) {
            text += fmt::format("=== err\n{}", stored(run.err));
        }
        text += fmt::format("=== exit: {}\n", run.exit_code);
    }
    return text;
}

Run run_command(const std::string& command, const fs::path& folder) {
    const auto log = fs::path(folder.string() + ".log");
    fs::create_directories(log);
    const auto script = log / "script";
    std::ofstream(script) << command << '\n';
    const auto line = fmt::format(
        "cd '{}' && env -u NO_COLOR PATH='{}':\"$PATH\" SOURCE='{}' LC_ALL=C.UTF-8 TZ=UTC "
        "/bin/sh '{}' >'{}' 2>'{}' </dev/null",
        folder.string(), ASSESS_PROGRAM_DIR, ASSESS_SOURCE_DIR, script.string(),
        (log / "out").string(), (log / "err").string());
    const int status = std::system(line.c_str()); // NOLINT: the tests' own commands
    Run run{command, content_of(log / "out"), content_of(log / "err"),
            WIFEXITED(status) ? WEXITSTATUS(status) : 128};
    fs::remove_all(log);
    return run;
}

} // namespace assess::golden
