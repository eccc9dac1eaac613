// What would close it: the first few adoptions, and where to find the others.
#include "reports/content/closing_words.hpp"
#include "reports/text/proposals_table.hpp"
#include "reports/text/sections.hpp"

namespace assess::reports {

void write_closing(TextPage& page, const GapReport& report) {
    if (!report.closing) {
        return;
    }
    constexpr std::size_t most_singles = 3;
    constexpr std::size_t most_pairs = 1;
    const auto& closing = *report.closing;
    page.heading(Message{"closing.heading"});
    page.prose(closing_lede(report, closing));
    const auto listed = short_list(report, closing, most_singles, most_pairs);
    if (!listed.empty()) {
        page.blank();
        write_proposals(page, report, closing, listed);
    }
    page.blank();
    for (const auto& note : closing_notes(report, closing, listed.size())) {
        page.prose(note, 0, Tone::Faint);
    }
    page.prose(unanswered_note(report, closing), 0, Tone::Faint);
    page.prose(more_proposals(closing, listed.size()), 0, Tone::Faint);
}

} // namespace assess::reports
