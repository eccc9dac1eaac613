// The messages of one language: files of patterns in reports/wording/en and .../de.
#pragma once

#include "reports/wording/pattern.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

using Catalogue = std::map<std::string, Pattern, std::less<>>;

/// The languages there are: "en" first.
std::vector<std::string_view> languages();

/// All messages of a language. A broken catalogue is a mistake in the program (tested):
/// std::logic_error, as for a language that there is not.
const Catalogue& catalogue_of(std::string_view language);

} // namespace assess::reports
