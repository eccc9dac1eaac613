#include "questionnaires/words/words.hpp"

#include "model/text/embedded.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <span>
#include <stdexcept>
#include <utility>

namespace assess {

/// Made at build time from *.json (CMakeLists.txt here).
std::span<const EmbeddedFile> embedded_words();

namespace {

constexpr std::string_view fallback = "en";

using ByLanguage = std::map<std::string, std::string, std::less<>>;
using ByKey = std::map<std::string, ByLanguage, std::less<>>;

const ByKey& words_of(std::string_view file) {
    static const auto all = [] {
        std::map<std::string, ByKey, std::less<>> files;
        for (const auto& [name, text] : embedded_words()) {
            files.emplace(name, nlohmann::json::parse(text).at("words").get<ByKey>());
        }
        return files;
    }();
    const auto found = all.find(file);
    if (found == all.end()) {
        throw std::out_of_range(fmt::format("there is no file of words '{}'", file));
    }
    return found->second;
}

const std::string& in_language(const ByLanguage& texts, std::string_view language) {
    for (;;) {
        const auto found = texts.find(language);
        if (found != texts.end()) {
            return found->second;
        }
        const auto hyphen = language.rfind('-');
        if (hyphen == std::string_view::npos) {
            return texts.find(fallback)->second;
        }
        language = language.substr(0, hyphen);
    }
}

std::string replaced(std::string_view text, std::span<const std::string_view> arguments) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}') {
            const auto index = static_cast<std::size_t>(text[at + 1] - '0');
            if (index < arguments.size()) {
                out += arguments[index];
                at += 2;
                continue;
            }
        }
        out += text[at];
    }
    return out;
}

} // namespace

std::string word(std::string_view file, std::string_view key, std::string_view language,
                 std::initializer_list<std::string_view> arguments) {
    const auto& words = words_of(file);
    const auto found = words.find(key);
    if (found == words.end()) {
        throw std::out_of_range(fmt::format("the file of words '{}' has no '{}'", file, key));
    }
    return replaced(in_language(found->second, language), {arguments.begin(), arguments.size()});
}

std::vector<std::string> word_languages() {
    return {"en", "de"};
}

std::vector<std::string_view> word_files() {
    std::vector<std::string_view> names;
    for (const EmbeddedFile& file : embedded_words()) {
        names.push_back(file.name);
    }
    return names; // sorted, as the folder's listing is
}

std::string_view words_json(std::string_view file) {
    return find_embedded(embedded_words(), file).value_or(std::string_view());
}

} // namespace assess
