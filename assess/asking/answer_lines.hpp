// Answers as lines: what a typed line means for an item. The terminal, --plain and the pipe read
// answers by these same rules.
#pragma once

#include "assess/asking/item_texts.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assess::asking {

/// What a line is instead of an answer.
enum class Order : std::uint8_t { Back, Jump, Review, Help, Skip, Stop };

struct Command {
    Order order{};
    std::string argument; ///< of Jump and Help; may be empty
    friend bool operator==(const Command&, const Command&) = default;
};

/// "back", "jump 3", "review", "?", "? databases", "-", "stop", in English or in the session's
/// language, whatever the capitals. Not in lines that begin with "=": there it is an answer.
std::optional<Command> command_from(std::string_view line, const Words& words);

/// What is wrong with a line, for the person who wrote it.
struct Slip {
    std::string what;
    std::string hint;
    friend bool operator==(const Slip&, const Slip&) = default;
};

/// "1,3 5-7": the numbers, from 1 to `most`, each once, in order; nothing where the text is
/// something else, or a number is out of range.
std::optional<std::vector<std::size_t>> numbers_from(std::string_view text, std::size_t most);

/// Indices of the options that a line picks: keys and numbers, ids, texts, or their beginnings;
/// several at once, with commas, semicolons or, for numbers, spaces between.
std::variant<std::vector<std::size_t>, Slip>
picked(std::string_view line, std::span<const Option> options, const Words& words);

/// The answer that a line gives to any kind of question but tools; blank lines are none.
std::variant<Answer, Slip> answer_from(std::string_view line, const Context& context,
                                       const Item& item);

/// The parts between commas and semicolons, without white space, blank ones left out.
std::vector<std::string_view> parts_of(std::string_view line);

} // namespace assess::asking
