// Numbers of things, for what commands say of their work.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assess {

/// "1 tool", "3 tools".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});
/// "1 person", "12 people".
std::string people(std::size_t count);

} // namespace assess
