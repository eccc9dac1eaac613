#include "assess/asking/plain_asker.hpp"

#include "assess/asking/plain_tools.hpp"
#include "model/text/text.hpp"
#include "reports/layout/ink.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace assess::asking {

void PlainPage::say(std::string_view text) const {
    for (const auto& row : reports::wrapped(printable(text), width)) {
        out << (unicode ? row : reports::ascii_only(row)) << '\n';
    }
}

void PlainPage::ask(std::string_view text) const {
    const auto rows = reports::wrapped(printable(text), width > 20 ? width - 10 : width);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out << (unicode ? rows[i] : reports::ascii_only(rows[i]))
            << (i + 1 < rows.size() ? "\n" : " ");
    }
    out.flush();
}

namespace {

enum class Next : std::uint8_t { Again, Moved, Stopped };

class PlainAsker {
public:
    PlainAsker(Interview& interview, InputLines& lines, const PlainPage& page)
        : m_interview(interview), m_context(interview.context()), m_words(m_context.words),
          m_lines(lines), m_page(page),
          m_ask([this](const std::string& prompt) { return read(prompt); }) {}

    Ending ask(const std::vector<std::string>& notes) {
        introduce(notes);
        while (!m_stopped) {
            if (const auto* current = m_interview.session().current()) {
                question(Item(*current));
            } else if (review()) {
                return {true, 0};
            }
        }
        return {false, m_signal};
    }

private:
    std::optional<std::string> read(const std::string& prompt) {
        m_page.ask(prompt);
        const auto got = m_lines.next();
        if (const auto* line = std::get_if<InputLine>(&got)) {
            if (first_invalid_utf8(line->text)) {
                return printable(line->text);
            }
            return line->text;
        }
        if (const auto* stopped = std::get_if<InputStopped>(&got)) {
            m_signal = stopped->signal;
        }
        m_page.out << '\n';
        m_stopped = true;
        return std::nullopt;
    }

    void introduce(const std::vector<std::string>& notes) {
        if (!m_interview.brief) {
            const auto& definition = m_context.definition;
            m_page.say(m_context.in_language(definition.title));
            m_page.say(m_context.in_language(definition.about));
            m_page.say(m_words("plain-start", {std::to_string(definition.minutes),
                                               m_interview.session().draft().respondent}));
            m_page.say(m_words("plain-orders"));
        }
        for (const auto& note : notes) {
            m_page.say(note);
        }
    }

    void introduce(const Item& item) {
        const auto& question = m_context.question_of(item);
        const auto& section = m_context.definition.sections[question.section];
        m_page.out << '\n';
        if (section.id != m_section) {
            m_section = section.id;
            m_page.say(m_words("section", {m_context.in_language(section.title)}));
            m_page.say(m_context.in_language(section.about));
        }
        m_page.say(m_words("plain-question", {std::to_string(number_of(item)),
                                              std::to_string(m_interview.session().items().size()),
                                              text_of(m_context, item)}));
        m_page.say(m_context.in_language(question.help));
        m_page.say(m_words(question.required ? "needed" : "optional"));
        for (const auto& option : options_of(m_context, question)) {
            m_page.say(fmt::format("{} {}{}{}", option.key, option.text,
                                   option.help.empty() ? "" : ". ", option.help));
        }
        if (question.kind == QuestionKind::Multiple) {
            m_page.say(m_words("plain-several"));
        } else if (question.kind == QuestionKind::Number) {
            m_page.say(m_words("number-range", {fmt::format("{}", question.least),
                                                fmt::format("{}", question.most)}));
        }
        if (const auto* answer = m_interview.session().answer_to(item.key)) {
            m_page.say(m_words("answer-so-far", {answer_text(m_context, item, *answer)}));
        }
    }

    [[nodiscard]] std::size_t number_of(const Item& item) const {
        const auto& items = m_interview.session().items();
        const auto at = std::find_if(items.begin(), items.end(),
                                     [&](const Item& each) { return each.key == item.key; });
        return static_cast<std::size_t>(at - items.begin()) + 1;
    }

    void question(const Item& item) {
        introduce(item);
        PlainTools tools(m_interview, item, m_page, m_ask);
        const bool is_tools = m_context.question_of(item).kind == QuestionKind::Tools;
        if (is_tools) {
            tools.introduce();
        }
        auto next = Next::Again;
        while (next == Next::Again && !m_stopped) {
            const auto line = read(m_words("plain-prompt"));
            if (!line) {
                return;
            }
            if (const auto command = command_from(*line, m_words)) {
                if (is_tools && command->order == Order::Help) {
                    m_page.say(m_context.in_language(m_context.question_of(item).help));
                    tools.list(command->argument);
                } else {
                    next = obey(*command, item);
                }
            } else if (trimmed(*line).empty()) {
                next = is_tools ? leave_tools(tools, item) : go_on(item);
            } else {
                next = is_tools ? take_tools(tools, item, *line) : take(item, *line);
            }
        }
    }

    Next take(const Item& item, const std::string& line) {
        const auto result = answer_from(line, m_context, item);
        if (const auto* slip = std::get_if<Slip>(&result)) {
            return refused(slip->what, slip->hint);
        }
        return accept(item, std::get<Answer>(result));
    }

