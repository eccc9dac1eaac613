// A page as a value: headings, runs of text, lists, tables, figures and notes, in reading order.
//
// One builder a result (reports/pages) makes it; the renderers beside this file print it as text,
// Markdown or HTML. A builder knows no format, a renderer no result: a new result has every format
// at once, and a new format every result.
#pragma once

#include "reports/wording/text.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assess::reports {

class Ink;
struct SvgFigure;

/// How a passage stands out.
enum class Weight { Plain, Strong, Faint };

struct Paragraph {
    Text text;
    Weight weight = Weight::Plain;
    std::size_t depth = 0; ///< belongs to what stands above it, one step a level
};

struct Subheading {
    Text text;
};

/// Entries of a list, in no order that matters.
struct Bullets {
    std::vector<Text> items;
};

/// "Evidence: ...": a label and what it labels, one text or several.
struct Labelled {
    Text label;
    std::vector<Text> texts;
};

/// Something small that is drawn in a cell beside its words; either drawing may be missing.
struct CellDrawing {
    std::string svg;                                                   ///< an <svg> element
    std::function<std::string(const Ink&, std::size_t width)> letters; ///< of so many columns
};

struct Cell {
    Text text{};
    std::optional<CellDrawing> drawing{};
};

struct Column {
    Text head;
    bool number = false; ///< aligned to the right
    bool fills = false;  ///< takes the width that is left: a column of drawings
};

/// Rows under heads. Where a page of letters is too narrow for them, each row is told in lines.
struct Table {
    Text caption;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::vector<Text>> narrow{}; ///< one for each row; empty: heads and cells in a line
    std::size_t least_first = 10;            ///< columns down to which the first one gives way
};

/// "notable: 0.15": names and values of no other order than the one given.
struct Values {
    std::vector<std::pair<Text, Text>> entries;
};

struct Block;

/// A part that is opened on request where the format can do that.
struct Fold {
    Text summary;
    std::vector<Block> blocks;
};

struct Block : std::variant<Paragraph, Subheading, Bullets, Labelled, Table, Values, Fold> {
    using variant::variant;
    [[nodiscard]] const variant& kind() const { return *this; }
};

struct Section {
    std::string id; ///< "findings": unique on the page
    Text title;
    std::vector<Block> blocks;
};

struct Document {
    std::string language = "en";
    Text kind;  ///< "gap report"
    Text title; ///< of the window and of the Markdown file
    Text heading;
    Text answer;             ///< the result in a sentence or two; may be empty
    std::vector<Text> facts; ///< what it is about: people, source, seed
    std::vector<Section> sections;
    Text footer; ///< what reproduces it; may be empty
};

} // namespace assess::reports
