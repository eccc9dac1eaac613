// lifecycle-hole, on each hand-off: does what one stage has done reach the next?
//
// On a hand-off from one stage to another, which is about both groups:
//   present       somebody works on the first, and nobody on the second; or people work on both
//                 stages, no tool that covers either is used on both sides, and fewer than
//                 Policy::lifecycle_people work on both
//   absent        a tool is used on both sides, or enough people work on both; or nobody works on
//                 the first. Possible and undetermined as above; undetermined too where nobody of
//                 one of the two groups said what they work on.
#include "model/assessment/arguments.hpp"
#include "model/findings/lifecycle_support.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace assess {

namespace lifecycle_hand_off_rule {
namespace {

/// Two stages and what passes between them.
struct Passage {
    const RuleInput& input;
    const HandOff& hand_off;
    const StageWork& from;
    const StageWork& to;

    [[nodiscard]] Name from_name() const { return stage_name(input, hand_off.from); }
    [[nodiscard]] Name to_name() const { return stage_name(input, hand_off.to); }
    [[nodiscard]] Message stages() const {
        return {"lifecycle-hole.hand-off.stages", {{"from", from_name()}, {"to", to_name()}}};
    }
    [[nodiscard]] Message question() const {
        return {"lifecycle-hole.hand-off.question", {{"from", from_name()}, {"to", to_name()}}};
    }
    /// What the sentences about it tell, once its people are known.
    [[nodiscard]] std::vector<NamedValue> facts() const {
        return {{"from", from_name()},
                {"to", to_name()},
                {"stages", stages()},
                {"from_people", people_at_work(input, from.people)},
                {"to_people", people_at_work(input, to.people)},
                {"both", people_at_work(input, hand_off.both)},
                {"tools", named_tools(input.landscape, hand_off.tools, 3)},
                {"asked", plain_people(from.base)},
                {"needed", plain_people(input.policy.lifecycle_people)}};
    }
};

/// "model training (Comet and MLflow)": a stage and what it has.
Message with_tools(const Passage& passage, const Name& stage, const StageWork& work) {
    return work.tools.empty()
               ? Message{"lifecycle-hole.hand-off.without-tool", {{"stage", stage}}}
               : Message{"lifecycle-hole.hand-off.with-tools",
                         {{"stage", stage},
                          {"tools", named_tools(passage.input.landscape, work.tools, 2)}}};
}

/// A connector between what the two stages have; buying comes first where one has nothing.
Message connect(const Passage& passage) {
    return {"lifecycle-hole.hand-off.action.connect",
            {{"from", with_tools(passage, passage.from_name(), passage.from)},
             {"to", with_tools(passage, passage.to_name(), passage.to)}}};
}

void judge_broken(const Passage& passage, State state, Finding& finding) {
    finding.state = state;
    finding.severity = Severity::Notable;
    const bool leads_nowhere = *passage.to.people == 0;
    finding.says = sentences(
        leads_nowhere ? Message{"lifecycle-hole.hand-off.says.nowhere", passage.facts()}
                      : Message{"lifecycle-hole.hand-off.says.by-nothing", passage.facts()},
        hedge(passage.input, passage.from.base));
    if (leads_nowhere) {
        finding.actions.push_back({"lifecycle-hole.hand-off.action.take-over", passage.facts()});
    } else {
        finding.actions.push_back(connect(passage));
        finding.actions.push_back({"lifecycle-hole.hand-off.action.both", passage.facts()});
    }
    finding.means = {"lifecycle-hole.hand-off.means.broken", passage.facts()};
    finding.flips_when = {"lifecycle-hole.hand-off.flips.broken", passage.facts()};
}

void judge_carried(const Passage& passage, Finding& finding) {
    finding.state = State::Absent;
    if (*passage.from.people == 0) {
        finding.says = {"lifecycle-hole.hand-off.says.nothing", passage.facts()};
        finding.means = {"lifecycle-hole.hand-off.means.nothing", passage.facts()};
        finding.flips_when = {"lifecycle-hole.hand-off.flips.nothing", passage.facts()};
        return;
    }
    finding.means = {"lifecycle-hole.hand-off.means.carried", passage.facts()};
    if (passage.hand_off.tools.empty()) {
        finding.says = {"lifecycle-hole.hand-off.says.by-people", passage.facts()};
        finding.flips_when = {"lifecycle-hole.hand-off.flips.by-people", passage.facts()};
    } else {
        finding.says = {"lifecycle-hole.hand-off.says.by-tools", passage.facts()};
        finding.flips_when = {"lifecycle-hole.hand-off.flips.by-tools", passage.facts()};
    }
}

/// Why it cannot be judged; nothing where it can.
std::optional<Message> no_judgement(const Passage& passage) {
    const auto& input = passage.input;
    if (const auto pair = pair_of(input)) {
        for (const auto g : {pair->comparison.first, pair->comparison.second}) {
            const auto& work = input.lifecycle->stages[passage.hand_off.from].groups[g];
            if (!work) {
                return work.reason();
            }
            if (work->base == 0) {
                return Message{"lifecycle-hole.none-of-group",
                               {{"group", group_name(input.groups[g])}}};
            }
        }
    }
    for (const auto* work : {&passage.from, &passage.to}) {
        if (!work->people) {
            return work->people.reason();
        }
    }
    if (*passage.from.people == 0 && passage.from.base < input.policy.share_people) {
        return Message{
            "lifecycle-hole.none-on-it",
            {{"asked", plain_people(passage.from.base)}, {"stage", passage.from_name()}}};
    }
    return std::nullopt;
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
    const Passage passage{input, hand_off, stages[hand_off.from].everybody,
                          stages[hand_off.to].everybody};
    auto finding = start_finding(lifecycle_hole_id, hand_off_id(input, hand_off));
    if (const auto reason = no_judgement(passage)) {
        leave_undetermined(input, finding, passage.question(), *reason,
                           more_to_say(input, passage.from.base, passage.stages()));
        return finding;
    }
    judge_passage(passage, finding);
    Estimate count;
    count.value = static_cast<double>(hand_off.tools.size());
    count.n = passage.from.base;
    count.level = input.policy.interval_level;
    count.reason = {"reason.is-a-count.of-tools"};
    finding.magnitude =
        Magnitude{{"lifecycle-hole.hand-off.magnitude", {{"stages", passage.stages()}}},
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

std::string hand_off_id(const RuleInput& input, const HandOff& hand_off) {
    const auto& stages = input.landscape.stages;
    return stages[hand_off.from].id + "-to-" + stages[hand_off.to].id;
}

bool carries(const AdoptionSubject& subject, const HandOff& hand_off) {
    if (!covers(subject.tool(), hand_off.from) && !covers(subject.tool(), hand_off.to)) {
        return false;
    }
    const bool here = at_work(subject, hand_off.from) > 0;
    const bool there = at_work(subject, hand_off.to) > 0;
    if (here && there) {
        return true;
    }
    const auto used_by_other_on = [&](std::size_t stage) {
        const auto* work = work_on(subject, stage, subject.other_index);
        return work != nullptr &&
               std::ranges::find(work->tools, subject.index) != work->tools.end();
    };
    return (here && used_by_other_on(hand_off.to)) || (there && used_by_other_on(hand_off.from));
}

} // namespace assess
