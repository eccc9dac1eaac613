// Golden tests: a file holds its inputs, the commands and what each must print and return.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace assess::golden {

/// One command and its expected outcome.
struct Run {
    std::string command; ///< for /bin/sh, in a folder of its own that holds the files
    std::string out;
    std::string err;
    int exit_code = 0;
};

struct Case {
    std::string about; ///< the lines before the first section
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<Run> runs;
};

/// Reads the format that README.md here describes. Throws std::runtime_error with the line.
Case read_case(const std::filesystem::path& file);
std::string to_text(const Case& golden_case);

/// Runs a command in `folder`, the program under test first on the PATH.
Run run_command(const std::string& command, const std::filesystem::path& folder);

} // namespace assess::golden
