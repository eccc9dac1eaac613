#include "questionnaires/collected/placed_tool.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/landscape_fields.hpp"
#include "model/landscape/rubric.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assess {

namespace {

constexpr std::size_t longest_address = 2000;

/// Collects what is wrong with the answers, each with the item's key.
class AnswerReader {
public:
    AnswerReader(const AnswerMap& answers, const Definition& definition, const std::string& file)
        : m_answers(answers), m_definition(definition), m_file(file) {}

    template <typename Kind>
    const Kind* optional(Records records) const {
        const auto question = m_definition.find_record(records);
        const auto found =
            question ? m_answers.find(m_definition.questions[*question].id) : m_answers.end();
        return found == m_answers.end() ? nullptr : std::get_if<Kind>(&found->second);
    }

    template <typename Kind>
    const Kind* required(Records records, std::string_view what) {
        const Kind* answer = optional<Kind>(records);
        if (answer == nullptr) {
            problem(records, fmt::format("the answers do not say {}", what),
                    m_definition.find_record(records)
                        ? std::string("Answer that question, and save the answers again.")
                        : fmt::format("The questionnaire {} does not ask for it. Use the "
                                      "questionnaire 'place-a-tool'.",
                                      in_quotes(m_definition.id)));
        }
        return answer;
    }

    void problem(Records records, std::string what, std::string hint) {
        const auto question = m_definition.find_record(records);
        m_problems.push_back(
            {{m_file, 0, 0, question ? m_definition.questions[*question].id : std::string()},
             std::move(what),
             std::move(hint)});
    }

    void throw_if_any() const {
        if (!m_problems.empty()) {
            throw InputError(m_problems);
        }
    }

private:
    const AnswerMap& m_answers;
    const Definition& m_definition;
    const std::string& m_file;
    Diagnostics m_problems;
};

/// The tool to fill in: a new one with an id of its own, or the landscape's, if it has no place.
Tool start(const std::string& name, const Landscape& landscape, AnswerReader& answers) {
    Tool tool;
    tool.name = name;
    if (spelling_key(name).empty() || printable(name) != name ||
        display_width(name) > longest_name) {
        answers.problem(Records::ToolName,
                        fmt::format("{} cannot be the name of a tool", in_quotes(name)),
                        fmt::format("Use letters or digits, at most {} characters, on one line.",
                                    longest_name));
        return tool;
    }
    if (const auto known = landscape.find(name)) {
        const Tool& there = landscape.tools[*known];
        if (there.placement) {
            answers.problem(
                Records::ToolName,
                fmt::format("the landscape '{}' has {} already, at x {:.2f}, y {:.2f}",
                            landscape.edition, in_quotes(there.name), there.placement->point.x,
                            there.placement->point.y),
                fmt::format("See why it stands there: assess landscape show {}. To move it, "
                            "write an overlay with its id and the new position.",
                            there.id));
        }
        return there;
    }
    Landscape with_it = landscape;
    const std::string base = with_it.tools[with_it.add_unplaced(name)].id;
    tool.id = base;
    for (int count = 2; landscape.find(tool.id); ++count) {
        tool.id = fmt::format("{}-{}", base, count);
    }
    return tool;
}

void read_homepage(AnswerReader& answers, Tool& tool) {
    const auto* answer = answers.optional<TextAnswer>(Records::ToolHomepage);
    if (answer == nullptr) {
        return;
    }
    std::string address(trimmed(answer->text));
    if (address.find("://") == std::string::npos) {
        address.insert(0, "https://");
    }
    const bool is_web = address.starts_with("https://") || address.starts_with("http://");
    if (!is_web || address.find_first_of(" \t\r\n") != std::string::npos ||
        address.find('.') == std::string::npos || printable(address) != address ||
        address.size() > longest_address) {
        answers.problem(Records::ToolHomepage,
                        fmt::format("{} is no address of a web page", in_quotes(answer->text)),
                        "Write it as https://example.org, or leave it out.");
        return;
    }
    tool.homepage = std::move(address);
}

/// The diagonals on which all tools stand that the rubric placed and that have this category
/// alone. That is the rule by which the edition's own tools were put there.
std::vector<Diagonal> diagonals_of_category(const Landscape& landscape, std::size_t category) {
    std::vector<Diagonal> on;
    for (const Diagonal diagonal : diagonals) {
        std::size_t tools = 0;
        std::size_t there = 0;
        for (const Tool& tool : landscape.tools) {
            if (tool.placement && tool.placement->source == "rubric" &&
                tool.categories == std::vector<std::size_t>{category}) {
                ++tools;
                there += std::find(tool.on.begin(), tool.on.end(), diagonal) != tool.on.end();
            }
        }
        if (tools != 0 && there == tools) {
            on.push_back(diagonal);
        }
    }
    return on;
}

void take_category(const std::string& id, const Landscape& landscape, AnswerReader& answers,
                   Tool& tool) {
    if (const auto category = landscape.find_category(id)) {
        tool.categories = {*category};
        tool.on = diagonals_of_category(landscape, *category);
        return;
    }
    std::vector<std::string> ids;
    for (const Category& category : landscape.categories) {
        ids.push_back(category.id);
    }
    const auto near = closest_names(id, ids);
    answers.problem(
        Records::ToolCategory,
        fmt::format("the landscape '{}' has no category {}", landscape.edition, in_quotes(id)),
        fmt::format("{}: {}.", near.empty() ? "It has" : "Closest",
                    listed(near.empty() ? ids : near)));
}

void take_facts(const ChoiceAnswer& artifact, const ChoicesAnswer& covers,
                const Landscape& landscape, Tool& tool) {
    tool.rubric = RubricFacts{artifact.choice, covers.choices};
    tool.placement = rubric_placement(*tool.rubric);
    tool.stages.clear();
    for (const std::string& process : covers.choices) {
        if (const auto stage = landscape.find_stage(process)) {
            tool.stages.push_back(*stage);
        }
    }
    std::sort(tool.stages.begin(), tool.stages.end());
}

} // namespace

Tool placed_tool(const AnswerMap& answer_map, const Definition& definition,
                 const Landscape& landscape, const std::string& file) {
    AnswerReader answers(answer_map, definition, file);
    const auto* name = answers.required<TextAnswer>(Records::ToolName, "what the tool is called");
    Tool tool;
    if (name != nullptr) {
        tool = start(std::string(trimmed(name->text)), landscape, answers);
    }
    read_homepage(answers, tool);
    if (const auto* category =
            answers.required<ChoiceAnswer>(Records::ToolCategory, "what kind of tool it is")) {
        take_category(category->choice, landscape, answers, tool);
    }
    const auto* artifact =
        answers.required<ChoiceAnswer>(Records::Artifact, "what the tool helps to produce");
    const auto* covers =
        answers.required<ChoicesAnswer>(Records::Covers, "what the tool has functions for");
    answers.throw_if_any();
    take_facts(*artifact, *covers, landscape, tool);
    return tool;
}

} // namespace assess
