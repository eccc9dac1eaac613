#include "questionnaires/definitions/condition_reader.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace assess {

namespace {

constexpr std::string_view how_to_write =
    "Write {\"question\": \"role\", \"is\": [\"researcher\"]}, or has, at_least, at_most, "
    "\"answered\": true; or all, any, not with conditions inside.";

constexpr std::array<std::pair<std::string_view, Condition::Kind>, 5> tests{
    {{"is", Condition::Kind::Is},
     {"has", Condition::Kind::Has},
     {"at_least", Condition::Kind::AtLeast},
     {"at_most", Condition::Kind::AtMost},
     {"answered", Condition::Kind::Answered}}};

constexpr std::array<std::pair<std::string_view, Condition::Kind>, 3> combinations{
    {{"all", Condition::Kind::All}, {"any", Condition::Kind::Any}, {"not", Condition::Kind::Not}}};

bool test_fits(Condition::Kind test, QuestionKind kind) {
    switch (test) {
    case Condition::Kind::Is:
        return kind == QuestionKind::Single;
    case Condition::Kind::Has:
        return kind == QuestionKind::Multiple || kind == QuestionKind::Tools;
    case Condition::Kind::AtLeast:
    case Condition::Kind::AtMost:
        return kind == QuestionKind::Number || kind == QuestionKind::Scale;
    default:
        return true;
    }
}

/// What to ask of a question of that kind instead.
std::string_view tests_of(QuestionKind kind) {
    switch (kind) {
    case QuestionKind::Single:
        return "Use \"is\" or \"answered\".";
    case QuestionKind::Multiple:
    case QuestionKind::Tools:
        return "Use \"has\" or \"answered\".";
    case QuestionKind::Scale:
    case QuestionKind::Number:
        return "Use \"at_least\", \"at_most\" or \"answered\".";
    case QuestionKind::Text:
        break;
    }
    return "Use \"answered\".";
}

} // namespace

std::optional<Condition> ConditionReader::read(ObjectReader& owner) {
    auto reader = owner.object("shown_if");
    m_parts = 0;
    return reader ? read_any(*reader, 0) : std::nullopt;
}

std::optional<Condition> ConditionReader::read_any(ObjectReader& reader, std::size_t depth) {
    if (++m_parts > most_parts) {
        if (m_parts == most_parts + 1) { // said once
            reader.problems().add(reader.pointer(),
                                  fmt::format("the condition has more than {} parts", most_parts),
                                  "Say it with fewer, or show a whole section by it.");
        }
        return std::nullopt;
    }
    if (depth == deepest) {
        reader.problems().add(reader.pointer(),
                              fmt::format("conditions are nested deeper than {}", deepest),
                              "Say it with fewer levels.");
        return std::nullopt;
    }
    for (const auto& [name, kind] : combinations) {
        if (reader.has(name)) {
            auto condition = read_parts(reader, kind, depth);
            reader.finish();
            return condition;
        }
    }
    auto condition = read_test(reader);
    reader.finish();
    return condition;
}

std::optional<Condition> ConditionReader::read_parts(ObjectReader& reader, Condition::Kind kind,
                                                     std::size_t depth) {
    Condition condition;
    condition.kind = kind;
    bool complete = true;
    const auto add = [&](ObjectReader& part) {
        auto one = read_any(part, depth + 1);
        complete = complete && one.has_value();
        if (one) {
            condition.parts.push_back(std::move(*one));
        }
    };
    if (kind == Condition::Kind::Not) {
        if (auto part = reader.object("not")) {
            add(*part);
        }
        return complete && condition.parts.size() == 1 ? std::optional(std::move(condition))
                                                       : std::nullopt;
    }
    const std::string_view name = kind == Condition::Kind::All ? "all" : "any";
    const bool is_list = reader.objects(name, add);
    if (is_list && complete && condition.parts.empty()) {
        reader.problem(name, fmt::format("{} has no conditions inside", in_quotes(name)),
                       "Leave shown_if out where the question is always shown.");
        return std::nullopt;
    }
    return is_list && complete ? std::optional(std::move(condition)) : std::nullopt;
}

