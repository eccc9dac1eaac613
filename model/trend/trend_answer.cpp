#include "model/trend/trend_answer.hpp"

#include "model/assessment/arguments.hpp"
#include "model/statistics/holm.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace assess {
namespace {

/// Below this a movement is rounding noise.
constexpr double no_movement_below = 1e-9;

/// One movement on one diagonal.
struct DiagonalMovement {
    const GroupMovement* group = nullptr; ///< nothing: the gap
    Diagonal diagonal{};
    const Movement* movement = nullptr;
    double adjusted_p = 1;

    [[nodiscard]] const Estimate& estimate() const {
        return *movement->along_diagonal[static_cast<std::size_t>(diagonal)];
    }
    [[nodiscard]] const Quantity<double>& p() const {
        return movement->p[static_cast<std::size_t>(diagonal)];
    }
};

bool is_of_pair(const GapReport& report, const std::string& id) {
    const auto& comparison = report.comparisons.front();
    return report.groups[comparison.first].id == id || report.groups[comparison.second].id == id;
}

/// The gap's movements first.
std::vector<DiagonalMovement> candidates_of(const TrendStep& step, const GapReport& report) {
    std::vector<DiagonalMovement> candidates;
    const auto add = [&](const GroupMovement* group, const Movement& movement) {
        for (const auto diagonal : diagonals) {
            if (movement.along_diagonal[static_cast<std::size_t>(diagonal)]) {
                candidates.push_back({group, diagonal, &movement});
            }
        }
    };
    if (step.gap) {
        add(nullptr, step.gap->change);
    }
    for (const auto& group : step.groups) {
        if (!step.gap || is_of_pair(report, group.id)) {
            add(&group, group.total);
        }
    }
    std::vector<double> p_values;
    for (const auto& candidate : candidates) {
        if (candidate.p()) {
            p_values.push_back(*candidate.p());
        }
    }
    const auto adjusted = holm(p_values);
    std::size_t next = 0;
    for (auto& candidate : candidates) {
        if (candidate.p()) {
            candidate.adjusted_p = adjusted[next++];
        }
    }
    return candidates;
}

/// The largest of the clear ones; a gap's before any group's.
const DiagonalMovement* clearest(const std::vector<DiagonalMovement>& candidates) {
    const DiagonalMovement* best = nullptr;
    for (const auto& candidate : candidates) {
        const double allowed = 1 - candidate.estimate().level;
        if (!candidate.p() || candidate.adjusted_p > allowed ||
            (best != nullptr && best->group == nullptr && candidate.group != nullptr)) {
            continue;
        }
        if (best == nullptr ||
            std::abs(candidate.estimate().value) > std::abs(best->estimate().value)) {
            best = &candidate;
        }
    }
    return best;
}

/// The one with the smallest p; nothing where no interval is known.
const DiagonalMovement* smallest_p(const std::vector<DiagonalMovement>& candidates) {
    const DiagonalMovement* best = nullptr;
    for (const auto& candidate : candidates) {
        if (candidate.p() && (best == nullptr || *candidate.p() < *best->p())) {
            best = &candidate;
        }
    }
    return best;
}

const DiagonalMovement* largest(const std::vector<DiagonalMovement>& candidates) {
    const auto found =
        std::ranges::max_element(candidates, {}, [](const DiagonalMovement& candidate) {
            return std::abs(candidate.estimate().value);
        });
    return found == candidates.end() ? nullptr : &*found;
}

/// Whether two numbers are the same in two decimals.
bool told_alike(double one, double other) {
    return std::nearbyint(one * 100) == std::nearbyint(other * 100);
}

/// "Most of it, 0.21, comes from people who joined." for the part that makes most of it.
Message cause_of(const DiagonalMovement& candidate, const std::vector<MovementPart>& parts) {
    const double whole = candidate.estimate().value;
    const MovementPart* most = nullptr;
    double most_value = 0;
    for (const auto& part : parts) {
        const auto& estimate =
            part.movement.along_diagonal[static_cast<std::size_t>(candidate.diagonal)];
        if (estimate && estimate->value / whole > most_value / whole) {
            most = &part;
            most_value = estimate->value;
        }
    }
    if (most == nullptr || most_value / whole <= 0.5) {
        return {};
    }
    const Message cause{"trend.cause", {{"cause", Select{id_of(most->cause)}}}};
    if (told_alike(most_value, whole)) {
        return {"trend.made.all", {{"cause", cause}}};
    }
    const Decimal part(most_value);
    return most_value / whole > 1
               ? Message{"trend.made.more-than-all", {{"part", part}, {"cause", cause}}}
               : Message{"trend.made.most", {{"part", part}, {"cause", cause}}};
}

/// "the gap on the building diagonal", "the researchers on the building diagonal".
Message subject_of(const DiagonalMovement& candidate) {
    const auto diagonal = diagonal_name(candidate.diagonal);
    return candidate.group == nullptr
               ? Message{"trend.subject.gap", {{"diagonal", diagonal}}}
               : Message{"trend.subject.group",
                         {{"group", group_name(*candidate.group)}, {"diagonal", diagonal}}};
}

Select how_the_gap_moved(double before, double after) {
    if (before * after < 0) {
        return {"turned"};
    }
    return {std::abs(after) < std::abs(before) ? "fell" : "grew"};
}

/// What every sentence about a step tells, and more.
std::vector<NamedValue> of_step(const TrendStep& step, const Trend& trend,
                                std::vector<NamedValue> more = {}) {
    more.push_back({"from", trend.names[step.from]});
    more.push_back({"to", trend.names[step.to]});
    return more;
}

Message clear_movement(const DiagonalMovement& candidate, const TrendStep& step,
                       const Trend& trend) {
    const auto change = told_with_interval(candidate.estimate());
    if (candidate.group != nullptr) {
        const bool high = candidate.estimate().value > 0;
        return sentences(
            {"trend.moved.group", of_step(step, trend,
                                          {{"group", group_name(*candidate.group)},
                                           {"end", end_of_diagonal(candidate.diagonal, high)},
                                           {"change", change}})},
            cause_of(candidate, candidate.group->parts));
    }
    const auto index = static_cast<std::size_t>(candidate.diagonal);
    const double before = step.gap->before[index]->value;
    const double after = step.gap->after[index]->value;
    return sentences({"trend.moved.gap", of_step(step, trend,
                                                 {{"diagonal", diagonal_name(candidate.diagonal)},
                                                  {"how", how_the_gap_moved(before, after)},
                                                  {"before", Decimal(before)},
                                                  {"after", Decimal(after)},
                                                  {"change", change}})},
                     cause_of(candidate, step.gap->parts));
}

/// Where some interval is known; `best` has the smallest p.
Message no_clear_movement(const DiagonalMovement& best,
                          const std::vector<DiagonalMovement>& candidates, const TrendStep& step,
                          const Trend& trend) {
    const auto known = std::ranges::count_if(
        candidates, [](const DiagonalMovement& candidate) { return candidate.p().available(); });
    auto values = of_step(step, trend,
                          {{"subject", subject_of(best)},
                           {"change", told_with_interval(best.estimate())},
                           {"movements", Count(static_cast<std::size_t>(known))}});
    const bool clear_by_itself = *best.p() <= 1 - best.estimate().level;
    return clear_by_itself ? Message{"trend.moved.one-of-many", std::move(values)}
                           : Message{"trend.moved.by-chance", std::move(values)};
}

/// Where no interval is known.
Message no_known_movement(const std::vector<DiagonalMovement>& candidates, const TrendStep& step,
                          const Trend& trend) {
    if (const auto* any = largest(candidates)) {
        return {"trend.moved.unknown-largest",
                of_step(step, trend,
                        {{"subject", subject_of(*any)},
                         {"change", told_with_interval(any->estimate())}})};
    }
    if (!step.gap && step.groups.empty()) {
        return {"trend.moved.nobody", of_step(step, trend)};
    }
    const auto& movement = step.gap ? step.gap->change : step.groups.front().total;
    return {"trend.moved.unknown", of_step(step, trend, {{"reason", movement.shift.reason()}})};
}

Message what_moved(const TrendStep& step, const Trend& trend) {
    const auto candidates = candidates_of(step, trend.reports[step.to]);
    if (const auto* moved = clearest(candidates)) {
        return clear_movement(*moved, step, trend);
    }
    const bool all_stand = std::ranges::all_of(candidates, [](const DiagonalMovement& candidate) {
        return std::abs(candidate.estimate().value) < no_movement_below;
    });
    if (!candidates.empty() && all_stand) {
        return {"trend.moved.nothing", of_step(step, trend)};
    }
    const auto* best = smallest_p(candidates);
    return best == nullptr ? no_known_movement(candidates, step, trend)
                           : no_clear_movement(*best, candidates, step, trend);
}

Message what_became_of_findings(const TrendStep& step) {
    const auto count = [&](FindingFate fate) {
        const auto number = std::ranges::count(step.findings, fate, &FindingChange::fate);
        return static_cast<std::size_t>(number);
    };
    const auto appeared = count(FindingFate::Appeared);
    const auto went = count(FindingFate::Went);
    if (appeared == 0) {
        return {"trend.findings.none-appeared", {{"went", Count(went)}}};
    }
    if (appeared == 1) {
        const auto found =
            std::ranges::find(step.findings, FindingFate::Appeared, &FindingChange::fate);
        return {"trend.findings.one-appeared",
                {{"went", Count(went)}, {"says", found->says_after}}};
    }
    return {"trend.findings.appeared", {{"appeared", Count(appeared)}, {"went", Count(went)}}};
}

/// How the gap of the last assessment stands to the first one's, on the diagonal on which it is
/// wider now.
Message since_the_first(const Trend& trend) {
    if (!trend.whole || !trend.whole->gap) {
        return {};
    }
    const auto& gap = *trend.whole->gap;
    std::optional<std::size_t> widest;
    for (std::size_t i = 0; i < gap.after.size(); ++i) {
        if (gap.before[i] && gap.after[i] && gap.change.along_diagonal[i] &&
            (!widest || std::abs(gap.after[i]->value) > std::abs(gap.after[*widest]->value))) {
            widest = i;
        }
    }
    if (!widest) {
        return {};
    }
    return {"trend.since-the-first",
            {{"first", trend.names.front()},
             {"diagonal", diagonal_name(diagonals[*widest])},
             {"before", Decimal(gap.before[*widest]->value)},
             {"after", Decimal(gap.after[*widest]->value)},
             {"change", told_with_interval(*gap.change.along_diagonal[*widest])}}};
}

} // namespace

Message trend_answer(const Trend& trend) {
    const auto& last = trend.steps.back();
    return sentences(sentences(what_moved(last, trend), what_became_of_findings(last)),
                     since_the_first(trend));
}

} // namespace assess
