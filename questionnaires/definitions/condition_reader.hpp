// Reads conditions: when a question or a section is shown. Internal to this folder.
#pragma once

#include "model/json/json_input.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess {

/// What is known of a definition while it is read.
struct DefinitionSoFar {
    const Landscape& landscape;
    const Definition& definition;        ///< the questions before the one that is read
    const std::vector<bool>& sound;      ///< of each: its kind is known, so that more can be said
    const std::vector<std::string>& ids; ///< of all questions, later ones too
};

class ConditionReader {
public:
    static constexpr std::size_t deepest = 8;
    static constexpr std::size_t most_parts = 50; ///< of one condition, at all depths

    /// Conditions of the section `section`; it may look into itself only where `inside` is true.
    ConditionReader(const DefinitionSoFar& known, std::size_t section, bool inside)
        : m_known(known), m_section(section), m_inside(inside) {}

    /// The field "shown_if" of a question or section; nothing where there is none, or where it
    /// has a problem.
    std::optional<Condition> read(ObjectReader& owner);

private:
    std::optional<Condition> read_any(ObjectReader& reader, std::size_t depth);
    std::optional<Condition> read_parts(ObjectReader& reader, Condition::Kind kind,
                                        std::size_t depth);
    std::optional<Condition> read_test(ObjectReader& reader);
    std::optional<std::size_t> read_question(ObjectReader& reader);
    bool read_values(ObjectReader& reader, const Question& question, Condition& condition,
                     std::string_view name);
    bool read_bound(ObjectReader& reader, const Question& question, Condition& condition,
                    std::string_view name);

    const DefinitionSoFar& m_known;
    std::size_t m_section;
    bool m_inside;
    std::size_t m_parts = 0;
};

} // namespace assess
