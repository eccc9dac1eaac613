#include "reports/markdown/write_markdown.hpp"

#include "reports/content/contributions.hpp"
#include "reports/content/said.hpp"
#include "reports/content/statements.hpp"
#include "reports/figures/marks.hpp"
#include "reports/figures/plane.hpp"
#include "reports/figures/strips.hpp"
#include "reports/markdown/escape.hpp"
#include "reports/markdown/markdown_page.hpp"

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
    out << "# " << markdown_text(Message{"page.title"}) << "\n\n**" << markdown_text(report.answer)
        << "**\n\n";
    page.paragraph(head_facts(report), " · ");
}

void add_where_we_stand(MarkdownPage& page, const GapReport& report) {
    page.heading(Message{"page.where"});
    const auto plane = draw_plane(report, page.ink(), figure_width);
    page.figure(plane.lines);
    for (const auto& parts : plane.key) {
        page.paragraph(parts, "; ");
    }
    if (report.groups.empty()) {
        return;
    }
    std::vector<Cells> rows;
    for (const auto& row : group_rows(report, most_groups)) {
        rows.push_back(cells_of(row));
    }
    page.table(heads({"head.group", "head.listed", "head.answered", "head.placed", "head.x",
                      "head.y", "head.orchestration", "head.building", "head.standard-distance"}),
               1, rows);
    for (const auto& note : group_notes(report, most_groups)) {
        page.paragraph(note);
    }
}

void add_finding(MarkdownPage& page, const Finding& finding) {
    page.subheading(Message{"finding.title",
                            {{"symbol", symbol_of(finding)},
                             {"verdict", verdict_of(finding)},
                             {"says", finding.says}}});
    page.paragraph(Message{"finding.rule", {{"name", Name{rule_of(finding)}}}});
    page.labelled({"page.evidence"}, evidence_of(finding));
    if (!finding.means.empty()) {
        page.labelled({"page.it-means"}, std::array{finding.means});
    }
    page.labelled({"page.what-to-do"}, finding.actions);
    if (auto flips = flips_when(finding); !flips.empty()) {
        page.labelled({"page.flips-when"}, std::array{std::move(flips)});
    }
}

void add_findings(MarkdownPage& page, const GapReport& report) {
    page.heading(Message{"page.findings"});
    page.paragraph(findings_summary(report));
    std::vector<Message> absent;
    for (const auto& finding : report.findings) {
        if (finding.state == State::Absent) {
            absent.push_back(absent_statement(finding));
        } else {
            add_finding(page, finding);
        }
    }
    if (!absent.empty()) {
        page.subheading(Message{"page.not-found"});
        page.list(absent);
    }
}

void add_diagonals(MarkdownPage& page, const GapReport& report) {
    page.heading(Message{"page.diagonals"});
    if (report.comparisons.empty()) {
        page.paragraph(no_comparison(report));
    }
    for (const auto& comparison : report.comparisons) {
        for (const auto diagonal : reading_order) {
            page.subheading(diagonal_title(diagonal));
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

void add_parts(MarkdownPage& page, const GapReport& report, const Comparison& comparison,
               Diagonal diagonal, const ContributionTable& table) {
    std::vector<Cells> rows;
    for (const auto& row : table.rows) {
        rows.push_back({row.name, share_cell(row.share_first), share_cell(row.share_second),
                        row.printed, row.interval});
    }
    const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)]->gap;
    rows.push_back(
        {Message{"bars.sum"}, Message(), Message(), table.printed_total,
         gap.has_interval() ? part_interval(PartInterval{*gap.lower, *gap.upper}) : Message()});
    const auto share_head = [&](std::size_t group) {
        return Message{"head.share-of-use", {{"group", group_name(report.groups[group])}}};
    };
    page.table(Cells{Message{"head.tool"}, share_head(comparison.first),
                     share_head(comparison.second), Message{"head.part"}, Message{"head.interval"}},
               1, rows);
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
                page.heading(Message{"page.contributions"});
                first = false;
            }
            page.subheading(diagonal_title(diagonal));
            add_parts(page, report, comparison, diagonal, table);
        }
    }
}

