// Short names for what tests write often: roles, and the places of the diagonals in arrays.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/plane.hpp"

#include <cstddef>

namespace assess {

inline constexpr auto researcher = Role::Researcher;
inline constexpr auto engineer = Role::Engineer;
inline constexpr auto hybrid = Role::Hybrid;

inline constexpr auto building = static_cast<std::size_t>(Diagonal::Building);
inline constexpr auto orchestration = static_cast<std::size_t>(Diagonal::Orchestration);

} // namespace assess
