// --landscape and --overlay, for every command that needs a landscape.
#pragma once

#include "assess/options.hpp"
#include "model/landscape/landscape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

void append_landscape_options(std::vector<Option>& table);

struct LandscapeOptions {
    std::optional<std::string> edition; ///< a built-in one, or a file
    std::vector<std::string> overlays;  ///< files, in the order given

    [[nodiscard]] bool are_given() const { return edition || !overlays.empty(); }
};

/// `option` is another option that names an edition.
LandscapeOptions landscape_options(const Arguments& arguments, Diagnostics& problems,
                                   std::string_view option = "landscape");

/// The edition ("current" by default) with every overlay laid over it.
Landscape read_landscape(const LandscapeOptions& options);

} // namespace assess
