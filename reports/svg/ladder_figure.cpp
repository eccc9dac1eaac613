#include "reports/svg/ladder_figure.hpp"

#include "reports/layout/ink.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/ladder_scene.hpp"
#include "reports/svg/spread_apart.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace ladder_drawing {
namespace {

constexpr double width = 1088;
constexpr double rail = 14;     ///< the rails stand this far to both sides of the middle
constexpr double mark = 4.7;    ///< a person's radius
constexpr double pitch = 13;    ///< between two marks of a stack, and between two stacks
constexpr double first_at = 27; ///< the nearest mark's distance from the middle
constexpr double tallest_bar = 84;
constexpr double font = 13;
constexpr double line = 16.5;
constexpr std::size_t most_uses = 18;

double x_of(double place) {
    return 1 + (place + 1) / 2 * (width - 2);
}

/// People or a bar on a rung. y grows downwards from the middle of the rails.
struct Stack {
    const LadderSide* side = nullptr;
    const RungUse* use = nullptr;
    double rung_x = 0;
    double x = 0;
    double reach = 0; ///< its outer end, as a distance from the middle
    double up = -1;   ///< -1: it stands above the rails, 1: below
};

struct LadderLabel {
    std::string text;
    std::string classes;
    double size = font;
    std::string second; ///< a second line in a quieter tone
    std::optional<Segment> leader;
};

/// A lying ladder in the making; the middle of the rails is y = 0 until it is drawn.
class LyingLadder {
public:
    explicit LyingLadder(LadderScene scene) : m_scene(std::move(scene)) {}
    Figure figure();

private:
    void add_stacks(const LadderSide& side, double up);
    void wish_for_stack(const Stack& stack);
    void wish_for_stretch();
    void add_obstacle_prices();
    void place();
    void draw_rails(SvgWriter& svg) const;
    void draw_stretch(SvgWriter& svg) const;
    void draw_stack(SvgWriter& svg, const Stack& stack) const;
    void draw_labels(SvgWriter& svg) const;
    void draw_medians(SvgWriter& svg) const;
    [[nodiscard]] bool is_lower(std::size_t side) const;
    [[nodiscard]] bool turns(std::size_t side) const;
    void draw_axis(SvgWriter& svg) const;
    [[nodiscard]] double median_row() const { return m_top - 14; }

    LadderScene m_scene;
    std::vector<Stack> m_stacks;
    std::vector<LabelWish> m_wishes;
    std::vector<LadderLabel> m_labels;
    std::vector<std::optional<std::size_t>> m_chosen;
    bool m_turned = false;    ///< a median's words stand one row up
    double m_top = -first_at; ///< the highest and lowest thing drawn
    double m_bottom = first_at;
};

void LyingLadder::add_stacks(const LadderSide& side, double up) {
    std::vector<double> wanted;
    for (const auto& use : side.uses) {
        wanted.push_back(x_of(use.place));
    }
    const std::vector<double> sizes(wanted.size(), pitch);
    const auto placed = spread_apart(wanted, sizes, 0, width);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto& use = side.uses[i];
        const double height = m_scene.one_by_one
                                  ? static_cast<double>(use.users - 1) * pitch + 2 * mark
                                  : std::max(2.0, tallest_bar * use.share / m_scene.largest_share);
        m_stacks.push_back({&side, &use, wanted[i], placed[i], first_at - mark + height, up});
    }
}

void LyingLadder::wish_for_stack(const Stack& stack) {
    const auto name =
        shortened_to(worded(tool_name(m_scene.report.landscape, stack.use->tool)), 170, font);
    const double half = text_width(name, font) / 2 + 1;
    LabelWish wish;
    wish.omission = 160;
    for (int level = 0; level < 6; ++level) {
        for (int shift = -4; shift <= 4; ++shift) {
            const double x = stack.x + shift * (half - 5) / 4;
            const double near = stack.reach + 4 + level * line;
            LabelPlace place{{x - half, 0, x + half, 0}, 3.0 * std::abs(shift) + 12.0 * level, {}};
            place.box.top = stack.up < 0 ? -near - line : near;
            place.box.bottom = place.box.top + line;
            if (place.box.left < 0 || place.box.right > width) {
                continue;
            }
            if (level > 0) {
                place.leader =
                    Segment{stack.x, stack.up * (stack.reach + 2), stack.x, stack.up * (near + 2)};
            }
            wish.places.push_back(place);
        }
    }
    m_wishes.push_back(std::move(wish));
    m_labels.push_back({name, "ink-t halo", font, {}, {}});
}

