// --landscape and --overlay, for every command that needs a landscape.
#pragma once

#include "assess/options.hpp"
#include "model/landscape/landscape.hpp"

#include <string_view>
#include <vector>

namespace assess {

void append_landscape_options(std::vector<Option>& table);

/// The built-in edition or the file that --landscape names ("current" by default), with every
/// --overlay laid over it in the order given. `option` is another option that names one.
Landscape landscape_for(const Arguments& arguments, std::string_view option = "landscape");

} // namespace assess
