#include "questionnaires/definitions/text_reader.hpp"

#include "model/landscape/landscape_fields.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace assess {

namespace {

/// Adds a problem and returns false where the text of one language is none.
bool check_text(const nlohmann::json& value, const std::string& pointer, JsonProblems& problems) {
    if (!value.is_string()) {
        problems.add(pointer, fmt::format("this must be text, but is {}", kind_of(value)),
                     "Write it in double quotes.");
        return false;
    }
    const auto& text = value.get_ref<const std::string&>();
    if (trimmed(text).empty()) {
        problems.add(pointer, "the text is empty", "Write what people shall read.");
        return false;
    }
    if (const auto fault = fault_of(text, longest_text); !fault.empty()) {
        problems.add(pointer, "the text " + fault, "Shorten it, or write it plainly.");
        return false;
    }
    return true;
}

} // namespace

LocalText TextReader::required(ObjectReader& reader, std::string_view name) const {
    reader.require(name, fmt::format("Write \"{}\": {{\"{}\": \"...\"}}.", name,
                                     m_languages->empty() ? "en" : m_languages->front()));
    return optional(reader, name);
}

LocalText TextReader::optional(ObjectReader& reader, std::string_view name) const {
    const auto* value = reader.raw(name);
    return value == nullptr ? LocalText()
                            : read(*value, pointer_to(reader.pointer(), name), reader.problems());
}

LocalText TextReader::read(const nlohmann::json& value, const std::string& pointer,
                           JsonProblems& problems) const {
    LocalText text;
    if (value.is_string()) {
        if (check_text(value, pointer, problems)) {
            for (const std::string& language : *m_languages) {
                text.by_language.emplace_back(language, value.get<std::string>());
            }
        }
        return text;
    }
    if (!value.is_object()) {
        problems.add(pointer,
                     fmt::format("this must be text in each language, but is {}", kind_of(value)),
                     "Write {\"en\": \"...\"}, or plain text that is the same in all.");
        return text;
    }
    for (const std::string& language : *m_languages) {
        const auto found = value.find(language);
        if (found == value.end()) {
            problems.add(pointer, fmt::format("the text is missing in {}", in_quotes(language)),
                         fmt::format("Add \"{}\": \"...\".", language));
        } else if (check_text(*found, pointer_to(pointer, language), problems)) {
            text.by_language.emplace_back(language, found->get<std::string>());
        }
    }
    for (const auto& [language, ignored] : value.items()) {
        if (std::find(m_languages->begin(), m_languages->end(), language) == m_languages->end()) {
            problems.add_at_key(
                pointer_to(pointer, language),
                fmt::format("{} is none of this questionnaire's languages", in_quotes(language)),
                m_languages->empty() ? "Name them in \"languages\"."
                                     : fmt::format("Use {}, or add it to \"languages\".",
                                                   listed(*m_languages, "and")));
        }
    }
    return text;
}

std::string read_id(ObjectReader& reader, std::set<std::string>& seen, std::string_view what) {
    auto id = reader.required_string("id");
    if (id.empty()) {
        return id;
    }
    if (!is_id(id)) {
        reader.problem("id", fmt::format("the id {} is not well formed", in_quotes(id)),
                       "Use lower-case letters, digits and hyphens, no hyphen first, at most 64.");
    } else if (!seen.insert(id).second) {
        reader.problem("id", fmt::format("another {} has the id {}", what, in_quotes(id)),
                       "Give each its own.");
    }
    return id;
}

} // namespace assess
