#include "reports/svg/ladder_scene.hpp"

#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

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
std::vector<std::size_t> groups_of(const GapReport& report, const std::vector<GroupLook>& looks) {
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

std::string users_cell(const ToolUse& use) {
    return use.few         ? "few"
           : use.base == 0 ? "not asked"
                           : fmt::format("{} of {}", grouped(use.users), grouped(use.base));
}

FigureTable rungs_table(const LadderScene& scene) {
    FigureTable table{"Rungs that somebody uses, from left to right", {"Tool", "Place"}, 1, {}};
    for (const auto& side : scene.sides) {
        table.heads.push_back(name_at_start(scene.report.groups[side.group]));
    }
    table.heads.emplace_back("Rung");
    for (const auto& rung : scene.rungs) {
        std::vector<std::string> row{scene.report.landscape.tools[rung.tool].name,
                                     fixed(rung.place)};
        std::size_t users = 0;
        for (const auto& side : scene.sides) {
            const auto& use = scene.report.groups[side.group].tools[rung.tool];
            users += use.few ? 1 : use.users;
            row.push_back(users_cell(use));
        }
        row.emplace_back(rung.used ? "used" : "too few");
        if (users > 0 && table.rows.size() < most_rungs_told) {
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::string describe_ladder(const LadderScene& scene) {
    const auto [low, high] = long_ends_of(scene.diagonal);
    auto text =
        fmt::format("The {} diagonal from {} (-1) to {} (1). ", id_of(scene.diagonal), low, high);
    for (const auto& side : scene.sides) {
        if (side.median) {
            text += median_in_words(scene, side) + ". ";
        }
    }
    if (scene.stretch) {
        text += fmt::format(
            "The longest stretch between them without a used tool is {}, from {} to "
            "{}.",
            fixed(scene.stretch->length()), fixed(scene.stretch->from), fixed(scene.stretch->to));
    }
    return text;
}

} // namespace

std::pair<std::string, std::string> long_ends_of(Diagonal diagonal) {
    return diagonal == Diagonal::Building
               ? std::pair{"building software", "building models"}
               : std::pair{"any-task orchestration", "ML-task orchestration"};
}

std::string median_in_words(const LadderScene& scene, const LadderSide& side) {
    const auto& group = scene.report.groups[side.group];
    const auto name = name_at_start(group);
    return fmt::format("{} median {}", group.role ? name + "’" : name + ":", fixed(*side.median));
}

std::string use_in_words(const LadderScene& scene, const LadderSide& side, const RungUse& use) {
    return fmt::format("{}: {} of {} {}", scene.report.landscape.tools[use.tool].name,
                       grouped(use.users), grouped(use.base), scene.report.groups[side.group].name);
}

LadderScene make_ladder_scene(const GapReport& report, Diagonal diagonal, std::size_t most) {
    LadderScene scene{report, diagonal, {}, {}, {}, false, true, 0};
    const auto looks = group_looks(report);
    const auto& ladder = report.ladders[static_cast<std::size_t>(diagonal)];
    scene.rungs = ladder ? ladder->rungs : rungs_of_landscape(report.landscape, diagonal);
    for (const auto index : groups_of(report, looks)) {
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
    figure.title = "The ladder along the " + std::string(id_of(scene.diagonal)) + " diagonal";
    figure.description = describe_ladder(scene);
    if (!scene.sides.empty()) {
        figure.tables.push_back(rungs_table(scene));
    }
    const auto& ladder = scene.report.ladders[static_cast<std::size_t>(scene.diagonal)];
    if (!ladder) {
        figure.notes.push_back(fmt::format("No medians, because {}.", ladder.reason()));
    }
    for (const auto& side : scene.sides) {
        std::size_t used = 0;
        for (const auto& rung : scene.rungs) {
            used += scene.report.groups[side.group].tools[rung.tool].users > 0 ? 1U : 0U;
        }
        if (used > side.uses.size()) {
            figure.notes.push_back(
                fmt::format("Of the {} tools that {} use here, the {} most used are drawn.", used,
                            scene.report.groups[side.group].name, side.uses.size()));
        }
    }
    return figure;
}

} // namespace assess::reports
