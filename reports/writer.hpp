// Writers: one a format, over the one value of a result. They lay out; they compute nothing that a
// reader could call a result.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <cstddef>
#include <functional>
#include <ostream>
#include <span>
#include <string_view>

namespace assess {

struct WriterSettings {
    std::size_t width = 80; ///< columns of the terminal, at least 40
    bool colour = false;    ///< terminal colours
    bool unicode = true;    ///< else plain ASCII
};

/// One format of a result.
template <typename Result>
struct ResultWriter {
    std::string_view format; ///< as in --format
    std::function<void(const Result&, const WriterSettings&, std::ostream&)> write;
};
using Writer = ResultWriter<GapReport>;

/// All formats of the gap report; the first is the default.
std::span<const Writer> writers();

} // namespace assess
