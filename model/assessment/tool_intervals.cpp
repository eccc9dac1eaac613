#include "model/assessment/tool_intervals.hpp"

#include "model/statistics/sample.hpp"
#include "model/statistics/welch.hpp"

#include <algorithm>
#include <cstddef>

namespace assess {
namespace {

/// Each tool's shares in a group, people who do not use it included.
std::vector<Sample> samples_of(const Group& group) {
    struct ShareSums {
        std::size_t users = 0;
        double squares = 0; ///< of the users' deviations from the mean over everybody
        double largest = 0;
    };
    std::vector<ShareSums> sums(group.tools.size());
    for (std::size_t row = 0; row < group.shares.rows(); ++row) {
        const auto columns = group.shares.row_columns(row);
        const auto values = group.shares.row_values(row);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            auto& tool = sums[columns[k]];
            const double off = values[k] - group.tools[columns[k]].share;
            ++tool.users;
            tool.squares += off * off;
            tool.largest = std::max(tool.largest, values[k]);
        }
    }
    std::vector<Sample> samples(group.tools.size());
    for (std::size_t j = 0; j < samples.size(); ++j) {
        const double mean = group.tools[j].share;
        const auto others = static_cast<double>(group.placed - sums[j].users);
        const double squares = sums[j].squares + others * mean * mean;
        // The same share reached by different sums is no spread: see summarize().
        const double noise = 1e-12 * sums[j].largest;
        const double variance = squares / static_cast<double>(group.placed - 1);
        samples[j] = {group.placed, mean, variance <= noise * noise ? 0 : variance};
    }
    return samples;
}

Sample scaled(Sample sample, double factor) {
    sample.mean *= factor;
    sample.variance *= factor * factor;
    return sample;
}

} // namespace

void add_tool_intervals(const Group& first, const Group& second, const Landscape& landscape,
                        const Point& pooled, double level, std::vector<ToolContribution>& parts) {
    const auto here = samples_of(first);
    const auto there = samples_of(second);
    for (auto& part : parts) {
        const auto& placement = *landscape.tools[part.tool].placement;
        const double moved = (part.share_first - part.share_second) * placement.tolerance;
        for (const auto diagonal : diagonals) {
            const double off = along(diagonal, placement.point - pooled);
            const auto interval =
                welch_interval(scaled(here[part.tool], off), scaled(there[part.tool], off), level,
                               moved * moved / 2);
            if (interval) {
                // About the part as it is printed, so that exchanging the groups negates exactly.
                const double reach = (interval->upper - interval->lower) / 2;
                const double value =
                    diagonal == Diagonal::Building ? part.building : part.orchestration;
                part.interval.at(static_cast<std::size_t>(diagonal)) =
                    PartInterval{value - reach, value + reach};
            }
        }
    }
}

} // namespace assess
