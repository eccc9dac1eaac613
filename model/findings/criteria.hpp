// When each rule gives each of its four answers, in words and with the policy's numbers: what
// `assess explain` prints. The conditions themselves are in the rules' own files.
#pragma once

#include <span>
#include <string_view>

namespace assess {

struct Criteria {
    std::string_view rule;
    std::string_view present;
    std::string_view possible;
    std::string_view undetermined;
    std::string_view absent;
    std::string_view policy; ///< the groups of policy numbers it uses, separated by spaces
};

/// One a rule (tested).
std::span<const Criteria> criteria();
/// Nothing for an unknown rule.
const Criteria* criteria_of(std::string_view rule);

} // namespace assess
