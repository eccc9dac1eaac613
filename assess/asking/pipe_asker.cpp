#include "assess/asking/pipe_asker.hpp"

#include "assess/asking/answer_places.hpp"
#include "assess/asking/tool_lines.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::asking {
namespace {

constexpr const char* input_name = "(standard input)";

bool looks_at(const Condition& condition, std::size_t question) {
    using Kind = Condition::Kind;
    if (condition.kind == Kind::All || condition.kind == Kind::Any || condition.kind == Kind::Not) {
        return std::any_of(condition.parts.begin(), condition.parts.end(),
                           [&](const Condition& part) { return looks_at(part, question); });
    }
    return condition.question == question;
}

/// Whether the answer to a question decides what else is asked.
bool decides(const Definition& definition, std::size_t question) {
    const auto asks = [&](const std::optional<Condition>& condition) {
        return condition && looks_at(*condition, question);
    };
    return std::any_of(definition.sections.begin(), definition.sections.end(),
                       [&](const Section& section) {
                           return section.for_each == question || asks(section.shown_if);
                       }) ||
           std::any_of(definition.questions.begin(), definition.questions.end(),
                       [&](const Question& each) { return asks(each.shown_if); });
}

class PipeAsker {
public:
    PipeAsker(Interview& interview, InputLines& lines)
        : m_interview(interview), m_context(interview.context()), m_lines(lines) {}

    Ending ask() {
        m_interview.keep_drafts(false);
        while (const auto* current = m_interview.session().current()) {
            const Item item = *current;
            const auto read = m_lines.next();
            if (const auto* stopped = std::get_if<InputStopped>(&read)) {
                keep_draft();
                return {false, stopped->signal};
            }
            if (std::holds_alternative<InputEnd>(read)) {
                end_early();
            }
            const auto& line = std::get<InputLine>(read);
            take(line, item);
            if (!advance(item)) {
                break;
            }
        }
        throw_problems();
        return {true, 0};
    }

private:
    void take(const InputLine& line, const Item& item) {
        const auto problems_before = m_problems.size();
        if (line.text.size() > InputLines::longest) {
            problem(line.number, item,
                    {m_context.words("line-too-long"), m_context.words("give-shorter")});
        } else if (const auto byte = first_invalid_utf8(line.text)) {
            problem(line.number, item,
                    {m_context.words("not-utf8", {std::to_string(*byte + 1)}),
                     m_context.words("save-as-utf8")});
        } else if (!trimmed(line.text).empty()) {
            for (const auto& slip : try_answer(line.text, item)) {
                problem(line.number, item, slip);
            }
        } else if (m_context.question_of(item).required) {
            problem(line.number, item,
                    {m_context.words("line-empty-required"), m_context.words("give-an-answer")});
        }
        m_failed = m_problems.size() > problems_before;
    }

    std::vector<Slip> try_answer(const std::string& text, const Item& item) {
        const auto& question = m_context.question_of(item);
        Answer answer;
        if (question.kind == QuestionKind::Tools && !none_of_it(text, question, answer)) {
            const ToolSearch search(m_context.landscape, question);
            const auto line = tools_from(text, m_context, question, search);
            auto slips = line.slips;
            for (const auto& unknown : line.unknown) {
                slips.push_back(unknown_tool(unknown, question, m_context.words));
            }
            if (!slips.empty()) {
                return slips;
            }
            std::vector<AnsweredTool> tools;
            for (const auto& entry : line.entries) {
                tools.push_back(entry.tool);
            }
            answer = tools_answer(std::move(tools));
        } else if (question.kind != QuestionKind::Tools) {
            auto result = answer_from(text, m_context, item);
            if (auto* slip = std::get_if<Slip>(&result)) {
                return {*slip};
            }
            answer = std::get<Answer>(result);
        }
        if (const auto refusal = m_interview.answer(item.key, std::move(answer))) {
            return {{refusal->what, refusal->hint}};
        }
        return {};
    }

    /// "d" or "n" to a question about tools.
    bool none_of_it(const std::string& text, const Question& question, Answer& answer) {
        const auto options = options_of(m_context, question);
        const auto indices = picked(text, options, m_context.words);
        const auto* index = std::get_if<std::vector<std::size_t>>(&indices);
        if (index == nullptr || index->size() != 1) {
            return false;
        }
        answer = options[index->front()].answer;
        return true;
    }

    /// To the next item; false where the rest cannot be read.
    bool advance(const Item& item) {
        if (!m_failed) {
            if (const auto refusal = m_interview.next()) {
                problem(m_lines.number(), item, {refusal->what, refusal->hint});
                return false;
            }
            return true;
        }
        if (decides(m_context.definition, item.question)) {
            m_problems.back().hint += " " + m_context.words("rest-unread");
            return false;
        }
        const auto& items = m_interview.session().items();
        const auto at = std::find_if(items.begin(), items.end(),
                                     [&](const Item& each) { return each.key == item.key; });
        return at != items.end() && at + 1 != items.end() &&
               !m_interview.jump((at + 1)->key).has_value();
    }

    void problem(std::size_t number, const Item& item, const Slip& slip) {
        m_problems.push_back({{input_name, number, 0, item.key}, slip.what, slip.hint});
    }

    void throw_problems() {
        if (!m_problems.empty()) {
            throw InputError(std::move(m_problems));
        }
    }

    void keep_draft() {
        if (m_interview.begun()) {
            m_interview.save_draft();
        }
    }

    [[noreturn]] void end_early() {
        throw_problems(); // nothing is saved of lines that are wrong
        keep_draft();
        const auto& items = m_interview.session().items();
        const auto* current = m_interview.session().current();
        const auto at = std::find_if(items.begin(), items.end(),
                                     [&](const Item& each) { return each.key == current->key; });
        std::vector<std::string> keys;
        for (auto each = at; each != items.end(); ++each) {
            keys.push_back(each->key);
        }
        const auto more = keys.size() > 8 ? keys.size() - 8 : 0;
        keys.resize(keys.size() - more);
        auto names = fmt::format("{}", fmt::join(keys, ", "));
        if (more > 0) {
            names += m_context.words("and-more", {std::to_string(more)});
        }
        const auto draft = printable(m_interview.places().draft.string());
        throw InputError(Diagnostic{{input_name, m_lines.number(), 0, ""},
                                    m_context.words("lines-end-early", {names}),
                                    m_interview.begun() ? m_context.words("draft-kept", {draft}) +
                                                              " " + m_context.words("go-on-with") +
                                                              " assess ask --resume " +
                                                              for_shell(m_interview.places().draft)
                                                        : m_context.words("nothing-saved")});
    }

    Interview& m_interview;
    const Context& m_context;
    InputLines& m_lines;
    Diagnostics m_problems;
    bool m_failed = false;
};

} // namespace

Ending ask_in_pipe(Interview& interview, InputLines& lines) {
    return PipeAsker(interview, lines).ask();
}

} // namespace assess::asking
