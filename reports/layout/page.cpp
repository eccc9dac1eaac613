#include "reports/layout/page.hpp"

#include "model/text/text.hpp"
#include "model/text/utf8.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

constexpr std::size_t column_gap = 2;

/// The longest front of a text that takes at most `width` columns, in bytes.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = std::max<std::size_t>(code_point_at(text, at).length, 1);
        used += display_width(text.substr(at, length));
        if (used > width) {
            return at;
        }
        at += length;
    }
    return text.size();
}

/// Breaks a word that is longer than a line; returns what is left for the next line.
std::string broken(std::string_view word, std::size_t width, std::vector<std::string>& lines) {
    while (display_width(word) > width) {
        const auto front = fitting(word, width);
        if (front == 0) {
            lines.emplace_back("?");
            word.remove_prefix(std::max<std::size_t>(code_point_at(word, 0).length, 1));
            continue;
        }
        lines.emplace_back(word.substr(0, front));
        word.remove_prefix(front);
    }
    return std::string(word);
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    width = std::max<std::size_t>(width, 1);
    std::vector<std::string> lines;
    std::string line;
    std::size_t used = 0;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const auto word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        if (word.empty()) {
            continue;
        }
        const auto size = display_width(word);
        if (!line.empty() && used + 1 + size > width) {
            lines.push_back(std::move(line));
            line.clear();
            used = 0;
        }
        if (!line.empty()) {
            line.append(" ").append(word);
            used += 1 + size;
        } else {
            line = broken(word, width, lines);
            used = display_width(line);
        }
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> flowed(const std::vector<std::string>& parts, std::size_t width,
                                std::string_view between) {
    const auto air = display_width(between);
    std::vector<std::string> lines;
    for (const auto& part : parts) {
        if (!lines.empty() && display_width(lines.back()) + air + display_width(part) <= width) {
            lines.back().append(between).append(part);
            continue;
        }
        const auto more = wrapped(part, width);
        lines.insert(lines.end(), more.begin(), more.end());
    }
    return lines;
}

std::string padded_right(std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    return std::string(text).append(used < width ? width - used : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    return std::string(used < width ? width - used : 0, ' ').append(text);
}

std::string centred(std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    const auto free = used < width ? width - used : 0;
    return std::string(free / 2, ' ').append(text).append(free - free / 2, ' ');
}

std::string shortened(std::string_view text, std::size_t width, std::string_view ellipsis) {
    if (display_width(text) <= width) {
        return std::string(text);
    }
    const auto mark = display_width(ellipsis);
    if (mark >= width) {
        return std::string(text.substr(0, fitting(text, width)));
    }
    return std::string(text.substr(0, fitting(text, width - mark))).append(ellipsis);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::vector<std::string> LetterTable::lines(std::size_t width, std::string_view ellipsis,
                                            std::size_t least_first) const {
    std::vector<std::size_t> widths;
    for (const auto& column : columns) {
        widths.push_back(display_width(column.head));
    }
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    std::size_t others = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        others += column_gap + widths[i];
    }
    if (others + std::min(least_first, widths.front()) > width) {
        return {};
    }
    widths.front() = std::min(widths.front(), width - others);

    std::vector<std::string> all;
    const auto add = [&](const auto& cell_of) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto cell = shortened(cell_of(i), widths[i], ellipsis);
            line += std::string(i == 0 ? 0 : column_gap, ' ');
            line += columns[i].align == Align::Right ? padded_left(cell, widths[i])
                                                     : padded_right(cell, widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        all.push_back(std::move(line));
    };
    add([&](std::size_t i) { return columns[i].head; });
    for (const auto& row : rows) {
        add([&](std::size_t i) { return row[i]; });
    }
    return all;
}

} // namespace assess::reports
