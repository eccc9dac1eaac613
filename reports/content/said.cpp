#include "reports/content/said.hpp"

#include "model/text/text.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace assess::reports {
namespace {

constexpr std::size_t most_tools_named = 3;

ScoreRow score_row(const Group& group, const Quantity<GroupScore>& score) {
    ScoreRow row{name_at_start(group), std::nullopt, "-", "-", "-", "-", "-", {}};
    if (!score) {
        row.note = fmt::format("{}: not shown, because {}.", row.name, score.reason());
        return row;
    }
    if (!score->mean) {
        row.note = fmt::format("{}: {}.", row.name, score->mean.reason());
        return row;
    }
    row.counts = score->counts;
    row.n = grouped(score->n);
    row.missing = grouped(score->base - score->n);
    row.mean = fixed(score->mean->value);
    if (score->mean->has_interval()) {
        row.interval =
            fmt::format("{} to {}", fixed(*score->mean->lower), fixed(*score->mean->upper));
    } else {
        row.note = fmt::format("{}: no interval, because {}.", row.name, score->mean->reason);
    }
    if (score->agreement) {
        row.agreement = fixed(*score->agreement);
    }
    return row;
}

std::string title_of_item(const GapReport& report, const ScoreItem& item) {
    return item.tool ? fmt::format("{}: {}", report.landscape.tools[*item.tool].name, item.text)
                     : item.text;
}

std::string ends_of_scale(const ScoreItem& item) {
    const auto& first = item.steps.front();
    const auto& last = item.steps.back();
    return first.empty() || last.empty() ? std::string()
                                         : fmt::format("1 {}, {} {}", first, score_steps, last);
}

std::string names_of_tools(const GapReport& report, const std::vector<ToolIndex>& tools) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most_tools_named, tools.size()); ++i) {
        names.push_back(report.landscape.tools[tools[i]].name);
    }
    if (tools.size() > most_tools_named) {
        names.push_back(fmt::format("{} more", tools.size() - most_tools_named));
    }
    return names.empty() ? "-" : listed_with_and(names);
}

std::string of_base(const Quantity<std::size_t>& count, std::size_t base) {
    return count ? fmt::format("{} of {}", grouped(*count), grouped(base)) : "-";
}

} // namespace

std::vector<ScoreBlock> score_blocks(const GapReport& report) {
    std::vector<ScoreBlock> blocks;
    for (const auto& scores : report.scores) {
        const auto& item = report.answers.score_items[scores.item];
        ScoreBlock block{title_of_item(report, item), ends_of_scale(item), {}};
        for (std::size_t g = 0; g < scores.groups.size(); ++g) {
            block.rows.push_back(score_row(report.groups[g], scores.groups[g]));
        }
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::string score_key(const GapReport& report) {
    return fmt::format(
        "The bars and the five numbers count the people at steps 1 to 5; whoever chose no step is "
        "counted under \"none\" and nowhere else. The interval of the mean is at {}. Agreement "
        "(van der Eijk's A) is 1 where all chose one step, 0 where every step was chosen alike, "
        "-1 where half stand at each end.",
        percent(report.policy.interval_level));
}

std::vector<StageCells> stage_rows(const GapReport& report) {
    std::vector<StageCells> rows;
    for (const auto& row : report.lifecycle.stages) {
        StageCells cells{report.landscape.stages[row.stage].name, {}, {}, {}, {}};
        for (const auto& work : row.groups) {
            cells.groups.push_back(work ? of_base(work->people, work->base) : "-");
        }
        const auto& all = row.everybody;
        cells.everybody = of_base(all.people, all.base);
        cells.covered =
            all.people && all.covered ? of_base(all.covered, *all.people) : std::string("-");
        cells.tools = names_of_tools(report, all.tools);
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::string stage_key(const GapReport& report) {
    std::string key = "People who work on the stage, of those who said what they work on; of "
                      "them, how many use a tool that covers it.";
    for (const auto& row : report.lifecycle.stages) {
        const bool hidden = !row.everybody.people || !row.everybody.covered ||
                            std::ranges::any_of(row.groups, [](const auto& work) {
                                return !work || !work->people || !work->covered;
                            });
        if (hidden) {
            return key + " \"-\": the number, or one that it would give away, is about a few "
                         "people and kept confidential.";
        }
    }
    return key;
}

std::vector<std::string> hand_off_statements(const GapReport& report) {
    std::vector<std::string> statements;
    for (const auto& hand_off : report.lifecycle.hand_offs) {
        const auto& stages = report.landscape.stages;
        const auto both = !hand_off.both ? std::string("few people or one work")
                          : *hand_off.both == 0
                              ? std::string("nobody works")
                              : fmt::format("{} {}", people(*hand_off.both),
                                            *hand_off.both == 1 ? "works" : "work");
        statements.push_back(
            fmt::format("{} to {}: {} on both; tools for either that both sides use: {}.",
                        stages[hand_off.from].name, stages[hand_off.to].name, both,
                        hand_off.tools.empty() ? "none" : names_of_tools(report, hand_off.tools)));
    }
    return statements;
}

std::string histogram(const std::array<std::size_t, score_steps>& counts, bool unicode) {
    constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    constexpr std::array<std::string_view, 4> signs{".", ":", "|", "#"};
    const auto most = *std::ranges::max_element(counts);
    std::string bars;
    for (const auto count : counts) {
        if (count == 0) {
            bars += ' ';
            continue;
        }
        const auto levels = unicode ? blocks.size() : signs.size();
        const auto level = (count * levels + most - 1) / most - 1; // the smallest still shows
        bars += unicode ? blocks.at(level) : signs.at(level);
    }
    return bars;
}

} // namespace assess::reports
