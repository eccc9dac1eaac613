// Teams made at random from a seed, on the landscape of the scenes and a few tools more.
#pragma once

#include "tests/support/team.hpp"

#include <cstdint>

namespace assess {

/// None to nine of each role with up to four tools each at any depth; some of them by blocks, with
/// stages, and with scores. The same seed gives the same team everywhere.
Verdicts made_team(std::uint64_t seed);

} // namespace assess
