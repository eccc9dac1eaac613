// Writers: one a format, over the one gap-report value. They lay out; they compute nothing
// that a reader could call a result.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <cstddef>
#include <ostream>
#include <span>
#include <string_view>

namespace assess {

struct WriterSettings {
    std::size_t width = 80; ///< columns of the terminal, at least 40
    bool colour = false;    ///< terminal colours
    bool unicode = true;    ///< else plain ASCII
};

struct Writer {
    std::string_view format; ///< as in --format
    std::string_view what;   ///< one line for the help
    void (*write)(const GapReport&, const WriterSettings&, std::ostream&);
};

/// All writers; the first is the default.
std::span<const Writer> writers();

} // namespace assess
