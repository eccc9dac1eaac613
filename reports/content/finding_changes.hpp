// What became of findings between two reports, in messages.
#pragma once

#include "model/findings/finding_change.hpp"

#include <span>
#include <vector>

namespace assess::reports {

/// "broken-ladder, building".
Message rule_of(const FindingChange& change);
/// "from present, serious to possible, notable"; "present, notable as before"; "new, possible";
/// "from absent to no question any more".
Message turn_of(const FindingChange& change);

/// One fate and the findings that met it, a sentence each.
struct FateList {
    FindingFate fate{};
    Message title; ///< "Would no longer be found"
    std::vector<Message> lines;
};

/// Appeared, went, open and stayed, in this order; those that nothing met are left out. `title` is
/// a message about a {fate}. Of what stayed with the verdict it had, only the rule is named, all
/// of them in one line at the end.
std::vector<FateList> fate_lists(std::span<const FindingChange> changes, MessageId title);

} // namespace assess::reports
