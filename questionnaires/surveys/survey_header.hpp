// The header rows of a survey's export: which columns there are, and what they ask.
#pragma once

#include "questionnaires/csv/csv_reader.hpp"
#include "questionnaires/surveys/mapping.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

class SurveyHeader {
public:
    /// Reads the mapping's header rows from the reader. Throws InputError where there are fewer.
    SurveyHeader(CsvReader& reader, const Mapping& mapping, Problems& problems);

    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    [[nodiscard]] const std::string& name(std::size_t column) const { return m_names.at(column); }
    /// The option in the column's question text: what stands after the last " - ".
    [[nodiscard]] std::string option_text(std::size_t column) const;

    /// The column of that name. Nothing, and a problem, where there is none or more than one.
    /// `what_for` completes "the mapping's ... ".
    std::optional<std::size_t> find(std::string_view name, std::string_view what_for,
                                    Problems& problems) const;
    /// The columns that fit the pattern, in order. A problem where there is none.
    std::vector<std::size_t> find_all(std::string_view pattern, std::string_view what_for,
                                      Problems& problems) const;

private:
    void say_missing(std::string_view name, std::string_view what_for, Problems& problems) const;

    std::vector<std::string> m_names; ///< as plain_text
    std::vector<std::string> m_texts; ///< empty without a row of texts
    std::size_t m_line = 1;
};

} // namespace assess
