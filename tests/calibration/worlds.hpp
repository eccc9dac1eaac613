// Worlds to calibrate the findings in: where answers come from, and what is true there.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/random.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace assess::calibration {

struct Sizes {
    std::size_t researchers = 0;
    std::size_t engineers = 0;
    std::size_t hybrids = 0;
};

/// What holds in the whole population, for whatever the world defines.
struct Truth {
    std::array<std::optional<double>, 2> gap; ///< index = Diagonal; researchers minus engineers
    std::optional<double> overlap;            ///< Morisita-Horn of the mean shares
    std::optional<double> left_end;           ///< share of all usage at the left end
    std::array<std::optional<double>, 4> quadrant; ///< share of all usage, index = Quadrant
    std::optional<double> spread; ///< difference of the mean distances to the spatial medians
    std::optional<double> place;  ///< of the hybrids between the two centroids
};

struct Sample {
    Landscape landscape; ///< as the report knows it: its places may be off by their tolerance
    Answers answers;
};

struct World {
    std::string name;
    Truth truth;
    std::function<Sample(const Sizes&, Random&)> draw;
};

/// Chances with which the people of one role take up tools; need not add up to 1.
using Taste = std::vector<double>;

/// People who use two to six tools each, drawn by their role's taste, at a depth drawn evenly from
/// daily, weekly and monthly. Half of them lean to their side of the plane: their taste for tools
/// of one diagonal half, drawn for each of them, counts thrice. The report's tool positions are
/// off by a normal error of the tolerance where `displaced`. The truth comes from
/// `people` simulated people of each role.
World tool_world(std::string name, const Landscape& landscape, const std::array<Taste, 3>& tastes,
                 bool displaced, std::size_t people, std::uint64_t seed);

enum class Shape { Normal, Skewed };

/// People at positions of their own: each uses one tool that stands exactly there. Bivariate, with
/// independent coordinates of these standard deviations; skewed: lognormal with sigma 0.8. The
/// researchers' mean lies `gap` away along the building diagonal (on its coordinate). The spatial
/// medians' spread is true (0) only for equal deviations.
World position_world(std::string name, Shape shape, double deviation_researchers,
                     double deviation_engineers, double gap);

/// Both groups drawn with replacement from everybody in `pool`: no gap, whatever the pool.
World resampled_world(std::string name, const Landscape& landscape, const Answers& pool);

/// The taste in which every tool is liked alike; popularity falls with a fixed, mixed order.
Taste common_taste(const Landscape& landscape);
/// The same, with the liking for the tools that belong multiplied.
Taste leaning(Taste taste, const Landscape& landscape, double factor,
              const std::function<bool(const Tool&)>& belongs);

/// The factor in [lowest, highest] for which `measure`, rising in it, equals `wanted`.
double tuned(double lowest, double highest, double wanted,
             const std::function<double(double)>& measure);

} // namespace assess::calibration
