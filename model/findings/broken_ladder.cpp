// broken-ladder, on each diagonal: is there a long stretch between the two groups on which nobody
// uses a tool?
//
// The groups stand at their medians on the diagonal; the rungs are the tools that the landscape
// lists on it. The longest stretch between medians and used rungs is compared with
// Policy::ladder_stretch. A longest stretch is not smooth, so no interval can be trusted for it;
// instead the verdict must hold whoever is left out:
//   present       longer, still longer with any one person left out, and the interval of the gap
//                 on this diagonal excludes 0 (else chance alone may have put the groups apart)
//   possible      longer, but one of these does not hold
//   absent        not longer, whoever is left out
//   undetermined  not longer, but longer with some person left out; or longer only because nobody
//                 was asked about a rung; or fewer than two placed people in a group
#include "model/findings/advice.hpp"
#include "model/findings/ladder_break.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace assess {

namespace broken_ladder_rule {
namespace {

std::string rung_or_nothing(const Break& found, const std::optional<Rung>& rung) {
    return rung ? fmt::format("{} at {}", found.name(*rung), decimal(rung->place))
                : std::string("none");
}

/// "any of the 23 tools that the landscape has there"; at most two are named.
std::string tools_there(const Break& found) {
    if (found.in_between.empty()) {
        return "a tool: the landscape has none there";
    }
    if (found.in_between.size() == 1) {
        return fmt::format("{}, the one tool that the landscape has there",
                           found.name(found.in_between.front()));
    }
    return fmt::format("any of the {} tools that the landscape has there",
                       grouped(found.in_between.size()));
}

std::string says(const Break& found, State state) {
    const auto pair = found.pair.in_middle();
    const auto diagonal = name_of(found.diagonal);
    const double limit = found.input.policy.ladder_stretch;
    const double apart = std::abs(found.ladder.median_first - found.ladder.median_second);
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("Between {} there {} a break of {} on the {}, from {} to {}: too few "
                           "people use {}.",
                           pair, state == State::Present ? "is" : "may be",
                           decimal_against(found.length(), limit), diagonal,
                           decimal(found.ladder.longest.from), decimal(found.ladder.longest.to),
                           tools_there(found));
    case State::Absent:
        if (apart <= limit) {
            return fmt::format("No break on the {}: the medians of {} are {} apart, too near for "
                               "one longer than {}.",
                               diagonal, pair, decimal_against(apart, limit), decimal(limit));
        }
        return fmt::format("No break on the {}: used tools divide the way between {}, and the "
                           "longest stretch without one is {}.",
                           diagonal, pair, decimal(found.length()));
    case State::Undetermined:
        break;
    }
    if (found.length() > limit) {
        return fmt::format("Nobody can say yet whether the ladder between {} on the {} is broken: "
                           "there is a stretch of {}, but nobody was asked about tools that stand "
                           "in it.",
                           pair, diagonal, decimal(found.length()));
    }
    return fmt::format("The answers leave open whether the ladder between {} on the {} is broken: "
                       "the longest stretch is {}, and without one single person it would be {}.",
                       pair, diagonal, decimal_against(found.length(), limit),
                       decimal_against(found.ladder.most_without_one, limit));
}

/// The used rungs between the medians, from one side to the other.
std::vector<ToolIndex> steps_between(const Break& found) {
    const auto [low, high] = std::minmax(found.ladder.median_first, found.ladder.median_second);
    std::vector<ToolIndex> steps;
    for (const auto& rung : found.ladder.rungs) {
        if (rung.used && rung.place >= low && rung.place <= high) {
            steps.push_back(rung.tool);
        }
    }
    return steps;
}

std::string means(const Break& found, State state) {
    const auto& stretch = found.ladder.longest;
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("From {} to {} there is no tool that {} could meet on: work may have to "
                           "jump.",
                           decimal(stretch.from), decimal(stretch.to), found.pair.placed());
    case State::Absent: {
        const auto steps = steps_between(found);
        return steps.empty()
                   ? fmt::format("From {} to {} is one step: there is no stretch to bridge.",
                                 decimal(found.ladder.median_first),
                                 decimal(found.ladder.median_second))
                   : fmt::format("From one side to the other there are tools that people already "
                                 "know: {}.",
                                 tool_names(found.input.landscape, steps, 4));
    }
    case State::Undetermined:
        break;
    }
    return fmt::format("Nothing follows from the stretch of {}, from {} to {}, yet.",
                       decimal(found.length()), decimal(stretch.from), decimal(stretch.to));
}

