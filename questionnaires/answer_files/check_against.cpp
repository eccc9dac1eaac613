#include "model/json/json_input.hpp"
#include "model/text/text.hpp"
#include "questionnaires/answer_files/answer_file.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace assess {

namespace {

constexpr std::string_view language_of_messages = "en";

/// An answer to something that is not asked: why, and what to do.
Diagnostic not_asked(Place place, const Definition& definition, const Landscape& landscape,
                     std::string_view key) {
    const auto id = key.substr(0, key.find('@'));
    if (!definition.find_question(id)) {
        std::vector<std::string> ids;
        for (const Question& question : definition.questions) {
            ids.push_back(question.id);
        }
        return {std::move(place),
                fmt::format("the questionnaire {} has no question {}", in_quotes(definition.id),
                            in_quotes(id)),
                suggestion(id, ids)};
    }
    if (!item_of_key(definition, landscape, key)) {
        return {std::move(place), fmt::format("nothing is asked under the key {}", in_quotes(key)),
                "The tool in it may be missing in this landscape, or the question is of another "
                "version."};
    }
    return {std::move(place), "this question is answered, but not asked after the other answers",
            "Open the file's draft, check the answers before it, and save again."};
}

} // namespace

Diagnostics check_against(const AnswerFile& file, const std::string& name,
                          const Definition& definition, const Landscape& landscape) {
    const auto place = [&](std::string_view key) { return Place{name, 0, 0, printable(key)}; };
    if (file.questionnaire != definition.id) {
        return {{place({}),
                 fmt::format("these are answers to the questionnaire {}, not to {}",
                             in_quotes(file.questionnaire), in_quotes(definition.id)),
                 "Use the questionnaire that was answered."}};
    }
    Diagnostics problems;
    const auto add = [&](const Refusal& refusal) {
        problems.push_back({place(refusal.key), refusal.what, refusal.hint});
    };
    if (const auto refusal = check_respondent(file.respondent, language_of_messages)) {
        add(*refusal);
    }
    const auto answers = answers_as_asked(definition, landscape, file.answers);
    std::set<std::string_view> shown;
    const auto items = shown_items(definition, landscape, answers);
    for (const Item& item : items) {
        shown.insert(item.key);
        const auto answer = answers.find(item.key);
        const bool required = definition.questions[item.question].required;
        if (answer != answers.end() || required) {
            const auto given = answer == answers.end() ? Answer(NoAnswer::Skipped) : answer->second;
            if (const auto refusal =
                    check_answer(definition, landscape, item, given, language_of_messages)) {
                add(*refusal);
            }
        }
    }
    for (const auto& [key, answer] : answers) {
        if (!shown.contains(key)) {
            problems.push_back(not_asked(place(key), definition, landscape, key));
        }
    }
    return problems;
}

} // namespace assess
