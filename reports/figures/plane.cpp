#include "reports/figures/plane.hpp"

#include "model/text/text.hpp"
#include "reports/content/labels.hpp"
#include "reports/figures/canvas.hpp"
#include "reports/figures/labels.hpp"
#include "reports/figures/marks.hpp"
#include "reports/layout/page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace assess::reports {
namespace {

constexpr std::size_t roomy_width = 64;  ///< from here on the axes' ends stand beside the frame
constexpr std::size_t widest_plane = 77; ///< columns inside the frame
constexpr double much_used = 0.25;       ///< of the people who could use a tool
constexpr double widest_two_deviations = 0.7; ///< else the outlines show one standard deviation
constexpr int outline_steps = 400;
constexpr std::size_t most_named_teams = 4; ///< more names than these would hide the drawing

/// A tool in use, and where it is drawn.
struct ToolMark {
    ToolIndex tool = 0;
    std::size_t users = 0;
    double share = 0; ///< of the people who could have named it
    std::ptrdiff_t column = 0;
    std::ptrdiff_t row = 0;
};

/// The drawing in the making. Cell (0, 0) is the upper left corner of the plane.
class Plane {
public:
    Plane(const GapReport& report, const Ink& ink, std::size_t width);
    PlaneFigure figure();

private:
    [[nodiscard]] double column_at(double x) const;
    [[nodiscard]] double row_at(double y) const;
    void draw_axes();
    void draw_quadrant_names();
    void draw_outline(const Group& group, const GroupMark& mark);
    void draw_outlines();
    void draw_tools();
    void draw_groups();
    void label_tools();
    void add_key();
    void add_unnamed();
    [[nodiscard]] std::vector<std::string> framed() const;
    [[nodiscard]] std::string ends(const Message& left, const Message& middle,
                                   const Message& right) const;

