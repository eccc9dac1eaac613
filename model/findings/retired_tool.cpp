// retired-tool, on each tool whose status changed: does anybody still depend on it?
//
// A fact about the answers, not an estimate: one person at weekly or deeper use is enough, so no
// number of people is too small.
//   present       somebody uses a retired tool weekly or more (notable); or uses a tool that was
//                 renamed or acquired (for information)
//   possible      a retired tool is used, but less than weekly
//   undetermined  the edition marks no tool, or nobody was asked about one that it marks
//   absent        one finding when people were asked and nobody uses a marked tool
// A retired tool in use has a finding of its own, for something must be done about each. Renamed
// and acquired tools are news: more than three of them make one finding, on the organization.
// "Regularly" is weekly or more, or used without saying how often.
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {

namespace retired_tool_rule {
namespace {

constexpr std::string_view id = "retired-tool";
constexpr std::string_view question = "whether anybody depends on a retired tool";

/// More tools than this with a new name or owner are told in one finding.
constexpr std::size_t most_changed_alone = 3;

std::string in_year(const Status& status) {
    return status.year ? fmt::format(" in {}", *status.year) : std::string();
}

std::string without_full_stop(std::string note) {
    while (!note.empty() && (note.back() == '.' || note.back() == ' ')) {
        note.pop_back();
    }
    return note;
}

std::string_view verb(ToolStatus kind) {
    return kind == ToolStatus::Renamed ? "was renamed" : "was acquired";
}

/// Tools of the same category that are not retired, most users first, as a replacement.
std::vector<ToolIndex> replacements(const RuleInput& input, ToolIndex retired) {
    const auto& tools = input.landscape.tools;
    std::vector<std::pair<std::size_t, ToolIndex>> found;
    for (ToolIndex j = 0; j < tools.size(); ++j) {
        const bool same = std::ranges::any_of(tools[retired].categories,
                                              [&](std::size_t c) { return is_of(tools[j], c); });
        if (j == retired || !same || is_retired(tools[j])) {
            continue;
        }
        std::size_t users = 0;
        for (const auto& group : input.groups) {
            users += group.tools[j].users;
        }
        found.emplace_back(users, j);
    }
    std::ranges::stable_sort(found, std::ranges::greater{},
                             &std::pair<std::size_t, ToolIndex>::first);
    std::vector<ToolIndex> list;
    for (const auto& [users, tool] : found) {
        list.push_back(tool);
    }
    return list;
}

/// "regularly", "3 of them regularly", "none regularly".
std::string how_often(const ToolUse& use, const Told& said) {
    if (use.regular == use.users) {
        return "regularly";
    }
    return use.regular == 0 ? "not regularly" : said.number(use.regular) + " of them regularly";
}

void add_people(const RuleInput& input, ToolIndex tool, Finding& finding) {
    for (const auto& group : input.groups) {
        const auto& use = group.tools[tool];
        if (use.users == 0) {
            continue;
        }
        finding.groups.push_back(group.id);
        finding.evidence.push_back(fmt::format("{} {} it, {}.", k_of_n(use.users, use.base, group),
                                               told(group).uses(use.users),
                                               how_often(use, told(group))));
    }
}

void describe_retired(const RuleInput& input, const Tool& tool, ToolIndex index,
                      const PeopleUsing& count, Finding& finding) {
    const bool regular = count.regular > 0;
    const auto said = told(input);
    finding.state = regular ? State::Present : State::Possible;
    finding.severity = regular ? Severity::Notable : Severity::Info;
    finding.says =
        regular
            ? fmt::format("{} was retired{}, and {} of {} still {} it regularly.", tool.name,
                          in_year(tool.status), said.number(count.regular), said.people(count.base),
                          said.uses(count.regular))
            : fmt::format("{} was retired{}, and {} of {} still {} it, though less than weekly.",
                          tool.name, in_year(tool.status), said.number(count.users),
                          said.people(count.base), said.uses(count.users));
    finding.means = fmt::format("The maker of {} no longer looks after it, so what rests on it has "
                                "to move sooner or later.",
                                tool.name);
    const auto whom = regular ? fmt::format("retired{}; {} of {} {} it regularly",
                                            in_year(tool.status), said.number(count.regular),
                                            said.people(count.base), said.uses(count.regular))
                              : fmt::format("retired{}; {} of {} {} it, less than weekly",
                                            in_year(tool.status), said.number(count.users),
                                            said.people(count.base), said.uses(count.users));
    const auto others = replacements(input, index);
    if (others.empty()) {
        finding.actions.push_back(fmt::format("Plan a date by which nothing rests on {} ({}). The "
                                              "landscape has no other tool of its kind: no "
                                              "adoption replaces it.",
                                              tool.name, whom));
    } else {
        finding.actions.push_back(fmt::format("Plan a date by which nothing rests on {} ({}), and "
                                              "move to another tool of its kind, such as {}.",
                                              tool.name, whom,
                                              assess::examples(input.landscape, others)));
    }
    finding.flips_when =
        regular
            ? fmt::format("It would be only possible once {} {} regularly.",
                          said.hides(count.regular) ? std::string("nobody uses")
                          : count.regular == 1 ? std::string("the one regular user no longer uses")
                                               : fmt::format("none of the {} regular users uses",
                                                             grouped(count.regular)),
                          tool.name)
            : fmt::format("It would be present with one person who uses {} regularly.", tool.name);
}

void describe_changed(const Tool& tool, const PeopleUsing& count, const Told& said,
                      Finding& finding) {
    finding.state = State::Present;
    finding.severity = Severity::Info;
    finding.says = fmt::format("{} {}{}; {} of {} {} it.", tool.name, verb(tool.status.kind),
                               in_year(tool.status), said.number(count.users),
                               said.people(count.base), said.uses(count.users));
    if (tool.status.kind == ToolStatus::Renamed) {
        finding.means = fmt::format("Only the name of {} changed. Search, contracts and courses go "
                                    "by the new one.",
                                    tool.name);
        finding.actions.push_back(fmt::format("Tell the new name of {} to {} of {}, and use it in "
                                              "documents and in the next questionnaire.",
                                              tool.name, said.number(count.users),
                                              said.people(count.base)));
    } else {
        finding.means = fmt::format("Prices, support and plans of {} may change with its new "
                                    "owner.",
                                    tool.name);
        finding.actions.push_back(fmt::format("Check what the new owner promises before you extend "
                                              "a contract for {}: it concerns {} of {}.",
                                              tool.name, said.number(count.users),
                                              said.people(count.base)));
    }
    finding.flips_when = fmt::format("It would go away once nobody uses {}.", tool.name);
}

Finding judge_tool(const RuleInput& input, ToolIndex index, const PeopleUsing& count) {
    const auto& tool = input.landscape.tools[index];
    auto finding = start_finding(id, tool.id);
    finding.tools = {index};
    if (is_retired(tool)) {
        describe_retired(input, tool, index, count, finding);
    } else {
        describe_changed(tool, count, told(input), finding);
    }
    finding.magnitude =
        counted_share(input, fmt::format("share of the people asked who use {}", tool.name), count);
    if (!tool.status.note.empty()) {
        finding.evidence.push_back(without_full_stop(tool.status.note) + ".");
    }
    add_people(input, index, finding);
    return finding;
}

struct InUse {
    ToolIndex tool = 0;
    PeopleUsing count;
};

/// One finding for all tools that only changed their name or owner, most users first.
Finding join_changed(const RuleInput& input, std::vector<InUse> changed) {
    const auto& tools = input.landscape.tools;
    const auto said = told(input);
    std::ranges::stable_sort(changed, std::ranges::greater{},
                             [](const InUse& one) { return one.count.users; });
    auto finding = start_finding(id, "organization");
    finding.state = State::Present;
    finding.severity = Severity::Info;
    for (const auto& one : changed) {
        const auto& tool = tools[one.tool];
        finding.tools.push_back(one.tool);
        const auto note = without_full_stop(tool.status.note);
        finding.evidence.push_back(fmt::format(
            "{} {}{}; {} of {} {} it.{}", tool.name, verb(tool.status.kind), in_year(tool.status),
            said.number(one.count.users), said.people(one.count.base), said.uses(one.count.users),
            note.empty() ? note : fmt::format(" {}.", note)));
    }
    for (const auto& group : input.groups) {
        if (std::ranges::any_of(
                changed, [&](const InUse& one) { return group.tools[one.tool].users > 0; })) {
            finding.groups.push_back(group.id);
        }
    }
    const auto count = people_using(input, [&](ToolIndex tool) {
        return std::ranges::find(changed, tool, &InUse::tool) != changed.end();
    });
    finding.says =
        fmt::format("{} tools in use changed their name or owner: {}.", grouped(changed.size()),
                    tool_names(input.landscape, finding.tools, 3));
    finding.means = fmt::format("A new name is only a name. With a new owner, prices, support and "
                                "plans of {} may change.",
                                tool_names(input.landscape, finding.tools, 3));
    finding.magnitude =
        counted_share(input, std::string("share of the people asked who use one of them"), count);
    finding.actions.push_back(
        fmt::format("Use the new names in documents and in the next questionnaire, and check what "
                    "new owners promise before you extend a contract: first for {}, with {}.",
                    tools[changed.front().tool].name, said.people(changed.front().count.users)));
    finding.flips_when = fmt::format("It would go away once nobody of {} uses any of the {}.",
                                     said.people(count.base), counted(changed.size(), "tool"));
    return finding;
}

Finding nothing_in_use(const RuleInput& input, const std::vector<ToolIndex>& marked) {
    auto finding = start_finding(id, "organization");
    const auto belongs = [&](ToolIndex tool) { return std::ranges::binary_search(marked, tool); };
    const auto count = people_using(input, belongs);
    if (marked.empty()) {
        leave_open(input, finding, question,
                   fmt::format("the edition {} marks no tool as retired, renamed or acquired",
                               input.landscape.edition),
                   fmt::format("Make the report with the edition current instead of {}: it keeps "
                               "the status of tools.",
                               input.landscape.edition));
        return finding;
    }
    if (count.base == 0) {
        leave_open(input, finding, question,
                   fmt::format("nobody was asked about any of the {} that the edition marks",
                               counted(marked.size(), "tool")),
                   fmt::format("Ask the {} who answered about {}.",
                               told(input).people(answered(input)),
                               tool_names(input.landscape, marked)));
        return finding;
    }
    finding.state = State::Absent;
    finding.says = fmt::format("Nobody of {} uses a tool that was retired, renamed or acquired.",
                               people(count.base));
    finding.means =
        fmt::format("Nothing of {} has to move because its tool is gone.", people(count.base));
    finding.magnitude = Magnitude{std::string("people who use a marked tool"),
                                  Estimate{.value = 0,
                                           .lower = std::nullopt,
                                           .upper = std::nullopt,
                                           .sampling_lower = std::nullopt,
                                           .sampling_upper = std::nullopt,
                                           .level = input.policy.interval_level,
                                           .n = count.base,
                                           .reason = "it is a count of these people"},
                                  std::nullopt,
                                  std::nullopt,
                                  0,
                                  1};
    finding.evidence.push_back(fmt::format("The edition {} marks {}: {}.", input.landscape.edition,
                                           counted(marked.size(), "tool"),
                                           tool_names(input.landscape, marked, 5)));
    finding.flips_when = fmt::format("It would be present with one of {} who uses one of the {}.",
                                     people(count.base), counted(marked.size(), "marked tool"));
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    std::vector<ToolIndex> marked;
    std::vector<InUse> changed;
    std::vector<Finding> findings;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (tool.status.kind == ToolStatus::Active) {
            continue;
        }
        marked.push_back(j);
        const auto count = people_using(input, [j](ToolIndex other) { return other == j; });
        if (count.users == 0) {
            continue;
        }
        if (is_retired(tool)) {
            findings.push_back(judge_tool(input, j, count));
        } else {
            changed.push_back({j, count});
        }
    }
    if (changed.size() > most_changed_alone) {
        findings.push_back(join_changed(input, std::move(changed)));
    } else {
        for (const auto& one : changed) {
            findings.push_back(judge_tool(input, one.tool, one.count));
        }
    }
    if (findings.empty()) {
        findings.push_back(nothing_in_use(input, marked));
    }
    return findings;
}

} // namespace
} // namespace retired_tool_rule

namespace rule {
extern const Rule retired_tool;
const Rule retired_tool{"retired-tool",
                        "Does anybody depend on a tool that was retired, renamed or acquired?",
                        retired_tool_rule::judge};
} // namespace rule

} // namespace assess
