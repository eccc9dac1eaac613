// What the two parts of lifecycle-hole share: the stages (lifecycle_hole.cpp) and the hand-offs
// between them (lifecycle_hand_off.cpp).
#pragma once

#include "model/findings/adoption_subject.hpp"
#include "model/findings/rule_support.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assess {

inline constexpr std::string_view lifecycle_hole_id = "lifecycle-hole";

/// As the landscape has it.
Name stage_name(const RuleInput& input, std::size_t stage);
/// So many people; a number that was withheld is told as one below the promise's least.
People people_at_work(const RuleInput& input, const Quantity<std::size_t>& number);
/// Present where at least Policy::share_people said what they work on, else possible.
State firm(const RuleInput& input, std::size_t base);
/// That fewer than that said it; empty where enough did.
Message hedge(const RuleInput& input, std::size_t base);
/// How many of each group work on these stages, as evidence, and the groups that do.
void add_groups(const RuleInput& input, std::span<const std::size_t> stages, Finding& finding);
/// How many more people must say whether they work on something: a stage, or two.
Message more_to_say(const RuleInput& input, std::size_t base, const Value& what);

/// How the group, by its index, works on the stage; nothing where that is not known.
const StageWork* work_on(const AdoptionSubject& subject, std::size_t stage, std::size_t group);
/// How many of the adopting group are known to work on the stage.
std::size_t at_work(const AdoptionSubject& subject, std::size_t stage);

/// The hand-off from one stage to another; only where people were asked for stages.
Finding judge_hand_off(const RuleInput& input, const HandOff& hand_off);
/// The subject of its finding.
std::string hand_off_id(const RuleInput& input, const HandOff& hand_off);
/// Whether the adoption would carry it: the tool covers one of the two stages, and somebody would
/// use it on both sides.
bool carries(const AdoptionSubject& subject, const HandOff& hand_off);

} // namespace assess
