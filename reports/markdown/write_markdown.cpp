#include "reports/markdown/write_markdown.hpp"

#include "reports/content/contributions.hpp"
#include "reports/content/said.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/figures/marks.hpp"
#include "reports/figures/plane.hpp"
#include "reports/figures/strips.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/markdown/escape.hpp"
#include "reports/markdown/markdown_page.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace assess {
namespace reports::gap_report_markdown {
namespace {

constexpr std::size_t figure_width = 80;
constexpr std::size_t most_groups = 100;
constexpr std::size_t most_tools = 12;
constexpr std::size_t most_bridges = 30;

void add_head(MarkdownPage& page, const GapReport& report, std::ostream& out) {
    out << "# Gap report\n\n**" << markdown_text(english(report.answer)) << "**\n\n";
    std::string facts;
    for (const auto& fact : head_facts(report)) {
        facts += facts.empty() ? fact : " · " + fact;
    }
    page.paragraph(facts);
}

void add_where_we_stand(MarkdownPage& page, const GapReport& report) {
    page.heading("Where we stand");
    const auto plane = draw_plane(report, page.ink(), figure_width);
    page.figure(plane.lines);
    for (const auto& parts : plane.key) {
        std::string text;
        for (const auto& part : parts) {
            text += text.empty() ? part : "; " + part;
        }
        page.paragraph(text);
    }
    if (report.groups.empty()) {
        return;
    }
    const std::array<std::string, 9> heads{"Group",         "listed",   "answered",
                                           "placed",        "x",        "y",
                                           "orchestration", "building", "standard distance"};
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : group_rows(report, most_groups)) {
        rows.push_back({row.name, row.listed, row.answered, row.placed, row.x, row.y,
                        row.orchestration, row.building, row.standard_distance});
    }
    page.table(heads, 1, rows);
    for (const auto& note : group_notes(report, most_groups)) {
        page.paragraph(note);
    }
}

void add_finding(MarkdownPage& page, const Finding& finding, std::ostream& out) {
    out << "### "
        << markdown_text(symbol_of(finding) + " " + verdict_of(finding) + ": " + english(finding.says))
        << "\n\n";
    page.paragraph("Rule: " + rule_of(finding));
    page.labelled("Evidence", evidence_of(finding));
    if (!finding.means.empty()) {
        page.labelled("It means", std::array{english(finding.means)});
    }
    page.labelled("What to do", english(finding.actions));
    if (auto flips = flips_when(finding); !flips.empty()) {
        page.labelled("Flips when", std::array{std::move(flips)});
    }
}

void add_findings(MarkdownPage& page, const GapReport& report, std::ostream& out) {
    page.heading("Findings");
    page.paragraph(findings_summary(report));
    std::vector<std::string> absent;
    for (const auto& finding : report.findings) {
        if (finding.state == State::Absent) {
            absent.push_back(english(finding.says) + " (" + rule_of(finding) + ")");
        } else {
            add_finding(page, finding, out);
        }
    }
    if (!absent.empty()) {
        page.subheading("Looked for and not found");
        page.list(absent);
    }
}

void add_diagonals(MarkdownPage& page, const GapReport& report) {
    page.heading("Along the diagonals");
    if (report.comparisons.empty()) {
        page.paragraph(
            fmt::format("No two groups are compared, because {}.", report.no_comparison));
    }
    for (const auto& comparison : report.comparisons) {
        for (const auto diagonal : reading_order) {
            page.subheading(title_of(diagonal));
            auto lines = draw_diagonal(report, diagonal, page.ink(), figure_width);
            const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
            if (gap) {
                lines.emplace_back();
                const auto strip =
                    draw_gap_strip(gap->gap, report.policy, page.ink(), figure_width);
                lines.insert(lines.end(), strip.begin(), strip.end());
            }
            page.figure(lines);
            page.list(diagonal_statements(report, comparison, diagonal));
        }
        for (const auto& statement : test_statements(report, comparison)) {
            page.paragraph(statement);
        }
    }
}

void add_contributions(MarkdownPage& page, const GapReport& report) {
    bool first = true;
    for (const auto& comparison : report.comparisons) {
        for (const auto diagonal : reading_order) {
            const auto table = contributions(report, comparison, diagonal, most_tools);
            if (table.rows.empty()) {
                continue;
            }
            if (first) {
                page.heading("What makes the gap");
                first = false;
            }
            page.subheading(title_of(diagonal));
            std::vector<std::vector<std::string>> rows;
            for (const auto& row : table.rows) {
                rows.push_back({row.name, percent(row.share_first), percent(row.share_second),
                                row.printed, row.interval});
            }
            const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)]->gap;
            rows.push_back({"Sum, which is the gap", "", "", table.printed_total,
                            gap.has_interval()
                                ? interval_in_words(PartInterval{*gap.lower, *gap.upper})
                                : std::string()});
            const std::array<std::string, 5> heads{
                "Tool", "share of use, " + report.groups[comparison.first].name,
                "share of use, " + report.groups[comparison.second].name, "part of the gap",
                "interval"};
            page.table(heads, 1, rows);
        }
    }
}

