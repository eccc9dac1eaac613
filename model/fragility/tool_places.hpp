// Where the tools might stand: places drawn within their tolerances.
#pragma once

#include "model/landscape/landscape.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assess {

/// One point a tool of the landscape, index = ToolIndex; zero for tools without a place.
using ToolPlaces = std::vector<Point>;

ToolPlaces given_places(const Landscape& landscape);

/// Draw number `draw`: every placed tool at its place plus a normal error whose standard deviation
/// is the tolerance, x and y apart. It depends on the seed and the number alone, so that it does
/// not matter who makes which draw. Places may leave the plane by a little: cut there, the error
/// would pull inwards.
void draw_places(const Landscape& landscape, std::uint64_t seed, std::size_t draw,
                 ToolPlaces& places);

} // namespace assess
