#include "assess/commands/landscape_options.hpp"

#include "model/landscape/load.hpp"
#include "model/text/read_file.hpp"

#include <algorithm>

namespace assess {
namespace {

/// A name without a dot or a slash is meant as an edition: its message lists the editions.
bool names_a_file(const std::string& name) {
    const auto editions = built_in_editions();
    return std::ranges::find(editions, name) == editions.end() &&
           name.find_first_of("./") != std::string::npos;
}

} // namespace

void append_landscape_options(std::vector<Option>& table) {
    table.push_back(
        {"landscape", "EDITION",
         "The landscape: current (the default), 2021 (the article's), or a JSON file of "
         "your own."});
    table.push_back({"overlay",
                     "FILE",
                     "Adds tools to the landscape or changes fields of its tools. May be repeated.",
                     {},
                     true});
}

LandscapeOptions landscape_options(const Arguments& arguments, Diagnostics& problems,
                                   std::string_view option) {
    LandscapeOptions options{arguments.get(option), arguments.all("overlay")};
    if (options.edition && !names_a_file(*options.edition)) {
        add_problems(problems, [&] { built_in_landscape_json(*options.edition); });
    }
    return options;
}

Landscape read_landscape(const LandscapeOptions& options) {
    const auto name = options.edition.value_or("current");
    auto landscape =
        names_a_file(name) ? parse_landscape(read_file(name), name) : built_in_landscape(name);
    for (const auto& overlay : options.overlays) {
        landscape = overlay_landscape(landscape, read_file(overlay), overlay);
    }
    return landscape;
}

} // namespace assess
