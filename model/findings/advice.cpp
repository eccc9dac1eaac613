#include "model/findings/advice.hpp"

#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace assess {

std::string first_step_in(Ring ring, const std::string& whom) {
    switch (ring) {
    case Ring::Adopt:
        return fmt::format("It pays off early, so train whoever of the {} will use it.", whom);
    case Ring::Trial:
        return fmt::format("Begin with one internal project that has little at stake, and with a "
                           "few of the {}.",
                           whom);
    case Ring::Assess:
        return fmt::format("Let one or two of the {} find out what it would change before any "
                           "work depends on it.",
                           whom);
    case Ring::Hold:
        break;
    }
    return fmt::format("Leave it for now; a talk is enough for the {} to know what it does.", whom);
}

std::string users_of(const RuleInput& input, ToolIndex tool) {
    std::vector<const Group*> groups;
    for (const auto& group : input.groups) {
        groups.push_back(&group);
    }
    return users_of(groups, tool);
}

std::string users_of(const std::vector<const Group*>& groups, ToolIndex tool) {
    std::vector<std::string> users;
    std::size_t count = 0;
    for (const auto* group : groups) {
        if (const auto here = group->tools[tool].users; here > 0) {
            users.push_back(all_of_them(*group, here));
            count += here;
        }
    }
    return users.empty()
               ? std::string()
               : fmt::format("{} who {} it", enumerated(users, users.size()), uses(count));
}

namespace {

/// "5 researchers and 6 engineers": whoever was asked about a tool, or answered at all.
std::string everybody_asked(const std::vector<const Group*>& groups, ToolIndex tool) {
    std::vector<std::string> everybody;
    for (const auto* group : groups) {
        const auto base = group->tools[tool].base;
        everybody.push_back(people_of(*group, base > 0 ? base : group->n));
    }
    return enumerated(everybody, everybody.size());
}

std::string learners_of(const std::vector<const Group*>& groups, ToolIndex tool) {
    std::vector<std::string> learners;
    for (const auto* group : groups) {
        if (const auto& use = group->tools[tool]; use.base > use.users) {
            learners.push_back(told(*group).hides(use.users)
                                   ? people_of(*group)
                                   : people_of(*group, use.base - use.users));
        }
    }
    return enumerated(learners, learners.size());
}

} // namespace

std::string bring_in(const RuleInput& input, ToolIndex tool,
                     const std::vector<const Group*>& groups) {
    const auto users = users_of(groups, tool);
    switch (ring_of(input.landscape, tool)) {
    case Ring::Adopt: {
        const auto learners = learners_of(groups, tool);
        if (learners.empty()) {
            return fmt::format("All of the {} use it already: let them write down how.",
                               everybody_asked(groups, tool));
        }
        return users.empty()
                   ? fmt::format("That is {} to train, and nobody among them who could "
                                 "teach it.",
                                 learners)
                   : fmt::format("That is {} to train; {} can teach it.", learners, users);
    }
    case Ring::Trial:
        return users.empty() ? fmt::format("It is in the trial ring, and new to the {}: begin "
                                           "with one internal project.",
                                           everybody_asked(groups, tool))
                             : fmt::format("It is in the trial ring: begin with one internal "
                                           "project, led by {}.",
                                           users);
    case Ring::Assess:
        return users.empty()
                   ? fmt::format("It is in the assess ring: let one or two of the {} try it "
                                 "before any work depends on it.",
                                 everybody_asked(groups, tool))
                   : fmt::format("It is in the assess ring: let {} show what it is good for "
                                 "before any work depends on it.",
                                 users);
    case Ring::Hold:
        break;
    }
    return fmt::format("{} is in the hold ring: leave it for now.",
                       input.landscape.tools[tool].name);
}

std::string offers_of(const RuleInput& input, std::size_t category) {
    std::vector<std::string> names;
    std::optional<ToolIndex> favourite;
    std::size_t most = 0;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (!is_of(tool, category) || is_retired(tool)) {
            continue;
        }
        names.push_back(tool.name);
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
        return fmt::format("{}, which {} {} already", input.landscape.tools[*favourite].name,
                           told(input).people(most), told(input).uses(most));
    }
    constexpr std::size_t most_named = 5;
    if (names.size() <= most_named) {
        return enumerated(names, most_named, "or");
    }
    return fmt::format("one of {}, which assess landscape list --category {} shows",
                       grouped(names.size()), input.landscape.categories[category].id);
}

