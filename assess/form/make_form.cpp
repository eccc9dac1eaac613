#include "assess/form/make_form.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/embedded.hpp"
#include "questionnaires/words/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <kainjow/mustache.hpp>
#include <openssl/evp.h>
#include <span>

namespace assess {

/// Made at build time from the files of this folder.
std::span<const EmbeddedFile> embedded_form();

namespace {

using Json = nlohmann::ordered_json;
using kainjow::mustache::data;

/// In the order in which they need each other.
constexpr std::array<std::string_view, 13> scripts{
    "text",   "items",       "engine",    "files", "typed", "tool_search", "dom",
    "drafts", "tool_picker", "questions", "app",   "pages", "page"};

std::string_view part(std::string_view name) {
    const auto found = find_embedded(embedded_form(), name);
    if (!found) {
        throw Error(fmt::format("the program lacks its part {}", name), "Build it again.");
    }
    return *found;
}

/// JSON that is safe inside <script>: no "<" that could end the element or open a comment, and
/// none of the line breaks that only some readers take for one.
std::string for_script(const Json& value) {
    std::string safe;
    const auto text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto three = std::string_view(text).substr(i, 3);
        if (text[i] == '<' || text[i] == '>' || text[i] == '&') {
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(text[i]));
        } else if (three == "\u2028" || three == "\u2029") {
            safe += three == "\u2028" ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            safe += text[i];
        }
    }
    return safe;
}

/// As a content security policy names what may run: 'sha256-...'.
std::string hash_source(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw Error("SHA-256 could not be computed", "Is OpenSSL installed as it should be?");
    }
    constexpr std::size_t base64_of_sha256 = 44;
    std::array<unsigned char, base64_of_sha256 + 1> base64{};
    EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
    return fmt::format("'sha256-{}'", reinterpret_cast<const char*>(base64.data()));
}

/// Nothing but this page's own scripts and style; no request of any kind, no markup from text.
std::string content_policy() {
    std::string policy = "default-src 'none'; script-src";
    for (const auto name : scripts) {
        policy += ' ' + hash_source(part(name));
    }
    return policy + "; style-src " + hash_source(part("style")) +
           "; img-src data:; form-action 'none'; base-uri 'none'; "
           "require-trusted-types-for 'script'; trusted-types 'none'";
}

/// What the page needs of the landscape: what tools are called, and which there are.
Json landscape_data(const Landscape& landscape) {
    auto categories = Json::array();
    for (const Category& category : landscape.categories) {
        categories.push_back({category.id, category.name});
    }
    auto tools = Json::array();
    for (const Tool& tool : landscape.tools) {
        tools.push_back({tool.id, tool.name, tool.aliases, tool.categories,
                         tool.status.kind == ToolStatus::Retired ? 1 : 0});
    }
    return {{"edition", landscape.edition},
            {"digest", landscape.digest},
            {"categories", std::move(categories)},
            {"tools", std::move(tools)}};
}

Json words_data() {
    auto words = Json::object();
    for (const std::string_view file : {"engine", "form"}) {
        words.update(Json::parse(words_json(file)).at("words"));
    }
    return words;
}

} // namespace

std::string make_form(const Definition& definition, std::string_view definition_json,
                      const Landscape& landscape, const FormSettings& settings) {
    const auto& language =
        settings.language.empty() ? definition.languages.front() : settings.language;
    const Json page_data{{"questionnaire", Json::parse(definition_json)},
                         {"digest", definition.digest},
                         {"landscape", landscape_data(landscape)},
                         {"words", words_data()},
                         {"language", settings.language},
                         {"round", settings.round}};
    data page;
    page.set("language", language);
    page.set("title", std::string(definition.title.in(language)));
    page.set("policy", content_policy());
    page.set("style", std::string(part("style")));
    page.set("data", for_script(page_data));
    data no_script{data::type::list};
    for (const auto& known : word_languages()) {
        data one;
        one.set("language", known);
        one.set("text", word("form", "no-script", known));
        no_script << one;
    }
    page.set("no_script", no_script);
    data texts{data::type::list};
    for (const auto name : scripts) {
        data one;
        one.set("text", std::string(part(name)));
        texts << one;
    }
    page.set("scripts", texts);
    kainjow::mustache::mustache frame{std::string(part("page_frame"))};
    if (!frame.is_valid()) {
        throw Error("the page's frame is broken: " + frame.error_message(), "Build it again.");
    }
    return frame.render(page);
}

} // namespace assess
