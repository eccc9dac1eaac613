#include "assess/commands/questionnaire_text.hpp"

#include "model/findings/words.hpp"
#include "model/text/text.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace assess {
namespace {

constexpr std::size_t question_indent = 5; ///< of everything below a question's number

std::string condition_in_words(const Condition& condition, const Definition& definition);

std::string joined(const Condition& condition, const Definition& definition,
                   std::string_view word) {
    std::string all;
    for (const Condition& part : condition.parts) {
        all += fmt::format("{}{}", all.empty() ? "" : fmt::format(" {} ", word),
                           part.parts.size() > 1
                               ? fmt::format("({})", condition_in_words(part, definition))
                               : condition_in_words(part, definition));
    }
    return all;
}

std::string condition_in_words(const Condition& condition, const Definition& definition) {
    using Kind = Condition::Kind;
    const bool leaf = condition.parts.empty();
    const std::string id = leaf ? definition.questions.at(condition.question).id : std::string();
    switch (condition.kind) {
    case Kind::Is:
        return fmt::format("{} is {}", id, listed(condition.values));
    case Kind::Has:
        return fmt::format("{} has {}", id, listed(condition.values));
    case Kind::AtLeast:
        return fmt::format("{} is at least {}", id, condition.bound);
    case Kind::AtMost:
        return fmt::format("{} is at most {}", id, condition.bound);
    case Kind::Answered:
        return fmt::format("{} is answered", id);
    case Kind::All:
        return joined(condition, definition, "and");
    case Kind::Any:
        return joined(condition, definition, "or");
    case Kind::Not:
        break;
    }
    return fmt::format("not ({})", joined(condition, definition, "and"));
}

/// How it is answered: "one of 4", "five steps", ...
std::string form_of(const Question& question) {
    switch (question.kind) {
    case QuestionKind::Single:
        return fmt::format("one of {}", question.choices.size());
    case QuestionKind::Multiple:
        return fmt::format("any of {}", question.choices.size());
    case QuestionKind::Scale:
        return "five steps";
    case QuestionKind::Number:
        return fmt::format("a {}number from {} to {}", question.whole ? "whole " : "",
                           question.least, question.most);
    case QuestionKind::Text:
        return fmt::format("text, at most {} characters", question.longest);
    case QuestionKind::Tools:
        break;
    }
    std::string form = question.categories.empty()
                           ? std::string("tools of the landscape")
                           : "tools of " + listed(question.categories, "and");
    form += question.with_depth ? ", each with its depth" : "";
    return form + (question.other_tools ? ", and others by name" : "");
}

std::string facts_of(const Question& question, const Definition& definition) {
    std::string facts = fmt::format("{}: {}", question.id, form_of(question));
    facts += question.required ? "; required" : "";
    facts += question.dont_know ? "; don't know" : "";
    facts += question.not_applicable ? "; not applicable" : "";
    if (question.records != Records::Nothing) {
        facts += fmt::format("; records {}", id_of(question.records));
    }
    if (question.persona) {
        facts += fmt::format(" of {}", plural_of(*question.persona));
    }
    if (question.shown_if) {
        facts += "; shown if " + condition_in_words(*question.shown_if, definition);
    }
    return facts;
}

class Printer {
public:
    Printer(const Definition& definition, std::string_view language, std::size_t width,
            std::ostream& out)
        : m_definition(definition), m_language(language), m_width(width), m_out(out) {}

    void print() {
        paragraph(m_definition.title, 0);
        paragraph(fmt::format("{}, version {}; {}", m_definition.id, m_definition.version,
                              size_in_words(m_definition)),
                  0);
        if (!m_definition.about.empty()) {
            m_out << '\n';
            paragraph(m_definition.about, 0);
        }
        for (const Section& section : m_definition.sections) {
            print(section);
        }
    }

private:
    void paragraph(std::string_view text, std::size_t left) {
        for (const auto& line :
             reports::wrapped(printable(text), m_width - std::min(m_width, left))) {
            m_out << std::string(left, ' ') << line << '\n';
        }
    }
    void paragraph(const LocalText& text, std::size_t left) {
        paragraph(text.in(m_language), left);
    }

    void print(const Section& section) {
        m_out << '\n';
        paragraph(fmt::format("== {}", section.title.in(m_language)), 0);
        paragraph(section.about, 0);
        if (section.for_each) {
            paragraph(fmt::format("[{}: once for each tool in use of '{}', at most {}]", section.id,
                                  m_definition.questions.at(*section.for_each).id,
                                  section.for_each_most),
                      0);
        }
        if (section.shown_if) {
            paragraph(fmt::format("[{}: shown if {}]", section.id,
                                  condition_in_words(*section.shown_if, m_definition)),
                      0);
        }
        for (std::size_t i = section.first; i < section.first + section.count; ++i) {
            print(m_definition.questions[i], i + 1);
        }
    }

    void print(const Question& question, std::size_t number) {
        const auto lines =
            reports::wrapped(printable(question.text.in(m_language)), m_width - question_indent);
        m_out << '\n' << fmt::format("{:>3}. {}\n", number, lines.empty() ? "" : lines.front());
        for (std::size_t i = 1; i < lines.size(); ++i) {
            m_out << std::string(question_indent, ' ') << lines[i] << '\n';
        }
        paragraph(question.help, question_indent);
        paragraph(fmt::format("[{}]", facts_of(question, m_definition)), question_indent);
        for (const Choice& choice : question.choices) {
            paragraph(fmt::format("- {} [{}]", choice.text.in(m_language), choice.id),
                      question_indent);
            paragraph(choice.help, question_indent + 2);
        }
        if (question.kind == QuestionKind::Scale) {
            std::vector<std::string> steps;
            for (std::size_t i = 0; i < question.steps.size(); ++i) {
                steps.push_back(
                    fmt::format("{} {}", i + 1, printable(question.steps[i].in(m_language))));
            }
            for (const auto& line : reports::flowed(steps, m_width - question_indent)) {
                m_out << std::string(question_indent, ' ') << line << '\n';
            }
        }
    }

    const Definition& m_definition;
    std::string_view m_language;
    std::size_t m_width;
    std::ostream& m_out;
};

} // namespace

std::string size_in_words(const Definition& definition) {
    std::string words = fmt::format(
        "{} in {}, in {}", counted(definition.questions.size(), "question"),
        counted(definition.sections.size(), "section"), listed(definition.languages, "and"));
    if (definition.minutes != 0) {
        words += fmt::format(", about {}",
                             counted(static_cast<std::size_t>(definition.minutes), "minute"));
    }
    return words;
}

void print_questionnaire(const Definition& definition, std::string_view language, std::size_t width,
                         std::ostream& out) {
    Printer(definition, language, width, out).print();
}

} // namespace assess
