#include "model/findings/ladder_break.hpp"

#include "model/findings/advice.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace assess {

namespace {

double left_by(const Break& found, const Rung& rung) {
    auto rungs = found.ladder.rungs;
    std::ranges::find(rungs, rung.tool, &Rung::tool)->used = true;
    const auto [low, high] = std::minmax(found.ladder.median_first, found.ladder.median_second);
    return longest_stretch(low, high, rungs).length();
}

Remedy make_remedy(const Break& found, const Rung& rung) {
    Remedy remedy{
        rung, left_by(found, rung), 0, nullptr, 0, ring_of(found.input.landscape, rung.tool)};
    for (const auto* group : {&found.pair.first, &found.pair.second}) {
        const auto& use = group->tools[rung.tool];
        // Nobody was asked: whoever is placed can be.
        const auto base = use.base > 0 ? use.base : group->placed;
        const auto needed = people_for_a_rung(base, found.input.policy);
        const auto lacks = needed - std::min(needed, use.users);
        remedy.users += use.users;
        // A group of fewer people than a rung needs cannot make it one.
        if (base >= needed && (remedy.group == nullptr || lacks < remedy.more_people)) {
            remedy.group = group;
            remedy.more_people = lacks;
        }
    }
    return remedy;
}

std::string without_remedy(const Break& found) {
    return found.in_between.empty()
               ? fmt::format("No tool of the landscape stands between {} and {}: no adoption mends "
                             "it, and a connector has to bridge it.",
                             decimal(found.ladder.longest.from), decimal(found.ladder.longest.to))
               : fmt::format("No single tool of the landscape that is worth bringing in would "
                             "close the break of {} on the {}: a connector has to bridge it.",
                             decimal(found.length()), name_of(found.diagonal));
}

/// A connector where a side has no used rung to start from: between what is each group's own.
std::string connect_most_used(const Break& found) {
    const auto own = own_tools(found.pair.comparison);
    const auto& tools = found.input.landscape.tools;
    return own.first != nullptr && own.second != nullptr
               ? fmt::format("Build that connector from {} ({}) to {} ({}); build no platform for "
                             "it.",
                             tools[own.first->tool].name, found.pair.first.name,
                             tools[own.second->tool].name, found.pair.second.name)
               : fmt::format("Build that connector between the tools that {} use most; build no "
                             "platform for it.",
                             found.pair.placed());
}

} // namespace

Break find_break(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    Break found{input, pair, diagonal, make_ladder(input, pair, diagonal), {}, {}, {}};
    for (const auto& rung : found.ladder.rungs) {
        if (rung.used && rung.place <= found.ladder.longest.from) {
            found.below = rung;
        }
        if (rung.used && rung.place >= found.ladder.longest.to && !found.above) {
            found.above = rung;
        }
        if (rung.place > found.ladder.longest.from && rung.place < found.ladder.longest.to &&
            !is_retired(input.landscape.tools[rung.tool])) {
            found.in_between.push_back(rung);
        }
    }
    return found;
}

std::vector<ToolIndex> nearest_to_middle(const Break& found) {
    const double middle = (found.ladder.longest.from + found.ladder.longest.to) / 2;
    auto rungs = found.in_between;
    std::ranges::stable_sort(rungs, {},
                             [&](const Rung& rung) { return std::abs(rung.place - middle); });
    std::vector<ToolIndex> nearest;
    for (const auto& rung : rungs) {
        if (nearest.size() < 2) {
            nearest.push_back(rung.tool);
        }
    }
    return nearest;
}

std::optional<Remedy> best_remedy(const Break& found) {
    std::optional<Remedy> best;
    const auto key = [](const Remedy& remedy) {
        return std::tuple(remedy.users == 0, remedy.ring, remedy.left, remedy.rung.tool);
    };
    for (const auto& rung : found.in_between) {
        const auto remedy = make_remedy(found, rung);
        if (remedy.left <= found.input.policy.ladder_stretch && remedy.ring != Ring::Hold &&
            remedy.group != nullptr && (!best || key(remedy) < key(*best))) {
            best = remedy;
        }
    }
    return best;
}

