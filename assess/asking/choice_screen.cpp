#include "assess/asking/choice_screen.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::asking {

ChoiceScreen::ChoiceScreen(const Context& context, const Item& item, const Answer* answer)
    : m_context(&context), m_question(&context.question_of(item)),
      m_options(options_of(context, *m_question)), m_marked(m_options.size()) {
    if (answer == nullptr) {
        return;
    }
    const auto* choices = std::get_if<ChoicesAnswer>(answer);
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const bool among =
            choices != nullptr && std::find(choices->choices.begin(), choices->choices.end(),
                                            m_options[i].id) != choices->choices.end();
        m_marked[i] = among || m_options[i].answer == *answer;
        if (m_marked[i] && !m_focus) {
            m_focus = i;
        }
    }
}

bool ChoiceScreen::several() const {
    return m_question->kind == QuestionKind::Multiple;
}

std::string_view ChoiceScreen::keys() const {
    if (several()) {
        return "keys-several";
    }
    return m_question->kind == QuestionKind::Scale ? "keys-scale" : "keys-single";
}

void ChoiceScreen::mark(std::size_t index, bool on) {
    if (on && m_options[index].alone) {
        std::fill(m_marked.begin(), m_marked.end(), false);
    }
    for (std::size_t i = 0; on && i < m_options.size(); ++i) {
        m_marked[i] = m_marked[i] && !m_options[i].alone;
    }
    m_marked[index] = on;
}

Answer ChoiceScreen::marked_answer() const {
    ChoicesAnswer answer;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        if (!m_marked[i]) {
            continue;
        }
        if (m_options[i].alone) {
            return m_options[i].answer;
        }
        answer.choices.push_back(m_options[i].id);
    }
    return answer;
}

/// The list points to what the line begins to say.
void ChoiceScreen::follow_line() {
    const auto text = m_line.text();
    const auto key = spelling_key(text.substr(text.find_last_of(",;") + 1));
    if (key.empty()) {
        return;
    }
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        if (m_options[i].key == text || spelling_key(m_options[i].text).rfind(key, 0) == 0) {
            m_focus = i;
            return;
        }
    }
}

Reply ChoiceScreen::take_letter(const std::string& letter) {
    const bool scale = m_question->kind == QuestionKind::Scale;
    const bool digit = letter[0] >= '0' && letter[0] <= '9';
    // With ten choices or more, a first digit may be the beginning of a longer number.
    const bool at_once =
        m_line.empty() && !several() && (scale || (digit && m_question->choices.size() < 10));
    if (at_once) {
        for (const auto& option : m_options) {
            if (option.key == letter) {
                return Reply::answered(option.answer);
            }
        }
    }
    if (letter == " " && m_line.empty()) {
        if (several() && m_focus) {
            mark(*m_focus, !m_marked[*m_focus]);
        }
        return Reply::stay();
    }
    m_line.insert(letter);
    follow_line();
    return Reply::stay();
}

Reply ChoiceScreen::take_line() {
    const auto text = m_line.text();
    if (const auto command = command_from(text, m_context->words)) {
        m_line.clear();
        return Reply::order(*command);
    }
    const auto result = picked(text, m_options, m_context->words);
    if (const auto* slip = std::get_if<Slip>(&result)) {
        return Reply::stay(sentence(*slip));
    }
    const auto& indices = std::get<std::vector<std::size_t>>(result);
    m_line.clear();
    if (!several()) {
        if (indices.size() > 1) {
            return Reply::stay(m_context->words("only-one"));
        }
        return Reply::answered(m_options[indices.front()].answer);
    }
    for (const auto index : indices) {
        mark(index, true);
    }
    m_focus = indices.back();
    return Reply::keep(marked_answer(), m_context->words("enter-goes-on"));
}

Reply ChoiceScreen::enter() {
    if (!m_line.empty()) {
        return take_line();
    }
    const bool any = std::find(m_marked.begin(), m_marked.end(), true) != m_marked.end();
    if (several()) {
        if (any) {
            return Reply::answered(marked_answer());
        }
        if (m_focus) {
            mark(*m_focus, true);
            return Reply::keep(marked_answer(), m_context->words("enter-goes-on"));
        }
        return Reply::go_on();
    }
    return m_focus ? Reply::answered(m_options[*m_focus].answer) : Reply::go_on();
}

Reply ChoiceScreen::handle(const Key& key) {
    switch (key.kind) {
    case KeyKind::Up:
    case KeyKind::Down:
        m_line.clear();
        m_focus = stepped(m_focus, m_options.size(), key.kind == KeyKind::Down);
        return Reply::stay();
    case KeyKind::Text:
        if (key.text == "?" && m_line.empty()) {
            return Reply::order({Order::Help, ""});
        }
        return take_letter(key.text);
    case KeyKind::Enter:
        return enter();
    case KeyKind::Escape:
        if (m_line.empty()) {
            return {};
        }
        m_line.clear();
        return Reply::stay();
    default:
        if (!m_line.handle(key)) {
            return {};
        }
        follow_line();
        return Reply::stay();
    }
}

/// What would be marked if the line were taken now.
std::vector<bool> ChoiceScreen::previewed() const {
    auto marked = m_marked;
    if (several() && !m_line.empty()) {
        const auto result = picked(m_line.text(), m_options, m_context->words);
        if (const auto* indices = std::get_if<std::vector<std::size_t>>(&result)) {
            auto copy = *this;
            for (const auto index : *indices) {
                copy.mark(index, true);
            }
            marked = copy.m_marked;
        }
    }
    return marked;
}

void ChoiceScreen::show(Page& page, Size size, bool unicode) const {
    const auto marked = previewed();
    if (!m_line.empty()) {
        page.input = m_line.rows(size.columns - input_prompt.size());
    }
    // All the help where the screen has room for it, else only what the list points to.
    constexpr std::size_t rows_around = 12;
    std::size_t help_rows = 0;
    for (const auto& option : m_options) {
        help_rows += 1 + option.help.size() / (size.columns > 12 ? size.columns - 8 : 4) +
                     (option.help.empty() ? 0 : 1);
    }
    const bool all_help = help_rows + rows_around <= size.rows;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const auto& option = m_options[i];
        const bool focus = m_focus == i;
        if (focus) {
            page.focus = page.list.size();
        }
        const auto* pointer = focus ? (unicode ? "\u203a" : ">") : " ";
        const auto* box = several() ? (marked[i] ? "[x]" : "[ ]") : (marked[i] ? "(x)" : "( )");
        append_wrapped(page.list, fmt::format("{} {} {} {}", pointer, box, option.key, option.text),
                       size.columns, focus ? Look::Focus : Look::Plain, 8);
        if (!option.help.empty() && (all_help || focus)) {
            const auto first = page.list.size();
            append_wrapped(page.list, option.help, size.columns > 20 ? size.columns - 8 : 12,
                           Look::Faint);
            for (auto row = first; row < page.list.size(); ++row) {
                page.list[row].text.insert(0, 8, ' ');
            }
        }
    }
}

} // namespace assess::asking
