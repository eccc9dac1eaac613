// A trend on a terminal: the answer, each step's movements and findings, the path, the method.
#include "reports/layout/page.hpp"
#include "reports/text/sections.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>

namespace assess {
namespace reports::trend_text {
namespace {

Value part_cell(const TrendRow& row, MovementCause cause) {
    const auto part = std::ranges::find(row.parts, cause, &PartCells::cause);
    return part == row.parts.end() ? Value(no_value()) : part->value;
}

std::vector<std::string> said(std::initializer_list<Value> cells, const Ink& ink) {
    std::vector<std::string> texts;
    for (const auto& cell : cells) {
        texts.push_back(ink.words(english().say(cell)));
    }
    return texts;
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
        table.columns.insert(table.columns.end(), {{english(Message{"trend.head.before"})},
                                                   {english(Message{"trend.head.after"})},
                                                   {english(Message{"trend.head.moved"})},
                                                   {english(Message{"trend.head.interval"})}});
    }
    if (show != Show::Movement) {
        for (const auto cause : movements.causes) {
            table.columns.push_back({english(name_of(cause))});
        }
    }
    for (const auto& row : movements.rows) {
        auto cells = said({row.name}, ink);
        if (show != Show::Parts) {
            const auto moved = said({row.before, row.after, row.moved,
                                     row.interval.empty() ? no_value() : row.interval},
                                    ink);
            cells.insert(cells.end(), moved.begin(), moved.end());
        }
        if (show != Show::Movement) {
            for (const auto cause : movements.causes) {
                cells.push_back(ink.words(english().say(part_cell(row, cause))));
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// The same one under the other, for a narrow page.
void write_stacked(TextPage& page, const TrendTable& movements) {
    for (const auto& row : movements.rows) {
        page.prose(english({"trend.row.in-words",
                            {{"row", row.name},
                             {"before", row.before},
                             {"after", row.after},
                             {"moved", row.moved},
                             {"interval", row.interval}}}));
        Message parts;
        for (const auto cause : movements.causes) {
            const Message part{"trend.row.part",
                               {{"part", name_of(cause)}, {"value", part_cell(row, cause)}}};
            parts = parts.empty() ? part
                                  : Message{"trend.row.parts", {{"parts", parts}, {"part", part}}};
        }
        if (!row.parts.empty()) {
            page.prose(english(parts), 2);
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
        page.subheading(english(title_of_table(diagonal)));
        page.prose(english(ends_of_table(diagonal)), 0, Tone::Faint);
        write_movement_table(page, movements);
        page.blank();
    }
    if (const auto meaning = meaning_of_parts(trend); explain && !meaning.empty()) {
        page.prose(english(meaning), 0, Tone::Faint);
    }
    for (const auto& note : step_notes(trend, step)) {
        page.prose(english(note), 0, Tone::Faint);
    }
}

void write_what_became_of_findings(TextPage& page, const TrendStep& step) {
    const auto lists = finding_lists(step);
    page.blank();
    if (lists.empty()) {
        page.prose(english(Message{"trend.fates.none"}));
    }
    write_fates(page, lists);
}

void write_step(TextPage& page, const Trend& trend, const TrendStep& step, bool findings) {
    page.heading(page.ink().words(english(title_of(trend, step))));
    write_movements(page, trend, step, step.to + 1 == trend.names.size() && findings);
    if (findings) {
        write_what_became_of_findings(page, step);
    }
}

LetterTable table_of(const std::vector<PlaceRow>& places, const TextPage& page) {
    LetterTable table{{{english(at_start(Message{"trend.head.group"})), Align::Left},
                       {"", Align::Left},
                       {english(Message{"trend.head.placed"})},
                       {english(Message{"trend.head.x"})},
                       {english(Message{"trend.head.y"})},
                       {english(Message{"trend.head.orchestration"})},
                       {english(Message{"trend.head.building"})}},
                      {}};
    const std::size_t longest_name = page.width() < 80 ? 18 : 28;
    const auto& ink = page.ink();
    Message last;
    for (const auto& row : places) {
        auto cells = said({row.group == last ? Message() : row.group, row.assessment, row.placed,
                           row.x, row.y, row.orchestration, row.building},
                          ink);
        cells[1] = shortened(cells[1], longest_name, ink.sign("…", "..."));
        table.rows.push_back(std::move(cells));
        last = row.group;
    }
    return table;
}

void write_places(TextPage& page, const Trend& trend) {
    page.heading(english(Message{"trend.where"}));
    const auto places = place_rows(trend);
    if (const auto lines = lines_of(table_of(places, page), page); !lines.empty()) {
        write_table_lines(page, lines);
        return;
    }
    for (const auto& row : places) {
        page.prose(english(
            {"trend.where.placed",
             {{"group", row.group}, {"assessment", row.assessment}, {"placed", row.placed}}}));
        page.prose(english({"trend.where.at",
                            {{"x", row.x},
                             {"y", row.y},
                             {"orchestration", row.orchestration},
                             {"building", row.building}}}),
                   2);
    }
}

void write_end(TextPage& page, const Trend& trend) {
    page.heading(english(Message{"trend.how"}));
    for (const auto& text : english(trend_method(trend))) {
        page.prose(text);
    }
    if (const auto notes = trend_caveats(trend); !notes.empty()) {
        page.blank();
        page.subheading(english(Message{"trend.how.caveats"}));
        page.list(english(notes), 2);
    }
    page.blank();
    page.prose(english(trend_provenance(trend)), 0, Tone::Faint);
}

void write(const Trend& trend, const WriterSettings& settings, std::ostream& out) {
    TextPage page(out, settings);
    page.prose(english(trend.answer), 0, Tone::Strong);
    page.blank();
    for (const auto& fact : english(trend_facts(trend))) {
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
