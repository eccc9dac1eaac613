#include "model/statistics/agreement.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace assess {
namespace {

/// Agreement of one layer: which steps are used.
double agreement_of_layer(const std::vector<bool>& used) {
    const auto steps = static_cast<double>(used.size());
    const auto all_used = static_cast<double>(std::ranges::count(used, true));
    double unimodal = 0;
    double torn = 0;
    double used_before = 0;
    for (std::size_t middle = 0; middle < used.size(); ++middle) {
        const auto before = static_cast<double>(middle);
        const double after = steps - before - 1;
        const double used_after = all_used - used_before - (used[middle] ? 1 : 0);
        if (used[middle]) {
            unimodal += used_before * (after - used_after) + (before - used_before) * used_after;
            used_before += 1;
        } else {
            torn += used_before * used_after;
        }
    }
    const double triples = unimodal + torn;
    const double unimodality =
        triples > 0 ? ((steps - 2) * unimodal - (steps - 1) * torn) / ((steps - 2) * triples) : 1;
    return unimodality * (1 - (all_used - 1) / (steps - 1));
}

} // namespace

std::optional<double> agreement(std::span<const std::size_t> counts) {
    const auto total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    if (total == 0 || counts.size() < 3) {
        return std::nullopt;
    }
    double sum = 0;
    std::size_t level = 0; // answers of each step that the layers so far have taken
    while (true) {
        std::vector<bool> used(counts.size());
        std::size_t next = 0;
        std::size_t width = 0;
        for (std::size_t step = 0; step < counts.size(); ++step) {
            used[step] = counts[step] > level;
            if (used[step]) {
                next = width == 0 ? counts[step] : std::min(next, counts[step]);
                ++width;
            }
        }
        if (width == 0) {
            return sum / static_cast<double>(total);
        }
        sum += static_cast<double>((next - level) * width) * agreement_of_layer(used);
        level = next;
    }
}

} // namespace assess
