#include "model/findings/answer.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/rule_support.hpp"

#include <algorithm>
#include <cmath>

namespace assess {

namespace {

/// "they share 7 tools", "Git is the only tool they share".
Message shared_tools(const RuleInput& input) {
    const auto& bridges = input.comparison->overlap.bridges;
    if (bridges.size() == 1) {
        return {"answer.only-shared-tool",
                {{"tool", tool_name(input.landscape, bridges.front().tool)}}};
    }
    return {"answer.shared-tools", {{"tools", Count(bridges.size())}}};
}

/// The clearer of the two opposite-ends findings: by state, severity, then size of the gap.
const Finding* widest_gap(std::span<const Finding> findings) {
    const Finding* best = nullptr;
    for (const auto& finding : findings) {
        if (finding.rule->topic != Topic::Gap || !stands(finding) || !finding.magnitude) {
            continue;
        }
        const auto size = [](const Finding& one) {
            return std::abs(one.magnitude->estimate.value);
        };
        const bool better = best == nullptr || finding.state < best->state ||
                            (finding.state == best->state &&
                             (finding.severity > best->severity ||
                              (finding.severity == best->severity && size(finding) > size(*best))));
        best = better ? &finding : best;
    }
    return best;
}

/// "your 5 researchers build models on the right".
Message place_in_words(const RuleInput& input, const Group& group, Diagonal diagonal, bool high) {
    const Select owner{input.grouping == Grouping::Role ? "role" : "team"};
    const Select work{diagonal == Diagonal::Building ? (high ? "models" : "software")
                                                     : (high ? "ml-tasks" : "any-tasks")};
    return {"answer.place",
            {{"owner", owner},
             {"people", people_told(group, group.placed)},
             {"work", work},
             {"side", Select{high ? "right" : "left"}}}};
}

/// The gap with its sign taken off: "0.62 apart on the building diagonal (0.44 to 0.80)".
Message apart_by(const Finding& finding, Diagonal diagonal) {
    const auto& gap = finding.magnitude->estimate;
    const double sign = gap.value < 0 ? -1 : 1;
    const double one = sign * gap.lower.value_or(gap.value);
    const double other = sign * gap.upper.value_or(gap.value);
    return {"answer.apart",
            {{"size", Decimal(std::abs(gap.value))},
             {"diagonal", diagonal_name(diagonal)},
             {"lower", Decimal(std::min(one, other))},
             {"upper", Decimal(std::max(one, other))}}};
}

Message gap_answer(const RuleInput& input, const Pair& pair, const Finding& finding) {
    const auto diagonal =
        finding.subject == id_of(Diagonal::Building) ? Diagonal::Building : Diagonal::Orchestration;
    const bool first_high = finding.magnitude->estimate.value > 0;
    const auto apart = apart_by(finding, diagonal);
    if (finding.state == State::Possible) {
        return {"answer.may-stand-apart",
                {{"pair", pair.groups()}, {"apart", apart}, {"shared", shared_tools(input)}}};
    }
    const double first_place = along(diagonal, *pair.first.centroid);
    const double second_place = along(diagonal, *pair.second.centroid);
    if (first_place * second_place < 0) {
        return {"answer.opposite-ends",
                {{"first", place_in_words(input, pair.first, diagonal, first_high)},
                 {"second", place_in_words(input, pair.second, diagonal, !first_high)},
                 {"apart", apart},
                 {"shared", shared_tools(input)}}};
    }
    return {"answer.apart-in-one-half",
            {{"pair", pair.groups()},
             {"apart", apart},
             {"half", half_of_diagonal(diagonal, first_place + second_place > 0)},
             {"nearer", group_name(first_high ? pair.first : pair.second)},
             {"end", end_of_diagonal(diagonal, true)},
             {"shared", shared_tools(input)}}};
}

/// How large the gap could be, either way.
double far_end(const Finding& finding) {
    const auto& gap = finding.magnitude->estimate;
    return std::max(std::abs(gap.lower.value_or(gap.value)),
                    std::abs(gap.upper.value_or(gap.value)));
}

Message together_answer(const RuleInput& input, const Pair& pair,
                        std::span<const Finding> findings) {
    const auto* building = find_gap(findings, Diagonal::Building);
    const auto* orchestration = find_gap(findings, Diagonal::Orchestration);
    const bool both_absent = building != nullptr && orchestration != nullptr &&
                             building->state == State::Absent &&
                             orchestration->state == State::Absent;
    if (both_absent) {
        return {"answer.together",
                {{"pair", pair.groups()},
                 {"most", Decimal(std::max(far_end(*building), far_end(*orchestration)))},
                 {"shared", shared_tools(input)}}};
    }
    const auto* open =
        building != nullptr && building->state == State::Undetermined ? building : orchestration;
    return open == nullptr ? Message() : open->says;
}

Message first_question(const RuleInput& input, std::span<const Finding> findings) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {"answer.no-pair", {{"why", why_no_pair(input)}}};
    }
    if (const auto* gap = widest_gap(findings)) {
        return gap_answer(input, *pair, *gap);
    }
    return together_answer(input, *pair, findings);
}

/// Only where it adds to the first: a gap for sure leaves no room for one region.
Message second_question(std::span<const Finding> findings) {
    const auto region = std::ranges::find_if(findings, [](const Finding& finding) {
        return finding.rule->topic == Topic::Region && stands(finding);
    });
    return region == findings.end() ? Message() : region->says;
}

} // namespace

Message answer_of(const RuleInput& input, std::span<const Finding> findings) {
    std::size_t answered = 0;
    std::size_t placed = 0;
    for (const auto& group : input.groups) {
        answered += group.n;
        placed += group.placed;
    }
    if (answered == 0) {
        return {"answer.nobody"};
    }
    if (placed == 0) {
        return {"answer.nobody-placed", {{"people", people_told(input, answered)}}};
    }
    return sentences(first_question(input, findings), second_question(findings));
}

} // namespace assess
