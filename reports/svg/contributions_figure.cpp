#include "reports/svg/contributions_figure.hpp"

#include "model/assessment/arguments.hpp"
#include "reports/content/contributions.hpp"
#include "reports/content/statements.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/group_look.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace assess::reports {
namespace contributions_drawing {
namespace {

constexpr std::size_t most_tools = 12;

/// A tool, or all the smaller ones together.
struct Row {
    Value name;
    bool rest = false;
    std::optional<double> share_first = 0; ///< of use; none of what is lost in rounding
    std::optional<double> share_second = 0;
    std::array<double, 2> parts{};   ///< index as in reading_order
    std::array<double, 2> printed{}; ///< hundredths; each column adds up to its gap
    std::array<std::optional<PartInterval>, 2> interval{}; ///< of one tool, where there is one
};

struct Contributions {
    const GapReport& report;
    const Comparison& comparison;
    std::array<const DiagonalGap*, 2> gaps{};
    GroupLook first;
    GroupLook second;
    std::vector<Row> rows;
    double lowest = 0;
    double highest = 0;

    /// Whose use is the larger.
    [[nodiscard]] const GroupLook& side(const Row& row) const {
        return row.share_first > row.share_second ? first : second;
    }
};

void add_rows(Contributions& all) {
    const auto& tools = all.comparison.by_tool;
    // One more tool takes no more room than "1 other tool".
    const auto shown =
        tools.size() == most_tools + 1 ? tools.size() : std::min(most_tools, tools.size());
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (i < shown) {
            all.rows.push_back({tool_name(all.report.landscape, tools[i].tool)});
            for (std::size_t d = 0; d < reading_order.size(); ++d) {
                all.rows.back().interval[d] =
                    tools[i].interval.at(static_cast<std::size_t>(reading_order[d]));
            }
        } else if (i == shown) {
            all.rows.push_back({other_tools(tools.size() - shown), true});
        }
        auto& row = all.rows.back();
        *row.share_first += tools[i].share_first;
        *row.share_second += tools[i].share_second;
        for (std::size_t d = 0; d < reading_order.size(); ++d) {
            row.parts[d] += part_of(tools[i], reading_order[d]);
        }
    }
    if (const auto& few = all.comparison.by_few) { // kept confidential one by one
        all.rows.push_back({tools_of_few(), true, few->share_first, few->share_second});
        for (std::size_t d = 0; d < reading_order.size(); ++d) {
            all.rows.back().parts[d] = part_of(*few, reading_order[d]);
        }
    }
}

/// Each part by itself, as in sentences; the row of the rest takes what that loses.
void print_parts(Contributions& all) {
    std::array<double, 2> lost{};
    for (std::size_t d = 0; d < reading_order.size(); ++d) {
        std::vector<double> parts;
        for (auto& row : all.rows) {
            row.printed[d] = static_cast<double>(in_hundredths(row.parts[d])) / 100;
            parts.push_back(row.parts[d]);
            all.lowest = std::min(all.lowest, row.parts[d]);
            all.highest = std::max(all.highest, row.parts[d]);
            if (const auto& interval = row.interval[d]) {
                all.lowest = std::min(all.lowest, interval->lower);
                all.highest = std::max(all.highest, interval->upper);
            }
        }
        lost[d] = lost_in_rounding(parts, all.gaps[d]->gap.value);
    }
    if (all.rows.empty() || (lost[0] == 0 && lost[1] == 0)) {
        return;
    }
    if (!all.rows.back().rest) {
        all.rows.push_back({from_rounding(), true, {}, {}});
    }
    for (std::size_t d = 0; d < reading_order.size(); ++d) {
        all.rows.back().printed[d] += lost[d];
    }
}

/// One panel of bars on the common scale, with room for a number on both sides.
struct Panel {
    double left = 0;
    double right = 0;
    double lowest = 0;
    double highest = 0;
    double number = 52; ///< room for a number

