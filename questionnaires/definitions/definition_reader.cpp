#include "questionnaires/definitions/definition_reader.hpp"

#include "model/landscape/landscape_fields.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace assess {

namespace {

constexpr std::int64_t most_minutes = 240;

bool is_language(std::string_view tag) {
    constexpr std::size_t longest = 16;
    const auto hyphen = std::min(tag.find('-'), tag.size());
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return (hyphen == 2 || hyphen == 3) && tag.size() <= longest && tag.back() != '-' &&
           std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(hyphen), is_lower) &&
           std::all_of(tag.begin(), tag.end(), [&](char c) {
               return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

/// What can be asked several times in one questionnaire.
bool may_repeat(Records records) {
    switch (records) {
    case Records::Role:
    case Records::Team:
    case Records::Stages:
    case Records::ToolName:
    case Records::ToolHomepage:
    case Records::ToolCategory:
    case Records::Artifact:
    case Records::Covers:
        return false;
    default:
        return true;
    }
}

bool is_of_a_tool_in_use(Records records) {
    return records == Records::ToolGives || records == Records::ToolAnswers ||
           records == Records::ToolFrustrates;
}

bool is_about_a_new_tool(Records records) {
    return records == Records::ToolName || records == Records::ToolHomepage ||
           records == Records::ToolCategory || records == Records::Artifact ||
           records == Records::Covers;
}

} // namespace

Definition DefinitionReader::read(const nlohmann::json& json) {
    ObjectReader root(json, "", m_problems);
    root.format("assess/questionnaire/1");
    read_languages(root);
    read_head(root);
    read_scales(root);
    collect_ids(json);
    root.require("sections", "Write \"sections\": [{\"id\": \"...\", \"title\": {...}, "
                             "\"questions\": [...]}].");
    const bool is_list =
        root.objects("sections", [&](ObjectReader& section) { read_section(section); });
    if (is_list && m_definition.sections.empty()) {
        root.problem("sections", "the questionnaire has no sections", "Give it at least one.");
    }
    check_sizes(root);
    root.finish();
    return std::move(m_definition);
}

void DefinitionReader::read_languages(ObjectReader& root) {
    root.require("languages", "Write \"languages\": [\"en\"]; the first is what others fall back "
                              "on.");
    auto& languages = m_definition.languages;
    const auto before = m_problems.size();
    root.each_string("languages", [&](const std::string& tag, const std::string& pointer) {
        if (!is_language(tag)) {
            m_problems.add(pointer, fmt::format("{} is no language", in_quotes(tag)),
                           "Write a tag such as en, de or pt-BR.");
        } else if (std::find(languages.begin(), languages.end(), tag) != languages.end()) {
            m_problems.add(pointer, fmt::format("the language {} is there twice", in_quotes(tag)),
                           "Leave one out.");
        } else if (languages.size() < most_languages) {
            languages.push_back(tag);
        } else if (languages.size() == most_languages) {
            m_problems.add(pointer, fmt::format("{} languages are the most", most_languages),
                           "Leave some out.");
        }
    });
    if (root.has("languages") && languages.empty() && m_problems.size() == before) {
        root.problem("languages", "the questionnaire has no language", "Write [\"en\"].");
    }
}

void DefinitionReader::read_head(ObjectReader& root) {
    std::set<std::string> none;
    m_definition.id = read_id(root, none, "questionnaire");
    root.require("version", "Write \"version\": 1, and one more after each change.");
    m_definition.version = static_cast<int>(root.integer("version", 1, most_version).value_or(1));
    root.require("purpose", "Use team (to assess a team) or tool (to place a tool).");
    if (const auto purpose = root.choice("purpose", {"team", "tool"})) {
        m_definition.purpose = static_cast<Purpose>(*purpose);
    }
    m_definition.title = m_texts.required(root, "title");
    m_definition.about = m_texts.optional(root, "about");
    m_definition.minutes = static_cast<int>(root.integer("minutes", 0, most_minutes).value_or(0));
}

void DefinitionReader::read_scales(ObjectReader& root) {
    root.members("scales", [&](const std::string& name, const nlohmann::json& value,
                               const std::string& pointer) {
        if (!is_id(name)) {
            m_problems.add_at_key(pointer,
                                  fmt::format("the name {} is not well formed", in_quotes(name)),
                                  "Use lower-case letters, digits and hyphens, no hyphen first.");
        }
        m_scales.emplace(name, read_steps(value, pointer, m_texts, m_problems));
    });
}

/// Before anything is checked, so that a condition that looks ahead is told from a misspelt one.
void DefinitionReader::collect_ids(const nlohmann::json& json) {
    const auto list = [](const nlohmann::json& object, const char* name) {
        const bool there = object.is_object() && object.contains(name) && object[name].is_array();
        return there ? object[name] : nlohmann::json::array();
    };
    for (const auto& section : list(json, "sections")) {
        for (const auto& question : list(section, "questions")) {
            const bool has_id =
                question.is_object() && question.contains("id") && question["id"].is_string();
            // Others could hold anything, and these are shown as suggestions.
            if (has_id && is_id(question["id"].get_ref<const std::string&>())) {
                m_all_ids.push_back(question["id"].get<std::string>());
            }
        }
    }
}

void DefinitionReader::read_section(ObjectReader& reader) {
    const auto index = m_definition.sections.size();
    {
        Section section;
        section.id = read_id(reader, m_section_ids, "section");
        section.title = m_texts.required(reader, "title");
        section.about = m_texts.optional(reader, "about");
        section.first = m_definition.questions.size();
        const DefinitionSoFar known{m_landscape, m_definition, m_sound, m_all_ids};
        section.shown_if = ConditionReader(known, index, false).read(reader);
        read_for_each(reader, section);
        m_definition.sections.push_back(std::move(section));
    }
    reader.require("questions", "A section has at least one question.");
    const bool is_list =
        reader.objects("questions", [&](ObjectReader& question) { read_question(question); });
    auto& section = m_definition.sections.back();
    section.count = m_definition.questions.size() - section.first;
    if (is_list && section.count == 0) {
        reader.problem("questions", "the section has no questions", "Give it at least one.");
    }
    reader.finish();
}

void DefinitionReader::read_for_each(ObjectReader& reader, Section& section) {
    auto for_each = reader.object("for_each");
    if (!for_each) {
        return;
    }
    section.for_each_most = static_cast<std::size_t>(
        for_each->integer("most", 1, most_for_each).value_or(usual_for_each));
    const auto id = for_each->required_string("question");
    for_each->finish();
    if (id.empty()) {
        return;
    }
    std::vector<std::string> names; // of the questions that it can name
    for (std::size_t i = 0; i < m_definition.questions.size(); ++i) {
        if (m_sound[i] && m_definition.questions[i].kind == QuestionKind::Tools) {
            names.push_back(m_definition.questions[i].id);
        }
    }
    const auto found = m_definition.find_question(id);
    if (!found) {
        const bool later = std::find(m_all_ids.begin(), m_all_ids.end(), id) != m_all_ids.end();
        for_each->problem("question",
                          later ? fmt::format("\"for_each\" looks ahead to {}", in_quotes(id))
                                : fmt::format("there is no question {}", in_quotes(id)),
                          later ? "It can only name a question of a section before."
                                : suggestion(id, names));
        return;
    }
    const Question& question = m_definition.questions[*found];
    if (!m_sound[*found]) {
        return;
    }
    if (question.kind != QuestionKind::Tools) {
        for_each->problem("question",
                          fmt::format("{} is no question for tools; its kind is {}", in_quotes(id),
                                      id_of(question.kind)),
                          names.empty() ? "Name an earlier question of the kind tools."
                                        : fmt::format("Use {}.", listed(names)));
    } else if (m_definition.sections[question.section].for_each) {
        for_each->problem("question",
                          fmt::format("{} is itself asked once for each tool", in_quotes(id)),
                          "Name a question that is asked once.");
    } else {
        section.for_each = found;
    }
}

void DefinitionReader::read_question(ObjectReader& reader) {
    const DefinitionSoFar known{m_landscape, m_definition, m_sound, m_all_ids};
    bool sound = false;
    auto question = QuestionReader(reader, m_texts, m_scales, known)
                        .read(m_definition.sections.size() - 1, m_question_ids, sound);
    if (sound) {
        check_record(reader, question);
    }
    m_definition.questions.push_back(std::move(question));
    m_sound.push_back(sound);
}

void DefinitionReader::check_record(const ObjectReader& reader, const Question& question) {
    const auto records = question.records;
    if (records == Records::Nothing) {
        return;
    }
    const auto word = in_quotes(id_of(records));
    const bool in_for_each = m_definition.sections.back().for_each.has_value();
    if (is_of_a_tool_in_use(records) != in_for_each && records != Records::Comment) {
        reader.problem("records",
                       in_for_each ? fmt::format("{} cannot be asked once for each tool", word)
                                   : fmt::format("{} is asked once for each tool", word),
                       in_for_each ? "Move the question to a section without \"for_each\"."
                                   : "Move the question to a section with \"for_each\".");
    }
    const bool for_tool = m_definition.purpose == Purpose::Tool;
    if (records != Records::Comment && is_about_a_new_tool(records) != for_tool) {
        reader.problem("records",
                       fmt::format("{} does not belong into a questionnaire of the purpose {}",
                                   word, for_tool ? "tool" : "team"),
                       for_tool ? "Use tool-name, tool-homepage, tool-category, artifact, covers "
                                  "or comment."
                                : "Such records are of the purpose tool.");
    }
    if (!m_recorded.insert(records).second && !may_repeat(records)) {
        reader.problem("records", fmt::format("another question records {} already", word),
                       "Ask for it once.");
    }
}

void DefinitionReader::check_sizes(ObjectReader& root) {
    const auto refuse = [&](std::size_t count, std::size_t most, std::string_view what) {
        if (count > most) {
            root.problem(
                "sections",
                fmt::format("the questionnaire has {} {}, and {} is the most", count, what, most),
                "Nobody answers that many. Leave some out.");
        }
        return count > most;
    };
    std::size_t items = 0;
    for (const Section& section : m_definition.sections) {
        items += section.count * std::max<std::size_t>(section.for_each_most, 1);
    }
    if (!refuse(m_definition.sections.size(), most_sections, "sections") &&
        !refuse(m_definition.questions.size(), most_questions, "questions")) {
        refuse(items, most_items, "questions, counted once for each tool,");
    }
}

} // namespace assess