std::string with_ring(const Category& category) {
    return fmt::format("{} ({})", category.name, id_of(category.ring));
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

std::string plug_in(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    const auto tools = tools_between(input, pair, diagonal, centroid_along(pair.first, diagonal),
                                     centroid_along(pair.second, diagonal));
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
    const auto size = gap ? decimal(std::abs(gap->gap.value)) : std::string("an unknown size");
    if (tools.empty()) {
        return fmt::format("No tool in the adopt or trial ring stands between {} ({}) and {} ({}) "
                           "on the {}: no adoption closes the gap of {}, a connector has to.",
                           pair.first.name, decimal(centroid_along(pair.first, diagonal)),
                           pair.second.name, decimal(centroid_along(pair.second, diagonal)),
                           name_of(diagonal), size);
    }
    const auto best = tools.front();
    const auto& tool = input.landscape.tools[best];
    const bool platform = tool.placement->point.y >= 0;
    return fmt::format("To narrow {}, {} {}, at {} between {} ({}) and {} ({}). {}", size,
                       platform ? "weigh a common tool, though a platform asks for its own way of "
                                  "working:"
                                : "start with one tool in common that is easy to leave again:",
                       tool.name, decimal(along(diagonal, tool.placement->point)), pair.first.name,
                       decimal(centroid_along(pair.first, diagonal)), pair.second.name,
                       decimal(centroid_along(pair.second, diagonal)),
                       bring_in(input, best, {&pair.first, &pair.second}));
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

std::optional<std::string> teach_researchers(const RuleInput& input, const Pair& pair) {
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
    return fmt::format(
        "Teach researchers software practice, {} first: {} {} it, and {}.",
        input.landscape.tools[*best].name, k_of_n(theirs.users, theirs.base, engineers),
        told(engineers).uses(theirs.users),
        own.users == 0 ? none_of(own.base, researchers) : k_of_n(own.users, own.base, researchers));
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

std::string use_hybrids(const RuleInput& input, const Pair& pair) {
    const auto own = own_tools(pair.comparison);
    const auto name = [&](const ToolContribution* tool) -> const std::string& {
        return input.landscape.tools[tool->tool].name;
    };
    const bool known = own.first != nullptr && own.second != nullptr;
    const auto* hybrids = group_of(input, Role::Hybrid);
    if (hybrids != nullptr && hybrids->n > 0 && hybrids != &pair.first && hybrids != &pair.second) {
        const auto who = people_of(*hybrids, hybrids->n);
        return known ? fmt::format("Put your {} where work passes from {} ({}) to {} ({}), and "
                                   "let them own that hand-over.",
                                   who, name(own.first), pair.first.name, name(own.second),
                                   pair.second.name)
                     : fmt::format("Put your {} where work passes from {} to {}, and let them own "
                                   "that hand-over.",
                                   who, pair.first.name, pair.second.name);
    }
    return known
               ? fmt::format("Hire or grow a hybrid: one person at home with both {} ({} of the "
                             "use of {}) and {} ({} of that of {}), who carries work across.",
                             name(own.first), percent(own.first->share_first), pair.first.name,
                             name(own.second), percent(own.second->share_second), pair.second.name)
               : fmt::format("Hire or grow a hybrid: one person at home with the {}, who "
                             "carries work across.",
                             pair.placed());
}

std::optional<std::string> build_connector(const RuleInput& input, const Pair& pair,
                                           Diagonal diagonal, double sign) {
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
    return fmt::format("Buy the tools, and build only what joins them: a connector from {} "
                       "({}, {} of the gap) to {} ({}, {} of it), not a platform of your own.",
                       input.landscape.tools[of_first->tool].name, pair.first.name,
                       decimal(std::abs(contribution_along(*of_first, diagonal))),
                       input.landscape.tools[of_second->tool].name, pair.second.name,
                       decimal(std::abs(contribution_along(*of_second, diagonal))));
}

std::vector<std::string> ways_to_close(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                       double sign) {
    std::vector<std::string> ways{plug_in(input, pair, diagonal)};
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
