// A worded message: runs of text that remember what they are, so that every format can show
// numbers, groups and names in its own way without looking for them in a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace assess::reports {

struct Run {
    enum class Kind : std::uint8_t {
        Words,  ///< of the catalogue
        Number, ///< measured; a hyphen is its minus sign
        Count,  ///< of people or things
        Role,   ///< what a role is called; `group` is its id
        Team,   ///< a team's name as it was given; `group` is the same
        Name    ///< given by somebody: a tool, a file
    };
    Kind kind = Kind::Words;
    std::string text;
    std::string group{};

    /// From outside: nothing in it is ours, and it has to be made safe for where it goes.
    [[nodiscard]] bool is_given() const { return kind == Kind::Team || kind == Kind::Name; }
    friend bool operator==(const Run&, const Run&) = default;
};

using Text = std::vector<Run>;

/// All runs in one string, as they are.
std::string plain(const Text& text);
/// The same with a true minus sign before negative numbers.
std::string with_minus(const Text& text);

} // namespace assess::reports
