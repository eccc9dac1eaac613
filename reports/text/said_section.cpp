// Who works on which stage, and what people say.
#include "reports/content/said.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::reports {
namespace {

/// Beyond these a page is a data set: JSON and CSV have all.
constexpr std::size_t most_questions = 40;
constexpr std::size_t most_comments = 100;

std::string counts_of(const ScoreRow& row) {
    std::string text;
    for (const auto count : *row.counts) {
        text += (text.empty() ? "" : " ") + grouped(count);
    }
    return text;
}

void write_rows(TextPage& page, const ScoreBlock& block) {
    const auto& ink = page.ink();
    LetterTable table{{{"", Align::Left},
                       {"1-5", Align::Left},
                       {"people at 1 to 5"},
                       {"n"},
                       {"none"},
                       {"mean"},
                       {"interval"},
                       {"A"}},
                      {}};
    for (const auto& row : block.rows) {
        if (row.counts) {
            table.rows.push_back({ink.words(row.name), histogram(*row.counts, ink.unicode()),
                                  counts_of(row), row.n, row.missing, row.mean, row.interval,
                                  ink.words(row.agreement)});
        }
    }
    const auto lines = table.lines(page.width() - 2, ink.sign("…", "..."));
    if (!table.rows.empty() && !lines.empty()) {
        page.lines(lines, 2);
    } else {
        for (const auto& row : block.rows) {
            if (row.counts) {
                page.line("  " + histogram(*row.counts, ink.unicode()) + "  " +
                          ink.words(row.name));
                page.prose(fmt::format("{} at 1 to 5, n {}, none {}; mean {} ({}), A {}",
                                       counts_of(row), row.n, row.missing, row.mean, row.interval,
                                       row.agreement),
                           4);
            }
        }
    }
    for (const auto& row : block.rows) {
        page.prose(row.note, 2, Tone::Faint);
    }
}

void write_stages(TextPage& page, const GapReport& report) {
    const auto& ink = page.ink();
    const auto rows = stage_rows(report);
    LetterTable table{{{"Stage", Align::Left}}, {}};
    for (const auto& group : report.groups) {
        table.columns.push_back({ink.words(group.name)});
    }
    table.columns.push_back({"everybody"});
    table.columns.push_back({"with a tool"});
    for (const auto& row : rows) {
        std::vector<std::string> cells{ink.words(row.stage)};
        cells.insert(cells.end(), row.groups.begin(), row.groups.end());
        cells.push_back(row.everybody);
        cells.push_back(row.covered);
        table.rows.push_back(std::move(cells));
    }
    const auto lines = table.lines(page.width(), ink.sign("…", "..."), 16);
    if (!lines.empty()) {
        page.line(ink.toned(Tone::Faint, lines.front()));
        page.lines(std::span(lines).subspan(1));
        return;
    }
    for (const auto& row : rows) {
        std::string text = fmt::format("{}: {}", row.stage, row.everybody);
        for (std::size_t g = 0; g < row.groups.size(); ++g) {
            text += fmt::format("; {} {}", report.groups[g].name, row.groups[g]);
        }
        page.prose(text + fmt::format("; with a tool {}", row.covered));
    }
}

} // namespace

void write_lifecycle(TextPage& page, const GapReport& report) {
    if (report.lifecycle.stages.empty()) {
        return;
    }
    page.heading(report.grouping == Grouping::Role ? "Lifecycle by role" : "Lifecycle by team");
    page.prose(stage_key(report), 0, Tone::Faint);
    page.blank();
    write_stages(page, report);
    page.blank();
    for (const auto& row : stage_rows(report)) {
        if (row.tools != "-") {
            page.prose(fmt::format("{}: {}.", row.stage, row.tools), 2);
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
    page.heading("What people say");
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
        page.prose(fmt::format("and {} more; the JSON and CSV reports have all.",
                               blocks.size() - most_questions),
                   0, Tone::Faint);
    }
    const auto& comments = report.answers.comments;
    if (!comments.empty()) {
        page.blank();
        page.subheading("In their own words");
        const auto shown = std::min(most_comments, comments.size());
        page.list(std::span(comments).first(shown));
        if (shown < comments.size()) {
            page.prose(fmt::format("and {} more.", comments.size() - shown), 0, Tone::Faint);
        }
    }
}

} // namespace assess::reports
