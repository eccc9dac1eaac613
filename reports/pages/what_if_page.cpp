#include "reports/pages/what_if_page.hpp"

#include "model/assessment/ellipse.hpp"
#include "reports/content/statements.hpp"
#include "reports/pages/page_parts.hpp"
#include "reports/svg/dumbbell.hpp"
#include "reports/svg/path_figure.hpp"
#include "reports/what_if/what_if_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace assess::reports {
namespace what_if_parts {
namespace {

/// "before 0.62 (0.44 to 0.80)": a message about one estimate.
Text moment(MessageId id, const EstimateCells& cells, const Wording& wording) {
    const Value told = cells.interval.empty()
                           ? cells.value
                           : Message{"what-if.moment.with-interval",
                                     {{"value", cells.value}, {"interval", cells.interval}}};
    return wording.text(Message{id, {{"value", told}}});
}

Cell estimate_cell(const EstimateCells& cells, const Wording& wording) {
    Cell cell{wording.text(cells.value)};
    cell.below = wording.text(cells.interval);
    return cell;
}

std::vector<Column> columns(std::initializer_list<Message> words, const Wording& wording) {
    std::vector<Column> all;
    for (const auto& head : words) {
        all.push_back({wording.text(head), !all.empty()});
    }
    return all;
}

/// The gap on both diagonals, drawn beside the numbers.
Table gap_table(const WhatIf& what_if, const Wording& wording) {
    const auto rows = gap_rows(what_if);
    std::vector<Dumbbell> bars;
    for (const auto& row : rows) {
        const auto d = static_cast<std::size_t>(row.diagonal);
        const auto& before = what_if.gap->before.at(d);
        bars.push_back({before ? *before : Estimate{}, what_if.gap->after.at(d)});
    }
    const DumbbellScale scale(bars, what_if.before.policy);
    Table table{wording.text(Message{"what-if.table.gap"}),
                columns({{"what-if.table.diagonal"},
                         {"what-if.table.before"},
                         {"what-if.table.after"},
                         {"what-if.table.difference"},
                         {"what-if.table.drawn"}},
                        wording),
                {}};
    table.how = wording.text(Message{"what-if.drawn.how"});
    table.columns[2].strong = true;
    table.columns[4].fills = true;
    table.columns[4].head_svg = scale.axis();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const auto bar = row.before.available ? scale.row(bars[i]) : std::string();
        table.rows.push_back(std::vector<Cell>{{wording.text(row.name)},
                                               estimate_cell(row.before, wording),
                                               estimate_cell(row.after, wording),
                                               estimate_cell(row.change, wording),
                                               {{}, CellDrawing{bar, {}}}});
        table.narrow.push_back({wording.text(row.name),
                                moment("what-if.moment.before", row.before, wording),
                                moment("what-if.moment.after", row.after, wording),
                                moment("what-if.moment.difference", row.change, wording)});
    }
    return table;
}

Section gap_section(const WhatIf& what_if, const Wording& wording) {
    Section section{"gap", wording.text(Message{"what-if.heading.gap"}), {}};
    section.blocks.emplace_back(Bullets{texts_of(change_sentences(what_if), wording)});
    if (what_if.gap) {
        section.blocks.emplace_back(Paragraph{
            wording.text(Message{"what-if.gap-title.sentence", {{"title", gap_title(what_if)}}}),
            Weight::Faint});
        section.blocks.emplace_back(gap_table(what_if, wording));
    }
    add_paragraphs(section.blocks, missing_notes(what_if), wording, Weight::Faint);
    return section;
}

std::optional<Ellipse> sure_of(const GapReport& report, const std::string& id) {
    const auto* group = find_group(report.groups, id);
    return group == nullptr ? std::nullopt : centroid_ellipse(*group, report.policy.interval_level);
}

PathPlan path_plan(const WhatIf& what_if) {
    PathPlan plan;
    plan.title = Message{"what-if.figure.title"};
    plan.moment_head = Message{"what-if.figure.when"};
    plan.moments = {Message{"what-if.table.before"}, Message{"what-if.table.after"}};
    plan.level = what_if.before.policy.interval_level;
    // The looks of the report before: its groups are the ones whose shifts are told.
    const auto looks = group_looks(what_if.before);
    for (std::size_t g = 0; g < what_if.groups.size(); ++g) {
        const auto& shift = what_if.groups[g];
        if (!looks[g].drawn) {
            continue;
        }
        GroupPath path{group_name(what_if.before.groups[g]), looks[g], {}};
        if (shift.before) {
            path.points.push_back({0, *shift.before, shift.placed_before, std::nullopt});
        }
        if (shift.after) {
            path.points.push_back(
                {1, *shift.after, shift.placed_after, sure_of(what_if.after, shift.id)});
        }
        plan.groups.push_back(std::move(path));
    }
    return plan;
}

Table centres_table(const WhatIf& what_if, Diagonal diagonal, const Wording& wording) {
    Table table{
        wording.text(Message{"what-if.table.centres", {{"diagonal", diagonal_title(diagonal)}}}),
        columns({{"head.group"},
                 {"what-if.table.before"},
                 {"what-if.table.after"},
                 {"what-if.table.difference"},
                 {"what-if.table.interval"}},
                wording),
        {}};
    table.columns[2].strong = true;
    table.columns[4].number = false;
    const auto rows = centre_rows(what_if, diagonal);
    for (std::size_t g = 0; g < rows.size(); ++g) {
        const auto& row = rows[g];
        Cell name{wording.text(row.name)};
        name.group = what_if.before.groups[g].id;
        table.rows.push_back(std::vector<Cell>{name,
                                               {wording.text(row.before.value)},
                                               {wording.text(row.after.value)},
                                               {wording.text(row.change.value)},
                                               {wording.text(row.change.interval)}});
        table.narrow.push_back(
            {name.text,
             wording.text(Message{"what-if.moment.both",
                                  {{"before", row.before.value}, {"after", row.after.value}}}),
             moment("what-if.moment.difference", row.change, wording)});
    }
    return table;
}

Section centres_section(const WhatIf& what_if, const Wording& wording) {
    Section section{"centres", wording.text(Message{"what-if.heading.movements"}), {}};
    const auto plan = path_plan(what_if);
    auto figure = figure_block("centres", path_figure(plan, Size::Wide),
                               path_figure(plan, Size::Narrow), wording);
    figure.told = true;
    section.blocks.emplace_back(std::move(figure));
    for (const auto diagonal : reading_order) {
        section.blocks.emplace_back(Subheading{wording.text(diagonal_title(diagonal))});
        section.blocks.emplace_back(centres_table(what_if, diagonal, wording));
    }
    return section;
}

Section findings_section(const WhatIf& what_if, const Wording& wording) {
    Section section{"findings", wording.text(Message{"what-if.heading.findings"}), {}};
    add_fates(section.blocks, finding_lists(what_if), wording);
    if (section.blocks.empty()) {
        section.blocks.emplace_back(Paragraph{wording.text(Message{"what-if.no-findings"})});
    }
    return section;
}

Section method_section(const WhatIf& what_if, const Wording& wording) {
    Section section{"method", wording.text(Message{"what-if.heading.method"}), {}};
    add_paragraphs(section.blocks, what_if_method(what_if), wording);
    if (const auto notes = what_if_caveats(what_if); !notes.empty()) {
        section.blocks.emplace_back(Subheading{wording.text(Message{"what-if.heading.caveats"})});
        section.blocks.emplace_back(Bullets{texts_of(notes, wording)});
    }
    return section;
}

} // namespace
} // namespace what_if_parts

Document what_if_page(const WhatIf& what_if, const Wording& wording) {
    using namespace what_if_parts;
    const auto& report = what_if.before;
    const auto& source = report.answers.source;
    Document page;
    page.kind = wording.text(Message{"what-if.kind"});
    page.title =
        wording.text(source.empty() ? Message{"what-if.title"}
                                    : Message{"what-if.title.of-source", {{"source", source}}});
    page.heading = wording.text(Message{"what-if.heading"});
    page.answer = wording.text(what_if.answer);
    page.facts = texts_of(head_facts(report), wording);
    page.signs = signs_of(report);
    page.sections.push_back(gap_section(what_if, wording));
    if (!what_if.groups.empty()) {
        page.sections.push_back(centres_section(what_if, wording));
    }
    page.sections.push_back(findings_section(what_if, wording));
    page.sections.push_back(method_section(what_if, wording));
    page.footer = wording.text(provenance(report));
    return page;
}

} // namespace assess::reports
