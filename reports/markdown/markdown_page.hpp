// A page of Markdown in the making: every word of the input is escaped here.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/layout/ink.hpp"
#include "reports/markdown/escape.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

class MarkdownPage {
public:
    explicit MarkdownPage(std::ostream& out) : m_out(out) {}

    [[nodiscard]] const Ink& ink() const { return m_ink; }

    void heading(std::string_view title) { m_out << "\n## " << title << "\n\n"; }
    void subheading(std::string_view title) { m_out << "### " << title << "\n\n"; }
    void paragraph(std::string_view text) {
        if (!text.empty()) {
            m_out << markdown_text(text) << "\n\n";
        }
    }
    /// "**Label:** text", or a list under the label where there are several texts.
    void labelled(std::string_view label, std::span<const std::string> texts) {
        if (texts.size() == 1) {
            m_out << "**" << label << ":** " << markdown_text(texts.front()) << "\n\n";
        } else if (!texts.empty()) {
            m_out << "**" << label << ":**\n\n";
            list(texts);
        }
    }
    void list(std::span<const std::string> texts) {
        for (const auto& text : texts) {
            m_out << "- " << markdown_text(text) << '\n';
        }
        if (!texts.empty()) {
            m_out << '\n';
        }
    }
    /// Four tildes or more: one more than any run inside.
    void figure(std::span<const std::string> lines) {
        std::size_t longest = 3;
        for (const auto& line : lines) {
            std::size_t run = 0;
            for (const char c : line) {
                run = c == '~' ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        const std::string fence(longest + 1, '~');
        m_out << fence << "text\n";
        for (const auto& line : lines) {
            m_out << std::string_view(line).substr(0, line.find_last_not_of(' ') + 1) << '\n';
        }
        m_out << fence << "\n\n";
    }
    /// `heads` of columns; all but the first `left` are aligned to the right.
    void table(std::span<const std::string> heads, std::size_t left,
               std::span<const std::vector<std::string>> rows) {
        row(heads);
        m_out << '|';
        for (std::size_t i = 0; i < heads.size(); ++i) {
            m_out << (i < left ? " --- |" : " ---: |");
        }
        m_out << '\n';
        for (const auto& cells : rows) {
            row(cells);
        }
        m_out << '\n';
    }

private:
    void row(std::span<const std::string> cells) {
        m_out << '|';
        for (const auto& cell : cells) {
            m_out << ' ' << markdown_text(cell) << " |";
        }
        m_out << '\n';
    }

    std::ostream& m_out;
    Ink m_ink{true, false};
};

/// What would close it; nothing where the report was not asked for it.
void write_closing(MarkdownPage& page, const GapReport& report);

} // namespace assess::reports