void add_overlap(MarkdownPage& page, const GapReport& report) {
    for (const auto& comparison : report.comparisons) {
        page.heading("What both groups use");
        for (const auto& statement : overlap_statements(comparison)) {
            page.paragraph(statement);
        }
        const auto& bridges = comparison.overlap.bridges;
        if (bridges.empty()) {
            page.paragraph("No tool is used by both.");
            continue;
        }
        std::vector<std::vector<std::string>> rows;
        for (std::size_t i = 0; i < std::min(most_bridges, bridges.size()); ++i) {
            const auto& bridge = bridges[i];
            rows.push_back(
                {report.landscape.tools[bridge.tool].name,
                 users_of_base(bridge.users_first, bridge.base_first, bridge.few_first),
                 users_of_base(bridge.users_second, bridge.base_second, bridge.few_second)});
        }
        const std::array<std::string, 3> heads{"Used by both", report.groups[comparison.first].name,
                                               report.groups[comparison.second].name};
        page.table(heads, 1, rows);
        page.paragraph(few_note(report));
        if (bridges.size() > most_bridges) {
            page.paragraph(fmt::format("and {} more.", bridges.size() - most_bridges));
        }
    }
}

void add_lifecycle(MarkdownPage& page, const GapReport& report) {
    if (report.lifecycle.stages.empty()) {
        return;
    }
    page.heading(report.grouping == Grouping::Role ? "Lifecycle by role" : "Lifecycle by team");
    page.paragraph(stage_key(report));
    std::vector<std::string> heads{"Stage", "Tools in use for it"};
    for (const auto& group : report.groups) {
        heads.push_back(group.name);
    }
    heads.emplace_back("everybody");
    heads.emplace_back("with a tool");
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : stage_rows(report)) {
        std::vector<std::string> cells{row.stage, row.tools};
        cells.insert(cells.end(), row.groups.begin(), row.groups.end());
        cells.push_back(row.everybody);
        cells.push_back(row.covered);
        rows.push_back(std::move(cells));
    }
    page.table(heads, 2, rows);
    page.list(hand_off_statements(report));
}

void add_score(MarkdownPage& page, const ScoreBlock& block) {
    page.labelled("Question", std::array{block.title});
    page.paragraph(block.ends);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> notes;
    for (const auto& row : block.rows) {
        if (row.counts) {
            std::string bars;
            for (const char c : histogram(*row.counts, true)) {
                bars += c == ' ' ? "·" : std::string(1, c); // a table drops spaces at the ends
            }
            std::vector<std::string> cells{row.name, bars};
            for (const auto count : *row.counts) {
                cells.push_back(grouped(count));
            }
            for (const auto* cell :
                 {&row.n, &row.missing, &row.mean, &row.interval, &row.agreement}) {
                cells.push_back(*cell);
            }
            rows.push_back(std::move(cells));
        }
        if (!row.note.empty()) {
            notes.push_back(row.note);
        }
    }
    if (!rows.empty()) {
        page.table(std::array<std::string, 12>{"Group", "1-5", "1", "2", "3", "4", "5", "n", "none",
                                               "mean", "interval", "A"},
                   2, rows);
    }
    page.list(notes);
}

void add_scores(MarkdownPage& page, const GapReport& report) {
    const auto blocks = score_blocks(report);
    if (blocks.empty() && report.answers.comments.empty()) {
        return;
    }
    page.heading("What people say");
    if (!blocks.empty()) {
        page.paragraph(score_key(report));
    }
    for (const auto& block : blocks) {
        add_score(page, block);
    }
    if (!report.answers.comments.empty()) {
        page.subheading("In their own words");
        page.list(report.answers.comments);
    }
}

void add_method(MarkdownPage& page, const GapReport& report) {
    page.heading("How this was computed");
    page.list(method_statements(report));
    const auto notes = caveats(report);
    if (!notes.empty()) {
        page.subheading("To bear in mind");
        page.list(notes);
    }
    const auto left_out = left_out_statements(report);
    if (!left_out.empty()) {
        page.subheading("Rows that are not in this report");
        page.list(left_out);
    }
    page.subheading("Policy");
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, value] : policy_values(report.policy)) {
        rows.push_back({name, value});
    }
    page.table(std::array<std::string, 2>{"Choice", "value"}, 1, rows);
    page.paragraph(provenance(report));
}

void write(const GapReport& report, std::ostream& out) {
    MarkdownPage page(out);
    add_head(page, report, out);
    add_where_we_stand(page, report);
    add_findings(page, report, out);
    add_diagonals(page, report);
    add_contributions(page, report);
    add_overlap(page, report);
    add_lifecycle(page, report);
    add_scores(page, report);
    write_closing(page, report);
    add_method(page, report);
}

} // namespace
} // namespace reports::gap_report_markdown

void write_markdown(const GapReport& report, const WriterSettings& /*settings*/,
                    std::ostream& out) {
    reports::gap_report_markdown::write(report, out);
}

} // namespace assess
