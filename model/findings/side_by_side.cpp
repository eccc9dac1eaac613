#include "model/findings/side_by_side.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace assess {

namespace side_by_side_rule {
namespace {

/// The tools of one category, by who uses them.
struct Kind {
    std::size_t category = 0;
    std::vector<ToolIndex> shared; ///< used by enough people each, most users first
    std::vector<ToolIndex> few;    ///< used, by fewer
    std::size_t unasked = 0;       ///< not used, and nobody was asked about them

    [[nodiscard]] std::size_t used() const { return shared.size() + few.size(); }
};

std::vector<Kind> kinds_of(const RuleInput& input, const std::vector<std::size_t>& users) {
    std::vector<Kind> kinds(input.landscape.categories.size());
    const auto asked = asked_tools(input);
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        kinds[c].category = c;
    }
    for (ToolIndex j = 0; j < users.size(); ++j) {
        for (const auto category : input.landscape.tools[j].categories) {
            auto& kind = kinds[category];
            if (users[j] >= input.policy.scattered_people) {
                kind.shared.push_back(j);
            } else if (users[j] > 0) {
                kind.few.push_back(j);
            } else {
                kind.unasked += asked[j] ? 0U : 1U;
            }
        }
    }
    for (auto& kind : kinds) {
        std::ranges::stable_sort(kind.shared,
                                 [&](ToolIndex a, ToolIndex b) { return users[a] > users[b]; });
    }
    return kinds;
}

/// What sentences about one category tell.
std::vector<NamedValue> numbers_of(const RuleInput& input, const Kind& kind) {
    const auto limit = input.policy.scattered_tools;
    return {{"category", input.landscape.categories[kind.category].name},
            {"used", Count(kind.used())},
            {"shared", Count(kind.shared.size())},
            {"few", Count(kind.few.size())},
            {"people", People{std::nullopt, Count(input.policy.scattered_people)}},
            {"limit", Count(limit)},
            {"more", Count(limit + 1)}};
}

Magnitude magnitude_of(const RuleInput& input, const Kind& kind) {
    Estimate count;
    count.value = static_cast<double>(kind.shared.size());
    count.level = input.policy.interval_level;
    count.n = input.answers.respondents.size();
    count.reason = {"reason.is-a-count.of-tools"};
    const auto limit = static_cast<double>(input.policy.scattered_tools);
    return {{"scattered-group.side-by-side.magnitude", numbers_of(input, kind)},
            count,
            limit,
            std::nullopt,
            0,
            std::max(2 * limit, count.value)};
}

Message says(const RuleInput& input, const Kind& kind, State state) {
    auto values = numbers_of(input, kind);
    if (state == State::Present) {
        values.push_back({"tools", named_tools(input.landscape, kind.shared, 4)});
        return {"scattered-group.side-by-side.says.present", std::move(values)};
    }
    return {"scattered-group.side-by-side.says.possible", std::move(values)};
}

Message flips_when(const RuleInput& input, const Kind& kind, State state) {
    auto values = numbers_of(input, kind);
    if (state == State::Present) {
        values.push_back({"drop", Count(kind.shared.size() - input.policy.scattered_tools)});
        return {"scattered-group.side-by-side.flips.present", std::move(values)};
    }
    return {"scattered-group.side-by-side.flips.possible", std::move(values)};
}

/// "Git (5 people)", one for each tool.
std::vector<Value> with_users(const RuleInput& input, const std::vector<ToolIndex>& tools,
                              const std::vector<std::size_t>& users) {
    std::vector<Value> each;
    for (const auto tool : tools) {
        each.emplace_back(Message{"scattered-group.side-by-side.users",
                                  {{"tool", tool_name(input.landscape, tool)},
                                   {"people", people_told(input, users[tool])}}});
    }
    return each;
}

Message keep_one(const RuleInput& input, const Kind& kind, std::vector<Value> tools) {
    constexpr std::size_t most_named = 4;
    auto values = numbers_of(input, kind);
    values.push_back({"tools", List(std::move(tools), most_named)});
    return {"scattered-group.side-by-side.keep-one", std::move(values)};
}

Finding judge_kind(const RuleInput& input, const Kind& kind,
                   const std::vector<std::size_t>& users) {
    const auto& category = input.landscape.categories[kind.category];
    auto finding = start_finding("scattered-group", category.id);
    finding.state =
        kind.shared.size() > input.policy.scattered_tools ? State::Present : State::Possible;
    finding.severity = Severity::Info;
    finding.says = says(input, kind, finding.state);
    finding.means = {"scattered-group.side-by-side.means.stands", numbers_of(input, kind)};
    finding.magnitude = magnitude_of(input, kind);
    finding.tools = kind.shared;
    finding.tools.insert(finding.tools.end(), kind.few.begin(), kind.few.end());
    const auto each = with_users(input, finding.tools, users);
    finding.evidence.push_back({"scattered-group.side-by-side.in-use", {{"tools", List(each, 8)}}});
    for (const auto& group : input.groups) {
        if (std::ranges::any_of(finding.tools,
                                [&](ToolIndex tool) { return group.tools[tool].users > 0; })) {
            finding.groups.push_back(group.id);
        }
    }
    finding.actions.push_back(keep_one(input, kind, each));
    finding.flips_when = flips_when(input, kind, finding.state);
    return finding;
}

/// The categories of which enough tools may be in use, had people been asked about them.
std::vector<std::string> open_categories(const RuleInput& input, const std::vector<Kind>& kinds) {
    std::vector<std::string> open;
    for (const auto& kind : kinds) {
        if (kind.used() + kind.unasked > input.policy.scattered_tools) {
            open.push_back(input.landscape.categories[kind.category].name);
        }
    }
    return open;
}

void judge_none(const RuleInput& input, const Kind& fullest, Finding& finding) {
    const auto values = numbers_of(input, fullest);
    finding.state = State::Absent;
    finding.says = {"scattered-group.side-by-side.says.absent", values};
    finding.means = {"scattered-group.side-by-side.means.absent", values};
    finding.magnitude = magnitude_of(input, fullest);
    finding.flips_when = {"scattered-group.side-by-side.flips.absent", values};
}

Finding none_found(const RuleInput& input, const std::vector<Kind>& kinds) {
    auto finding = start_finding("scattered-group", "organization");
    const Message question{"scattered-group.side-by-side.question"};
    const auto people = people_told(input, answered(input));
    if (std::ranges::none_of(kinds, [](const Kind& kind) { return kind.used() > 0; })) {
        leave_undetermined(input, finding, question,
                           Message{"scattered-group.side-by-side.nobody-uses-any"},
                           {"scattered-group.side-by-side.it-takes-people",
                            {{"limit", Count(input.policy.scattered_tools)}, {"people", people}}});
    } else if (const auto open = open_categories(input, kinds); !open.empty()) {
        const auto categories = name_list(open, 3);
        leave_undetermined(
            input, finding, question,
            Message{"scattered-group.side-by-side.nobody-was-asked", {{"categories", categories}}},
            {"scattered-group.side-by-side.ask", {{"people", people}, {"categories", categories}}});
    } else {
        judge_none(input, *std::ranges::max_element(kinds, {}, &Kind::used), finding);
    }
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto users = users_by_tool(input);
    const auto kinds = kinds_of(input, users);
    std::vector<Finding> findings;
    for (const auto& kind : kinds) {
        if (kind.used() > input.policy.scattered_tools) {
            findings.push_back(judge_kind(input, kind, users));
        }
    }
    if (findings.empty()) {
        findings.push_back(none_found(input, kinds));
    }
    return findings;
}

} // namespace
} // namespace side_by_side_rule

std::vector<Finding> side_by_side(const RuleInput& input) {
    return side_by_side_rule::judge(input);
}

} // namespace assess
