// What is wrong with an input, where, and what would be right.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace assess {

/// A place in an input. Empty or zero parts are unknown and are not printed.
struct Place {
    std::string file;       ///< as the user named it; "(built in)" for data inside the program
    std::size_t line = 0;   ///< 1-based
    std::size_t column = 0; ///< 1-based, in characters of the line
    std::string where;      ///< a column's name, or a JSON pointer such as /tools/3/id

    friend bool operator==(const Place&, const Place&) = default;
};

/// One problem of an input, in words for the person who wrote that input.
struct Diagnostic {
    Place place;
    std::string what; ///< what is wrong, one sentence without a full stop
    std::string hint; ///< what would be right, or what to do next; may be empty

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "file:line:column: what" and, on a second line, the hint.
std::string to_string(const Diagnostic& diagnostic);

/// Something that cannot go on, though nothing is wrong with the input: exit code 3.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& what, std::string hint = {})
        : std::runtime_error(what), m_hint(std::move(hint)) {}
    [[nodiscard]] const std::string& hint() const noexcept { return m_hint; }

private:
    std::string m_hint;
};

/// An input or a command line that is refused, with all its problems: exit code 2.
class InputError : public std::runtime_error {
public:
    explicit InputError(Diagnostics diagnostics);
    explicit InputError(Diagnostic diagnostic) : InputError(Diagnostics{std::move(diagnostic)}) {}
    [[nodiscard]] const Diagnostics& diagnostics() const noexcept { return m_diagnostics; }

private:
    Diagnostics m_diagnostics;
};

} // namespace assess