    Next take_tools(PlainTools& tools, const Item& item, const std::string& line) {
        const auto options = options_of(m_context, m_context.question_of(item));
        const auto indices = picked(line, options, m_words);
        if (const auto* index = std::get_if<std::vector<std::size_t>>(&indices)) {
            return accept(item, options[index->front()].answer);
        }
        if (!tools.take(line)) {
            return Next::Again;
        }
        if (tools.none_said()) {
            return accept(item, ToolsAnswer{});
        }
        // Saved at once, so that a list half typed is not lost.
        if (tools.changed()) {
            if (const auto refusal = m_interview.answer(item.key, tools.answer())) {
                return refused(refusal->what, refusal->hint);
            }
            say_trouble();
        }
        return Next::Again;
    }

    Next leave_tools(PlainTools& tools, const Item& item) {
        return tools.changed() && !tools.empty() ? accept(item, tools.answer()) : go_on(item);
    }

    Next accept(const Item& item, const Answer& answer) {
        if (const auto refusal = m_interview.answer(item.key, answer)) {
            return refused(refusal->what, refusal->hint);
        }
        m_page.say(m_words("noted", {answer_text(m_context, item, answer)}));
        say_trouble();
        return advance();
    }

    /// An empty line: what is answered stays, what is not is skipped.
    Next go_on(const Item& item) {
        const auto next = advance();
        if (next == Next::Moved && !is_answered(m_interview.session().answer_to(item.key))) {
            m_page.say(m_words("skipped-it"));
        }
        return next;
    }

    Next advance() {
        if (const auto refusal = m_interview.next()) {
            return refused(refusal->what, refusal->hint);
        }
        return Next::Moved;
    }

    Next refused(const std::string& what, const std::string& hint) {
        m_page.say(fmt::format("{}. {}", what, hint));
        return Next::Again;
    }

    void say_trouble() {
        if (!m_interview.trouble().empty()) {
            m_page.say(m_words("draft-trouble", {m_interview.trouble()}));
        }
    }

    Next obey(const Command& command, const Item& item) {
        switch (command.order) {
        case Order::Back:
            m_interview.back();
            return Next::Moved;
        case Order::Jump:
            return jump(command.argument);
        case Order::Review:
            list_answers();
            return Next::Again;
        case Order::Help:
            introduce(item);
            m_page.say(m_words("plain-orders"));
            return Next::Again;
        case Order::Skip:
            return accept(item, NoAnswer::Skipped);
        case Order::Stop:
            break;
        }
        m_stopped = true;
        return Next::Stopped;
    }

    Next jump(const std::string& argument) {
        const auto& items = m_interview.session().items();
        auto text = argument;
        if (text.empty()) {
            list_answers();
            const auto line = read(m_words("plain-jump"));
            if (!line || trimmed(*line).empty()) {
                return Next::Again;
            }
            text = std::string(trimmed(*line));
        }
        std::size_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        if (number < 1 || number > items.size()) {
            return refused(m_words("no-such-question", {in_quotes(text)}),
                           m_words("questions-are", {std::to_string(items.size())}));
        }
        const auto refusal = m_interview.jump(std::string(items[number - 1].key));
        return refusal ? refused(refusal->what, refusal->hint) : Next::Moved;
    }

    void list_answers() {
        const auto& session = m_interview.session();
        std::string section;
        for (std::size_t i = 0; i < session.items().size(); ++i) {
            const auto& item = session.items()[i];
            const auto& of = m_context.definition.sections[m_context.question_of(item).section];
            if (of.id != section) {
                section = of.id;
                m_page.say(m_words("section", {m_context.in_language(of.title)}));
            }
            const auto* answer = session.answer_to(item.key);
            m_page.say(fmt::format("{} {} {}", i + 1, text_of(m_context, item),
                                   answer != nullptr ? answer_text(m_context, item, *answer)
                                                     : m_words("unanswered")));
        }
    }

    /// True when it is to be saved.
    bool review() {
        m_page.out << '\n';
        m_page.say(m_words("plain-review"));
        list_answers();
        const auto missing = m_interview.session().missing();
        if (!missing.empty()) {
            m_page.say(m_words("plain-missing", {std::to_string(missing.size())}));
            m_interview.jump(missing.front().key);
            m_section.clear();
            return false;
        }
        while (true) {
            const auto line = read(m_words("plain-save"));
            if (!line) {
                return false;
            }
            if (trimmed(*line).empty()) {
                return true;
            }
            const auto command = command_from(*line, m_words);
            if (command && command->order == Order::Stop) {
                m_stopped = true;
                return false;
            }
            if (command && command->order == Order::Back) {
                m_interview.back();
                return false;
            }
            if (jump(command ? command->argument : std::string(trimmed(*line))) == Next::Moved) {
                return false;
            }
        }
    }

    Interview& m_interview;
    const Context& m_context;
    const Words& m_words;
    InputLines& m_lines;
    const PlainPage& m_page;
    AskLine m_ask;
    std::string m_section;
    bool m_stopped = false;
    int m_signal = 0;
};

} // namespace

Ending ask_in_lines(Interview& interview, InputLines& lines, const PlainPage& page,
                    const std::vector<std::string>& notes) {
    return PlainAsker(interview, lines, page).ask(notes);
}

} // namespace assess::asking
