#include "questionnaires/engine/keep.hpp"

#include "questionnaires/engine/text_rules.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace assess {

namespace {

std::size_t place_of_choice(const Question& question, std::string_view id) {
    const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                    [&](const Choice& choice) { return choice.id == id; });
    return static_cast<std::size_t>(found - question.choices.begin());
}

/// A tool that is there by its id, too, is not there twice.
void take_known_tools(const Landscape& landscape, std::vector<AnsweredTool>& tools) {
    std::vector<AnsweredTool> taken;
    for (AnsweredTool& tool : tools) {
        const auto index = tool.known ? std::nullopt : landscape.find(tool.tool);
        if (!index) {
            taken.push_back(std::move(tool));
            continue;
        }
        const auto& id = landscape.tools[*index].id;
        const auto same = [&](const AnsweredTool& other) {
            return other.known && other.tool == id;
        };
        if (std::none_of(tools.begin(), tools.end(), same) &&
            std::none_of(taken.begin(), taken.end(), same)) {
            taken.push_back({id, true, tool.depth});
        }
    }
    tools = std::move(taken);
}

/// What JSON writes alike, told apart by the kind of the question.
Answer in_form_of(QuestionKind kind, const Answer& answer) {
    const auto* text = std::get_if<TextAnswer>(&answer);
    if (text != nullptr && kind == QuestionKind::Single) {
        return ChoiceAnswer{text->text};
    }
    const auto* number = std::get_if<NumberAnswer>(&answer);
    if (number != nullptr && kind == QuestionKind::Scale) {
        const bool is_step = number->number >= 1 && number->number <= scale_steps &&
                             std::floor(number->number) == number->number;
        return StepAnswer{is_step ? static_cast<int>(number->number) : 0};
    }
    const auto* choices = std::get_if<ChoicesAnswer>(&answer);
    if (choices != nullptr && choices->choices.empty() && kind == QuestionKind::Tools) {
        return ToolsAnswer{};
    }
    return answer;
}

} // namespace

Answer as_kept(const Question& question, Answer answer) {
    if (auto* several = std::get_if<ChoicesAnswer>(&answer)) {
        std::stable_sort(several->choices.begin(), several->choices.end(),
                         [&](const std::string& a, const std::string& b) {
                             return place_of_choice(question, a) < place_of_choice(question, b);
                         });
    } else if (auto* tools = std::get_if<ToolsAnswer>(&answer)) {
        for (AnsweredTool& tool : tools->tools) {
            if (!tool.known) {
                tool.tool = tidied(tool.tool);
            }
        }
        std::sort(tools->tools.begin(), tools->tools.end(),
                  [](const AnsweredTool& a, const AnsweredTool& b) {
                      return std::tuple(!a.known, std::string_view(a.tool), a.depth) <
                             std::tuple(!b.known, std::string_view(b.tool), b.depth);
                  });
    } else if (auto* text = std::get_if<TextAnswer>(&answer)) {
        text->text = tidied(text->text);
    } else if (auto* number = std::get_if<NumberAnswer>(&answer)) {
        number->number += 0.0; // -0 becomes 0
    }
    return answer;
}

std::string nearest_language(const Definition& definition, std::string_view wanted) {
    for (;;) {
        const auto& languages = definition.languages;
        if (std::find(languages.begin(), languages.end(), wanted) != languages.end()) {
            return std::string(wanted);
        }
        const auto hyphen = wanted.rfind('-');
        if (hyphen == std::string_view::npos) {
            return languages.empty() ? std::string() : languages.front();
        }
        wanted = wanted.substr(0, hyphen);
    }
}

AnswerMap answers_as_asked(const Definition& definition, const Landscape& landscape,
                           const AnswerMap& answers) {
    AnswerMap asked;
    AnswerMap from_names; // an answer under the landscape's own key goes first
    for (const auto& [key, answer] : answers) {
        const auto item = item_of_key(definition, landscape, key);
        if (!item) {
            asked.emplace(key, answer);
            continue;
        }
        auto kept = in_form_of(definition.questions[item->question].kind, answer);
        if (auto* tools = std::get_if<ToolsAnswer>(&kept)) {
            take_known_tools(landscape, tools->tools);
        }
        (item->key == key ? asked : from_names).emplace(item->key, std::move(kept));
    }
    asked.merge(from_names);
    return asked;
}

} // namespace assess
