#include "model/landscape/load.hpp"

#include "model/json/json_input.hpp"
#include "model/landscape/landscape_reader.hpp"
#include "model/text/embedded.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace assess {

/// Made at build time from editions/*.json (CMakeLists.txt here).
std::span<const EmbeddedFile> embedded_editions();

namespace {

Landscape landscape_in(const Landscape* base, std::string_view text, const std::string& file) {
    const auto json = parse_json(text, file);
    JsonProblems problems(text, file);
    LandscapeReader reader(base, problems);
    reader.read(json);
    problems.throw_if_any();
    return reader.take();
}

} // namespace

std::vector<std::string_view> built_in_editions() {
    std::vector<std::string_view> editions;
    for (const auto& file : embedded_editions()) {
        editions.push_back(file.name);
    }
    // Letters sort after digits, so that "current" comes first, then the newest year.
    std::sort(editions.rbegin(), editions.rend());
    return editions;
}

std::string_view built_in_landscape_json(std::string_view edition) {
    if (const auto text = find_embedded(embedded_editions(), edition)) {
        return *text;
    }
    const auto known = built_in_editions();
    const std::vector<std::string> names(known.begin(), known.end());
    throw InputError({{},
                      fmt::format("there is no built-in landscape edition {}", in_quotes(edition)),
                      fmt::format("Use {}, or name a file with --landscape.", listed(names))});
}

Landscape built_in_landscape(std::string_view edition) {
    return parse_landscape(built_in_landscape_json(edition),
                           fmt::format("(built in)/{}.json", edition));
}

Landscape parse_landscape(std::string_view json, const std::string& file) {
    return landscape_in(nullptr, json, file);
}

Landscape overlay_landscape(const Landscape& base, std::string_view json, const std::string& file) {
    return landscape_in(&base, json, file);
}

} // namespace assess
