// Random definitions and answers, degenerate ones included, for tests of the engine's laws.
#pragma once

#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/engine/session.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace assess {

class RandomWorld {
public:
    explicit RandomWorld(std::uint64_t seed, const Landscape& landscape)
        : m_random(seed), m_landscape(landscape) {}

    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random() % bound); }
    bool one_in(std::size_t count) { return below(count) == 0; }

    /// With no sections at all, sections without questions and a condition on the first question
    /// (which nothing can make true), which no file can hold but a program can.
    Definition definition() {
        Definition definition;
        definition.id = "random";
        definition.languages = {"en"};
        definition.digest = "fnv1a64:0000000000000000";
        const auto sections = below(5);
        for (std::size_t s = 0; s < sections; ++s) {
            Section section;
            section.id = "s" + std::to_string(s);
            section.first = definition.questions.size();
            if (one_in(4)) {
                section.shown_if = condition(definition, s, 0);
            }
            if (const auto tools = tools_question(definition); tools && one_in(2)) {
                section.for_each = tools;
                section.for_each_most = 1 + below(4);
            }
            definition.sections.push_back(section);
            const auto questions = below(6);
            for (std::size_t q = 0; q < questions; ++q) {
                definition.questions.push_back(question(definition, s));
            }
            definition.sections.back().count = definition.questions.size() - section.first;
        }
        return definition;
    }

    /// Mostly of the question's kind and mostly right.
    Answer answer(const Question& question) {
        if (one_in(12)) {
            return static_cast<NoAnswer>(below(3));
        }
        switch (one_in(15) ? static_cast<QuestionKind>(below(6)) : question.kind) {
        case QuestionKind::Single:
            return ChoiceAnswer{"c" + std::to_string(below(4))};
        case QuestionKind::Multiple: {
            ChoicesAnswer answer;
            while (!one_in(3)) {
                answer.choices.push_back("c" + std::to_string(below(4)));
            }
            return answer;
        }
        case QuestionKind::Tools:
            return tools();
        case QuestionKind::Scale:
            return StepAnswer{static_cast<int>(below(7))};
        case QuestionKind::Number:
            return NumberAnswer{static_cast<double>(below(12)) / (one_in(3) ? 2 : 1)};
        default:
            return TextAnswer{one_in(6) ? " " : "text " + std::to_string(below(3))};
        }
    }

private:
    ToolsAnswer tools() {
        ToolsAnswer answer;
        while (!one_in(4)) {
            const auto depth = static_cast<Depth>(below(depth_count));
            if (one_in(4)) {
                answer.tools.push_back({"Own " + std::to_string(below(3)), false, depth});
            } else {
                answer.tools.push_back({m_landscape.tools[below(6)].id, true, depth});
            }
        }
        return answer;
    }

    Question question(const Definition& definition, std::size_t section) {
        Question question;
        question.id = "q" + std::to_string(definition.questions.size());
        question.section = section;
        question.kind = static_cast<QuestionKind>(below(6));
        question.required = one_in(4);
        question.dont_know = one_in(3);
        question.not_applicable = one_in(3);
        question.with_depth = !one_in(4);
        question.other_tools = !one_in(3);
        question.most = 9;
        question.whole = one_in(2);
        question.longest = 50;
        for (std::size_t i = 0; i < 3; ++i) {
            question.choices.push_back({"c" + std::to_string(i), {}, {}});
        }
        if (one_in(2)) {
            question.shown_if = condition(definition, section, 0);
        }
        return question;
    }

    std::optional<std::size_t> tools_question(const Definition& definition) {
        for (std::size_t i = 0; i < definition.questions.size(); ++i) {
            const Question& question = definition.questions[i];
            if (question.kind == QuestionKind::Tools &&
                !definition.sections[question.section].for_each && !one_in(3)) {
                return i;
            }
        }
        return std::nullopt;
    }

    Condition condition(const Definition& definition, std::size_t section, std::size_t depth) {
        Condition condition;
        if (depth < 3 && one_in(3)) {
            const auto kinds = {Condition::Kind::All, Condition::Kind::Any, Condition::Kind::Not};
            condition.kind = *(kinds.begin() + static_cast<std::ptrdiff_t>(below(3)));
            const auto parts = condition.kind == Condition::Kind::Not ? 1 : 1 + below(3);
            for (std::size_t i = 0; i < parts; ++i) {
                condition.parts.push_back(this->condition(definition, section, depth + 1));
            }
            return condition;
        }
        std::vector<std::size_t> visible;
        for (std::size_t i = 0; i < definition.questions.size(); ++i) {
            const auto of = definition.questions[i].section;
            if (of == section || !definition.sections[of].for_each) {
                visible.push_back(i);
            }
        }
        if (visible.empty()) { // never true
            condition.kind = Condition::Kind::Any;
            return condition;
        }
        condition.question = visible[below(visible.size())];
        const Question& question = definition.questions[condition.question];
        condition.values = {"c0", "c1", m_landscape.tools[1].id};
        condition.bound = static_cast<double>(below(6));
        condition.kind = Condition::Kind::Answered;
        if (!one_in(3)) {
            if (question.kind == QuestionKind::Single) {
                condition.kind = Condition::Kind::Is;
            } else if (question.kind == QuestionKind::Multiple ||
                       question.kind == QuestionKind::Tools) {
                condition.kind = Condition::Kind::Has;
            } else if (question.kind != QuestionKind::Text) {
                condition.kind = one_in(2) ? Condition::Kind::AtLeast : Condition::Kind::AtMost;
            }
        }
        return condition;
    }

    std::mt19937_64 m_random;
    const Landscape& m_landscape;
};

} // namespace assess
