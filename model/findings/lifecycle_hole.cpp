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
// On a hand-off from one stage to another, which is about both groups:
//   present       somebody works on the first, and nobody on the second; or people work on both
//                 stages, no tool that covers either is used on both sides, and fewer than
//                 Policy::lifecycle_people work on both
//   absent        a tool is used on both sides, or enough people work on both; or nobody works on
//                 the first. Possible and undetermined as above; undetermined too where nobody of
//                 one of the two groups said what they work on.
// Answers that never asked for stages, as a roster's, have no finding here.
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace assess {

namespace {

constexpr std::string_view id = "lifecycle-hole";

std::string lower(std::string name) {
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') {
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    }
    return name;
}

/// "model training", in the middle of a sentence.
std::string name_of(const RuleInput& input, std::size_t stage) {
    return lower(input.landscape.stages[stage].name);
}

State firm(const RuleInput& input, std::size_t base) {
    return base >= input.policy.share_people ? State::Present : State::Possible;
}

std::string hedge(const RuleInput& input, State state) {
    return state == State::Possible
               ? fmt::format(" Fewer than {} said what they work on, so this may change.",
                             people(input.policy.share_people))
               : std::string();
}

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
        const bool platform = tool.placement && tool.placement->point.y() > 0;
        found.emplace_back(!in_use, ring, platform, j);
    }
    std::ranges::sort(found);
    std::vector<ToolIndex> tools;
    for (const auto& each : found) {
        tools.push_back(std::get<ToolIndex>(each));
    }
    return tools;
}

bool in_use(const RuleInput& input, ToolIndex tool) {
    return std::ranges::any_of(input.groups,
                               [&](const Group& group) { return group.tools[tool].users > 0; });
}

std::string adopt_for(const RuleInput& input, std::size_t stage) {
    const auto name = name_of(input, stage);
    const auto offers = offers_for(input, stage);
    if (offers.empty()) {
        return fmt::format("The landscape has no tool to adopt for {}: build a connector from the "
                           "stages beside it.",
                           name);
    }
    const auto& first = input.landscape.tools[offers.front()].name;
    if (in_use(input, offers.front())) {
        return fmt::format("For {}, start from {}: others here use it already and can teach it.",
                           name, first);
    }
    return ring_of(input.landscape, offers.front()) == Ring::Adopt
               ? fmt::format("For {}, adopt a tool and train people on it, such as {}.", name,
                             examples(input.landscape, offers))
               : fmt::format("For {}, try a tool in a low-risk project, such as {}.", name,
                             examples(input.landscape, offers));
}

void add_groups(const RuleInput& input, std::span<const std::size_t> stages, Finding& finding) {
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        std::vector<std::string> parts;
        bool works = false;
        std::size_t base = 0;
        for (const auto stage : stages) {
            const auto& work = input.lifecycle->stages[stage].groups[g];
            if (work && work->people && work->base > 0) {
                base = work->base;
                works = works || *work->people > 0;
                parts.push_back(fmt::format("{} on {}",
                                            *work->people == 0 ? "nobody" : grouped(*work->people),
                                            name_of(input, stage)));
            }
        }
        const auto& group = input.groups[g];
        if (!parts.empty()) {
            finding.evidence.push_back(fmt::format("Of {} who said what they work on: {}.",
                                                   people_of(group, base),
                                                   enumerated(parts, parts.size())));
        }
        if (works) {
            finding.groups.push_back(group.id);
        }
    }
}

/// One stage and everybody's work on it.
struct Stage {
    const RuleInput& input;
    std::size_t index;
    const StageWork& work;
    std::string name;

    [[nodiscard]] std::string at_start() const { return capitalized(name); }
    [[nodiscard]] std::string workers() const {
        return *work.people == 1 ? "the one person" : "the " + people(*work.people);
    }
};

