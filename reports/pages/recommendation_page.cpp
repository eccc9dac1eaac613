#include "reports/pages/recommendation_page.hpp"

#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/pages/page_parts.hpp"
#include "reports/pages/proposals.hpp"

#include <numeric>
#include <utility>

namespace assess::reports {
namespace {

Section take_up(const GapReport& report, const Wording& wording) {
    const auto& closing = *report.closing;
    std::vector<std::size_t> all(closing.proposals.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    Section section{"take-up", wording.text(Message{"closing.heading.take-up"}), {}};
    add_proposals(section.blocks, report, all, wording);
    if (const auto more = more_proposals(closing, all.size()); !more.empty()) {
        section.blocks.emplace_back(Paragraph{wording.text(more), Weight::Faint});
    }
    return section;
}

/// What the findings would say after the first few proposals that turn any.
Section turns(const GapReport& report, const Wording& wording) {
    constexpr std::size_t most = 8;
    Section section{"turns", wording.text(Message{"closing.heading.turns"}), {}};
    const auto& proposals = report.closing->proposals;
    for (std::size_t i = 0; i < proposals.size() && section.blocks.size() < most; ++i) {
        const auto row = cells_of(report, proposals[i], i);
        if (!row.turns.empty()) {
            section.blocks.emplace_back(
                Labelled{wording.text(row.name), texts_of(row.turns, wording)});
        }
    }
    return section;
}

Section method(const GapReport& report, const Wording& wording) {
    const auto& closing = *report.closing;
    const bool any = !closing.proposals.empty();
    Section section{
        "method",
        wording.text(any ? Message{"closing.heading.method"} : Message{"closing.heading.next"}),
        {}};
    auto notes = closing_notes(report, closing, closing.proposals.size());
    if (any) {
        notes.push_back({"closing.method"});
    }
    add_paragraphs(section.blocks, notes, wording);
    return section;
}

} // namespace

Document recommendation_page(const GapReport& report, const Wording& wording) {
    const auto& closing = *report.closing;
    const auto& source = report.answers.source;
    Document page;
    page.kind = wording.text(Message{"closing.kind"});
    page.title =
        wording.text(source.empty() ? Message{"closing.title"}
                                    : Message{"closing.title.of-source", {{"source", source}}});
    page.heading = wording.text(Message{"closing.heading"});
    page.answer = wording.text(closing_lede(report, closing));
    page.facts = texts_of(head_facts(report), wording);
    page.signs = signs_of(report);
    if (!closing.proposals.empty()) {
        page.sections.push_back(take_up(report, wording));
        if (auto section = turns(report, wording); !section.blocks.empty()) {
            page.sections.push_back(std::move(section));
        }
    }
    if (const auto note = unanswered_note(report, closing); !note.empty()) {
        page.sections.push_back({"unanswered",
                                 wording.text(Message{"closing.heading.unanswered"}),
                                 {Paragraph{wording.text(note)}}});
    }
    page.sections.push_back(method(report, wording));
    page.footer = wording.text(provenance(report));
    return page;
}

} // namespace assess::reports
