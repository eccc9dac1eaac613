// What became of the findings between two reports on the same questions.
#pragma once

#include "model/findings/finding.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// A finding counts as there while it is present or possible.
enum class FindingFate : std::uint8_t {
    Appeared, ///< there now, not before
    Went,     ///< there before, now absent or no question any more
    Stayed,   ///< there before and now, the state may differ
    Open,     ///< there before, now undetermined: nobody can say
    Never     ///< there neither before nor now
};

/// "appeared", "went", "stayed", "open", "never".
std::string_view id_of(FindingFate fate);

/// One rule's verdict on one subject, before and after.
struct FindingChange {
    std::string id;
    std::string subject;
    std::optional<State> before; ///< nothing: it was no question there
    std::optional<State> after;
    Severity severity_before = Severity::None;
    Severity severity_after = Severity::None;
    Message says_before;
    Message says_after;
    FindingFate fate = FindingFate::Never;
};

/// Every finding of either report, matched by rule and subject: first those that appeared, then
/// went, opened, stayed, never were; within these in the order of `after`, then of `before`.
std::vector<FindingChange> finding_changes(std::span<const Finding> before,
                                           std::span<const Finding> after);

} // namespace assess
