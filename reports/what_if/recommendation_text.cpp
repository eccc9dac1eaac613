// A recommendation as text: what to take up, what it would leave, and what it would not mend.
#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/text/proposals_table.hpp"
#include "reports/text/sections.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <numeric>
#include <string>
#include <vector>

namespace assess {
namespace reports::recommendation_text {
namespace {

void write_turns(TextPage& page, const GapReport& report, const Recommendation& recommendation) {
    constexpr std::size_t most = 8;
    std::size_t told = 0;
    for (std::size_t i = 0; i < recommendation.proposals.size() && told < most; ++i) {
        const auto row = cells_of(report, recommendation.proposals[i], i);
        if (row.turns.empty()) {
            continue;
        }
        if (told++ == 0) {
            page.heading(Message{"closing.heading.turns"});
        }
        page.prose(Message{"closing.turns-of", {{"name", row.name}}});
        page.list(row.turns, 2);
    }
}

void write(const GapReport& report, const WriterSettings& settings, std::ostream& out) {
    const auto& closing = report.closing.value();
    TextPage page(out, settings);
    page.prose(closing_lede(report, closing), 0, Tone::Strong);
    page.blank();
    write_facts(page, report);
    if (!closing.proposals.empty()) {
        std::vector<std::size_t> all(closing.proposals.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        page.heading(Message{"closing.heading.take-up"});
        write_proposals(page, report, closing, all);
        if (const auto more = more_proposals(closing, all.size()); !more.empty()) {
            page.blank();
            page.prose(more, 0, Tone::Faint);
        }
        write_turns(page, report, closing);
    }
    if (const auto note = unanswered_note(report, closing); !note.empty()) {
        page.heading(Message{"closing.heading.unanswered"});
        page.prose(note);
    }
    page.heading(closing.proposals.empty() ? Message{"closing.heading.next"}
                                           : Message{"closing.heading.method"});
    for (const auto& note : closing_notes(report, closing, closing.proposals.size())) {
        page.prose(note);
    }
    if (!closing.proposals.empty()) {
        page.prose(Message{"closing.method"});
    }
    page.blank();
    page.prose(provenance(report), 0, Tone::Faint);
}

} // namespace
} // namespace reports::recommendation_text

void write_recommendation_text(const GapReport& report, const WriterSettings& settings,
                               std::ostream& out) {
    reports::recommendation_text::write(report, settings, out);
}

} // namespace assess
