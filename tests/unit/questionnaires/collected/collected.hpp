// People with answers to the built-in questionnaire 'team', for the tests of what becomes of them.
#pragma once

#include "model/landscape/load.hpp"
#include "questionnaires/collected/to_answers.hpp"
#include "questionnaires/definitions/load.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

inline const Landscape& current() {
    static const Landscape landscape = built_in_landscape("current");
    return landscape;
}

inline const Definition& team() {
    static const Definition definition = load_definition("team", current());
    return definition;
}

/// The built-in 'team' with changes, as another definition.
inline Definition changed_team(const std::function<void(nlohmann::json&)>& change) {
    auto json = nlohmann::json::parse(built_in_definition("team"));
    change(json);
    return parse_definition(json.dump(), "changed.json", current());
}

inline nlohmann::json& question_in(nlohmann::json& definition, std::string_view id) {
    for (auto& section : definition["sections"]) {
        for (auto& question : section["questions"]) {
            if (question["id"] == id) {
                return question;
            }
        }
    }
    throw std::out_of_range(std::string(id));
}

/// A person with a role, a list of tools in use and further answers.
inline CollectedAnswer person(std::string id, std::vector<AnsweredTool> tools, AnswerMap more = {},
                              const Definition& definition = team()) {
    CollectedAnswer one{std::move(id), &definition, std::move(more)};
    one.answers.emplace("role", ChoiceAnswer{"engineer"});
    one.answers.emplace("tools", ToolsAnswer{std::move(tools)});
    return one;
}

inline AnsweredTool known(std::string id, Depth depth = Depth::Daily) {
    return {std::move(id), true, depth};
}
inline AnsweredTool other(std::string name, Depth depth = Depth::Daily) {
    return {std::move(name), false, depth};
}

struct Collected {
    Landscape landscape;
    Answers answers;

    [[nodiscard]] const Respondent& of(std::string_view id) const {
        return *std::ranges::find(answers.respondents, id, &Respondent::id);
    }
    /// "gives git 3": the scores of one person, with the names of their tools.
    [[nodiscard]] std::vector<std::string> scores_of(std::string_view id) const {
        std::vector<std::string> lines;
        for (const auto& score : of(id).scores) {
            const auto& item = answers.score_items.at(score.item);
            lines.push_back(fmt::format("{} {} {}", item.id,
                                        item.tool ? landscape.tools.at(*item.tool).name : "-",
                                        score.step));
        }
        return lines;
    }
    [[nodiscard]] std::vector<std::string> tools_of(std::string_view id) const {
        std::vector<std::string> lines;
        for (const auto& usage : of(id).usages) {
            lines.push_back(
                fmt::format("{} {}", landscape.tools.at(usage.tool).name, id_of(usage.depth)));
        }
        return lines;
    }
};

inline Collected collect(std::vector<CollectedAnswer> collected, const PrivacyPromise& promise = {},
                         Landscape landscape = current()) {
    auto answers = to_answers(collected, "test", promise, landscape);
    return {std::move(landscape), std::move(answers)};
}

} // namespace assess
