// What a shell can offer where a value or an argument is typed.
#pragma once

#include "assess/commands/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess {

struct Offer {
    std::vector<std::string> words; ///< ids, of choices and of what is inside the program
    bool files = false;
};

/// By what a value is called in the help: FILE, EDITION, NAME, ...
Offer offer_for(std::string_view value);
Offer offer_for(const Option& option);

/// A place among the arguments of a command, and what can stand there.
struct Argument {
    std::string_view name;   ///< as in the help
    std::string_view action; ///< the one that it belongs to; empty: whatever was said before
    std::size_t place = 1;   ///< among the arguments, from 1
    bool repeats = false;
    Offer offer;
};
std::vector<Argument> arguments_of(const Command& command);

} // namespace assess
