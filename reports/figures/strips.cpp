#include "reports/figures/strips.hpp"

#include "model/text/text.hpp"
#include "reports/content/labels.hpp"
#include "reports/figures/canvas.hpp"
#include "reports/figures/marks.hpp"
#include "reports/layout/page.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace assess::reports {
namespace {

/// A horizontal scale over a canvas.
struct Scale {
    double lower = -1;
    double upper = 1;
    std::size_t columns = 2;

    [[nodiscard]] std::ptrdiff_t column(double value) const {
        if (!std::isfinite(value)) {
            return 0;
        }
        const double share = (std::clamp(value, lower, upper) - lower) / (upper - lower);
        return std::lround(share * static_cast<double>(columns - 1));
    }
};

/// Writes text centred over a column, moved inside the canvas; false where it would touch other
/// text of that row.
bool write_over(Canvas& canvas, std::ptrdiff_t column, std::ptrdiff_t row, const std::string& text,
                Tone tone = Tone::Plain) {
    const auto width = static_cast<std::ptrdiff_t>(display_width(text));
    const auto last = static_cast<std::ptrdiff_t>(canvas.columns()) - width;
    if (last < 0) {
        return false;
    }
    const auto start = std::clamp<std::ptrdiff_t>(column - width / 2, 0, last);
    for (auto at = start - 1; at <= start + width; ++at) {
        if (canvas.layer(at, row) != Layer::Empty) {
            return false;
        }
    }
    canvas.write(start, row, text, Layer::Label, tone);
    return true;
}

std::vector<std::string> trimmed_lines(const Canvas& canvas, const Ink& ink) {
    std::vector<std::string> lines;
    for (std::size_t row = 0; row < canvas.rows(); ++row) {
        auto line = canvas.line(row, ink);
        line.erase(line.find_last_not_of(' ') + 1);
        if (!line.empty()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

void draw_rail(Canvas& canvas, std::ptrdiff_t row, const Ink& ink) {
    const auto last = static_cast<std::ptrdiff_t>(canvas.columns()) - 1;
    for (std::ptrdiff_t column = 0; column <= last; ++column) {
        canvas.put(column, row, ink.sign("─", "-"), Layer::Axis, Tone::Faint);
    }
}

Scale scale_for(const Estimate& gap, const Policy& policy, std::size_t width) {
    const double low = std::min(gap.value, gap.lower.value_or(gap.value));
    const double high = std::max(gap.value, gap.upper.value_or(gap.value));
    // The side without the gap needs room for "no gap" only; the other one shows all it has.
    const double short_end = policy.gap_notable * 1.5;
    const double long_end =
        std::max({1.0, policy.gap_serious * 1.25, std::ceil(std::max(-low, high) * 4) / 4});
    return {low < -policy.gap_notable ? -long_end : -short_end,
            high > policy.gap_notable || low >= -policy.gap_notable ? long_end : short_end, width};
}

void draw_interval(Canvas& canvas, const Scale& scale, const Estimate& gap, const Ink& ink) {
    if (gap.has_interval()) {
        const auto lower = scale.column(*gap.lower);
        const auto upper = scale.column(*gap.upper);
        const auto inner_lower = scale.column(gap.sampling_lower.value_or(*gap.lower));
        const auto inner_upper = scale.column(gap.sampling_upper.value_or(*gap.upper));
        for (auto column = lower; column <= upper; ++column) {
            const bool inner = column >= inner_lower && column <= inner_upper;
            canvas.put(column, 1, inner ? ink.sign("━", "=") : ink.sign("─", "-"), Layer::Mark,
                       Tone::Strong);
        }
        canvas.put(lower, 1, ink.sign(lower == inner_lower ? "┣" : "├", "["), Layer::Mark,
                   Tone::Strong);
        canvas.put(upper, 1, ink.sign(upper == inner_upper ? "┫" : "┤", "]"), Layer::Mark,
                   Tone::Strong);
    }
    canvas.put(scale.column(gap.value), 1, ink.sign("◆", "o"), Layer::Mark, Tone::Strong);
}

} // namespace

std::vector<std::string> draw_gap_strip(const Estimate& gap, const Policy& policy, const Ink& ink,
                                        std::size_t width) {
    const auto scale = scale_for(gap, policy, width);
    Canvas canvas(width, 5);
    write_over(canvas, scale.column(gap.value), 0, ink.words(Decimal(gap.value)), Tone::Strong);
    if (gap.has_interval()) {
        write_over(canvas, scale.column(*gap.lower), 0, ink.words(Decimal(*gap.lower)));
        write_over(canvas, scale.column(*gap.upper), 0, ink.words(Decimal(*gap.upper)));
    }
    draw_interval(canvas, scale, gap, ink);
    draw_rail(canvas, 2, ink);
    const std::array ticks{0.0, policy.gap_notable, policy.gap_serious, -policy.gap_notable,
                           -policy.gap_serious};
    for (const auto tick : ticks) {
        if (tick > scale.lower && tick < scale.upper) {
            canvas.put(scale.column(tick), 2, ink.sign("┴", "+"), Layer::Axis, Tone::Faint);
            write_over(canvas, scale.column(tick), 3, ink.words(Decimal(tick, tick == 0 ? 0 : 2)),
                       Tone::Faint);
        }
    }
    const auto name = [&](double from, double to, MessageId id) {
        const auto word = ink.words(Message{id});
        const auto left = scale.column(from);
        const auto right = scale.column(to);
        if (right - left > static_cast<std::ptrdiff_t>(display_width(word))) {
            write_over(canvas, (left + right) / 2, 4, word, Tone::Faint);
        }
    };
    const double notable = std::min(policy.gap_notable, policy.gap_serious);
    name(std::max(-notable, scale.lower), std::min(notable, scale.upper), "scale.no-gap");
    name(notable, std::min(policy.gap_serious, scale.upper), "scale.notable");
    name(policy.gap_serious, scale.upper, "scale.serious");
    name(std::max(-policy.gap_serious, scale.lower), -notable, "scale.notable");
    name(scale.lower, -policy.gap_serious, "scale.serious");
    return trimmed_lines(canvas, ink);
}

std::vector<std::string> draw_diagonal(const GapReport& report, Diagonal diagonal, const Ink& ink,
                                       std::size_t width) {
    const auto low = ink.words(end_word(diagonal, false));
    const auto high = ink.words(end_word(diagonal, true));
    const auto beside = display_width(low) + display_width(high) + 2;
    const bool roomy = width >= 60;
    const Scale scale{-1, 1, roomy ? width - beside : width};
    const auto marks = group_marks(report, ink);

    constexpr std::size_t most_rows = 16;
    Canvas canvas(scale.columns, most_rows + 1);
    draw_rail(canvas, 0, ink);
    canvas.put(scale.column(0), 0, ink.sign("┼", "+"), Layer::Axis, Tone::Faint);
    for (const bool compared : {true, false}) {
        for (std::size_t i = 0; i < report.groups.size(); ++i) {
            const auto& group = report.groups[i];
            if (marks[i].compared != compared || marks[i].glyph.empty() || !group.centroid) {
                continue;
            }
            const auto coordinate = along(diagonal, *group.centroid);
            const auto column = scale.column(coordinate);
            if (canvas.layer(column, 0) != Layer::Mark) {
                canvas.put(column, 0, marks[i].glyph, Layer::Mark, marks[i].tone);
            }
            const auto number = ink.words(Decimal(coordinate));
            const auto room = scale.columns - display_width(number) - 1;
            const auto name =
                shortened(marked_name(marks[i], group, ink), room, ink.sign("…", "..."));
            for (std::ptrdiff_t row = 1; row <= static_cast<std::ptrdiff_t>(most_rows); ++row) {
                if (write_over(canvas, column, row, name + " " + number, marks[i].tone)) {
                    break;
                }
            }
        }
    }
    auto lines = trimmed_lines(canvas, ink);
    if (roomy) {
        lines.front() = low + " " + lines.front() + " " + high;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            lines[i].insert(0, display_width(low) + 1, ' ');
        }
    } else {
        lines.insert(lines.begin(),
                     low + std::string(width - display_width(low) - display_width(high), ' ') +
                         high);
    }
    return lines;
}

std::string draw_bar(double value, const BarScale& scale, const Ink& ink) {
    const double span = scale.highest - scale.lowest;
    const auto cells = static_cast<double>(scale.width - 1); // one is the axis
    const auto left = span > 0 ? std::lround(-scale.lowest / span * cells) : 0;
    const auto right = static_cast<long>(scale.width) - 1 - left;
    // Rounding `left` must not push the longest bar of the other side out of its cells.
    const auto halves = span > 0 ? std::lround(std::fabs(value) / span * cells * 2) : 0;
    const auto filled = std::min(halves, 2 * (value < 0 ? left : right));
    const auto whole = static_cast<std::size_t>(filled / 2);
    const bool half = filled % 2 != 0;
    const auto block = repeated(ink.sign("█", "#"), whole);
    const auto axis = std::string(ink.sign("│", "|"));
    if (value < 0) {
        const auto bar = std::string(half ? ink.sign("▐", "-") : "") + block;
        return padded_left(bar, static_cast<std::size_t>(left)) + axis +
               std::string(static_cast<std::size_t>(right), ' ');
    }
    const auto bar = block + std::string(half ? ink.sign("▌", "-") : "");
    return std::string(static_cast<std::size_t>(left), ' ') + axis +
           padded_right(bar, static_cast<std::size_t>(right));
}

} // namespace assess::reports
