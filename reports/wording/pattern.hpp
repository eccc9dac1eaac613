// The pattern of one message, in the syntax of ICU's message format as far as it is needed here:
//   {gap}                                    the argument
//   {^group}                                 with a capital, where it is no given name
//   {people, all}                            in one of the forms that the catalogue gives it
//   {file, quoted}                           a given name in quotes, short and on one line
//   {state, select, present {...} other {...}}   by a choice's key or a group's role ("team")
//   {users, plural, hidden {...} =0 {...} one {...} other {...}}   by a number of people
// Several cases may share a text: "one|hidden {...}".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

struct Case;

struct Piece {
    enum class Kind : std::uint8_t { Words, Argument, Select, Plural };
    Kind kind = Kind::Words;
    std::string text; ///< the words, or the argument's name
    std::string form; ///< of an argument; may be empty
    bool capital = false;
    std::vector<Case> cases;
};

using Pattern = std::vector<Piece>;

struct Case {
    std::vector<std::string> keys;
    Pattern pattern;
};

/// Throws std::invalid_argument that says what is wrong and at which byte.
Pattern parse_pattern(std::string_view text);

} // namespace assess::reports
