// The words of an example of the help.
#pragma once

#include <iomanip>
#include <istream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// As a shell would pass them: without quotes, and up to a redirection.
inline std::vector<std::string> shell_words(std::string_view line) {
    std::istringstream stream{std::string(line)};
    std::vector<std::string> words;
    while (stream >> std::ws && stream.peek() != '>' && stream.peek() != '<') {
        std::string word;
        if (stream.peek() == '"') {
            stream >> std::quoted(word);
        } else if (!(stream >> word)) {
            break;
        }
        words.push_back(word);
    }
    return words;
}

} // namespace assess
