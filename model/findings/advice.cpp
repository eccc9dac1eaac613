#include "model/findings/advice.hpp"

#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace assess {

std::string_view what_to_do_in(Ring ring) {
    switch (ring) {
    case Ring::Adopt:
        return "Build on it as early as you can: train everyone and write down how it is brought "
               "in.";
    case Ring::Trial:
        return "Try it in one internal project with little at stake, and watch its limits and "
               "its changing interfaces.";
    case Ring::Assess:
        return "Let one or two people find out in a spike what it would change; nothing that a "
               "client depends on.";
    case Ring::Hold:
        break;
    }
    return "Leave it for now; a talk or an article is enough to know what it does.";
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
    struct Candidate {
        bool platform;
        long fewer_users;
        double off_middle;
        ToolIndex tool;
        auto key() const { return std::tie(platform, fewer_users, off_middle, tool); }
    };
    std::vector<Candidate> candidates;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (!tool.placement || is_retired(tool) || ring_of(input.landscape, j) > Ring::Trial) {
            continue;
        }
        const double off = std::abs(along(diagonal, tool.placement->point) - middle);
        if (off < quarter) {
            const auto users = pair.first.tools[j].users + pair.second.tools[j].users;
            candidates.push_back(
                {tool.placement->point.y() >= 0, -static_cast<long>(users), off, j});
        }
    }
    std::ranges::sort(candidates, {}, &Candidate::key);
    std::vector<ToolIndex> tools;
    for (const auto& candidate : candidates) {
        tools.push_back(candidate.tool);
    }
    return tools;
}

namespace {

double part(const ToolContribution& contribution, Diagonal diagonal) {
    return diagonal == Diagonal::Building ? contribution.building : contribution.orchestration;
}

double centroid_along(const Group& group, Diagonal diagonal) {
    return group.centroid ? along(diagonal, *group.centroid) : 0;
}

std::string plug_in(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    const auto tools = tools_between(input, pair, diagonal, centroid_along(pair.first, diagonal),
                                     centroid_along(pair.second, diagonal));
    if (tools.empty()) {
        return "No tool in the adopt or trial ring stands between the two: no adoption closes "
               "this gap, a connector has to.";
    }
    const auto best = tools.front();
    const auto& tool = input.landscape.tools[best];
    const auto& use_first = pair.first.tools[best];
    const auto& use_second = pair.second.tools[best];
    const std::string use =
        use_first.users + use_second.users == 0
            ? std::string("neither group uses it yet")
            : fmt::format("{} and {} use it today",
                          k_of_n(use_first.users, use_first.base, pair.first),
                          k_of_n(use_second.users, use_second.base, pair.second));
    const bool platform = tool.placement->point.y() >= 0;
    return fmt::format("{} {} stands between the two, and {}. {}",
                       platform
                           ? "Weigh a common tool, though it is a platform and asks for its "
                             "own way of working:"
                           : "Start with a specialized tool, it plugs in and comes out easily:",
                       tool.name, use, what_to_do_in(ring_of(input.landscape, best)));
}

} // namespace

std::vector<ToolContribution> makers_of_gap(const Comparison& comparison, Diagonal diagonal,
                                            double sign) {
    auto makers = comparison.by_tool;
    std::erase_if(makers, [&](const ToolContribution& contribution) {
        return sign * part(contribution, diagonal) < 0.005;
    });
    std::ranges::sort(makers, [&](const auto& a, const auto& b) {
        const double left = -sign * part(a, diagonal);
        const double right = -sign * part(b, diagonal);
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
    return fmt::format("Teach researchers software practice, {} first: {} use it, and {}.",
                       input.landscape.tools[*best].name,
                       k_of_n(theirs.users, theirs.base, engineers),
                       k_of_n(own.users, own.base, researchers));
}

std::string use_hybrids(const RuleInput& input, const Pair& pair) {
    const auto* hybrids = group_of(input, Role::Hybrid);
    if (hybrids != nullptr && hybrids->n > 0 && hybrids != &pair.first && hybrids != &pair.second) {
        return fmt::format("Put your {} where work passes from {} to {}, and let them own that "
                           "hand-over.",
                           people_of(*hybrids, hybrids->n), pair.first.name, pair.second.name);
    }
    return fmt::format("Hire or grow a hybrid: one person who is at home with {} and with {} and "
                       "carries work across.",
                       pair.first.name, pair.second.name);
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
    return fmt::format("Buy the tools, and build only what joins them: a connector from {} ({}) "
                       "to {} ({}), not a platform of your own.",
                       input.landscape.tools[of_first->tool].name, pair.first.name,
                       input.landscape.tools[of_second->tool].name, pair.second.name);
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
