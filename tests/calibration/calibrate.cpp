// Measures how often each finding and interval is wrong, in worlds whose truth is known, and prints
// the tables of model/calibration.md:
//
//   calibrate RUNS SEED [SURVEY.csv MAPPING]
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "questionnaires/read_answers.hpp"
#include "tests/calibration/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <set>
#include <string_view>

namespace {

using namespace assess;
using namespace assess::calibration;

const std::vector<Sizes> equal_sizes{{3, 3, 0},   {4, 4, 0},   {5, 5, 0},   {6, 6, 0},  {8, 8, 0},
                                     {10, 10, 0}, {15, 15, 0}, {20, 20, 0}, {30, 30, 0}};
const std::vector<Sizes> unequal_sizes{{3, 12, 0}, {5, 15, 0}, {5, 30, 0}, {10, 30, 0}};

std::vector<Sizes> all_sizes(std::size_t hybrids = 0) {
    auto sizes = equal_sizes;
    sizes.insert(sizes.end(), unequal_sizes.begin(), unequal_sizes.end());
    for (auto& size : sizes) {
        size.hybrids = hybrids == 0 ? 0 : size.researchers;
    }
    return sizes;
}

struct Run {
    std::size_t runs = 0;
    std::uint64_t seed = 0;
    double worst_standard_error = 0;
};

using Pick = std::map<std::string, Rate> Tally::*;

/// One table: a row a size, a column a key; "share (standard error)" in percent, where anything
/// was counted.
void print_table(const World& world, const std::vector<Sizes>& sizes, Run& run, Pick pick,
                 const std::set<std::string>& wanted = {}) {
    std::vector<std::map<std::string, Rate>> rows;
    std::set<std::string> keys;
    for (const auto& size : sizes) {
        rows.push_back(simulate(world, size, quick_policy(), run.runs, run.seed).*pick);
        for (const auto& [key, rate] : rows.back()) {
            if (wanted.empty() || wanted.contains(key)) {
                keys.insert(key);
            }
        }
    }
    fmt::print("\n**{}**\n\n| n |", world.name);
    for (const auto& key : keys) {
        fmt::print(" {} |", key);
    }
    fmt::print("\n| --- |");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        fmt::print(" ---: |");
    }
    fmt::print("\n");
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        fmt::print("| {} + {} |", sizes[i].researchers, sizes[i].engineers);
        for (const auto& key : keys) {
            const auto found = rows[i].find(key);
            // An interval that hardly ever exists says nothing about its coverage.
            if (found == rows[i].end() || found->second.runs < run.runs / 20) {
                fmt::print(" - |");
                continue;
            }
            run.worst_standard_error =
                std::max(run.worst_standard_error, found->second.standard_error());
            fmt::print(" {:.1f} ({:.1f}) |", 100 * found->second.value(),
                       100 * found->second.standard_error());
        }
        fmt::print("\n");
    }
    std::fflush(stdout);
}

bool at_left_end(const Tool& tool) {
    return along(Diagonal::Building, tool.placement->point) < Policy{}.left_end_building;
}

bool is_to_the_right(const Tool& tool) {
    return along(Diagonal::Building, tool.placement->point) > 0;
}

struct Worlds {
    Landscape landscape = built_in_landscape("2021");
    Taste common = common_taste(landscape);
    std::uint64_t seed = 1;
    static constexpr std::size_t for_truth = 100'000;
    static constexpr std::size_t for_tuning = 10'000;