void add_evidence(const Break& found, Finding& finding) {
    const auto& pair = found.pair;
    const auto& policy = found.input.policy;
    finding.evidence.push_back(
        fmt::format("Medians on the diagonal: {} {} ({} placed), {} {} ({} placed).",
                    pair.first.name, decimal(found.ladder.median_first), pair.first.placed,
                    pair.second.name, decimal(found.ladder.median_second), pair.second.placed));
    const auto used = std::ranges::count_if(found.ladder.rungs, &Rung::used);
    finding.evidence.push_back(fmt::format(
        "Used rungs: {} of {} on the diagonal. A rung is used by at least {} and {} of either "
        "group.",
        used, counted(found.ladder.rungs.size(), "tool"), percent(policy.ladder_share),
        people(policy.ladder_people)));
    finding.evidence.push_back(fmt::format("Last used rung before the longest stretch: {}; first "
                                           "one after it: {}.",
                                           rung_or_nothing(found, found.below),
                                           rung_or_nothing(found, found.above)));
    if (found.in_between.size() > 2) {
        finding.evidence.push_back(fmt::format(
            "Between them stand {} that nobody or too few use; nearest to the middle: {}.",
            counted(found.in_between.size(), "tool"),
            tool_names(found.input.landscape, nearest_to_middle(found))));
    } else if (!found.in_between.empty()) {
        finding.evidence.push_back(
            fmt::format("Between them, used by nobody or too few: {}.",
                        tool_names(found.input.landscape, nearest_to_middle(found))));
    }
    finding.evidence.push_back(fmt::format(
        "With any one person left out, the longest stretch is {} to {}.",
        decimal(found.ladder.least_without_one), decimal(found.ladder.most_without_one)));
    if (finding.state == State::Possible && !found.apart_for_sure()) {
        finding.evidence.emplace_back(std::string("The gap on this diagonal may be chance: its interval does "
                                      "not exclude 0."));
    }
    for (const auto& rung : found.in_between) {
        finding.tools.push_back(rung.tool);
    }
}

std::string flips_when(const Break& found, const std::optional<Remedy>& remedy, State state) {
    const auto& policy = found.input.policy;
    const auto limit = decimal(policy.ladder_stretch);
    if (state == State::Absent) {
        return fmt::format("It would be open again if, without some person, the longest stretch "
                           "reached {}; today it is {} at most.",
                           limit,
                           decimal_against(found.ladder.most_without_one, policy.ladder_stretch));
    }
    if (state == State::Undetermined) {
        return found.length() > policy.ladder_stretch
                   ? fmt::format("Ask the {} about the tools between {} and {} on the {}, such as "
                                 "{}: their use decides.",
                                 found.pair.placed(), decimal(found.ladder.longest.from),
                                 decimal(found.ladder.longest.to), name_of(found.diagonal),
                                 examples(found.input.landscape, nearest_to_middle(found)))
                   : hanging_on_one(found);
    }
    if (remedy) {
        return fmt::format("With the medians where they are, the break would close if {} used {}.",
                           people_more(*remedy), found.name(remedy->rung));
    }
    return fmt::format(
        "No single tool of the landscape that is worth bringing in would leave a "
        "longest stretch of {} or less: the groups "
        "would have to stand nearer to one another than the {} between their medians.",
        limit, decimal(std::abs(found.ladder.median_first - found.ladder.median_second)));
}

Finding judge_diagonal(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    auto finding = start_finding("broken-ladder", id_of(diagonal));
    finding.groups = {pair.first.id, pair.second.id};
    for (const auto* group : {&pair.first, &pair.second}) {
        if (group->placed < 2) {
            leave_open(input, finding,
                       fmt::format("whether the ladder between {} on the {} is broken",
                                   pair.in_middle(), name_of(diagonal)),
                       fmt::format("only {} of the {} listed {} {} a place on the plane",
                                   group->placed, group->listed, people_of(*group),
                                   group->placed == 1 ? "has" : "have"),
                       people_lacking(pair, 2, "the ladder on the " + name_of(diagonal)));
            return finding;
        }
    }
    const auto found = find_break(input, pair, diagonal);
    finding.state = ladder_state(found.ladder, found.apart_for_sure(), input.policy.ladder_stretch);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(found, finding.state);
    finding.means = means(found, finding.state);
    Estimate longest;
    longest.value = found.length();
    longest.n = pair.first.placed + pair.second.placed;
    longest.level = input.policy.interval_level;
    longest.reason = "a longest stretch has none; it was checked by leaving out each person once";
    finding.magnitude =
        Magnitude{fmt::format("longest stretch without a used tool on the {}", name_of(diagonal)),
                  longest,
                  input.policy.ladder_stretch,
                  std::nullopt,
                  0,
                  2};
    add_evidence(found, finding);
    const auto remedy = stands ? best_remedy(found) : std::nullopt;
    finding.flips_when = flips_when(found, remedy, finding.state);
    if (stands) {
        finding.actions = messages(ways_to_mend(found, remedy));
        if (finding.state == State::Possible) {
            finding.actions.insert(finding.actions.begin(), make_certain(found));
        }
    } else if (finding.state == State::Undetermined) {
        finding.actions.push_back(finding.flips_when);
    }
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {without_pair("broken-ladder", input,
                             "whether the ladder between two groups is broken")};
    }
    std::vector<Finding> findings;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        findings.push_back(judge_diagonal(input, *pair, diagonal));
    }
    return findings;
}

} // namespace
} // namespace broken_ladder_rule

namespace rule {
extern const Rule broken_ladder;
const Rule broken_ladder{"broken-ladder",
                         "Is there a stretch between the two groups on which nobody uses a tool?",
                         broken_ladder_rule::judge};
} // namespace rule

} // namespace assess
