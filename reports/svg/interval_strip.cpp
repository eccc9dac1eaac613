#include "reports/svg/interval_strip.hpp"

#include "model/findings/rules.hpp"
#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace assess::reports {
namespace interval_strip_drawing {
namespace {

/// The narrowest places for a strip: on a phone, in a column of cards, across the page.
constexpr double phone_width = 250;
constexpr double column_width = 350;
constexpr double page_width = 600;

/// Text on a row, by the percent it stands at.
struct RowText {
    double percent = 0;
    std::string text;
    std::string classes;
    double size = 13;
    bool strong = false;
    int side = 0; ///< -1: it ends where it stands; 1: it begins there; 0: it is centred
};

struct PlacedText {
    RowText text;
    std::string_view anchor;
    double left = 0; ///< in pixels of the narrowest strip
    double right = 0;
};

/// Texts in order of importance; one that would meet an earlier one is left out.
std::vector<PlacedText> placed(const std::vector<RowText>& texts, double least_width) {
    constexpr double gap = 6;
    std::vector<PlacedText> all;
    for (const auto& text : texts) {
        const double width =
            text_width(text.text, text.size, text.strong ? FontWeight::Bold : FontWeight::Regular);
        const double x = text.percent / 100 * least_width;
        PlacedText here{text, "middle", x - width / 2, x + width / 2};
        if (text.side < 0) {
            here = {text, "end", x - width, x};
        } else if (text.side > 0) {
            here = {text, "start", x, x + width};
        }
        if (here.left < 0) {
            here = {text, "start", x, x + width};
        } else if (here.right > least_width) {
            here = {text, "end", x - width, x};
        }
        const bool meets = std::any_of(all.begin(), all.end(), [&](const PlacedText& other) {
            return here.left < other.right + gap && other.left < here.right + gap;
        });
        if (!meets && here.left >= -1 && here.right <= least_width + 1) {
            all.push_back(here);
        }
    }
    return all;
}

std::string in_percent(double percent) {
    return svg_number(percent) + "%";
}

void write_texts(SvgWriter& svg, const std::vector<PlacedText>& row, double y) {
    for (const auto& [text, anchor, left, right] : row) {
        svg.words("text",
                  {{"class", text.classes},
                   {"x", in_percent(text.percent)},
                   {"y", y},
                   {"font-size", text.size},
                   {"text-anchor", anchor}},
                  text.text);
    }
}

class Strip {
public:
    Strip(const Finding& finding, bool large)
        : m_magnitude(*finding.magnitude), m_scale(finding.rule->scale), m_large(large) {
        const auto& estimate = m_magnitude.estimate;
        m_low = std::min({m_magnitude.scale_lower, estimate.value, estimate.lower.value_or(0)});
        m_high = std::max({m_magnitude.scale_upper, estimate.value, estimate.upper.value_or(0)});
        shorten_empty_end();
        m_both_sides = m_scale.both_sides && m_magnitude.scale_lower < 0;
        if (m_both_sides) {
            shorten_unused_side();
        }
        m_high = m_high > m_low ? m_high : m_low + 1;
    }
    std::string svg();

private:
    void shorten_unused_side();
    void shorten_empty_end();
    [[nodiscard]] double at(double value) const {
        return std::clamp((value - m_low) / (m_high - m_low) * 100, 0.0, 100.0);
    }
    [[nodiscard]] Value number(double value) const {
        return m_scale.shares ? Value(Share(value)) : Value(Decimal(value, counts() ? 0 : 2));
    }
    /// People or tools, not a place on the plane.
    [[nodiscard]] bool counts() const {
        const auto whole = [](double value) { return value == std::floor(value); };
        return whole(m_magnitude.estimate.value) && !m_magnitude.estimate.has_interval() &&
               m_magnitude.threshold && whole(*m_magnitude.threshold) && *m_magnitude.threshold > 0;
    }
    /// 0 and 1 without decimals.
    [[nodiscard]] Value tick_number(double value) const {
        return value == std::floor(value) && !m_scale.shares ? Value(Decimal(value, 0))
                                                             : number(value);
    }
    /// The value with its interval.
    [[nodiscard]] std::vector<NamedValue> numbers() const {
        const auto& estimate = m_magnitude.estimate;
        return {{"what", m_magnitude.name},
                {"value", number(estimate.value)},
                {"level", Level{estimate.level}},
                {"lower", number(estimate.lower.value_or(0))},
                {"upper", number(estimate.upper.value_or(0))}};
    }
    void band(SvgWriter& svg, std::string_view shade, double from, double to) const;
    void draw_bands(SvgWriter& svg);
    void draw_thresholds(SvgWriter& svg) const;
    void draw_estimate(SvgWriter& svg) const;
    void write_values(SvgWriter& svg, double least_width) const;
    void write_scale(SvgWriter& svg, double least_width) const;
    void write_rows(SvgWriter& svg, std::string_view classes, double least_width) const;

