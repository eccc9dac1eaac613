// Whose answers change, by short names.
#pragma once

#include "model/what_if/change.hpp"

namespace assess {

inline const Who researchers{Who::Kind::Role, "researcher"};
inline const Who engineers{Who::Kind::Role, "engineer"};

} // namespace assess
