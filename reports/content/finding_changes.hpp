// What became of findings between two reports, in words.
#pragma once

#include "model/findings/finding_change.hpp"

#include <span>
#include <string>
#include <vector>

namespace assess::reports {

/// "broken-ladder, building".
std::string rule_of(const FindingChange& change);
/// "present, serious"; "absent"; "no question" where there is no state.
std::string verdict_in_words(const std::optional<State>& state, Severity severity);
/// "from present, serious to possible, notable"; "present, notable as before"; "new, possible";
/// "from absent to no question any more".
std::string turn_of(const FindingChange& change);

/// One fate and the findings that met it, a sentence each.
struct FateList {
    std::string title; ///< "Would go"
    std::vector<std::string> lines;
};

/// Appeared, went, open and stayed, in this order, with the titles given in this order; those that
/// nothing met are left out. Of what stayed with the verdict it had, only the rule is named, all
/// of them in one line at the end.
std::vector<FateList> fate_lists(std::span<const FindingChange> changes,
                                 std::span<const std::string> titles);

} // namespace assess::reports
