// BEFORE and AFTER of `assess compare`.
#include "assess/commands/trend_input.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace assess {
namespace {

/// One of the two, as the command line names it.
struct Side {
    std::string name; ///< of a file of answers
    std::filesystem::path file;
    bool is_store = false;
    std::optional<std::string> round;
    std::optional<std::string> mapping;
    std::optional<Landscape> landscape; ///< named by the command line
};

/// Options that do not go with what the two inputs are.
void refuse_what_does_not_fit(const ComparisonOptions& options, const Side& before,
                              const Side& after) {
    Diagnostics problems;
    const auto refuse = [&](bool given, std::string_view option, std::string why,
                            std::string hint) {
        if (given) {
            problems.push_back(usage_problem(fmt::format("--{} {}", option, why), std::move(hint)));
        }
    };
    const auto refuse_with_store = [&](bool given, std::string_view option) {
        refuse(given, option, "does not go with a store",
               "The answers were read when they were submitted: leave it out.");
    };
    refuse(options.round_before && !before.is_store, "before-round",
           "belongs to a store, and BEFORE is none", "Leave it out.");
    refuse(options.round_after && !after.is_store, "after-round",
           "belongs to a store, and AFTER is none", "Leave it out.");
    const auto& reading = options.report.reading;
    refuse_with_store(reading.mapping && before.is_store && after.is_store, "map");
    refuse_with_store(reading.unknown && before.is_store && after.is_store, "unknown");
    refuse_with_store(options.mapping_after && after.is_store, "map-after");
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

Side side_of(const std::string& given, const std::optional<std::string>& round,
             const std::optional<std::string>& mapping) {
    Side side;
    side.file = input_file(given);
    side.name = given == "-" ? "standard input" : side.file.filename().string();
    side.is_store = is_database(side.file);
    side.round = round;
    side.mapping = mapping;
    return side;
}

std::array<Side, 2> sides_of(const ComparisonOptions& options) {
    const auto& mapping = options.report.reading.mapping;
    std::array<Side, 2> sides{side_of(options.before, options.round_before, mapping),
                              side_of(options.after, options.round_after,
                                      options.mapping_after ? options.mapping_after : mapping)};
    auto& [before, after] = sides;
    refuse_what_does_not_fit(options, before, after);
    if (options.report.landscape.are_given()) {
        before.landscape = read_landscape(options.report.landscape);
        after.landscape = before.landscape;
    }
    if (options.landscape_before) {
        before.landscape = read_landscape(*options.landscape_before);
    }
    return sides;
}

bool same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
    std::error_code error;
    return std::filesystem::equivalent(one, other, error) && !error;
}

/// The newest round, and the one before it for BEFORE where the two are one store.
std::vector<std::string> rounds_by_default(const std::filesystem::path& file, const Side& before,
                                           const Side& after, bool landscape_before) {
    Store store(file, Store::Access::Read);
    const auto rounds = store.rounds();
    const auto newest = [&] { return store.newest_round().name; };
    const auto name_after = after.round ? *after.round : newest();
    if (before.round) {
        return {*before.round, name_after};
    }
    if (landscape_before) { // the same answers with two landscapes
        return {name_after, name_after};
    }
    for (std::size_t i = 1; i < rounds.size(); ++i) {
        if (rounds[i].name == name_after) {
            return {rounds[i - 1].name, name_after};
        }
    }
    throw InputError(Diagnostic{
        {},
        fmt::format("the store has no round before {}", in_quotes(store.round(name_after).name)),
        "Name the two: --before-round NAME --after-round NAME. Or open the next round (assess "
        "round open NAME) and come back when it has answers."});
}

TrendInput read_file_of(const Side& side, const ReportOptions& options, Streams& streams) {
    TrendInput input;
    input.landscape = side.landscape ? *side.landscape : read_landscape(options.landscape);
    input.name = side.name;
    input.answers = answers_in_file(side.file, {side.mapping, options.reading.unknown},
                                    input.landscape, streams);
    return input;
}

/// One round of a store beside something that is not in that store.
TrendInput lead_entered_round(const Side& side, Grouping grouping) {
    Store store(side.file, Store::Access::Read);
    const auto round = side.round ? store.round(*side.round) : store.newest_round();
    if (round.is_confidential()) {
        throw InputError(Diagnostic{
            {},
            fmt::format(
                "the confidential round {} cannot be compared with what is not in its store",
                in_quotes(round.name)),
            "Nobody could tell whether the two differ by a few people only, whose answers the "
            "comparison would give away. Compare it with another round of the same store."});
    }
    auto rounds = rounds_in_store(side.file, {{round.name}, {side.landscape}}, grouping);
    return std::move(rounds.inputs.front());
}

/// Names that a reader can tell apart.
void tell_apart(std::vector<TrendInput>& inputs, const ComparisonOptions& options) {
    auto& before = inputs.front();
    auto& after = inputs.back();
    if (before.name != after.name) {
        return;
    }
    if (before.landscape.edition != after.landscape.edition) {
        before.name += " (" + before.landscape.edition + ")";
        after.name += " (" + after.landscape.edition + ")";
        return;
    }
    if (options.before != options.after && before.date.empty()) {
        before.name = options.before;
        after.name = options.after;
        return;
    }
    before.name += " (before)";
    after.name += " (after)";
}

} // namespace

ComparisonOptions comparison_options(const Arguments& arguments, Diagnostics& problems) {
    ComparisonOptions options{arguments.positionals()[0],         arguments.positionals()[1],
                              arguments.get("before-round"),      arguments.get("after-round"),
                              arguments.get("map-after"),         std::nullopt,
                              report_options(arguments, problems)};
    if (options.before == "-" && options.after == "-") {
        problems.push_back(usage_problem("BEFORE and AFTER cannot both be the standard input",
                                         "Give at least one of them as a file."));
    }
    if (arguments.has("landscape-before")) {
        options.landscape_before = landscape_options(arguments, problems, "landscape-before");
    }
    return options;
}

TrendInputs comparison_inputs(const ComparisonOptions& options, Streams& streams) {
    const auto grouping = options.report.settings.grouping;
    const auto sides = sides_of(options);
    const auto& [before, after] = sides;
    TrendInputs result;
    if (before.is_store && after.is_store && same_file(before.file, after.file)) {
        const auto names =
            rounds_by_default(before.file, before, after, options.landscape_before.has_value());
        result =
            rounds_in_store(before.file, {names, {before.landscape, after.landscape}}, grouping);
    } else {
        for (const auto& side : sides) {
            result.inputs.push_back(side.is_store ? lead_entered_round(side, grouping)
                                                  : read_file_of(side, options.report, streams));
        }
    }
    tell_apart(result.inputs, options);
    return result;
}

} // namespace assess
