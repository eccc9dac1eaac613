// Pages on a screen that are no question of the questionnaire: which draft, whose answers.
#pragma once

#include "assess/asking/face.hpp"
#include "assess/asking/interview.hpp"
#include "assess/asking/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assess::asking {

struct Heading {
    std::string title;
    std::vector<std::string> says; ///< paragraphs under it
};

/// The index of the option chosen, the first one by default; nothing with `ending` set where the
/// person, or a signal, stopped it.
std::optional<std::size_t> choose_on_screen(const Words& words, const Face& face,
                                            const Heading& heading,
                                            const std::vector<std::string>& options,
                                            Ending& ending);

/// A line to fill in; it may be empty.
std::optional<std::string> fill_in_on_screen(const Words& words, const Face& face,
                                             const Heading& heading, Ending& ending);

} // namespace assess::asking
