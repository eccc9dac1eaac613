#include "model/findings/advice.hpp"

#include "model/assessment/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace assess {

Message first_step_in(Ring ring, const Value& whom) {
    return {"advice.first-step", {{"ring", Select{id_of(ring)}}, {"whom", whom}}};
}

Message users_of(const RuleInput& input, ToolIndex tool) {
    std::vector<const Group*> groups;
    for (const auto& group : input.groups) {
        groups.push_back(&group);
    }
    return users_of(groups, tool);
}

Message users_of(const std::vector<const Group*>& groups, ToolIndex tool) {
    std::vector<Value> users;
    std::size_t count = 0;
    std::size_t least = 0;
    for (const auto* group : groups) {
        if (const auto here = group->tools[tool].users; here > 0) {
            users.emplace_back(people_told(*group, here));
            count += here;
            least = group->least_told;
        }
    }
    return users.empty()
               ? Message()
               : Message{"advice.users",
                         {{"users", List(std::move(users))}, {"count", Count(count, least)}}};
}

namespace {

/// "5 researchers and 6 engineers": whoever was asked about a tool, or answered at all.
List everybody_asked(const std::vector<const Group*>& groups, ToolIndex tool) {
    std::vector<Value> everybody;
    for (const auto* group : groups) {
        const auto base = group->tools[tool].base;
        everybody.emplace_back(people_told(*group, base > 0 ? base : group->n));
    }
    return List(std::move(everybody));
}

/// Those who would have to learn it; without a number where it would tell who uses it already.
std::vector<Value> learners_of(const std::vector<const Group*>& groups, ToolIndex tool) {
    std::vector<Value> learners;
    for (const auto* group : groups) {
        const auto& use = group->tools[tool];
        if (use.base <= use.users) {
            continue;
        }
        if (count_told(*group, use.users).hidden()) {
            learners.emplace_back(people_in_general(*group));
        } else {
            learners.emplace_back(people_told(*group, use.base - use.users));
        }
    }
    return learners;
}

} // namespace

Message bring_in(const RuleInput& input, ToolIndex tool, const std::vector<const Group*>& groups) {
    const auto ring = ring_of(input.landscape, tool);
    const auto users = users_of(groups, tool);
    if (ring == Ring::Adopt) {
        auto learners = learners_of(groups, tool);
        return learners.empty()
                   ? Message{"advice.all-use-it", {{"everybody", everybody_asked(groups, tool)}}}
                   : Message{"advice.to-train",
                             {{"learners", List(std::move(learners))}, {"users", users}}};
    }
    return {"advice.bring-in",
            {{"ring", Select{id_of(ring)}},
             {"tool", tool_name(input.landscape, tool)},
             {"users", users},
             {"everybody", everybody_asked(groups, tool)}}};
}

Message offers_of(const RuleInput& input, std::size_t category) {
    std::vector<ToolIndex> offers;
    std::optional<ToolIndex> favourite;
    std::size_t most = 0;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (!is_of(tool, category) || is_retired(tool)) {
            continue;
        }
        offers.push_back(j);
        std::size_t users = 0;
        for (const auto& group : input.groups) {
            users += group.tools[j].users;
        }
        if (users > most) {
            most = users;
            favourite = j;
        }
    }
    if (favourite) {
        return {"advice.offers.in-use",
                {{"tool", tool_name(input.landscape, *favourite)},
                 {"people", people_told(input, most)}}};
    }
    if (offers.empty()) {
        return {};
    }
    constexpr std::size_t most_named = 5;
    if (offers.size() <= most_named) {
        return {"advice.offers.named",
                {{"tools", named_tools(input.landscape, offers, most_named, List::Last::Or)}}};
    }
    return {
        "advice.offers.many",
        {{"tools", Count(offers.size())}, {"category", input.landscape.categories[category].id}}};
}

Message with_ring(const Category& category) {
    return {"advice.category",
            {{"category", category.name}, {"ring", Select{id_of(category.ring)}}}};
}

Ring ring_of(const Landscape& landscape, ToolIndex tool) {
    auto ring = Ring::Hold;
    for (const auto category : landscape.tools[tool].categories) {
        ring = std::min(ring, landscape.categories[category].ring);
    }
    return ring;
}

