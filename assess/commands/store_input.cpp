#include "assess/commands/store_input.hpp"

#include "assess/commands/landscape_options.hpp"
#include "assess/commands/store_options.hpp"
#include "assess/commands/stored_round.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

namespace assess {
namespace {

/// The answers in a store were read when they came in.
void check_options(const Arguments& arguments) {
    Diagnostics problems;
    for (const std::string_view option : {"map", "unknown"}) {
        if (arguments.has(option)) {
            problems.push_back({{},
                                fmt::format("--{} does not go with a store", option),
                                "The answers were read when they were submitted: leave it out."});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

} // namespace

StoreInput answers_in_store(const std::filesystem::path& file, const Arguments& arguments,
                            Grouping grouping) {
    check_options(arguments);
    // A report of a confidential round is recorded: only a lead-entered one can be read from a
    // disk that cannot be written.
    Store store(file, Store::Access::Read);
    const auto name = arguments.get("round");
    const auto round = name ? store.round(*name) : store.newest_round();
    const bool other_landscape = arguments.has("landscape") || arguments.has("overlay");
    check_landscape(round, other_landscape);
    const StoredRound stored(store, round, grouping);
    if (stored.is_empty()) {
        throw nothing_to_show(round);
    }
    StoreInput input;
    input.landscape = other_landscape ? landscape_for(arguments) : stored.landscape();
    const auto source = fmt::format("{}, round {}", file.string(), round.name);
    input.answers = stored.answers(source, input.landscape);
    if (const auto response = told_in_short(store.response(round), round); !response.empty()) {
        input.answers.warnings.push_back(response);
    }
    return input;
}

PrivacyPromise promise_in_store(const std::filesystem::path& file, const Arguments& arguments) {
    check_options(arguments);
    Store store(file, Store::Access::Read);
    const auto name = arguments.get("round");
    return (name ? store.round(*name) : store.newest_round()).promise;
}

} // namespace assess
