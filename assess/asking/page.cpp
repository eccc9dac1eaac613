#include "assess/asking/page.hpp"

#include "model/text/text.hpp"
#include "reports/layout/ink.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assess::asking {
namespace {

/// Rows that the list gets before the help and the section's words do; and before the question.
constexpr std::size_t wanted_list = 10;
constexpr std::size_t least_list = 4;

/// The part of the list that is shown, the hidden rows counted at its ends.
std::vector<Line> window(const Page& page, std::size_t room, std::size_t& focus_row, bool unicode,
                         std::string_view more) {
    const auto& list = page.list;
    const auto focus = page.focus.value_or(0);
    if (list.size() <= room) {
        focus_row = focus;
        return list;
    }
    if (room == 0) {
        return {};
    }
    std::size_t first = focus < room / 2 ? 0 : focus - room / 2;
    first = std::min(first, list.size() - room);
    const auto begin = list.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<Line> shown(begin, begin + static_cast<std::ptrdiff_t>(room));
    focus_row = focus - first;
    const auto count = [&](std::size_t hidden, const char* up, const char* ascii) {
        return Line{fmt::format("  {} {} {}", unicode ? up : ascii, hidden, more), Look::Faint};
    };
    if (first > 0 && focus_row > 0) {
        shown.front() = count(first + 1, "\u2191", "^");
    }
    const auto below = list.size() - first - room;
    if (below > 0 && focus_row + 1 < room) {
        shown.back() = count(below + 1, "\u2193", "v");
    }
    return shown;
}

std::size_t lines_of(const Page& page) {
    return page.head.size() + page.question.size() + page.before.size() +
           (page.input ? page.input->rows.size() : 0) + page.notes.size() + page.keys.size();
}

/// Input rows around the cursor, at most `most`.
LineEditor::Rows clipped(LineEditor::Rows input, std::size_t most) {
    if (input.rows.size() <= most) {
        return input;
    }
    const auto first =
        std::min(input.row < most ? 0 : input.row - most + 1, input.rows.size() - most);
    input.rows.erase(input.rows.begin(), input.rows.begin() + static_cast<std::ptrdiff_t>(first));
    input.rows.resize(most);
    input.row -= first;
    return input;
}

void clip(std::vector<Line>& lines, std::size_t most, bool unicode) {
    if (lines.size() > most) {
        lines.resize(most);
        if (most > 0) {
            lines.back().text += unicode ? " \u2026" : " ...";
        }
    }
}

class Composer {
public:
    Composer(Page page, Size size, bool unicode, std::string_view more)
        : m_page(std::move(page)), m_size(size), m_unicode(unicode), m_more(more) {}

    Frame frame() {
        make_room();
        add(m_page.head);
        gap();
        add(m_page.about);
        if (!m_page.about.empty()) {
            gap();
        }
        add(m_page.question);
        add(m_page.help);
        gap();
        add(m_page.before);
        add_input();
        add_list();
        // What can be pressed stands at the foot of the screen, whatever is above.
        const auto foot = m_page.notes.size() + m_page.keys.size();
        while (m_spare > 0 && m_frame.lines.size() + foot < m_size.rows) {
            m_frame.lines.emplace_back();
        }
        add(m_page.notes);
        add(m_page.keys);
        if (m_frame.lines.size() > m_size.rows) { // the lower part is what one works with
            const auto over = m_frame.lines.size() - m_size.rows;
            m_frame.lines.erase(m_frame.lines.begin(),
                                m_frame.lines.begin() + static_cast<std::ptrdiff_t>(over));
            m_frame.row -= std::min(m_frame.row, over);
        }
        return std::move(m_frame);
    }

private:
    void make_room() {
        if (m_page.input) {
            m_page.input = clipped(*m_page.input, std::max<std::size_t>(m_size.rows / 3, 1));
        }
        const auto list = std::min(m_page.list.size(), wanted_list);
        if (lines_of(m_page) + std::min(list, least_list) >
            m_size.rows) { // first the question and what is before the input
            clip(m_page.before, std::max<std::size_t>(m_size.rows / 4, 1), m_unicode);
            clip(m_page.question, std::max<std::size_t>(m_size.rows / 4, 2), m_unicode);
            clip(m_page.keys, 1, m_unicode);
        }
        auto used = std::min(lines_of(m_page) + list, m_size.rows);
        clip(m_page.about, m_size.rows - used, m_unicode);
        used += m_page.about.size();
        clip(m_page.help, m_size.rows - used, m_unicode);
        used = lines_of(m_page) + m_page.about.size() + m_page.help.size();
        m_room = m_size.rows > used ? m_size.rows - used : 0;
        m_spare = m_room > m_page.list.size() ? m_room - m_page.list.size() : 0;
        m_room = std::min(m_room, m_page.list.size());
    }

