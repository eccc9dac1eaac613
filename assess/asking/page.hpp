// A screenful: what a question shows, fitted into the rows and columns there are.
#pragma once

#include "assess/asking/line_editor.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

enum class Look : std::uint8_t { Plain, Strong, Faint, Focus, Notice };

/// One row. Its look never says anything that its text does not.
struct Line {
    std::string text;
    Look look = Look::Plain;
    friend bool operator==(const Line&, const Line&) = default;
};

struct Size {
    std::size_t columns = 80;
    std::size_t rows = 24;
    friend bool operator==(const Size&, const Size&) = default;
};

/// Not narrower or lower than what can be laid out at all, nor wider than is read with ease.
Size usable(Size size);

/// What stands on the screen, from top to bottom. Lines are wrapped already.
struct Page {
    std::vector<Line> head;     ///< where one is
    std::vector<Line> about;    ///< of the section; gives way after the help
    std::vector<Line> question; ///< what is asked
    std::vector<Line> help;     ///< gives way first where the screen is low
    std::vector<Line> before;   ///< between question and input
    std::optional<LineEditor::Rows> input;
    std::vector<Line> list;           ///< scrolls with its focus
    std::optional<std::size_t> focus; ///< index into list
    std::vector<Line> notes;          ///< what happened
    std::vector<Line> keys;           ///< what one can press
};

struct Frame {
    std::vector<Line> lines;
    std::size_t row = 0; ///< of the cursor
    std::size_t column = 0;
    bool cursor = true; ///< there is something to point to
    bool below = false; ///< there are rows below the lines, to be wiped
};

inline constexpr std::string_view input_prompt = "> ";

/// At most size.rows lines of at most size.columns. What has to give way, in this order: empty
/// rows, help, about, the list (it scrolls, and says how much is above and below), the rest from
/// above. `more` is the word for "more".
Frame fit(const Page& page, Size size, bool unicode, std::string_view more);

/// Appends a text wrapped to the width, with `indent` spaces before its second and later rows; the
/// spaces that it begins with stay.
void append_wrapped(std::vector<Line>& lines, std::string_view text, std::size_t width,
                    Look look = Look::Plain, std::size_t indent = 0);

/// The bytes that draw a frame over whatever the screen shows.
std::string drawing_of(const Frame& frame, bool unicode, bool colour);

} // namespace assess::asking
