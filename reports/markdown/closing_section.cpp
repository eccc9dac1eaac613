// What would close it, as a table.
#include "reports/content/closing_words.hpp"
#include "reports/content/words.hpp"
#include "reports/markdown/markdown_page.hpp"

#include <fmt/format.h>

#include <array>

namespace assess::reports {
namespace {

std::string joined(const ProposalCells& cells, std::string (*part)(const AdoptionCells&)) {
    std::string text;
    for (const auto& adoption : cells.adoptions) {
        text += (text.empty() ? "" : "; ") + part(adoption);
    }
    return text;
}

std::string gap_cell(const ProposalCells& cells, Diagonal diagonal) {
    const auto d = static_cast<std::size_t>(diagonal);
    return cells.after.at(d) == "-"
               ? cells.after.at(d)
               : fmt::format("{} ({})", cells.after.at(d), cells.interval.at(d));
}

} // namespace

void write_closing(MarkdownPage& page, const GapReport& report) {
    if (!report.closing) {
        return;
    }
    const auto& closing = *report.closing;
    page.heading("What would close it");
    page.paragraph(closing_lede(report, closing));
    std::vector<std::vector<std::string>> rows;
    const auto listed = short_list(report, closing, listed_singles, listed_pairs);
    for (const auto i : listed) {
        const auto cells = cells_of(report, closing.proposals[i], i);
        rows.push_back({joined(cells,
                               [](const AdoptionCells& one) {
                                   return fmt::format("{} {} {}", one.who, one.takes_up, one.tool);
                               }),
                        joined(cells, [](const AdoptionCells& one) { return one.ring; }),
                        joined(cells, [](const AdoptionCells& one) { return one.used_by; }),
                        listed_with_and(cells.answers), cells.people,
                        gap_cell(cells, Diagonal::Building),
                        gap_cell(cells, Diagonal::Orchestration)});
    }
    if (!rows.empty()) {
        page.table(std::array<std::string, 7>{"Adoption", "Ring", "Already used by", "For",
                                              "People", "Building gap after",
                                              "Orchestration gap after"},
                   4, rows);
    }
    for (const auto& note : closing_notes(report, closing, listed.size())) {
        page.paragraph(note);
    }
    page.paragraph(unanswered_note(report, closing));
    page.paragraph(more_proposals(closing, listed.size()));
}

} // namespace assess::reports
