// What the rules share: starting a finding, the pair under comparison, people per category.
#pragma once

#include "model/facts/message.hpp"
#include "model/findings/rules.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// A finding of rule `id` on `subject`, still undetermined; fragility is not computed yet.
Finding start_finding(std::string_view id, std::string_view subject);

/// The two groups set against each other.
struct Pair {
    const Comparison& comparison;
    const Group& first;
    const Group& second;

    /// "researchers and engineers".
    [[nodiscard]] Message groups() const;
    /// "5 researchers and 6 engineers", those with a place on the plane.
    [[nodiscard]] Message placed_people() const;
};
std::optional<Pair> pair_of(const RuleInput& input);

/// The diagonal that is the finding's subject; nothing where another thing is.
std::optional<Diagonal> diagonal_of(const Finding& finding);

/// The one undetermined finding of a rule that needs two groups and has not got them.
/// `question` completes "Nobody can say yet ": "whether two groups stand apart".
Finding undetermined_without_pair(std::string_view id, const RuleInput& input,
                                  const Message& question);

/// The plain reason for which there is no pair, a whole sentence.
Message why_no_pair(const RuleInput& input);

/// An undetermined finding: `question` could not be judged, because of `reason`. `what_to_do`
/// says what would settle it, with the numbers of people it takes.
void leave_undetermined(const RuleInput& input, Finding& finding, const Message& question,
                        const Message& reason, const Message& what_to_do);

/// Numbers of people of the whole report, kept confidential as its promise has it.
Count count_told(const RuleInput& input, std::size_t number);
People people_told(const RuleInput& input, std::size_t number);

/// How many people answered, all shown groups together.
std::size_t answered(const RuleInput& input);
/// "To judge the gap, it takes 2 people with a place on the plane in each group: 1 more engineer."
/// Where both have that many, somebody whose tools differ from the others' is missing.
Message lacking_people(const Pair& pair, std::size_t least, const Message& what);
/// "It takes one person who uses a tool with a place on the plane; none of 12 people does."
Message lacking_places(const RuleInput& input);

/// The group that is the compared one of that role, where roles are the grouping.
const Group* group_of(const RuleInput& input, Role role);

/// How many people use any tool that `belongs`, out of those who were asked about one.
struct PeopleUsing {
    std::size_t users = 0;
    std::size_t base = 0;    ///< asked and answering; "don't know" alone is no answer
    std::size_t regular = 0; ///< of the users, those at weekly, daily or a bare "uses"
};
/// Counts over the respondents with these indices. Costs one look at each of their usages.
PeopleUsing people_using(const RuleInput& input, const std::vector<std::uint32_t>& members,
                         const std::function<bool(ToolIndex)>& belongs);
/// The same over everybody.
PeopleUsing people_using(const RuleInput& input, const std::function<bool(ToolIndex)>& belongs);

/// How many people use each tool at a depth that carries weight, by tool. One pass over all usages.
std::vector<std::size_t> users_by_tool(const RuleInput& input);

/// Users over base: a count, not an estimate for others, and so without an interval. Not available
/// where the count is not told.
Quantity<Magnitude> counted_share(const RuleInput& input, Message name, const PeopleUsing& count);

/// Whether a tool is one of the category's.
bool is_of(const Tool& tool, std::size_t category);
bool is_retired(const Tool& tool);

} // namespace assess
