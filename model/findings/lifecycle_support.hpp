// What the two parts of lifecycle-hole share: the stages (lifecycle_hole.cpp) and the hand-offs
// between them (lifecycle_hand_off.cpp).
#pragma once

#include "model/findings/rule_support.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assess {

inline constexpr std::string_view lifecycle_hole_id = "lifecycle-hole";

/// "model training", in the middle of a sentence.
std::string stage_name(const RuleInput& input, std::size_t stage);
/// Present where at least Policy::share_people said what they work on, else possible.
State firm(const RuleInput& input, std::size_t base);
/// What a possible finding adds; empty for any other.
std::string hedge(const RuleInput& input, State state);
/// How many of each group work on these stages, as evidence, and the groups that do.
void add_groups(const RuleInput& input, std::span<const std::size_t> stages, Finding& finding);
/// How many more people must say whether they work on something.
std::string more_to_say(const RuleInput& input, std::size_t base, const std::string& what);

/// The hand-off from one stage to another; only where people were asked for stages.
Finding judge_hand_off(const RuleInput& input, const HandOff& hand_off);

} // namespace assess
