// Reads a definition and collects what is wrong with it. Internal to this folder.
#pragma once

#include "model/json/json_input.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/definitions/question_reader.hpp"
#include "questionnaires/definitions/text_reader.hpp"

#include <nlohmann/json_fwd.hpp>

#include <set>
#include <string>
#include <vector>

namespace assess {

class DefinitionReader {
public:
    static constexpr std::size_t most_languages = 20;
    static constexpr std::size_t most_sections = 100;
    static constexpr std::size_t most_questions = 500;
    static constexpr std::size_t most_for_each = 50; ///< tools of one section
    static constexpr std::size_t usual_for_each = 8;
    static constexpr std::size_t most_items = 2000; ///< questions, once for each tool

    /// Both must outlive the reader.
    DefinitionReader(const Landscape& landscape, JsonProblems& problems)
        : m_landscape(landscape), m_problems(problems) {}

    /// Complete only where no problem was added.
    Definition read(const nlohmann::json& json);

private:
    void read_head(ObjectReader& root);
    void read_languages(ObjectReader& root);
    void read_scales(ObjectReader& root);
    void read_section(ObjectReader& reader);
    void read_for_each(ObjectReader& reader, Section& section);
    void read_question(ObjectReader& reader);
    void check_record(const ObjectReader& reader, const Question& question);
    void check_sizes(ObjectReader& root);
    void collect_ids(const nlohmann::json& json);

    const Landscape& m_landscape;
    JsonProblems& m_problems;
    Definition m_definition;
    TextReader m_texts{m_definition.languages};
    SharedScales m_scales;
    std::vector<bool> m_sound;          ///< of each question: conditions may look at it
    std::vector<std::string> m_all_ids; ///< of the questions, later ones too
    std::set<std::string> m_section_ids;
    std::set<std::string> m_question_ids;
    std::set<Records> m_recorded;
};

} // namespace assess
