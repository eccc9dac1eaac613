#include "assess/pages/questionnaire_page.hpp"

#include "model/assessment/arguments.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace assess {
namespace {

using reports::Block;
using reports::Bullets;
using reports::Paragraph;
using reports::Subheading;
using reports::Weight;

/// With no more decimals than it has; a questionnaire's numbers have three at most.
Decimal as_given(double number) {
    constexpr int most = 3;
    int digits = 0;
    double scale = 1;
    while (digits < most && std::round(number * scale) != number * scale) {
        ++digits;
        scale *= 10;
    }
    return Decimal(number, digits);
}

Message in_words(const Condition& condition, const Definition& definition);

/// The parts of a condition; those of several parts in brackets.
List parts_of(const Condition& condition, const Definition& definition, List::Last word) {
    std::vector<Value> parts;
    for (const auto& part : condition.parts) {
        parts.emplace_back(
            part.parts.size() > 1
                ? Message{"questionnaire.if.group", {{"condition", in_words(part, definition)}}}
                : in_words(part, definition));
    }
    return List(std::move(parts), List::all, word);
}

Message in_words(const Condition& condition, const Definition& definition) {
    using Kind = Condition::Kind;
    const std::string id =
        condition.parts.empty() ? definition.questions.at(condition.question).id : std::string();
    const auto any = [&] { return name_list(condition.values, List::all, List::Last::Or); };
    switch (condition.kind) {
    case Kind::Is:
        return {"questionnaire.if.is", {{"question", id}, {"values", any()}}};
    case Kind::Has:
        return {"questionnaire.if.has", {{"question", id}, {"values", any()}}};
    case Kind::AtLeast:
        return {"questionnaire.if.at-least",
                {{"question", id}, {"bound", as_given(condition.bound)}}};
    case Kind::AtMost:
        return {"questionnaire.if.at-most",
                {{"question", id}, {"bound", as_given(condition.bound)}}};
    case Kind::Answered:
        return {"questionnaire.if.answered", {{"question", id}}};
    case Kind::All:
        return {"questionnaire.if.parts",
                {{"parts", parts_of(condition, definition, List::Last::And)}}};
    case Kind::Any:
        return {"questionnaire.if.parts",
                {{"parts", parts_of(condition, definition, List::Last::Or)}}};
    case Kind::Not:
        break;
    }
    return {"questionnaire.if.not", {{"parts", parts_of(condition, definition, List::Last::And)}}};
}

/// How it is answered: "one of 4", "five steps", ...
Message form_of(const Question& question) {
    switch (question.kind) {
    case QuestionKind::Single:
        return {"questionnaire.form.single", {{"choices", Count(question.choices.size())}}};
    case QuestionKind::Multiple:
        return {"questionnaire.form.multiple", {{"choices", Count(question.choices.size())}}};
    case QuestionKind::Scale:
        return {"questionnaire.form.scale"};
    case QuestionKind::Number:
        return {"questionnaire.form.number",
                {{"whole", yes_or_no(question.whole)},
                 {"least", as_given(question.least)},
                 {"most", as_given(question.most)}}};
    case QuestionKind::Text:
        return {"questionnaire.form.text", {{"longest", Count(question.longest)}}};
    case QuestionKind::Tools:
        break;
    }
    return {"questionnaire.form.tools",
            {{"all", yes_or_no(question.categories.empty())},
             {"categories", name_list(question.categories)},
             {"depth", yes_or_no(question.with_depth)},
             {"others", yes_or_no(question.other_tools)}}};
}

Message facts_of(const Question& question, const Definition& definition) {
    std::vector<Value> facts{form_of(question)};
    const auto add_if = [&](bool holds, const Message& fact) {
        if (holds) {
            facts.emplace_back(fact);
        }
    };
    add_if(question.required, {"questionnaire.required"});
    add_if(question.dont_know, {"questionnaire.dont-know"});
    add_if(question.not_applicable, {"questionnaire.not-applicable"});
    if (question.records != Records::Nothing) {
        facts.emplace_back(
            question.persona
                ? Message{"questionnaire.records-of",
                          {{"what", id_of(question.records)},
                           {"role", GroupName{std::string(id_of(*question.persona)), {}}}}}
                : Message{"questionnaire.records", {{"what", id_of(question.records)}}});
    }
    if (question.shown_if) {
        facts.emplace_back(Message{"questionnaire.shown-if",
                                   {{"condition", in_words(*question.shown_if, definition)}}});
    }
    return {"questionnaire.facts",
            {{"question", question.id},
             {"facts", List(std::move(facts), List::all, List::Last::None)}}};
}

class PageBuilder {
public:
    PageBuilder(const Definition& definition, std::string_view language,
                const reports::Wording& wording)
        : m_definition(definition), m_language(language), m_wording(wording) {}

