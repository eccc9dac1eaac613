// Shares of the organization's usage, with an interval across people.
//
// A share is a ratio estimate: the usage inside a region over all usage, each summed over people.
// Its interval is Korn and Graubard's (Survey Methodology 24, 1998), the one that the US National
// Center for Health Statistics prints for proportions: Clopper-Pearson with an effective number of
// uses, share (1 - share) over the linearized variance between people, adjusted for the degrees of
// freedom and never more than the uses themselves. It keeps its level for shares near 0 and 1,
// where a symmetric interval collapses to a point: nobody of six is no proof of nobody.
// Assumes that people answer independently. Too short where a share is 0 or 1 and the people all
// copy one tool set.
#pragma once

#include "model/facts/message.hpp"
#include "model/findings/rules.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace assess {

struct UsageShare {
    Estimate estimate;         ///< n = people; no interval below Policy::share_people
    double effective_uses = 0; ///< what the interval was computed with; 0 without one
};

/// What the interval of a share is computed from, summed over people.
struct UsageSums {
    std::size_t people = 0; ///< who use any placed tool
    double inside = 0;      ///< weight of the uses inside the region
    double all = 0;         ///< of all uses of placed tools
    double squares = 0;     ///< of the single uses' weights
    double residuals = 0;   ///< squares of each person's inside - share * all
};

/// The share and its interval; `sums.all` must not be 0.
UsageShare share_from(const UsageSums& sums, const Policy& policy);

/// Which tools belong to a region; called for placed tools only.
using Region = std::function<bool(const Tool&)>;

/// Share of all usage weight that lies on tools of `region`, over everybody who is placed.
/// Unavailable where nobody is. Takes one pass over all usages.
Quantity<UsageShare> share_of_usage(const RuleInput& input, const Region& region);

struct ShareInterval {
    double lower = 0;
    double upper = 1;
};

/// Clopper-Pearson interval of `share` in `trials` > 0 trials, which need not be whole.
ShareInterval clopper_pearson(double share, double trials, double level);

/// How far the sample must grow for the interval to leave the threshold, were the share and the
/// spread to stay; or, below Policy::share_people, how many people are missing to judge `what`
/// ("the quadrant Cloud platforms"). A sentence.
Message settling_share(const UsageShare& share, double threshold, const Policy& policy,
                       const Message& what);

/// Where the whole organization stands: the mean of all placed people's positions.
struct PooledCentroid {
    Point point;
    /// Distance from the centre. The interval is Student's t on the positions projected on the
    /// direction of the centroid, with the landscape's variance added.
    Estimate distance;
};

/// The distance's interval from the parts of its variance: that of the mean of `distance.n` people
/// along the direction of the centroid, and the landscape's. For at least two people and a distance
/// above 0.
void add_distance_interval(Estimate& distance, double people, double tools);

/// Unavailable where nobody is placed.
Quantity<PooledCentroid> pooled_centroid(const RuleInput& input);

/// For each tool whether anybody was asked about it: a block that offers it was answered, or
/// somebody says anything definite about it.
std::vector<bool> asked_tools(const RuleInput& input);

} // namespace assess
