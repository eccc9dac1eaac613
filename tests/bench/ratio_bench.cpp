// The permutation tests against others' in one run, as ratios:
//
//   ratio_bench PYTHON RSCRIPT SCRIPTS
//
// PYTHON needs NumPy, RSCRIPT the package energy; what is not there is skipped and said so. The two
// sides take turns, so that a change of the machine's speed meets both; the median of the ratios
// is printed. One thread each.
#include "model/statistics/centroid_tests.hpp"
#include "model/statistics/energy_test.hpp"
#include "model/statistics/random.hpp"
#include "model/statistics/random_subsets.hpp"
#include "model/statistics/spread_test.hpp"
#include "tests/bench/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace assess;

Eigen::MatrixX2d cloud(Eigen::Index people, std::uint64_t seed) {
    Random random(seed);
    Eigen::MatrixX2d points(people, 2);
    for (Eigen::Index i = 0; i < people; ++i) {
        for (Eigen::Index k = 0; k < 2; ++k) {
            points(i, k) = static_cast<double>(random.below(2'000'001)) / 1e6 - 1;
        }
    }
    return points;
}

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The first number that a command prints; nothing where it fails.
std::optional<double> seconds_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen((command + " 2>/dev/null").c_str(), "r"),
                                                     pclose);
    double value = 0;
    if (!pipe || std::fscanf(pipe.get(), "%lf", &value) != 1) {
        return std::nullopt;
    }
    return value;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compare(const std::string& name, const std::string& other, const std::string& command,
             const std::function<void()>& ours) {
    std::vector<double> mine;
    std::vector<double> theirs;
    std::vector<double> ratios;
    for (int turn = 0; turn < 5; ++turn) {
        mine.push_back(seconds(ours));
        const auto reference = seconds_of(command);
        if (!reference) {
            fmt::print("{}: {:.2f} ms; {} is not there\n", name, 1e3 * mine.back(), other);
            return;
        }
        theirs.push_back(*reference);
        ratios.push_back(*reference / mine.back());
    }
    fmt::print("{}: {:.2f} ms; {}: {:.0f} ms; ratio {:.0f}\n", name, 1e3 * median(mine), other,
               1e3 * median(theirs), median(ratios));
    keep_figure(name, 1e3 * median(mine), "ms");
    keep_figure(fmt::format("{} / {}", other, name), median(ratios), "ratio of times");
}

void tell(const std::string& name, double taken) {
    fmt::print("{}: {:.1f} ms\n", name, 1e3 * taken);
    keep_figure(name, 1e3 * taken, "ms");
}

} // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        fmt::print(stderr, "Usage: ratio_bench PYTHON RSCRIPT SCRIPTS\n");
        return 2;
    }
    const std::string python = arguments[1];
    const std::string rscript = arguments[2];
    const std::string scripts = arguments[3];
    fmt::print("Splits drawn by the kernel for {}\n", subset_kernels().back().name);
    const auto first = cloud(400, 1);
    const auto second = cloud(600, 2);
    compare("Wd* and both diagonals, 400 + 600, 9,999 splits", "NumPy (Wd* alone)",
            python + " " + scripts + "/centroid_permutations.py 400 600 9999",
            [&] { centroid_tests(first, second, {.exact = 0}, 1); });
    compare("Energy, 400 + 600, 999 splits", "R's energy::eqdist.etest",
            rscript + " " + scripts + "/energy_reference.R 400 600 999",
            [&] { energy_test(first, second, {.exact = 0, .random = 999}, 1); });
    const auto twelve = cloud(12, 3);
    const auto others = cloud(12, 4);
    tell("Wd* and both diagonals, every split of 12 + 12 (2,704,156)",
         seconds([&] { centroid_tests(twelve, others, {}, 1); }));
    const auto many = cloud(100'000, 5);
    const auto more = cloud(100'000, 6);
    tell(fmt::format("Wd* and both diagonals, 100,000 + 100,000, {} splits", SplitLimits{}.random),
         seconds([&] { centroid_tests(many, more, {}, 1); }));
    std::optional<SpreadTest> spread;
    const double taken = seconds(
        [&] { spread = spread_test(adjusted_distances(many), adjusted_distances(more), {}, 1); });
    tell(fmt::format("PERMDISP with its spatial medians, 100,000 + 100,000, {} splits",
                     spread->permutation.splits),
         taken);
    return 0;
}
