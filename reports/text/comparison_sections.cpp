// The gap along the diagonals, the tools that make it, and what both groups use.
#include "reports/content/contributions.hpp"
#include "reports/content/statements.hpp"
#include "reports/figures/marks.hpp"
#include "reports/figures/strips.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

constexpr std::size_t most_tools = 8;
constexpr std::size_t most_bridges = 10;

void write_diagonal(TextPage& page, const GapReport& report, const Comparison& comparison,
                    Diagonal diagonal) {
    page.subheading(diagonal_title(diagonal));
    page.blank();
    page.lines(draw_diagonal(report, diagonal, page.ink(), page.width()));
    page.blank();
    const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
    if (gap) {
        page.lines(draw_gap_strip(gap->gap, report.policy, page.ink(), page.width()));
        page.blank();
    }
    for (const auto& statement : diagonal_statements(report, comparison, diagonal)) {
        page.prose(statement);
    }
    page.blank();
}

BarScale scale_of(const ContributionTable& table, std::size_t width) {
    BarScale scale{0, 0, width};
    for (const auto& row : table.rows) {
        scale.lowest = std::min(scale.lowest, row.value);
        scale.highest = std::max(scale.highest, row.value);
    }
    return scale;
}

void write_contribution_table(TextPage& page, const GapReport& report, const Comparison& comparison,
                              const ContributionTable& table) {
    const auto& ink = page.ink();
    const auto marks = group_marks(report, ink);
    // On a narrow page the two shares give way to the bars.
    const bool shares = !page.narrow();
    const std::size_t fixed_part = shares ? 2 + 5 + 2 + 5 + 2 + 2 + 7 : 2 + 2 + 7;
    const std::size_t name_width = page.narrow() ? 15 : 22;
    const auto scale = scale_of(table, page.width() - fixed_part - name_width);
    const auto write = [&](const std::string& name, const std::string& first,
                           const std::string& second, const std::string& bar,
                           const std::string& value) {
        auto line = padded_right(shortened(name, name_width, ink.sign("…", "...")), name_width);
        if (shares) {
            line += "  " + padded_left(first, 5) + "  " + padded_left(second, 5);
        }
        line += "  " + padded_right(bar, scale.width) + "  " + padded_left(value, 7);
        page.line(line);
    };
    if (shares) {
        write("", marks[comparison.first].glyph, marks[comparison.second].glyph, "", "");
    }
    for (const auto& row : table.rows) {
        write(ink.words(row.name), ink.words(narrow_share(row.share_first)),
              ink.words(narrow_share(row.share_second)), draw_bar(row.value, scale, ink),
              ink.words(row.printed));
    }
    page.line(ink.toned(Tone::Faint, repeated(ink.sign("─", "-"), page.width())));
    write(ink.words(page.narrow() ? Message{"bars.sum.short"} : Message{"bars.sum"}), "", "", "",
          ink.words(table.printed_total));
}

Message how_to_read_bars(const GapReport& report, const Comparison& comparison,
                         const ContributionTable& table, const TextPage& page) {
    auto bars = table.total > 0   ? Message{"bars.right"}
                : table.total < 0 ? Message{"bars.left"}
                                  : Message{"bars.cancel-out"};
    if (page.narrow()) {
        return bars;
    }
    const auto marks = group_marks(report, page.ink());
    return sentences(bars, {"bars.shares",
                            {{"first", Name{marks[comparison.first].glyph}},
                             {"second", Name{marks[comparison.second].glyph}}}});
}

} // namespace

void write_diagonals(TextPage& page, const GapReport& report) {
    page.heading(Message{"page.diagonals"});
    if (report.comparisons.empty()) {
        page.prose(no_comparison(report));
        return;
    }
    for (const auto& comparison : report.comparisons) {
        for (const auto diagonal : reading_order) {
            write_diagonal(page, report, comparison, diagonal);
        }
        for (const auto& statement : test_statements(report, comparison)) {
            page.prose(statement);
        }
    }
}

void write_contributions(TextPage& page, const GapReport& report) {
    for (const auto& comparison : report.comparisons) {
        bool first = true;
        for (const auto diagonal : reading_order) {
            const auto table = contributions(report, comparison, diagonal, most_tools);
            if (table.rows.empty()) {
                continue;
            }
            if (first) {
                page.heading(Message{"page.contributions"});
            } else {
                page.blank();
            }
            first = false;
            page.subheading(diagonal_title(diagonal));
            page.prose(how_to_read_bars(report, comparison, table, page), 0, Tone::Faint);
            page.blank();
            write_contribution_table(page, report, comparison, table);
        }
    }
}

namespace {

/// The tools that both groups use, and by how many of each.
LetterTable bridges_table(const GapReport& report, const Comparison& comparison,
                          const TextPage& page) {
    const auto& ink = page.ink();
    const auto marks = group_marks(report, ink);
    LetterTable table{{{ink.words(Message{"head.used-by-both"}), Align::Left}}, {}};
    for (const auto group : {comparison.first, comparison.second}) {
        const Name mark{marks[group].glyph};
        table.columns.push_back(
            {page.narrow() ? ink.words(mark)
                           : ink.words(Message{"head.of-those-asked", {{"group", mark}}})});
    }
    const auto& bridges = comparison.overlap.bridges;
    for (std::size_t i = 0; i < std::min(most_bridges, bridges.size()); ++i) {
        table.rows.push_back(ink.row(cells_of(report, bridges[i])));
    }
    return table;
}

} // namespace

void write_overlap(TextPage& page, const GapReport& report) {
    for (const auto& comparison : report.comparisons) {
        page.heading(Message{"page.overlap"});
        for (const auto& statement : overlap_statements(comparison)) {
            page.prose(statement);
        }
        const auto& bridges = comparison.overlap.bridges;
        if (bridges.empty()) {
            page.prose(Message{"comparison.no-bridge"});
            continue;
        }
        const auto table = bridges_table(report, comparison, page);
        const auto lines = table.lines(page.width(), page.ink().sign("…", "..."), 8);
        page.blank();
        page.lines(lines);
        page.prose(few_note(report), 0, Tone::Faint);
        if (bridges.size() > most_bridges) {
            page.prose(Message{"page.more", {{"n", Count(bridges.size() - most_bridges)}}}, 0,
                       Tone::Faint);
        }
    }
}

} // namespace assess::reports
