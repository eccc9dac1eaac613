// A landscape and a team in a few lines, for tests of what is computed from answers:
//
//     const auto verdicts = TestTeam()
//         .category("swe", Quadrant::StandardSweTools, Ring::Adopt)
//         .tool("git", -0.8, -0.6, {.category = "swe"})
//         .people(5, Role::Engineer, {"git=daily"})
//         .judge();
//     verdicts.one("opposite-ends", "building").state
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/findings/rules.hpp"
#include "model/landscape/landscape.hpp"
#include "model/policy/policy.hpp"
#include "tests/support/said.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

/// What a tool of the test landscape has besides its place.
struct ToolTraits {
    std::string category{};
    std::vector<Diagonal> on{};
    ToolStatus status = ToolStatus::Active;
    std::optional<int> year{};
    std::string note{};
    double tolerance = 0;
    bool placed = true;
    std::vector<std::string> stages{}; ///< that it covers
};

/// Everything that judge_all saw, kept alive, and what it found, in words.
class Verdicts {
public:
    Landscape landscape;
    Policy policy;
    Answers answers;
    std::vector<Group> groups;
    Grouping grouping = Grouping::Role;
    std::optional<Comparison> comparison;
    Message no_comparison;
    std::vector<ItemScores> scores;
    Lifecycle lifecycle;

    [[nodiscard]] RuleInput input() const {
        return {landscape,     policy,   answers,
                groups,        grouping, comparison ? &*comparison : nullptr,
                no_comparison, scores,   &lifecycle};
    }
    /// In words, as all that follow.
    [[nodiscard]] std::vector<Said> all() const { return said(judge_all(input())); }
    [[nodiscard]] std::vector<Said> of(std::string_view rule) const {
        auto findings = all();
        std::erase_if(findings, [&](const Finding& finding) { return finding.id != rule; });
        return findings;
    }
    [[nodiscard]] Said one(std::string_view rule, std::string_view subject) const {
        for (auto& finding : of(rule)) {
            if (finding.subject == subject) {
                return finding;
            }
        }
        throw std::out_of_range("no finding " + std::string(rule) + " on " + std::string(subject));
    }

    /// Replaces what was computed for one diagonal by numbers of the test's own.
    Verdicts& with_gap(Diagonal diagonal, double value, double lower, double upper) {
        DiagonalGap gap;
        gap.gap.value = value;
        gap.gap.lower = lower;
        gap.gap.upper = upper;
        comparison.value().diagonal.at(static_cast<std::size_t>(diagonal)) = gap;
        return *this;
    }
    Verdicts& with_spread(double difference, double lower, double upper, double p) {
        SpreadComparison spread;
        spread.test.p = p;
        spread.mean_distance_first = 0.5 + difference;
        spread.mean_distance_second = 0.5;
        spread.difference.value = difference;
        spread.difference.lower = lower;
        spread.difference.upper = upper;
        comparison.value().spread = spread;
        return *this;
    }
    Verdicts& with_overlap(double value, double lower, double upper) {
        Estimate overlap;
        overlap.value = value;
        overlap.lower = lower;
        overlap.upper = upper;
        comparison.value().overlap.morisita_horn = overlap;
        return *this;
    }
};

class TestTeam {
public:
    TestTeam() { m_landscape.edition = "test"; }

