// A figure: a drawing with its title, its description and its numbers as tables.
#pragma once

#include "model/facts/message.hpp"
#include "reports/content/labels.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// Numbers and words of a figure, row by row.
struct FigureTable {
    Message caption;
    Cells heads;
    std::size_t words = 1; ///< how many columns at the left hold words; the others hold numbers
    std::vector<Cells> rows{};
    bool of_tools = false; ///< the first column names tools, by which a page can filter
};

struct Figure {
    Value title = Message();
    Message description;
    double width = 0;
    double height = 0;
    std::string body; ///< SVG elements, escaped; coloured by the classes of figures.css
    std::vector<FigureTable> tables;
    std::vector<Message> notes; ///< how to read it, and what is not drawn and why
};

/// Drawn for a wide page, or a second time for a phone.
enum class Size : unsigned char { Wide, Narrow };

/// An <svg> element for a page that has the style sheet. `id` is its own in the page.
std::string inline_svg(const Figure& figure, std::string_view id, std::string_view classes);

/// A whole SVG file with its own style, on white paper, with its title above and `source` below.
std::string svg_file(const Figure& figure, const Value& source);

/// The style sheet of all figures; its colours are the custom properties of `figure_palette`.
std::string figure_style();

} // namespace assess::reports
