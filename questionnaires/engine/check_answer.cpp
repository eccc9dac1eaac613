// What is wrong with an answer. README.md lists the rules in the order in which they are applied.
#include "model/text/text.hpp"
#include "questionnaires/engine/session.hpp"
#include "questionnaires/engine/text_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace assess {

namespace {

class Checker {
public:
    Checker(const Definition& definition, const Landscape& landscape, const Item& item,
            std::string_view language)
        : m_question(definition.questions[item.question]), m_landscape(landscape), m_key(item.key),
          m_language(language) {}

    using Outcome = std::optional<Refusal>;

    Outcome operator()(const NoAnswer& answer) const {
        if (answer == NoAnswer::DontKnow && !m_question.dont_know) {
            return no("no-dont-know");
        }
        if (answer == NoAnswer::NotApplicable && !m_question.not_applicable) {
            return no("no-not-applicable");
        }
        if (answer == NoAnswer::Skipped && m_question.required) {
            return no("needs-answer");
        }
        return std::nullopt;
    }

    Outcome operator()(const ChoiceAnswer& answer) const {
        if (m_question.kind != QuestionKind::Single) {
            return no("wrong-kind");
        }
        return is_choice(answer.choice) ? std::nullopt : no("no-such-choice", answer.choice);
    }

    Outcome operator()(const ChoicesAnswer& answer) const {
        if (m_question.kind != QuestionKind::Multiple) {
            return no("wrong-kind");
        }
        std::set<std::string_view> seen;
        for (const std::string& choice : answer.choices) {
            if (!is_choice(choice)) {
                return no("no-such-choice", choice);
            }
            if (!seen.insert(choice).second) {
                return no("choice-twice", choice);
            }
        }
        return std::nullopt;
    }

    Outcome operator()(const ToolsAnswer& answer) const {
        if (m_question.kind != QuestionKind::Tools) {
            return no("wrong-kind");
        }
        std::set<std::string> seen; // ids; for the names, their spelling
        std::size_t typed = 0;
        for (const AnsweredTool& tool : answer.tools) {
            if (auto refusal = tool.known ? check_known(tool) : check_typed(tool)) {
                return refusal;
            }
            const auto mark = tool.known ? tool.tool : "name:" + spelling_key(tool.tool);
            if (!seen.insert(mark).second) {
                return no("tool-twice", name_of(tool));
            }
            if (!m_question.with_depth && tool.depth != Depth::Uses) {
                return no("depth-not-asked", name_of(tool));
            }
            if (!tool.known && ++typed > most_typed_tools) {
                return no("too-many-names", fmt::format("{}", most_typed_tools));
            }
        }
        return std::nullopt;
    }

    Outcome operator()(const StepAnswer& answer) const {
        if (m_question.kind != QuestionKind::Scale) {
            return no("wrong-kind");
        }
        return answer.step >= 1 && answer.step <= scale_steps ? std::nullopt : no("no-such-step");
    }

    Outcome operator()(const NumberAnswer& answer) const {
        if (m_question.kind != QuestionKind::Number) {
            return no("wrong-kind");
        }
        const double number = answer.number;
        if (!std::isfinite(number)) {
            return no("number-broken");
        }
        if (number < m_question.least) {
            return no("number-too-small", fmt::format("{}", m_question.least));
        }
        if (number > m_question.most) {
            return no("number-too-large", fmt::format("{}", m_question.most));
        }
        if (m_question.whole && std::floor(number) != number) {
            return no("number-not-whole");
        }
        if (std::round(number * 1000) / 1000 != number) {
            return no("number-too-fine");
        }
        return std::nullopt;
    }

    Outcome operator()(const TextAnswer& answer) const {
        if (m_question.kind != QuestionKind::Text) {
            return no("wrong-kind");
        }
        return typed_fault("text", answer.text, m_question.longest, true);
    }

private:
    [[nodiscard]] Outcome no(std::string_view reason, std::string_view about = {},
                             std::string_view more = {}) const {
        return refuse(m_key, reason, m_language, {shown_word(about), shown_word(more)});
    }

    [[nodiscard]] Outcome typed_fault(std::string_view what, std::string_view text,
                                      std::size_t longest, bool lines) const {
        const auto fault = fault_of_typed(text, longest, lines);
        if (!fault) {
            return std::nullopt;
        }
        const auto has = *fault == "too-long" ? characters(tidied(text)) : 0;
        return no(fmt::format("{}-{}", what, *fault), fmt::format("{}", has),
                  fmt::format("{}", longest));
    }

    [[nodiscard]] bool is_choice(std::string_view id) const {
        return std::any_of(m_question.choices.begin(), m_question.choices.end(),
                           [&](const Choice& choice) { return choice.id == id; });
    }

    [[nodiscard]] bool is_offered(const Tool& tool) const {
        const auto& categories = m_question.categories;
        return categories.empty() ||
               std::any_of(tool.categories.begin(), tool.categories.end(), [&](std::size_t index) {
                   return std::find(categories.begin(), categories.end(),
                                    m_landscape.categories[index].id) != categories.end();
               });
    }

    [[nodiscard]] std::string_view name_of(const AnsweredTool& tool) const {
        const auto index = tool.known ? m_landscape.find(tool.tool) : std::nullopt;
        return index ? std::string_view(m_landscape.tools[*index].name) : tool.tool;
    }

    [[nodiscard]] Outcome check_known(const AnsweredTool& tool) const {
        const auto index = m_landscape.find(tool.tool);
        if (!index || m_landscape.tools[*index].id != tool.tool) {
            return no("no-such-tool", tool.tool);
        }
        const Tool& known = m_landscape.tools[*index];
        return is_offered(known) ? std::nullopt : no("tool-not-offered", known.name);
    }

    [[nodiscard]] Outcome check_typed(const AnsweredTool& tool) const {
        if (!m_question.other_tools) {
            return no("names-not-offered", tool.tool);
        }
        if (auto refusal = typed_fault("name", tool.tool, longest_tool_name, false)) {
            return refusal;
        }
        if (spelling_key(tool.tool).empty()) {
            return no("name-empty");
        }
        const auto index = m_landscape.find(tool.tool);
        if (!index) {
            return std::nullopt;
        }
        const Tool& known = m_landscape.tools[*index];
        return is_offered(known) ? no("name-known", tool.tool, known.name)
                                 : no("tool-not-offered", known.name);
    }

    const Question& m_question;
    const Landscape& m_landscape;
    const std::string& m_key;
    std::string_view m_language;
};

} // namespace

std::optional<Refusal> check_answer(const Definition& definition, const Landscape& landscape,
                                    const Item& item, const Answer& answer,
                                    std::string_view language) {
    return std::visit(Checker(definition, landscape, item, language), answer);
}

std::optional<Refusal> check_respondent(std::string_view respondent, std::string_view language) {
    const auto fault = fault_of_typed(respondent, longest_respondent, false);
    if (!fault) {
        return std::nullopt;
    }
    return refuse({}, fmt::format("respondent-{}", *fault), language,
                  {fmt::format("{}", longest_respondent)});
}

} // namespace assess
