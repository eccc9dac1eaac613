#include "model/assessment/group.hpp"

#include "model/assessment/matrices.hpp"
#include "model/policy/policy.hpp"
#include "model/statistics/moments.hpp"
#include "model/statistics/spatial_median.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace assess {
namespace {

constexpr MessageId nobody_of_group_placed{"reason.nobody-placed.group"};

/// What the loops over people need of a tool, close together in memory.
struct PlacedTool {
    double x = 0;
    double y = 0;
    bool placed = false;
    std::uint64_t offered_by = 0; ///< bit b: block b offers it
};

bool is_regular(Depth depth) {
    return depth == Depth::Daily || depth == Depth::Weekly || depth == Depth::Uses;
}

std::array<double, depth_count> weights_by_depth(const Policy& policy) {
    std::array<double, depth_count> weights{};
    std::copy(policy.depth_weights.begin(), policy.depth_weights.end(), weights.begin());
    return weights;
}

std::vector<PlacedTool> placed_tools(const Answers& answers, const Landscape& landscape) {
    std::vector<PlacedTool> tools(landscape.tools.size());
    for (std::size_t j = 0; j < tools.size(); ++j) {
        if (const auto& placement = landscape.tools[j].placement) {
            tools[j] = {.x = placement->point.x, .y = placement->point.y, .placed = true};
        }
    }
    for (std::size_t b = 0; b < answers.blocks.size(); ++b) {
        const std::uint64_t bit = std::uint64_t{1} << b;
        for (const ToolIndex tool : answers.blocks[b].offers) {
            tools[tool].offered_by |= bit;
        }
        if (answers.blocks[b].offers.empty()) {
            for (PlacedTool& tool : tools) {
                tool.offered_by |= bit;
            }
        }
    }
    return tools;
}

/// Everything that is the same for every group.
struct Context {
    const Answers& answers;
    const Landscape& landscape;
    std::array<double, depth_count> weights;
    std::vector<PlacedTool> tools;