std::optional<std::size_t> ConditionReader::read_question(ObjectReader& reader) {
    const auto id = reader.string("question");
    if (!id) {
        if (!reader.has("question")) {
            reader.problems().add(reader.pointer(), "the condition names no question",
                                  std::string(how_to_write));
        }
        return std::nullopt;
    }
    const auto index = m_known.definition.find_question(*id);
    if (!index) {
        const bool later =
            std::find(m_known.ids.begin(), m_known.ids.end(), *id) != m_known.ids.end();
        reader.problem("question",
                       later ? fmt::format("the condition looks ahead to {}", in_quotes(*id))
                             : fmt::format("there is no question {}", in_quotes(*id)),
                       later ? "A condition can only look at questions before it."
                             : suggestion(*id, m_known.ids));
        return std::nullopt;
    }
    const Question& question = m_known.definition.questions[*index];
    const bool same_section = question.section == m_section;
    if (same_section && !m_inside) {
        reader.problem(
            "question",
            fmt::format("the section's condition looks into itself, at {}", in_quotes(*id)),
            "A section's condition can only look at the sections before it.");
        return std::nullopt;
    }
    if (!same_section && m_known.definition.sections[question.section].for_each) {
        reader.problem(
            "question",
            fmt::format("{} is asked once for each tool, so it has many answers", in_quotes(*id)),
            "Only a question of the same section can look at it.");
        return std::nullopt;
    }
    return m_known.sound[*index] ? index : std::nullopt;
}

std::optional<Condition> ConditionReader::read_test(ObjectReader& reader) {
    const auto index = read_question(reader);
    std::vector<std::pair<std::string_view, Condition::Kind>> given;
    for (const auto& test : tests) {
        if (reader.has(test.first)) {
            given.push_back(test);
        } else {
            reader.ignore({test.first});
        }
    }
    if (given.size() != 1) {
        for (const auto& test : given) {
            reader.ignore({test.first});
        }
        if (reader.has("question")) {
            reader.problems().add(reader.pointer(),
                                  given.empty() ? "the condition does not say what it asks for"
                                                : "the condition asks for several things at once",
                                  given.empty() ? std::string(how_to_write)
                                                : "Join conditions with \"all\" or \"any\".");
        }
        return std::nullopt;
    }
    const auto [name, kind] = given.front();
    reader.ignore({name});
    if (!index) {
        return std::nullopt;
    }
    const Question& question = m_known.definition.questions[*index];
    if (!test_fits(kind, question.kind)) {
        reader.problem(name,
                       fmt::format("{} does not fit {}, whose kind is {}", in_quotes(name),
                                   in_quotes(question.id), id_of(question.kind)),
                       std::string(tests_of(question.kind)));
        return std::nullopt;
    }
    Condition condition;
    condition.kind = kind;
    condition.question = *index;
    bool right = true;
    if (kind == Condition::Kind::Is || kind == Condition::Kind::Has) {
        right = read_values(reader, question, condition, name);
    } else if (kind == Condition::Kind::Answered) {
        const auto answered = reader.boolean(name);
        right = answered.value_or(false);
        if (answered && !right) {
            reader.problem(name, "\"answered\" can only be true",
                           "For the opposite write {\"not\": {..., \"answered\": true}}.");
        }
    } else {
        right = read_bound(reader, question, condition, name);
    }
    return right ? std::optional(std::move(condition)) : std::nullopt;
}

bool ConditionReader::read_values(ObjectReader& reader, const Question& question,
                                  Condition& condition, std::string_view name) {
    std::vector<std::string> known;
    if (question.kind == QuestionKind::Tools) {
        for (const Tool& tool : m_known.landscape.tools) {
            known.push_back(tool.id);
        }
    } else {
        for (const Choice& choice : question.choices) {
            known.push_back(choice.id);
        }
    }
    const auto before = reader.problems().size();
    reader.each_string(name, [&](const std::string& value, const std::string& pointer) {
        if (std::find(known.begin(), known.end(), value) == known.end()) {
            reader.problems().add(
                pointer,
                question.kind == QuestionKind::Tools
                    ? fmt::format("the landscape has no tool {}", in_quotes(value))
                    : fmt::format("{} has no choice {}", in_quotes(question.id), in_quotes(value)),
                suggestion(value, known));
        } else if (std::find(condition.values.begin(), condition.values.end(), value) ==
                   condition.values.end()) {
            condition.values.push_back(value);
        }
    });
    if (condition.values.empty() && reader.problems().size() == before) {
        reader.problem(name, fmt::format("{} names nothing", in_quotes(name)),
                       "Name at least one.");
    }
    return reader.problems().size() == before;
}

bool ConditionReader::read_bound(ObjectReader& reader, const Question& question,
                                 Condition& condition, std::string_view name) {
    const bool scale = question.kind == QuestionKind::Scale;
    const double least = scale ? 1 : question.least;
    const double most = scale ? scale_steps : question.most;
    const auto bound = reader.number(name, least, most);
    condition.bound = bound.value_or(0);
    return bound.has_value();
}

} // namespace assess
