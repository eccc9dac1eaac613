#include "reports/html/ledes.hpp"

#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/svg/lifecycle_scene.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

namespace assess::reports {
namespace {

std::string no_comparison(const GapReport& report) {
    return fmt::format("No two groups are compared, because {}.", report.no_comparison);
}

/// "0.71 (0.55 to 0.87) further towards models on the building diagonal".
std::string further(const Estimate& gap, Diagonal diagonal) {
    const auto [low, high] = ends_of(diagonal);
    std::string interval = "no interval";
    if (gap.has_interval()) {
        // Said as a distance: of a gap below zero the ends change places and signs.
        const bool below = gap.value < 0;
        interval = fmt::format("{} to {}", fixed(below ? -*gap.upper : *gap.lower),
                               fixed(below ? -*gap.lower : *gap.upper));
    }
    return fmt::format("{} ({}) further towards {} on the {} diagonal", fixed(std::fabs(gap.value)),
                       interval, gap.value < 0 ? low : high, id_of(diagonal));
}

} // namespace

std::string where_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    const auto& comparison = report.comparisons.front();
    const auto& building = comparison.diagonal[static_cast<std::size_t>(Diagonal::Building)];
    const auto& orchestration =
        comparison.diagonal[static_cast<std::size_t>(Diagonal::Orchestration)];
    if (!building || !orchestration) {
        return fmt::format("There is no gap to show, because {}.",
                           (building ? orchestration : building).reason());
    }
    return fmt::format("Compared with {}, {} stand {} and {}.",
                       report.groups[comparison.second].name, report.groups[comparison.first].name,
                       further(building->gap, Diagonal::Building),
                       further(orchestration->gap, Diagonal::Orchestration));
}

std::string ladders_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    std::string text;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        const auto& ladder = report.ladders[static_cast<std::size_t>(diagonal)];
        text += text.empty() ? "" : " ";
        if (!ladder) {
            text += fmt::format("The {} ladder cannot be judged, because {}.", id_of(diagonal),
                                ladder.reason());
        } else if (ladder->longest.length() > report.policy.ladder_stretch) {
            text += fmt::format("The {} ladder has a stretch of {} on which too few people use a "
                                "tool.",
                                id_of(diagonal), fixed(ladder->longest.length()));
        } else {
            text += fmt::format("The {} ladder holds: its longest step is {}.", id_of(diagonal),
                                fixed(ladder->longest.length()));
        }
    }
    return text;
}

std::string contributions_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    const auto& comparison = report.comparisons.front();
    const auto& gap = comparison.diagonal[static_cast<std::size_t>(Diagonal::Building)];
    if (!gap) {
        return fmt::format("There is no gap to take apart, because {}.", gap.reason());
    }
    auto tools = comparison.by_tool;
    // What makes the gap has its sign; the rest narrows it.
    std::erase_if(
        tools, [&](const ToolContribution& tool) { return !(tool.building * gap->gap.value > 0); });
    std::ranges::stable_sort(tools, std::ranges::greater{},
                             [](const ToolContribution& tool) { return std::fabs(tool.building); });
    if (tools.empty()) {
        return "On the building diagonal there is no gap that a tool could make.";
    }
    const auto named = [&](std::size_t i) {
        return fmt::format("{} ({})", report.landscape.tools[tools[i].tool].name,
                           fixed(tools[i].building, 3));
    };
    std::vector<std::string> largest;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, tools.size()); ++i) {
        largest.push_back(named(i));
    }
    return fmt::format("The building gap is {}. What makes most of it: {}.",
                       fixed(gap->gap.value, 3), listed_with_and(largest));
}

std::string overlap_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    const auto& bridges = report.comparisons.front().overlap.bridges;
    if (bridges.empty()) {
        return "No tool is used by both groups.";
    }
    std::vector<std::string> names;
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, bridges.size()); ++i) {
        names.push_back(report.landscape.tools[bridges[i].tool].name);
    }
    if (bridges.size() > most) {
        names.push_back(grouped(bridges.size() - most) + " more");
    }
    return fmt::format("Both groups use {}.", listed_with_and(names));
}

std::string lifecycle_lede(const GapReport& report) {
    const auto scene = make_lifecycle_scene(report);
    std::map<std::string, std::vector<std::string>> holes;
    for (const auto& box : scene.boxes) {
        if (!box.hole.empty()) {
            holes[box.hole].push_back(scene.name(box.stage));
        }
    }
    if (scene.boxes.empty()) {
        return "The landscape has no stages.";
    }
    std::string text;
    for (const auto& [hole, stages] : holes) {
        text += fmt::format("{}{}: {}.", text.empty() ? "" : " ", listed_with_and(stages), hole);
    }
    if (!text.empty()) {
        return text;
    }
    return scene.asked ? "Every stage has people who work on it with a tool."
                       : "Every stage has a tool in use.";
}

} // namespace assess::reports