    const GapReport& m_report;
    const Ink& m_ink;
    bool m_roomy;
    Canvas m_canvas;
    std::vector<GroupMark> m_marks;
    std::vector<ToolMark> m_tools;
    std::vector<ToolIndex> m_unnamed;
    std::vector<Cells> m_key;
    int m_deviations = 2;
    std::vector<std::size_t> m_outlined; ///< groups with an outline
};

std::size_t columns_for(std::size_t width) {
    // "Software |" and "| Model" beside the plane, or the frame alone.
    const std::size_t beside = width >= roomy_width ? 17 : 2;
    const auto columns = std::min(width - std::min(width, beside), widest_plane);
    // 4k + 1, so that both axes fall on the middle of a cell and a unit is as high as wide.
    return std::max<std::size_t>((columns - 1) / 4 * 4 + 1, 5);
}

Plane::Plane(const GapReport& report, const Ink& ink, std::size_t width)
    : m_report(report), m_ink(ink), m_roomy(width >= roomy_width),
      m_canvas(columns_for(width), (columns_for(width) + 1) / 2),
      m_marks(group_marks(report, ink)) {}

double Plane::column_at(double x) const {
    return (x + 1) / 2 * static_cast<double>(m_canvas.columns() - 1);
}

double Plane::row_at(double y) const {
    return (1 - y) / 2 * static_cast<double>(m_canvas.rows() - 1);
}

void Plane::draw_axes() {
    const auto columns = static_cast<std::ptrdiff_t>(m_canvas.columns());
    const auto rows = static_cast<std::ptrdiff_t>(m_canvas.rows());
    // Hints of the diagonals: every fourth row is enough for the eye to follow.
    for (std::ptrdiff_t row = 1; row < rows; row += 3) {
        const auto column = row * (columns - 1) / (rows - 1);
        m_canvas.put(column, row, "\\", Layer::Hint, Tone::Faint);
        m_canvas.put(columns - 1 - column, row, "/", Layer::Hint, Tone::Faint);
    }
    for (std::ptrdiff_t column = 0; column < columns; ++column) {
        m_canvas.put(column, rows / 2, m_ink.sign("─", "-"), Layer::Axis, Tone::Faint);
    }
    for (std::ptrdiff_t row = 0; row < rows; ++row) {
        m_canvas.put(columns / 2, row, m_ink.sign("│", "|"), Layer::Axis, Tone::Faint);
    }
    m_canvas.put(columns / 2, rows / 2, m_ink.sign("┼", "+"), Layer::Axis, Tone::Faint);
}

void Plane::draw_quadrant_names() {
    const auto half = m_canvas.columns() / 2;
    const auto bottom = static_cast<std::ptrdiff_t>(m_canvas.rows()) - 1;
    for (const auto quadrant : quadrants) {
        const bool upper =
            quadrant == Quadrant::CloudPlatforms || quadrant == Quadrant::MachineLearningPlatforms;
        const bool left =
            quadrant == Quadrant::CloudPlatforms || quadrant == Quadrant::StandardSweTools;
        const auto name = m_ink.words(
            m_roomy ? quadrant_name(quadrant)
                    : Message{"label.quadrant.short", {{"quadrant", Select{id_of(quadrant)}}}});
        const auto width = static_cast<std::ptrdiff_t>(display_width(name));
        const auto middle = static_cast<std::ptrdiff_t>(half);
        m_canvas.write(left ? middle - 1 - width : middle + 2, upper ? 0 : bottom, name,
                       Layer::Name, Tone::Faint);
    }
}

/// Points of the ellipse through `deviations` standard deviations, by the Cholesky factor of the
/// covariance and the circle's rational parametrization: no library's sine, so the same cells on
/// every machine.
void Plane::draw_outline(const Group& group, const GroupMark& mark) {
    const auto& s = *group.covariance;
    const double l11 = std::sqrt(std::max(s.xx, 0.0));
    const double l21 = l11 > 0 ? s.xy / l11 : 0;
    const double l22 = std::sqrt(std::max(s.yy - l21 * l21, 0.0));
    const std::array<std::string_view, 3> dots{m_ink.sign("˙", "'"), m_ink.sign("·", "-"), "."};
    for (int step = 0; step < 2 * outline_steps; ++step) {
        const double t = 2.0 * (step % outline_steps) / outline_steps - 1;
        const double side = step < outline_steps ? m_deviations : -m_deviations;
        const double u = side * (1 - t * t) / (1 + t * t);
        const double v = side * 2 * t / (1 + t * t);
        const double x = group.centroid->x + l11 * u;
        const double y = group.centroid->y + l21 * u + l22 * v;
        if (std::fabs(x) > 1 || std::fabs(y) > 1) {
            continue;
        }
        const auto column = std::lround(column_at(x));
        const auto row = std::lround(row_at(y));
        const double below = row_at(y) - static_cast<double>(row); // a third of a row matters
        const auto& dot = below < -1.0 / 6 ? dots[0] : below > 1.0 / 6 ? dots[2] : dots[1];
        if (m_canvas.layer(column, row) < Layer::Outline) {
            m_canvas.put(column, row, dot, Layer::Outline, mark.tone);
        }
    }
}

void Plane::draw_outlines() {
    for (std::size_t i = 0; i < m_report.groups.size(); ++i) {
        const auto& group = m_report.groups[i];
        const bool wanted =
            m_report.comparisons.empty() ? m_report.groups.size() <= 2 : m_marks[i].compared;
        if (!wanted || !group.centroid || !group.covariance || group.placed < 3) {
            continue;
        }
        m_outlined.push_back(i);
        const double wider = std::max(group.covariance->xx, group.covariance->yy);
        if (2 * std::sqrt(std::max(wider, 0.0)) > widest_two_deviations) {
            m_deviations = 1;
        }
    }
    for (const auto index : m_outlined) {
        draw_outline(m_report.groups[index], m_marks[index]);
    }
}

void Plane::draw_tools() {
    const auto& tools = m_report.landscape.tools;
    for (ToolIndex index = 0; index < tools.size(); ++index) {
        ToolMark mark{index, 0, 0, 0, 0};
        std::size_t base = 0;
        for (const auto& group : m_report.groups) {
            if (index < group.tools.size()) {
                mark.users += group.tools[index].users;
                base += group.tools[index].base;
            }
        }
        const bool few = std::ranges::any_of(m_report.groups, [&](const Group& group) {
            return index < group.tools.size() && group.tools[index].few;
        });
        if ((mark.users == 0 && !few) || !tools[index].placement) {
            continue;
        }
        const auto& point = tools[index].placement->point;
        mark.share = base > 0 ? static_cast<double>(mark.users) / static_cast<double>(base) : 0;
        mark.column = std::lround(column_at(point.x));
        mark.row = std::lround(row_at(point.y));
        m_tools.push_back(mark);
    }
    std::stable_sort(m_tools.begin(), m_tools.end(),
                     [](const ToolMark& a, const ToolMark& b) { return a.users > b.users; });
    for (auto tool = m_tools.rbegin(); tool != m_tools.rend(); ++tool) {
        const auto glyph = tool->share >= much_used ? m_ink.sign("○", "*") : m_ink.sign("◦", "+");
        m_canvas.put(tool->column, tool->row, glyph, Layer::Mark);
    }
}

void Plane::draw_groups() {
    std::vector<Label> labels;
    for (std::size_t i = 0; i < m_report.groups.size(); ++i) {
        const auto& group = m_report.groups[i];
        if (!group.centroid || m_marks[i].glyph.empty()) {
            continue;
        }
        Label label{std::lround(column_at(group.centroid->x)),
                    std::lround(row_at(group.centroid->y)), m_ink.words(group_title(group)),
                    m_marks[i].tone};
        // Centres that fall on one character stand side by side.
        const auto taken = [&](std::ptrdiff_t column) {
            return std::any_of(labels.begin(), labels.end(), [&](const Label& other) {
                return other.column == column && other.row == label.row;
            });
        };
        const auto step =
            label.column * 2 < static_cast<std::ptrdiff_t>(m_canvas.columns()) ? 1 : -1;
        while (taken(label.column)) {
            label.column += step;
        }
        m_canvas.put(label.column, label.row, m_marks[i].glyph, Layer::Mark, m_marks[i].tone);
        label.text = shortened(label.text, m_roomy ? 18 : 12, m_ink.sign("…", "..."));
        labels.push_back(std::move(label));
    }
    if (m_report.grouping == Grouping::Team && labels.size() > most_named_teams) {
        return; // their letters stand in the key
    }
    for (const auto& label : labels) {
        place_label(m_canvas, label);
    }
}

void Plane::label_tools() {
    const auto most = m_canvas.columns() / 4;
    const std::size_t longest = m_roomy ? 18 : 12;
    for (std::size_t i = 0; i < std::min(most, m_tools.size()); ++i) {
        const auto& tool = m_tools[i];
        const Label label{tool.column, tool.row,
                          shortened(m_ink.words(tool_name(m_report.landscape, tool.tool)), longest,
                                    m_ink.sign("…", "...")),
                          Tone::Plain};
        if (!place_label(m_canvas, label)) {
            m_unnamed.push_back(tool.tool);
        }
    }
}

void Plane::add_unnamed() {
    if (!m_unnamed.empty()) {
        m_key.push_back(
            {Message{"figure.not-named",
                     {{"tools", named_tools(m_report.landscape, m_unnamed, List::all)}}}});
    }
}

void Plane::add_key() {
    const auto explained = [&](MessageId id, std::string_view unicode, std::string_view ascii) {
        return Message{id, {{"mark", m_ink.sign(unicode, ascii)}}};
    };
    Cells marks;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (!m_marks[i].glyph.empty() && m_report.groups[i].centroid) {
            marks.push_back(Message{
                "plane.group",
                {{"mark", Name{m_marks[i].glyph}}, {"group", group_name(m_report.groups[i])}}});
        }
    }
    if (!marks.empty()) {
        m_key.push_back(std::move(marks));
    }
    if (!m_tools.empty()) {
        m_key.push_back(
            {explained("plane.tool-of-many", "○", "*"), explained("plane.tool-of-few", "◦", "+")});
    }
    if (!m_outlined.empty()) {
        m_key.push_back({m_deviations == 2 ? explained("plane.outline.two", "·˙·.", "-'-.")
                                           : explained("plane.outline.one", "·˙·.", "-'-.")});
    }
    m_key.push_back({Message{"plane.how"}});
}