std::string make_certain(const Break& found) {
    const auto& pair = found.pair;
    if (found.apart_for_sure()) {
        return fmt::format("Without one single person the stretch of {} may be {}: at least 1 more "
                           "{} and 1 more {} would settle it.",
                           decimal(found.length()), decimal(found.ladder.least_without_one),
                           singular_of(pair.first), singular_of(pair.second));
    }
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(found.diagonal)];
    if (!gap || !gap->gap.has_interval()) {
        return people_lacking(pair, 2,
                              fmt::format("whether {} is a break", decimal(found.length())));
    }
    return fmt::format("Settle first whether the two stand apart: {} {}",
                       unsettled(gap->gap, pair.placed()),
                       settling(growth_to_settle(*gap, 0), pair.first, pair.first.placed,
                                pair.second, pair.second.placed));
}

std::vector<std::string> ways_to_mend(const Break& found, const std::optional<Remedy>& remedy) {
    std::vector<std::string> ways;
    if (remedy) {
        ways.push_back(fmt::format(
            "Put a rung in: with {} in use, the longest stretch would be {}. {}",
            found.name(remedy->rung), decimal(remedy->left),
            bring_in(found.input, remedy->rung.tool, {&found.pair.first, &found.pair.second}).words()));
    } else {
        ways.push_back(without_remedy(found));
    }
    if (found.below && found.above) {
        ways.push_back(fmt::format("Build a connector over the stretch, from {} ({}) to "
                                   "{} ({}); build no platform for it.",
                                   found.name(*found.below), decimal(found.below->place),
                                   found.name(*found.above), decimal(found.above->place)));
    } else if (!remedy) {
        ways.push_back(connect_most_used(found));
    } else {
        ways.push_back(use_hybrids(found.input, found.pair).words());
    }
    return ways;
}

std::string hanging_on_one(const Break& found) {
    std::vector<ToolIndex> hanging;
    const auto [low, high] = std::minmax(found.ladder.median_first, found.ladder.median_second);
    for (const auto& rung : found.ladder.rungs) {
        // In a confidential report a tool of a few is not named.
        const auto firm = [&](const Group& group) {
            const auto& use = group.tools[rung.tool];
            return told(group).hides(use.users) ||
                   use.users > people_for_a_rung(use.base, found.input.policy);
        };
        if (!rung.used || firm(found.pair.first) || firm(found.pair.second)) {
            continue;
        }
        auto rungs = found.ladder.rungs;
        std::ranges::find(rungs, rung.tool, &Rung::tool)->used = false;
        if (longest_stretch(low, high, rungs).length() > found.input.policy.ladder_stretch) {
            hanging.push_back(rung.tool);
        }
    }
    const auto limit = decimal(found.input.policy.ladder_stretch);
    return hanging.empty()
               ? fmt::format("One person more or less moves the longest stretch on "
                             "the {} from {} to {}: at least 1 more {} and 1 more {} would settle "
                             "whether it stays within {}.",
                             name_of(found.diagonal), decimal(found.length()),
                             decimal(found.ladder.most_without_one), singular_of(found.pair.first),
                             singular_of(found.pair.second), limit)
               : fmt::format(
                     "The use of {} hangs on one person: 1 more of the {} who uses it "
                     "would settle that the longest stretch on the {}, now {}, stays within {}.",
                     tool_names(found.input.landscape, hanging), found.pair.placed(),
                     name_of(found.diagonal), decimal(found.length()), limit);
}

std::string people_more(const Remedy& remedy) {
    if (told(*remedy.group).hides(remedy.more_people)) {
        return "a few more " + people_of(*remedy.group); // who uses it already is not told
    }
    auto text = people_of(*remedy.group, remedy.more_people);
    if (remedy.group->tools[remedy.rung.tool].users > 0) {
        text.insert(text.find(' '), " more");
    }
    return text;
}

} // namespace assess
