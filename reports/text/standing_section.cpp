// The answer, the plane and the table of groups.
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/figures/marks.hpp"
#include "reports/figures/plane.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <algorithm>
#include <utility>

namespace assess::reports {
namespace {

constexpr std::size_t most_groups = 30;

std::string marked_name_of(const GroupRow& row, const std::vector<GroupMark>& marks,
                           const Ink& ink) {
    const auto& glyph = marks[row.group].glyph;
    return (glyph.empty() ? "  " : glyph + " ") + ink.words(row.name);
}

LetterTable standing_table(const std::vector<GroupRow>& rows, const std::vector<GroupMark>& marks,
                           const Ink& ink) {
    LetterTable table;
    for (const auto& head :
         heads({"head.group", "head.listed", "head.answered", "head.placed", "head.x", "head.y",
                "head.orchestration.short", "head.building.short", "head.spread"})) {
        table.columns.push_back({ink.words(head)});
    }
    table.columns.front().align = Align::Left;
    for (const auto& row : rows) {
        table.rows.push_back(ink.row(cells_of(row)));
        table.rows.back().front() = marked_name_of(row, marks, ink);
    }
    return table;
}

/// The same facts one under the other, for a narrow page.
void write_stacked(TextPage& page, const std::vector<GroupRow>& rows,
                   const std::vector<GroupMark>& marks) {
    const auto& ink = page.ink();
    for (const auto& row : rows) {
        page.line(ink.toned(marks[row.group].tone, shortened(marked_name_of(row, marks, ink),
                                                             page.width(), ink.sign("…", "..."))));
        page.prose(
            Message{"standing.people",
                    {{"listed", row.listed}, {"answered", row.answered}, {"placed", row.placed}}},
            2);
        page.prose(Message{"standing.centre", {{"x", row.x}, {"y", row.y}}}, 2);
        page.prose(Message{"standing.diagonals",
                           {{"orchestration", row.orchestration}, {"building", row.building}}},
                   2);
        page.prose(Message{"standing.spread", {{"spread", row.standard_distance}}}, 2);
    }
}

} // namespace

void write_head(TextPage& page, const GapReport& report) {
    page.prose(report.answer, 0, Tone::Strong);
    page.blank();
    write_facts(page, report);
}

void write_facts(TextPage& page, const GapReport& report) {
    const auto facts = page.ink().row(head_facts(report));
    for (const auto& line : flowed(facts, page.width(), page.ink().unicode() ? " · " : " | ")) {
        page.line(page.ink().toned(Tone::Faint, line));
    }
}

void write_where_we_stand(TextPage& page, const GapReport& report) {
    page.heading(Message{"page.where"});
    const auto plane = draw_plane(report, page.ink(), page.width());
    page.lines(plane.lines);
    page.blank();
    for (const auto& entry : plane.key) {
        page.lines(flowed(page.ink().row(entry), page.width()));
    }
    if (report.groups.empty()) {
        return;
    }
    page.blank();
    const auto rows = group_rows(report, most_groups);
    const auto marks = group_marks(report, page.ink());
    const auto lines =
        standing_table(rows, marks, page.ink()).lines(page.width(), page.ink().sign("…", "..."));
    if (lines.empty()) {
        write_stacked(page, rows, marks);
    } else {
        page.line(page.ink().toned(Tone::Faint, lines.front()));
        page.lines(std::span(lines).subspan(1));
    }
    page.blank();
    page.prose(Message{"standing.key"}, 0, Tone::Faint);
    for (const auto& note : group_notes(report, most_groups)) {
        page.prose(note, 0, Tone::Faint);
    }
}

} // namespace assess::reports
