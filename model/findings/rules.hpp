// The registry of rules. A rule is one value in one file: whatever the program has to know of it
// stands there. Each is listed in rules.cpp once, and nowhere else.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/assessment/lifecycle.hpp"
#include "model/assessment/scores.hpp"
#include "model/findings/finding.hpp"
#include "model/policy/policy.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assess {

/// Everything that a rule may look at.
struct RuleInput {
    const Landscape& landscape;
    const Policy& policy;
    const Answers& answers;
    const std::vector<Group>& groups;
    Grouping grouping = Grouping::Role;
    const Comparison* comparison = nullptr; ///< nothing where fewer than two groups were given
    Message no_comparison{};              ///< why there is none, without a full stop; may be empty
    std::span<const ItemScores> scores{}; ///< what people said on scales; may be empty
    const Lifecycle* lifecycle = nullptr; ///< nothing, or empty, where nobody was asked
};

struct AdoptionSubject; // adoption_subject.hpp
class Draws;            // draws.hpp, with the next two
struct Drawn;
struct DrawMemory;

/// The verdict on one finding with the tools where a draw has put them.
using Redraw = std::function<State(const Drawn&, DrawMemory&)>;

/// What a rule is about, of the article's two questions.
enum class Topic : std::uint8_t {
    Other,
    Gap,     ///< the gap between the two groups, on the diagonal that is the finding's subject
    Stretch, ///< a stretch of that gap
    Region   ///< whether everybody stays in one region
};

/// When a rule gives each of its answers, in words to complete "Present:": what `assess explain`
/// prints. The conditions themselves are in the rule's own file.
struct Criteria {
    MessageId present{};
    MessageId possible{};
    MessageId undetermined{};
    MessageId absent{};
};

/// How the number that a rule decides by is drawn against its threshold.
struct RuleScale {
    MessageId below{}; ///< what it means to lie below the threshold, in a word or two
    MessageId above{};
    bool finding_below = false; ///< small values are the finding
    bool both_sides = false;    ///< the threshold counts in both directions
    bool shares = false;        ///< printed as percents
};

/// What a rule's findings ask of an adoption, while they stand and weigh more than information.
struct AdoptionAsk {
    MessageId what{}; ///< completes "asks for"; empty: they ask for nothing
    /// Whether an adoption is what the finding asks for, whatever it does to the gap. Nothing: only
    /// a smaller gap is asked for.
    bool (*met_by)(const AdoptionSubject&) = nullptr;
    bool (*only_if)(const Finding&) = nullptr; ///< nothing: of all that stand
};

/// What is left out is none: no scale to draw, nothing asked of an adoption.
struct Rule {
    std::string_view id{};
    Topic topic = Topic::Other;
    MessageId asks{}; ///< the question it answers, one sentence
    Criteria criteria{};
    std::array<std::string_view, 3> policy_groups{}; ///< of numbers that it uses; the rest is empty
    RuleScale scale{};
    AdoptionAsk adoption{};
    bool permutes = false; ///< its verdict rests on a permutation test
    /// How a finding is judged again while the tools' places are drawn. The result may refer to the
    /// draws; it is empty where there is nothing to judge. No function: no finding of the rule
    /// depends on where the tools stand.
    Redraw (*redraw)(const Finding&, Draws&) = nullptr;
    std::vector<Finding> (*judge)(const RuleInput&) = nullptr;
};

/// All rules in the order of the method.
std::span<const Rule> rules();

/// no_rule where none has this id.
const Rule& rule_named(std::string_view id, std::span<const Rule> among = rules());

/// The finding about the gap on the diagonal; nothing where there is none.
const Finding* find_gap(std::span<const Finding> findings, Diagonal diagonal);

/// The findings of one rule.
std::vector<Finding> judge_by(const Rule& rule, const RuleInput& input);

/// All findings, worst first: state, severity, then the rules' order, then the subject's order.
/// Advice that an earlier finding gives in the same words is replaced by a pointer to it.
std::vector<Finding> judge_all(const RuleInput& input, std::span<const Rule> by = rules());

} // namespace assess
