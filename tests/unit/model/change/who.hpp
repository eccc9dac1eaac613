// Whose answers change, by short names.
#pragma once

#include "model/change/change.hpp"

namespace assess {

inline const Who researchers{Who::Kind::Role, "researcher"};
inline const Who engineers{Who::Kind::Role, "engineer"};

} // namespace assess
