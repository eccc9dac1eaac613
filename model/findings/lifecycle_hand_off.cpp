// lifecycle-hole, on each hand-off: does what one stage has done reach the next?
//
// On a hand-off from one stage to another, which is about both groups:
//   present       somebody works on the first, and nobody on the second; or people work on both
//                 stages, no tool that covers either is used on both sides, and fewer than
//                 Policy::lifecycle_people work on both
//   absent        a tool is used on both sides, or enough people work on both; or nobody works on
//                 the first. Possible and undetermined as above; undetermined too where nobody of
//                 one of the two groups said what they work on.
#include "model/findings/lifecycle_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess {

namespace lifecycle_hand_off_rule {
namespace {

/// Two stages and what passes between them.
struct Passage {
    const RuleInput& input;
    const HandOff& hand_off;
    const StageWork& from;
    const StageWork& to;
    std::string from_name;
    std::string to_name;

    [[nodiscard]] std::string names() const { return fmt::format("{} and {}", from_name, to_name); }
    [[nodiscard]] std::string question() const {
        return fmt::format("whether the hand-off from {} to {} has a hole", from_name, to_name);
    }
};

/// A connector between what the two stages have; buying comes first where one has nothing.
std::string connect(const Passage& passage) {
    const auto& landscape = passage.input.landscape;
    const auto with = [&](const StageWork& work, const std::string& name) {
        return work.tools.empty()
                   ? fmt::format("{} (no tool yet: buy one)", name)
                   : fmt::format("{} ({})", name, tool_names(landscape, work.tools, 2));
    };
    return fmt::format("Build a connector from {} to {}; buy the tools themselves.",
                       with(passage.from, passage.from_name), with(passage.to, passage.to_name));
}

/// "nobody works", "one person alone works", "only 2 people work"; with `where` behind it.
std::string who_does_both(const Passage& passage, std::string_view where = " on both") {
    const auto& both = passage.hand_off.both;
    const auto who = !both ? fmt::format("fewer than {} people work", told(passage.input).least)
                     : *both == 0 ? std::string("nobody works")
                     : *both == 1 ? std::string("one person alone works")
                                  : fmt::format("only {} work", people(*both));
    return fmt::format("{}{}", who, where);
}

/// "the one", "one of the 3".
std::string one_of(std::size_t people) {
    return people == 1 ? std::string("the one") : fmt::format("one of the {}", grouped(people));
}

void judge_broken(const Passage& passage, State state, Finding& finding) {
    const auto& input = passage.input;
    const auto start =
        fmt::format("The hand-off from {} to {}", passage.from_name, passage.to_name);
    finding.state = state;
    finding.severity = Severity::Notable;
    const auto all_told = static_cast<bool>(passage.hand_off.both);
    if (*passage.to.people == 0) {
        finding.says = fmt::format(
            "{} leads nowhere: {} {} on {}, and nobody on {}.", start, people(*passage.from.people),
            *passage.from.people == 1 ? "works" : "work", passage.from_name, passage.to_name);
        finding.actions.push_back(fmt::format(
            "Say who takes over {} from {}, of {} asked, on {}, or hire a hybrid who does both: no "
            "tool mends a stage that nobody works on.",
            passage.to_name,
            *passage.from.people == 1 ? "the one person" : "the " + people(*passage.from.people),
            grouped(passage.from.base), passage.from_name));
    } else {
        finding.says = fmt::format(
            "{} {} carried by no tool: none that covers either stage is used on both sides, and "
            "{}.",
            start, all_told ? "is" : "may be", who_does_both(passage, " on both stages"));
        finding.actions.push_back(connect(passage));
        finding.actions.push_back(fmt::format("Put a hybrid, or {} on {} and {} on {}, of {} "
                                              "asked, on both together, where today {}.",
                                              one_of(*passage.from.people), passage.from_name,
                                              one_of(*passage.to.people), passage.to_name,
                                              grouped(passage.from.base), who_does_both(passage)));
    }
    finding.says += passage.from.base < input.policy.share_people ? hedge(input, state) : "";
    finding.means = fmt::format("What {} on {} {} done has to be found, understood and done again "
                                "in {}.",
                                people(*passage.from.people), passage.from_name,
                                *passage.from.people == 1 ? "has" : "have", passage.to_name);
    finding.flips_when = fmt::format("It would be absent with one tool for {} that is used on both "
                                     "sides, or {} who work on both.",
                                     passage.names(), people(input.policy.lifecycle_people));
}

void judge_carried(const Passage& passage, Finding& finding) {
    finding.state = State::Absent;
    const auto& tools = passage.hand_off.tools;
    finding.means = fmt::format("What passes from {} to {} does not hang on single hands.",
                                passage.from_name, passage.to_name);
    finding.flips_when =
        fmt::format("It would be present {}with fewer than {} who work on both {}.",
                    tools.empty() ? std::string()
                                  : fmt::format("without {} on one of the sides, and ",
                                                tool_names(passage.input.landscape, tools, 3)),
                    people(passage.input.policy.lifecycle_people), passage.names());
    if (*passage.from.people == 0) {
        finding.says = fmt::format("Nothing is handed over from {} to {}: nobody of {} asked works "
                                   "on the first.",
                                   passage.from_name, passage.to_name, people(passage.from.base));
        finding.means = fmt::format("By the answers of {} there is nothing to carry.",
                                    people(passage.from.base));
        finding.flips_when =
            fmt::format("It can be judged once somebody works on {}.", passage.from_name);
    } else if (!passage.hand_off.tools.empty()) {
        finding.says = fmt::format("The hand-off from {} to {} is carried by {}, in use on both "
                                   "sides.",
                                   passage.from_name, passage.to_name,
                                   tool_names(passage.input.landscape, passage.hand_off.tools, 3));
    } else {
        finding.says =
            fmt::format("The hand-off from {} to {} is carried by people: {} work on "
                        "both.",
                        passage.from_name, passage.to_name, people(*passage.hand_off.both));
    }
}

/// Why it cannot be judged; empty where it can.
std::string no_judgement(const Passage& passage) {
    const auto& input = passage.input;
    if (const auto pair = pair_of(input)) {
        for (const auto g : {pair->comparison.first, pair->comparison.second}) {
            const auto& work = input.lifecycle->stages[passage.hand_off.from].groups[g];
            if (!work) {
                return work.reason();
            }
            if (work->base == 0) {
                return fmt::format("none of the {} said what they work on",
                                   people_of(input.groups[g]));
            }
        }
    }
    for (const auto* work : {&passage.from, &passage.to}) {
        if (!work->people) {
            return work->people.reason();
        }
    }
    if (*passage.from.people == 0 && passage.from.base < input.policy.share_people) {
        return fmt::format("only {} said what they work on, and none of them on {}",
                           people(passage.from.base), passage.from_name);
    }
    return {};
}

void judge_passage(const Passage& passage, Finding& finding) {
    const auto& input = passage.input;
    const auto& both = passage.hand_off.both;
    const bool by_tools = !passage.hand_off.tools.empty();
    // In the order in which a reader would ask. NOLINTNEXTLINE(bugprone-branch-clone)
    if (*passage.from.people == 0) {
        judge_carried(passage, finding);
    } else if (*passage.to.people == 0) {
        judge_broken(passage, firm(input, passage.from.base), finding);
    } else if (by_tools || (both && *both >= input.policy.lifecycle_people)) {
        judge_carried(passage, finding);
    } else {
        judge_broken(passage, both ? firm(input, passage.from.base) : State::Possible, finding);
    }
}

Finding judge(const RuleInput& input, const HandOff& hand_off) {
    const auto& stages = input.lifecycle->stages;
    const Passage passage{input,
                          hand_off,
                          stages[hand_off.from].everybody,
                          stages[hand_off.to].everybody,
                          stage_name(input, hand_off.from),
                          stage_name(input, hand_off.to)};
    auto finding = start_finding(lifecycle_hole_id,
                                 fmt::format("{}-to-{}", input.landscape.stages[hand_off.from].id,
                                             input.landscape.stages[hand_off.to].id));
    if (const auto reason = no_judgement(passage); !reason.empty()) {
        leave_open(input, finding, passage.question(), reason,
                   more_to_say(input, passage.from.base, passage.names()));
        return finding;
    }
    judge_passage(passage, finding);
    Estimate count;
    count.value = static_cast<double>(hand_off.tools.size());
    count.n = passage.from.base;
    count.level = input.policy.interval_level;
    count.reason = "it is a count of these people's tools and no estimate for others";
    finding.magnitude = Magnitude{fmt::format("tools for {} in use on both sides", passage.names()),
                                  count,
                                  std::nullopt,
                                  std::nullopt,
                                  0,
                                  std::max(5.0, count.value)};
    finding.tools = hand_off.tools;
    add_groups(input, std::array{hand_off.from, hand_off.to}, finding);
    return finding;
}

} // namespace
} // namespace lifecycle_hand_off_rule

Finding judge_hand_off(const RuleInput& input, const HandOff& hand_off) {
    return lifecycle_hand_off_rule::judge(input, hand_off);
}

} // namespace assess
