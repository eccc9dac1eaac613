#include "model/fragility/tool_places.hpp"

#include "model/statistics/normal.hpp"

namespace assess {

ToolPlaces given_places(const Landscape& landscape) {
    ToolPlaces places(landscape.tools.size(), Point{});
    for (std::size_t j = 0; j < places.size(); ++j) {
        if (const auto& placement = landscape.tools[j].placement) {
            places[j] = placement->point;
        }
    }
    return places;
}

void draw_places(const Landscape& landscape, std::uint64_t seed, std::size_t draw,
                 ToolPlaces& places) {
    std::uint64_t state = seed;
    state = split_mix_64(state) + draw;
    Random random(split_mix_64(state));
    places.resize(landscape.tools.size(), Point{});
    for (std::size_t j = 0; j < places.size(); ++j) {
        if (const auto& placement = landscape.tools[j].placement) {
            const auto error = standard_normal_pair(random);
            places[j].x = placement->point.x + placement->tolerance * error.first;
            places[j].y = placement->point.y + placement->tolerance * error.second;
        }
    }
}

} // namespace assess
