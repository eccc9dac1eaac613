// The role of a survey's row, by the mapping's table; and why a row has none.
#pragma once

#include "questionnaires/csv/csv_reader.hpp"
#include "questionnaires/surveys/mapping.hpp"
#include "questionnaires/surveys/survey_header.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assess {

/// Words that a cell of an option's column says yes or no with.
enum class YesNo : std::uint8_t { Yes, No, Neither };
YesNo yes_or_no(std::string_view cell);

/// Whether the cell is empty or one of the words that mean "no answer".
bool is_missing(const Mapping& mapping, std::string_view cell);

class RoleReader {
public:
    RoleReader(const Mapping& mapping, const SurveyHeader& header, Problems& problems);

    /// The role of the current record. Nothing where such people are left out: they are counted.
    std::optional<Role> role_of(const CsvReader& record);

    /// Rows without a role, by reason; the largest first.
    [[nodiscard]] std::vector<LeftOut> left_out() const;

private:
    struct Outcome {
        std::optional<Role> role;
        std::string reason;
    };

    [[nodiscard]] Outcome outcome_of(std::string_view cell) const;
    [[nodiscard]] Outcome outcome_of_ticks(const CsvReader& record) const;
    void leave_out(const std::string& reason);

    struct Pattern {
        std::string key; ///< pattern_key
        std::optional<Role> role;
    };

    const Mapping* m_mapping;
    std::optional<std::size_t> m_column;
    std::vector<Pattern> m_patterns; ///< exact ones first, then those with most letters
    std::vector<std::pair<std::size_t, std::optional<Role>>> m_tick_columns;
    std::string m_cell;                              ///< the text being looked up; keeps its memory
    std::unordered_map<std::string, Outcome> m_seen; ///< only looked up, never iterated
    std::map<std::string, std::size_t> m_left_out;
};

} // namespace assess
