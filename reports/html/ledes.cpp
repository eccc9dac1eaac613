#include "reports/html/ledes.hpp"

#include "reports/content/contributions.hpp"
#include "reports/content/statements.hpp"
#include "reports/svg/lifecycle_scene.hpp"

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace {

const Quantity<DiagonalGap>& gap_on(const Comparison& comparison, Diagonal diagonal) {
    return comparison.diagonal[static_cast<std::size_t>(diagonal)];
}

/// "0.71 (0.55 to 0.87) further towards models on the building diagonal".
Message further(const Estimate& gap, Diagonal diagonal) {
    // Said as a distance: of a gap below zero the ends change places and signs.
    const bool below = gap.value < 0;
    auto distance = gap;
    distance.value = std::fabs(gap.value);
    if (gap.has_interval() && below) {
        distance.lower = -*gap.upper;
        distance.upper = -*gap.lower;
    }
    return {"lede.further",
            {{"distance", Decimal(distance.value)},
             {"interval", interval_of(distance)},
             {"end", end_word(diagonal, !below)},
             {"diagonal", diagonal_name(diagonal)}}};
}

} // namespace

Message where_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    const auto& comparison = report.comparisons.front();
    const auto& building = gap_on(comparison, Diagonal::Building);
    const auto& orchestration = gap_on(comparison, Diagonal::Orchestration);
    if (!building || !orchestration) {
        return {"lede.no-gap", {{"reason", (building ? orchestration : building).reason()}}};
    }
    return {"lede.where",
            {{"first", group_name(report.groups[comparison.first])},
             {"second", group_name(report.groups[comparison.second])},
             {"building", further(building->gap, Diagonal::Building)},
             {"orchestration", further(orchestration->gap, Diagonal::Orchestration)}}};
}

namespace {

Message ladder_lede(const GapReport& report, Diagonal diagonal) {
    const auto& ladder = report.ladders[static_cast<std::size_t>(diagonal)];
    const auto name = diagonal_word(diagonal);
    if (!ladder) {
        return {"lede.ladder.open", {{"diagonal", name}, {"reason", ladder.reason()}}};
    }
    const double longest = ladder->longest.length();
    const std::vector<NamedValue> arguments{{"diagonal", name}, {"length", Decimal(longest)}};
    return longest > report.policy.ladder_stretch ? Message{"lede.ladder.broken", arguments}
                                                  : Message{"lede.ladder.holds", arguments};
}

} // namespace

Message ladders_lede(const GapReport& report) {
    return report.comparisons.empty() ? no_comparison(report)
                                      : sentences(ladder_lede(report, Diagonal::Building),
                                                  ladder_lede(report, Diagonal::Orchestration));
}

Message contributions_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    const auto& comparison = report.comparisons.front();
    const auto& gap = gap_on(comparison, Diagonal::Building);
    if (!gap) {
        return {"lede.contributions.no-gap", {{"reason", gap.reason()}}};
    }
    auto tools = comparison.by_tool;
    // What makes the gap has its sign; the rest narrows it.
    std::erase_if(
        tools, [&](const ToolContribution& tool) { return !(tool.building * gap->gap.value > 0); });
    std::ranges::stable_sort(tools, std::ranges::greater{},
                             [](const ToolContribution& tool) { return std::fabs(tool.building); });
    if (tools.empty()) {
        return {"lede.contributions.none"};
    }
    constexpr std::size_t most = 3;
    tools.resize(std::min(most, tools.size()));
    std::vector<Value> largest;
    for (const auto& part : tools) {
        largest.emplace_back(Message{
            "lede.contributions.tool",
            {{"tool", tool_name(report.landscape, part.tool)}, {"part", Decimal(part.building)}}});
    }
    return {"lede.contributions",
            {{"gap", Decimal(gap->gap.value)}, {"tools", List(std::move(largest))}}};
}

Message overlap_lede(const GapReport& report) {
    if (report.comparisons.empty()) {
        return no_comparison(report);
    }
    std::vector<ToolIndex> tools;
    for (const auto& bridge : report.comparisons.front().overlap.bridges) {
        tools.push_back(bridge.tool);
    }
    constexpr std::size_t most = 3;
    return tools.empty()
               ? Message{"lede.overlap.none"}
               : Message{"lede.overlap", {{"tools", named_tools(report.landscape, tools, most)}}};
}

Message lifecycle_lede(const GapReport& report) {
    const auto scene = make_lifecycle_scene(report);
    if (scene.boxes.empty()) {
        return {"lede.lifecycle.no-stages"};
    }
    Message text;
    for (const auto hole : all_holes) {
        std::vector<Value> stages;
        for (const auto& box : scene.boxes) {
            if (box.hole == hole) {
                stages.emplace_back(Name{scene.name(box.stage)});
            }
        }
        if (!stages.empty()) {
            text = sentences(std::move(text),
                             {"lede.lifecycle.hole",
                              {{"stages", List(std::move(stages))}, {"hole", label_of(hole)}}});
        }
    }
    if (!text.empty()) {
        return text;
    }
    return scene.asked ? Message{"lede.lifecycle.asked"} : Message{"lede.lifecycle.tools"};
}

} // namespace assess::reports
