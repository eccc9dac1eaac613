#include "model/findings/side_by_side.hpp"

#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace assess {

namespace side_by_side_rule {
namespace {

constexpr std::string_view question = "whether tools of one kind stand side by side";

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

Magnitude magnitude_of(const RuleInput& input, const Kind& kind) {
    Estimate count;
    count.value = static_cast<double>(kind.shared.size());
    count.level = input.policy.interval_level;
    count.n = input.answers.respondents.size();
    count.reason = "it is a count of these people's tools and no estimate for others";
    const auto limit = static_cast<double>(input.policy.scattered_tools);
    return {fmt::format("tools of {} used by at least {} each",
                        input.landscape.categories[kind.category].name,
                        people(input.policy.scattered_people)),
            count,
            limit,
            std::nullopt,
            0,
            std::max(2 * limit, count.value)};
}

std::string says(const RuleInput& input, const Kind& kind, State state) {
    const auto& name = input.landscape.categories[kind.category].name;
    const auto each = people(input.policy.scattered_people);
    if (state == State::Present) {
        return fmt::format("{} of {} are in use side by side, each by at least {}: {}.",
                           counted(kind.shared.size(), "tool"), name, each,
                           tool_names(input.landscape, kind.shared, 4));
    }
    return fmt::format("Tools of {} may be piling up side by side: {} are in use, and {} of them "
                       "by at least {} each.",
                       name, kind.used(),
                       kind.shared.empty() ? "none" : grouped(kind.shared.size()), each);
}

std::string flips_when(const RuleInput& input, const Kind& kind, State state) {
    const auto limit = input.policy.scattered_tools;
    if (state == State::Present) {
        const auto drop = kind.shared.size() - limit;
        return fmt::format("It would not be present any more with {} fewer, of {}, in use by at "
                           "least {}.",
                           counted(drop, "tool"), grouped(kind.shared.size()),
                           people(input.policy.scattered_people));
    }
    return fmt::format("It would be present once {} of the {} have at least {} each, and absent "
                       "once {} or fewer are in use.",
                       limit + 1, kind.used(), people(input.policy.scattered_people), limit);
}

Finding judge_kind(const RuleInput& input, const Kind& kind,
                   const std::vector<std::size_t>& users) {
    const auto& category = input.landscape.categories[kind.category];
    auto finding = start_finding("scattered-group", category.id);
    finding.state =
        kind.shared.size() > input.policy.scattered_tools ? State::Present : State::Possible;
    finding.severity = Severity::Info;
    finding.says = says(input, kind, finding.state);
    finding.means = fmt::format("Where {} of them do the same job, each is learned, paid for and "
                                "joined to the rest again. Where they complement one another, all "
                                "is well.",
                                grouped(kind.used()));
    finding.magnitude = magnitude_of(input, kind);
    finding.tools = kind.shared;
    finding.tools.insert(finding.tools.end(), kind.few.begin(), kind.few.end());
    std::vector<std::string> each;
    for (const auto tool : finding.tools) {
        each.push_back(fmt::format("{} ({})", input.landscape.tools[tool].name,
                                   told(input).people(users[tool])));
    }
    finding.evidence.push_back(fmt::format("In use: {}.", enumerated(each, 8)));
    for (const auto& group : input.groups) {
        if (std::ranges::any_of(finding.tools,
                                [&](ToolIndex tool) { return group.tools[tool].users > 0; })) {
            finding.groups.push_back(group.id);
        }
    }
    finding.actions.push_back(fmt::format(
        "Ask which of the {} tools of {}, {} with at least {}, do the same job. Of those, "
        "keep one for new work; most used are {}.",
        grouped(kind.used()), category.name,
        kind.few.empty()      ? std::string("each")
        : kind.shared.empty() ? std::string("none of them")
                              : fmt::format("{} of them", kind.shared.size()),
        people(input.policy.scattered_people), enumerated(each, 4)));
    finding.flips_when = flips_when(input, kind, finding.state);
    return finding;
}

Finding none_found(const RuleInput& input, const std::vector<Kind>& kinds) {
    auto finding = start_finding("scattered-group", "organization");
    const auto limit = input.policy.scattered_tools;
    if (std::ranges::none_of(kinds, [](const Kind& kind) { return kind.used() > 0; })) {
        leave_open(input, finding, question, "nobody uses a tool of any category",
                   fmt::format("It takes people who use more than {} of one category; of {} who "
                               "answered, nobody uses any.",
                               counted(limit, "tool"), told(input).people(answered(input))));
        return finding;
    }
    std::vector<std::string> open;
    for (const auto& kind : kinds) {
        if (kind.used() + kind.unasked > limit) {
            open.push_back(input.landscape.categories[kind.category].name);
        }
    }
    if (!open.empty()) {
        leave_open(input, finding, question,
                   fmt::format("nobody was asked about enough tools of {}", enumerated(open, 3)),
                   fmt::format("Ask the {} who answered about more tools of {}.",
                               told(input).people(answered(input)), enumerated(open, 3)));
        return finding;
    }
    const auto& most = *std::ranges::max_element(kinds, {}, &Kind::used);
    const auto& name = input.landscape.categories[most.category].name;
    finding.state = State::Absent;
    finding.says = fmt::format("No category has more than {} in use side by side: {}, the fullest, "
                               "has {}.",
                               counted(limit, "tool"), name, most.used());
    finding.means = fmt::format("For each kind of work people have agreed on {} at most.",
                                counted(most.used(), "tool"));
    finding.magnitude = magnitude_of(input, most);
    finding.flips_when = fmt::format("It would be open again once {} of one category are in use; "
                                     "of {} it is {} today.",
                                     counted(limit + 1, "tool"), name, most.used());
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