std::vector<ToolIndex> tools_between(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                     double one_end, double other_end) {
    const double middle = (one_end + other_end) / 2;
    const double quarter = std::abs(one_end - other_end) / 4;
    struct ToolBetween {
        bool platform;
        long fewer_users;
        double off_middle;
        ToolIndex tool;
        auto key() const { return std::tie(platform, fewer_users, off_middle, tool); }
    };
    std::vector<ToolBetween> candidates;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (!tool.placement || is_retired(tool) || ring_of(input.landscape, j) > Ring::Trial) {
            continue;
        }
        const double off = std::abs(along(diagonal, tool.placement->point) - middle);
        if (off < quarter) {
            const auto users = pair.first.tools[j].users + pair.second.tools[j].users;
            candidates.push_back({tool.placement->point.y >= 0, -static_cast<long>(users), off, j});
        }
    }
    std::ranges::sort(candidates, {}, &ToolBetween::key);
    std::vector<ToolIndex> tools;
    for (const auto& candidate : candidates) {
        tools.push_back(candidate.tool);
    }
    return tools;
}

namespace {

double contribution_along(const ToolContribution& contribution, Diagonal diagonal) {
    return diagonal == Diagonal::Building ? contribution.building : contribution.orchestration;
}

double centroid_along(const Group& group, Diagonal diagonal) {
    return group.centroid ? along(diagonal, *group.centroid) : 0;
}

Message plug_in(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    const auto first_place = centroid_along(pair.first, diagonal);
    const auto second_place = centroid_along(pair.second, diagonal);
    const auto tools = tools_between(input, pair, diagonal, first_place, second_place);
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
    std::vector<NamedValue> values{{"first", group_name(pair.first)},
                                   {"first_place", Decimal(first_place)},
                                   {"second", group_name(pair.second)},
                                   {"second_place", Decimal(second_place)},
                                   {"diagonal", diagonal_name(diagonal)},
                                   {"size", gap ? Value(Decimal(std::abs(gap->gap.value)))
                                                : Value(Message{"advice.unknown-size"})}};
    if (tools.empty()) {
        return {"advice.plug-in.no-adoption", std::move(values)};
    }
    const auto best = tools.front();
    const auto& place = input.landscape.tools[best].placement->point;
    values.push_back({"tool", tool_name(input.landscape, best)});
    values.push_back({"place", Decimal(along(diagonal, place))});
    values.push_back({"kind", Select{place.y >= 0 ? "platform" : "specialized"}});
    values.push_back({"how", bring_in(input, best, {&pair.first, &pair.second})});
    return {"advice.plug-in", std::move(values)};
}

} // namespace

std::vector<ToolContribution> makers_of_gap(const Comparison& comparison, Diagonal diagonal,
                                            double sign) {
    auto makers = comparison.by_tool;
    std::erase_if(makers, [&](const ToolContribution& contribution) {
        return sign * contribution_along(contribution, diagonal) < 0.005;
    });
    std::ranges::sort(makers, [&](const auto& a, const auto& b) {
        const double left = -sign * contribution_along(a, diagonal);
        const double right = -sign * contribution_along(b, diagonal);
        return std::tie(left, a.tool) < std::tie(right, b.tool);
    });
    return makers;
}

