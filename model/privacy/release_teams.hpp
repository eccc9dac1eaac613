// Which teams of a population may be shown beside its roles.
#pragma once

#include "model/privacy/cells.hpp"
#include "model/privacy/release_people.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// "team:Search".
std::string team_label(std::string_view team);

struct ReleaseTeams {
    std::map<std::string, std::vector<std::size_t>> shown; ///< team and its items, ascending
    std::map<std::string, std::size_t> held_back;          ///< team and its people
};

/// `cells`: of the history, the population and its roles, so that every cell lies wholly within
/// the population or outside. A team is held back where it cuts a small part out of a cell; and
/// where those in no shown team would be few, the smallest further team is.
ReleaseTeams release_teams(const std::vector<std::size_t>& population,
                           const Submissions& submissions, const Cells& cells, std::size_t least);

} // namespace assess
