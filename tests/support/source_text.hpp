// The product's own sources as text, for tests of what they may hold.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// The texts of all files below a folder of the sources that end so (".cpp"), by their names from
/// the top level.
std::map<std::string, std::string> files_below(const std::string& folder,
                                               const std::string& ending);

/// The same for sources and headers.
std::map<std::string, std::string> sources_below(const std::string& folder);

/// A text in the code; neighbours that the compiler joins are one.
struct Literal {
    std::string text;     ///< as the program has it
    std::size_t line = 0; ///< where it begins
    std::string before;   ///< the code of its statement up to it, other texts empty
    std::string after;    ///< the code that follows in its line or the next one
};

/// The literals of a source in their order. What is included and commented is none of them. Reads
/// the layout that clang-format gives to see where a statement begins.
std::vector<Literal> literals_of(std::string_view source);

} // namespace assess
