#include "questionnaires/surveys/survey_header.hpp"

#include "model/text/text.hpp"
#include "questionnaires/surveys/matching.hpp"

#include <fmt/format.h>

namespace assess {

SurveyHeader::SurveyHeader(CsvReader& reader, const Mapping& mapping, Problems& problems) {
    for (std::size_t row = 1; row <= mapping.header_rows; ++row) {
        if (!reader.next()) {
            problems.throw_if_any();
            throw InputError({{problems.file(), 0, 0, {}},
                              row == 1 ? std::string("the file is empty")
                                       : fmt::format("the file has {} of {} header rows", row - 1,
                                                     mapping.header_rows),
                              "Export the survey's answers again, with its header."});
        }
        const auto copy_to = [&](std::vector<std::string>& cells) {
            for (std::size_t i = 0; i < reader.size(); ++i) {
                cells.push_back(plain_text(reader[i]));
            }
        };
        if (row == mapping.names_row) {
            m_line = reader.line();
            copy_to(m_names);
        }
        if (row == mapping.texts_row) {
            copy_to(m_texts);
        }
    }
    if (mapping.texts_row && m_texts.size() != m_names.size()) {
        problems.add(
            m_line, {},
            fmt::format("the header rows have {} and {} columns", m_names.size(), m_texts.size()),
            "Export the survey's answers again, with its header.");
        problems.throw_if_any();
    }
}

std::string SurveyHeader::option_text(std::size_t column) const {
    const std::string& text = m_texts.at(column);
    const std::size_t dash = text.rfind(" - ");
    return dash == std::string::npos ? text : text.substr(dash + 3);
}

void SurveyHeader::say_missing(std::string_view name, std::string_view what_for,
                               Problems& problems) const {
    std::string hint;
    for (const std::string& close : closest_names(name, m_names)) {
        hint += hint.empty() ? "Close to it: " : ", ";
        hint += in_quotes(close);
    }
    hint += hint.empty() ? "Is this the export that the mapping describes?" : ".";
    problems.add(m_line, {}, fmt::format("there is no column {} for {}", in_quotes(name), what_for),
                 hint);
}

std::optional<std::size_t> SurveyHeader::find(std::string_view name, std::string_view what_for,
                                              Problems& problems) const {
    const std::string plain = plain_text(name);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i] == plain) {
            if (found) {
                problems.add(m_line, {},
                             fmt::format("there are two columns {}, needed for {}", in_quotes(name),
                                         what_for),
                             "Rename one of them in the export and in the mapping.");
                return std::nullopt;
            }
            found = i;
        }
    }
    if (!found) {
        say_missing(name, what_for, problems);
    }
    return found;
}

std::vector<std::size_t> SurveyHeader::find_all(std::string_view pattern, std::string_view what_for,
                                                Problems& problems) const {
    const std::string plain = plain_text(pattern);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (glob_fits(plain, m_names[i])) {
            found.push_back(i);
        }
    }
    if (found.empty()) {
        say_missing(pattern, what_for, problems);
    }
    return found;
}

} // namespace assess
