// Small landscapes and answers for the tests of this folder.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {

/// Tools t00, t01, ... at these places; nothing: unplaced.
inline Landscape landscape_of(const std::vector<std::optional<Point>>& places,
                              double tolerance = 0.05) {
    Landscape landscape;
    for (std::size_t j = 0; j < places.size(); ++j) {
        Tool tool;
        tool.id = std::string("t") + (j < 10 ? "0" : "") + std::to_string(j);
        tool.name = tool.id;
        if (places[j]) {
            tool.placement = Placement{*places[j], tolerance, "test", ""};
        }
        landscape.tools.push_back(tool);
    }
    return landscape;
}

/// Somebody who was asked about every tool and answered.
inline Respondent person(Role role, std::vector<Usage> usages) {
    Respondent respondent;
    respondent.role = role;
    respondent.answered = 1;
    respondent.usages = std::move(usages);
    return respondent;
}

/// Somebody with a bare "uses it" for each tool.
inline Respondent user_of(Role role, const std::vector<ToolIndex>& tools) {
    std::vector<Usage> usages;
    for (const ToolIndex tool : tools) {
        usages.push_back({tool, Depth::Uses});
    }
    return person(role, usages);
}

/// Answers to one block that offers any tool.
inline Answers answers_of(std::vector<Respondent> respondents) {
    Answers answers;
    answers.blocks.push_back({"all", "All tools", {}});
    answers.respondents = std::move(respondents);
    answers.rows = answers.respondents.size();
    sort_respondents(answers);
    return answers;
}

} // namespace assess
