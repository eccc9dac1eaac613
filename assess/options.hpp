// Options as one table a command: the parser, the help, the manual page and the completions
// are made from it.
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

struct Option {
    std::string_view name;  ///< long name without the dashes
    std::string_view value; ///< what its value is called in the help; empty: a switch
    std::string_view help;  ///< one or two sentences
    std::vector<std::string> choices = {}; ///< the valid values, where they are few
    bool repeats = false;                  ///< may be given several times
    std::string_view elsewhere = {};       ///< a sentence: how to get what the choices lack
};

/// A positional argument.
struct Positional {
    std::string_view name;
    std::string_view help;
    bool required = true;
    bool repeats = false; ///< the last one may be given any number of times
};

/// What the user gave, checked against the tables.
class Arguments {
public:
    [[nodiscard]] bool has(std::string_view option) const;
    /// The last value of an option; nothing where it was not given.
    [[nodiscard]] std::optional<std::string> get(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view option) const;
    [[nodiscard]] const std::vector<std::string>& positionals() const { return m_positionals; }
    /// A whole number from `least` to `most`; a problem and nothing for any other value.
    [[nodiscard]] std::optional<std::uint64_t> number(std::string_view option, std::uint64_t least,
                                                      std::uint64_t most,
                                                      Diagnostics& problems) const;

private:
    friend Arguments parse_arguments(std::span<const std::string> words,
                                     std::span<const Option> options,
                                     std::span<const Positional> positionals,
                                     std::string_view command, Diagnostics& problems);
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
    std::vector<std::string> m_positionals;
};

/// Values that an option cannot have go to `problems`, and are left out. Throws InputError with
/// every problem where it is not clear what the words are: unknown options (with the closest),
/// missing values, too many or too few positional arguments.
Arguments parse_arguments(std::span<const std::string> words, std::span<const Option> options,
                          std::span<const Positional> positionals, std::string_view command,
                          Diagnostics& problems);

/// A problem of the command line, which stands in no file.
Diagnostic usage_problem(std::string what, std::string hint);

/// Adds what `check` throws as an InputError.
void add_problems(Diagnostics& problems, const std::function<void()>& check);

} // namespace assess