std::string says_hole(const Stage& stage) {
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

void judge_hole(const Stage& stage, State state, Finding& finding) {
    const auto& input = stage.input;
    finding.state = state;
    finding.severity = Severity::Notable;
    finding.says =
        says_hole(stage) + (stage.work.base < input.policy.share_people ? hedge(input, state) : "");
    const bool alone = stage.work.covered && *stage.work.covered > 0;
    finding.means = alone ? "When that person is away, this part of the way from data to "
                            "production stands still."
                          : "What is done there by hand is slow, easily forgotten and known to "
                            "few.";
    if (alone) {
        finding.actions.push_back(fmt::format(
            "Let somebody work on {} beside whoever does it now, "
            "with the same tool{}.",
            stage.name,
            stage.work.tools.empty()
                ? std::string()
                : fmt::format(": {}", tool_names(input.landscape, stage.work.tools, 2))));
    } else {
        finding.actions.push_back(adopt_for(input, stage.index));
    }
    finding.flips_when = fmt::format("It would be absent once {} who work on {} use a tool that "
                                     "covers it.",
                                     people(input.policy.lifecycle_people), stage.name);
}

void judge_covered(const Stage& stage, Finding& finding) {
    finding.state = State::Absent;
    finding.says = fmt::format("{} is covered: {} of {} who work on it use a tool for it, such as "
                               "{}.",
                               stage.at_start(), grouped(*stage.work.covered), stage.workers(),
                               tool_names(stage.input.landscape, stage.work.tools, 2));
    finding.means = "Work on this stage has tools, and does not hang on one person.";
    finding.flips_when = fmt::format("It would be present with fewer than {} left who use one.",
                                     people(stage.input.policy.lifecycle_people));
}

void judge_nobody(const Stage& stage, Finding& finding) {
    const auto& input = stage.input;
    if (stage.work.base < input.policy.share_people) {
        leave_open(finding, fmt::format("whether {} has a hole", stage.name),
                   fmt::format("only {} said what they work on, and none of them on this",
                               people(stage.work.base)),
                   fmt::format("Ask more people whether they work on {}.", stage.name));
        return;
    }
    finding.state = State::Absent;
    finding.says = fmt::format("No tool is missing for {}: nobody of {} asked works on it.",
                               stage.name, people(stage.work.base));
    finding.means = "Check that this is meant. If the stage should be worked on, nobody here does.";
    finding.flips_when =
        fmt::format("It would be present with one person who works on {}.", stage.name);
}

Finding judge_stage(const RuleInput& input, const StageRow& row) {
    const Stage stage{input, row.stage, row.everybody, name_of(input, row.stage)};
    const auto& work = stage.work;
    auto finding = start_finding(id, input.landscape.stages[row.stage].id);
    finding.tools = work.tools;
    if (!work.people) {
        leave_open(finding, fmt::format("whether {} has a hole", stage.name), work.people.reason(),
                   fmt::format("It can be judged once more people who work on {} have answered.",
                               stage.name));
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
        finding.actions.push_back(fmt::format("Say who takes over {} after {}, or hire a hybrid "
                                              "who does both.",
                                              passage.to_name, passage.from_name));
    } else {
        finding.says = fmt::format(
            "{} {} carried by no tool: none that covers either stage is used on both sides, and "
            "{} on both stages.",
            start, all_told ? "is" : "may be",
            !all_told ? fmt::format("fewer than {} people work", told(input).least)
            : *passage.hand_off.both == 0 ? std::string("nobody works")
            : *passage.hand_off.both == 1
                ? std::string("one person alone works")
                : fmt::format("only {} work", people(*passage.hand_off.both)));
        finding.actions.push_back(
            fmt::format("Build a connector between the tools of {}, and buy the tools themselves.",
                        passage.names()));
        finding.actions.push_back(
            fmt::format("Put a hybrid, or one of each group, on {} together.", passage.names()));
    }
    finding.says += passage.from.base < input.policy.share_people ? hedge(input, state) : "";
    finding.means = "What one stage has done has to be found, understood and done again in the "
                    "next.";
    finding.flips_when = fmt::format("It would be absent with one tool for either stage that is "
                                     "used on both sides, or {} who work on both.",
                                     people(input.policy.lifecycle_people));
}

void judge_carried(const Passage& passage, Finding& finding) {
    finding.state = State::Absent;
    finding.means = "The passage between the two stages does not hang on hands alone.";
    finding.flips_when = "It would be present with no tool left that both sides use, and hardly "
                         "anybody who works on both stages.";
    if (*passage.from.people == 0) {
        finding.says = fmt::format("Nothing is handed over from {} to {}: nobody of {} asked works "
                                   "on the first.",
                                   passage.from_name, passage.to_name, people(passage.from.base));
        finding.means = "There is nothing to carry by these answers.";
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

Finding judge_hand_off(const RuleInput& input, const HandOff& hand_off) {
    const auto& stages = input.lifecycle->stages;
    const Passage passage{input,
                          hand_off,
                          stages[hand_off.from].everybody,
                          stages[hand_off.to].everybody,
                          name_of(input, hand_off.from),
                          name_of(input, hand_off.to)};
    auto finding =
        start_finding(id, fmt::format("{}-to-{}", input.landscape.stages[hand_off.from].id,
                                      input.landscape.stages[hand_off.to].id));
    if (const auto reason = no_judgement(passage); !reason.empty()) {
        leave_open(finding, passage.question(), reason,
                   fmt::format("It can be judged once more people have said whether they work on "
                               "{}.",
                               passage.names()));
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

namespace rule {
extern const Rule lifecycle_hole;
const Rule lifecycle_hole{"lifecycle-hole",
                          "Is there a stage, or a hand-off between two, that no tool carries or "
                          "one person alone does?",
                          judge};
} // namespace rule

} // namespace assess
