#include "questionnaires/definitions/question_reader.hpp"

#include "model/landscape/landscape_fields.hpp"
#include "model/landscape/rubric.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace assess {

namespace {

constexpr std::array<std::string_view, 6> question_kinds{"single", "multiple", "tools",
                                                         "scale",  "number",   "text"};

constexpr std::array all_records{
    Records::Role,         Records::Team,           Records::Usage,       Records::Stages,
    Records::Need,         Records::Want,           Records::Frustration, Records::ToolGives,
    Records::ToolAnswers,  Records::ToolFrustrates, Records::Comment,     Records::ToolName,
    Records::ToolHomepage, Records::ToolCategory,   Records::Artifact,    Records::Covers};

bool record_fits(Records records, QuestionKind kind) {
    switch (records) {
    case Records::Nothing:
        return true;
    case Records::Team:
        return kind == QuestionKind::Text || kind == QuestionKind::Single;
    case Records::Role:
    case Records::ToolCategory:
    case Records::Artifact:
        return kind == QuestionKind::Single;
    case Records::Usage:
        return kind == QuestionKind::Tools;
    case Records::Stages:
    case Records::Covers:
        return kind == QuestionKind::Multiple;
    case Records::Comment:
    case Records::ToolName:
    case Records::ToolHomepage:
        return kind == QuestionKind::Text;
    default:
        return kind == QuestionKind::Scale;
    }
}

std::string_view kind_for(Records records) {
    switch (records) {
    case Records::Team:
        return "Use the kind text or single.";
    case Records::Role:
    case Records::ToolCategory:
    case Records::Artifact:
        return "Use the kind single.";
    case Records::Usage:
        return "Use the kind tools.";
    case Records::Stages:
    case Records::Covers:
        return "Use the kind multiple.";
    case Records::Comment:
    case Records::ToolName:
    case Records::ToolHomepage:
        return "Use the kind text.";
    default:
        return "Use the kind scale.";
    }
}

bool is_of_a_persona(Records records) {
    return records == Records::Need || records == Records::Want || records == Records::Frustration;
}

/// The ids that the choices of such a question may have; empty: any.
std::vector<std::string> ids_for(Records records, const Landscape& landscape) {
    std::vector<std::string> ids;
    const auto collect = [&](const auto& entries) {
        for (const auto& entry : entries) {
            ids.emplace_back(entry.id);
        }
    };
    if (records == Records::Role) {
        for (const Role role : roles) {
            ids.emplace_back(id_of(role));
        }
    } else if (records == Records::Stages) {
        collect(landscape.stages);
    } else if (records == Records::ToolCategory) {
        collect(landscape.categories);
    } else if (records == Records::Artifact) {
        collect(artifact_scale());
    } else if (records == Records::Covers) {
        collect(lifecycle_processes());
    }
    return ids;
}

/// What the ids are ids of.
std::string_view named(Records records) {
    switch (records) {
    case Records::Role:
        return "role";
    case Records::Stages:
        return "stage of the landscape";
    case Records::ToolCategory:
        return "category of the landscape";
    case Records::Artifact:
        return "artifact of the rubric";
    default:
        return "process of the rubric";
    }
}

bool has_three_decimals(double number) {
    return std::round(number * 1000) / 1000 == number;
}

} // namespace

Steps read_steps(const nlohmann::json& value, const std::string& pointer, const TextReader& texts,
                 JsonProblems& problems) {
    Steps steps{};
    if (!value.is_array() || value.size() != scale_steps) {
        problems.add(
            pointer,
            value.is_array()
                ? fmt::format("a scale has {} steps, and these are {}", scale_steps, value.size())
                : fmt::format("the steps must be a list, but are {}", kind_of(value)),
            "Write the texts of the five steps, from 1 to 5.");
        return steps;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i] = texts.read(value[i], pointer_to(pointer, i), problems);
    }
    return steps;
}