    [[nodiscard]] double weight_of(const Usage& usage) const {
        return weights[static_cast<std::size_t>(usage.depth)];
    }
};

/// n, and for every tool the people who were offered it.
void count_asked(const Context& context, Group& group) {
    std::map<std::uint64_t, std::size_t> people_by_blocks;
    for (const std::uint32_t member : group.members) {
        const std::uint64_t blocks = context.answers.respondents[member].answered;
        if (blocks != 0) {
            ++people_by_blocks[blocks];
            ++group.n;
        }
    }
    // Few sets of blocks offer many tools: count each set once.
    std::map<std::uint64_t, std::size_t> asked_by_offer;
    for (const PlacedTool& tool : context.tools) {
        asked_by_offer.emplace(tool.offered_by, 0);
    }
    for (auto& [offered_by, asked] : asked_by_offer) {
        for (const auto& [blocks, people] : people_by_blocks) {
            asked += (blocks & offered_by) != 0 ? people : 0;
        }
    }
    group.tools.resize(context.tools.size());
    for (std::size_t j = 0; j < context.tools.size(); ++j) {
        group.tools[j].base = asked_by_offer[context.tools[j].offered_by];
    }
}

void count_uses(const Context& context, const Respondent& respondent, Group& group) {
    for (const Usage& usage : respondent.usages) {
        ToolUse& use = group.tools[usage.tool];
        ++use.by_depth[static_cast<std::size_t>(usage.depth)];
        const double weight = context.weight_of(usage);
        if (weight > 0) {
            use.weight += weight;
            ++use.users;
            use.regular += is_regular(usage.depth) ? 1U : 0U;
        }
        // count_asked() took everybody who was offered the tool; here, who differs from that.
        const bool asked = (respondent.answered & context.tools[usage.tool].offered_by) != 0;
        if (asked && says_nothing(usage.depth)) {
            --use.base;
        } else if (!asked && !says_nothing(usage.depth)) {
            ++use.base;
        }
    }
}

/// Adds the respondent's shares and returns their position, where they use any placed tool.
std::optional<Point> place(const Context& context, const Respondent& respondent,
                           SparseRows& shares) {
    const auto counts = [&](const Usage& usage) {
        return context.tools[usage.tool].placed && context.weight_of(usage) > 0;
    };
    double total = 0;
    for (const Usage& usage : respondent.usages) {
        total += counts(usage) ? context.weight_of(usage) : 0;
    }
    if (total <= 0) {
        return std::nullopt;
    }
    Point position;
    for (const Usage& usage : respondent.usages) {
        if (counts(usage)) {
            const double share = context.weight_of(usage) / total;
            position.x += share * context.tools[usage.tool].x;
            position.y += share * context.tools[usage.tool].y;
            shares.add_entry(usage.tool, share);
        }
    }
    shares.end_row();
    return position;
}

void add_people(const Context& context, Group& group) {
    for (const std::uint32_t member : group.members) {
        const Respondent& respondent = context.answers.respondents[member];
        if (respondent.answered == 0) {
            continue;
        }
        count_uses(context, respondent, group);
        if (const auto position = place(context, respondent, group.shares)) {
            group.positions.push_back(*position);
            group.placed_members.push_back(member);
        }
    }
    group.placed = group.positions.size();
    for (std::size_t i = 0; i < group.shares.values.size(); ++i) {
        group.tools[group.shares.columns[i]].share += group.shares.values[i];
    }
    for (ToolUse& use : group.tools) {
        use.share /= std::max(1.0, static_cast<double>(group.placed));
    }
}

void add_moments(Group& group) {
    const auto positions = to_matrix(group.positions);
    const auto median = spatial_median(positions);
    if (group.placed < 2) {
        const Message reason =
            group.placed == 0 ? nobody_of_group_placed : MessageId{"reason.one-answer"};
        group.covariance = Quantity<Covariance>::unavailable(reason);
        group.standard_distance = Quantity<double>::unavailable(reason);
        group.mean_distance_to_median = Quantity<double>::unavailable(reason);
    } else {
        group.covariance = to_covariance(covariance_of(positions));
        group.standard_distance = std::sqrt(group.covariance->trace());
        group.mean_distance_to_median = median->mean_distance;
    }
    if (group.placed == 0) {
        group.centroid = Quantity<Point>::unavailable(nobody_of_group_placed);
        group.spatial_median = Quantity<Point>::unavailable(nobody_of_group_placed);
    } else {
        group.centroid = to_point(mean_of(positions));
        group.spatial_median = to_point(median->point);
    }
}

/// Where the group's use lies: the summed weights by quadrant and by category.
void add_regions(const Context& context, Group& group) {
    std::array<double, quadrants.size()> by_quadrant{};
    std::vector<double> by_category(context.landscape.categories.size(), 0.0);
    double placed = 0;
    double categorized = 0;
    for (std::size_t j = 0; j < group.tools.size(); ++j) {
        const Tool& tool = context.landscape.tools[j];
        const double weight = group.tools[j].weight;
        if (tool.placement) {
            by_quadrant[static_cast<std::size_t>(quadrant_of(tool.placement->point))] += weight;
            placed += weight;
        }
        for (const std::size_t category : tool.categories) {
            by_category[category] += weight / static_cast<double>(tool.categories.size());
        }
        categorized += tool.categories.empty() ? 0 : weight;
    }
    if (placed > 0) {
        for (double& share : by_quadrant) {
            share /= placed;
        }
        group.quadrant_share = by_quadrant;
    } else {
        group.quadrant_share = Quantity<std::array<double, 4>>::unavailable(nobody_of_group_placed);
    }
    if (categorized > 0) {
        for (double& share : by_category) {
            share /= categorized;
        }
        group.category_share = std::move(by_category);
    } else {
        group.category_share =
            Quantity<std::vector<double>>::unavailable({"reason.nobody-categorized"});
    }
}

std::vector<Group> empty_groups(const Answers& answers, Grouping grouping) {
    std::vector<Group> groups;
    if (grouping == Grouping::Role) {
        for (const Role role : roles) {
            groups.emplace_back();
            groups.back().id = id_of(role);
            groups.back().name = plural_of(role);
            groups.back().role = role;
        }
    } else {
        for (const std::string& team : answers.teams) {
            groups.emplace_back();
            groups.back().id = team;
            groups.back().name = team;
        }
    }
    return groups;
}

} // namespace

std::vector<Group> make_groups(const Answers& answers, const Landscape& landscape,
                               const Policy& policy, Grouping grouping) {
    const Context context{answers, landscape, weights_by_depth(policy),
                          placed_tools(answers, landscape)};
    std::vector<Group> groups = empty_groups(answers, grouping);
    for (std::size_t i = 0; i < answers.respondents.size(); ++i) {
        const Respondent& respondent = answers.respondents[i];
        if (grouping == Grouping::Role) {
            groups[static_cast<std::size_t>(respondent.role)].members.push_back(
                static_cast<std::uint32_t>(i));
        } else if (respondent.team != Respondent::no_team) {
            groups[respondent.team].members.push_back(static_cast<std::uint32_t>(i));
        }
    }
    std::erase_if(groups, [](const Group& group) { return group.members.empty(); });
    for (Group& group : groups) {
        group.listed = group.members.size();
        group.least_told = answers.promise.least_told();
        count_asked(context, group);
        add_people(context, group);
        add_moments(group);
        add_regions(context, group);
    }
    return groups;
}

const Group* find_group(const std::vector<Group>& groups, std::string_view id) {
    const auto found = std::ranges::find(groups, id, &Group::id);
    return found == groups.end() ? nullptr : &*found;
}

} // namespace assess
