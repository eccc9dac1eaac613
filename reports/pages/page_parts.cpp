#include "reports/pages/page_parts.hpp"

#include "reports/figures/marks.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/svg_writer.hpp"

namespace assess::reports {
namespace {

std::string icon_of(FindingFate fate) {
    constexpr double size = 14;
    SvgWriter svg;
    svg.open(
        "svg",
        {{"viewBox", "0 0 14 14"}, {"width", size}, {"height", size}, {"aria-hidden", "true"}});
    const auto circle = [&](std::string_view look, double radius) {
        svg.empty("circle", {{"class", look}, {"cx", size / 2}, {"cy", size / 2}, {"r", radius}});
    };
    if (fate == FindingFate::Went) {
        circle("i-line", 5);
    } else if (fate == FindingFate::Open) {
        circle("i-line i-dash", 5);
    } else {
        circle("i-full", fate == FindingFate::Appeared ? 5.5 : 3.5);
    }
    svg.close();
    return svg.svg();
}

/// The words at the left, then each number with its head.
std::vector<Text> in_lines(const FigureTable& figures, const Cells& row, const Wording& wording) {
    const auto words = row.begin() + static_cast<std::ptrdiff_t>(figures.words);
    std::vector<Value> numbers;
    for (std::size_t i = figures.words; i < row.size(); ++i) {
        numbers.emplace_back(
            Message{"figure.number", {{"head", figures.heads[i]}, {"value", row[i]}}});
    }
    return {wording.text(List({row.begin(), words}, List::all, List::Last::None)),
            wording.text(List(std::move(numbers), List::all, List::Last::None))};
}

Table table_of(const FigureTable& figures, const Wording& wording) {
    Table table{wording.text(figures.caption), {}, {}};
    for (std::size_t i = 0; i < figures.heads.size(); ++i) {
        table.columns.push_back({wording.text(figures.heads[i]), i >= figures.words});
    }
    for (const auto& row : figures.rows) {
        std::vector<Cell> cells;
        for (const auto& value : row) {
            cells.push_back({wording.text(value)});
        }
        table.rows.emplace_back(std::move(cells));
        table.narrow.push_back(in_lines(figures, row, wording));
    }
    return table;
}

} // namespace

void add_paragraphs(std::vector<Block>& blocks, std::span<const Message> messages,
                    const Wording& wording, Weight weight) {
    for (const auto& message : messages) {
        if (!message.empty()) {
            blocks.emplace_back(Paragraph{wording.text(message), weight});
        }
    }
}

void add_fates(std::vector<Block>& blocks, std::span<const FateList> lists,
               const Wording& wording) {
    for (const auto& list : lists) {
        blocks.emplace_back(Subheading{wording.text(list.title), icon_of(list.fate)});
        blocks.emplace_back(Bullets{texts_of(list.lines, wording)});
    }
}

std::vector<GroupSign> signs_of(const GapReport& report) {
    const auto looks = group_looks(report);
    const auto characters = group_marks(report, Ink(true, false));
    const auto letters = group_marks(report, Ink(false, false));
    std::vector<GroupSign> signs;
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        signs.push_back({report.groups[i].id, looks[i], characters[i].glyph, letters[i].glyph});
    }
    return signs;
}

FigureBlock figure_block(const std::string& id, const Figure& wide, const Figure& narrow,
                         const Wording& wording) {
    FigureBlock block{.id = id,
                      .wide = inline_svg(wide, id + "-wide", "fig wide"),
                      .narrow = inline_svg(narrow, id + "-narrow", "fig narrow"),
                      .how_title = wording.text(Message{"frame.how"}),
                      .how = texts_of(wide.notes, wording),
                      .tables_title = wording.text(Message{"frame.as-table"})};
    for (const auto& table : wide.tables) {
        block.tables.push_back(table_of(table, wording));
    }
    return block;
}

} // namespace assess::reports
