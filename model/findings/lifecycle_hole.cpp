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
#include "model/findings/advice.hpp"
#include "model/findings/lifecycle_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

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

/// For the people ("the 3 people") who work on a stage without a tool.
std::string adopt_for(const RuleInput& input, std::size_t stage, const std::string& workers) {
    const auto name = stage_name(input, stage);
    const auto offers = offers_for(input, stage);
    if (offers.empty()) {
        return fmt::format("The landscape has no tool to adopt for {}, so no adoption mends this: "
                           "build {} a connector from the stages beside it.",
                           name, workers);
    }
    const auto& first = input.landscape.tools[offers.front()].name;
    if (const auto users = users_of(input, offers.front()).words(); !users.empty()) {
        return fmt::format("For {}, start from {}: {} can teach it to {} on this stage.", name,
                           first, users, workers);
    }
    return ring_of(input.landscape, offers.front()) == Ring::Adopt
               ? fmt::format("For {}, adopt a tool and train {} on it, such as {}.", name, workers,
                             examples(input.landscape, offers))
               : fmt::format("For {}, let {} try a tool in a low-risk project, such as {}.", name,
                             workers, examples(input.landscape, offers));
}

/// One stage and everybody's work on it.
struct WorkedStage {
    const RuleInput& input;
    std::size_t index;
    const StageWork& work;
    std::string name;

    [[nodiscard]] std::string at_start() const { return capitalized(name); }
    [[nodiscard]] std::string workers() const {
        return *work.people == 1 ? "the one person" : "the " + people(*work.people);
    }
};

std::string says_hole(const WorkedStage& stage) {
    const auto& work = stage.work;
    if (!work.covered) {
        return fmt::format("{} may have a hole: of {} who work on it, fewer than {} use a tool "
                           "that covers it.",
                           stage.at_start(), stage.workers(), told(stage.input).least);
    }
    if (*work.covered == 0) {
        return fmt::format("{} has a hole: {} who {} on it {} no tool that covers it.",
                           stage.at_start(), stage.workers(), *work.people == 1 ? "works" : "work",
                           uses(*work.people));
    }
    if (*work.people == 1) {
        return fmt::format("{} rests on one person alone: nobody else of {} asked works on it.",
                           stage.at_start(), people(work.base));
    }
    return *work.covered == 1
               ? fmt::format("{} rests on one person alone: of {} who work on it, nobody else "
                             "uses a tool that covers it.",
                             stage.at_start(), stage.workers())
               : fmt::format("{} rests on {}: of {} who work on it, nobody else uses a tool that "
                             "covers it.",
                             stage.at_start(), people(*work.covered), stage.workers());
}

void judge_hole(const WorkedStage& stage, State state, Finding& finding) {
    const auto& input = stage.input;
    finding.state = state;
    finding.severity = Severity::Notable;
    finding.says =
        says_hole(stage) + (stage.work.base < input.policy.share_people ? hedge(input, state) : "");
    const bool alone = stage.work.covered && *stage.work.covered > 0;
    finding.means =
        alone ? fmt::format("When {} is away, {} stands still.",
                            *stage.work.covered == 1 ? "that person" : "either of them", stage.name)
              : fmt::format("What {} on {} by hand is slow, easily forgotten and known to few.",
                            stage.workers() + (*stage.work.people == 1 ? " does" : " do"),
                            stage.name);
    if (alone) {
        finding.actions.push_back(fmt::format(
            "Let one more of the {} asked work on {} with a tool, beside {} of {} who {} now{}.",
            people(stage.work.base), stage.name,
            *stage.work.covered == 1 ? "the one" : "the " + people(*stage.work.covered),
            grouped(*stage.work.people), *stage.work.covered == 1 ? "does" : "do",
            stage.work.tools.empty()
                ? std::string()
                : fmt::format(": {}", tool_names(input.landscape, stage.work.tools, 2))));
    } else {
        finding.actions.push_back(adopt_for(
            input, stage.index,
            fmt::format("{} of the {} asked", stage.workers(), grouped(stage.work.base))));
    }
    finding.flips_when = fmt::format(
        "It would be absent once {} who work on {} use a tool that covers it; today {}.",
        people(input.policy.lifecycle_people), stage.name,
        !stage.work.covered ? fmt::format("fewer than {} do", told(input).least)
                            : fmt::format("{} of {} {}", *stage.work.covered, *stage.work.people,
                                          *stage.work.covered == 1 ? "does" : "do"));
}

void judge_covered(const WorkedStage& stage, Finding& finding) {
    finding.state = State::Absent;
    finding.says = fmt::format("{} is covered: {} of {} who work on it use a tool for it, such as "
                               "{}.",
                               stage.at_start(), grouped(*stage.work.covered), stage.workers(),
                               tool_names(stage.input.landscape, stage.work.tools, 2));
    finding.means = fmt::format("Work on {} has tools, and does not hang on one person of {}.",
                                stage.name, grouped(*stage.work.people));
    finding.flips_when = fmt::format(
        "It would be present with fewer than {} left, of {} today, who "
        "use a tool for {}.",
        people(stage.input.policy.lifecycle_people), grouped(*stage.work.covered), stage.name);
}

void judge_nobody(const WorkedStage& stage, Finding& finding) {
    const auto& input = stage.input;
    if (stage.work.base < input.policy.share_people) {
        leave_open(input, finding, fmt::format("whether {} has a hole", stage.name),
                   fmt::format("only {} said what they work on, and none of them on this",
                               people(stage.work.base)),
                   more_to_say(input, stage.work.base, stage.name));
        return;
    }
    finding.state = State::Absent;
    finding.says = fmt::format("No tool is missing for {}: nobody of {} asked works on it.",
                               stage.name, people(stage.work.base));
    finding.means = fmt::format("Check that this is meant. If somebody should work on {}, nobody "
                                "of the {} does.",
                                stage.name, people(stage.work.base));
    finding.flips_when =
        fmt::format("It would be present with one person who works on {}.", stage.name);
}

Finding judge_stage(const RuleInput& input, const StageRow& row) {
    const WorkedStage stage{input, row.stage, row.everybody, stage_name(input, row.stage)};
    const auto& work = stage.work;
    auto finding = start_finding(lifecycle_hole_id, input.landscape.stages[row.stage].id);
    finding.tools = work.tools;
    if (!work.people) {
        leave_open(input, finding, fmt::format("whether {} has a hole", stage.name),
                   work.people.reason(),
                   fmt::format("It can be judged once at least {} who work on {} have answered.",
                               people(std::max<std::size_t>(1, told(input).least)), stage.name));
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
    if (*work.people == 0) {
        finding.magnitude = Quantity<Magnitude>::unavailable("nobody works on it");
    } else if (!work.covered) {
        finding.magnitude = Quantity<Magnitude>::unavailable(work.covered.reason());
    } else {
        finding.magnitude = counted_share(
            input,
            fmt::format("share of those who work on {} who use a tool that covers it", stage.name),
            {*work.covered, *work.people, 0});
    }
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

} // namespace
} // namespace lifecycle_hole_rule

namespace rule {
extern const Rule lifecycle_hole;
const Rule lifecycle_hole{"lifecycle-hole",
                          "Is there a stage, or a hand-off between two, that no tool carries or "
                          "one person alone does?",
                          lifecycle_hole_rule::judge};
} // namespace rule

} // namespace assess