    [[nodiscard]] double x_of(double value) const {
        const double from = left + (lowest < 0 ? number : 2);
        const double to = right - number;
        const double span = highest - lowest;
        return span > 0 ? from + (value - lowest) / span * (to - from) : from;
    }
};

/// The interval of a part: a line with ends, over a rim in the paper's colour, so that it shows on
/// the bar and beside it, in black and white too.
void draw_whisker(SvgWriter& svg, double from, double to, double y, double height) {
    const double end = height * 0.3;
    const auto path = PathData()
                          .move(from, y)
                          .horizontal(to)
                          .move(from, y - end)
                          .vertical(y + end)
                          .move(to, y - end)
                          .vertical(y + end)
                          .text();
    svg.empty("path", {{"class", "whisker-rim"}, {"d", path}});
    svg.empty("path", {{"class", "whisker"}, {"d", path}});
}

void draw_part_bar(SvgWriter& svg, const Contributions& all, const Row& row, std::size_t diagonal,
                   const Panel& panel, double y, double height, double font) {
    const double zero = panel.x_of(0);
    const double end = panel.x_of(row.parts[diagonal]);
    const std::string tone = row.rest ? "" : " " + std::string(all.side(row).tone);
    svg.empty("rect", {{"class", "bar" + tone},
                       {"x", std::min(zero, end)},
                       {"y", y - height / 2},
                       {"width", std::max(0.5, std::fabs(end - zero))},
                       {"height", height}});
    const bool left = row.parts[diagonal] < 0;
    double far = end;
    if (const auto& interval = row.interval[diagonal]) {
        const double from = panel.x_of(interval->lower);
        const double to = panel.x_of(interval->upper);
        far = left ? std::min(from, zero) : std::max(to, zero);
        draw_whisker(svg, from, to, y, height);
    }
    svg.words("text",
              {{"class", "small-t"},
               {"x", left ? far - 6 : far + 6},
               {"y", y + font * 0.36},
               {"font-size", font},
               {"text-anchor", left ? "end" : "start"}},
              worded(Decimal(row.printed[diagonal])));
}

/// "0.16 (0.05 to 0.27)".
Message part_of_row(const Row& row, std::size_t diagonal) {
    return {"figure.parts.part",
            {{"part", Decimal(row.printed[diagonal])},
             {"interval", part_interval(row.interval[diagonal])}}};
}

void write(SvgWriter& svg, std::string_view classes, double x, double y, double size,
           std::string_view anchor, const std::string& text) {
    svg.words(
        "text",
        {{"class", classes}, {"x", x}, {"y", y}, {"font-size", size}, {"text-anchor", anchor}},
        text);
}

/// Bold words over the axis of a panel and quiet ones after them, inside the panel.
void write_pair(SvgWriter& svg, const Panel& panel, double y, const Value& first_words,
                const Value& then) {
    constexpr double gap = 14;
    const auto bold = worded(first_words);
    const auto quiet = worded(then);
    const double first = text_width(bold, 14, FontWeight::Bold);
    const double both = first + gap + text_width(quiet, 12.5);
    const double x = std::max(panel.left, std::min(panel.x_of(0), panel.right - both));
    write(svg, "ink-t strong", x, y, 14, "start", bold);
    write(svg, "tick-t", x + first + gap, y, 12.5, "start", quiet);
}

Value use_cell(const Row& row, std::optional<double> share) {
    return share && *share <= 0 && !row.rest ? Value(Message{"figure.parts.no-share"})
                                             : narrow_share(share);
}

Message interval_of_gap(const Contributions& all, std::size_t diagonal) {
    return {"figure.parts.interval", {{"interval", interval_of(all.gaps[diagonal]->gap)}}};
}

Decimal sum_of(const Contributions& all, std::size_t diagonal) {
    return Decimal(all.gaps[diagonal]->gap.value);
}

void draw_wide(SvgWriter& svg, const Contributions& all, Figure& figure) {
    constexpr double width = 1088;
    constexpr double row_height = 32;
    constexpr double font = 13.5;
    constexpr double name_x = 18;
    constexpr std::array share_x{262.0, 330.0};
    const std::array panels{Panel{362, 716, all.lowest, all.highest},
                            Panel{734, width, all.lowest, all.highest}};
    double y = 16;
    write(svg, "tick-t", name_x, y, 12.5, "start", worded(Message{"figure.head.tool"}));
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& look = i == 0 ? all.first : all.second;
        draw_mark(svg, look.shape, share_x[i] - 42, y - 4, 4.2, "solid " + std::string(look.tone));
        write(svg, "tick-t", share_x[i], y, 12.5, "end", worded(Message{"figure.parts.share"}));
        write_pair(svg, panels[i], y, diagonal_name_at_start(reading_order[i]),
                   Message{"figure.parts.makes"});
    }
    y += 14;
    svg.empty("path", {{"class", "tick"}, {"d", PathData().move(0, y).horizontal(width).text()}});
    const double bars_from = y;
    for (const auto& row : all.rows) {
        y += row_height / 2;
        svg.open("g", {{"class", "mark"}, {"data-tool", worded(row.name)}});
        svg.words("title", {},
                  worded(Message{"figure.parts.tool",
                                 {{"tool", row.name},
                                  {"building", part_of_row(row, 0)},
                                  {"orchestration", part_of_row(row, 1)}}}));
        if (!row.rest) {
            const auto& look = all.side(row);
            draw_mark(svg, look.shape, 7, y, 4.4, "solid " + std::string(look.tone));
        }
        write(svg, "ink-t", name_x, y + 5, 14, "start", shortened_to(worded(row.name), 190, 14));
        write(svg, "small-t", share_x[0], y + 5, font, "end",
              worded(use_cell(row, row.share_first)));
        write(svg, "small-t", share_x[1], y + 5, font, "end",
              worded(use_cell(row, row.share_second)));
        for (std::size_t d = 0; d < 2; ++d) {
            draw_part_bar(svg, all, row, d, panels[d], y, 15, font);
        }
        svg.close();
        y += row_height / 2;
    }
    PathData zeros;
    for (const auto& panel : panels) {
        zeros.move(panel.x_of(0), bars_from + 2).vertical(y - 2);
    }
    svg.empty("path", {{"class", "zero"}, {"d", zeros.text()}});
    svg.empty("path", {{"class", "total"}, {"d", PathData().move(0, y).horizontal(width).text()}});
    y += 23;
    write(svg, "ink-t strong", name_x, y, 14, "start", worded(Message{"figure.parts.sum"}));
    for (std::size_t d = 0; d < 2; ++d) {
        write_pair(svg, panels[d], y, sum_of(all, d), interval_of_gap(all, d));
    }
    figure.width = width;
    figure.height = y + 12;
}

