#include "assess/asking/words.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/words/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace assess::asking {
namespace {

bool one_of(std::string_view key, std::string_view spellings) {
    while (true) {
        const auto bar = spellings.find('|');
        if (spelling_key(spellings.substr(0, bar)) == key) {
            return true;
        }
        if (bar == std::string_view::npos) {
            return false;
        }
        spellings.remove_prefix(bar + 1);
    }
}

} // namespace

std::string Words::operator()(std::string_view key,
                              std::initializer_list<std::string_view> arguments) const {
    return word("ask", key, m_language, arguments);
}

bool Words::means(std::string_view text, std::string_view key) const {
    const auto spelled = spelling_key(text);
    return !spelled.empty() && (one_of(spelled, word("ask", key, m_language)) ||
                                one_of(spelled, word("ask", key, "en")));
}

std::string choose_language(std::string_view wanted, std::span<const std::string> languages,
                            std::string_view locale) {
    const auto has = [&](std::string_view language) {
        return std::find(languages.begin(), languages.end(), language) != languages.end();
    };
    if (!wanted.empty()) {
        if (has(wanted)) {
            return std::string(wanted);
        }
        throw InputError(
            Diagnostic{{},
                       fmt::format("--language cannot be {}: the questionnaire does not have it",
                                   in_quotes(wanted)),
                       fmt::format("It has {}.", listed(languages, "and"))});
    }
    // "de_AT.UTF-8@euro" is "de-AT", else "de".
    std::string tag(locale.substr(0, locale.find_first_of(".@")));
    std::replace(tag.begin(), tag.end(), '_', '-');
    if (has(tag)) {
        return tag;
    }
    const auto bare = tag.substr(0, tag.find('-'));
    return has(bare) ? bare : languages.front();
}

std::string message_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before any thread
        if (value != nullptr && *value != '\0') {
            return value;
        }
    }
    return "";
}

} // namespace assess::asking
