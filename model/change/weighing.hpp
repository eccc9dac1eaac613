// What may be weighed under a confidential promise: a whole group takes up what nobody in it uses.
//
// A report on changed answers is one more look at the same answers. Less the report before, it
// tells about those whose answers the change altered, so these must be a whole group of the report.
// And what is refused tells something too, so that it must follow from the report that everybody
// may see. Hence:
//   - A whole group of the report, or everybody: never a person, a role within a team, or a team
//     within a role.
//   - Nobody in it names the tool at all, which the report shows as no use by nobody. Where a few
//     use or name it, the report says no more than that, and nor does a refusal.
//   - No drops. People who use nothing else would lose their place, and how many these are, and
//     where the others stand, is about few.
//   - One change a group, at the usual depth, and with the usual weights. A group's mean after it
//     takes up a tool with weight w is the mean of (W p + w c)/(W + w), with each person's weight W
//     and position p. That is a sum over the whole group; but as a function of w its poles are
//     the people. Every depth, every second tool and every other weight would be one more value of
//     that function, and with enough of them the people can be told apart. One value tells no
//     more than a mean does. (All tools give the same one: it is linear in c.)
// What this cannot prevent: the same answers looked at under other policies or landscapes, as with
// any report; that is left to whoever holds the file.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/group.hpp"
#include "model/policy/policy.hpp"

namespace assess {

/// Nobody in the group says anything about the tool. The same before and after small numbers are
/// withheld.
bool nobody_names(const Group& group, ToolIndex tool);

/// Whether anything can be weighed at all under the answers' promise: not where the policy has
/// weights of its own for the depths, for comparing them would tell single people apart.
bool can_weigh(const Answers& answers, const Policy& policy);

} // namespace assess
