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
#include "model/assessment/arguments.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"

#include <algorithm>

namespace assess {

namespace retired_tool_rule {
namespace {

constexpr std::string_view id = "retired-tool";

/// More tools than this with a new name or owner are told in one finding.
constexpr std::size_t most_changed_alone = 3;

/// Says nothing where the year is not known.
Message year_of(const Status& status) {
    return status.year ? Message{"retired-tool.year", {{"year", Decimal(*status.year, 0)}}}
                       : Message();
}

/// What the landscape notes of it; says nothing where it notes nothing.
Message note_of(const Status& status) {
    auto note = status.note;
    while (!note.empty() && (note.back() == '.' || note.back() == ' ')) {
        note.pop_back();
    }
    return note.empty() ? Message() : Message{"retired-tool.note", {{"note", std::move(note)}}};
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

/// "3 of 5 engineers use it, 2 of them regularly."
Message users_of_group(const Group& group, const ToolUse& use) {
    const auto* often = use.regular == use.users ? "all" : use.regular == 0 ? "none" : "some";
    return {"retired-tool.users",
            {{"users_of", k_of_n(group, use.users, use.base)},
             {"users", count_told(group, use.users)},
             {"often", Select{often}},
             {"regular", count_told(group, use.regular)}}};
}

void add_people(const RuleInput& input, ToolIndex tool, Finding& finding) {
    for (const auto& group : input.groups) {
        const auto& use = group.tools[tool];
        if (use.users > 0) {
            finding.groups.push_back(group.id);
            finding.evidence.push_back(users_of_group(group, use));
        }
    }
}

/// What every sentence about a tool in use tells: of a retired one who uses it regularly, where
/// anybody does.
std::vector<NamedValue> use_told(const RuleInput& input, const Tool& tool,
                                 const PeopleUsing& count) {
    const bool regular = is_retired(tool) && count.regular > 0;
    return {{"tool", Name{tool.name}},
            {"change", Select{id_of(tool.status.kind)}},
            {"year", year_of(tool.status)},
            {"users", count_told(input, regular ? count.regular : count.users)},
            {"often", Select{regular ? "regularly" : "seldom"}},
            {"people", people_told(input, count.base)}};
}

Message plan_for(const RuleInput& input, ToolIndex tool, std::vector<NamedValue> use) {
    const auto others = replacements(input, tool);
    const Message standing{"retired-tool.standing", use};
    use.push_back({"standing", standing});
    use.push_back({"others", example_tools(input.landscape, others)});
    return others.empty() ? Message{"retired-tool.plan.no-adoption", std::move(use)}
                          : Message{"retired-tool.plan", std::move(use)};
}

void describe_retired(const RuleInput& input, ToolIndex index, const PeopleUsing& count,
                      Finding& finding) {
    const auto use = use_told(input, input.landscape.tools[index], count);
    if (count.regular > 0) {
        finding.state = State::Present;
        finding.severity = Severity::Notable;
        finding.says = {"retired-tool.says.present", use};
        finding.flips_when = {"retired-tool.flips.present", use};
    } else {
        finding.state = State::Possible;
        finding.severity = Severity::Info;
        finding.says = {"retired-tool.says.possible", use};
        finding.flips_when = {"retired-tool.flips.possible", use};
    }
    finding.means = {"retired-tool.means.retired", use};
    finding.actions.push_back(plan_for(input, index, use));
}

void describe_changed(const RuleInput& input, const Tool& tool, const PeopleUsing& count,
                      Finding& finding) {
    const auto use = use_told(input, tool, count);
    finding.state = State::Present;
    finding.severity = Severity::Info;
    finding.says = {"retired-tool.says.changed", use};
    if (tool.status.kind == ToolStatus::Renamed) {
        finding.means = {"retired-tool.means.renamed", use};
        finding.actions.push_back({"retired-tool.tell-name", use});
    } else {
        finding.means = {"retired-tool.means.acquired", use};
        finding.actions.push_back({"retired-tool.ask-owner", use});
    }
    finding.flips_when = {"retired-tool.flips.changed", use};
}

Finding judge_tool(const RuleInput& input, ToolIndex index, const PeopleUsing& count) {
    const auto& tool = input.landscape.tools[index];
    auto finding = start_finding(id, tool.id);
    finding.tools = {index};
    if (is_retired(tool)) {
        describe_retired(input, index, count, finding);
    } else {
        describe_changed(input, tool, count, finding);
    }
    finding.magnitude =
        counted_share(input, {"retired-tool.magnitude.tool", {{"tool", Name{tool.name}}}}, count);
    if (auto note = note_of(tool.status); !note.empty()) {
        finding.evidence.push_back(std::move(note));
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
    std::ranges::stable_sort(changed, std::ranges::greater{},
                             [](const InUse& one) { return one.count.users; });
    auto finding = start_finding(id, "organization");
    finding.state = State::Present;
    finding.severity = Severity::Info;
    for (const auto& one : changed) {
        const auto& tool = input.landscape.tools[one.tool];
        finding.tools.push_back(one.tool);
        finding.evidence.push_back(sentences(
            {"retired-tool.says.changed", use_told(input, tool, one.count)}, note_of(tool.status)));
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
    const Count tools(changed.size());
    const auto names = named_tools(input.landscape, finding.tools, 3);
    finding.says = {"retired-tool.says.several", {{"count", tools}, {"tools", names}}};
    finding.means = {"retired-tool.means.several", {{"tools", names}}};
    finding.magnitude = counted_share(input, {"retired-tool.magnitude.several"}, count);
    finding.actions.push_back({"retired-tool.use-names",
                               {{"tool", tool_name(input.landscape, changed.front().tool)},
                                {"people", people_told(input, changed.front().count.users)}}});
    finding.flips_when = {"retired-tool.flips.several",
                          {{"people", people_told(input, count.base)}, {"count", tools}}};
    return finding;
}

/// Whether anybody uses one cannot be told: none is marked, or nobody was asked about one.
void leave_open(const RuleInput& input, const std::vector<ToolIndex>& marked, Finding& finding) {
    const Name edition{input.landscape.edition};
    if (marked.empty()) {
        leave_undetermined(input, finding, {"retired-tool.question"},
                           Message{"retired-tool.none-marked", {{"edition", edition}}},
                           {"retired-tool.take-current", {{"edition", edition}}});
    } else {
        leave_undetermined(input, finding, {"retired-tool.question"},
                           Message{"retired-tool.nobody-asked", {{"count", Count(marked.size())}}},
                           {"retired-tool.ask",
                            {{"people", people_told(input, answered(input))},
                             {"tools", named_tools(input.landscape, marked, 3)}}});
    }
}

Magnitude nobody(const RuleInput& input, std::size_t asked) {
    Estimate none;
    none.level = input.policy.interval_level;
    none.n = asked;
    none.reason = {"reason.is-a-count.of-people"};
    return {{"retired-tool.magnitude.marked"}, none, std::nullopt, std::nullopt, 0, 1};
}

Finding nothing_in_use(const RuleInput& input, const std::vector<ToolIndex>& marked) {
    auto finding = start_finding(id, "organization");
    const auto count = people_using(
        input, [&](ToolIndex tool) { return std::ranges::binary_search(marked, tool); });
    if (marked.empty() || count.base == 0) {
        leave_open(input, marked, finding);
        return finding;
    }
    const People people{std::nullopt, Count(count.base)};
    const Count tools(marked.size());
    finding.state = State::Absent;
    finding.says = {"retired-tool.says.absent", {{"people", people}}};
    finding.means = {"retired-tool.means.absent", {{"people", people}}};
    finding.magnitude = nobody(input, count.base);
    finding.evidence.push_back({"retired-tool.marked",
                                {{"edition", Name{input.landscape.edition}},
                                 {"count", tools},
                                 {"tools", named_tools(input.landscape, marked, 5)}}});
    finding.flips_when = {"retired-tool.flips.absent", {{"people", people}, {"count", tools}}};
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
const Rule retired_tool{
    .id = "retired-tool",
    .asks = "retired-tool.asks",
    .criteria = {"retired-tool.criteria.present", "retired-tool.criteria.possible",
                 "retired-tool.criteria.undetermined", "retired-tool.criteria.absent"},
    .policy_groups = {"depth_weights"},
    .judge = retired_tool_rule::judge};
} // namespace rule

} // namespace assess
