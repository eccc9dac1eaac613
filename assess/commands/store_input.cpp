#include "assess/commands/store_input.hpp"

#include "assess/commands/store_options.hpp"
#include "assess/commands/stored_round.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

#include <string_view>

namespace assess {
namespace {

/// The answers in a store were read when they came in.
void refuse_reading_options(const ReadingOptions& options) {
    Diagnostics problems;
    const auto refuse = [&](bool given, std::string_view option) {
        if (given) {
            problems.push_back(
                usage_problem(fmt::format("--{} does not go with a store", option),
                              "The answers were read when they were submitted: leave it out."));
        }
    };
    refuse(options.mapping.has_value(), "map");
    refuse(options.unknown.has_value(), "unknown");
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

Round round_of(Store& store, const ReportOptions& options) {
    return options.round ? store.round(*options.round) : store.newest_round();
}

} // namespace

StoreInput answers_in_store(const ReportOptions& options) {
    refuse_reading_options(options.reading);
    // A report of a confidential round is recorded: only a lead-entered one can be read from a
    // disk that cannot be written.
    Store store(options.input, Store::Access::Read);
    const auto round = round_of(store, options);
    check_landscape(round, options.landscape.are_given());
    const StoredRound stored(store, round, options.settings.grouping);
    if (stored.is_empty()) {
        throw nothing_to_show(round);
    }
    StoreInput input;
    input.landscape =
        options.landscape.are_given() ? read_landscape(options.landscape) : stored.landscape();
    const auto source = fmt::format("{}, round {}", options.input.string(), round.name);
    input.answers = stored.answers(source, input.landscape);
    if (const auto response = told_in_short(store.response(round), round); !response.empty()) {
        input.answers.warnings.push_back(response);
    }
    return input;
}

PrivacyPromise promise_in_store(const ReportOptions& options) {
    refuse_reading_options(options.reading);
    Store store(options.input, Store::Access::Read);
    return round_of(store, options).promise;
}

} // namespace assess
