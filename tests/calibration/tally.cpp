#include "tests/calibration/tally.hpp"

#include "model/assessment/comparison.hpp"
#include "model/findings/rules.hpp"

#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

namespace assess::calibration {

double Rate::value() const {
    return runs == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(runs);
}

double Rate::standard_error() const {
    if (runs == 0) {
        return 0;
    }
    const auto n = static_cast<double>(runs);
    const double share = (static_cast<double>(hits) + 1) / (n + 2);
    return std::sqrt(share * (1 - share) / n);
}

namespace {

void merge(std::map<std::string, Rate>& into, const std::map<std::string, Rate>& from) {
    for (const auto& [name, rate] : from) {
        into[name].hits += rate.hits;
        into[name].runs += rate.runs;
    }
}

void cover(Tally& tally, const std::string& name, const Estimate& estimate,
           const std::optional<double>& truth) {
    if (truth && estimate.has_interval()) {
        tally.covered[name].add(*estimate.lower <= *truth + 1e-12 &&
                                *truth <= *estimate.upper + 1e-12);
    }
}

/// Findings on the pair count once a rule; those on the organization's quadrants and ends each.
std::string key_of(const Finding& finding) {
    return finding.id == "empty-quadrant" ? finding.id + " " + finding.subject : finding.id;
}

void count_states(Tally& tally, const std::vector<Finding>& findings) {
    std::map<std::string, bool> present;
    std::map<std::string, bool> open;
    for (const auto& finding : findings) {
        // Tools side by side are a count of these people, which no sample can get wrong.
        const bool of_a_group =
            std::ranges::find(finding.groups, finding.subject) != finding.groups.end();
        if (finding.id == "scattered-group" && !of_a_group) {
            continue;
        }
        auto& any = present[key_of(finding)];
        any = any || finding.state == State::Present;
        auto& all = open.try_emplace(key_of(finding), true).first->second;
        all = all && finding.state == State::Undetermined;
    }
    for (const auto& [key, hit] : present) {
        tally.present[key].add(hit);
        tally.undetermined[key].add(open[key]);
    }
}

void count_intervals(Tally& tally, const Truth& truth, const Comparison& comparison,
                     const std::vector<Finding>& findings) {
    for (const auto diagonal : diagonals) {
        const auto i = static_cast<std::size_t>(diagonal);
        if (comparison.diagonal[i]) {
            cover(tally, "gap, " + std::string(id_of(diagonal)), comparison.diagonal[i]->gap,
                  truth.gap[i]);
        }
    }
    if (comparison.overlap.morisita_horn) {
        cover(tally, "overlap", *comparison.overlap.morisita_horn, truth.overlap);
    }
    if (comparison.spread) {
        cover(tally, "spread", comparison.spread->difference, truth.spread);
    }
    for (const auto& finding : findings) {
        if (!finding.magnitude) {
            continue;
        }
        const auto& estimate = finding.magnitude->estimate;
        if (finding.id == "left-end") {
            cover(tally, "share, left end", estimate, truth.left_end);
        } else if (finding.id == "empty-quadrant") {
            for (const auto quadrant : quadrants) {
                if (finding.subject == id_of(quadrant)) {
                    cover(tally, "share, quadrants", estimate,
                          truth.quadrant[static_cast<std::size_t>(quadrant)]);
                }
            }
        } else if (finding.id == "bridge-role") {
            cover(tally, "place of the hybrids", estimate, truth.place);
        }
    }
}

void count_tests(Tally& tally, const Comparison& comparison) {
    constexpr double level = 0.05;
    if (comparison.centroid_test) {
        tally.rejected["Wd*"].add(comparison.centroid_test->p < level);
    }
    bool either = false;
    for (const auto& gap : comparison.diagonal) {
        either = either || (gap && gap->p_adjusted && *gap->p_adjusted < level);
    }
    tally.rejected["a diagonal (Holm)"].add(either);
    if (comparison.spread) {
        tally.rejected["PERMDISP"].add(comparison.spread->test.p < level);
    }
    if (comparison.energy_test) {
        tally.rejected["energy"].add(comparison.energy_test->p < level);
    }
}

void run_once(Tally& tally, const World& world, const Sizes& sizes, const Policy& policy,
              std::uint64_t seed) {
    Random random(seed);
    const auto sample = world.draw(sizes, random);
    const auto groups = make_groups(sample.answers, sample.landscape, policy, Grouping::Role);
    const auto comparison = compare_groups(groups, 0, 1, sample.landscape, policy, {random.next()});
    const RuleInput input{sample.landscape, policy,         sample.answers,
                          groups,           Grouping::Role, &comparison};
    const auto findings = judge_all(input);
    count_states(tally, findings);
    count_intervals(tally, world.truth, comparison, findings);
    count_tests(tally, comparison);
}

/// Where the seeds of one table's cell begin: cells share no teams, nor do neighbouring seeds.
std::uint64_t first_seed(const World& world, const Sizes& sizes, std::uint64_t seed) {
    std::uint64_t state = seed;
    std::uint64_t mixed = split_mix_64(state);
    const auto add = [&](std::uint64_t number) {
        state = mixed ^ number;
        mixed = split_mix_64(state);
    };
    for (const char letter : world.name) {
        add(static_cast<unsigned char>(letter));
    }
    add(sizes.researchers);
    add(sizes.engineers);
    add(sizes.hybrids);
    return mixed;
}

} // namespace

Tally simulate(const World& world, const Sizes& sizes, const Policy& policy, std::size_t runs,
               std::uint64_t seed) {
    const std::uint64_t first = first_seed(world, sizes, seed);
    const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
    std::vector<Tally> tallies(workers);
    {
        std::vector<std::jthread> threads;
        for (std::size_t w = 0; w < workers; ++w) {
            threads.emplace_back([&, w] {
                for (std::size_t run = w; run < runs; run += workers) {
                    // A seed a run, so that the counts do not depend on who runs what.
                    std::uint64_t state = first + run;
                    run_once(tallies[w], world, sizes, policy, split_mix_64(state));
                }
            });
        }
    }
    Tally total;
    for (const auto& tally : tallies) {
        merge(total.present, tally.present);
        merge(total.undetermined, tally.undetermined);
        merge(total.covered, tally.covered);
        merge(total.rejected, tally.rejected);
    }
    return total;
}

Policy quick_policy() {
    Policy policy;
    policy.exact_split_limit = 20'000;
    policy.random_splits = 999;
    return policy;
}

} // namespace assess::calibration
