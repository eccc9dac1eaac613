#include "model/trend/trend_answer.hpp"

#include "model/findings/words.hpp"
#include "model/statistics/holm.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace assess {
namespace {

/// Below this a movement is rounding noise.
constexpr double nothing = 1e-9;

/// One movement on one diagonal.
struct Candidate {
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
std::vector<Candidate> candidates_of(const TrendStep& step, const GapReport& report) {
    std::vector<Candidate> candidates;
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
const Candidate* clearest(const std::vector<Candidate>& candidates) {
    const Candidate* best = nullptr;
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

/// Nothing where there is none, or none with an interval where that is asked for.
const Candidate* largest(const std::vector<Candidate>& candidates, bool with_interval_only) {
    const Candidate* best = nullptr;
    for (const auto& candidate : candidates) {
        const auto& estimate = candidate.estimate();
        if ((estimate.has_interval() || !with_interval_only) &&
            (best == nullptr || std::abs(estimate.value) > std::abs(best->estimate().value))) {
            best = &candidate;
        }
    }
    return best;
}

std::string_view words_of(MovementCause cause) {
    switch (cause) {
    case MovementCause::Landscape:
        return "the new landscape, which places tools elsewhere";
    case MovementCause::Left:
        return "people who left";
    case MovementCause::Tools:
        return "people who stayed and use other tools now";
    case MovementCause::Joined:
        return "people who joined";
    case MovementCause::People:
        break;
    }
    return "the people: other ones, or other tools";
}

/// ", 0.21 of it by people who joined" for the part that makes most of it.
std::string cause_of(const Candidate& candidate, const std::vector<MovementPart>& parts) {
    const double whole = candidate.estimate().value;
    const MovementPart* most = nullptr;
    double largest = 0;
    for (const auto& part : parts) {
        const auto& estimate =
            part.movement.along_diagonal[static_cast<std::size_t>(candidate.diagonal)];
        const double share = estimate ? estimate->value / whole : 0;
        if (share > largest) {
            largest = share;
            most = &part;
        }
    }
    if (most == nullptr || largest <= 0.5) {
        return {};
    }
    return fmt::format(
        " Most of it, {}, comes from {}.",
        decimal(
            (*most->movement.along_diagonal[static_cast<std::size_t>(candidate.diagonal)]).value),
        words_of(most->cause));
}

std::string subject_of(const Candidate& candidate) {
    if (candidate.group == nullptr) {
        return fmt::format("the gap on the {}", name_of(candidate.diagonal));
    }
    return candidate.group->role ? "the " + candidate.group->name : "team " + candidate.group->name;
}

std::string how_the_gap_moved(double before, double after) {
    if (before * after < 0) {
        return "turned";
    }
    return std::abs(after) < std::abs(before) ? "fell" : "grew";
}

std::string from_to(const TrendStep& step, const Trend& trend) {
    return fmt::format("From {} to {}", in_quotes(trend.names[step.from]),
                       in_quotes(trend.names[step.to]));
}

std::string clear_movement(const Candidate& candidate, const TrendStep& step, const Trend& trend) {
    const auto index = static_cast<std::size_t>(candidate.diagonal);
    if (candidate.group == nullptr) {
        const double before = step.gap->before[index]->value;
        const double after = step.gap->after[index]->value;
        return fmt::format("{} {} {} from {} to {}, by {}.{}", from_to(step, trend),
                           subject_of(candidate), how_the_gap_moved(before, after), decimal(before),
                           decimal(after), with_interval(candidate.estimate()),
                           cause_of(candidate, step.gap->parts));
    }
    return fmt::format(
        "{} {} moved towards {}, by {}; the gap did not clearly change.{}", from_to(step, trend),
        subject_of(candidate), end_of(candidate.diagonal, candidate.estimate().value > 0),
        with_interval(candidate.estimate()), cause_of(candidate, candidate.group->parts));
}

/// "the largest movement, of the researchers on the building diagonal, is -0.05 (95% ...)".
std::string largest_movement(const Candidate& candidate) {
    return fmt::format("the largest movement, of {}{}, is {}", subject_of(candidate),
                       candidate.group == nullptr ? std::string()
                                                  : " on the " + name_of(candidate.diagonal),
                       with_interval(candidate.estimate()));
}

/// Why no movement has a value.
std::string why_nothing_moved(const TrendStep& step) {
    if (step.gap) {
        return step.gap->change.shift.reason();
    }
    return step.groups.empty() ? "nobody is in any group"
                               : step.groups.front().total.shift.reason();
}

std::string movement_sentence(const TrendStep& step, const Trend& trend) {
    const auto candidates = candidates_of(step, trend.reports[step.to]);
    if (const auto* moved = clearest(candidates)) {
        return clear_movement(*moved, step, trend);
    }
    const bool all_stand = std::ranges::all_of(candidates, [](const Candidate& candidate) {
        return std::abs(candidate.estimate().value) < nothing;
    });
    if (!candidates.empty() && all_stand) {
        return fmt::format("{} nothing moved: the groups stand where they stood.",
                           from_to(step, trend));
    }
    if (const auto* with_interval = largest(candidates, true)) {
        return fmt::format("{} nothing can be said to have moved: {}, which chance alone could "
                           "bring.",
                           from_to(step, trend), largest_movement(*with_interval));
    }
    const auto* any = largest(candidates, false);
    return fmt::format("{} it cannot be said whether anything moved: {}.", from_to(step, trend),
                       any == nullptr ? why_nothing_moved(step) : largest_movement(*any));
}

std::string findings_sentence(const TrendStep& step) {
    std::size_t appeared = 0;
    std::size_t went = 0;
    std::string_view says;
    for (const auto& change : step.findings) {
        if (change.fate == FindingFate::Appeared) {
            says = appeared++ == 0 ? std::string_view(change.says_after) : says;
        } else if (change.fate == FindingFate::Went) {
            ++went;
        }
    }
    if (appeared == 0 && went == 0) {
        return " No finding appeared or went.";
    }
    const auto and_went =
        went == 0 ? std::string() : fmt::format("{}{} went", appeared == 0 ? "" : " and ", went);
    if (appeared == 0) {
        return fmt::format(" {} {} went.", went, went == 1 ? "finding" : "findings");
    }
    if (appeared == 1) {
        return fmt::format(" 1 finding appeared{}. The new one: {}", and_went, says);
    }
    return fmt::format(" {} findings appeared{}.", appeared, and_went);
}

/// How the gap of the last assessment stands to the first one's, on the diagonal on which it is
/// wider now.
std::string since_the_first(const Trend& trend) {
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
    return fmt::format(" Since {} the gap on the {} went from {} to {}, by {}.",
                       in_quotes(trend.names.front()), name_of(diagonals[*widest]),
                       decimal(gap.before[*widest]->value), decimal(gap.after[*widest]->value),
                       with_interval(*gap.change.along_diagonal[*widest]));
}

} // namespace

std::string trend_answer(const Trend& trend) {
    const auto& last = trend.steps.back();
    return movement_sentence(last, trend) + findings_sentence(last) + since_the_first(trend);
}

} // namespace assess
