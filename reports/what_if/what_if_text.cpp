// A what-if as text: the answer, before and after with intervals, the findings, the method.
#include "reports/content/statements.hpp"
#include "reports/figures/marks.hpp"
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"
#include "reports/what_if/what_if_words.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <span>
#include <string>
#include <vector>

namespace assess {
namespace reports::what_if_text {
namespace {

Value with_interval(const EstimateCells& cells) {
    return cells.interval.empty() ? cells.value
                                  : Message{"what-if.moment.with-interval",
                                            {{"value", cells.value}, {"interval", cells.interval}}};
}

/// "before 0.62 (0.44 to 0.80)": a message about one estimate, for a narrow page.
void write_moment(TextPage& page, MessageId id, const EstimateCells& cells) {
    page.prose(Message{id, {{"value", with_interval(cells)}}}, 2);
}

/// Estimates on one line, their intervals on the next; one under the other on a narrow page.
void write_gap(TextPage& page, const WhatIf& what_if) {
    const auto& ink = page.ink();
    const auto rows = gap_rows(what_if);
    LetterTable table{{{"", Align::Left},
                       {ink.words(Message{"what-if.table.before"})},
                       {ink.words(Message{"what-if.table.after"})},
                       {ink.words(Message{"what-if.table.difference"})}},
                      {}};
    for (const auto& row : rows) {
        table.rows.push_back({ink.words(row.name), ink.words(row.before.value),
                              ink.words(row.after.value), ink.words(row.change.value)});
        table.rows.push_back({"", ink.words(row.before.interval), ink.words(row.after.interval),
                              ink.words(row.change.interval)});
    }
    const auto lines = table.lines(page.width(), ink.sign("…", "..."));
    if (!lines.empty()) {
        page.line(ink.toned(Tone::Faint, lines.front()));
        page.lines(std::span(lines).subspan(1));
        return;
    }
    for (const auto& row : rows) {
        page.prose(row.name, 0, Tone::Strong);
        write_moment(page, "what-if.moment.before", row.before);
        write_moment(page, "what-if.moment.after", row.after);
        write_moment(page, "what-if.moment.difference", row.change);
    }
}

void write_centres(TextPage& page, const WhatIf& what_if, Diagonal diagonal) {
    const auto& ink = page.ink();
    const auto marks = group_marks(what_if.before, ink);
    const auto rows = centre_rows(what_if, diagonal);
    const auto name_of = [&](std::size_t i) {
        const bool marked = i < marks.size() && !marks[i].glyph.empty();
        return (marked ? marks[i].glyph + " " : std::string()) + ink.words(rows[i].name);
    };
    const Message title{"what-if.diagonal", {{"diagonal", Select{id_of(diagonal)}}}};
    LetterTable table{{{ink.words(title), Align::Left},
                       {ink.words(Message{"what-if.table.before"})},
                       {ink.words(Message{"what-if.table.after"})},
                       {ink.words(Message{"what-if.table.difference"})},
                       {ink.words(Message{"what-if.table.interval"}), Align::Left}},
                      {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.rows.push_back({name_of(i), ink.words(rows[i].before.value),
                              ink.words(rows[i].after.value), ink.words(rows[i].change.value),
                              ink.words(rows[i].change.interval)});
    }
    const auto lines = table.lines(page.width(), ink.sign("…", "..."));
    if (!lines.empty()) {
        page.line(ink.toned(Tone::Faint, lines.front()));
        page.lines(std::span(lines).subspan(1));
        return;
    }
    page.prose(Message{"what-if.along", {{"diagonal", title}}}, 0, Tone::Faint);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        page.line(
            ink.toned(Tone::Strong, shortened(name_of(i), page.width(), ink.sign("…", "..."))));
        page.prose(Message{"what-if.moment.both",
                           {{"before", rows[i].before.value}, {"after", rows[i].after.value}}},
                   2);
        write_moment(page, "what-if.moment.difference", rows[i].change);
    }
}

void write_findings_changed(TextPage& page, const WhatIf& what_if) {
    page.heading(Message{"what-if.heading.findings"});
    const auto lists = finding_lists(what_if);
    write_fates(page, lists);
    if (lists.empty()) {
        page.prose(Message{"what-if.no-findings"});
    }
}

void write(const WhatIf& what_if, const WriterSettings& settings, std::ostream& out) {
    TextPage page(out, settings);
    page.prose(what_if.answer, 0, Tone::Strong);
    page.blank();
    write_facts(page, what_if.before);
    page.blank();
    page.list(change_sentences(what_if));
    if (what_if.gap) {
        page.heading(Message{"what-if.heading.gap"});
        page.prose(Message{"what-if.gap-title.sentence", {{"title", gap_title(what_if)}}}, 0,
                   Tone::Faint);
        page.blank();
        write_gap(page, what_if);
    }
    if (!what_if.groups.empty()) {
        page.heading(Message{"what-if.heading.centres"});
        write_centres(page, what_if, Diagonal::Building);
        page.blank();
        write_centres(page, what_if, Diagonal::Orchestration);
    }
    if (const auto notes = missing_notes(what_if); !notes.empty()) {
        page.blank();
        for (const auto& note : notes) {
            page.prose(note, 0, Tone::Faint);
        }
    }
    write_findings_changed(page, what_if);
    page.heading(Message{"what-if.heading.method"});
    for (const auto& statement : what_if_method(what_if)) {
        page.prose(statement);
    }
    if (const auto notes = what_if_caveats(what_if); !notes.empty()) {
        page.blank();
        page.subheading(Message{"what-if.heading.caveats"});
        page.list(notes);
    }
    page.blank();
    page.prose(provenance(what_if.before), 0, Tone::Faint);
}

} // namespace
} // namespace reports::what_if_text

void write_what_if_text(const WhatIf& what_if, const WriterSettings& settings, std::ostream& out) {
    reports::what_if_text::write(what_if, settings, out);
}

} // namespace assess
