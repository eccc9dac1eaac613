#include "model/findings/answer.hpp"

#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess {

namespace {

const Finding* find_finding(std::span<const Finding> findings, std::string_view id,
                            std::string_view subject = {}) {
    const auto found = std::ranges::find_if(findings, [&](const Finding& finding) {
        return finding.id == id && (subject.empty() || finding.subject == subject);
    });
    return found == findings.end() ? nullptr : &*found;
}

/// "Git is the only tool they share", "they share 7 tools", "they share no tool".
std::string shared_tools(const RuleInput& input) {
    const auto& bridges = input.comparison->overlap.bridges;
    if (bridges.empty()) {
        return "they share no tool";
    }
    if (bridges.size() == 1) {
        return input.landscape.tools[bridges.front().tool].name + " is the only tool they share";
    }
    return fmt::format("they share {} tools", bridges.size());
}

/// The clearer of the two opposite-ends findings: by state, severity, then size of the gap.
const Finding* widest_gap(std::span<const Finding> findings) {
    const Finding* best = nullptr;
    for (const auto& finding : findings) {
        if (finding.id != "opposite-ends" || !stands(finding) || !finding.magnitude) {
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

std::string work_of(Diagonal diagonal, bool high) {
    if (diagonal == Diagonal::Building) {
        return high ? "build models" : "build software";
    }
    return high ? "run ML tasks" : "run tasks of any kind";
}

/// "your 5 researchers build models on the right".
std::string place_in_words(const RuleInput& input, const Group& group, Diagonal diagonal,
                           bool high) {
    const auto who = people_of(group, group.placed);
    const auto* owner = input.grouping == Grouping::Role ? "your " : "the ";
    // "1 researcher build" is no English.
    auto work = work_of(diagonal, high);
    if (group.placed == 1) {
        work.insert(work.find(' '), "s");
    }
    return fmt::format("{}{} {} on the {}", owner, who, work, high ? "right" : "left");
}

/// The gap with its sign taken off: "0.62 apart on the building diagonal (0.44 to 0.80)".
std::string apart_by(const Finding& finding, Diagonal diagonal) {
    const auto& gap = finding.magnitude->estimate;
    const double sign = gap.value < 0 ? -1 : 1;
    const double one = sign * gap.lower.value_or(gap.value);
    const double other = sign * gap.upper.value_or(gap.value);
    return fmt::format("{} apart on the {} ({} to {})", decimal(std::abs(gap.value)),
                       name_of(diagonal), decimal(std::min(one, other)),
                       decimal(std::max(one, other)));
}

std::string gap_answer(const RuleInput& input, const Pair& pair, const Finding& finding) {
    const auto diagonal =
        finding.subject == id_of(Diagonal::Building) ? Diagonal::Building : Diagonal::Orchestration;
    const bool first_high = finding.magnitude->estimate.value > 0;
    const auto apart = apart_by(finding, diagonal);
    if (finding.state == State::Possible) {
        return fmt::format("{} may stand apart, but the answers do not settle it: {}, and {}.",
                           pair.at_start(), apart, shared_tools(input));
    }
    const double first_place = along(diagonal, *pair.first.centroid);
    const double second_place = along(diagonal, *pair.second.centroid);
    if (first_place * second_place < 0) {
        return fmt::format("{} and {}: they stand {}, and {}.",
                           capitalized(place_in_words(input, pair.first, diagonal, first_high)),
                           place_in_words(input, pair.second, diagonal, !first_high), apart,
                           shared_tools(input));
    }
    const auto& nearer = first_high ? pair.first : pair.second;
    return fmt::format("{} stand {}, both in {}, {} nearer to {}; {}.", pair.at_start(), apart,
                       half_of(diagonal, first_place + second_place > 0), nearer.name,
                       end_of(diagonal, true), shared_tools(input));
}

/// How large the gap could be, either way.
double far_end(const Finding& finding) {
    const auto& gap = finding.magnitude->estimate;
    return std::max(std::abs(gap.lower.value_or(gap.value)),
                    std::abs(gap.upper.value_or(gap.value)));
}

std::string together_answer(const RuleInput& input, const Pair& pair,
                            std::span<const Finding> findings) {
    const auto* building = find_finding(findings, "opposite-ends", id_of(Diagonal::Building));
    const auto* orchestration =
        find_finding(findings, "opposite-ends", id_of(Diagonal::Orchestration));
    const bool both_absent = building != nullptr && orchestration != nullptr &&
                             building->state == State::Absent &&
                             orchestration->state == State::Absent;
    if (both_absent) {
        return fmt::format("{} do not stand at opposite ends: no gap on either diagonal is larger "
                           "than {}, and {}.",
                           pair.at_start(),
                           decimal(std::max(far_end(*building), far_end(*orchestration))),
                           shared_tools(input));
    }
    const auto* open =
        building != nullptr && building->state == State::Undetermined ? building : orchestration;
    return open == nullptr ? std::string() : open->says;
}

std::string first_question(const RuleInput& input, std::span<const Finding> findings) {
    const auto pair = pair_of(input);
    if (!pair) {
        return "Whether two groups stand at opposite ends cannot be said. " +
               reason_for_no_pair(input);
    }
    if (const auto* gap = widest_gap(findings)) {
        return gap_answer(input, *pair, *gap);
    }
    return together_answer(input, *pair, findings);
}

/// Only where it adds to the first: a gap for sure leaves no room for one region.
std::string second_question(std::span<const Finding> findings) {
    const auto* region = find_finding(findings, "one-region");
    return region != nullptr && stands(*region) ? region->says : std::string();
}

} // namespace

std::string answer_sentence(const RuleInput& input, std::span<const Finding> findings) {
    std::size_t answered = 0;
    std::size_t placed = 0;
    for (const auto& group : input.groups) {
        answered += group.n;
        placed += group.placed;
    }
    if (answered == 0) {
        return "Nobody answered a question about tools, so there is nothing to say about gaps yet.";
    }
    if (placed == 0) {
        return fmt::format("Nobody of those who answered ({}) uses a tool that has a place on the "
                           "landscape, so nobody can be placed and no gap can be measured.",
                           people(answered));
    }
    const auto first = first_question(input, findings);
    const auto second = second_question(findings);
    if (first.empty() || second.empty()) {
        return first + second;
    }
    return first + " " + second;
}

} // namespace assess
