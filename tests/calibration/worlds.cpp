#include "tests/calibration/worlds.hpp"

#include "model/assessment/group.hpp"
#include "model/policy/policy.hpp"
#include "model/statistics/normal.hpp"
#include "model/statistics/overlap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace assess::calibration {
namespace {

constexpr std::array simulated_roles{Role::Researcher, Role::Engineer, Role::Hybrid};

std::size_t draw_from(const Taste& taste, double total, Random& random) {
    double left = uniform(random) * total;
    for (std::size_t j = 0; j + 1 < taste.size(); ++j) {
        left -= taste[j];
        if (left < 0) {
            return j;
        }
    }
    return taste.size() - 1;
}

std::vector<Usage> draw_usages(Taste taste, const Landscape& landscape, Random& random) {
    if (random.below(2) == 0) {
        const auto diagonal = diagonals[random.below(2)];
        const double side = random.below(2) == 0 ? -1 : 1;
        for (std::size_t j = 0; j < taste.size(); ++j) {
            const auto& placement = landscape.tools[j].placement;
            if (placement && side * along(diagonal, placement->point) > 0) {
                taste[j] *= 3;
            }
        }
    }
    std::vector<Usage> usages;
    double total = std::accumulate(taste.begin(), taste.end(), 0.0);
    const std::size_t count = 2 + random.below(5);
    while (usages.size() < count && total > 1e-9) {
        const auto tool = draw_from(taste, total, random);
        if (taste[tool] > 0) {
            usages.push_back({static_cast<ToolIndex>(tool), static_cast<Depth>(random.below(3))});
            total -= taste[tool];
            taste[tool] = 0;
        }
    }
    std::ranges::sort(usages, {}, &Usage::tool);
    return usages;
}

Answers empty_answers() {
    Answers answers;
    answers.source = "simulated";
    answers.blocks.push_back({"tools", "Tools", {}});
    return answers;
}

void add_person(Answers& answers, Role role, std::vector<Usage> usages) {
    Respondent respondent;
    respondent.id = std::to_string(answers.respondents.size());
    respondent.role = role;
    respondent.answered = 1;
    respondent.usages = std::move(usages);
    answers.respondents.push_back(std::move(respondent));
}

std::size_t size_of(const Sizes& sizes, Role role) {
    return role == Role::Researcher ? sizes.researchers
           : role == Role::Engineer ? sizes.engineers
                                    : sizes.hybrids;
}

void displace(Landscape& landscape, Random& random) {
    for (auto& tool : landscape.tools) {
        if (tool.placement) {
            const auto error = standard_normal_pair(random);
            tool.placement->point += tool.placement->tolerance * Point{error.first, error.second};
        }
    }
}

std::vector<double> mean_shares(const Group& group) {
    std::vector<double> shares;
    for (const auto& tool : group.tools) {
        shares.push_back(tool.share);
    }
    return shares;
}

/// Weighted use of tools that belong over all use, over the two groups' people in these sizes.
double share_of(const std::vector<Group>& groups, const Landscape& landscape,
                const std::function<bool(const Tool&)>& belongs) {
    double inside = 0;
    double all = 0;
    for (const auto& group : groups) {
        for (std::size_t j = 0; j < group.tools.size(); ++j) {
            const auto& tool = landscape.tools[j];
            if (tool.placement) {
                all += group.tools[j].weight;
                inside += belongs(tool) ? group.tools[j].weight : 0;
            }
        }
    }
    return inside / all;
}

Truth truth_of(const Answers& everybody, const Landscape& landscape) {
    const Policy policy;
    const auto groups = make_groups(everybody, landscape, policy, Grouping::Role);
    Truth truth;
    const Point gap = *groups[0].centroid - *groups[1].centroid;
    for (const auto diagonal : diagonals) {
        truth.gap[static_cast<std::size_t>(diagonal)] = along(diagonal, gap);
    }
    truth.overlap = morisita_horn(mean_shares(groups[0]), mean_shares(groups[1]));
    truth.spread = *groups[0].mean_distance_to_median - *groups[1].mean_distance_to_median;
    truth.left_end = share_of(groups, landscape, [&](const Tool& tool) {
        return along(Diagonal::Building, tool.placement->point) < policy.left_end_building;
    });
    for (const auto quadrant : quadrants) {
        truth.quadrant[static_cast<std::size_t>(quadrant)] =
            share_of(groups, landscape, [&](const Tool& tool) {
                return quadrant_of(tool.placement->point) == quadrant;
            });
    }
    if (groups.size() > 2) {
        const Point line = *groups[1].centroid - *groups[0].centroid;
        truth.place = dot(*groups[2].centroid - *groups[0].centroid, line) / squared_norm(line);
    }
    return truth;
}

} // namespace