    TestTeam& category(std::string id, Quadrant quadrant, Ring ring) {
        m_landscape.categories.push_back(
            {id, "Category " + id, quadrant, ring, "what " + id + " gives"});
        return *this;
    }
    TestTeam& tool(std::string id, double x, double y, const ToolTraits& traits = {}) {
        Tool tool;
        tool.id = id;
        tool.name = "Tool " + id;
        if (!traits.category.empty()) {
            tool.categories.push_back(m_landscape.find_category(traits.category).value());
        }
        if (traits.placed) {
            tool.placement = Placement{{x, y}, traits.tolerance, "test", ""};
        }
        tool.on = traits.on;
        for (const auto& stage : traits.stages) {
            tool.stages.push_back(m_landscape.find_stage(stage).value());
        }
        tool.status = {traits.status, traits.year, traits.note};
        m_landscape.tools.push_back(std::move(tool));
        return *this;
    }
    /// To be added before the tools that cover it.
    TestTeam& stage(std::string id) {
        auto name = id;
        std::ranges::replace(name, '-', ' ');
        m_landscape.stages.push_back({std::move(id), std::move(name), "both", {}});
        return *this;
    }
    /// A question on a scale; its id is its text too.
    TestTeam& question(ScoreKind kind, std::string id, std::string tool = {},
                       std::optional<Role> persona = {}) {
        m_questions.push_back({kind, std::move(id), std::move(tool), persona});
        return *this;
    }
    /// What the people added last work on.
    TestTeam& working_on(const std::vector<std::string>& stages) {
        std::uint64_t bits = 0;
        for (const auto& stage : stages) {
            bits |= std::uint64_t{1} << m_landscape.find_stage(stage).value();
        }
        for (std::size_t i = m_people.size() - m_last; i < m_people.size(); ++i) {
            m_people[i].stages = bits;
        }
        return *this;
    }
    /// The steps that the people added last chose, one each in their order; fewer steps than
    /// people: the rest chose none.
    TestTeam& saying(const std::string& question, const std::vector<std::uint8_t>& steps) {
        for (std::size_t i = 0; i < std::min(steps.size(), m_last); ++i) {
            m_people[m_people.size() - m_last + i].said.emplace_back(question, steps[i]);
        }
        return *this;
    }
    TestTeam& promise(const PrivacyPromise& promise) {
        m_promise = promise;
        return *this;
    }
    /// Without any, there is one block that offers every tool.
    TestTeam& block(std::string id, std::vector<std::string> tools) {
        m_blocks.emplace_back(std::move(id), std::move(tools));
        return *this;
    }
    /// `uses`: "git" or "git=weekly". `answered`: bit b for block b; all of them by default.
    TestTeam& people(std::size_t count, Role role, std::vector<std::string> uses,
                     std::string team = {}, std::uint64_t answered = ~std::uint64_t{0}) {
        for (std::size_t i = 0; i < count; ++i) {
            m_people.push_back({role, uses, team, answered, {}, {}});
        }
        m_last = count;
        return *this;
    }
    TestTeam& policy(const Policy& policy) {
        m_policy = policy;
        return *this;
    }

    /// Groups by role and compares researchers with engineers where there are both.
    [[nodiscard]] Verdicts judge() const { return judge(Grouping::Role, "researcher", "engineer"); }

    /// The landscape and the answers, for whatever is made of them.
    [[nodiscard]] std::pair<Landscape, Answers> given() const {
        auto landscape = m_landscape;
        std::ranges::sort(landscape.tools, {}, &Tool::id);
        landscape.index_spellings();
        auto answers = this->answers(landscape);
        return {std::move(landscape), std::move(answers)};
    }

