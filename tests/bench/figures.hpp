// Figures that outlive a run, so that two runs can be compared (compare.py).
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace assess {

/// Adds a line to the file that ASSESS_FIGURES names; does nothing without it.
inline void keep_figure(std::string_view name, double value, std::string_view unit) {
    const char* path = std::getenv("ASSESS_FIGURES");
    if (path == nullptr) {
        return;
    }
    if (std::FILE* file = std::fopen(path, "a"); file != nullptr) {
        fmt::print(file, "{}\t{:.6g}\t{}\n", name, value, unit);
        std::fclose(file);
    }
}

} // namespace assess