void LyingLadder::wish_for_stretch() {
    if (!m_scene.stretch || m_scene.stretch->length() <= 0) {
        return;
    }
    const std::vector<NamedValue> length{{"length", Decimal(m_scene.stretch->length())}};
    LadderLabel label{
        worded(Message{"figure.ladder.longest-step", length}), "small-t halo", 12.5, {}, {}};
    if (m_scene.broken) {
        label = {worded(Message{"figure.ladder.missing-stretch", length}),
                 "sand-t strong halo",
                 14,
                 worded(Message{"figure.ladder.too-few-here"}),
                 {}};
    }
    const double half = std::max(text_width(label.text, label.size, FontWeight::Bold),
                                 text_width(label.second, 12.5)) /
                            2 +
                        1;
    const double height = line * (label.second.empty() ? 1 : 2) + 2;
    const double from = x_of(m_scene.stretch->from);
    const double to = x_of(m_scene.stretch->to);
    LabelWish wish;
    wish.omission = 900;
    for (int step = 0; step <= 8; ++step) {
        const double x = std::clamp(from + (to - from) * step / 8, half, width - half);
        for (int level = 0; level < 7; ++level) {
            for (const double up : {-1.0, 1.0}) {
                const double near = rail + 10 + level * line;
                const double top = up < 0 ? -near - height : near;
                wish.places.push_back({{x - half, top, x + half, top + height},
                                       4.0 * std::abs(step - 4) + 10.0 * level + (up > 0 ? 8 : 0),
                                       {}});
            }
        }
    }
    m_wishes.push_back(std::move(wish));
    m_labels.push_back(std::move(label));
}

void LyingLadder::add_obstacle_prices() {
    for (auto& wish : m_wishes) {
        for (auto& place : wish.places) {
            for (const auto& stack : m_stacks) {
                const double half = pitch / 2;
                const Box box{stack.x - half, stack.up < 0 ? -stack.reach : rail, stack.x + half,
                              stack.up < 0 ? -rail : stack.reach};
                place.cost += overlap(box, place.box) ? 500 : 0;
            }
            for (const auto& side : m_scene.sides) {
                const double x = side.median ? x_of(*side.median) : -1;
                const bool above = place.box.top < 0;
                place.cost += above && x > place.box.left - 3 && x < place.box.right + 3 ? 150 : 0;
            }
        }
    }
}

void LyingLadder::place() {
    wish_for_stretch();
    // The tallest stacks are what most people use: their names come first.
    auto order = m_stacks;
    std::stable_sort(order.begin(), order.end(),
                     [](const Stack& a, const Stack& b) { return a.use->share > b.use->share; });
    for (const auto& stack : order) {
        wish_for_stack(stack);
    }
    add_obstacle_prices();
    m_chosen = place_labels(m_wishes);
    for (const auto& stack : m_stacks) {
        (stack.up < 0 ? m_top : m_bottom) =
            stack.up < 0 ? std::min(m_top, -stack.reach) : std::max(m_bottom, stack.reach);
    }
    for (std::size_t i = 0; i < m_wishes.size(); ++i) {
        if (m_chosen[i]) {
            const auto& place = m_wishes[i].places[*m_chosen[i]];
            m_top = std::min(m_top, place.box.top);
            m_bottom = std::max(m_bottom, place.box.bottom);
            m_labels[i].leader = place.leader;
        }
    }
}

