#include "model/findings/rules.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

// Every rule in the order of the method: its name here, and its value in the file of that name.
// A new rule is one line more (and its file in CMakeLists.txt).
#define ASSESS_RULES(rule)                                                                         \
    rule(opposite_ends);                                                                           \
    rule(one_region);                                                                              \
    rule(left_end);                                                                                \
    rule(broken_ladder);                                                                           \
    rule(no_common_ground);                                                                        \
    rule(empty_quadrant);                                                                          \
    rule(scattered_group);                                                                         \
    rule(lifecycle_hole);                                                                          \
    rule(frustrated_group);                                                                        \
    rule(retired_tool);                                                                            \
    rule(missing_basics);                                                                          \
    rule(bridge_role);

namespace assess {

namespace rule {
#define ASSESS_DECLARE(name) extern const Rule name
ASSESS_RULES(ASSESS_DECLARE)
#undef ASSESS_DECLARE
} // namespace rule

const Rule no_rule{};

std::span<const Rule> rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
#define ASSESS_APPEND(name) list.push_back(rule::name)
        ASSESS_RULES(ASSESS_APPEND)
#undef ASSESS_APPEND
        return list;
    }();
    return all;
}

const Rule& rule_named(std::string_view id, std::span<const Rule> among) {
    const auto found = std::ranges::find(among, id, &Rule::id);
    return found == among.end() ? no_rule : *found;
}

const Finding* find_gap(std::span<const Finding> findings, Diagonal diagonal) {
    const auto found = std::ranges::find_if(findings, [&](const Finding& finding) {
        return finding.rule->topic == Topic::Gap && finding.subject == id_of(diagonal);
    });
    return found == findings.end() ? nullptr : &*found;
}

namespace {

/// The first finding before `until` that gives this advice.
const Finding* said_by(std::span<const Finding> before, const Message& action) {
    const auto found = std::ranges::find_if(before, [&](const Finding& finding) {
        return stands(finding) &&
               std::ranges::find(finding.actions, action) != finding.actions.end();
    });
    return found == before.end() ? nullptr : &*found;
}

/// Advice that an earlier finding gives in the same words is not said again but pointed at.
void say_once(std::vector<Finding>& findings) {
    for (std::size_t i = findings.size(); i-- > 0;) {
        if (!stands(findings[i])) {
            continue;
        }
        std::vector<Message> fresh;
        std::vector<Value> sources;
        for (auto& action : findings[i].actions) {
            const auto* earlier = said_by(std::span(findings).first(i), action);
            if (earlier == nullptr) {
                fresh.push_back(std::move(action));
                continue;
            }
            const Message source{
                "finding.name", {{"rule", Name{earlier->id}}, {"subject", Name{earlier->subject}}}};
            if (std::ranges::find(sources, Value(source)) == sources.end()) {
                sources.emplace_back(source);
            }
        }
        if (!sources.empty()) {
            fresh.push_back(
                {"finding.advice-given",
                 {{"further", yes_or_no(!fresh.empty())},
                  {"findings", List(std::move(sources), List::all, List::Last::None)}}});
        }
        findings[i].actions = std::move(fresh);
    }
}

} // namespace

std::vector<Finding> judge_by(const Rule& rule, const RuleInput& input) {
    auto findings = rule.judge(input);
    for (auto& finding : findings) {
        finding.rule = &rule;
    }
    return findings;
}

std::vector<Finding> judge_all(const RuleInput& input, std::span<const Rule> by) {
    std::vector<Finding> findings;
    for (const auto& rule : by) {
        auto judged = judge_by(rule, input);
        std::ranges::move(judged, std::back_inserter(findings));
    }
    std::ranges::stable_sort(findings, [](const Finding& left, const Finding& right) {
        return left.state != right.state ? left.state < right.state
                                         : left.severity > right.severity;
    });
    say_once(findings);
    return findings;
}

} // namespace assess
