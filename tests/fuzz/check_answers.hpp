// What holds for all answers, whatever the input was.
#pragma once

#include "model/assessment/answers.hpp"

#include <cstdlib>

namespace assess {

inline void check_answers(const Answers& answers, const Landscape& landscape) {
    const auto require = [](bool holds) {
        if (!holds) {
            std::abort();
        }
    };
    require(!answers.blocks.empty() && answers.blocks.size() <= Answers::most_blocks);
    for (const Respondent& person : answers.respondents) {
        require(person.team == Respondent::no_team || person.team < answers.teams.size());
        for (std::size_t i = 0; i < person.usages.size(); ++i) {
            require(person.usages[i].tool < landscape.tools.size());
            require(i == 0 || person.usages[i - 1].tool < person.usages[i].tool);
        }
    }
    for (std::size_t i = 1; i < answers.teams.size(); ++i) {
        require(answers.teams[i - 1] < answers.teams[i]);
    }
}

} // namespace assess
