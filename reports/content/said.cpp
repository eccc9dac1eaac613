#include "reports/content/said.hpp"

#include <algorithm>
#include <string_view>

namespace assess::reports {
namespace {

constexpr std::size_t most_tools_named = 3;

ScoreRow score_row(const GapReport& report, std::size_t index, const Quantity<GroupScore>& score) {
    const auto& group = report.groups[index];
    const auto note = [&](MessageId id, const Message& reason) {
        return Message{id, {{"group", group_name(group)}, {"reason", reason}}};
    };
    ScoreRow row{.group = index, .name = group_title(group)};
    if (!score) {
        row.note = note("said.not-shown", score.reason());
        return row;
    }
    if (!score->mean) {
        row.note = note("said.no-mean", score->mean.reason());
        return row;
    }
    const auto& mean = *score->mean;
    row.counts = score->counts;
    row.n = Count(score->n);
    row.missing = Count(score->base - score->n);
    row.mean = Decimal(mean.value);
    if (mean.has_interval()) {
        row.interval = interval_of(mean);
    } else {
        row.note = note("said.no-interval", mean.reason);
    }
    if (score->agreement) {
        row.agreement = Decimal(*score->agreement);
    }
    return row;
}

Value title_of_item(const GapReport& report, const ScoreItem& item) {
    return item.tool ? Value(Message{"said.about-tool",
                                     {{"tool", tool_name(report.landscape, *item.tool)},
                                      {"question", Name{item.text}}}})
                     : Value(Name{item.text});
}

Message ends_of_scale(const ScoreItem& item) {
    const auto& first = item.steps.front();
    const auto& last = item.steps.back();
    return first.empty() || last.empty() ? Message()
                                         : Message{"said.scale",
                                                   {{"lowest", Count(1)},
                                                    {"low", Name{first}},
                                                    {"highest", Count(score_steps)},
                                                    {"high", Name{last}}}};
}

Value part_of_base(const Quantity<std::size_t>& count, std::size_t base) {
    return count ? part_cell(*count, base) : no_value();
}

} // namespace

std::vector<ScoreBlock> score_blocks(const GapReport& report) {
    std::vector<ScoreBlock> blocks;
    for (const auto& scores : report.scores) {
        const auto& item = report.answers.score_items[scores.item];
        ScoreBlock block{title_of_item(report, item), ends_of_scale(item)};
        for (std::size_t g = 0; g < scores.groups.size(); ++g) {
            block.rows.push_back(score_row(report, g, scores.groups[g]));
        }
        blocks.push_back(std::move(block));
    }
    return blocks;
}

Message score_key(const GapReport& report) {
    return {"said.key",
            {{"first", Count(1)},
             {"last", Count(score_steps)},
             {"level", Level{report.policy.interval_level}},
             {"alike", Decimal(1, 0)},
             {"even", Decimal(0, 0)},
             {"split", Decimal(-1, 0)}}};
}

std::vector<StageCells> stage_rows(const GapReport& report) {
    std::vector<StageCells> rows;
    for (const auto& row : report.lifecycle.stages) {
        const auto& all = row.everybody;
        StageCells cells{report.landscape.stages[row.stage].name,
                         {},
                         part_of_base(all.people, all.base),
                         all.people ? part_of_base(all.covered, *all.people) : no_value(),
                         {}};
        for (const auto& work : row.groups) {
            cells.groups.push_back(work ? part_of_base(work->people, work->base) : no_value());
        }
        if (!all.tools.empty()) {
            cells.tools = named_tools(report.landscape, all.tools, most_tools_named);
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

Message lifecycle_title(const GapReport& report) {
    return report.grouping == Grouping::Role ? Message{"page.lifecycle.role"}
                                             : Message{"page.lifecycle.team"};
}

Message stage_key(const GapReport& report) {
    const bool hidden = std::ranges::any_of(report.lifecycle.stages, [](const auto& row) {
        return !row.everybody.people || !row.everybody.covered ||
               std::ranges::any_of(row.groups, [](const auto& work) {
                   return !work || !work->people || !work->covered;
               });
    });
    return sentences({"said.stage-key"},
                     hidden ? Message{"said.stage-hidden", {{"sign", no_value()}}} : Message());
}

std::vector<Message> hand_off_statements(const GapReport& report) {
    std::vector<Message> statements;
    for (const auto& hand_off : report.lifecycle.hand_offs) {
        const auto& stages = report.landscape.stages;
        const auto both = hand_off.both
                              ? Message{"said.hand-off.people",
                                        {{"people", People{std::nullopt, Count(*hand_off.both)}}}}
                              : Message{"said.hand-off.few"};
        const auto tools =
            hand_off.tools.empty()
                ? Value(Message{"said.hand-off.no-tool"})
                : Value(named_tools(report.landscape, hand_off.tools, most_tools_named));
        statements.push_back({"said.hand-off",
                              {{"from", Name{stages[hand_off.from].name}},
                               {"to", Name{stages[hand_off.to].name}},
                               {"both", both},
                               {"tools", tools}}});
    }
    return statements;
}

std::string histogram(const StepCounts& counts, bool unicode) {
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
