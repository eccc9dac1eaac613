#include "reports/svg/dumbbell.hpp"

#include "reports/layout/ink.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>
#include <string_view>

namespace assess::reports {
namespace {

constexpr double dumbbell_height = 34;
constexpr double axis_height = 20;
/// The narrowest place for a column; percents of it decide which texts of the axis would meet.
constexpr double narrowest_column = 190;
constexpr double text_size = 12.5;

} // namespace

DumbbellScale::DumbbellScale(std::span<const Dumbbell> rows, const Policy& policy) {
    double low = 0;
    double high = 0;
    const auto hold = [&](const Estimate& estimate) {
        low = std::min({low, estimate.value, estimate.lower.value_or(0)});
        high = std::max({high, estimate.value, estimate.upper.value_or(0)});
    };
    for (const auto& dumbbell : rows) {
        // How sure today is stands elsewhere: only its value is drawn.
        Estimate today;
        today.value = dumbbell.before.value;
        hold(today);
        if (dumbbell.after) {
            hold(*dumbbell.after);
        }
        const bool first = &dumbbell == rows.data();
        const bool same = first || (m_today && *m_today == dumbbell.before.value);
        m_today =
            same ? Quantity<double>(dumbbell.before.value) : Quantity<double>::unavailable({});
    }
    const double margin = std::max(0.02, (high - low) * 0.04);
    m_low = low < 0 ? low - margin : 0;
    m_high = high > 0 ? high + margin : 0;
    if (!(m_high > m_low)) {
        m_high = m_low + 1;
    }
    for (const double tick : {0.0, policy.gap_notable, policy.gap_serious}) {
        for (const double value : {tick, -tick}) {
            if (value >= m_low && value <= m_high &&
                std::ranges::find(m_ticks, value) == m_ticks.end()) {
                m_ticks.push_back(value);
            }
        }
    }
}

double DumbbellScale::percent_at(double value) const {
    return std::clamp((value - m_low) / (m_high - m_low) * 100, 0.0, 100.0);
}

std::string DumbbellScale::at(double value) const {
    return svg_number(percent_at(value)) + "%";
}

std::string DumbbellScale::axis() const {
    struct AxisLabel {
        std::string text;
        double value;
        std::string_view anchor;
        double left;
        double right;
    };
    std::vector<AxisLabel> labels;
    const auto place = [&](const Value& words, double value) {
        auto text = worded(words);
        const double width = text_width(text, text_size);
        const double x = percent_at(value) / 100 * narrowest_column;
        AxisLabel label{std::move(text), value, "middle", x - width / 2, x + width / 2};
        if (label.left < 0) {
            label = {label.text, value, "start", x, x + width};
        } else if (label.right > narrowest_column) {
            label = {label.text, value, "end", x - width, x};
        }
        constexpr double gap = 8;
        const bool meets = std::ranges::any_of(labels, [&](const AxisLabel& other) {
            return label.left < other.right + gap && other.left < label.right + gap;
        });
        if (!meets) {
            labels.push_back(std::move(label));
        }
    };
    // The most important first: what would meet an earlier one is left out.
    if (m_today) {
        place(Message{"figure.today", {{"gap", Decimal(*m_today)}}}, *m_today);
    }
    for (auto tick = m_ticks.rbegin(); tick != m_ticks.rend(); ++tick) {
        place(Decimal(*tick, *tick == 0 ? 0 : 2), *tick);
    }
    SvgWriter svg;
    svg.open("svg", {{"class", "dumb-axis"},
                     {"width", "100%"},
                     {"height", axis_height},
                     {"aria-hidden", "true"}});
    for (const auto& label : labels) {
        svg.words("text",
                  {{"class", "tick-t"},
                   {"x", at(label.value)},
                   {"y", 15.0},
                   {"font-size", text_size},
                   {"text-anchor", label.anchor}},
                  label.text);
    }
    svg.close();
    return svg.svg();
}

std::string DumbbellScale::row(const Dumbbell& dumbbell) const {
    constexpr double middle = dumbbell_height / 2;
    SvgWriter svg;
    svg.open("svg", {{"class", "dumb"},
                     {"width", "100%"},
                     {"height", dumbbell_height},
                     {"aria-hidden", "true"}});
    const auto line = [&](std::string_view classes, double from, double to) {
        svg.empty(
            "line",
            {{"class", classes}, {"x1", at(from)}, {"x2", at(to)}, {"y1", middle}, {"y2", middle}});
    };
    const auto disc = [&](std::string_view classes, double value, double radius) {
        svg.empty("circle", {{"class", classes}, {"cx", at(value)}, {"cy", middle}, {"r", radius}});
    };
    for (const auto tick : m_ticks) {
        svg.empty("line", {{"class", tick == 0 ? "dumb-tick zero" : "dumb-tick"},
                           {"x1", at(tick)},
                           {"x2", at(tick)},
                           {"y1", 0.0},
                           {"y2", dumbbell_height}});
    }
    if (dumbbell.after) {
        if (dumbbell.after->has_interval()) {
            line("dumb-sure", *dumbbell.after->lower, *dumbbell.after->upper);
        }
        line("dumb-move", dumbbell.before.value, dumbbell.after->value);
    }
    disc("dumb-before", dumbbell.before.value, 4.5);
    if (dumbbell.after) {
        disc("dumb-after", dumbbell.after->value, 5.5);
    }
    svg.close();
    return svg.svg();
}

} // namespace assess::reports
