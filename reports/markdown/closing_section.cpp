// What would close it, as a table.
#include "model/assessment/arguments.hpp"
#include "reports/content/closing_words.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/markdown/markdown_page.hpp"
#include "reports/wording/wording.hpp"

#include <array>

namespace assess::reports {
namespace {

std::string gap_column(Diagonal diagonal) {
    return english({"closing.column.gap-after", {{"gap", gap_name(diagonal)}}});
}

std::string joined(const ProposalCells& cells, std::string (*part)(const AdoptionCells&)) {
    std::string text;
    for (const auto& adoption : cells.adoptions) {
        text += (text.empty() ? "" : "; ") + part(adoption);
    }
    return text;
}

std::string gap_cell(const ProposalCells& cells, Diagonal diagonal) {
    const auto d = static_cast<std::size_t>(diagonal);
    return cells.after.at(d) == "-" ? cells.after.at(d)
                                    : cells.after.at(d) + " (" + cells.interval.at(d) + ")";
}

} // namespace

void write_closing(MarkdownPage& page, const GapReport& report) {
    if (!report.closing) {
        return;
    }
    const auto& closing = *report.closing;
    page.heading(english({"closing.heading"}));
    page.paragraph(english(closing_lede(report, closing)));
    std::vector<std::vector<std::string>> rows;
    const auto listed = short_list(report, closing, listed_singles, listed_pairs);
    for (const auto i : listed) {
        const auto cells = cells_of(report, closing.proposals[i], i);
        rows.push_back(
            {joined(cells,
                    [](const AdoptionCells& one) {
                        return english({"closing.name", {{"adoptions", one.takes_up}}});
                    }),
             joined(cells, [](const AdoptionCells& one) { return english(ring_name(one.ring)); }),
             joined(cells, [](const AdoptionCells& one) { return one.used_by; }),
             english().say(name_list(cells.answers)), grouped(cells.people),
             gap_cell(cells, Diagonal::Building), gap_cell(cells, Diagonal::Orchestration)});
    }
    if (!rows.empty()) {
        page.table(std::array{english({"closing.column.adoption"}),
                              english({"closing.column.ring"}), english({"closing.column.used-by"}),
                              english({"closing.column.for"}), english({"closing.column.people"}),
                              gap_column(Diagonal::Building), gap_column(Diagonal::Orchestration)},
                   4, rows);
    }
    for (const auto& note : closing_notes(report, closing, listed.size())) {
        page.paragraph(english(note));
    }
    page.paragraph(english(unanswered_note(report, closing)));
    page.paragraph(english(more_proposals(closing, listed.size())));
}

} // namespace assess::reports
