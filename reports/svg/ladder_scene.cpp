#include "reports/svg/ladder_scene.hpp"

#include "reports/content/labels.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

constexpr std::size_t most_stacked = 8; ///< people in one stack; more are drawn as a bar
constexpr std::size_t most_rungs_told = 40;

std::vector<Rung> rungs_of_landscape(const Landscape& landscape, Diagonal diagonal) {
    std::vector<Rung> rungs;
    for (ToolIndex tool = 0; tool < landscape.tools.size(); ++tool) {
        const auto& each = landscape.tools[tool];
        if (each.placement && std::ranges::find(each.on, diagonal) != each.on.end()) {
            rungs.push_back({tool, along(diagonal, each.placement->point), false, false});
        }
    }
    std::ranges::stable_sort(rungs, {}, &Rung::place);
    return rungs;
}

/// The compared groups; without a comparison the first two that figures draw.
std::vector<std::size_t> drawn_groups_of(const GapReport& report,
                                         const std::vector<GroupLook>& looks) {
    if (!report.comparisons.empty()) {
        return {report.comparisons.front().first, report.comparisons.front().second};
    }
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < report.groups.size() && groups.size() < 2; ++i) {
        if (looks[i].drawn && report.groups[i].placed > 0) {
            groups.push_back(i);
        }
    }
    return groups;
}

std::vector<RungUse> uses_of(const LadderScene& scene, std::size_t index, std::size_t most) {
    const auto& group = scene.report.groups[index];
    std::vector<RungUse> uses;
    for (const auto& rung : scene.rungs) {
        const auto& use = group.tools[rung.tool];
        if (use.users > 0 && use.base > 0) {
            uses.push_back({rung.tool, rung.place, use.users, use.base,
                            static_cast<double>(use.users) / static_cast<double>(use.base)});
        }
    }
    std::ranges::stable_sort(uses, std::ranges::greater{}, &RungUse::share);
    uses.resize(std::min(uses.size(), most));
    std::ranges::stable_sort(uses, {}, &RungUse::place);
    return uses;
}

FigureTable rungs_table(const LadderScene& scene) {
    FigureTable table{{"figure.ladder.rungs"}, heads({"figure.head.tool", "figure.ladder.place"})};
    table.of_tools = true;
    for (const auto& side : scene.sides) {
        table.heads.push_back(group_title(scene.report.groups[side.group]));
    }
    table.heads.push_back(Message{"figure.ladder.rung"});
    for (const auto& rung : scene.rungs) {
        Cells row{tool_name(scene.report.landscape, rung.tool), Decimal(rung.place)};
        std::size_t users = 0;
        for (const auto& side : scene.sides) {
            const auto& use = scene.report.groups[side.group].tools[rung.tool];
            users += use.few ? 1 : use.users;
            row.push_back(users_cell(use));
        }
        row.push_back(rung.used ? Message{"figure.ladder.used"} : Message{"figure.ladder.too-few"});
        if (users > 0 && table.rows.size() < most_rungs_told) {
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Message describe_ladder(const LadderScene& scene) {
    Message text{"figure.ladder.description",
                 {{"diagonal", diagonal_name(scene.diagonal)},
                  {"low", end_title(scene.diagonal, false)},
                  {"lowest", Decimal(-1, 0)},
                  {"high", end_title(scene.diagonal, true)},
                  {"highest", Decimal(1, 0)}}};
    for (const auto& side : scene.sides) {
        if (side.median) {
            text = sentences(std::move(text),
                             {"figure.ladder.median-is", {{"median", median_of(scene, side)}}});
        }
    }
    if (!scene.stretch) {
        return text;
    }
    return sentences(std::move(text), {"figure.ladder.stretch",
                                       {{"length", Decimal(scene.stretch->length())},
                                        {"from", Decimal(scene.stretch->from)},
                                        {"to", Decimal(scene.stretch->to)}}});
}

} // namespace

Message median_of(const LadderScene& scene, const LadderSide& side) {
    return {"figure.ladder.median-of",
            {{"group", group_name(scene.report.groups[side.group])},
             {"median", Decimal(*side.median)}}};
}

Message use_of(const LadderScene& scene, const LadderSide& side, const RungUse& use) {
    return {"figure.ladder.use",
            {{"tool", tool_name(scene.report.landscape, use.tool)},
             {"part", part_cell(use.users, use.base)},
             {"group", group_name(scene.report.groups[side.group])}}};
}

Message place_at_end(Diagonal diagonal, bool high) {
    return {high ? MessageId{"figure.ladder.right-end"} : MessageId{"figure.ladder.end"},
            {{"place", Decimal(high ? 1 : -1, 0)}, {"end", end_title(diagonal, high)}}};
}

LadderScene make_ladder_scene(const GapReport& report, Diagonal diagonal, std::size_t most) {
    LadderScene scene{report, diagonal, {}, {}, {}, false, true, 0};
    const auto looks = group_looks(report);
    const auto& ladder = report.ladders[static_cast<std::size_t>(diagonal)];
    scene.rungs = ladder ? ladder->rungs : rungs_of_landscape(report.landscape, diagonal);
    for (const auto index : drawn_groups_of(report, looks)) {
        scene.sides.push_back({index, looks[index], uses_of(scene, index, most), {}});
        for (const auto& use : scene.sides.back().uses) {
            scene.one_by_one = scene.one_by_one && use.users <= most_stacked;
            scene.largest_share = std::max(scene.largest_share, use.share);
        }
    }
    if (ladder && scene.sides.size() == 2) {
        scene.sides[0].median = ladder->median_first;
        scene.sides[1].median = ladder->median_second;
        scene.stretch = ladder->longest;
        scene.broken = ladder->longest.length() > report.policy.ladder_stretch;
    }
    return scene;
}

Figure ladder_frame(const LadderScene& scene) {
    Figure figure;
    figure.title = Message{"figure.ladder", {{"diagonal", diagonal_name(scene.diagonal)}}};
    figure.description = describe_ladder(scene);
    if (!scene.sides.empty()) {
        figure.tables.push_back(rungs_table(scene));
    }
    const auto& ladder = scene.report.ladders[static_cast<std::size_t>(scene.diagonal)];
    if (!ladder) {
        figure.notes.push_back({"figure.ladder.no-medians", {{"reason", ladder.reason()}}});
    }
    for (const auto& side : scene.sides) {
        std::size_t used = 0;
        for (const auto& rung : scene.rungs) {
            used += scene.report.groups[side.group].tools[rung.tool].users > 0 ? 1U : 0U;
        }
        if (used > side.uses.size()) {
            figure.notes.push_back({"figure.ladder.most-used",
                                    {{"used", Count(used)},
                                     {"group", group_name(scene.report.groups[side.group])},
                                     {"drawn", Count(side.uses.size())}}});
        }
    }
    return figure;
}

} // namespace assess::reports
