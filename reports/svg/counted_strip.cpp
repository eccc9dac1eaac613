#include "reports/svg/counted_strip.hpp"

#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/group_look.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace assess::reports {
namespace counted_strip_drawing {
namespace {

constexpr double width = 250;
constexpr double row_height = 24;
constexpr double font = 13;
constexpr double marks_x = 100;
constexpr double step = 11;
constexpr std::size_t most_marks = 10;

struct Row {
    const Group* group = nullptr;
    GroupLook look;
    CountedPeople people;
};

std::vector<Row> rows_of(const GapReport& report, const Finding& finding) {
    const auto looks = group_looks(report);
    std::vector<Row> rows;
    for (const auto& people : finding.counted) {
        const auto found = std::ranges::find(report.groups, people.group, &Group::id);
        if (found != report.groups.end() && people.base > 0) {
            const auto index = static_cast<std::size_t>(found - report.groups.begin());
            rows.push_back({&*found, looks[index], people});
        }
    }
    return rows;
}

void draw_marks(SvgWriter& svg, const Row& row, double y) {
    const std::string tone(row.look.tone);
    for (std::size_t i = 0; i < row.people.base; ++i) {
        draw_mark(svg, row.look.shape, marks_x + 5 + step * static_cast<double>(i), y - 4.5, 4,
                  (i < row.people.users ? "solid " : "open ") + tone);
    }
}

void draw_share(SvgWriter& svg, const Row& row, double y) {
    constexpr double full = most_marks * step - 10;
    const double share =
        static_cast<double>(row.people.users) / static_cast<double>(row.people.base);
    const std::string tone(row.look.tone);
    svg.empty("rect", {{"class", "count-bar " + tone},
                       {"x", marks_x},
                       {"y", y - 9.5},
                       {"width", full},
                       {"height", 10.0}});
    svg.empty("rect", {{"class", "bar " + tone},
                       {"x", marks_x},
                       {"y", y - 9.5},
                       {"width", full * share},
                       {"height", 10.0}});
}

std::string draw(const GapReport& report, const Finding& finding) {
    const auto rows = rows_of(report, finding);
    if (rows.empty()) {
        return {};
    }
    std::vector<Value> said;
    for (const auto& row : rows) {
        said.emplace_back(Message{"figure.counted",
                                  {{"group", group_name(*row.group)},
                                   {"part", part_cell(row.people.users, row.people.base)}}});
    }
    const double height = row_height * static_cast<double>(rows.size());
    SvgWriter svg;
    svg.open("svg", {{"class", "strip counted"},
                     {"viewBox", fmt::format("0 0 {} {}", width, height)},
                     {"width", width},
                     {"height", height},
                     {"role", "img"},
                     {"aria-label", worded(List(std::move(said), List::all, List::Last::None))}});
    double y = 17;
    for (const auto& row : rows) {
        svg.words("text", {{"class", "small-t"}, {"x", 0.0}, {"y", y}, {"font-size", font}},
                  shortened_to(worded(group_title(*row.group)), marks_x - 8, font));
        const bool marks = row.people.base <= most_marks;
        marks ? draw_marks(svg, row, y) : draw_share(svg, row, y);
        const double after =
            marks ? step * static_cast<double>(row.people.base) : most_marks * step - 6;
        svg.words("text",
                  {{"class", "small-t"}, {"x", marks_x + after + 4}, {"y", y}, {"font-size", 12.5}},
                  worded(part_cell(row.people.users, row.people.base)));
        y += row_height;
    }
    svg.close();
    return svg.svg();
}

} // namespace
} // namespace counted_strip_drawing

std::string counted_strip(const GapReport& report, const Finding& finding) {
    return counted_strip_drawing::draw(report, finding);
}

} // namespace assess::reports
