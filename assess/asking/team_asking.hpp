// A lead answers for everybody, one person after another: a folder with one answer file each.
#pragma once

#include "assess/asking/person.hpp"

#include <filesystem>
#include <string>

namespace assess::asking {

struct TeamSettings {
    std::filesystem::path folder;
    bool replace = false; ///< the answers of people who have a file already
};

/// Asks who, then the questionnaire, then whether there is another; finished people are saved at
/// once. Goes on where an earlier run stopped. True where it was not interrupted.
/// Throws InputError, Error.
Ending ask_team(const Context& context, Talk& talk, const TeamSettings& settings);

} // namespace assess::asking