    [[nodiscard]] World of(std::string name, const std::array<Taste, 3>& tastes, bool displaced,
                           std::size_t people = for_truth) const {
        return tool_world(std::move(name), landscape, tastes, displaced, people, seed);
    }
    [[nodiscard]] World same() const {
        return of("No gap: one taste for all, tools displaced within their tolerance",
                  {common, common, common}, true);
    }
    [[nodiscard]] std::array<Taste, 3> alike(double factor, bool (*belongs)(const Tool&)) const {
        const auto taste = leaning(common, landscape, factor, belongs);
        return {taste, taste, taste};
    }
    [[nodiscard]] World left_end_at_threshold() const {
        const double factor = tuned(0.01, 100, Policy{}.left_end_share, [&](double f) {
            return *of("", alike(f, at_left_end), false, for_tuning).truth.left_end;
        });
        return of("At the threshold: 70% of all usage at the left end", alike(factor, at_left_end),
                  false);
    }
    [[nodiscard]] World quadrant_at_threshold() const {
        const auto inside = [](const Tool& tool) {
            return quadrant_of(tool.placement->point) == Quadrant::MachineLearningPlatforms;
        };
        const double factor = tuned(0.001, 10, Policy{}.empty_quadrant_share, [&](double f) {
            return *of("", alike(f, inside), false, for_tuning)
                        .truth
                        .quadrant[static_cast<std::size_t>(Quadrant::MachineLearningPlatforms)];
        });
        return of("At the threshold: 5% of all usage in the quadrant of ML platforms",
                  alike(factor, inside), false);
    }
    /// Researchers lean to the right of the building diagonal, engineers to the left.
    [[nodiscard]] std::array<Taste, 3> apart(double factor) const {
        return {leaning(common, landscape, factor, is_to_the_right),
                leaning(common, landscape, factor,
                        [](const Tool& tool) { return !is_to_the_right(tool); }),
                common};
    }
    [[nodiscard]] World gap_of(double gap, std::string name, bool displaced) const {
        const auto building = static_cast<std::size_t>(Diagonal::Building);
        const double factor = tuned(1, 1e4, gap, [&](double f) {
            return *of("", apart(f), false, for_tuning).truth.gap[building];
        });
        auto world = of(std::move(name), apart(factor), displaced);
        if (std::abs(*world.truth.gap[building] - gap) > 0.02) {
            throw Error(fmt::format("no taste gives a gap of {}, only {:.2f}", gap,
                                    *world.truth.gap[building]));
        }
        return world;
    }
    [[nodiscard]] World overlap_of(double overlap, std::string name) const {
        const auto tastes = [&](double factor) {
            auto mine = leaning(common, landscape, factor, is_to_the_right);
            auto theirs = leaning(common, landscape, factor,
                                  [](const Tool& tool) { return !is_to_the_right(tool); });
            return std::array{mine, theirs, common};
        };
        const double factor = tuned(1, 1e4, 1 - overlap, [&](double f) {
            return 1 - *of("", tastes(f), false, for_tuning).truth.overlap;
        });
        return of(std::move(name), tastes(factor), false);
    }
    /// Everybody on the left half but for so many uses that 80% lie there.
    [[nodiscard]] World one_region_at_threshold() const {
        const auto inside = [](const Tool& tool) { return tool.placement->point.x < 0; };
        const double factor = tuned(0.01, 1000, Policy{}.one_region_share, [&](double f) {
            const auto truth = of("", alike(f, inside), false, for_tuning).truth;
            return *truth.quadrant[static_cast<std::size_t>(Quadrant::CloudPlatforms)] +
                   *truth.quadrant[static_cast<std::size_t>(Quadrant::StandardSweTools)];
        });
        return of("At the threshold: 80% of all usage in one half", alike(factor, inside), false);
    }
};

const std::set<std::string> gap_rules{"opposite-ends", "scattered-group"};

void print_levels(const Worlds& worlds, Run& run) {
    fmt::print("\n## Share of \"present\" where there is nothing, in %\n");
    const auto sizes = all_sizes(1);
    print_table(worlds.same(), sizes, run, &Tally::present,
                {"opposite-ends", "one-region", "broken-ladder", "no-common-ground",
                 "scattered-group", "bridge-role"});
    print_table(
        worlds.gap_of(0.15, "At the threshold: a gap of 0.15 on the building diagonal", true),
        sizes, run, &Tally::present, {"opposite-ends"});
    print_table(worlds.one_region_at_threshold(), sizes, run, &Tally::present, {"one-region"});
    print_table(worlds.left_end_at_threshold(), sizes, run, &Tally::present, {"left-end"});
    print_table(worlds.quadrant_at_threshold(), sizes, run, &Tally::present,
                {"empty-quadrant machine-learning-platforms"});
    print_table(worlds.overlap_of(0.3, "At the threshold: an overlap of 0.3"), sizes, run,
                &Tally::present, {"no-common-ground"});
}

struct Spread {
    const char* name;
    double researchers;
    double engineers;
};

