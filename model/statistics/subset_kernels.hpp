// What random_subsets.cpp and its kernels agree on.
#pragma once

#include <cstddef>

namespace assess {

/// Numbers that each of the eight generators makes before all of them jump.
inline constexpr std::size_t generator_stretch = 4096;

} // namespace assess
