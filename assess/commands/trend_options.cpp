#include "assess/commands/trend_options.hpp"

#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "reports/trend/trend_writer.hpp"

#include <algorithm>
#include <locale>
#include <sstream>
#include <utility>

namespace assess {
namespace {

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& writer : trend_writers()) {
        names.emplace_back(writer.format);
    }
    return names;
}

const TrendWriter& writer_for(const Arguments& arguments) {
    const auto all = trend_writers();
    const auto format = arguments.get("format").value_or(std::string(all.front().format));
    return *std::ranges::find(all, format, &TrendWriter::format);
}

} // namespace

void append_trend_output_options(std::vector<Option>& table) {
    table.push_back({"format", "FORMAT", "How the result is written.", formats()});
    append_out_option(table);
    append_drawing_options(table);
}

Trend trend_for(TrendInputs inputs, const Arguments& arguments) {
    auto trend =
        make_trend(std::move(inputs.inputs), policy_for(arguments), report_settings(arguments));
    trend.warnings.insert(trend.warnings.begin(), inputs.warnings.begin(), inputs.warnings.end());
    return trend;
}

void write_trend(const Trend& trend, std::string_view what, const Arguments& arguments,
                 Streams& streams) {
    std::ostringstream rendered;
    rendered.imbue(std::locale::classic());
    writer_for(arguments).write(trend, writer_settings(arguments, streams.out_terminal), rendered);
    deliver(rendered.view(), what, arguments, streams);
}

} // namespace assess
