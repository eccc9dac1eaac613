// What `assess compare` and `assess trend` share: their options, and where the result goes.
#pragma once

#include "assess/commands/trend_input.hpp"
#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "model/trend/trend.hpp"
#include "reports/trend/trend_writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// --format, --out and how it is drawn.
void append_trend_output_options(std::vector<Option>& table);

/// What these options say.
struct TrendOutput {
    ResultWriter<Trend> writer;
    WriterSettings drawing;
    std::optional<std::string> out;
};
TrendOutput trend_output(const Arguments& arguments, const Terminal& terminal,
                         Diagnostics& problems);

/// Computes and writes. `what` is as for deliver().
Trend trend_for(TrendInputs inputs, const Policy& policy, const GapReportSettings& settings);
void write_trend(const Trend& trend, std::string_view what, const TrendOutput& output,
                 Streams& streams);

} // namespace assess
