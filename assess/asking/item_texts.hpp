// What an item says in the language of the session, and what an answer says in words.
#pragma once

#include "assess/asking/words.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/engine/session.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

/// What everything that asks has at hand. Must not outlive what it refers to.
struct Context {
    const Definition& definition;
    const Landscape& landscape;
    const Words& words;

    [[nodiscard]] const Question& question_of(const Item& item) const {
        return definition.questions[item.question];
    }
    [[nodiscard]] std::string_view in_language(const LocalText& text) const {
        return text.in(words.language());
    }
};

/// One thing that can be picked instead of typed.
struct Option {
    std::string key; ///< what picks it: "1", "0", "d", "n"
    std::string id;  ///< as in answer files
    std::string text;
    std::string help;   ///< may be empty
    bool alone = false; ///< no choice beside it: "none of these", "don't know"
    Answer answer;      ///< of itself alone
};

/// What can be picked, the choices or steps first; nothing but "don't know" and "not applicable"
/// of the kinds that have no choices.
std::vector<Option> options_of(const Context& context, const Question& question);

/// The depths that a person is offered, in the order of their numbers, from 1.
std::span<const Depth> offered_depths();
std::string depth_word(const Words& words, Depth depth);
/// By number, id or word, or the beginning of exactly one word.
std::optional<Depth> depth_from(const Words& words, std::string_view text);

/// The name of an answered tool.
std::string name_of(const Landscape& landscape, const AnsweredTool& tool);
/// The question's text; with the tool's name before it where it is asked for each.
std::string text_of(const Context& context, const Item& item);
/// "Research", "PyTorch (daily), MLflow (weekly)", "skipped".
std::string answer_text(const Context& context, const Item& item, const Answer& answer);

/// Whether an answer says anything: not "skipped".
bool is_answered(const Answer* answer);

} // namespace assess::asking
