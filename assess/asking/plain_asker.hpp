// Questions and answers in plain lines, for a screen reader or a terminal that can do no more:
// nothing is drawn over, nothing is coloured, and every state is said in words.
#pragma once

#include "assess/asking/input_lines.hpp"
#include "assess/asking/interview.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace assess::asking {

/// What lines are printed with.
struct PlainPage {
    std::ostream& out;
    std::size_t width = 80;
    bool unicode = true;

    /// Wrapped and safe to show.
    void say(std::string_view text) const;
    /// A prompt: no line break after it.
    void ask(std::string_view text) const;
};

/// Asks until the person has saved or stopped; the draft is saved after every answer.
/// `notes` are said first.
Ending ask_in_lines(Interview& interview, InputLines& lines, const PlainPage& page,
                    const std::vector<std::string>& notes);

} // namespace assess::asking
