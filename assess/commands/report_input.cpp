#include "assess/commands/report_input.hpp"

#include "assess/commands/landscape_options.hpp"
#include "assess/commands/store_input.hpp"
#include "assess/progress.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/read_answers.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace assess {
namespace {

std::pair<std::string, std::string> parse_between(const std::string& text) {
    const auto comma = text.find(',');
    if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos) {
        throw InputError(Diagnostic{{},
                                    fmt::format("--between cannot be {}", in_quotes(text)),
                                    "Give two groups with a comma between them, such as "
                                    "researcher,engineer."});
    }
    return {std::string(trimmed(std::string_view(text).substr(0, comma))),
            std::string(trimmed(std::string_view(text).substr(comma + 1)))};
}

std::filesystem::path input_file(const Arguments& arguments) {
    const auto& name = arguments.positionals().front();
    return name == "-" ? "/dev/stdin" : name;
}

Answers read(const Arguments& arguments, Landscape& landscape, Streams& streams) {
    Progress progress(streams.err, streams.err_is_terminal);
    ReadSettings settings;
    settings.mapping = arguments.get("map");
    settings.keep_unknown = arguments.get("unknown") == "keep";
    settings.progress = [&](std::size_t bytes, std::size_t total) { progress.read(bytes, total); };
    return read_answers(input_file(arguments), settings, landscape);
}

} // namespace

GapReportSettings report_settings(const Arguments& arguments) {
    GapReportSettings settings;
    settings.grouping =
        arguments.get("by").value_or("role") == "team" ? Grouping::Team : Grouping::Role;
    if (const auto between = arguments.get("between")) {
        settings.between = parse_between(*between);
    }
    if (const auto seed = arguments.number("seed", 0, UINT64_MAX)) {
        settings.seed = *seed;
    }
    return settings;
}

Policy policy_for(const Arguments& arguments) {
    const auto file = arguments.get("policy");
    return file ? parse_policy(read_file(*file), *file) : Policy{};
}

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

ReportInput report_input(const Arguments& arguments, Streams& streams) {
    ReportInput input;
    input.settings = report_settings(arguments);
    input.policy = policy_for(arguments);
    if (const auto file = input_file(arguments); is_database(file)) {
        auto stored = answers_in_store(file, arguments, input.settings.grouping);
        input.answers = std::move(stored.answers);
        input.landscape = std::move(stored.landscape);
        return input;
    }
    if (arguments.has("round")) {
        throw InputError(Diagnostic{{},
                                    "--round belongs to a store",
                                    "Give the store's file as INPUT, or leave --round out."});
    }
    input.landscape = landscape_for(arguments);
    input.answers = read(arguments, input.landscape, streams);
    return input;
}

GapReport gap_report_for(const Arguments& arguments, Streams& streams) {
    auto input = report_input(arguments, streams);
    return make_gap_report(std::move(input.answers), std::move(input.landscape),
                           std::move(input.policy), input.settings);
}

} // namespace assess