    void add(const std::vector<Line>& lines) {
        m_frame.lines.insert(m_frame.lines.end(), lines.begin(), lines.end());
    }
    void gap() {
        if (m_spare > 0 && !m_frame.lines.empty()) {
            m_frame.lines.emplace_back();
            --m_spare;
        }
    }
    void add_input() {
        if (!m_page.input) {
            return;
        }
        m_frame.row = m_frame.lines.size() + m_page.input->row;
        m_frame.column = input_prompt.size() + m_page.input->column;
        for (std::size_t i = 0; i < m_page.input->rows.size(); ++i) {
            m_frame.lines.push_back(
                {std::string(i == 0 ? input_prompt : "  ") + m_page.input->rows[i]});
        }
    }
    void add_list() {
        std::size_t focus_row = 0;
        const auto shown = window(m_page, m_room, focus_row, m_unicode, m_more);
        if (!m_page.input) {
            m_frame.row = m_frame.lines.size() + focus_row;
        }
        add(shown);
    }

    Page m_page;
    Size m_size;
    bool m_unicode;
    std::string_view m_more;
    std::size_t m_room = 0;  ///< rows for the list
    std::size_t m_spare = 0; ///< rows that nothing needs
    Frame m_frame;
};

/// Arrows have no usual spelling in ASCII; these are the ones of the list's ends.
std::string in_ascii(std::string text) {
    for (const auto& [arrow, sign] : {std::pair{"\u2191", '^'}, std::pair{"\u2193", 'v'}}) {
        for (auto at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at)) {
            text.replace(at, std::string_view(arrow).size(), 1, sign);
        }
    }
    return reports::ascii_only(text);
}

std::string_view sequence_of(Look look) {
    switch (look) {
    case Look::Strong:
        return "\x1b[1m";
    case Look::Faint:
        return "\x1b[38;5;244m";
    case Look::Focus:
        return "\x1b[1;38;5;32m";
    case Look::Notice:
        return "\x1b[38;5;166m";
    case Look::Plain:
        break;
    }
    return "";
}

} // namespace

Size usable(Size size) {
    return {std::clamp<std::size_t>(size.columns, 20, 100), std::max<std::size_t>(size.rows, 4)};
}

Frame fit(const Page& page, Size size, bool unicode, std::string_view more) {
    size.rows = std::max<std::size_t>(size.rows, 1);
    size.columns = std::max<std::size_t>(size.columns, 4);
    auto frame = Composer(page, size, unicode, more).frame();
    for (auto& line : frame.lines) {
        line.text = reports::shortened(line.text, size.columns, unicode ? "\u2026" : "...");
    }
    frame.cursor = page.input || page.focus;
    frame.below = frame.lines.size() < size.rows;
    frame.row = std::min(frame.row, frame.lines.empty() ? 0 : frame.lines.size() - 1);
    frame.column = std::min(frame.column, size.columns - 1);
    return frame;
}

void append_wrapped(std::vector<Line>& lines, std::string_view text, std::size_t width, Look look,
                    std::size_t indent) {
    // Line breaks of the text are kept; everything else of no width is made visible.
    const auto shown = printable(text);
    std::string_view rest = shown;
    const auto lead = std::min(shown.find_first_not_of(' '), shown.size());
    indent = std::max(indent, lead);
    const auto room = width > indent + 8 ? width - indent : width;
    const auto margin = [&](bool first) { return room == width ? 0 : first ? lead : indent; };
    bool first = true;
    while (true) {
        const auto end = rest.find('\n');
        for (auto& row : reports::wrapped(rest.substr(0, end), room)) {
            lines.push_back({std::string(margin(first), ' ') + row, look});
            first = false;
        }
        if (end == std::string_view::npos) {
            return;
        }
        rest.remove_prefix(end + 1);
    }
}

std::string drawing_of(const Frame& frame, bool unicode, bool colour) {
    // No cursor meanwhile, no wrapping at the right edge: widths are the terminal's own affair.
    std::string bytes = "\x1b[?25l\x1b[?7l\x1b[H";
    for (std::size_t i = 0; i < frame.lines.size(); ++i) {
        const auto& line = frame.lines[i];
        const auto sequence = colour ? sequence_of(line.look) : std::string_view{};
        // Before the text: after it, the cursor may stand on the last letter.
        bytes += "\x1b[K";
        bytes += sequence;
        bytes += unicode ? line.text : in_ascii(line.text);
        bytes += sequence.empty() ? "" : "\x1b[0m";
        bytes += i + 1 < frame.lines.size() ? "\r\n" : "";
    }
    bytes += frame.below ? "\r\n\x1b[J" : "";
    bytes += fmt::format("\x1b[?7h\x1b[{};{}H{}", frame.row + 1, frame.column + 1,
                         frame.cursor ? "\x1b[?25h" : "");
    return bytes;
}

} // namespace assess::asking