void LyingLadder::draw_rails(SvgWriter& svg) const {
    svg.empty("path", {{"class", "rail"},
                       {"d", PathData()
                                 .move(1, -rail)
                                 .horizontal(width - 1)
                                 .move(1, rail)
                                 .horizontal(width - 1)
                                 .text()}});
    for (const bool used : {false, true}) {
        PathData rungs;
        for (const auto& rung : m_scene.rungs) {
            if (rung.used == used) {
                rungs.move(x_of(rung.place), -rail).vertical(rail);
            }
        }
        if (!rungs.text().empty()) {
            svg.empty("path", {{"class", used ? "rung" : "rung off"}, {"d", rungs.text()}});
        }
    }
}

void LyingLadder::draw_stretch(SvgWriter& svg) const {
    if (!m_scene.stretch || m_scene.stretch->length() <= 0) {
        return;
    }
    const double from = x_of(m_scene.stretch->from);
    const double to = x_of(m_scene.stretch->to);
    if (m_scene.broken) {
        svg.empty("rect", {{"class", "sand"},
                           {"x", from},
                           {"y", -rail - 7},
                           {"width", to - from},
                           {"height", 2 * rail + 14}});
        svg.empty("path", {{"class", "sand-edge"},
                           {"d", PathData()
                                     .move(from, -rail - 7)
                                     .vertical(rail + 7)
                                     .move(to, -rail - 7)
                                     .vertical(rail + 7)
                                     .text()}});
        return;
    }
    svg.empty("path", {{"class", "dim"},
                       {"d", PathData()
                                 .move(from, 0)
                                 .horizontal(to)
                                 .move(from, -4)
                                 .vertical(4)
                                 .move(to, -4)
                                 .vertical(4)
                                 .text()}});
}

void LyingLadder::draw_stack(SvgWriter& svg, const Stack& stack) const {
    svg.open("g", {{"class", "mark"},
                   {"data-tool", worded(tool_name(m_scene.report.landscape, stack.use->tool))}});
    svg.words("title", {}, worded(use_of(m_scene, *stack.side, *stack.use)));
    svg.empty("path", {{"class", "rung-line"},
                       {"d", PathData()
                                 .move(stack.rung_x, stack.up * rail)
                                 .line(stack.x, stack.up * (first_at - mark - 1))
                                 .text()}});
    const std::string tone(stack.side->look.tone);
    if (m_scene.one_by_one) {
        for (std::size_t i = 0; i < stack.use->users; ++i) {
            draw_mark(svg, stack.side->look.shape, stack.x,
                      stack.up * (first_at + static_cast<double>(i) * pitch), mark,
                      "solid " + tone);
        }
    } else {
        const double near = first_at - mark;
        svg.empty("rect", {{"class", "bar " + tone},
                           {"x", stack.x - 4.5},
                           {"y", stack.up < 0 ? -stack.reach : near},
                           {"width", 9.0},
                           {"height", stack.reach - near}});
    }
    svg.close();
}

void LyingLadder::draw_labels(SvgWriter& svg) const {
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        if (!m_chosen[i]) {
            continue;
        }
        const auto& box = m_wishes[i].places[*m_chosen[i]].box;
        const auto& label = m_labels[i];
        if (label.leader) {
            svg.empty("path", {{"class", "leader"},
                               {"d", PathData()
                                         .move(label.leader->x1, label.leader->y1)
                                         .line(label.leader->x2, label.leader->y2)
                                         .text()}});
        }
        const double middle = (box.left + box.right) / 2;
        const auto write = [&](const std::string& text, std::string_view classes, double size,
                               double y) {
            svg.words("text",
                      {{"class", classes},
                       {"x", middle},
                       {"y", y},
                       {"font-size", size},
                       {"text-anchor", "middle"}},
                      text);
        };
        write(label.text, label.classes, label.size, box.top + 13);
        if (!label.second.empty()) {
            write(label.second, "small-t halo", 12.5, box.top + 13 + line);
        }
    }
}

bool LyingLadder::is_lower(std::size_t side) const {
    const double here = *m_scene.sides[side].median;
    const double other = m_scene.sides[1 - side].median.value_or(here);
    return here < other || (here == other && side == 1);
}

