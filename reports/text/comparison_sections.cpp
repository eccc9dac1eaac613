// The gap along the diagonals, the tools that make it, and what both groups use.
#include "reports/content/contributions.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/figures/marks.hpp"
#include "reports/figures/strips.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::reports {
namespace {

constexpr std::size_t most_tools = 8;
constexpr std::size_t most_bridges = 10;

void write_diagonal(TextPage& page, const GapReport& report, const Comparison& comparison,
                    Diagonal diagonal) {
    page.subheading(title_of(diagonal));
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
        const auto share = [](double value) {
            return value > 0 && value < 0.005 ? std::string("<1%") : percent(value);
        };
        write(ink.words(row.name), share(row.share_first), share(row.share_second),
              draw_bar(row.value, scale, ink), ink.words(row.printed));
    }
    page.line(ink.toned(Tone::Faint, repeated(ink.sign("─", "-"), page.width())));
    write(page.narrow() ? "Sum: the gap" : "Sum, which is the gap", "", "", "",
          ink.words(table.printed_total));
}

std::string how_to_read_bars(const GapReport& report, const Comparison& comparison,
                             const ContributionTable& table, bool shares, const Ink& ink) {
    const auto marks = group_marks(report, ink);
    std::string text =
        table.total > 0   ? "Bars to the right make the gap, bars to the left narrow it."
        : table.total < 0 ? "Bars to the left make the gap, bars to the right narrow it."
                          : "The bars to both sides cancel out.";
    if (shares) {
        text += fmt::format(" {} and {} show the tool's share of each group's use.",
                            marks[comparison.first].glyph, marks[comparison.second].glyph);
    }
    return text;
}

} // namespace

void write_diagonals(TextPage& page, const GapReport& report) {
    page.heading("Along the diagonals");
    if (report.comparisons.empty()) {
        page.prose(fmt::format("No two groups are compared, because {}.", report.no_comparison));
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
                page.heading("What makes the gap");
            } else {
                page.blank();
            }
            first = false;
            page.subheading(title_of(diagonal));
            page.prose(how_to_read_bars(report, comparison, table, !page.narrow(), page.ink()), 0,
                       Tone::Faint);
            page.blank();
            write_contribution_table(page, report, comparison, table);
        }
    }
}

void write_overlap(TextPage& page, const GapReport& report) {
    for (const auto& comparison : report.comparisons) {
        page.heading("What both groups use");
        for (const auto& statement : overlap_statements(comparison)) {
            page.prose(statement);
        }
        const auto& bridges = comparison.overlap.bridges;
        if (bridges.empty()) {
            page.prose("No tool is used by both.");
            continue;
        }
        const auto& ink = page.ink();
        const auto marks = group_marks(report, ink);
        LetterTable table{{{"Used by both", Align::Left},
                           {marks[comparison.first].glyph + " of those asked"},
                           {marks[comparison.second].glyph + " of those asked"}},
                          {}};
        if (page.narrow()) {
            table.columns[1].head = marks[comparison.first].glyph;
            table.columns[2].head = marks[comparison.second].glyph;
        }
        for (std::size_t i = 0; i < std::min(most_bridges, bridges.size()); ++i) {
            const auto& bridge = bridges[i];
            table.rows.push_back(
                {ink.words(report.landscape.tools[bridge.tool].name),
                 users_of_base(bridge.users_first, bridge.base_first, bridge.few_first),
                 users_of_base(bridge.users_second, bridge.base_second, bridge.few_second)});
        }
        const auto lines = table.lines(page.width(), ink.sign("…", "..."), 8);
        page.blank();
        page.lines(lines);
        if (const auto note = few_note(report); !note.empty()) {
            page.prose(note, 0, Tone::Faint);
        }
        if (bridges.size() > most_bridges) {
            page.prose(fmt::format("and {} more.", bridges.size() - most_bridges), 0, Tone::Faint);
        }
    }
}

} // namespace assess::reports
