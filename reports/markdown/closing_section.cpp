// What would close it, as a table.
#include "model/assessment/arguments.hpp"
#include "reports/content/closing_words.hpp"
#include "reports/markdown/markdown_page.hpp"

#include <vector>

namespace assess::reports {
namespace {

Message gap_column(Diagonal diagonal) {
    return {"closing.column.gap-after", {{"gap", gap_name(diagonal)}}};
}

/// A part of each adoption.
List of_each(const ProposalCells& cells, Value (*part)(const AdoptionCells&)) {
    std::vector<Value> parts;
    for (const auto& adoption : cells.adoptions) {
        parts.push_back(part(adoption));
    }
    return List(std::move(parts), List::all, List::Last::None);
}

Cells cells_of_row(const ProposalCells& row) {
    return {of_each(row,
                    [](const AdoptionCells& one) {
                        return Value(Message{"closing.name", {{"adoptions", one.takes_up}}});
                    }),
            of_each(row, [](const AdoptionCells& one) { return Value(ring_name(one.ring)); }),
            of_each(row, [](const AdoptionCells& one) { return one.used_by; }),
            name_list(row.answers),
            Count(row.people),
            row.after_in_full.at(static_cast<std::size_t>(Diagonal::Building)),
            row.after_in_full.at(static_cast<std::size_t>(Diagonal::Orchestration))};
}

} // namespace

void write_closing(MarkdownPage& page, const GapReport& report) {
    if (!report.closing) {
        return;
    }
    const auto& closing = *report.closing;
    page.heading(Message{"closing.heading"});
    page.paragraph(closing_lede(report, closing));
    std::vector<Cells> rows;
    const auto listed = short_list(report, closing, listed_singles, listed_pairs);
    for (const auto i : listed) {
        rows.push_back(cells_of_row(cells_of(report, closing.proposals[i], i)));
    }
    if (!rows.empty()) {
        page.table(Cells{Message{"closing.column.adoption"}, Message{"closing.column.ring"},
                         Message{"closing.column.used-by"}, Message{"closing.column.for"},
                         Message{"closing.column.people"}, gap_column(Diagonal::Building),
                         gap_column(Diagonal::Orchestration)},
                   4, rows);
    }
    for (const auto& note : closing_notes(report, closing, listed.size())) {
        page.paragraph(note);
    }
    page.paragraph(unanswered_note(report, closing));
    page.paragraph(more_proposals(closing, listed.size()));
}

} // namespace assess::reports
