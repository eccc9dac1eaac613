#include "model/findings/ladder_break.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/settling.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

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

Message put_in(const Break& found, const Remedy& remedy) {
    return {"broken-ladder.put-in",
            {{"tool", found.name(remedy.rung)},
             {"left", Decimal(remedy.left)},
             {"how",
              bring_in(found.input, remedy.rung.tool, {&found.pair.first, &found.pair.second})}}};
}

Message without_remedy(const Break& found) {
    return found.in_between.empty() ? Message{"broken-ladder.nothing-between.no-adoption",
                                              {{"from", Decimal(found.ladder.longest.from)},
                                               {"to", Decimal(found.ladder.longest.to)}}}
                                    : Message{"broken-ladder.nothing-closes.no-adoption",
                                              {{"length", Decimal(found.length())},
                                               {"diagonal", diagonal_name(found.diagonal)}}};
}

Message connect_rungs(const Break& found) {
    return {"broken-ladder.connect",
            {{"below", found.name(*found.below)},
             {"below_place", Decimal(found.below->place)},
             {"above", found.name(*found.above)},
             {"above_place", Decimal(found.above->place)}}};
}

/// A connector where a side has no used rung to start from: between what is each group's own.
Message connect_most_used(const Break& found) {
    const auto own = own_tools(found.pair.comparison);
    const auto& landscape = found.input.landscape;
    return own.first != nullptr && own.second != nullptr
               ? Message{"broken-ladder.connect-own",
                         {{"first_tool", tool_name(landscape, own.first->tool)},
                          {"first", group_name(found.pair.first)},
                          {"second_tool", tool_name(landscape, own.second->tool)},
                          {"second", group_name(found.pair.second)}}}
               : Message{"broken-ladder.connect-most-used",
                         {{"people", found.pair.placed_people()}}};
}

/// One more of each group: no single person would decide then.
std::vector<NamedValue> one_more_of_each(const Break& found) {
    return {{"first", People{group_name(found.pair.first), Count(1)}},
            {"second", People{group_name(found.pair.second), Count(1)}},
            {"length", Decimal(found.length())},
            {"least", Decimal(found.ladder.least_without_one)},
            {"most", Decimal(found.ladder.most_without_one)}};
}

/// The rungs that would not be used without one of their users, and without which the longest
/// stretch would be too long.
std::vector<ToolIndex> hanging_rungs(const Break& found) {
    const auto& policy = found.input.policy;
    const auto [low, high] = std::minmax(found.ladder.median_first, found.ladder.median_second);
    std::vector<ToolIndex> hanging;
    for (const auto& rung : found.ladder.rungs) {
        // In a confidential report a tool of a few is not named.
        const auto firm = [&](const Group& group) {
            const auto& use = group.tools[rung.tool];
            return count_told(group, use.users).hidden() ||
                   use.users > people_for_a_rung(use.base, policy);
        };
        if (!rung.used || firm(found.pair.first) || firm(found.pair.second)) {
            continue;
        }
        auto rungs = found.ladder.rungs;
        std::ranges::find(rungs, rung.tool, &Rung::tool)->used = false;
        if (longest_stretch(low, high, rungs).length() > policy.ladder_stretch) {
            hanging.push_back(rung.tool);
        }
    }
    return hanging;
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

Message make_certain(const Break& found) {
    const auto& pair = found.pair;
    if (found.apart_for_sure()) {
        return {"broken-ladder.settle-stretch", one_more_of_each(found)};
    }
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(found.diagonal)];
    if (!gap || !gap->gap.has_interval()) {
        return lacking_people(
            pair, 2, {"broken-ladder.whether-a-break", {{"length", Decimal(found.length())}}});
    }
    return {"broken-ladder.settle-apart",
            {{"open", not_settled_by(gap->gap, pair.placed_people())},
             {"settle", people_to_settle(growth_to_settle(*gap, 0), pair.first, pair.first.placed,
                                         pair.second, pair.second.placed)}}};
}

std::vector<Message> ways_to_mend(const Break& found, const std::optional<Remedy>& remedy) {
    std::vector<Message> ways{remedy ? put_in(found, *remedy) : without_remedy(found)};
    if (found.below && found.above) {
        ways.push_back(connect_rungs(found));
    } else {
        ways.push_back(remedy ? use_hybrids(found.input, found.pair) : connect_most_used(found));
    }
    return ways;
}

Message hanging_on_one(const Break& found) {
    const auto hanging = hanging_rungs(found);
    const Decimal limit(found.input.policy.ladder_stretch);
    if (hanging.empty()) {
        auto values = one_more_of_each(found);
        values.push_back({"diagonal", diagonal_name(found.diagonal)});
        values.push_back({"limit", limit});
        return {"broken-ladder.one-moves-it", std::move(values)};
    }
    return {"broken-ladder.hangs-on-one",
            {{"tools", named_tools(found.input.landscape, hanging, 3)},
             {"people", found.pair.placed_people()},
             {"diagonal", diagonal_name(found.diagonal)},
             {"length", Decimal(found.length())},
             {"limit", limit}}};
}

} // namespace assess
