// Writes SVG elements: every attribute and every word is escaped here and nowhere else.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// A length or coordinate with at most two decimals: "12", "0.5", "-3.25". Not finite: "0".
std::string svg_number(double value);

struct SvgAttribute {
    SvgAttribute(std::string_view attribute, std::string_view text)
        : name(attribute), value(text) {}
    SvgAttribute(std::string_view attribute, const char* text) : name(attribute), value(text) {}
    SvgAttribute(std::string_view attribute, double number)
        : name(attribute), value(svg_number(number)) {}

    std::string_view name;
    std::string value;
};

/// A growing piece of SVG. Elements that were opened must be closed.
class SvgWriter {
public:
    using Attributes = std::initializer_list<SvgAttribute>;

    void open(std::string_view element, Attributes attributes = {});
    void close();
    void empty(std::string_view element, Attributes attributes);
    /// An element that holds nothing but words; put on one line and made safe to show.
    void words(std::string_view element, Attributes attributes, std::string_view text);
    /// A piece that another writer has made.
    void piece(std::string_view svg) { m_svg += svg; }

    [[nodiscard]] const std::string& svg() const { return m_svg; }

private:
    void start(std::string_view element, Attributes attributes);
    void escaped(std::string_view text);

    std::string m_svg;
    std::vector<std::string> m_open;
};

/// A path of straight lines: PathData().move(0, 0).line(3, 4).text() is "M0 0L3 4".
class PathData {
public:
    PathData& move(double x, double y) { return add('M', {x, y}); }
    PathData& line(double x, double y) { return add('L', {x, y}); }
    PathData& horizontal(double x) { return add('H', {x}); }
    PathData& vertical(double y) { return add('V', {y}); }
    PathData& curve(double x1, double y1, double x2, double y2, double x, double y) {
        return add('C', {x1, y1, x2, y2, x, y});
    }
    PathData& end() { return add('Z', {}); }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    PathData& add(char command, std::initializer_list<double> numbers);
    std::string m_text;
};

} // namespace assess::reports