void print_shapes(Run& run) {
    fmt::print("\n## Positions of any kind, no gap: share of \"present\" and of p below 0.05, in "
               "%\n");
    constexpr std::array spreads{Spread{"1:1", 0.25, 0.25}, Spread{"1:2.5", 0.12, 0.30},
                                 Spread{"2.5:1", 0.30, 0.12}};
    for (const auto shape : {Shape::Normal, Shape::Skewed}) {
        for (const auto& spread : spreads) {
            const auto world = position_world(
                fmt::format("{} positions, spreads {}",
                            shape == Shape::Normal ? "Normal" : "Skewed", spread.name),
                shape, spread.researchers, spread.engineers, 0);
            const bool equal = spread.researchers == spread.engineers;
            print_table(world, all_sizes(), run, &Tally::present,
                        equal ? gap_rules : std::set<std::string>{"opposite-ends"});
            print_table(world, all_sizes(), run, &Tally::rejected,
                        equal ? std::set<std::string>{}
                              : std::set<std::string>{"Wd*", "a diagonal (Holm)"});
            print_table(world, all_sizes(), run, &Tally::covered,
                        {"gap, building", "gap, orchestration", "spread"});
        }
    }
}

void print_coverage(const Worlds& worlds, Run& run) {
    fmt::print("\n## Share of the 95% intervals that hold the truth, in %\n");
    const auto sizes = all_sizes(1);
    print_table(worlds.same(), sizes, run, &Tally::covered,
                {"gap, building", "gap, orchestration", "overlap", "spread"});
    print_table(worlds.gap_of(0.4, "A gap of 0.4 on the building diagonal, tools displaced", true),
                sizes, run, &Tally::covered,
                {"gap, building", "gap, orchestration", "overlap", "place of the hybrids"});
    const std::set<std::string> shares{"share, left end", "share, quadrants"};
    print_table(worlds.left_end_at_threshold(), sizes, run, &Tally::covered, shares);
    print_table(worlds.quadrant_at_threshold(), sizes, run, &Tally::covered, shares);
    print_table(worlds.overlap_of(0.3, "An overlap of 0.3"), sizes, run, &Tally::covered,
                {"overlap"});
}

void print_power(const Worlds& worlds, Run& run) {
    fmt::print("\n## Power: share of \"present\" at true gaps, in %\n");
    for (const double gap : {0.2, 0.4, 0.6}) {
        print_table(
            worlds.gap_of(gap, fmt::format("A gap of {:.1f} on the building diagonal", gap), true),
            all_sizes(1), run, &Tally::present,
            {"opposite-ends", "broken-ladder", "no-common-ground", "bridge-role"});
    }
    for (const double wider : {0.45, 0.65, 0.85}) {
        print_table(position_world(fmt::format("Researchers {:.2f} wide (each coordinate), "
                                               "engineers 0.25",
                                               wider),
                                   Shape::Normal, wider, 0.25, 0),
                    all_sizes(), run, &Tally::present, {"scattered-group"});
    }
}

void print_resampled(const char* file, const char* mapping, Run& run) {
    auto landscape = built_in_landscape("current");
    const auto pool = read_answers(file, {.mapping = mapping}, landscape);
    const auto world = resampled_world(
        fmt::format("Both groups drawn from all people of one survey ({})", mapping), landscape,
        pool);
    fmt::print("\n## Resampled from a real survey: no gap, in %\n");
    print_table(world, all_sizes(), run, &Tally::present,
                {"opposite-ends", "broken-ladder", "no-common-ground", "scattered-group"});
    print_table(world, all_sizes(), run, &Tally::rejected);
    print_table(world, all_sizes(), run, &Tally::covered,
                {"gap, building", "gap, orchestration", "overlap", "spread"});
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

int main(int count, char** arguments) {
    Run run;
    if ((count != 3 && count != 5) || !read_number(arguments[1], run.runs) || run.runs == 0 ||
        !read_number(arguments[2], run.seed)) {
        fmt::print(stderr, "Usage: calibrate RUNS SEED [SURVEY.csv MAPPING]\n");
        return 2;
    }
    try {
        const Worlds worlds;
        fmt::print("{} simulated teams a cell, seed {}. In brackets the standard error.\n",
                   run.runs, run.seed);
        print_levels(worlds, run);
        print_shapes(run);
        print_coverage(worlds, run);
        print_power(worlds, run);
        if (count == 5) {
            print_resampled(arguments[3], arguments[4], run);
        }
        fmt::print("\nLargest standard error: {:.1f}.\n", 100 * run.worst_standard_error);
    } catch (const std::exception& error) {
        fmt::print(stderr, "calibrate: {}\n", error.what());
        return 3;
    }
    return 0;
}
