// Gap reports of every kind that the writers must get right: ordinary, empty, hostile, large.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::testing {

struct Sample {
    std::string name;
    GapReport report;
};

/// All of them; made once.
const std::vector<Sample>& samples();
const GapReport& sample(std::string_view name);

/// Names and words that try to break out of a terminal, a table, a page or a spreadsheet.
const std::vector<std::string>& hostile_names();

std::string written(const GapReport& report, std::string_view format,
                    const WriterSettings& settings = {});
std::vector<std::string> lines_of(std::string_view text);
/// How often a part stands in a text.
std::size_t count(std::string_view text, std::string_view part);

Estimate estimate(double value, double lower, double upper);

} // namespace assess::testing
