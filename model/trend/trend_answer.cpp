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

/// " Most of it, 0.21, comes from people who joined." for the part that makes most of it.
std::string cause_of(const DiagonalMovement& candidate, const std::vector<MovementPart>& parts) {
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
    if (decimal(most_value) == decimal(whole)) {
        return fmt::format(" All of it comes from {}.", words_of(most->cause));
    }
    if (most_value / whole > 1) {
        return fmt::format(" More than all of it, {}, comes from {}; the rest went the other way.",
                           decimal(most_value), words_of(most->cause));
    }
    return fmt::format(" Most of it, {}, comes from {}.", decimal(most_value),
                       words_of(most->cause));
}

std::string subject_of(const DiagonalMovement& candidate) {
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

std::string clear_movement(const DiagonalMovement& candidate, const TrendStep& step,
                           const Trend& trend) {
    const auto index = static_cast<std::size_t>(candidate.diagonal);
    if (candidate.group == nullptr) {
        const double before = step.gap->before[index]->value;
        const double after = step.gap->after[index]->value;
        return fmt::format("{} {} {} from {} to {}, a change of {}.{}", from_to(step, trend),
                           subject_of(candidate), how_the_gap_moved(before, after), decimal(before),
                           decimal(after), with_interval(candidate.estimate()),
                           cause_of(candidate, step.gap->parts));
    }
    return fmt::format("{} {} moved towards {}, a change of {}; the gap did not clearly change.{}",
                       from_to(step, trend), subject_of(candidate),
                       end_of(candidate.diagonal, candidate.estimate().value > 0),
                       with_interval(candidate.estimate()),
                       cause_of(candidate, candidate.group->parts));
}

/// "movement, of the researchers on the building diagonal, is -0.05 (95% ...)".
std::string movement_is(const DiagonalMovement& candidate) {
    return fmt::format("movement, of {}{}, is {}", subject_of(candidate),
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
    const bool all_stand = std::ranges::all_of(candidates, [](const DiagonalMovement& candidate) {
        return std::abs(candidate.estimate().value) < no_movement_below;
    });
    if (!candidates.empty() && all_stand) {
        return fmt::format("{} nothing moved: the groups stand where they stood.",
                           from_to(step, trend));
    }
    if (const auto* best = smallest_p(candidates)) {
        const bool by_itself = *best->p() <= 1 - best->estimate().level;
        const auto known = std::ranges::count_if(candidates, [](const DiagonalMovement& candidate) {
            return candidate.p().available();
        });
        return fmt::format("{} nothing can be said to have moved: the clearest {}{}.",
                           from_to(step, trend), movement_is(*best),
                           by_itself ? fmt::format("; of the {} movements looked at, one this "
                                                   "clear is not rare by chance",
                                                   known)
                                     : ", which chance alone could bring");
    }
    const auto* any = largest(candidates);
    return fmt::format("{} it cannot be said whether anything moved: {}.", from_to(step, trend),
                       any == nullptr ? why_nothing_moved(step)
                                      : "the largest " + movement_is(*any));
}

std::string findings_sentence(const TrendStep& step) {
    std::size_t appeared = 0;
    std::size_t went = 0;
    std::string says;
    for (const auto& change : step.findings) {
        if (change.fate == FindingFate::Appeared) {
            says = appeared++ == 0 ? change.says_after.words() : says;
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
    return fmt::format(" Since {} the gap on the {} went from {} to {}, a change of {}.",
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
