// The words of the program's own that a person who answers sees: buttons, prompts, refusals, in
// every language that the program speaks. README.md describes the files.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// The word of a file ("engine", "ask", "form") by its key, in the language; of "de-AT" without
/// words of its own in "de"; else in English. {0}, {1}, ... are replaced by the arguments, which
/// may hold braces themselves. Throws std::out_of_range for a file or key that is not there: that
/// is a mistake in the program.
std::string word(std::string_view file, std::string_view key, std::string_view language,
                 std::initializer_list<std::string_view> arguments = {});

/// The languages that every word has, English first.
std::vector<std::string> word_languages();
/// Names of the files of words, sorted.
std::vector<std::string_view> word_files();
/// The JSON of such a file, for a page that shows the same words. Empty for an unknown name.
std::string_view words_json(std::string_view file);

} // namespace assess
