// Where problems stand: from JSON pointers and bytes to lines and columns.
#include "model/json/json_input.hpp"
#include "model/json/json_scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace assess {

namespace {

struct Spot {
    std::size_t key = 0;
    std::size_t value = 0;
};

std::string parent_of(const std::string& pointer) {
    const auto slash = pointer.rfind('/');
    return slash == std::string::npos ? std::string{} : pointer.substr(0, slash);
}

/// Lines and columns of bytes that come in ascending order, in one pass over the text.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : m_text(text) {
        if (text.starts_with("\xEF\xBB\xBF")) {
            m_at = 3; // a byte-order mark is no character of the line
        }
    }

    Place place(const std::string& file, std::size_t byte) {
        for (; m_at < std::min(byte, m_text.size()); ++m_at) {
            if (m_text[m_at] == '\n') {
                ++m_line;
                m_column = 1;
            } else if ((static_cast<unsigned char>(m_text[m_at]) & 0xC0U) != 0x80U) {
                ++m_column;
            }
        }
        return {file, m_line, m_column, {}};
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_column = 1;
};

/// Where the values of the given pointers, and all values around them, stand.
std::unordered_map<std::string, Spot> find_spots(std::string_view text,
                                                 const std::vector<std::string>& pointers) {
    std::unordered_map<std::string, std::optional<Spot>> wanted;
    for (auto pointer : pointers) {
        while (wanted.emplace(pointer, std::nullopt).second && !pointer.empty()) {
            pointer = parent_of(pointer);
        }
    }
    scan_json(text, [&](const JsonSpot& spot) {
        const auto found = wanted.find(spot.pointer);
        if (found != wanted.end() && !found->second) {
            found->second = Spot{spot.key, spot.value};
        }
    });
    std::unordered_map<std::string, Spot> spots;
    for (const auto& pointer : pointers) {
        auto nearest = pointer;
        while (!wanted[nearest] && !nearest.empty()) {
            nearest = parent_of(nearest);
        }
        spots.emplace(pointer, wanted[nearest].value_or(Spot{}));
    }
    return spots;
}

} // namespace

std::string pointer_to(const std::string& pointer, std::string_view key) {
    std::string longer = pointer + '/';
    for (const char c : key) {
        if (c == '~') {
            longer += "~0";
        } else if (c == '/') {
            longer += "~1";
        } else {
            longer += c;
        }
    }
    return longer;
}

std::string pointer_to(const std::string& pointer, std::size_t index) {
    return fmt::format("{}/{}", pointer, index);
}

Place place_of_byte(std::string_view text, const std::string& file, std::size_t byte) {
    return LineCounter(text).place(file, byte);
}

Place place_of(std::string_view text, const std::string& file, const std::string& pointer) {
    const auto spots = find_spots(text, {pointer});
    auto place = place_of_byte(text, file, spots.at(pointer).value);
    place.where = pointer;
    return place;
}

JsonProblems::JsonProblems(std::string_view text, std::string file)
    : m_text(text), m_file(std::move(file)) {}

void JsonProblems::add(std::string pointer, std::string what, std::string hint) {
    m_problems.push_back({std::move(pointer), false, std::move(what), std::move(hint)});
}

void JsonProblems::add_at_key(std::string pointer, std::string what, std::string hint) {
    m_problems.push_back({std::move(pointer), true, std::move(what), std::move(hint)});
}

Diagnostics JsonProblems::diagnostics() const {
    std::vector<std::string> pointers;
    for (const auto& problem : m_problems) {
        pointers.push_back(problem.pointer);
    }
    const auto spots = find_spots(m_text, pointers);

    std::vector<std::pair<std::size_t, const Problem*>> by_byte;
    for (const auto& problem : m_problems) {
        const auto& spot = spots.at(problem.pointer);
        by_byte.emplace_back(problem.at_key ? spot.key : spot.value, &problem);
    }
    std::stable_sort(by_byte.begin(), by_byte.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });

    Diagnostics diagnostics;
    LineCounter counter(m_text);
    for (const auto& [byte, problem] : by_byte) {
        auto place = counter.place(m_file, byte);
        place.where = problem->pointer;
        diagnostics.push_back({std::move(place), problem->what, problem->hint});
    }
    return diagnostics;
}

void JsonProblems::throw_if_any() const {
    if (!m_problems.empty()) {
        throw InputError(diagnostics());
    }
}

} // namespace assess
