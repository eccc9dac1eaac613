// From the command line to what a comparison or a trend is made of: assessments from files of
// answers and from the rounds of a store. Several rounds leave a store only through here: those
// with a confidential one among them pass the gate of a trend (privacy/trend_release.hpp) after
// each round's own.
#pragma once

#include "assess/commands/report_input.hpp"
#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/trend/trend.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assess {

struct TrendInputs {
    std::vector<TrendInput> inputs;
    std::vector<Message> warnings; ///< rounds that are left out, other questions, ...
};

/// Rounds of one store, each as a command asks for it.
struct RoundsWanted {
    std::vector<std::string> names; ///< in the order wanted; the same one may come twice
    /// One for each name: a landscape to read it with; nothing for the round's own.
    std::vector<std::optional<Landscape>> landscapes;
};

/// These rounds, in this order. Throws InputError where there is none of a name, or where one has
/// nothing to show.
TrendInputs rounds_in_store(const std::filesystem::path& file, const RoundsWanted& wanted,
                            Grouping grouping);

/// The input's rounds of these names, or all of them, oldest first; those without anything to show
/// are left out with a warning. Throws InputError where fewer than two remain.
TrendInputs trend_in_store(const ReportOptions& options,
                           const std::optional<std::vector<std::string>>& names);

/// What `assess compare` is asked for.
struct ComparisonOptions {
    std::string before; ///< a file of answers or a store
    std::string after;
    std::optional<std::string> round_before;
    std::optional<std::string> round_after;
    std::optional<std::string> mapping_after;
    std::optional<LandscapeOptions> landscape_before;
    ReportOptions report; ///< of both, as far as these do not say otherwise
};
ComparisonOptions comparison_options(const Arguments& arguments, Diagnostics& problems);

/// Both, each a file of answers or a round of a store. Throws InputError with what is wrong; a
/// confidential round goes only with rounds of its own store.
TrendInputs comparison_inputs(const ComparisonOptions& options, Streams& streams);

} // namespace assess
