// Do the centroids differ, judged by a formula instead of permutations: Hotelling's T2 with each
// group's own covariance, against an F distribution with approximate degrees of freedom.
// K. Krishnamoorthy and J. Yu, "Modified Nel and Van der Merwe test for the multivariate
// Behrens-Fisher problem", Statistics & Probability Letters 66 (2004). The answer does not depend
// on the axes; with one coordinate it is Welch's test with Satterthwaite's degrees of freedom.
//
// A cross-check of the permutation test. Assumes independent people and positions that are roughly
// bivariate normal within each group; covariances and sizes may differ. Fails for few people with
// skewed positions (rejects too often), and with two people in a group: its covariance is a line.
// Where both groups lie on one and the same line, the test is the one along that line. Where they
// lie on parallel lines apart, T2 is unboundedly large: no result. No singular matrix is inverted.
// Units: none in T2, F and p. About as many digits are lost as the ratio of the two principal
// variances has.
#pragma once

#include <optional>

namespace assess {

struct Scatter;

struct KrishnamoorthyYu {
    double t2 = 0;
    double degrees_of_freedom = 0;
    double f = 0;
    double p = 1;
    int dimensions = 2; ///< 1: everybody lies on one line
};

/// Nothing where a group has fewer than two people, nobody's position differs within either group,
/// the groups lie on lines apart, or the degrees of freedom are too few for an F on the plane (at
/// most 1).
std::optional<KrishnamoorthyYu> krishnamoorthy_yu(const Scatter& first, const Scatter& second);

} // namespace assess
