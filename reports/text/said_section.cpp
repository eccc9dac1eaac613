// Who works on which stage, and what people say.
#include "reports/content/said.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

/// Beyond these a page is a data set: JSON and CSV have all.
constexpr std::size_t most_questions = 40;
constexpr std::size_t most_comments = 100;

std::string counts_of(const StepCounts& counts, const Ink& ink) {
    std::string text;
    for (const auto count : counts) {
        text += (text.empty() ? "" : " ") + ink.words(Count(count));
    }
    return text;
}

LetterTable score_table(const ScoreBlock& block, const Ink& ink) {
    const std::vector<NamedValue> steps{{"first", Count(1)}, {"last", Count(score_steps)}};
    LetterTable table{{{"", Align::Left},
                       {ink.words(Message{"head.steps", steps}), Align::Left},
                       {ink.words(Message{"head.people-at-steps", steps})}},
                      {}};
    for (const auto& head :
         heads({"head.n", "head.no-step", "head.mean", "head.interval", "head.agreement"})) {
        table.columns.push_back({ink.words(head)});
    }
    for (const auto& row : block.rows) {
        if (row.counts) {
            std::vector<std::string> cells{ink.words(row.name),
                                           histogram(*row.counts, ink.unicode()),
                                           counts_of(*row.counts, ink)};
            const auto numbers =
                ink.row(Cells{row.n, row.missing, row.mean, row.interval, row.agreement});
            cells.insert(cells.end(), numbers.begin(), numbers.end());
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

/// The same one under the other, for a narrow page.
void write_score_lines(TextPage& page, const ScoreRow& row) {
    const auto& ink = page.ink();
    page.line("  " + histogram(*row.counts, ink.unicode()) + "  " + ink.words(row.name));
    page.prose(Message{"said.row",
                       {{"counts", counts_of(*row.counts, ink)},
                        {"first", Count(1)},
                        {"last", Count(score_steps)},
                        {"n", row.n},
                        {"missing", row.missing},
                        {"mean", row.mean},
                        {"interval", row.interval},
                        {"agreement", row.agreement}}},
               4);
}

void write_rows(TextPage& page, const ScoreBlock& block) {
    const auto& ink = page.ink();
    const auto table = score_table(block, ink);
    const auto lines = table.lines(page.width() - 2, ink.sign("…", "..."));
    if (!table.rows.empty() && !lines.empty()) {
        page.lines(lines, 2);
    } else {
        for (const auto& row : block.rows) {
            if (row.counts) {
                write_score_lines(page, row);
            }
        }
    }
    for (const auto& row : block.rows) {
        page.prose(row.note, 2, Tone::Faint);
    }
}

LetterTable stage_table(const GapReport& report, const std::vector<StageCells>& rows,
                        const Ink& ink) {
    LetterTable table{{{ink.words(Message{"head.stage"}), Align::Left}}, {}};
    for (const auto& group : report.groups) {
        table.columns.push_back({ink.words(group_name(group))});
    }
    for (const auto& head : heads({"head.everybody", "head.with-a-tool"})) {
        table.columns.push_back({ink.words(head)});
    }
    for (const auto& row : rows) {
        Cells cells{Name{row.stage}};
        cells.insert(cells.end(), row.groups.begin(), row.groups.end());
        cells.push_back(row.everybody);
        cells.push_back(row.covered);
        table.rows.push_back(ink.row(cells));
    }
    return table;
}

/// A stage in one sentence, for a narrow page.
Message stage_statement(const GapReport& report, const StageCells& row) {
    std::vector<Value> parts{row.everybody};
    for (std::size_t g = 0; g < row.groups.size(); ++g) {
        parts.emplace_back(
            Message{"said.stage.group",
                    {{"group", group_name(report.groups[g])}, {"people", row.groups[g]}}});
    }
    parts.emplace_back(Message{"said.stage.covered", {{"people", row.covered}}});
    return {"said.stage",
            {{"stage", Name{row.stage}},
             {"what", List(std::move(parts), List::all, List::Last::None)}}};
}

void write_stages(TextPage& page, const GapReport& report) {
    const auto& ink = page.ink();
    const auto rows = stage_rows(report);
    const auto lines = stage_table(report, rows, ink).lines(page.width(), ink.sign("…", "..."), 16);
    if (!lines.empty()) {
        page.line(ink.toned(Tone::Faint, lines.front()));
        page.lines(std::span(lines).subspan(1));
        return;
    }
    for (const auto& row : rows) {
        page.prose(stage_statement(report, row));
    }
}

} // namespace

void write_lifecycle(TextPage& page, const GapReport& report) {
    if (report.lifecycle.stages.empty()) {
        return;
    }
    page.heading(lifecycle_title(report));
    page.prose(stage_key(report), 0, Tone::Faint);
    page.blank();
    write_stages(page, report);
    page.blank();
    for (const auto& row : stage_rows(report)) {
        if (row.tools) {
            page.prose(
                Message{"said.stage.tools", {{"stage", Name{row.stage}}, {"tools", *row.tools}}},
                2);
        }
    }
    for (const auto& statement : hand_off_statements(report)) {
        page.prose(statement);
    }
}

void write_scores(TextPage& page, const GapReport& report) {
    const auto blocks = score_blocks(report);
    if (blocks.empty() && report.answers.comments.empty()) {
        return;
    }
    page.heading(Message{"page.said"});
    if (!blocks.empty()) {
        page.prose(score_key(report), 0, Tone::Faint);
    }
    for (std::size_t i = 0; i < std::min(most_questions, blocks.size()); ++i) {
        page.blank();
        page.prose(blocks[i].title, 0, Tone::Strong);
        page.prose(blocks[i].ends, 2, Tone::Faint);
        write_rows(page, blocks[i]);
    }
    if (blocks.size() > most_questions) {
        page.blank();
        page.prose(Message{"page.more-in-data", {{"n", Count(blocks.size() - most_questions)}}}, 0,
                   Tone::Faint);
    }
    const auto& comments = report.answers.comments;
    if (!comments.empty()) {
        page.blank();
        page.subheading(Message{"page.comments"});
        const auto shown = std::min(most_comments, comments.size());
        const auto first = std::span(comments).first(shown);
        page.list(Cells(first.begin(), first.end()));
        if (shown < comments.size()) {
            page.prose(Message{"page.more", {{"n", Count(comments.size() - shown)}}}, 0,
                       Tone::Faint);
        }
    }
}

} // namespace assess::reports