std::string Plane::ends(const Message& left, const Message& middle, const Message& right) const {
    const auto first = m_ink.words(left);
    const auto last = m_ink.words(right);
    const auto inner = m_canvas.columns() + 2;
    const auto line = centred(m_ink.words(middle), inner);
    // The middle stands in the middle of the whole line, not of what the ends leave of it.
    return first +
           line.substr(display_width(first),
                       line.size() - display_width(first) - display_width(last)) +
           last;
}

std::vector<std::string> Plane::framed() const {
    const std::string margin(m_roomy ? 9 : 0, ' ');
    const auto software = m_ink.words(Message{"label.axis.software"});
    const auto model = m_ink.words(Message{"label.axis.model"});
    const auto rule = repeated(m_ink.sign("─", "-"), m_canvas.columns());
    const auto edge = m_ink.toned(Tone::Faint, m_ink.sign("│", "|"));
    std::vector<std::string> lines;
    const auto add = [&](const std::string& line) { lines.push_back(margin + line); };
    const auto end = [&](MessageId id, Diagonal diagonal, bool high) {
        return Message{id,
                       {{"end", m_roomy ? end_title(diagonal, high) : end_word(diagonal, high)}}};
    };
    add(ends(end("plane.end.upper-left", Diagonal::Building, false), {"label.axis.all-in-one"},
             end("plane.end.upper-right", Diagonal::Orchestration, true)));
    add(m_ink.toned(Tone::Faint,
                    std::string(m_ink.sign("┌", "+")) + rule + std::string(m_ink.sign("┐", "+"))));
    for (std::size_t row = 0; row < m_canvas.rows(); ++row) {
        const bool axis = row == m_canvas.rows() / 2;
        lines.push_back((axis && m_roomy ? padded_right(software, margin.size()) : margin) + edge +
                        m_canvas.line(row, m_ink) + edge + (axis && m_roomy ? " " + model : ""));
    }
    add(m_ink.toned(Tone::Faint,
                    std::string(m_ink.sign("└", "+")) + rule + std::string(m_ink.sign("┘", "+"))));
    add(ends(end("plane.end.lower-left", Diagonal::Orchestration, false), {"label.axis.piecemeal"},
             end("plane.end.lower-right", Diagonal::Building, true)));
    return lines;
}

PlaneFigure Plane::figure() {
    draw_axes();
    draw_quadrant_names();
    draw_outlines();
    draw_tools();
    draw_groups();
    label_tools();
    if (!m_roomy) {
        // There is no room beside the frame; the words give way to marks and labels.
        const auto middle = static_cast<std::ptrdiff_t>(m_canvas.rows()) / 2;
        place_label(m_canvas,
                    {-2, middle, m_ink.words(Message{"label.axis.software"}), Tone::Plain});
        place_label(m_canvas, {static_cast<std::ptrdiff_t>(m_canvas.columns()) + 1, middle,
                               m_ink.words(Message{"label.axis.model"}), Tone::Plain});
    }
    add_key();
    add_unnamed();
    return {framed(), m_key};
}

} // namespace

PlaneFigure draw_plane(const GapReport& report, const Ink& ink, std::size_t width) {
    return Plane(report, ink, width).figure();
}

} // namespace assess::reports
