#include "questionnaires/definitions/load.hpp"

#include "model/json/json_input.hpp"
#include "model/text/embedded.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/definitions/definition_reader.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <tuple>

namespace assess {

/// Made at build time from *.json, without the schema (CMakeLists.txt here).
std::span<const EmbeddedFile> embedded_definitions();

namespace {

constexpr std::size_t largest_definition = 4'000'000; ///< bytes
/// In which to offer the built-in ones; any other comes after, by name.
constexpr std::array<std::string_view, 3> first_offered{"team", "quick", "place-a-tool"};

std::string name_of_built_in(std::string_view id) {
    return fmt::format("(built in)/{}.json", id);
}

} // namespace

Definition parse_definition(std::string_view json, const std::string& file,
                            const Landscape& landscape) {
    if (json.size() > largest_definition) {
        throw InputError({{file, 0, 0, {}},
                          fmt::format("the questionnaire has {} bytes, and {} is the most",
                                      json.size(), largest_definition),
                          "Is it the right file? Questionnaires are a few hundred kilobytes."});
    }
    const auto value = parse_json(json, file);
    JsonProblems problems(json, file);
    auto definition = DefinitionReader(landscape, problems).read(value);
    problems.throw_if_any();
    definition.digest = fnv1a64_digest(canonical_json(value));
    return definition;
}

std::vector<std::string_view> built_in_definitions() {
    std::vector<std::string_view> ids;
    for (const EmbeddedFile& file : embedded_definitions()) {
        ids.push_back(file.name);
    }
    std::sort(ids.begin(), ids.end(), [](std::string_view a, std::string_view b) {
        const auto place = [](std::string_view id) {
            return std::find(first_offered.begin(), first_offered.end(), id);
        };
        return std::tuple(place(a), a) < std::tuple(place(b), b);
    });
    return ids;
}

std::string_view built_in_definition(std::string_view id) {
    return find_embedded(embedded_definitions(), id).value_or(std::string_view());
}

Definition load_definition(const std::string& id_or_file, const Landscape& landscape) {
    const auto text = definition_text(id_or_file);
    if (built_in_definition(id_or_file).empty()) {
        return parse_definition(text, id_or_file, landscape);
    }
    try {
        return parse_definition(text, name_of_built_in(id_or_file), landscape);
    } catch (const InputError& error) {
        // Right by itself, so that all that can be wrong is what it expects of the landscape.
        throw InputError(
            {{},
             fmt::format("the questionnaire {} does not fit the landscape {}: {} of the categories "
                         "and stages that it names are not there",
                         in_quotes(id_or_file), in_quotes(landscape.edition),
                         error.diagnostics().size()),
             fmt::format("Use the landscape current, or make a questionnaire of your own: assess "
                         "questionnaire show {} --json",
                         id_or_file)});
    }
}

std::string definition_text(const std::string& id_or_file) {
    if (const auto json = built_in_definition(id_or_file); !json.empty()) {
        return std::string(json);
    }
    const bool looks_like_a_path = id_or_file.find_first_of("/.") != std::string::npos;
    if (!looks_like_a_path && !std::filesystem::exists(id_or_file)) {
        const auto known = built_in_definitions();
        const std::vector<std::string> names(known.begin(), known.end());
        const auto close = closest_names(id_or_file, names);
        throw InputError(
            {{},
             fmt::format("there is no questionnaire {}", in_quotes(id_or_file)),
             fmt::format("{}Built in are {}; or name a file.",
                         close.empty() ? std::string()
                                       : fmt::format("Did you mean {}? ", in_quotes(close.front())),
                         listed(names, "and"))});
    }
    return read_file(id_or_file);
}

} // namespace assess
