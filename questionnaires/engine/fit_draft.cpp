#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/engine/keep.hpp"
#include "questionnaires/engine/text_rules.hpp"
#include "questionnaires/words/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace assess {

namespace {

/// Fits one draft to a definition and writes down what it drops.
class Fitter {
public:
    Fitter(const Definition& definition, const Landscape& landscape, std::string_view language)
        : m_definition(definition), m_landscape(landscape), m_language(language) {}

    AnswerMap fit(const AnswerMap& answers) {
        AnswerMap kept;
        for (const auto& [key, answer] : answers) {
            const auto item = item_of_key(m_definition, m_landscape, key);
            if (!item) {
                ++m_gone[std::string(std::string_view(key).substr(0, key.find('@')))];
            } else if (auto fitting = fit_one(*item, answer)) {
                kept.emplace(item->key, std::move(*fitting));
            }
        }
        return kept;
    }

    void say(std::string_view key, std::initializer_list<std::string_view> arguments) {
        m_changes.push_back(word("engine", key, m_language, arguments));
    }

    void say_new_questions(const std::vector<std::string>& before) {
        const std::set<std::string_view> known(before.begin(), before.end());
        for (const Question& question : m_definition.questions) {
            if (!known.empty() && !known.contains(question.id)) {
                say("draft-new-question", {question.text.in(m_language)});
            }
        }
    }

    std::vector<std::string> changes() {
        for (const auto& [id, count] : m_gone) {
            const auto question = m_definition.find_question(id);
            const auto text =
                question ? std::string(m_definition.questions[*question].text.in(m_language))
                         : shown_word(id);
            // For one tool only, where the question itself is still asked.
            say(question ? "draft-tool-gone" : "draft-question-gone",
                {text, fmt::format("{}", count)});
        }
        return std::move(m_changes);
    }

private:
    std::optional<Answer> fit_one(const Item& item, const Answer& answer) {
        const Question& question = m_definition.questions[item.question];
        std::vector<std::string> dropped;
        Answer fitting = answer;
        if (auto* several = std::get_if<ChoicesAnswer>(&fitting)) {
            keep_parts(
                item, several->choices, dropped,
                [](std::vector<std::string> one) { return Answer(ChoicesAnswer{std::move(one)}); },
                [](const std::string& choice) { return choice; });
        } else if (auto* tools = std::get_if<ToolsAnswer>(&fitting)) {
            keep_parts(
                item, tools->tools, dropped,
                [](std::vector<AnsweredTool> one) { return Answer(ToolsAnswer{std::move(one)}); },
                [](const AnsweredTool& tool) { return tool.tool; });
        }
        const auto text = question.text.in(m_language);
        const bool nothing_left = !dropped.empty() && is_empty(fitting);
        if (const auto refusal =
                check_answer(m_definition, m_landscape, item, fitting, m_language)) {
            say("draft-answer-dropped", {text, refusal->what});
            return std::nullopt;
        }
        if (!dropped.empty()) {
            constexpr std::size_t most_named = 10;
            if (dropped.size() > most_named) {
                dropped.resize(most_named);
                dropped.emplace_back("...");
            }
            say("draft-parts-dropped", {text, fmt::format("{}", fmt::join(dropped, ", "))});
        }
        return nothing_left ? std::nullopt : std::optional(as_kept(question, std::move(fitting)));
    }

    /// Keeps the parts that fit by themselves, each once.
    template <typename Part, typename MakeAnswer, typename Name>
    void keep_parts(const Item& item, std::vector<Part>& parts, std::vector<std::string>& dropped,
                    const MakeAnswer& make_answer, const Name& name) const {
        std::vector<Part> kept;
        std::set<std::string> seen;
        for (Part& part : parts) {
            if (check_answer(m_definition, m_landscape, item, make_answer({part}), m_language)) {
                dropped.push_back(shown_word(name(part)));
            } else if (seen.insert(name(part)).second) {
                kept.push_back(std::move(part));
            }
        }
        // An answer of another kind has no parts to save.
        if (kept.empty() && dropped.size() == parts.size() &&
            check_answer(m_definition, m_landscape, item, make_answer({}), m_language)) {
            dropped.clear();
            return;
        }
        parts = std::move(kept);
    }

    static bool is_empty(const Answer& answer) {
        const auto* several = std::get_if<ChoicesAnswer>(&answer);
        const auto* tools = std::get_if<ToolsAnswer>(&answer);
        return (several != nullptr && several->choices.empty()) ||
               (tools != nullptr && tools->tools.empty());
    }

    const Definition& m_definition;
    const Landscape& m_landscape;
    std::string_view m_language;
    std::map<std::string, std::size_t> m_gone; ///< answers to items that are no more, by question
    std::vector<std::string> m_changes;
};

} // namespace

std::vector<std::string> fit_draft(const Definition& definition, const Landscape& landscape,
                                   Draft& draft) {
    draft.language = nearest_language(definition, draft.language);
    if (draft.questionnaire != definition.id) {
        throw InputError({{},
                          word("engine", "draft-of-another", draft.language,
                               {printable(draft.questionnaire), definition.id}),
                          word("engine", "draft-of-another-hint", draft.language)});
    }
    Fitter fitter(definition, landscape, draft.language);
    const bool changed = draft.digest != definition.digest || draft.version != definition.version;
    if (changed) {
        fitter.say(draft.version == definition.version ? "draft-changed" : "draft-other-version",
                   {fmt::format("{}", draft.version), fmt::format("{}", definition.version)});
        fitter.say_new_questions(draft.questions);
    }
    draft.answers = fitter.fit(answers_as_asked(definition, landscape, draft.answers));
    return fitter.changes();
}

} // namespace assess