Question QuestionReader::read(std::size_t section, std::set<std::string>& ids, bool& sound) {
    const auto problems_before = m_reader.problems().size();
    Question question;
    question.section = section;
    question.id = read_id(m_reader, ids, "question");
    question.text = m_texts.required(m_reader, "text");
    question.help = m_texts.optional(m_reader, "help");
    question.required = m_reader.boolean("required").value_or(false);
    question.dont_know = m_reader.boolean("dont_know").value_or(false);
    question.not_applicable = m_reader.boolean("not_applicable").value_or(false);
    const bool has_kind = m_reader.require("kind", "Use single, multiple, tools, scale, number "
                                                   "or text.");
    const auto kind = m_reader.choice("kind", question_kinds);
    sound = has_kind && kind.has_value();
    if (!sound) {
        m_reader.ignore({"choices", "steps", "least", "most", "whole", "longest", "categories",
                         "depth", "other_tools", "records", "persona", "shown_if"});
        m_reader.finish();
        return question;
    }
    question.kind = static_cast<QuestionKind>(*kind);
    read_choices(question);
    read_scale(question);
    read_number(question);
    read_text(question);
    read_tools(question);
    sound = m_reader.problems().size() == problems_before;
    refuse_fields_of_other_kinds(question);
    read_records(question);
    read_persona(question);
    question.shown_if = ConditionReader(m_known, section, true).read(m_reader);
    m_reader.finish();
    return question;
}

void QuestionReader::read_choices(Question& question) {
    if (question.kind != QuestionKind::Single && question.kind != QuestionKind::Multiple) {
        return;
    }
    std::set<std::string> ids;
    m_reader.require("choices", "Write \"choices\": [{\"id\": \"...\", \"text\": {...}}].");
    const bool is_list = m_reader.objects("choices", [&](ObjectReader& reader) {
        Choice choice;
        choice.id = read_id(reader, ids, "choice");
        choice.text = m_texts.required(reader, "text");
        choice.help = m_texts.optional(reader, "help");
        reader.finish();
        question.choices.push_back(std::move(choice));
    });
    if (is_list && question.choices.empty()) {
        m_reader.problem("choices", "the question has no choices", "Give it at least one.");
    } else if (question.choices.size() > most_choices) {
        m_reader.problem("choices",
                         fmt::format("the question has {} choices, and {} is the most",
                                     question.choices.size(), most_choices),
                         "Ask for text or for tools instead.");
    }
}

void QuestionReader::read_scale(Question& question) {
    if (question.kind != QuestionKind::Scale) {
        return;
    }
    m_reader.require("steps", "Write the texts of the five steps, from 1 to 5.");
    const auto* steps = m_reader.raw("steps");
    if (steps == nullptr) {
        return;
    }
    if (!steps->is_string()) {
        question.steps = read_steps(*steps, pointer_to(m_reader.pointer(), "steps"), m_texts,
                                    m_reader.problems());
        return;
    }
    const auto name = steps->get<std::string>();
    const auto found = m_scales.find(name);
    if (found != m_scales.end()) {
        question.steps = found->second;
        return;
    }
    std::vector<std::string> names;
    for (const auto& [known, ignored] : m_scales) {
        if (is_id(known)) {
            names.push_back(known);
        }
    }
    m_reader.problem("steps", fmt::format("there is no scale {}", in_quotes(name)),
                     names.empty() ? "Add it at the top: \"scales\": {\"name\": [five texts]}."
                                   : suggestion(name, names));
}

void QuestionReader::read_number(Question& question) {
    if (question.kind != QuestionKind::Number) {
        return;
    }
    const auto bound = [&](std::string_view name) {
        const auto number = m_reader.required_number(name, -largest_number, largest_number);
        if (number && !has_three_decimals(*number)) {
            m_reader.problem(name, fmt::format("{} has more than three decimals", in_quotes(name)),
                             "Round it.");
        }
        return number;
    };
    const auto least = bound("least");
    const auto most = bound("most");
    question.least = least.value_or(0);
    question.most = most.value_or(0);
    question.whole = m_reader.boolean("whole").value_or(true);
    if (least && most && *least > *most) {
        m_reader.problem("least", "\"least\" is larger than \"most\", so that no number fits",
                         "Swap them.");
    } else if (least && most && question.whole && std::ceil(*least) > std::floor(*most)) {
        m_reader.problem("least", "no whole number lies between \"least\" and \"most\"",
                         "Widen them, or write \"whole\": false.");
    }
}

void QuestionReader::read_text(Question& question) {
    if (question.kind == QuestionKind::Text) {
        question.longest = static_cast<std::size_t>(
            m_reader.integer("longest", 1, longest_answer).value_or(usual_longest));
    }
}

