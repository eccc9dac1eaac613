// lifecycle-hole, on each stage and each hand-off: does work happen where no tool carries it, or
// one person alone does?
//
// A count of these people, not an estimate for others. A tool covers a stage where the landscape
// says so; it counts for those who work on the stage and use it.
// On a stage:
//   present       somebody works on it, and fewer than Policy::lifecycle_people of them use a tool
//                 that covers it; at least Policy::share_people said what they work on
//   possible      the same, but fewer said so; or so few use one that the number is not told
//   undetermined  too few answers to say that nobody works on it, or the number is not told
//   absent        enough of them use one; or nobody works on it
// Hand-offs between stages are in lifecycle_hand_off.cpp.
// Answers that never asked for stages, as a roster's, have no finding here.
#include "model/assessment/arguments.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/lifecycle_support.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace assess {

namespace lifecycle_hole_rule {
namespace {

/// Tools that cover a stage and are worth adopting: in use already, then by ring, specialized
/// ones first, since they are the easiest to plug in and out.
std::vector<ToolIndex> offers_for(const RuleInput& input, std::size_t stage) {
    std::vector<std::tuple<bool, Ring, bool, ToolIndex>> found;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        const auto ring = ring_of(input.landscape, j);
        if (std::ranges::find(tool.stages, stage) == tool.stages.end() || is_retired(tool) ||
            ring > Ring::Trial) {
            continue;
        }
        const bool in_use = std::ranges::any_of(
            input.groups, [&](const Group& group) { return group.tools[j].users > 0; });
        const bool platform = tool.placement && tool.placement->point.y > 0;
        found.emplace_back(!in_use, ring, platform, j);
    }
    std::ranges::sort(found);
    std::vector<ToolIndex> tools;
    for (const auto& each : found) {
        tools.push_back(std::get<ToolIndex>(each));
    }
    return tools;
}

/// One stage and everybody's work on it.
struct WorkedStage {
    const RuleInput& input;
    std::size_t index;
    const StageWork& work;

