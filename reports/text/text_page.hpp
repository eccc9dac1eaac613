// A page of text in the making: prose wrapped, figures and tables as they are.
#pragma once

#include "reports/layout/ink.hpp"

#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

class TextPage {
public:
    TextPage(std::ostream& out, const WriterSettings& settings);

    [[nodiscard]] const Ink& ink() const { return m_ink; }
    /// Columns in use: the terminal's, at least 40, at most 100, beyond which lines tire the eye.
    [[nodiscard]] std::size_t width() const { return m_width; }
    [[nodiscard]] bool narrow() const { return m_width < 60; }

    void blank() { m_out << '\n'; }
    /// A title over a hairline, with white space before it.
    void heading(std::string_view title);
    /// A smaller title.
    void subheading(std::string_view title);
    /// Words from anywhere, wrapped behind `indent` columns.
    void prose(std::string_view text, std::size_t indent = 0, Tone tone = Tone::Plain);
    /// Each text as a wrapped list entry.
    void list(std::span<const std::string> texts, std::size_t indent = 0);
    /// "Evidence    sentences": the label beside the text, or above it on a narrow page.
    void labelled(std::string_view label, std::span<const std::string> texts, std::size_t indent);
    /// Lines that are laid out already.
    void lines(std::span<const std::string> lines, std::size_t indent = 0);
    /// One line, laid out already; trailing spaces are dropped.
    void line(std::string_view text);

private:
    std::ostream& m_out;
    Ink m_ink;
    std::size_t m_width;
};

} // namespace assess::reports