    [[nodiscard]] Verdicts judge(Grouping grouping, std::string_view first,
                                 std::string_view second) const {
        Verdicts verdicts;
        verdicts.landscape = m_landscape;
        verdicts.policy = m_policy;
        verdicts.grouping = grouping;
        std::ranges::sort(verdicts.landscape.tools, {}, &Tool::id);
        verdicts.landscape.index_spellings();
        verdicts.answers = answers(verdicts.landscape);
        verdicts.groups =
            make_groups(verdicts.answers, verdicts.landscape, verdicts.policy, grouping);
        verdicts.scores =
            make_scores(verdicts.answers, verdicts.groups, verdicts.policy.interval_level);
        verdicts.lifecycle =
            make_lifecycle(verdicts.answers, verdicts.groups, verdicts.landscape, verdicts.policy);
        const auto index = [&](std::string_view id) -> std::optional<std::size_t> {
            const auto found = std::ranges::find(verdicts.groups, id, &Group::id);
            if (found == verdicts.groups.end()) {
                return std::nullopt;
            }
            return static_cast<std::size_t>(found - verdicts.groups.begin());
        };
        if (index(first) && index(second)) {
            verdicts.comparison = compare_groups(verdicts.groups, *index(first), *index(second),
                                                 verdicts.landscape, verdicts.policy, {.seed = 1});
        }
        return verdicts;
    }

private:
    struct Person {
        Role role;
        std::vector<std::string> uses;
        std::string team;
        std::uint64_t answered;
        std::optional<std::uint64_t> stages;
        std::vector<std::pair<std::string, std::uint8_t>> said; ///< question and step
    };
    struct Question {
        ScoreKind kind;
        std::string id;
        std::string tool;
        std::optional<Role> persona;
    };

    [[nodiscard]] Answers answers(const Landscape& landscape) const {
        Answers answers;
        answers.source = "test";
        answers.rows = m_people.size();
        for (const auto& [id, tools] : m_blocks) {
            answers.blocks.push_back({id, id, {}});
            for (const auto& tool : tools) {
                answers.blocks.back().offers.push_back(landscape.find(tool).value());
            }
            std::ranges::sort(answers.blocks.back().offers);
        }
        if (answers.blocks.empty()) {
            answers.blocks.push_back({"tools", "Tools", {}});
        }
        for (const auto& person : m_people) {
            if (!person.team.empty() &&
                std::ranges::find(answers.teams, person.team) == answers.teams.end()) {
                answers.teams.push_back(person.team);
            }
        }
        std::ranges::sort(answers.teams);
        answers.promise = m_promise;
        for (const auto& question : m_questions) {
            answers.score_items.push_back(
                {question.kind,
                 question.tool.empty() ? std::nullopt : landscape.find(question.tool),
                 question.persona,
                 question.id,
                 question.id,
                 {}});
        }
        for (const auto& person : m_people) {
            answers.respondents.push_back(respondent(person, answers, landscape));
        }
        sort_respondents(answers);
        return answers;
    }

    [[nodiscard]] Respondent respondent(const Person& person, const Answers& answers,
                                        const Landscape& landscape) const {
        Respondent respondent;
        respondent.id = "p" + std::to_string(answers.respondents.size());
        respondent.role = person.role;
        const auto blocks = (std::uint64_t{1} << answers.blocks.size()) - 1;
        respondent.answered = person.answered & blocks;
        respondent.stages = person.stages;
        for (const auto& [id, step] : person.said) {
            const auto question = std::ranges::find(m_questions, id, &Question::id);
            respondent.scores.push_back(
                {static_cast<std::uint32_t>(question - m_questions.begin()), step});
        }
        std::ranges::sort(respondent.scores, {}, &Score::item);
        const auto team = std::ranges::find(answers.teams, person.team);
        if (team != answers.teams.end()) {
            respondent.team = static_cast<std::uint32_t>(team - answers.teams.begin());
        }
        for (const auto& use : person.uses) {
            const auto split = use.find('=');
            Usage usage;
            usage.tool = landscape.find(use.substr(0, split)).value();
            if (split != std::string::npos) {
                usage.depth = depth_from_id(use.substr(split + 1)).value();
            }
            respondent.usages.push_back(usage);
        }
        std::ranges::sort(respondent.usages, {}, &Usage::tool);
        return respondent;
    }

    Landscape m_landscape;
    Policy m_policy;
    std::vector<std::pair<std::string, std::vector<std::string>>> m_blocks;
    std::vector<Person> m_people;
    std::vector<Question> m_questions;
    PrivacyPromise m_promise;
    std::size_t m_last = 0; ///< people added by the last call of people()
};

} // namespace assess
