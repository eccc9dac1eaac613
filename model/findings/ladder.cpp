#include "model/findings/ladder.hpp"

#include "model/assessment/answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace assess {

double median_of_sorted(const std::vector<double>& sorted) {
    const auto half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

double median_without(const std::vector<double>& sorted, std::size_t left_out) {
    const auto rest = sorted.size() - 1;
    const auto at = [&](std::size_t i) { return sorted[i < left_out ? i : i + 1]; };
    const auto half = rest / 2;
    return rest % 2 == 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

Stretch longest_stretch(double low, double high, const std::vector<Rung>& rungs) {
    Stretch longest{low, low};
    double from = low;
    const auto reach = [&](double to) {
        if (to - from > longest.length()) {
            longest = {from, to};
        }
        from = to;
    };
    for (const auto& rung : rungs) {
        if (rung.used && rung.place > low && rung.place < high) {
            reach(rung.place);
        }
    }
    reach(high);
    return longest;
}

std::size_t people_for_a_rung(std::size_t base, const Policy& policy) {
    // 0.2 of 5 is 1, whatever the rounding of 0.2 makes of it.
    const double by_share = std::ceil(policy.ladder_share * static_cast<double>(base) - 1e-9);
    return std::max(static_cast<std::size_t>(policy.ladder_people),
                    static_cast<std::size_t>(std::max(0.0, by_share)));
}

namespace {

/// What the ladder needs of one group.
struct Side {
    const Group& group;
    std::vector<double> places; ///< of the placed people, in their order
    std::vector<double> sorted;
};

/// Under a confidential promise nobody's place stands for itself, in a median least of all: each
/// becomes the mean over as many neighbours in order as may be told. The order stays.
void keep_confidential(Side& side, std::size_t least) {
    const auto n = side.sorted.size();
    const auto width = std::min(least, n);
    if (width < 2) {
        return;
    }
    std::vector<double> means(n);
    for (std::size_t rank = 0; rank < n; ++rank) {
        const auto first = std::min(rank - std::min(rank, width / 2), n - width);
        double sum = 0;
        for (std::size_t i = first; i < first + width; ++i) {
            sum += side.sorted[i];
        }
        means[rank] = sum / static_cast<double>(width);
    }
    for (double& place : side.places) {
        const auto rank = std::ranges::lower_bound(side.sorted, place) - side.sorted.begin();
        place = means[static_cast<std::size_t>(rank)];
    }
    std::ranges::sort(means); // rounding may have exchanged neighbours
    side.sorted = std::move(means);
}

Side side_of(const Group& group, Diagonal diagonal) {
    Side side{group, {}, {}};
    for (const auto& point : group.positions) {
        side.places.push_back(along(diagonal, point));
    }
    side.sorted = side.places;
    std::ranges::sort(side.sorted);
    keep_confidential(side, group.least_told);
    return side;
}

bool is_used_by(const ToolUse& use, const Policy& policy) {
    return use.base > 0 && use.users >= people_for_a_rung(use.base, policy);
}

/// Whether leaving out one person or another could change what is_used_by() says: whoever uses the
/// tool leaves both numbers, whoever does not leaves the base.
bool is_at_the_brink(const ToolUse& use, const Policy& policy) {
    const bool used = is_used_by(use, policy);
    auto less = use;
    less.base -= use.base > 0 ? 1 : 0;
    if (is_used_by(less, policy) != used) {
        return true;
    }
    less.users -= use.users > 0 ? 1 : 0;
    return is_used_by(less, policy) != used;
}

std::vector<Rung> rungs_of(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    std::vector<Rung> rungs;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (!tool.placement || std::ranges::find(tool.on, diagonal) == tool.on.end()) {
            continue;
        }
        const auto& first = pair.first.tools[j];
        const auto& second = pair.second.tools[j];
        rungs.push_back({j, along(diagonal, tool.placement->point), first.base + second.base > 0,
                         is_used_by(first, input.policy) || is_used_by(second, input.policy)});
    }
    std::ranges::stable_sort(rungs, {}, &Rung::place);
    return rungs;
}

std::uint64_t blocks_with(const Answers& answers, ToolIndex tool) {
    std::uint64_t blocks = 0;
    for (std::size_t b = 0; b < answers.blocks.size() && b < Answers::most_blocks; ++b) {
        const auto& offers = answers.blocks[b].offers;
        if (offers.empty() || std::ranges::find(offers, tool) != offers.end()) {
            blocks |= std::uint64_t{1} << b;
        }
    }
    return blocks;
}

/// The group's use of a rung without one person.
ToolUse without(ToolUse use, const Respondent& person, ToolIndex tool, std::uint64_t blocks,
                const Policy& policy) {
    const auto found = std::ranges::lower_bound(person.usages, tool, {}, &Usage::tool);
    const bool mentions = found != person.usages.end() && found->tool == tool;
    const bool nothing = mentions && says_nothing(found->depth);
    if (mentions && weight_of(found->depth, policy) > 0) {
        --use.users;
    }
    if (!nothing && (mentions || (person.answered & blocks) != 0)) {
        --use.base;
    }
    return use;
}

void leave_out_each(const RuleInput& input, const Side& side, const Side& other, Ladder& ladder) {
    const auto without_one = used_without_one(input, side.group, other.group, ladder.rungs);
    auto rungs = ladder.rungs;
    const double opposite = median_of_sorted(other.sorted);
    // Leaving out one or the other gives few different medians and few different sets of rungs.
    std::set<std::pair<std::uint32_t, double>> seen;
    for (std::size_t i = 0; i < side.places.size(); ++i) {
        const auto rank = std::ranges::lower_bound(side.sorted, side.places[i]);
        const double median =
            median_without(side.sorted, static_cast<std::size_t>(rank - side.sorted.begin()));
        if (!seen.emplace(without_one.of_person[i], median).second) {
            continue;
        }
        const auto& used = without_one.sets[without_one.of_person[i]];
        for (std::size_t r = 0; r < rungs.size(); ++r) {
            rungs[r].used = used[r];
        }
        const double length =
            longest_stretch(std::min(median, opposite), std::max(median, opposite), rungs).length();
        ladder.least_without_one = std::min(ladder.least_without_one, length);
        ladder.most_without_one = std::max(ladder.most_without_one, length);
    }
}

LadderOutline outline_of(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                         const Side& first, const Side& second) {
    LadderOutline outline;
    outline.median_first = median_of_sorted(first.sorted);
    outline.median_second = median_of_sorted(second.sorted);
    const auto [low, high] = std::minmax(outline.median_first, outline.median_second);
    outline.rungs = rungs_of(input, pair, diagonal);
    outline.longest = longest_stretch(low, high, outline.rungs);
    return outline;
}

} // namespace

UsedWithoutOne used_without_one(const RuleInput& input, const Group& group, const Group& other,
                                const std::vector<Rung>& rungs) {
    std::vector<bool> used(rungs.size());
    std::vector<std::size_t> brink;
    std::vector<std::uint64_t> blocks(rungs.size());
    for (std::size_t r = 0; r < rungs.size(); ++r) {
        const auto& use = group.tools[rungs[r].tool];
        const bool other_uses = is_used_by(other.tools[rungs[r].tool], input.policy);
        used[r] = other_uses || is_used_by(use, input.policy);
        if (!other_uses && is_at_the_brink(use, input.policy)) {
            brink.push_back(r);
            blocks[r] = blocks_with(input.answers, rungs[r].tool);
        }
    }
    UsedWithoutOne result;
    if (brink.empty()) { // as among many people
        result.sets.push_back(used);
        result.of_person.assign(group.placed_members.size(), 0);
        return result;
    }
    std::map<std::vector<bool>, std::uint32_t> known;
    for (const auto member : group.placed_members) {
        const auto& person = input.answers.respondents[member];
        for (const auto r : brink) {
            used[r] = is_used_by(
                without(group.tools[rungs[r].tool], person, rungs[r].tool, blocks[r], input.policy),
                input.policy);
        }
        const auto [found, fresh] =
            known.try_emplace(used, static_cast<std::uint32_t>(result.sets.size()));
        if (fresh) {
            result.sets.push_back(used);
        }
        result.of_person.push_back(found->second);
    }
    return result;
}

State ladder_state(const Ladder& ladder, bool apart, double limit) {
    if (ladder.longest.length() > limit) {
        if (ladder.longest_if_unasked_used <= limit) {
            return State::Undetermined;
        }
        return ladder.least_without_one > limit && apart ? State::Present : State::Possible;
    }
    return ladder.most_without_one > limit ? State::Undetermined : State::Absent;
}

Quantity<LadderOutline> ladder_outline(const RuleInput& input, Diagonal diagonal) {
    using Outline = Quantity<LadderOutline>;
    const auto pair = pair_of(input);
    if (!pair) {
        return Outline::unavailable(input.no_comparison.empty()
                                        ? Message{"reason.no-groups-compared"}
                                        : input.no_comparison);
    }
    for (const auto* group : {&pair->first, &pair->second}) {
        if (group->placed < 2) {
            return Outline::unavailable({"reason.median-needs-two"});
        }
    }
    return outline_of(input, *pair, diagonal, side_of(pair->first, diagonal),
                      side_of(pair->second, diagonal));
}

Ladder make_ladder(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    const auto first = side_of(pair.first, diagonal);
    const auto second = side_of(pair.second, diagonal);
    Ladder ladder{outline_of(input, pair, diagonal, first, second), 0, 0, 0};
    const auto [low, high] = std::minmax(ladder.median_first, ladder.median_second);

    auto generous = ladder.rungs;
    for (auto& rung : generous) {
        rung.used = rung.used || !rung.asked;
    }
    ladder.longest_if_unasked_used = longest_stretch(low, high, generous).length();

    ladder.least_without_one = ladder.longest.length();
    ladder.most_without_one = ladder.longest.length();
    leave_out_each(input, first, second, ladder);
    leave_out_each(input, second, first, ladder);
    return ladder;
}

} // namespace assess
