// BEFORE and AFTER of `assess compare`.
#include "assess/commands/landscape_options.hpp"
#include "assess/commands/report_input.hpp"
#include "assess/commands/trend_input.hpp"
#include "assess/progress.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/read_answers.hpp"
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

std::filesystem::path file_named(const std::string& name) {
    return name == "-" ? "/dev/stdin" : name;
}

/// Options that do not go with what the two inputs are.
void check_options(const Arguments& arguments, const Side& before, const Side& after) {
    Diagnostics problems;
    const auto refuse = [&](std::string_view option, std::string why, std::string hint) {
        if (arguments.has(option)) {
            problems.push_back({{}, fmt::format("--{} {}", option, why), std::move(hint)});
        }
    };
    if (!before.is_store) {
        refuse("before-round", "belongs to a store, and BEFORE is none", "Leave it out.");
    }
    if (!after.is_store) {
        refuse("after-round", "belongs to a store, and AFTER is none", "Leave it out.");
    }
    if (before.is_store && after.is_store) {
        for (const std::string_view option : {"map", "unknown"}) {
            refuse(option, "does not go with a store",
                   "The answers were read when they were submitted: leave it out.");
        }
    }
    if (after.is_store) {
        refuse("map-after", "does not go with a store",
               "The answers were read when they were submitted: leave it out.");
    }
    if (arguments.positionals()[0] == "-" && arguments.positionals()[1] == "-") {
        problems.push_back({{},
                            "BEFORE and AFTER cannot both be the standard input",
                            "Give at least one of them as a file."});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

std::array<Side, 2> sides_of(const Arguments& arguments) {
    std::array<Side, 2> sides;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto& given = arguments.positionals()[i];
        sides[i].file = file_named(given);
        sides[i].name = given == "-" ? "standard input" : sides[i].file.filename().string();
        sides[i].is_store = is_database(sides[i].file);
        sides[i].mapping = arguments.get("map");
    }
    auto& [before, after] = sides;
    before.round = arguments.get("before-round");
    after.round = arguments.get("after-round");
    if (arguments.has("map-after")) {
        after.mapping = arguments.get("map-after");
    }
    check_options(arguments, before, after);
    if (arguments.has("landscape") || arguments.has("overlay")) {
        before.landscape = landscape_for(arguments);
        after.landscape = before.landscape;
    }
    if (arguments.has("landscape-before")) {
        before.landscape = landscape_for(arguments, "landscape-before");
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

TrendInput read_file_of(const Side& side, const Arguments& arguments, Streams& streams) {
    Progress progress(streams.err, streams.err_is_terminal);
    ReadSettings settings;
    settings.mapping = side.mapping;
    settings.keep_unknown = arguments.get("unknown") == "keep";
    settings.progress = [&](std::size_t bytes, std::size_t total) { progress.read(bytes, total); };
    TrendInput input;
    input.landscape = side.landscape ? *side.landscape : landscape_for(arguments);
    input.name = side.name;
    input.answers = read_answers(side.file, settings, input.landscape);
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
void tell_apart(std::vector<TrendInput>& inputs, const Arguments& arguments) {
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
    const auto& files = arguments.positionals();
    if (files[0] != files[1] && before.date.empty()) {
        before.name = files[0];
        after.name = files[1];
        return;
    }
    before.name += " (before)";
    after.name += " (after)";
}

} // namespace

TrendInputs comparison_inputs(const Arguments& arguments, Grouping grouping, Streams& streams) {
    const auto sides = sides_of(arguments);
    const auto& [before, after] = sides;
    TrendInputs result;
    if (before.is_store && after.is_store && same_file(before.file, after.file)) {
        const auto names =
            rounds_by_default(before.file, before, after, arguments.has("landscape-before"));
        result =
            rounds_in_store(before.file, {names, {before.landscape, after.landscape}}, grouping);
    } else {
        for (const auto& side : sides) {
            result.inputs.push_back(side.is_store ? lead_entered_round(side, grouping)
                                                  : read_file_of(side, arguments, streams));
        }
    }
    tell_apart(result.inputs, arguments);
    return result;
}

} // namespace assess