/// Where its words would leave the page on their own side.
bool LyingLadder::turns(std::size_t side) const {
    const auto words = worded(median_of(m_scene, m_scene.sides[side]));
    const double x = x_of(*m_scene.sides[side].median);
    const double room = text_width(words, 14, FontWeight::Bold) + 9;
    return is_lower(side) ? x < room : width - x < room;
}

/// The lower median's words stand to the left of its line, the higher one's to the right, so that
/// they cannot meet; at an edge they turn round, one row further up.
void LyingLadder::draw_medians(SvgWriter& svg) const {
    for (std::size_t i = 0; i < m_scene.sides.size(); ++i) {
        const auto& side = m_scene.sides[i];
        if (!side.median) {
            continue;
        }
        const auto words = worded(median_of(m_scene, side));
        const double x = x_of(*side.median);
        const bool turned = turns(i);
        const bool to_the_left = is_lower(i) != turned;
        const double row = median_row() - (turned ? 19 : 0);
        const std::string tone(side.look.tone);
        svg.empty("path", {{"class", "median " + tone},
                           {"d", PathData().move(x, 0).vertical(row - 10).text()}});
        draw_mark(svg, side.look.shape, x, 0, 9, "centre " + tone);
        svg.words("text",
                  {{"class", tone + "-t strong halo"},
                   {"x", to_the_left ? x - 8 : x + 8},
                   {"y", row},
                   {"font-size", 14.0},
                   {"text-anchor", to_the_left ? "end" : "start"}},
                  words);
    }
}

void LyingLadder::draw_axis(SvgWriter& svg) const {
    const double y = m_bottom + 22;
    PathData axis;
    axis.move(1, y).horizontal(width - 1);
    for (const double tick : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
        axis.move(x_of(tick), y).vertical(y + 5);
    }
    svg.empty("path", {{"class", "tick"}, {"d", axis.text()}});
    const auto write = [&](double x, std::string_view anchor, const Value& value) {
        svg.words("text",
                  {{"class", "tick-t"},
                   {"x", x},
                   {"y", y + 22},
                   {"font-size", 12.5},
                   {"text-anchor", anchor}},
                  worded(value));
    };
    write(1, "start", place_at_end(m_scene.diagonal, false));
    write(x_of(-0.5), "middle", Decimal(-0.5, 1));
    write(x_of(0), "middle", Decimal(0, 0));
    write(x_of(0.5), "middle", Decimal(0.5, 1));
    write(width - 1, "end", place_at_end(m_scene.diagonal, true));
}

Figure LyingLadder::figure() {
    auto figure = ladder_frame(m_scene);
    for (std::size_t i = 0; i < m_scene.sides.size(); ++i) {
        add_stacks(m_scene.sides[i], i == 0 ? -1 : 1);
    }
    place();
    SvgWriter svg;
    bool medians = false;
    for (std::size_t i = 0; i < m_scene.sides.size(); ++i) {
        if (m_scene.sides[i].median) {
            medians = true;
            m_turned = m_turned || turns(i);
        }
    }
    const double top = medians ? median_row() - (m_turned ? 36 : 18) : m_top - 6;
    figure.width = width;
    figure.height = m_bottom + 52 - top;
    svg.open("g", {{"transform", fmt::format("translate(0 {})", svg_number(-top))}});
    draw_stretch(svg);
    draw_rails(svg);
    for (const auto& stack : m_stacks) {
        draw_stack(svg, stack);
    }
    draw_medians(svg);
    draw_labels(svg);
    draw_axis(svg);
    svg.close();
    figure.body = svg.svg();
    return figure;
}

Figure draw(const GapReport& report, Diagonal diagonal, Size size) {
    return size == Size::Narrow
               ? upright_ladder(report, diagonal)
               : LyingLadder(make_ladder_scene(report, diagonal, most_uses)).figure();
}

} // namespace
} // namespace ladder_drawing

Figure building_figure(const GapReport& report, Size size) {
    return ladder_drawing::draw(report, Diagonal::Building, size);
}

Figure orchestration_figure(const GapReport& report, Size size) {
    return ladder_drawing::draw(report, Diagonal::Orchestration, size);
}

} // namespace assess::reports
