// Reads one question of a definition. Internal to this folder.
#pragma once

#include "model/json/json_input.hpp"
#include "questionnaires/definitions/condition_reader.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/definitions/text_reader.hpp"

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace assess {

using Steps = std::array<LocalText, scale_steps>;
/// Scales that several questions share, by name.
using SharedScales = std::map<std::string, Steps>;

/// The texts of a scale's steps, a list of five.
Steps read_steps(const nlohmann::json& value, const std::string& pointer, const TextReader& texts,
                 JsonProblems& problems);

class QuestionReader {
public:
    static constexpr std::size_t most_choices = 200;
    static constexpr std::size_t longest_answer = 10'000; ///< of Text, in characters
    static constexpr std::size_t usual_longest = 500;
    static constexpr double largest_number = 1e9;

    QuestionReader(ObjectReader& reader, const TextReader& texts, const SharedScales& scales,
                   const DefinitionSoFar& known)
        : m_reader(reader), m_texts(texts), m_scales(scales), m_known(known) {}

    /// `sound` tells whether its kind and what belongs to it could be read.
    Question read(std::size_t section, std::set<std::string>& ids, bool& sound);

private:
    void read_choices(Question& question);
    void read_scale(Question& question);
    void read_number(Question& question);
    void read_text(Question& question);
    void read_tools(Question& question);
    void refuse_fields_of_other_kinds(const Question& question);
    void read_records(Question& question);
    void check_choices_of_record(const Question& question);
    void read_persona(Question& question);

    ObjectReader& m_reader;
    const TextReader& m_texts;
    const SharedScales& m_scales;
    const DefinitionSoFar& m_known;
};

} // namespace assess
