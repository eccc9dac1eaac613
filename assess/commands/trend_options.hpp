// What `assess compare` and `assess trend` share: their options, and where the result goes.
#pragma once

#include "assess/commands/trend_input.hpp"
#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "model/trend/trend.hpp"

#include <string_view>
#include <vector>

namespace assess {

/// --format, --out and how it is drawn.
void append_trend_output_options(std::vector<Option>& table);

/// Computes and writes. `what` is as for deliver().
Trend trend_for(TrendInputs inputs, const Arguments& arguments);
void write_trend(const Trend& trend, std::string_view what, const Arguments& arguments,
                 Streams& streams);

} // namespace assess
