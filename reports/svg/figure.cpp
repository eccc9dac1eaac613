#include "reports/svg/figure.hpp"

#include "model/text/embedded.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <fmt/format.h>

namespace assess {
std::span<const EmbeddedFile> figure_files(); // made by CMake from the style sheet
} // namespace assess

namespace assess::reports {
namespace {

constexpr std::string_view font_family =
    "Inter, system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

/// "--ink" in ":root{--paper:#fff;--ink:#111a24}"; empty where it is not there.
std::string_view property_of(std::string_view palette, std::string_view name) {
    const auto at = palette.find(std::string(name) + ":");
    if (at == std::string_view::npos) {
        return {};
    }
    const auto from = at + name.size() + 1;
    return palette.substr(from, palette.find_first_of(";}", from) - from);
}

/// The style with its colours in place: programs that draw SVG files know no custom properties.
std::string style_in_light_colours() {
    const auto style = *find_embedded(figure_files(), "figures");
    const auto palette = *find_embedded(figure_files(), "palette");
    std::string resolved;
    std::size_t at = 0;
    for (auto use = style.find("var("); use != std::string_view::npos;
         use = style.find("var(", at)) {
        const auto end = style.find(')', use);
        resolved += style.substr(at, use - at);
        resolved += property_of(palette, style.substr(use + 4, end - use - 4));
        at = end + 1;
    }
    return resolved + std::string(style.substr(at));
}

} // namespace

std::string figure_style() {
    return std::string(*find_embedded(figure_files(), "figures"));
}

std::string inline_svg(const Figure& figure, std::string_view id, std::string_view classes) {
    SvgWriter svg;
    const auto title = std::string(id) + "-t";
    const auto description = std::string(id) + "-d";
    svg.open("svg", {{"class", classes},
                     {"id", id},
                     {"viewBox", fmt::format("0 0 {} {}", svg_number(figure.width),
                                             svg_number(figure.height))},
                     {"width", figure.width},
                     {"height", figure.height},
                     {"role", "img"},
                     {"aria-labelledby", title},
                     {"aria-describedby", description}});
    svg.words("title", {{"id", title}}, worded(figure.title));
    svg.words("desc", {{"id", description}}, worded(figure.description));
    svg.piece(figure.body);
    svg.close();
    return svg.svg();
}

std::string svg_file(const Figure& figure, const Value& source) {
    constexpr double margin = 24;
    constexpr double head = 56;
    constexpr double foot = 32;
    const double width = figure.width + 2 * margin;
    const double height = figure.height + head + foot;
    SvgWriter svg;
    svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"viewBox", fmt::format("0 0 {} {}", svg_number(width), svg_number(height))},
                     {"width", width},
                     {"height", height},
                     {"font-family", font_family},
                     {"role", "img"},
                     {"aria-labelledby", "title"},
                     {"aria-describedby", "description"}});
    svg.words("title", {{"id", "title"}}, worded(figure.title));
    svg.words("desc", {{"id", "description"}}, worded(figure.description));
    svg.open("style");
    svg.piece(style_in_light_colours());
    svg.close();
    svg.empty("rect", {{"class", "paper"}, {"width", width}, {"height", height}});
    svg.words("text", {{"class", "ink-t strong"}, {"x", margin}, {"y", 34.0}, {"font-size", 18.0}},
              worded(figure.title));
    svg.open("g", {{"transform",
                    fmt::format("translate({} {})", svg_number(margin), svg_number(head))}});
    svg.piece(figure.body);
    svg.close();
    constexpr double small = 11;
    svg.words("text",
              {{"class", "tick-t"}, {"x", margin}, {"y", height - 14}, {"font-size", small}},
              shortened_to(worded(source), width - 2 * margin, small));
    svg.close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.svg() + "\n";
}

} // namespace assess::reports
