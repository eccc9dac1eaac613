// Reads texts in several languages, and the ids beside them. Internal to this folder.
#pragma once

#include "model/json/json_input.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <nlohmann/json_fwd.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

class TextReader {
public:
    /// `languages` must outlive the reader; texts are read once they are known.
    explicit TextReader(const std::vector<std::string>& languages) : m_languages(&languages) {}

    [[nodiscard]] LocalText required(ObjectReader& reader, std::string_view name) const;
    [[nodiscard]] LocalText optional(ObjectReader& reader, std::string_view name) const;
    /// Plain text is the same in every language.
    [[nodiscard]] LocalText read(const nlohmann::json& value, const std::string& pointer,
                                 JsonProblems& problems) const;

private:
    const std::vector<std::string>* m_languages;
};

/// The field "id": lower-case letters, digits and hyphens, at most 64, no hyphen first. Adds a
/// problem where it is not so, or where `seen` holds it already.
std::string read_id(ObjectReader& reader, std::set<std::string>& seen, std::string_view what);

} // namespace assess
