#include "assess/asking/person.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/engine/text_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assess::asking {
namespace {

void say_how_to_go_on(const Interview& interview, Talk& talk, const Words& words) {
    if (!interview.begun()) {
        talk.say_after(words("nothing-saved"));
        return;
    }
    if (!interview.trouble().empty()) {
        talk.say_after(words("draft-lost", {interview.trouble()}));
        return;
    }
    talk.say_after(words("draft-kept", {printable(interview.places().draft.string())}));
    talk.say_after(words("go-on-with"));
    talk.say_command(fmt::format("{} --resume {}", interview.places().command,
                                 for_shell(interview.places().draft)));
}

} // namespace

Session new_session(const Context& context, std::string respondent) {
    Session session(context.definition, context.landscape, context.words.language());
    session.set_respondent(std::move(respondent));
    return session;
}

Session session_from(const Context& context, Draft draft) {
    draft.language = context.words.language();
    return {context.definition, context.landscape, std::move(draft)};
}

std::string checked_respondent(std::string_view respondent) {
    const auto name = trimmed(respondent);
    const auto length =
        static_cast<std::size_t>(std::count_if(name.begin(), name.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
        }));
    const bool clean = printable(name) == name && name.find('\n') == std::string_view::npos;
    if (name.empty() || length > longest_respondent || !clean) {
        throw InputError(Diagnostic{
            {},
            fmt::format("{} cannot be the name of who answers", in_quotes(respondent)),
            "It has 1 to 64 characters, and none that cannot be seen. A code is better than a "
            "name: wren-4821."});
    }
    return std::string(name);
}

Ending ask_person(const Context& context, Talk& talk, Person person,
                  std::vector<std::string> notes) {
    for (const auto& change : person.session.changes()) {
        notes.push_back(change);
    }
    Interview interview(context, std::move(person.session), std::move(person.places));
    interview.suggested = std::move(person.suggested);
    interview.brief = person.brief;
    const auto ending = talk.interview(interview, notes);
    if (!ending.finished) {
        say_how_to_go_on(interview, talk, context.words);
        return ending;
    }
    const auto file = printable(interview.places().answers.string());
    talk.say_after(context.words(interview.finish() ? "saved-again" : "saved", {file}));
    return ending;
}

} // namespace assess::asking