    reports::Document page() {
        reports::Document page;
        page.language = std::string(m_language);
        page.kind = words({"questionnaire.kind"});
        page.heading = given(m_definition.title);
        page.title = page.heading;
        page.facts = {words({"questionnaire.version",
                             {{"questionnaire", m_definition.id},
                              {"version", Decimal(m_definition.version, 0)}}}),
                      words(size_of(m_definition))};
        for (const auto& section : m_definition.sections) {
            page.sections.push_back(section_of(section));
        }
        if (!page.sections.empty() && !m_definition.about.empty()) {
            auto& first = page.sections.front().blocks;
            first.insert(first.begin(), Paragraph{given(m_definition.about)});
        }
        return page;
    }

private:
    [[nodiscard]] reports::Text words(const Message& message) const {
        return m_wording.text(message);
    }
    [[nodiscard]] reports::Text given(const LocalText& text) const {
        return m_wording.text(Value(std::string(text.in(m_language))));
    }

    reports::Section section_of(const Section& section) {
        m_blocks.clear();
        add(section.about);
        if (section.for_each) {
            note({"questionnaire.for-each",
                  {{"question", m_definition.questions.at(*section.for_each).id},
                   {"most", Count(section.for_each_most)}}});
        }
        if (section.shown_if) {
            note({"questionnaire.shown-if",
                  {{"condition", in_words(*section.shown_if, m_definition)}}});
        }
        for (auto i = section.first; i < section.first + section.count; ++i) {
            add(m_definition.questions[i], i + 1);
        }
        return {section.id, given(section.title), std::exchange(m_blocks, {})};
    }

    void add(const LocalText& text) {
        if (!text.empty()) {
            m_blocks.emplace_back(Paragraph{given(text)});
        }
    }
    void note(const Message& message) {
        m_blocks.emplace_back(Paragraph{words(message), Weight::Faint});
    }

    void add(const Question& question, std::size_t number) {
        m_blocks.emplace_back(Subheading{words(
            {"questionnaire.question",
             {{"number", Count(number)}, {"text", std::string(question.text.in(m_language))}}})});
        add(question.help);
        note(facts_of(question, m_definition));
        Bullets choices;
        for (const auto& choice : question.choices) {
            choices.items.push_back(
                words({choice.help.empty() ? MessageId{"questionnaire.choice"}
                                           : MessageId{"questionnaire.choice-with-help"},
                       {{"text", std::string(choice.text.in(m_language))},
                        {"id", choice.id},
                        {"help", std::string(choice.help.in(m_language))}}}));
        }
        for (std::size_t step = 0;
             question.kind == QuestionKind::Scale && step < question.steps.size(); ++step) {
            choices.items.push_back(
                words({"questionnaire.step",
                       {{"step", Count(step + 1)},
                        {"text", std::string(question.steps[step].in(m_language))}}}));
        }
        if (!choices.items.empty()) {
            m_blocks.emplace_back(std::move(choices));
        }
    }

    const Definition& m_definition;
    std::string_view m_language;
    const reports::Wording& m_wording;
    std::vector<Block> m_blocks;
};

} // namespace

Message size_of(const Definition& definition) {
    return {"questionnaire.size",
            {{"questions", Count(definition.questions.size())},
             {"sections", Count(definition.sections.size())},
             {"languages", name_list(definition.languages)},
             {"minutes", Count(static_cast<std::size_t>(definition.minutes))}}};
}

reports::Document questionnaire_page(const Definition& definition, std::string_view language,
                                     const reports::Wording& wording) {
    return PageBuilder(definition, language, wording).page();
}

} // namespace assess
