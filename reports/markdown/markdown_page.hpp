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

    template <typename Any>
    void heading(const Any& title) {
        m_out << "\n## " << markdown_text(title) << "\n\n";
    }
    template <typename Any>
    void subheading(const Any& title) {
        m_out << "### " << markdown_text(title) << "\n\n";
    }
    template <typename Any>
    void paragraph(const Any& text) {
        if (const auto words = markdown_text(text); !words.empty()) {
            m_out << words << "\n\n";
        }
    }
    /// Parts of one paragraph.
    void paragraph(std::span<const Value> parts, std::string_view between) {
        std::string text;
        for (const auto& part : parts) {
            text.append(text.empty() ? "" : between).append(markdown_text(part));
        }
        m_out << text << "\n\n";
    }
    /// "**Label:** text".
    void labelled(const Message& label, const Value& text) {
        m_out << "**" << markdown_text(label) << ":** " << markdown_text(text) << "\n\n";
    }
    /// The same, or a list under the label where there are several texts.
    void labelled(const Message& label, std::span<const Message> texts) {
        if (texts.size() == 1) {
            labelled(label, Value(texts.front()));
        } else if (!texts.empty()) {
            m_out << "**" << markdown_text(label) << ":**\n\n";
            list(texts);
        }
    }
    template <typename Values>
    void list(const Values& texts) {
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
    template <typename Heads, typename Rows>
    void table(const Heads& heads, std::size_t left, const Rows& rows) {
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
    template <typename Cells>
    void row(const Cells& cells) {
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