void draw_narrow(SvgWriter& svg, const Contributions& all, Figure& figure) {
    constexpr double width = 328;
    constexpr double font = 12;
    const Panel panel{92, width, all.lowest, all.highest, 46};
    double y = 14;
    write(svg, "tick-t", 0, y, font, "start", worded(Message{"figure.parts.tool-and-share"}));
    write(svg, "tick-t", width, y, font, "end", worded(Message{"figure.parts.makes"}));
    for (const auto& row : all.rows) {
        y += 12;
        svg.empty("path",
                  {{"class", "tick"}, {"d", PathData().move(0, y).horizontal(width).text()}});
        y += 18;
        svg.open("g", {{"class", "mark"}, {"data-tool", worded(row.name)}});
        if (!row.rest) {
            const auto& look = all.side(row);
            draw_mark(svg, look.shape, 6, y - 4.5, 4, "solid " + std::string(look.tone));
        }
        write(svg, "ink-t", 16, y, 13, "start", shortened_to(worded(row.name), 176, 13));
        const std::array shares{row.share_first, row.share_second};
        for (std::size_t i = 0; i < 2; ++i) {
            const auto& look = i == 0 ? all.first : all.second;
            const double right = width - (i == 0 ? 66 : 0);
            draw_mark(svg, look.shape, right - 44, y - 4.5, 3.4, "solid " + std::string(look.tone));
            write(svg, "small-t", right, y, font, "end", worded(use_cell(row, shares[i])));
        }
        y += 4;
        for (std::size_t d = 0; d < 2; ++d) {
            y += 9;
            write(svg, "tick-t", 0, y + 4, 11.5, "start", worded(diagonal_word(reading_order[d])));
            draw_part_bar(svg, all, row, d, panel, y, 10, font);
            svg.empty("path",
                      {{"class", "zero"},
                       {"d", PathData().move(panel.x_of(0), y - 8).vertical(y + 8).text()}});
            y += 8;
        }
        svg.close();
    }
    y += 10;
    svg.empty("path", {{"class", "total"}, {"d", PathData().move(0, y).horizontal(width).text()}});
    y += 20;
    write(svg, "ink-t strong", 0, y, 13, "start", worded(Message{"figure.parts.sum"}));
    for (std::size_t d = 0; d < 2; ++d) {
        y += 18;
        write(svg, "tick-t", 0, y, 11.5, "start", worded(diagonal_word(reading_order[d])));
        write(svg, "ink-t strong", panel.left, y, 12.5, "start", worded(sum_of(all, d)));
        write(svg, "tick-t", panel.left + 60, y, font, "start", worded(interval_of_gap(all, d)));
    }
    figure.width = width;
    figure.height = y + 12;
}

