#include "assess/asking/text_screen.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

namespace assess::asking {
namespace {

constexpr std::size_t longest_number = 32;

std::size_t longest_of(const Question& question) {
    return question.kind == QuestionKind::Text ? question.longest : longest_number;
}

} // namespace

TextScreen::TextScreen(const Context& context, const Item& item, const Answer* answer)
    : m_context(&context), m_item(item), m_question(&context.question_of(item)),
      m_line(longest_of(*m_question)) {
    if (answer != nullptr) {
        if (const auto* text = std::get_if<TextAnswer>(answer)) {
            m_line.set_text(text->text);
            m_had_answer = true;
        } else if (const auto* number = std::get_if<NumberAnswer>(answer)) {
            m_line.set_text(fmt::format("{}", number->number));
            m_had_answer = true;
        }
    }
}

Reply TextScreen::enter() {
    const auto text = m_line.text();
    if (trimmed(text).empty()) {
        return m_had_answer ? Reply::answered(NoAnswer::Skipped) : Reply::go_on();
    }
    if (const auto command = command_from(text, m_context->words)) {
        m_line.clear();
        return Reply::order(*command);
    }
    const auto result = answer_from(text, *m_context, m_item);
    if (const auto* slip = std::get_if<Slip>(&result)) {
        return Reply::stay(sentence(*slip));
    }
    return Reply::answered(std::get<Answer>(result));
}

Reply TextScreen::handle(const Key& key) {
    if (key.kind == KeyKind::Enter) {
        return enter();
    }
    if (key.kind == KeyKind::Text && key.text == "?" && m_line.empty()) {
        return Reply::order({Order::Help, ""});
    }
    const bool typed = key.kind == KeyKind::Text || key.kind == KeyKind::Paste;
    if (m_line.handle(key)) {
        return Reply::stay();
    }
    if (typed) { // no room for all of it
        return Reply::stay(m_context->words("full", {std::to_string(longest_of(*m_question))}));
    }
    return {};
}

void TextScreen::show(Page& page, Size size, bool /*unicode*/) const {
    page.input = m_line.rows(size.columns - input_prompt.size());
    for (const auto& option : options_of(*m_context, *m_question)) {
        append_wrapped(page.list, fmt::format("    {} {}", option.key, option.text), size.columns);
    }
    if (m_question->kind == QuestionKind::Number) {
        append_wrapped(page.help,
                       m_context->words("number-range", {fmt::format("{}", m_question->least),
                                                         fmt::format("{}", m_question->most)}),
                       size.columns, Look::Faint);
    }
}

} // namespace assess::asking
