// From a round in a store to the answers that a report is made of. The one way out of a store for
// every command that reports: what a confidential round may show is decided and recorded here.
#pragma once

#include "assess/commands/report_input.hpp"
#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"

namespace assess {

struct StoreInput {
    Answers answers;
    Landscape landscape; ///< the round's, or the one that the command line names
};

/// The answers of the input's round that --round names, or of the newest one, with what was held
/// back, why, and how many of those who were asked have answered among their warnings. Of a
/// confidential round the set of people is on the disk's record when this returns. Throws
/// InputError where options do not go with a store, or where nothing may be shown yet.
StoreInput answers_in_store(const ReportOptions& options);

/// The promise of the round that answers_in_store() would read. Looks at no answer and records
/// nothing: for what must be refused before anything is.
PrivacyPromise promise_in_store(const ReportOptions& options);

} // namespace assess
