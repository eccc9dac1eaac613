#include "model/assessment/group_overlap.hpp"

#include "model/assessment/reasons.hpp"
#include "model/statistics/overlap.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

namespace assess {
namespace {

std::vector<std::uint32_t> tools_used(const Group& group) {
    std::vector<std::uint32_t> used;
    for (std::size_t j = 0; j < group.tools.size(); ++j) {
        if (group.tools[j].users > 0) {
            used.push_back(static_cast<std::uint32_t>(j));
        }
    }
    return used;
}

std::vector<Bridge> bridges_between(const Group& first, const Group& second,
                                    const Landscape& landscape) {
    std::vector<Bridge> bridges;
    for (std::size_t j = 0; j < first.tools.size(); ++j) {
        const ToolUse& here = first.tools[j];
        const ToolUse& there = second.tools[j];
        if (here.users > 0 && there.users > 0) {
            bridges.push_back({.tool = static_cast<ToolIndex>(j),
                               .users_first = here.users,
                               .base_first = here.base,
                               .users_second = there.users,
                               .base_second = there.base});
        }
    }
    const auto smaller_share = [](const Bridge& bridge) {
        return std::min(
            static_cast<double>(bridge.users_first) / static_cast<double>(bridge.base_first),
            static_cast<double>(bridge.users_second) / static_cast<double>(bridge.base_second));
    };
    std::sort(bridges.begin(), bridges.end(), [&](const Bridge& a, const Bridge& b) {
        if (smaller_share(a) != smaller_share(b)) {
            return smaller_share(a) > smaller_share(b);
        }
        const Tool& left = landscape.tools[a.tool];
        const Tool& right = landscape.tools[b.tool];
        return std::tie(left.name, left.id) < std::tie(right.name, right.id);
    });
    return bridges;
}

Quantity<Estimate> morisita_horn_of(const Group& first, const Group& second, double level) {
    const auto result =
        morisita_horn_jackknife(first.shares, second.shares, first.tools.size(), level);
    if (!result) {
        return Quantity<Estimate>::unavailable(no_gap_reason(first, second));
    }
    Estimate estimate;
    estimate.value = result->value;
    estimate.level = level;
    estimate.n = first.placed + second.placed;
    estimate.lower = result->lower;
    estimate.upper = result->upper;
    if (!estimate.has_interval()) {
        estimate.reason = no_spread_reason(first, second);
        if (estimate.reason.empty() &&
            std::min(first.placed, second.placed) < fewest_for_overlap_interval) {
            estimate.reason = {"reason.few-for-overlap",
                               {{"least", Count(fewest_for_overlap_interval)}}};
        }
        if (estimate.reason.empty()) {
            estimate.reason = {"reason.no-spread.overlap"};
        }
    }
    return estimate;
}

} // namespace

Overlap overlap_of(const Group& first, const Group& second, const Landscape& landscape,
                   double level) {
    Overlap overlap;
    if (const auto index = jaccard(tools_used(first), tools_used(second))) {
        overlap.jaccard = *index;
    } else {
        overlap.jaccard = Quantity<double>::unavailable({"reason.nobody-uses"});
    }
    overlap.morisita_horn = morisita_horn_of(first, second, level);
    overlap.bridges = bridges_between(first, second, landscape);
    return overlap;
}

} // namespace assess