World tool_world(std::string name, const Landscape& landscape, const std::array<Taste, 3>& tastes,
                 bool displaced, std::size_t people, std::uint64_t seed) {
    const auto draw = [landscape, tastes](const Sizes& sizes, Random& random) {
        auto answers = empty_answers();
        for (std::size_t r = 0; r < simulated_roles.size(); ++r) {
            for (std::size_t i = 0; i < size_of(sizes, simulated_roles[r]); ++i) {
                add_person(answers, simulated_roles[r], draw_usages(tastes[r], landscape, random));
            }
        }
        sort_respondents(answers);
        return answers;
    };
    Random random(seed);
    World world{std::move(name), truth_of(draw({people, people, people}, random), landscape), {}};
    world.draw = [landscape, displaced, draw](const Sizes& sizes, Random& source) {
        Sample sample{landscape, draw(sizes, source)};
        if (displaced) {
            displace(sample.landscape, source);
        }
        return sample;
    };
    return world;
}

namespace {

/// Mean 0 and standard deviation 1.
double deviate(Shape shape, Random& random) {
    const double normal = standard_normal_pair(random).first;
    if (shape == Shape::Normal) {
        return normal;
    }
    constexpr double sigma = 0.8;
    const double mean = std::exp(sigma * sigma / 2);
    return (std::exp(sigma * normal) - mean) / (mean * std::sqrt(std::exp(sigma * sigma) - 1));
}

} // namespace

World position_world(std::string name, Shape shape, double deviation_researchers,
                     double deviation_engineers, double gap) {
    World world{std::move(name), {}, {}};
    world.truth.gap[static_cast<std::size_t>(Diagonal::Building)] = gap;
    world.truth.gap[static_cast<std::size_t>(Diagonal::Orchestration)] = 0;
    if (deviation_researchers == deviation_engineers) {
        world.truth.spread = 0;
    }
    world.draw = [=](const Sizes& sizes, Random& random) {
        Sample sample{{}, empty_answers()};
        sample.landscape.edition = "simulated";
        const auto add = [&](Role role, double deviation, const Point& mean) {
            const auto index = static_cast<ToolIndex>(sample.landscape.tools.size());
            Tool tool;
            tool.id = "tool-" + std::to_string(index);
            tool.name = tool.id;
            const double x = deviate(shape, random);
            const double y = deviate(shape, random);
            tool.placement = Placement{mean + deviation * Point{x, y}, 0, "simulated", "drawn"};
            sample.landscape.tools.push_back(std::move(tool));
            add_person(sample.answers, role, {{index, Depth::Daily}});
        };
        for (std::size_t i = 0; i < sizes.researchers; ++i) {
            add(Role::Researcher, deviation_researchers, {gap, -gap});
        }
        for (std::size_t i = 0; i < sizes.engineers; ++i) {
            add(Role::Engineer, deviation_engineers, {0, 0});
        }
        sort_respondents(sample.answers);
        return sample;
    };
    return world;
}

World resampled_world(std::string name, const Landscape& landscape, const Answers& pool) {
    World world{std::move(name), {}, {}};
    world.truth.gap = {0.0, 0.0};
    world.truth.overlap = 1;
    world.truth.spread = 0;
    std::vector<std::vector<Usage>> people;
    for (const auto& respondent : pool.respondents) {
        if (std::ranges::any_of(respondent.usages, [&](const Usage& usage) {
                return landscape.tools[usage.tool].placement && usage.depth <= Depth::Uses;
            })) {
            people.push_back(respondent.usages);
        }
    }
    world.draw = [landscape, people](const Sizes& sizes, Random& random) {
        Sample sample{landscape, empty_answers()};
        for (const auto role : {Role::Researcher, Role::Engineer}) {
            for (std::size_t i = 0; i < size_of(sizes, role); ++i) {
                add_person(sample.answers, role,
                           people[random.below(static_cast<std::uint32_t>(people.size()))]);
            }
        }
        sort_respondents(sample.answers);
        return sample;
    };
    return world;
}

Taste common_taste(const Landscape& landscape) {
    Taste taste(landscape.tools.size(), 0);
    for (std::size_t j = 0; j < taste.size(); ++j) {
        if (landscape.tools[j].placement) {
            taste[j] = 1 / (1 + static_cast<double>((j * 7) % taste.size()) / 5);
        }
    }
    return taste;
}

Taste leaning(Taste taste, const Landscape& landscape, double factor,
              const std::function<bool(const Tool&)>& belongs) {
    for (std::size_t j = 0; j < taste.size(); ++j) {
        if (landscape.tools[j].placement && belongs(landscape.tools[j])) {
            taste[j] *= factor;
        }
    }
    return taste;
}

double tuned(double lowest, double highest, double wanted,
             const std::function<double(double)>& measure) {
    for (int step = 0; step < 30; ++step) {
        const double middle = std::sqrt(lowest * highest);
        (measure(middle) < wanted ? lowest : highest) = middle;
    }
    return std::sqrt(lowest * highest);
}

} // namespace assess::calibration
