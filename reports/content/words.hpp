// Names that are no messages, such as those of the policy file.
#pragma once

#include <string>
#include <string_view>

namespace assess::reports {

/// With its first letter as a capital, where that is an ASCII letter.
std::string capitalized(std::string_view text);

} // namespace assess::reports
