#include "reports/text/text_page.hpp"

#include "model/text/text.hpp"
#include "reports/layout/page.hpp"
#include "reports/writer.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

constexpr std::size_t narrowest_page = 40;
constexpr std::size_t widest_page = 100;
constexpr std::size_t label_width = 12;

} // namespace

TextPage::TextPage(std::ostream& out, const WriterSettings& settings)
    : m_out(out), m_ink(settings),
      m_width(std::clamp(settings.width, narrowest_page, widest_page)) {}

void TextPage::line(std::string_view text) {
    m_out << text.substr(0, text.find_last_not_of(' ') + 1) << '\n';
}

void TextPage::write_heading(std::string_view title) {
    blank();
    blank();
    line(m_ink.toned(Tone::Strong, title));
    line(m_ink.toned(Tone::Faint, repeated(m_ink.sign("─", "-"), m_width)));
    blank();
}

void TextPage::write_prose(std::string_view text, std::size_t indent, Tone tone) {
    for (const auto& wrapped_line : wrapped(text, m_width - indent)) {
        line(std::string(indent, ' ') + m_ink.toned(tone, wrapped_line));
    }
}

void TextPage::write_entry(std::string_view text, std::size_t indent) {
    const auto dot = m_ink.sign("·", "-");
    bool first = true;
    for (const auto& wrapped_line : wrapped(text, m_width - indent - 2)) {
        const auto lead = first ? std::string(dot) + " " : std::string("  ");
        line(std::string(indent, ' ') + lead + wrapped_line);
        first = false;
    }
}

void TextPage::write_labelled(std::string_view label, std::span<const std::string> texts,
                              std::size_t indent) {
    const bool above = narrow() || display_width(label) >= label_width;
    const auto inner = above ? indent + 2 : indent + label_width;
    const bool several = texts.size() > 1;
    bool first = true;
    if (above && !texts.empty()) {
        line(std::string(indent, ' ') + m_ink.toned(Tone::Faint, label));
    }
    for (const auto& text : texts) {
        const auto lead = several ? std::string(m_ink.sign("·", "-")) + " " : std::string();
        const auto hang = several ? std::size_t{2} : 0;
        bool first_line = true;
        for (const auto& wrapped_line : wrapped(text, m_width - inner - hang)) {
            const bool beside = first && !above;
            const auto left = beside ? std::string(indent, ' ') + m_ink.toned(Tone::Faint, label) +
                                           std::string(label_width - display_width(label), ' ')
                                     : std::string(inner, ' ');
            line(left + (first_line ? lead : std::string(hang, ' ')) + wrapped_line);
            first = false;
            first_line = false;
        }
    }
}

void TextPage::lines(std::span<const std::string> lines, std::size_t indent) {
    for (const auto& text : lines) {
        line(std::string(indent, ' ') + text);
    }
}

} // namespace assess::reports