void QuestionReader::read_tools(Question& question) {
    if (question.kind != QuestionKind::Tools) {
        return;
    }
    question.with_depth = m_reader.boolean("depth").value_or(false);
    question.other_tools = m_reader.boolean("other_tools").value_or(false);
    std::vector<std::string> known;
    for (const Category& category : m_known.landscape.categories) {
        known.push_back(category.id);
    }
    m_reader.each_string("categories", [&](const std::string& id, const std::string& pointer) {
        if (!m_known.landscape.find_category(id)) {
            m_reader.problems().add(pointer,
                                    fmt::format("the landscape has no category {}", in_quotes(id)),
                                    suggestion(id, known));
        } else if (std::find(question.categories.begin(), question.categories.end(), id) !=
                   question.categories.end()) {
            m_reader.problems().add(pointer,
                                    fmt::format("the category {} is there twice", in_quotes(id)),
                                    "Leave one out.");
        } else {
            question.categories.push_back(id);
        }
    });
}

void QuestionReader::refuse_fields_of_other_kinds(const Question& question) {
    struct Field {
        std::string_view name;
        QuestionKind kind;
        QuestionKind or_kind;
    };
    constexpr std::array<Field, 9> fields{
        {{"choices", QuestionKind::Single, QuestionKind::Multiple},
         {"steps", QuestionKind::Scale, QuestionKind::Scale},
         {"least", QuestionKind::Number, QuestionKind::Number},
         {"most", QuestionKind::Number, QuestionKind::Number},
         {"whole", QuestionKind::Number, QuestionKind::Number},
         {"longest", QuestionKind::Text, QuestionKind::Text},
         {"categories", QuestionKind::Tools, QuestionKind::Tools},
         {"depth", QuestionKind::Tools, QuestionKind::Tools},
         {"other_tools", QuestionKind::Tools, QuestionKind::Tools}}};
    for (const Field& field : fields) {
        if (question.kind == field.kind || question.kind == field.or_kind) {
            continue;
        }
        m_reader.ignore({field.name});
        if (m_reader.has(field.name)) {
            m_reader.problem(field.name,
                             fmt::format("a question of the kind {} has no {}",
                                         id_of(question.kind), in_quotes(field.name)),
                             "Leave it out, or change the kind.");
        }
    }
}

void QuestionReader::read_records(Question& question) {
    const auto word = m_reader.string("records");
    if (!word) {
        return;
    }
    std::vector<std::string> known;
    for (const Records records : all_records) {
        known.emplace_back(id_of(records));
    }
    const auto found = std::find(known.begin(), known.end(), *word);
    if (found == known.end()) {
        m_reader.problem("records", fmt::format("there is no record {}", in_quotes(*word)),
                         suggestion(*word, known));
        return;
    }
    question.records = all_records.at(static_cast<std::size_t>(found - known.begin()));
    if (!record_fits(question.records, question.kind)) {
        m_reader.problem("records",
                         fmt::format("a question of the kind {} cannot record {}",
                                     id_of(question.kind), in_quotes(*word)),
                         std::string(kind_for(question.records)));
        return;
    }
    check_choices_of_record(question);
}

void QuestionReader::check_choices_of_record(const Question& question) {
    const auto known = ids_for(question.records, m_known.landscape);
    if (known.empty()) {
        return;
    }
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const auto& id = question.choices[i].id;
        if (!id.empty() && std::find(known.begin(), known.end(), id) == known.end()) {
            const auto choices = pointer_to(m_reader.pointer(), "choices");
            m_reader.problems().add(
                pointer_to(pointer_to(choices, i), "id"),
                fmt::format("{} is no {}", in_quotes(id), named(question.records)),
                suggestion(id, known));
        }
    }
}

void QuestionReader::read_persona(Question& question) {
    constexpr std::array<std::string_view, 4> ids{"researcher", "engineer", "hybrid", "other"};
    const auto persona = m_reader.choice("persona", ids);
    if (persona) {
        question.persona = roles.at(*persona);
    }
    const bool needed = is_of_a_persona(question.records);
    if (needed && !m_reader.has("persona")) {
        m_reader.problem("persona",
                         fmt::format("a question that records {} says whose it is",
                                     in_quotes(id_of(question.records))),
                         "Write \"persona\": \"researcher\" or \"engineer\".");
    } else if (persona && !needed) {
        m_reader.problem("persona", "only a need, a want or a frustration is of a persona",
                         "Leave it out.");
    }
}

} // namespace assess
