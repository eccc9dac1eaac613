#include "reports/wording/catalogue.hpp"

#include "model/text/embedded.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace assess {

std::span<const EmbeddedFile> wording_in_english(); // made by CMake
std::span<const EmbeddedFile> wording_in_german();

namespace reports {
namespace {

Catalogue read_catalogue(std::span<const EmbeddedFile> files) {
    Catalogue catalogue;
    for (const auto& file : files) {
        const auto messages = nlohmann::json::parse(file.text);
        for (const auto& [id, text] : messages.items()) {
            const bool is_new =
                catalogue.emplace(id, parse_pattern(text.get<std::string>())).second;
            if (!is_new) {
                throw std::logic_error(fmt::format("message {} is there twice", id));
            }
        }
    }
    return catalogue;
}

} // namespace

std::vector<std::string_view> languages() {
    return {"en", "de"};
}

const Catalogue& catalogue_of(std::string_view language) {
    if (language == "en") {
        static const Catalogue english = read_catalogue(wording_in_english());
        return english;
    }
    if (language == "de") {
        static const Catalogue german = read_catalogue(wording_in_german());
        return german;
    }
    throw std::logic_error(fmt::format("no catalogue of the language {}", language));
}

} // namespace reports
} // namespace assess
