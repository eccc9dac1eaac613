// From a round in a store to the answers that a report is made of. The one way out of a store for
// every command that reports: what a confidential round may show is decided and recorded here.
#pragma once

#include "assess/options.hpp"
#include "model/assessment/answers.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/landscape/landscape.hpp"

#include <filesystem>

namespace assess {

struct StoreInput {
    Answers answers;
    Landscape landscape; ///< the round's, or the one that the command line names
};

/// The answers of the round that --round names, or of the newest one, with what was held back,
/// why, and how many of those who were asked have answered among their warnings. Of a confidential
/// round the set of people is on the disk's record when this returns. Throws InputError where
/// options do not go with a store, or where nothing may be shown yet.
StoreInput answers_in_store(const std::filesystem::path& file, const Arguments& arguments,
                            Grouping grouping);

/// The promise of the round that answers_in_store() would read. Looks at no answer and records
/// nothing: for what must be refused before anything is.
PrivacyPromise promise_in_store(const std::filesystem::path& file, const Arguments& arguments);

} // namespace assess
