// A trend on a terminal: the answer, each step's movements and findings, the path, the method.
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"

#include <algorithm>
#include <span>

namespace assess {
namespace reports::trend_text {
namespace {

Value part_cell(const TrendRow& row, MovementCause cause) {
    const auto part = std::ranges::find(row.parts, cause, &PartCells::cause);
    return part == row.parts.end() ? Value(no_value()) : part->value;
}

std::vector<std::string> lines_of(const LetterTable& table, const TextPage& page) {
    // Names of roles are not cut; the longest has eleven letters.
    constexpr std::size_t least_name = 11;
    return table.lines(page.width(), page.ink().sign("…", "..."), least_name);
}

enum class Show : unsigned char { Movement, Parts, Both };

LetterTable layout_of(const TrendTable& movements, Show show, const Ink& ink) {
    LetterTable table{{{"", Align::Left}}, {}};
    if (show != Show::Parts) {
        table.columns.insert(table.columns.end(), {{ink.words(Message{"trend.head.before"})},
                                                   {ink.words(Message{"trend.head.after"})},
                                                   {ink.words(Message{"trend.head.moved"})},
                                                   {ink.words(Message{"trend.head.interval"})}});
    }
    if (show != Show::Movement) {
        for (const auto cause : movements.causes) {
            table.columns.push_back({ink.words(name_of(cause))});
        }
    }
    for (const auto& row : movements.rows) {
        auto cells = ink.row(Cells{row.name});
        if (show != Show::Parts) {
            const auto moved = ink.row(Cells{row.before, row.after, row.moved,
                                             row.interval.empty() ? no_value() : row.interval});
            cells.insert(cells.end(), moved.begin(), moved.end());
        }
        if (show != Show::Movement) {
            for (const auto cause : movements.causes) {
                cells.push_back(ink.words(part_cell(row, cause)));
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// The same one under the other, for a narrow page.
void write_stacked(TextPage& page, const TrendTable& movements) {
    for (const auto& row : movements.rows) {
        page.prose(Message{"trend.row.in-words",
                           {{"row", row.name},
                            {"before", row.before},
                            {"after", row.after},
                            {"moved", row.moved},
                            {"interval", row.interval}}});
        Message parts;
        for (const auto cause : movements.causes) {
            const Message part{"trend.row.part",
                               {{"part", name_of(cause)}, {"value", part_cell(row, cause)}}};
            parts = parts.empty() ? part
                                  : Message{"trend.row.parts", {{"parts", parts}, {"part", part}}};
        }
        if (!row.parts.empty()) {
            page.prose(parts, 2);
        }
    }
}

void write_table_lines(TextPage& page, const std::vector<std::string>& lines) {
    page.line(page.ink().toned(Tone::Faint, lines.front()));
    page.lines(std::span(lines).subspan(1));
}

/// One table where it fits, else the movements and below them what made them, else stacked.
void write_movement_table(TextPage& page, const TrendTable& movements) {
    const auto& ink = page.ink();
    if (const auto all = lines_of(layout_of(movements, Show::Both, ink), page); !all.empty()) {
        write_table_lines(page, all);
        return;
    }
    const auto moved = lines_of(layout_of(movements, Show::Movement, ink), page);
    const auto parts = lines_of(layout_of(movements, Show::Parts, ink), page);
    if (moved.empty() || parts.empty()) {
        write_stacked(page, movements);
        return;
    }
    write_table_lines(page, moved);
    page.blank();
    write_table_lines(page, parts);
}

/// `explain` says what the parts are: once is enough.
void write_movements(TextPage& page, const Trend& trend, const TrendStep& step, bool explain) {
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        const auto movements = trend_table(trend, step, diagonal);
        page.subheading(title_of_table(diagonal));
        page.prose(ends_of_table(diagonal), 0, Tone::Faint);
        write_movement_table(page, movements);
        page.blank();
    }
    if (const auto meaning = meaning_of_parts(trend); explain && !meaning.empty()) {
        page.prose(meaning, 0, Tone::Faint);
    }
    for (const auto& note : step_notes(trend, step)) {
        page.prose(note, 0, Tone::Faint);
    }
}

void write_what_became_of_findings(TextPage& page, const TrendStep& step) {
    const auto lists = finding_lists(step);
    page.blank();
    if (lists.empty()) {
        page.prose(Message{"trend.fates.none"});
    }
    write_fates(page, lists);
}

void write_step(TextPage& page, const Trend& trend, const TrendStep& step, bool findings) {
    page.heading(title_of(trend, step));
    write_movements(page, trend, step, step.to + 1 == trend.names.size() && findings);
    if (findings) {
        write_what_became_of_findings(page, step);
    }
}

LetterTable table_of(const std::vector<PlaceRow>& places, const TextPage& page) {
    const auto& ink = page.ink();
    LetterTable table{{{ink.words(at_start(Message{"trend.head.group"})), Align::Left},
                       {"", Align::Left},
                       {ink.words(Message{"trend.head.placed"})},
                       {ink.words(Message{"trend.head.x"})},
                       {ink.words(Message{"trend.head.y"})},
                       {ink.words(Message{"trend.head.orchestration"})},
                       {ink.words(Message{"trend.head.building"})}},
                      {}};
    const std::size_t longest_name = page.width() < 80 ? 18 : 28;
    Message last;
    for (const auto& row : places) {
        auto cells = ink.row(Cells{row.group == last ? Message() : row.group, row.assessment,
                                   row.placed, row.x, row.y, row.orchestration, row.building});
        cells[1] = shortened(cells[1], longest_name, ink.sign("…", "..."));
        table.rows.push_back(std::move(cells));
        last = row.group;
    }
    return table;
}

void write_places(TextPage& page, const Trend& trend) {
    page.heading(Message{"trend.where"});
    const auto places = place_rows(trend);
    if (const auto lines = lines_of(table_of(places, page), page); !lines.empty()) {
        write_table_lines(page, lines);
        return;
    }
    for (const auto& row : places) {
        page.prose(Message{
            "trend.where.placed",
            {{"group", row.group}, {"assessment", row.assessment}, {"placed", row.placed}}});
        page.prose(Message{"trend.where.at",
                           {{"x", row.x},
                            {"y", row.y},
                            {"orchestration", row.orchestration},
                            {"building", row.building}}},
                   2);
    }
}

void write_end(TextPage& page, const Trend& trend) {
    page.heading(Message{"trend.how"});
    for (const auto& text : trend_method(trend)) {
        page.prose(text);
    }
    if (const auto notes = trend_caveats(trend); !notes.empty()) {
        page.blank();
        page.subheading(Message{"trend.how.caveats"});
        page.list(notes, 2);
    }
    page.blank();
    page.prose(trend_provenance(trend), 0, Tone::Faint);
}

void write(const Trend& trend, const WriterSettings& settings, std::ostream& out) {
    TextPage page(out, settings);
    page.prose(trend.answer, 0, Tone::Strong);
    page.blank();
    for (const auto& fact : trend_facts(trend)) {
        page.prose(fact, 0, Tone::Faint);
    }
    // The newest first: it is what somebody asks who looks again.
    for (std::size_t i = trend.steps.size(); i-- > 0;) {
        write_step(page, trend, trend.steps[i], true);
    }
    if (trend.whole) {
        write_step(page, trend, *trend.whole, false);
    }
    write_places(page, trend);
    write_end(page, trend);
}

} // namespace
} // namespace reports::trend_text

void write_trend_text(const Trend& trend, const WriterSettings& settings, std::ostream& out) {
    reports::trend_text::write(trend, settings, out);
}

} // namespace assess
