#include "reports/wording/catalogue.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>
#include <utility>

namespace assess {

std::span<const EmbeddedFile> wording_in_english(); // made by CMake
std::span<const EmbeddedFile> wording_in_german();

namespace reports {

Catalogue::Catalogue(std::span<const EmbeddedFile> files) {
    for (const auto& file : files) {
        m_unread.emplace(file.name, file.text);
    }
    read("common");
}

void Catalogue::add(std::string_view id, std::string text) {
    add(m_entries, id, std::move(text));
}

void Catalogue::add(Entries& entries, std::string_view id, std::string text) {
    if (!entries.emplace(id, Entry{std::move(text), std::nullopt}).second) {
        throw std::logic_error(fmt::format("message {} is there twice", id));
    }
}

void Catalogue::read(std::string_view file) const {
    const auto found = m_unread.find(file);
    if (found == m_unread.end()) {
        return;
    }
    const auto messages = nlohmann::json::parse(found->second);
    m_unread.erase(found);
    for (const auto& [id, text] : messages.items()) {
        add(m_entries, id, text.get<std::string>());
    }
}

const Pattern* Catalogue::find(std::string_view id) const {
    read(id.substr(0, id.find('.')));
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return nullptr;
    }
    auto& [text, pattern] = found->second;
    if (!pattern) {
        pattern = parse_pattern(text);
    }
    return &*pattern;
}

std::vector<std::string_view> languages() {
    return {"en", "de"};
}

const Catalogue& catalogue_of(std::string_view language) {
    if (language == "en") {
        static const Catalogue english(wording_in_english());
        return english;
    }
    if (language == "de") {
        static const Catalogue german(wording_in_german());
        return german;
    }
    throw std::logic_error(fmt::format("no catalogue of the language {}", language));
}

} // namespace reports
} // namespace assess