std::optional<Message> teach_researchers(const RuleInput& input, const Pair& pair) {
    if (input.grouping != Grouping::Role) {
        return std::nullopt;
    }
    const bool in_order = pair.first.role == Role::Researcher;
    const Group& researchers = in_order ? pair.first : pair.second;
    const Group& engineers = in_order ? pair.second : pair.first;
    if (researchers.role != Role::Researcher || engineers.role != Role::Engineer) {
        return std::nullopt;
    }
    const auto share = [](const ToolUse& use) {
        return use.base == 0 ? 0.0 : static_cast<double>(use.users) / static_cast<double>(use.base);
    };
    std::optional<ToolIndex> best;
    double largest = 0;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (!tool.placement || is_retired(tool) ||
            quadrant_of(tool.placement->point) != Quadrant::StandardSweTools ||
            researchers.tools[j].base == 0) {
            continue;
        }
        const double lead = share(engineers.tools[j]) - share(researchers.tools[j]);
        if (lead > largest) {
            largest = lead;
            best = j;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    const auto& theirs = engineers.tools[*best];
    const auto& own = researchers.tools[*best];
    return Message{"advice.teach",
                   {{"tool", tool_name(input.landscape, *best)},
                    {"teachers", people_told(engineers, theirs.users)},
                    {"teachers_of", k_of_n(engineers, theirs.users, theirs.base)},
                    {"own", count_told(researchers, own.users)},
                    {"learners", people_told(researchers, own.base)},
                    {"own_of", k_of_n(researchers, own.users, own.base)}}};
}

OwnTools own_tools(const Comparison& comparison) {
    OwnTools own;
    const auto lead = [](const ToolContribution& tool) {
        return tool.share_first - tool.share_second;
    };
    for (const auto& tool : comparison.by_tool) {
        if (lead(tool) > (own.first == nullptr ? 0 : lead(*own.first))) {
            own.first = &tool;
        }
        if (-lead(tool) > (own.second == nullptr ? 0 : -lead(*own.second))) {
            own.second = &tool;
        }
    }
    return own;
}

Message use_hybrids(const RuleInput& input, const Pair& pair) {
    const auto own = own_tools(pair.comparison);
    const bool known = own.first != nullptr && own.second != nullptr;
    const auto* hybrids = group_of(input, Role::Hybrid);
    std::vector<NamedValue> values{{"first", group_name(pair.first)},
                                   {"second", group_name(pair.second)}};
    if (known) {
        values.push_back({"first_tool", tool_name(input.landscape, own.first->tool)});
        values.push_back({"second_tool", tool_name(input.landscape, own.second->tool)});
    }
    if (hybrids != nullptr && hybrids->n > 0 && hybrids != &pair.first && hybrids != &pair.second) {
        values.push_back({"hybrids", people_told(*hybrids, hybrids->n)});
        return known ? Message{"advice.put-hybrids", std::move(values)}
                     : Message{"advice.put-hybrids-between-groups", std::move(values)};
    }
    if (known) {
        values.push_back({"first_share", Share(own.first->share_first)});
        values.push_back({"second_share", Share(own.second->share_second)});
        return {"advice.grow-hybrid", std::move(values)};
    }
    return {"advice.grow-hybrid-for", {{"people", pair.placed_people()}}};
}

std::optional<Message> build_connector(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                       double sign) {
    const ToolContribution* of_first = nullptr;
    const ToolContribution* of_second = nullptr;
    const auto makers = makers_of_gap(pair.comparison, diagonal, sign);
    for (const auto& maker : makers) {
        auto& slot = maker.share_first > maker.share_second ? of_first : of_second;
        slot = slot == nullptr ? &maker : slot;
    }
    if (of_first == nullptr || of_second == nullptr) {
        return std::nullopt;
    }
    const auto part = [&](const ToolContribution& maker) {
        return Decimal(std::abs(contribution_along(maker, diagonal)));
    };
    return Message{"advice.connector",
                   {{"first_tool", tool_name(input.landscape, of_first->tool)},
                    {"first", group_name(pair.first)},
                    {"first_part", part(*of_first)},
                    {"second_tool", tool_name(input.landscape, of_second->tool)},
                    {"second", group_name(pair.second)},
                    {"second_part", part(*of_second)}}};
}

std::vector<Message> ways_to_close(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                   double sign) {
    std::vector<Message> ways{plug_in(input, pair, diagonal)};
    // Teaching software practice moves researchers towards the software end and towards any-task
    // tools: only where they stand at the other ends does that close the gap.
    const double researchers_sign = pair.first.role == Role::Researcher ? sign : -sign;
    if (researchers_sign > 0) {
        if (auto teach = teach_researchers(input, pair)) {
            ways.push_back(std::move(*teach));
        }
    }
    ways.push_back(use_hybrids(input, pair));
    if (auto connector = build_connector(input, pair, diagonal, sign)) {
        ways.push_back(std::move(*connector));
    }
    return ways;
}

} // namespace assess
