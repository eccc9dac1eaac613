// A page as a value: headings, runs of text, lists, tables, figures and notes, in reading order.
//
// One builder a result (reports/pages) makes it; the renderers beside this file print it as text,
// Markdown or HTML. A builder knows no format, a renderer no result: a new result has every format
// at once, and a new format every result.
#pragma once

#include "reports/svg/group_look.hpp"
#include "reports/wording/text.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assess::reports {

class Ink;

/// How the groups of a page are marked: in the answer where they are named first, and in cells.
struct GroupSign {
    std::string id; ///< of the group, as the runs of a text carry it
    GroupLook look;
    std::string character; ///< in a page of letters
    std::string ascii;     ///< the same where that is all there is
};

/// How a passage stands out.
enum class Weight { Plain, Strong, Faint };

struct Paragraph {
    Text text;
    Weight weight = Weight::Plain;
    std::size_t depth = 0; ///< belongs to what stands above it, one step a level
};

struct Subheading {
    Text text;
    std::string icon{}; ///< an <svg> element
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
    Text below{};        ///< on a line of its own: the interval of an estimate
    std::string group{}; ///< id of the group whose sign stands before the words; may be empty
    Text brief{};        ///< instead of all words in a table of letters, where the sign says more
};

struct Column {
    Text head;
    bool number = false;    ///< aligned to the right
    bool fills = false;     ///< takes the width that is left: a column of drawings
    bool strong = false;    ///< the result among the numbers
    std::string head_svg{}; ///< the scale of the column's drawings, an <svg> element
    Text brief{};           ///< instead of the head in a table of letters; may be empty
};

/// How a row belongs to the one before it.
enum class RowKind { Plain, Continues, Sum };

struct Row {
    Row(std::vector<Cell> of, RowKind is = RowKind::Plain) : cells(std::move(of)), kind(is) {}
    std::vector<Cell> cells;
    RowKind kind;
};

/// Rows under heads. A column without words is left out where drawings cannot be shown.
struct Table {
    Text caption;
    std::vector<Column> columns;
    std::vector<Row> rows;
    /// Where the page is too narrow each row is told by itself: in these lines, one entry a row. A
    /// table without them stays a table as long as it can.
    std::vector<std::vector<Text>> narrow{};
    std::size_t least_first = 10; ///< columns down to which the first one gives way
    std::size_t cut = 0;          ///< column before which a table of letters may go on below
    Text how{};                   ///< how its drawings are read; said where they are shown
};

/// A drawing, how it is read, and the same in numbers, which stand for it in other formats.
struct FigureBlock {
    std::string id;     ///< its own on the page
    std::string wide;   ///< an <svg> element
    std::string narrow; ///< the same for a phone
    Text how_title{};
    std::vector<Text> how{}; ///< how the drawing is read
    Text tables_title{};
    std::vector<Table> tables{};
    bool told = false; ///< the page tells these numbers anyway
};

/// The signs of groups and what they stand for.
struct Key {
    std::vector<std::pair<std::string, Text>> groups; ///< id and name
};

/// "notable: 0.15": names and values of no other order than the one given.
struct Values {
    std::vector<std::pair<Text, Text>> entries;
    bool numbers = false; ///< the values are aligned to the right where there is room
};

struct Block;

/// A part that is opened on request where the format can do that.
struct Fold {
    Text summary;
    std::vector<Block> blocks;
};

/// One of several parts that stand beside each other where there is room.
struct Part {
    Text title;
    std::vector<Block> blocks;
};

struct Parts {
    std::vector<Part> parts;
};

struct Block : std::variant<Paragraph, Subheading, Bullets, Labelled, Table, Values, Fold,
                            FigureBlock, Key, Parts> {
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
    std::vector<GroupSign> signs{};
    std::vector<Section> sections;
    Text footer; ///< what reproduces it; may be empty
};

} // namespace assess::reports
