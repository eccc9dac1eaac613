#include "assess/commands/landscape_options.hpp"

#include "model/landscape/load.hpp"
#include "model/text/read_file.hpp"

#include <algorithm>

namespace assess {

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

Landscape landscape_for(const Arguments& arguments, std::string_view option) {
    const auto name = arguments.get(option).value_or("current");
    const auto editions = built_in_editions();
    const bool built_in = std::find(editions.begin(), editions.end(), name) != editions.end();
    // A name without a dot or a slash is meant as an edition: its message lists the editions.
    const bool file = !built_in && name.find_first_of("./") != std::string::npos;
    auto landscape = file ? parse_landscape(read_file(name), name) : built_in_landscape(name);
    for (const auto& overlay : arguments.all("overlay")) {
        landscape = overlay_landscape(landscape, read_file(overlay), overlay);
    }
    return landscape;
}

} // namespace assess
