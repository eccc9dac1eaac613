// The figures that stand on their own, by name.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"

#include <span>
#include <string_view>

namespace assess {

struct NamedFigure {
    std::string_view name; ///< as in --which
    std::string_view what; ///< one line for the help
    reports::Figure (*draw)(const GapReport&, reports::Size);
};

/// All figures; the first is the default.
std::span<const NamedFigure> figures();

} // namespace assess
