// The made-up team of questionnaires/examples/made-up-team.csv, as if each of the twelve had
// answered the built-in questionnaire 'team' themselves. All of it is made up: the people, their
// tools, their scores and their comments.
#pragma once

#include "questionnaires/collected/to_answers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

struct MadeUpPerson {
    std::string id;
    std::string role;
    std::string team;
    std::vector<std::pair<std::string, Depth>> tools;
    std::vector<std::string> stages;
    /// need-no-lead-time, need-good-practice, want-own-work, want-smooth-way, frustration-effort,
    /// frustration-rework; 0: "don't know".
    std::array<int, 6> statements{};
    int git_gives = 0; ///< 0: not asked, for Git is not among their tools
};

inline const std::vector<MadeUpPerson>& made_up_people() {
    using enum Depth;
    static const std::vector<MadeUpPerson> people{
        {"researcher-1",
         "researcher",
         "vision",
         {{"weights-and-biases", Daily}, {"optuna", Weekly}, {"deepnote", Daily}, {"git", Monthly}},
         {"feature-engineering", "model-training", "model-evaluation"},
         {2, 2, 3, 2, 4, 3},
         3},
        {"researcher-2",
         "researcher",
         "vision",
         {{"weights-and-biases", Daily},
          {"hyperopt", Monthly},
          {"label-studio", Weekly},
          {"git", Weekly},
          {"github", Monthly}},
         {"data-acquisition", "model-training"},
         {1, 3, 3, 2, 5, 4},
         4},
        {"researcher-3",
         "researcher",
         "language",
         {{"comet", Daily}, {"optuna", Weekly}, {"prodigy", Weekly}, {"deepnote", Daily}},
         {"data-acquisition", "feature-engineering", "model-training", "model-evaluation"},
         {2, 3, 4, 1, 4, 0},
         0},
        {"researcher-4",
         "researcher",
         "language",
         {{"mlflow", Weekly}, {"snorkel", Monthly}, {"deepnote", Daily}, {"git", Rarely}},
         {"feature-engineering", "model-evaluation"},
         {3, 2, 2, 2, 5, 3},
         2},
        {"researcher-5",
         "researcher",
         "language",
         {{"neptune", Daily}, {"optuna", Monthly}, {"weights-and-biases", Evaluating}},
         {"model-training", "model-evaluation"},
         {2, 0, 3, 2, 4, 2},
         0},
        {"engineer-1",
         "engineer",
         "platform",
         {{"docker", Daily},
          {"kubernetes", Daily},
          {"git", Daily},
          {"aws", Daily},
          {"tekton", Weekly},
          {"github", Daily}},
         {"deployment", "monitoring"},
         {3, 2, 3, 2, 2, 5},
         5},
        {"engineer-2",
         "engineer",
         "platform",
         {{"docker", Daily},
          {"git", Daily},
          {"aws", Daily},
          {"argo", Daily},
          {"jenkins-x", Monthly},
          {"github", Daily}},
         {"deployment", "functional-testing"},
         {4, 1, 3, 3, 2, 5},
         5},
        {"engineer-3",
         "engineer",
         "platform",
         {{"docker", Daily},
          {"kubernetes", Weekly},
          {"git", Daily},
          {"gcp", Weekly},
          {"airflow", Daily},
          {"github", Weekly}},
         {"data-acquisition", "deployment"},
         {3, 2, 4, 3, 3, 4},
         5},
        {"engineer-4",
         "engineer",
         "vision",
         {{"docker", Daily},
          {"git", Daily},
          {"aws", Weekly},
          {"airflow", Weekly},
          {"mlflow", Rarely},
          {"github", Daily}},
         {"deployment", "functional-testing", "monitoring"},
         {4, 2, 3, 2, 3, 4},
         4},
        {"engineer-5",
         "engineer",
         "language",
         {{"docker", Weekly},
          {"git", Daily},
          {"azure", Daily},
          {"argo", Monthly},
          {"kubernetes", Daily},
          {"github", Weekly}},
         {"deployment", "monitoring"},
         {3, 1, 4, 2, 2, 5},
         5},
        {"hybrid-1",
         "hybrid",
         "vision",
         {{"docker", Daily},
          {"git", Daily},
          {"kubeflow", Weekly},
          {"mlflow", Daily},
          {"dvc", Weekly},
          {"optuna", Rarely},
          {"github", Daily}},
         {"model-training", "model-evaluation", "deployment"},
         {3, 3, 3, 3, 3, 3},
         5},
        {"hybrid-2",
         "hybrid",
         "language",
         {{"docker", Weekly},
          {"git", Daily},
          {"sagemaker", Daily},
          {"mlflow", Weekly},
          {"weights-and-biases", Weekly},
          {"github", Daily}},
         {"model-training", "deployment", "monitoring"},
         {4, 3, 4, 3, 3, 3},
         4},
    };
    return people;
}

/// Role, team and tools only: all that a roster says too.
inline CollectedAnswer tools_of(const MadeUpPerson& person, const Definition& definition) {
    CollectedAnswer one{person.id, &definition, {}};
    one.answers.emplace("role", ChoiceAnswer{person.role});
    one.answers.emplace("team", TextAnswer{person.team});
    ToolsAnswer tools;
    for (const auto& [id, depth] : person.tools) {
        tools.tools.push_back({id, true, depth});
    }
    std::ranges::sort(tools.tools, {}, &AnsweredTool::tool);
    one.answers.emplace("tools", std::move(tools));
    return one;
}

/// Everything they answered.
inline CollectedAnswer answers_of(const MadeUpPerson& person, const Definition& definition) {
    auto one = tools_of(person, definition);
    one.answers.emplace("stages", ChoicesAnswer{person.stages});
    constexpr std::array<std::string_view, 6> ids{"need-no-lead-time",  "need-good-practice",
                                                  "want-own-work",      "want-smooth-way",
                                                  "frustration-effort", "frustration-rework"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const int step = person.statements[i];
        one.answers.emplace(ids[i], step == 0 ? Answer(NoAnswer::DontKnow) : StepAnswer{step});
    }
    if (person.git_gives != 0) {
        one.answers.emplace("gives@git", StepAnswer{person.git_gives});
    }
    one.answers.emplace("comment", TextAnswer{"Made up: the comment of " + person.id + "."});
    return one;
}

} // namespace assess
