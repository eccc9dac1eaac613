// assess trend: the rounds of a store, one after the other.
#include "assess/commands/command.hpp"
#include "assess/commands/report_input.hpp"
#include "assess/commands/trend_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
namespace trend_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"STORE", "a store of rounds"}};
}

/// Options of `report` that say how a file is read, or which round: not of a trend.
constexpr std::array<std::string_view, 3> not_here{"round", "map", "unknown"};

std::vector<Option> options() {
    std::vector<Option> table;
    append_trend_output_options(table);
    table.push_back({"rounds", "A,B,...", "The rounds to show; else all that have answers."});
    append_report_options(table);
    std::erase_if(table, [](const Option& option) {
        return std::ranges::find(not_here, option.name) != not_here.end();
    });
    return table;
}

/// The names in a list with commas, each once.
std::vector<std::string> names_in(const std::string& list) {
    std::vector<std::string> names;
    std::size_t at = 0;
    while (at <= list.size()) {
        const auto comma = std::min(list.find(',', at), list.size());
        const std::string name(trimmed(std::string_view(list).substr(at, comma - at)));
        if (!name.empty() && std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
        at = comma + 1;
    }
    return names;
}

void check_store(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        throw InputError(Diagnostic{{},
                                    fmt::format("there is no store {}", in_quotes(file.string())),
                                    "Give the name of yours, or make one: assess init"});
    }
    if (!is_database(file)) {
        throw InputError(Diagnostic{{},
                                    fmt::format("{} is not a store", in_quotes(file.string())),
                                    "Compare two files of answers: assess compare BEFORE AFTER"});
    }
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    std::optional<std::vector<std::string>> names;
    if (const auto list = arguments.get("rounds")) {
        names = names_in(*list);
    }
    return [names, output = trend_output(arguments, terminal, problems),
            options = report_options(arguments, problems)](Streams& streams) {
        const auto policy = read_policy(options);
        check_store(options.input);
        write_trend(trend_for(trend_in_store(options, names), policy, options.settings),
                    "The trend", output, streams);
        return ExitCode::Done;
    };
}

} // namespace
} // namespace trend_verb

Command trend_command() {
    return {
        "trend",
        "what moved from round to round of a store, and why",
        "STORE [--rounds A,B,...] [--format FORMAT] [--out FILE] [options]",
        "Goes through the rounds of a store, oldest first, each with the landscape it was opened\n"
        "with, and says what `assess compare` says of every two that follow each other, and of\n"
        "the first and the last. Of confidential rounds only what may be shown side by side:\n"
        "groups that differ by a few people only are held back.",
        trend_verb::positionals,
        trend_verb::options,
        {"assess trend assess.db", "assess trend assess.db --rounds spring,autumn",
         "assess trend assess.db --format html --out trend.html"},
        trend_verb::setup};
}

} // namespace assess