void add_overlap(MarkdownPage& page, const GapReport& report) {
    for (const auto& comparison : report.comparisons) {
        page.heading(Message{"page.overlap"});
        for (const auto& statement : overlap_statements(comparison)) {
            page.paragraph(statement);
        }
        const auto& bridges = comparison.overlap.bridges;
        if (bridges.empty()) {
            page.paragraph(Message{"comparison.no-bridge"});
            continue;
        }
        std::vector<Cells> rows;
        for (std::size_t i = 0; i < std::min(most_bridges, bridges.size()); ++i) {
            rows.push_back(cells_of(report, bridges[i]));
        }
        page.table(Cells{Message{"head.used-by-both"}, group_name(report.groups[comparison.first]),
                         group_name(report.groups[comparison.second])},
                   1, rows);
        page.paragraph(few_note(report));
        if (bridges.size() > most_bridges) {
            page.paragraph(Message{"page.more", {{"n", Count(bridges.size() - most_bridges)}}});
        }
    }
}

void add_lifecycle(MarkdownPage& page, const GapReport& report) {
    if (report.lifecycle.stages.empty()) {
        return;
    }
    page.heading(lifecycle_title(report));
    page.paragraph(stage_key(report));
    auto columns = heads({"head.stage", "head.stage-tools"});
    for (const auto& group : report.groups) {
        columns.emplace_back(group_name(group));
    }
    columns.emplace_back(Message{"head.everybody"});
    columns.emplace_back(Message{"head.with-a-tool"});
    std::vector<Cells> rows;
    for (const auto& row : stage_rows(report)) {
        Cells cells{Name{row.stage}, row.tools ? Value(*row.tools) : Value(no_value())};
        cells.insert(cells.end(), row.groups.begin(), row.groups.end());
        cells.push_back(row.everybody);
        cells.push_back(row.covered);
        rows.push_back(std::move(cells));
    }
    page.table(columns, 2, rows);
    page.list(hand_off_statements(report));
}

void add_score(MarkdownPage& page, const ScoreBlock& block) {
    page.labelled({"page.question"}, block.title);
    page.paragraph(block.ends);
    std::vector<Cells> rows;
    std::vector<Message> notes;
    for (const auto& row : block.rows) {
        if (row.counts) {
            std::string bars;
            for (const char c : histogram(*row.counts, true)) {
                bars += c == ' ' ? "·" : std::string(1, c); // a table drops spaces at the ends
            }
            Cells cells{row.name, Name{bars}};
            for (const auto count : *row.counts) {
                cells.emplace_back(Count(count));
            }
            cells.insert(cells.end(), {row.n, row.missing, row.mean, row.interval, row.agreement});
            rows.push_back(std::move(cells));
        }
        if (!row.note.empty()) {
            notes.push_back(row.note);
        }
    }
    if (!rows.empty()) {
        Cells columns{Message{"head.group"},
                      Message{"head.steps", {{"first", Count(1)}, {"last", Count(score_steps)}}}};
        for (std::size_t step = 1; step <= score_steps; ++step) {
            columns.emplace_back(Count(step));
        }
        std::ranges::copy(
            heads({"head.n", "head.no-step", "head.mean", "head.interval", "head.agreement"}),
            std::back_inserter(columns));
        page.table(columns, 2, rows);
    }
    page.list(notes);
}

void add_scores(MarkdownPage& page, const GapReport& report) {
    const auto blocks = score_blocks(report);
    if (blocks.empty() && report.answers.comments.empty()) {
        return;
    }
    page.heading(Message{"page.said"});
    if (!blocks.empty()) {
        page.paragraph(score_key(report));
    }
    for (const auto& block : blocks) {
        add_score(page, block);
    }
    if (!report.answers.comments.empty()) {
        page.subheading(Message{"page.comments"});
        page.list(Cells(report.answers.comments.begin(), report.answers.comments.end()));
    }
}

void add_method(MarkdownPage& page, const GapReport& report) {
    page.heading(Message{"page.method"});
    page.list(method_statements(report));
    const auto notes = caveats(report);
    if (!notes.empty()) {
        page.subheading(Message{"page.caveats"});
        page.list(notes);
    }
    const auto left_out = left_out_statements(report);
    if (!left_out.empty()) {
        page.subheading(Message{"page.left-out"});
        page.list(left_out);
    }
    page.subheading(Message{"page.policy"});
    std::vector<Cells> rows;
    for (const auto& [name, value] : policy_values(report.policy)) {
        rows.push_back({Name{name}, value});
    }
    page.table(heads({"head.choice", "head.value"}), 1, rows);
    page.paragraph(provenance(report));
}

void write(const GapReport& report, std::ostream& out) {
    MarkdownPage page(out);
    add_head(page, report, out);
    add_where_we_stand(page, report);
    add_findings(page, report);
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
