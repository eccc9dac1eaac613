#include "assess/commands/trend_options.hpp"

#include "assess/commands/output_options.hpp"

#include <ostream>
#include <utility>

namespace assess {
void append_trend_output_options(std::vector<Option>& table) {
    table.push_back({"format", "FORMAT", "How the result is written.",
                     choices_from(trend_writers(), &ResultWriter<Trend>::format)});
    append_out_option(table);
    append_drawing_options(table);
}

TrendOutput trend_output(const Arguments& arguments, const Terminal& terminal,
                         Diagnostics& problems) {
    return {chosen_from(trend_writers(), &ResultWriter<Trend>::format, arguments, "format"),
            writer_settings(arguments, terminal, problems), arguments.get("out")};
}

Trend trend_for(TrendInputs inputs, const Policy& policy, const GapReportSettings& settings) {
    auto trend = make_trend(std::move(inputs.inputs), policy, settings);
    trend.warnings.insert(trend.warnings.begin(), inputs.warnings.begin(), inputs.warnings.end());
    return trend;
}

void write_trend(const Trend& trend, std::string_view what, const TrendOutput& output,
                 Streams& streams) {
    deliver([&](std::ostream& into) { output.writer.write(trend, output.drawing, into); }, what,
            output.out, streams);
}

} // namespace assess
