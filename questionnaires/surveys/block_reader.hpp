// Reads the cells of one block of a survey: which tools a person gave there.
#pragma once

#include "questionnaires/csv/csv_reader.hpp"
#include "questionnaires/surveys/mapping.hpp"
#include "questionnaires/surveys/survey_header.hpp"
#include "questionnaires/tool_finder.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assess {

class SurveyBlockReader {
public:
    /// All references must outlive the reader. Columns that are not there, and tools that are in
    /// no landscape, become problems.
    SurveyBlockReader(const Mapping& mapping, const MappedBlock& block, bool keep_unknown,
                      const SurveyHeader& header, ToolFinder& finder, Problems& problems,
                      Diagnostics& mapping_problems);

    /// Adds what the current record says to the usages; of one tool the deepest stays.
    /// Returns whether the person answered anything here, "none" included.
    bool read(const CsvReader& record, std::vector<Usage>& usages);

    [[nodiscard]] const MappedBlock& mapped() const { return *m_block; }
    /// The tools one could tick, sorted.
    [[nodiscard]] std::vector<ToolIndex> offers() const;
    /// What was ignored, in one sentence; empty where nothing was.
    [[nodiscard]] std::string warning() const;

private:
    enum class Kind : std::uint8_t { Missing, NoTool, Ignored, Unknown, Use };
    /// What an option's text, or a cell, comes to.
    struct Meaning {
        Kind kind = Kind::Missing;
        ToolIndex tool = 0;
        Depth depth = Depth::Uses;
    };
    struct Column {
        std::size_t field = 0;
        std::optional<Meaning> option; ///< of columns that stand for an option
        std::string last_text;         ///< the cell seen last, and what it came to: most columns
        Meaning last;                  ///< of a survey hold one text or nothing
    };

    void resolve_options(const std::vector<MappedOption>& options, Diagnostics& mapping_problems,
                         bool own);
    Meaning meaning_of_option(std::string_view text);
    Meaning meaning_of_cell(const Column& column, std::string_view cell) const;
    const Meaning& remembered(std::string_view text);
    bool read_list(std::size_t field, std::string_view cell, std::size_t line,
                   std::vector<Usage>& usages);
    bool take(const Meaning& meaning, std::string_view text, std::size_t field, std::size_t line,
              std::vector<Usage>& usages);
    void ignore(std::string_view text);
    void complain(std::string_view text, std::size_t field, std::size_t line);
    void complain_of_option(std::string_view text, std::size_t field, std::size_t line);

    const Mapping* m_mapping;
    const MappedBlock* m_block;
    OnUnknown m_on_unknown;
    const SurveyHeader* m_header;
    ToolFinder* m_finder;
    Problems* m_problems;
    std::vector<Column> m_columns;
    std::unordered_map<std::string, Meaning> m_options; ///< by option_key; only looked up
    std::unordered_map<std::string, std::optional<Depth>> m_depths; ///< by option_key
    std::unordered_map<std::string, Meaning> m_seen; ///< by the text as it stands; only looked up
    std::string m_text;                              ///< the text being looked up; keeps its memory
    std::set<ToolIndex> m_offers;
    std::size_t m_ignored = 0;
    std::map<std::string, std::size_t> m_ignored_texts; ///< the first most_ignored_texts
};

} // namespace assess
