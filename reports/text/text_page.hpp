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
    template <typename Any>
    void heading(const Any& title) {
        write_heading(m_ink.words(title));
    }
    /// A smaller title.
    template <typename Any>
    void subheading(const Any& title) {
        line(m_ink.toned(Tone::Strong, m_ink.words(title)));
    }
    /// A value in words, wrapped behind `indent` columns.
    template <typename Any>
    void prose(const Any& text, std::size_t indent = 0, Tone tone = Tone::Plain) {
        write_prose(m_ink.words(text), indent, tone);
    }
    /// Each value as a wrapped list entry.
    template <typename Values>
    void list(const Values& texts, std::size_t indent = 0) {
        for (const auto& text : texts) {
            write_entry(m_ink.words(text), indent);
        }
    }
    /// "Evidence    sentences": the label beside the text, or above it where it has no room there.
    template <typename Any, typename Values>
    void labelled(const Any& label, const Values& texts, std::size_t indent) {
        std::vector<std::string> words;
        for (const auto& text : texts) {
            words.push_back(m_ink.words(text));
        }
        write_labelled(m_ink.words(label), words, indent);
    }
    /// Lines that are laid out already.
    void lines(std::span<const std::string> lines, std::size_t indent = 0);
    /// One line, laid out already; trailing spaces are dropped.
    void line(std::string_view text);

private:
    void write_heading(std::string_view title);
    void write_prose(std::string_view text, std::size_t indent, Tone tone);
    void write_entry(std::string_view text, std::size_t indent);
    void write_labelled(std::string_view label, std::span<const std::string> texts,
                        std::size_t indent);

    std::ostream& m_out;
    Ink m_ink;
    std::size_t m_width;
};

} // namespace assess::reports
