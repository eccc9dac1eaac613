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
#include "model/findings/ladder.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

namespace assess {

namespace {

struct Break {
    const RuleInput& input;
    const Pair& pair;
    Diagonal diagonal;
    Ladder ladder;
    std::optional<Rung> below;    ///< the last used rung up to where the stretch starts
    std::optional<Rung> above;    ///< the first used rung from where it ends
    std::vector<Rung> in_between; ///< rungs inside the stretch that are still on the market

    [[nodiscard]] double length() const { return ladder.longest.length(); }
    [[nodiscard]] bool apart_for_sure() const {
        const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
        return gap && gap->gap.has_interval() && (*gap->gap.lower > 0 || *gap->gap.upper < 0);
    }
    [[nodiscard]] const std::string& name(const Rung& rung) const {
        return input.landscape.tools[rung.tool].name;
    }
};

Break find_break(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    Break found{input, pair, diagonal, make_ladder(input, pair, diagonal), {}, {}, {}};
    for (const auto& rung : found.ladder.rungs) {
        if (rung.used && rung.place <= found.ladder.longest.from) {
            found.below = rung;
        }
        if (rung.used && rung.place >= found.ladder.longest.to && !found.above) {
            found.above = rung;
        }
        if (rung.place > found.ladder.longest.from && rung.place < found.ladder.longest.to &&
            !is_retired(input.landscape.tools[rung.tool])) {
            found.in_between.push_back(rung);
        }
    }
    return found;
}

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

/// The two nearest to the middle of the stretch.
std::vector<ToolIndex> nearest_to_middle(const Break& found) {
    const double middle = (found.ladder.longest.from + found.ladder.longest.to) / 2;
    auto rungs = found.in_between;
    std::ranges::stable_sort(rungs, {},
                             [&](const Rung& rung) { return std::abs(rung.place - middle); });
    std::vector<ToolIndex> nearest;
    for (const auto& rung : rungs) {
        if (nearest.size() < 2) {
            nearest.push_back(rung.tool);
        }
    }
    return nearest;
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

std::string means(State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return "Along that stretch there is no tool that the two sides could meet on: work may "
               "have "
               "to jump.";
    case State::Absent:
        return "From one side to the other there are tools that people already know.";
    case State::Undetermined:
        break;
    }
    return "Nothing follows from it yet.";
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
        finding.evidence.emplace_back("The gap on this diagonal may be chance: its interval does "
                                      "not exclude 0.");
    }
    for (const auto& rung : found.in_between) {
        finding.tools.push_back(rung.tool);
    }
}

/// A rung that alone would bring the longest stretch within the policy's limit.
struct Remedy {
    Rung rung;
    double left = 0;              ///< the longest stretch once it is used
    std::size_t users = 0;        ///< of the pair, too few so far
    const Group* group = nullptr; ///< the one that lacks fewest people for it
    std::size_t more_people = 0;  ///< that this group lacks
    Ring ring = Ring::Hold;
};

double left_by(const Break& found, const Rung& rung) {
    auto rungs = found.ladder.rungs;
    std::ranges::find(rungs, rung.tool, &Rung::tool)->used = true;
    const auto [low, high] = std::minmax(found.ladder.median_first, found.ladder.median_second);
    return longest_stretch(low, high, rungs).length();
}

Remedy make_remedy(const Break& found, const Rung& rung) {
    Remedy remedy{
        rung, left_by(found, rung), 0, nullptr, 0, ring_of(found.input.landscape, rung.tool)};
    for (const auto* group : {&found.pair.first, &found.pair.second}) {
        const auto& use = group->tools[rung.tool];
        // Nobody was asked: whoever is placed can be.
        const auto base = use.base > 0 ? use.base : group->placed;
        const auto needed = people_for_a_rung(base, found.input.policy);
        const auto lacks = needed - std::min(needed, use.users);
        remedy.users += use.users;
        // A group of fewer people than a rung needs cannot make it one.
        if (base >= needed && (remedy.group == nullptr || lacks < remedy.more_people)) {
            remedy.group = group;
            remedy.more_people = lacks;
        }
    }
    return remedy;
}

/// The rung to put in: one that mends the break and is not on hold; first those that somebody
/// uses already, then inviting rings, then the one that leaves the shortest stretch. Nothing where
/// no single tool mends it.
std::optional<Remedy> best_remedy(const Break& found) {
    std::optional<Remedy> best;
    const auto key = [](const Remedy& remedy) {
        return std::tuple(remedy.users == 0, remedy.ring, remedy.left, remedy.rung.tool);
    };
    for (const auto& rung : found.in_between) {
        const auto remedy = make_remedy(found, rung);
        if (remedy.left <= found.input.policy.ladder_stretch && remedy.ring != Ring::Hold &&
            remedy.group != nullptr && (!best || key(remedy) < key(*best))) {
            best = remedy;
        }
    }
    return best;
}

std::string without_remedy(const Break& found) {
    return found.in_between.empty()
               ? "No tool of the landscape stands in this stretch: no adoption mends it."
               : fmt::format("No single tool of the landscape that is worth bringing in would "
                             "close the break on the {}.",
                             name_of(found.diagonal));
}

void add_actions(const Break& found, const std::optional<Remedy>& remedy, Finding& finding) {
    if (remedy) {
        finding.actions.push_back(fmt::format(
            "Put a rung in: with {} in use, the longest stretch would be {}. {}",
            found.name(remedy->rung), decimal(remedy->left),
            bring_in(found.input, remedy->rung.tool, {&found.pair.first, &found.pair.second})));
    } else {
        finding.actions.push_back(without_remedy(found));
    }
    if (found.below && found.above) {
        finding.actions.push_back(fmt::format(
            "Build a connector from {} to {}, the used tools on the two sides; build no platform "
            "for it.",
            found.name(*found.below), found.name(*found.above)));
    } else if (!remedy) {
        finding.actions.push_back(
            fmt::format("Build a connector between the tools that {} use most; build no platform "
                        "for it.",
                        found.pair.in_middle()));
    } else {
        finding.actions.push_back(use_hybrids(found.input, found.pair));
    }
}

/// "2 researchers", "1 more engineer" where some use it already.
std::string people_more(const Remedy& remedy) {
    if (told(*remedy.group).hides(remedy.more_people)) {
        return "a few more " + people_of(*remedy.group); // who uses it already is not told
    }
    auto text = people_of(*remedy.group, remedy.more_people);
    if (remedy.group->tools[remedy.rung.tool].users > 0) {
        text.insert(text.find(' '), " more");
    }
    return text;
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
                   ? fmt::format("Ask about the tools between {} and {} on the {}, such as {}: "
                                 "their use decides.",
                                 decimal(found.ladder.longest.from),
                                 decimal(found.ladder.longest.to), name_of(found.diagonal),
                                 examples(found.input.landscape, nearest_to_middle(found)))
                   : fmt::format("Collect more answers: no break once the longest stretch on the "
                                 "{} stays within {} whoever is left out.",
                                 name_of(found.diagonal), limit);
    }
    if (remedy) {
        return fmt::format("With the medians where they are, the break would close if {} used {}.",
                           people_more(*remedy), found.name(remedy->rung));
    }
    return fmt::format("No single tool of the landscape that is worth bringing in would leave a "
                       "longest stretch of {} or less: the groups "
                       "would have to stand nearer to one another.",
                       limit);
}

Finding judge_diagonal(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    auto finding = start_finding("broken-ladder", id_of(diagonal));
    finding.groups = {pair.first.id, pair.second.id};
    for (const auto* group : {&pair.first, &pair.second}) {
        if (group->placed < 2) {
            leave_open(finding,
                       fmt::format("whether the ladder between {} on the {} is broken",
                                   pair.in_middle(), name_of(diagonal)),
                       fmt::format("only {} of the {} listed {} {} a place on the plane",
                                   group->placed, group->listed, people_of(*group),
                                   group->placed == 1 ? "has" : "have"),
                       "It can be judged once both groups have at least two placed people.");
            return finding;
        }
    }
    const auto found = find_break(input, pair, diagonal);
    finding.state = ladder_state(found.ladder, found.apart_for_sure(), input.policy.ladder_stretch);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(found, finding.state);
    finding.means = means(finding.state);
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
        add_actions(found, remedy, finding);
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

namespace rule {
extern const Rule broken_ladder;
const Rule broken_ladder{"broken-ladder",
                         "Is there a stretch between the two groups on which nobody uses a tool?",
                         judge};
} // namespace rule

} // namespace assess
