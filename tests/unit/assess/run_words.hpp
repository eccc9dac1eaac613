// The program run inside a test.
#pragma once

#include "assess/app.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace assess {

struct ProgramRun {
    ExitCode code;
    std::string out;
    std::string err;
};

/// As "assess WORDS..." with its output to no terminal.
inline ProgramRun run_words(const std::vector<std::string>& words) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{out, err, {}, false};
    const auto code = run_app(words, streams);
    return {code, out.str(), err.str()};
}

} // namespace assess
