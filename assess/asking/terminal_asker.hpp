// Questions on a screen, one at a time.
#pragma once

#include "assess/asking/face.hpp"
#include "assess/asking/interview.hpp"

#include <string>
#include <vector>

namespace assess::asking {

/// Asks until the person has saved or stopped; the draft is saved after every answer. Begins with
/// a page that says what it is about and `notes`.
Ending ask_on_screen(Interview& interview, const Face& face, const std::vector<std::string>& notes);

} // namespace assess::asking
