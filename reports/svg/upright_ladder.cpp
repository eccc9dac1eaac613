// The ladder upright, for a phone: the first group to the right, the second to the left.
#include "reports/layout/ink.hpp"
#include "reports/svg/ladder_scene.hpp"
#include "reports/svg/spread_apart.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>

namespace assess::reports {
namespace upright_ladder_drawing {
namespace {

constexpr double width = 328;
constexpr double middle = width / 2;
constexpr double rail = 11;
constexpr double top = 34;
constexpr double length = 560;
constexpr double font = 11;
constexpr double row_height = 15;
constexpr double mark = 3.2;
constexpr double pitch = 8;
constexpr double longest_bar = 36;
constexpr double rows_from = 30; ///< distance of the rows from the middle
constexpr std::size_t most_uses = 11;

double y_of(double place) {
    return top + (1 - place) / 2 * length;
}

/// A line of words beside the rails: a use, a median, or what the missing stretch is.
struct Row {
    const LadderSide* side = nullptr;
    const RungUse* use = nullptr; ///< nothing: a median or the stretch
    double place_y = 0;
    double y = 0;
    std::string text;
    std::string classes;
};

std::vector<Row> rows_of(const LadderScene& scene, const LadderSide& side, bool with_stretch) {
    std::vector<Row> rows;
    for (const auto& use : side.uses) {
        rows.push_back({&side, &use, y_of(use.place), 0,
                        worded(tool_name(scene.report.landscape, use.tool)), "ink-t"});
    }
    if (side.median) {
        const Message median{"figure.ladder.median", {{"median", Decimal(*side.median)}}};
        rows.push_back({&side, nullptr, y_of(*side.median), 0, worded(median),
                        std::string(side.look.tone) + "-t strong"});
    }
    if (with_stretch && scene.stretch && scene.stretch->length() > 0) {
        const double y = y_of((scene.stretch->from + scene.stretch->to) / 2);
        const std::vector<NamedValue> values{{"length", Decimal(scene.stretch->length())}};
        const auto stretch = scene.broken ? Message{"figure.ladder.missing-step", values}
                                          : Message{"figure.ladder.longest-step", values};
        rows.push_back(
            {nullptr, nullptr, y, 0, worded(stretch), scene.broken ? "sand-t strong" : "small-t"});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.place_y < b.place_y; });
    std::vector<double> wanted;
    for (const auto& row : rows) {
        wanted.push_back(row.place_y);
    }
    const std::vector<double> sizes(rows.size(), row_height);
    const auto placed = spread_apart(wanted, sizes, top - 8, top + length + 8);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].y = placed[i];
    }
    return rows;
}

/// `out`: 1 to the right, -1 to the left.
void draw_row(SvgWriter& svg, const LadderScene& scene, const Row& row, double out) {
    double x = rows_from;
    const bool is_stretch = row.side == nullptr;
    const std::string tone = is_stretch ? "" : std::string(row.side->look.tone);
    if (row.use != nullptr) {
        svg.empty("path", {{"class", "rung-line"},
                           {"d", PathData()
                                     .move(middle + out * rail, row.place_y)
                                     .line(middle + out * (rows_from - 7), row.y)
                                     .text()}});
        if (scene.one_by_one) {
            for (std::size_t i = 0; i < row.use->users; ++i, x += pitch) {
                draw_mark(svg, row.side->look.shape, middle + out * x, row.y, mark,
                          "solid " + tone);
            }
        } else {
            const double bar = std::max(1.0, longest_bar * row.use->share / scene.largest_share);
            svg.empty("rect", {{"class", "bar " + tone},
                               {"x", out > 0 ? middle + x - 4 : middle - x + 4 - bar},
                               {"y", row.y - 3.5},
                               {"width", bar},
                               {"height", 7.0}});
            x += bar;
        }
    }
    const auto weight = row.classes.ends_with("strong") ? FontWeight::Bold : FontWeight::Regular;
    svg.words("text",
              {{"class", row.classes},
               {"x", middle + out * x},
               {"y", row.y + 4},
               {"font-size", font},
               {"text-anchor", out > 0 ? "start" : "end"}},
              shortened_to(row.text, middle - x, font, weight));
}

void draw_rails(SvgWriter& svg, const LadderScene& scene) {
    if (scene.stretch && scene.stretch->length() > 0) {
        const double from = y_of(scene.stretch->to);
        const double to = y_of(scene.stretch->from);
        if (scene.broken) {
            svg.empty("rect", {{"class", "sand"},
                               {"x", middle - rail - 5},
                               {"y", from},
                               {"width", 2 * rail + 10},
                               {"height", to - from}});
            svg.empty("path", {{"class", "sand-edge"},
                               {"d", PathData()
                                         .move(middle - rail - 5, from)
                                         .horizontal(middle + rail + 5)
                                         .move(middle - rail - 5, to)
                                         .horizontal(middle + rail + 5)
                                         .text()}});
        } else {
            svg.empty("path",
                      {{"class", "dim"}, {"d", PathData().move(middle, from).vertical(to).text()}});
        }
    }
    svg.empty("path", {{"class", "rail"},
                       {"d", PathData()
                                 .move(middle - rail, top)
                                 .vertical(top + length)
                                 .move(middle + rail, top)
                                 .vertical(top + length)
                                 .text()}});
    for (const bool used : {false, true}) {
        PathData rungs;
        for (const auto& rung : scene.rungs) {
            if (rung.used == used) {
                rungs.move(middle - rail, y_of(rung.place)).horizontal(middle + rail);
            }
        }
        if (!rungs.text().empty()) {
            svg.empty("path", {{"class", used ? "rung" : "rung off"}, {"d", rungs.text()}});
        }
    }
}

Figure draw(const GapReport& report, Diagonal diagonal) {
    const auto scene = make_ladder_scene(report, diagonal, most_uses);
    auto figure = ladder_frame(scene);
    figure.width = width;
    figure.height = top + length + 34;
    SvgWriter svg;
    const auto end = [&](double y, const Message& text) {
        svg.words("text",
                  {{"class", "tick-t"},
                   {"x", middle},
                   {"y", y},
                   {"font-size", 11.5},
                   {"text-anchor", "middle"}},
                  worded(text));
    };
    end(14, {"figure.ladder.end", {{"place", Decimal(1, 0)}, {"end", end_title(diagonal, true)}}});
    end(top + length + 28, place_at_end(diagonal, false));
    draw_rails(svg, scene);
    for (std::size_t i = 0; i < scene.sides.size(); ++i) {
        const auto& side = scene.sides[i];
        for (const auto& row : rows_of(scene, side, i == 0)) {
            draw_row(svg, scene, row, i == 0 ? 1 : -1);
        }
        if (side.median) {
            draw_mark(svg, side.look.shape, middle, y_of(*side.median), 6.5,
                      "centre " + std::string(side.look.tone));
        }
    }
    figure.body = svg.svg();
    return figure;
}

} // namespace
} // namespace upright_ladder_drawing

Figure upright_ladder(const GapReport& report, Diagonal diagonal) {
    return upright_ladder_drawing::draw(report, diagonal);
}

} // namespace assess::reports