FigureTable table_of(const Contributions& all) {
    const auto share_head = [&](std::size_t group) {
        return Message{"figure.parts.share-of-use",
                       {{"group", group_name(all.report.groups[group])}}};
    };
    FigureTable table{{"figure.parts.what"},
                      {Message{"figure.head.tool"}, share_head(all.comparison.first),
                       share_head(all.comparison.second), Message{"figure.head.building"},
                       Message{"figure.head.orchestration"}}};
    table.of_tools = true;
    for (const auto& row : all.rows) {
        table.rows.push_back({row.name, share_cell(row.share_first), share_cell(row.share_second),
                              part_of_row(row, 0), part_of_row(row, 1)});
    }
    table.rows.push_back(
        {Message{"figure.parts.sum"}, Message(), Message(), sum_of(all, 0), sum_of(all, 1)});
    table.rows.push_back({Message{"figure.parts.interval-of-gap"}, Message(), Message(),
                          interval_of(all.gaps[0]->gap), interval_of(all.gaps[1]->gap)});
    return table;
}

Figure empty_figure(const Message& why, const Message& what) {
    Figure figure;
    figure.title = Message{"figure.parts"};
    figure.description = why;
    figure.notes.push_back(why);
    figure.width = 480;
    figure.height = 40;
    SvgWriter svg;
    svg.words("text", {{"class", "small-t"}, {"x", 0.0}, {"y", 24.0}, {"font-size", 14.0}},
              worded(what));
    figure.body = svg.svg();
    return figure;
}

Figure draw(const GapReport& report, Size size) {
    if (report.comparisons.empty()) {
        return empty_figure(no_comparison(report), {"figure.parts.no-comparison"});
    }
    const auto& comparison = report.comparisons.front();
    Contributions all{report, comparison, {}, {}, {}, {}, 0, 0};
    for (std::size_t d = 0; d < reading_order.size(); ++d) {
        const auto& gap = comparison.diagonal[static_cast<std::size_t>(reading_order[d])];
        if (!gap) {
            return empty_figure({"figure.parts.why-no-gap", {{"reason", gap.reason()}}},
                                {"figure.parts.no-gap"});
        }
        all.gaps[d] = &*gap;
    }
    const auto looks = group_looks(report);
    all.first = looks[comparison.first];
    all.second = looks[comparison.second];
    add_rows(all);
    print_parts(all);
    Figure figure;
    figure.title = Message{"figure.parts"};
    figure.description = {"figure.parts.description",
                          {{"first", group_name(report.groups[comparison.first])},
                           {"second", group_name(report.groups[comparison.second])}}};
    SvgWriter svg;
    size == Size::Wide ? draw_wide(svg, all, figure) : draw_narrow(svg, all, figure);
    figure.body = svg.svg();
    figure.notes.push_back(part_intervals_statement(comparison));
    figure.tables.push_back(table_of(all));
    return figure;
}

} // namespace
} // namespace contributions_drawing

Figure contributions_figure(const GapReport& report, Size size) {
    return contributions_drawing::draw(report, size);
}

} // namespace assess::reports
