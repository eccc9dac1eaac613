// opposite-ends, on each diagonal: do the two groups work at opposite ends?
//
// An interval rule on the gap between the centroids: present when the interval lies wholly beyond
// Policy::gap_notable, serious when wholly beyond gap_serious. The interval is that of the
// comparison (Welch's, with the landscape's part). A possible finding weighs what its estimate
// would weigh; only present ones make a pipeline fail.
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess {

namespace opposite_ends_rule {
namespace {

/// One diagonal of one pair, turned so that the estimate is not negative.
struct Subject {
    const RuleInput& input;
    const Pair& pair;
    Diagonal diagonal;
    const DiagonalGap& gap;
    double sign;
    double lower; ///< the end of the turned interval towards 0; 0 without an interval
    double upper;

    [[nodiscard]] double size() const { return std::abs(gap.gap.value); }
    /// The group that stands nearer to the high end.
    [[nodiscard]] const Group& high() const { return sign > 0 ? pair.first : pair.second; }
    [[nodiscard]] const Group& low() const { return sign > 0 ? pair.second : pair.first; }
    [[nodiscard]] double place(const Group& group) const {
        return along(diagonal, *group.centroid);
    }
    [[nodiscard]] bool both_sides() const { return place(high()) > 0 && place(low()) < 0; }
};

Subject turned(const RuleInput& input, const Pair& pair, Diagonal diagonal,
               const DiagonalGap& gap) {
    const double sign = gap.gap.value < 0 ? -1 : 1;
    const double a = sign * gap.gap.lower.value_or(0);
    const double b = sign * gap.gap.upper.value_or(0);
    return {input, pair, diagonal, gap, sign, std::min(a, b), std::max(a, b)};
}

std::string where_they_stand(const Subject& subject) {
    if (subject.both_sides()) {
        return fmt::format("at opposite ends of the {}: {} apart, {} at {}",
                           name_of(subject.diagonal), decimal(subject.size()), subject.high().name,
                           end_of(subject.diagonal, true));
    }
    const bool high_half = subject.place(subject.low()) >= 0;
    return fmt::format("apart on the {}: {}, both in {}, {} nearer to {}",
                       name_of(subject.diagonal), decimal(subject.size()),
                       half_of(subject.diagonal, high_half), subject.high().name,
                       end_of(subject.diagonal, true));
}

std::string says(const Subject& subject, State state) {
    const auto& pair = subject.pair;
    switch (state) {
    case State::Present:
        return fmt::format("{} stand {}.", pair.at_start(), where_they_stand(subject));
    case State::Possible:
        return fmt::format("{} may stand {}. The interval reaches down to {}.", pair.at_start(),
                           where_they_stand(subject), decimal(subject.lower));
    case State::Absent:
        return fmt::format("No gap worth the name on the {}: {}, and no larger than {} either way.",
                           name_of(subject.diagonal), decimal(subject.size()),
                           decimal_against(std::max(-subject.lower, subject.upper),
                                           subject.input.policy.gap_notable));
    case State::Undetermined:
        break;
    }
    const auto against = [&](double end) {
        const double notable = subject.input.policy.gap_notable;
        return decimal_against(end, end < 0 ? -notable : notable);
    };
    return fmt::format("The answers leave open whether {} stand apart on the {}: {} now, and "
                       "anything from {} to {} fits them.",
                       pair.in_middle(), name_of(subject.diagonal), decimal(subject.gap.gap.value),
                       against(subject.gap.gap.lower.value_or(0)),
                       against(subject.gap.gap.upper.value_or(0)));
}

/// "researchers (at 0.49, above all with Optuna)": a group, its place, and the tool of its own
/// that makes most of the gap.
std::string with_place(const Subject& subject, const Group& group,
                       const std::vector<ToolContribution>& makers) {
    const bool is_first = &group == &subject.pair.first;
    const auto own = std::ranges::find_if(makers, [&](const ToolContribution& maker) {
        return is_first == (maker.share_first > maker.share_second);
    });
    const auto place = decimal(subject.place(group));
    return own == makers.end() ? fmt::format("{} (at {})", people_of(group), place)
                               : fmt::format("{} (at {}, above all with {})", people_of(group),
                                             place, subject.input.landscape.tools[own->tool].name);
}

std::string means(const Subject& subject, State state) {
    if (state == State::Absent) {
        return fmt::format("Along this diagonal {} (at {}) and {} (at {}) work with tools of much "
                           "the same kind.",
                           subject.pair.first.name, decimal(subject.place(subject.pair.first)),
                           subject.pair.second.name, decimal(subject.place(subject.pair.second)));
    }
    if (state == State::Undetermined) {
        return fmt::format("With {}, {} may be a gap or chance: do not act on it yet.",
                           subject.pair.placed(), decimal(subject.gap.gap.value));
    }
    const auto makers = makers_of_gap(subject.pair.comparison, subject.diagonal, subject.sign);
    const auto high = with_place(subject, subject.high(), makers);
    const auto low = with_place(subject, subject.low(), makers);
    if (subject.diagonal == Diagonal::Orchestration) {
        return fmt::format("By their tools, {} order ML tasks more and {} tasks of any kind. "
                           "Pipelines may get written twice, or passed on by hand.",
                           high, low);
    }
    if (subject.input.grouping == Grouping::Role && subject.low().role == Role::Researcher) {
        return fmt::format(
            "It is the reverse of the usual order: {} stand nearer to the tools that "
            "build models than researchers do. Check the roles before you act.",
            high);
    }
    return fmt::format("By their tools, {} work towards models and {} towards software. Expect "
                       "hand-overs between them to need translation.",
                       high, low);
}

void add_evidence(const Subject& subject, Finding& finding) {
    const auto& [first, second] =
        std::pair<const Group&, const Group&>(subject.pair.first, subject.pair.second);
    const auto& gap = subject.gap;
    finding.evidence.push_back(fmt::format(
        "Gap ({} minus {}): {}, from {} and {} with a place on the plane.", first.name, second.name,
        with_interval(gap.gap), people_of(first, first.placed), people_of(second, second.placed)));
    finding.evidence.push_back(
        fmt::format("Centroids on the diagonal, from -1 ({}) to 1 ({}): {} {}, {} {}.",
                    end_of(subject.diagonal, false), end_of(subject.diagonal, true), first.name,
                    decimal(subject.place(first)), second.name, decimal(subject.place(second))));
    // Only where the landscape's part shows in two decimals.
    if (gap.gap.sampling_lower && gap.gap.sampling_upper && gap.gap.has_interval() &&
        (decimal(*gap.gap.sampling_lower) != decimal(*gap.gap.lower) ||
         decimal(*gap.gap.sampling_upper) != decimal(*gap.gap.upper))) {
        finding.evidence.push_back(fmt::format(
            "The people alone give {} to {}; the rest of the width is how exactly the places of "
            "the tools are known.",
            decimal(*gap.gap.sampling_lower), decimal(*gap.gap.sampling_upper)));
    }
    if (gap.p && gap.p_adjusted) {
        finding.evidence.push_back(
            fmt::format("Permutation test: {}; with both diagonals taken into account, {}.",
                        p_value(*gap.p), p_value(*gap.p_adjusted)));
    }
    if (subject.pair.comparison.smaller_group_spreads_more) {
        finding.evidence.emplace_back("The smaller group spreads more widely than the larger one: "
                                      "the least favourable case for tests of this kind.");
    }
}

void add_makers(const Subject& subject, Finding& finding) {
    const auto makers = makers_of_gap(subject.pair.comparison, subject.diagonal, subject.sign);
    for (const auto& maker : makers) {
        finding.tools.push_back(maker.tool);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, makers.size()); ++i) {
        const auto& maker = makers[i];
        const double part =
            subject.diagonal == Diagonal::Building ? maker.building : maker.orchestration;
        finding.evidence.push_back(
            fmt::format("{} makes {} of the gap: {} of the use of {}, {} of that of {}.",
                        subject.input.landscape.tools[maker.tool].name, decimal(std::abs(part)),
                        percent(maker.share_first), subject.pair.first.name,
                        percent(maker.share_second), subject.pair.second.name));
    }
}

std::string flips_when(const Subject& subject, State state, Severity severity,
                       const std::string& settle) {
    const auto& policy = subject.input.policy;
    const auto notable = decimal(policy.gap_notable);
    const auto serious = decimal(policy.gap_serious);
    switch (state) {
    case State::Present:
        return severity == Severity::Serious
                   ? fmt::format("It would be notable and no longer serious if the interval's "
                                 "lower end, {}, fell to {}; only possible at {}.",
                                 decimal_against(subject.lower, policy.gap_serious), serious,
                                 notable)
                   : fmt::format("It would be only possible if the interval's lower end, {}, fell "
                                 "to {}.",
                                 decimal_against(subject.lower, policy.gap_notable), notable);
    case State::Possible:
        return fmt::format("It would be present if the interval's lower end, {}, rose above {}.",
                           decimal_against(subject.lower, policy.gap_notable), notable);
    case State::Absent:
        return fmt::format(
            "It would be open again if the interval's far end, {}, reached {}.",
            decimal_against(std::max(-subject.lower, subject.upper), policy.gap_notable), notable);
    case State::Undetermined:
        break;
    }
    return settle;
}

Severity severity_of(const Subject& subject, State state) {
    const auto& policy = subject.input.policy;
    if (state == State::Present) {
        return beyond(subject.gap.gap, policy.gap_serious) == State::Present ? Severity::Serious
                                                                             : Severity::Notable;
    }
    if (state == State::Possible) {
        return subject.size() > policy.gap_serious ? Severity::Serious : Severity::Notable;
    }
    return Severity::None;
}

void judge_interval(const Subject& subject, Finding& finding) {
    const auto& policy = subject.input.policy;
    finding.state = beyond(subject.gap.gap, policy.gap_notable);
    finding.severity = severity_of(subject, finding.state);
    finding.says = says(subject, finding.state);
    finding.means = means(subject, finding.state);
    const auto settle =
        unsettled(subject.gap.gap, subject.pair.placed()) + " " +
        settling(growth_to_settle(subject.gap, policy.gap_notable), subject.pair.first,
                 subject.pair.first.placed, subject.pair.second, subject.pair.second.placed);
    finding.flips_when = flips_when(subject, finding.state, finding.severity, settle);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(settle);
    }
    if (finding.state == State::Present || finding.state == State::Possible) {
        const auto ways =
            ways_to_close(subject.input, subject.pair, subject.diagonal, subject.sign);
        finding.actions.insert(finding.actions.end(), ways.begin(), ways.end());
    }
}

Finding judge_diagonal(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    auto finding = start_finding("opposite-ends", id_of(diagonal));
    finding.groups = {pair.first.id, pair.second.id};
    const auto question =
        fmt::format("whether {} stand apart on the {}", pair.in_middle(), name_of(diagonal));
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
    if (!gap) {
        leave_open(input, finding, question, gap.reason(),
                   people_lacking(pair, 2, "the gap on the " + name_of(diagonal)));
        return finding;
    }
    const auto subject = turned(input, pair, diagonal, *gap);
    if (gap->gap.has_interval()) {
        judge_interval(subject, finding);
    } else {
        leave_open(input, finding, question, gap->gap.reason,
                   fmt::format("{} is no more than an estimate. {}", decimal(gap->gap.value),
                               people_lacking(pair, 2, "the gap on the " + name_of(diagonal))));
        finding.says += fmt::format(" The estimate is {}.", decimal(gap->gap.value));
    }
    finding.magnitude = Magnitude{fmt::format("gap on the {}", name_of(diagonal)),
                                  gap->gap,
                                  input.policy.gap_notable,
                                  input.policy.gap_serious,
                                  -2,
                                  2};
    add_evidence(subject, finding);
    add_makers(subject, finding);
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {without_pair("opposite-ends", input, "whether two groups stand at opposite ends")};
    }
    std::vector<Finding> findings;
    // Building first: it is the diagonal that the article's first question is about.
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        findings.push_back(judge_diagonal(input, *pair, diagonal));
    }
    return findings;
}

} // namespace
} // namespace opposite_ends_rule

namespace rule {
extern const Rule opposite_ends;
const Rule opposite_ends{"opposite-ends",
                         "Do the two groups work at opposite ends of a diagonal, so that "
                         "integration is hard?",
                         opposite_ends_rule::judge};
} // namespace rule

} // namespace assess
