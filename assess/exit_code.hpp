// What the program's exit codes mean; never shared between meanings.
#pragma once

namespace assess {

enum class ExitCode : int {
    Done = 0,
    FindingReached = 1, ///< a finding reached --fail-on
    InvalidInput = 2,   ///< wrong usage or invalid input
    Failed = 3          ///< failed while running: a full disk, an unreadable file
};

} // namespace assess