    const Magnitude& m_magnitude;
    const RuleScale& m_scale;
    bool m_large;
    bool m_both_sides = false; ///< the threshold counts in both directions
    double m_low = 0;
    double m_high = 1;
    static constexpr double m_top = 24;
    [[nodiscard]] double height() const { return m_large ? 40 : 30; }
    std::vector<RowText> m_names;
};

/// Few things come near the end of a scale that goes beyond 1: it is drawn to 1 where all fits.
void Strip::shorten_empty_end() {
    const auto& estimate = m_magnitude.estimate;
    const double most =
        std::max({estimate.value, estimate.upper.value_or(0), m_magnitude.serious.value_or(0),
                  m_magnitude.threshold.value_or(0)});
    const double least =
        std::min({estimate.value, estimate.lower.value_or(0), m_low < 0 ? -most : 0.0});
    if (m_high > 1 && most < 0.95) {
        m_high = 1;
    }
    if (m_low < -1 && least > -0.95) {
        m_low = -1;
    }
}

/// A gap of one sign needs no room for the other, but for its threshold.
void Strip::shorten_unused_side() {
    const auto& estimate = m_magnitude.estimate;
    const double margin = m_magnitude.threshold.value_or(0.1);
    const double least = std::min(estimate.value, estimate.lower.value_or(estimate.value));
    const double most = std::max(estimate.value, estimate.upper.value_or(estimate.value));
    if (least > -margin) {
        m_low = -margin;
    }
    if (most < margin) {
        m_high = margin;
    }
}

void Strip::band(SvgWriter& svg, std::string_view shade, double from, double to) const {
    if (to > from) {
        svg.empty("rect", {{"class", "band " + std::string(shade)},
                           {"x", in_percent(at(from))},
                           {"y", m_top},
                           {"width", in_percent(at(to) - at(from))},
                           {"height", height()}});
    }
}

void Strip::draw_bands(SvgWriter& svg) {
    band(svg, "b0", m_low, m_high);
    const bool says = !m_scale.both_sides || m_both_sides; // the words fit this scale
    const auto name = [&](double from, double to, MessageId words) {
        if (says && !words.text.empty()) {
            m_names.push_back(
                {(at(from) + at(to)) / 2, worded(Message{words}), "tick-t", 12.5, false});
        }
    };
    if (!m_magnitude.threshold) {
        return;
    }
    const double threshold = *m_magnitude.threshold;
    const double serious = m_magnitude.serious.value_or(m_high);
    if (m_scale.finding_below) {
        band(svg, "b1", m_low, threshold);
        name(m_low, threshold, m_scale.below);
        name(threshold, m_high, m_scale.above);
        return;
    }
    band(svg, "b1", threshold, m_high);
    band(svg, "b2", serious, m_high);
    if (m_both_sides) {
        band(svg, "b1", m_low, -threshold);
        band(svg, "b2", m_low, -serious);
        name(std::max(m_low, -threshold), std::min(threshold, m_high), m_scale.below);
        if (-m_low > serious) {
            name(m_low, -serious, "scale.serious");
        }
        if (-m_low > threshold) {
            name(std::max(m_low, -serious), -threshold, m_scale.above);
        }
    } else {
        name(m_low, threshold, m_scale.below);
    }
    name(threshold, std::min(serious, m_high), m_scale.above);
    if (m_magnitude.serious) {
        name(serious, m_high, "scale.serious");
    }
}

void Strip::draw_thresholds(SvgWriter& svg) const {
    const auto draw = [&](double value) {
        if (value > m_low && value < m_high) {
            svg.empty("line", {{"class", "thr"},
                               {"x1", in_percent(at(value))},
                               {"x2", in_percent(at(value))},
                               {"y1", m_top},
                               {"y2", m_top + height()}});
        }
    };
    for (const auto& limit : {m_magnitude.threshold, m_magnitude.serious}) {
        if (limit) {
            draw(*limit);
            if (m_both_sides) {
                draw(-*limit);
            }
        }
    }
    draw(0);
}

void Strip::draw_estimate(SvgWriter& svg) const {
    const auto& estimate = m_magnitude.estimate;
    const double middle = m_top + height() / 2;
    const auto bar = [&](std::string_view classes, double from, double to) {
        svg.empty("line", {{"class", classes},
                           {"x1", in_percent(at(from))},
                           {"x2", in_percent(at(to))},
                           {"y1", middle},
                           {"y2", middle}});
    };
    if (estimate.has_interval()) {
        bar("ci", *estimate.lower, *estimate.upper);
        bar("ci people", estimate.sampling_lower.value_or(*estimate.lower),
            estimate.sampling_upper.value_or(*estimate.upper));
    }
    svg.empty("circle", {{"class", "est"},
                         {"cx", in_percent(at(estimate.value))},
                         {"cy", middle},
                         {"r", m_large ? 6.5 : 5.5}});
}

void Strip::write_values(SvgWriter& svg, double least_width) const {
    const auto& estimate = m_magnitude.estimate;
    const double size = m_large ? 19 : 15;
    const double ends = m_large ? 15 : 13;
    std::vector<RowText> texts{
        {at(estimate.value), worded(number(estimate.value)), "ink-t strong", size, true}};
    if (estimate.has_interval()) {
        for (const double end : {*estimate.lower, *estimate.upper}) {
            texts.push_back({at(end), worded(number(end)), "small-t", ends, false});
        }
        if (placed(texts, least_width).size() < 3) { // turn the ends outwards
            texts[1].side = -1;
            texts[2].side = 1;
        }
        if (placed(texts, least_width).size() < 3) { // still too near: all in one text
            const double side = at(estimate.value);
            texts = {{side < 34   ? 0.0
                      : side > 66 ? 100.0
                                  : side,
                      worded(Message{"scale.estimate", numbers()}), "ink-t strong", 14, true}};
        }
    }
    write_texts(svg, placed(texts, least_width), 17);
}

void Strip::write_scale(SvgWriter& svg, double least_width) const {
    std::vector<RowText> ticks;
    const auto tick = [&](double value) {
        if (value >= m_low && value <= m_high) {
            ticks.push_back({at(value), worded(tick_number(value)), "tick-t", 12.5, false});
        }
    };
    for (const auto& limit : {m_magnitude.threshold, m_magnitude.serious}) {
        if (limit) {
            tick(*limit);
        }
    }
    tick(0);
    tick(m_high);
    tick(m_low);
    write_texts(svg, placed(ticks, least_width), m_top + height() + 16);
    write_texts(svg, placed(m_names, least_width), m_top + height() + 33);
}

/// The texts twice, for the style to choose from: on a phone there is room for fewer.
void Strip::write_rows(SvgWriter& svg, std::string_view classes, double least_width) const {
    svg.open("g", {{"class", classes}});
    write_values(svg, least_width);
    write_scale(svg, least_width);
    svg.close();
}

std::string Strip::svg() {
    const auto label = m_magnitude.estimate.has_interval()
                           ? Message{"scale.label.with-interval", numbers()}
                           : Message{"scale.label", numbers()};
    SvgWriter svg;
    svg.open("svg", {{"class", m_large ? "strip large" : "strip"},
                     {"width", "100%"},
                     {"height", m_top + height() + 38},
                     {"role", "img"},
                     {"aria-label", worded(label)}});
    draw_bands(svg);
    draw_thresholds(svg);
    draw_estimate(svg);
    write_rows(svg, "roomy", m_large ? page_width : column_width);
    write_rows(svg, "tight", phone_width);
    svg.close();
    return svg.svg();
}

std::string draw(const Finding& finding, bool large) {
    // A bare number is no comparison: the evidence tells it.
    const bool draws = finding.magnitude &&
                       (finding.magnitude->threshold || finding.magnitude->estimate.has_interval());
    return draws ? Strip(finding, large).svg() : std::string();
}

} // namespace
} // namespace interval_strip_drawing

std::string interval_strip(const Finding& finding, bool large) {
    return interval_strip_drawing::draw(finding, large);
}

} // namespace assess::reports
