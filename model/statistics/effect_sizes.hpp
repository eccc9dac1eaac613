// How far two groups stand apart, in terms of their spread: effects, which unlike p-values do not
// grow with n.
//
// Assume positions that are roughly bivariate normal within each group; for others they still
// describe means and covariances, but no overlap of people. None of them inverts a singular matrix:
// where a covariance is a line or a point (principal_axes.hpp), there is no value, except for the
// Wasserstein distance, which needs no inverse.
#pragma once

#include <optional>

namespace assess {

struct Scatter;

/// P. C. Mahalanobis (1936): distance of the means in pooled standard deviations, 0 or more. With
/// few people D is too large on average, even where the groups do not differ at all.
struct MahalanobisDistance {
    double d = 0;
    /// D2 less its bias: (N - 5) / (N - 2) D2 - 2 N / (n1 n2), for two coordinates. It may be
    /// negative, which says that the groups stand no farther apart than chance alone would have
    /// them; it is left so, since cutting it at 0 would bring the bias back. Missing for N of at
    /// most 5, where D2 has no mean.
    std::optional<double> unbiased_square;
};

/// Assumes equal covariances: it pools them. Nothing where there are not two people in each group
/// or the pooled covariance is singular.
std::optional<MahalanobisDistance> mahalanobis_distance(const Scatter& first,
                                                        const Scatter& second);

/// Overlap of the two normal distributions with these means and covariances, 0 (apart) to 1 (the
/// same). A. Bhattacharyya, "On a measure of divergence between two statistical populations",
/// Bulletin of the Calcutta Mathematical Society 35 (1943). Too small on average with few people.
/// Nothing where either covariance is singular.
std::optional<double> bhattacharyya_coefficient(const Scatter& first, const Scatter& second);

/// Squared 2-Wasserstein distance of these normal distributions: the squared distance of the means
/// plus what turning one spread into the other costs, in the square of the positions' unit.
/// C. R. Givens and R. M. Shortt, "A class of Wasserstein metrics for probability distributions",
/// Michigan Mathematical Journal 31 (1984). Holds for singular covariances too.
double gaussian_wasserstein_squared(const Scatter& first, const Scatter& second);

} // namespace assess
