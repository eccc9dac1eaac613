#include "reports/svg/svg_writer.hpp"

#include "reports/layout/ink.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assess::reports {

std::string svg_number(double value) {
    if (!std::isfinite(value)) {
        return "0";
    }
    auto text = fmt::format("{:.2f}", value);
    while (text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

void SvgWriter::escaped(std::string_view text) {
    // U+FFFE and U+FFFF may not stand in an XML document, not even as a reference.
    constexpr std::string_view no_characters = "\xEF\xBF";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (text.substr(at).starts_with(no_characters) && at + 2 < text.size() &&
            (text[at + 2] == '\xBE' || text[at + 2] == '\xBF')) {
            m_svg += "\uFFFD";
            at += 2;
        } else if (c == '&') {
            m_svg += "&amp;";
        } else if (c == '<') {
            m_svg += "&lt;";
        } else if (c == '>') {
            m_svg += "&gt;";
        } else if (c == '"') {
            m_svg += "&quot;";
        } else if (c == '\'') {
            m_svg += "&#39;";
        } else {
            m_svg += c;
        }
    }
}

void SvgWriter::start(std::string_view element, Attributes attributes) {
    m_svg += '<';
    m_svg += element;
    for (const auto& [name, value] : attributes) {
        m_svg += ' ';
        m_svg += name;
        m_svg += "=\"";
        escaped(value);
        m_svg += '"';
    }
}

void SvgWriter::open(std::string_view element, Attributes attributes) {
    start(element, attributes);
    m_svg += '>';
    m_open.emplace_back(element);
}

void SvgWriter::close() {
    m_svg += "</" + m_open.back() + ">";
    m_open.pop_back();
}

void SvgWriter::empty(std::string_view element, Attributes attributes) {
    start(element, attributes);
    m_svg += "/>";
}

void SvgWriter::words(std::string_view element, Attributes attributes, std::string_view text) {
    open(element, attributes);
    escaped(one_line(text));
    close();
}

PathData& PathData::add(char command, std::initializer_list<double> numbers) {
    m_text += command;
    bool first = true;
    for (const double number : numbers) {
        if (!first) {
            m_text += ' ';
        }
        m_text += svg_number(number);
        first = false;
    }
    return *this;
}

} // namespace assess::reports
