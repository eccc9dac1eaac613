#include "assess/commands/report_input.hpp"

#include "assess/commands/store_input.hpp"
#include "assess/progress.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/read_answers.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace assess {
namespace {

void read_between(const std::string& text, GapReportSettings& settings, Diagnostics& problems) {
    const auto comma = text.find(',');
    if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos) {
        problems.push_back(usage_problem(fmt::format("--between cannot be {}", in_quotes(text)),
                                         "Give two groups with a comma between them, such as "
                                         "researcher,engineer."));
        return;
    }
    settings.between = {std::string(trimmed(std::string_view(text).substr(0, comma))),
                        std::string(trimmed(std::string_view(text).substr(comma + 1)))};
}

GapReportSettings report_settings(const Arguments& arguments, Diagnostics& problems) {
    GapReportSettings settings;
    settings.grouping =
        arguments.get("by").value_or("role") == "team" ? Grouping::Team : Grouping::Role;
    if (const auto between = arguments.get("between")) {
        read_between(*between, settings, problems);
    }
    if (const auto seed = arguments.number("seed", 0, UINT64_MAX, problems)) {
        settings.seed = *seed;
    }
    return settings;
}

} // namespace

std::vector<Positional> report_positionals() {
    return {{"INPUT", "a roster (CSV or JSON), a survey's CSV export with --map, or a store of "
                      "rounds; - is the standard input"}};
}

void append_report_options(std::vector<Option>& table) {
    table.insert(table.end(),
                 {
                     {"map", "MAPPING",
                      "How to read a survey export: a mapping file, or the name of a built-in "
                      "one."},
                     {"round", "NAME", "The round of a store; else the one opened last."},
                     {"by", "GROUPING", "Group people by role or by team.", {"role", "team"}},
                     {"between", "A,B",
                      "The two groups to compare, first minus second; else researcher and "
                      "engineer, or the only two teams."},
                     {"unknown",
                      "WHAT",
                      "What to do with tools the landscape does not know: refuse them, or "
                      "keep them without a place.",
                      {"error", "keep"}},
                     {"policy", "FILE", "Thresholds and weights of your own, as JSON."},
                     {"seed", "N",
                      "Seed of the random permutations; the same seed gives the same report. "
                      "Else 1."},
                 });
    append_landscape_options(table);
}

ReadingOptions reading_options(const Arguments& arguments) {
    return {arguments.get("map"), arguments.get("unknown")};
}

ReportOptions report_options(const Arguments& arguments, Diagnostics& problems) {
    return {input_file(arguments.positionals().front()),
            reading_options(arguments),
            arguments.get("round"),
            arguments.get("policy"),
            landscape_options(arguments, problems),
            report_settings(arguments, problems)};
}

std::filesystem::path input_file(const std::string& name) {
    return name == "-" ? "/dev/stdin" : name;
}

Answers answers_in_file(const std::filesystem::path& file, const ReadingOptions& options,
                        Landscape& landscape, Streams& streams) {
    Progress progress(streams.err, streams.err_is_terminal);
    ReadSettings settings;
    settings.mapping = options.mapping;
    settings.keep_unknown = options.unknown == "keep";
    settings.progress = [&](std::size_t bytes, std::size_t total) { progress.read(bytes, total); };
    return read_answers(file, settings, landscape);
}

Policy read_policy(const ReportOptions& options) {
    return options.policy ? parse_policy(read_file(*options.policy), *options.policy) : Policy{};
}

ReportInput read_report_input(const ReportOptions& options, Streams& streams) {
    ReportInput input;
    input.settings = options.settings;
    input.policy = read_policy(options);
    if (is_database(options.input)) {
        auto stored = answers_in_store(options);
        input.answers = std::move(stored.answers);
        input.landscape = std::move(stored.landscape);
        return input;
    }
    if (options.round) {
        throw InputError(Diagnostic{{},
                                    "--round belongs to a store",
                                    "Give the store's file as INPUT, or leave --round out."});
    }
    input.landscape = read_landscape(options.landscape);
    input.answers = answers_in_file(options.input, options.reading, input.landscape, streams);
    return input;
}

GapReport gap_report_for(const ReportOptions& options, Streams& streams) {
    auto input = read_report_input(options, streams);
    return make_gap_report(std::move(input.answers), std::move(input.landscape), input.policy,
                           input.settings);
}

} // namespace assess