    [[nodiscard]] Name name() const { return stage_name(input, index); }
    [[nodiscard]] Message question() const {
        return {"lifecycle-hole.question", {{"stage", name()}}};
    }
    /// What the sentences about it tell, once its people are known.
    [[nodiscard]] std::vector<NamedValue> facts() const {
        return {{"stage", name()},
                {"people", people_at_work(input, work.people)},
                {"covered", people_at_work(input, work.covered)},
                {"tools", named_tools(input.landscape, work.tools, 2)},
                {"asked", plain_people(work.base)},
                {"needed", plain_people(input.policy.lifecycle_people)}};
    }
    /// Somebody has a tool for it, though too few.
    [[nodiscard]] bool is_carried_by_few() const { return work.covered && *work.covered > 0; }
};

/// For those who work on a stage without a tool.
Message adopt(const WorkedStage& stage) {
    const auto& input = stage.input;
    const auto offers = offers_for(input, stage.index);
    auto facts = stage.facts();
    if (offers.empty()) {
        return {"lifecycle-hole.action.no-adoption", std::move(facts)};
    }
    if (auto users = users_of(input, offers.front()); !users.empty()) {
        facts.push_back({"tool", tool_name(input.landscape, offers.front())});
        facts.push_back({"users", std::move(users)});
        return {"lifecycle-hole.action.start-from", std::move(facts)};
    }
    facts.push_back({"examples", example_tools(input.landscape, offers)});
    return ring_of(input.landscape, offers.front()) == Ring::Adopt
               ? Message{"lifecycle-hole.action.adopt", std::move(facts)}
               : Message{"lifecycle-hole.action.try", std::move(facts)};
}

Message says_hole(const WorkedStage& stage) {
    const auto& work = stage.work;
    if (!work.covered) {
        return {"lifecycle-hole.says.may-have", stage.facts()};
    }
    if (*work.covered == 0) {
        return {"lifecycle-hole.says.has", stage.facts()};
    }
    return *work.people == 1 ? Message{"lifecycle-hole.says.one-person", stage.facts()}
                             : Message{"lifecycle-hole.says.few", stage.facts()};
}

void judge_hole(const WorkedStage& stage, State state, Finding& finding) {
    finding.state = state;
    finding.severity = Severity::Notable;
    finding.says = sentences(says_hole(stage), hedge(stage.input, stage.work.base));
    if (stage.is_carried_by_few()) {
        finding.means = {"lifecycle-hole.means.few", stage.facts()};
        finding.actions.push_back({"lifecycle-hole.action.one-more", stage.facts()});
    } else {
        finding.means = {"lifecycle-hole.means.by-hand", stage.facts()};
        finding.actions.push_back(adopt(stage));
    }
    finding.flips_when = {"lifecycle-hole.flips.hole", stage.facts()};
}

void judge_covered(const WorkedStage& stage, Finding& finding) {
    finding.state = State::Absent;
    finding.says = {"lifecycle-hole.says.covered", stage.facts()};
    finding.means = {"lifecycle-hole.means.covered", stage.facts()};
    finding.flips_when = {"lifecycle-hole.flips.covered", stage.facts()};
}

void judge_nobody(const WorkedStage& stage, Finding& finding) {
    const auto& input = stage.input;
    if (stage.work.base < input.policy.share_people) {
        leave_undetermined(input, finding, stage.question(),
                           Message{"lifecycle-hole.none-on-this", stage.facts()},
                           more_to_say(input, stage.work.base, stage.name()));
        return;
    }
    finding.state = State::Absent;
    finding.says = {"lifecycle-hole.says.nobody", stage.facts()};
    finding.means = {"lifecycle-hole.means.nobody", stage.facts()};
    finding.flips_when = {"lifecycle-hole.flips.nobody", stage.facts()};
}

/// Of those who work on it, who have a tool for it.
Quantity<Magnitude> share_covered(const WorkedStage& stage) {
    const auto& work = stage.work;
    if (*work.people == 0) {
        return Quantity<Magnitude>::unavailable({"reason.nobody-works"});
    }
    return work.covered ? counted_share(stage.input, {"lifecycle-hole.magnitude", stage.facts()},
                                        {*work.covered, *work.people, 0})
                        : Quantity<Magnitude>::unavailable(work.covered.reason());
}

Finding judge_stage(const RuleInput& input, const StageRow& row) {
    const WorkedStage stage{input, row.stage, row.everybody};
    const auto& work = stage.work;
    auto finding = start_finding(lifecycle_hole_id, input.landscape.stages[row.stage].id);
    finding.tools = work.tools;
    if (!work.people) {
        const auto least = std::max<std::size_t>(1, input.answers.promise.least_told());
        leave_undetermined(input, finding, stage.question(), work.people.reason(),
                           {"lifecycle-hole.more-at-work",
                            {{"least", plain_people(least)}, {"stage", stage.name()}}});
        return finding;
    }
    if (*work.people == 0) {
        judge_nobody(stage, finding);
    } else if (!work.covered) {
        judge_hole(stage, State::Possible, finding);
    } else if (*work.covered < input.policy.lifecycle_people) {
        judge_hole(stage, firm(input, work.base), finding);
    } else {
        judge_covered(stage, finding);
    }
    finding.magnitude = share_covered(stage);
    add_groups(input, std::array{row.stage}, finding);
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    std::vector<Finding> findings;
    if (input.lifecycle == nullptr) {
        return findings;
    }
    for (const auto& hand_off : input.lifecycle->hand_offs) {
        findings.push_back(judge_hand_off(input, hand_off));
    }
    for (const auto& row : input.lifecycle->stages) {
        findings.push_back(judge_stage(input, row));
    }
    return findings;
}

/// With the group's people at work on the stage, enough would use a tool that covers it.
bool fills_stage(const AdoptionSubject& subject, const StageRow& row) {
    const auto people = at_work(subject, row.stage);
    if (people == 0 || !covers(subject.tool(), row.stage)) {
        return false;
    }
    const auto& own = *row.groups[subject.group_index];
    const std::size_t elsewhere = row.everybody.covered && own.covered
                                      ? *row.everybody.covered - *own.covered
                                      : std::size_t{0};
    return people + elsewhere >= subject.input.policy.lifecycle_people;
}

bool fills_the_hole(const AdoptionSubject& subject) {
    const auto& input = subject.input;
    if (input.lifecycle == nullptr) {
        return false;
    }
    for (const auto& row : input.lifecycle->stages) {
        if (input.landscape.stages[row.stage].id == subject.finding.subject) {
            return fills_stage(subject, row);
        }
    }
    for (const auto& hand_off : input.lifecycle->hand_offs) {
        if (hand_off_id(input, hand_off) == subject.finding.subject) {
            return carries(subject, hand_off);
        }
    }
    return false;
}

} // namespace
} // namespace lifecycle_hole_rule

namespace rule {
extern const Rule lifecycle_hole;
const Rule lifecycle_hole{
    .id = "lifecycle-hole",
    .asks = "lifecycle-hole.asks",
    .criteria = {"lifecycle-hole.criteria.present", "lifecycle-hole.criteria.possible",
                 "lifecycle-hole.criteria.undetermined", "lifecycle-hole.criteria.absent"},
    .policy_groups = {"lifecycle_hole", "shares"},
    .adoption = {.what = "lifecycle-hole.asks-for", .met_by = lifecycle_hole_rule::fills_the_hole},
    .judge = lifecycle_hole_rule::judge};
} // namespace rule

} // namespace assess
