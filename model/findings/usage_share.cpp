#include "model/findings/usage_share.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/settling.hpp"
#include "model/statistics/distributions.hpp"
#include "model/statistics/in_double.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace assess {

namespace {

constexpr MessageId nobody_placed{"reason.nobody-placed.plane"};

struct PersonShare {
    double inside = 0;
    double all = 0;
};

UsageSums sum_usage(const RuleInput& input, const Region& region) {
    enum class Place : std::uint8_t { None, Inside, Outside };
    std::vector<Place> places;
    for (const auto& tool : input.landscape.tools) {
        places.push_back(!tool.placement ? Place::None
                         : region(tool)  ? Place::Inside
                                         : Place::Outside);
    }
    UsageSums sums;
    std::vector<PersonShare> people;
    for (const auto& respondent : input.answers.respondents) {
        if (respondent.answered == 0) {
            continue;
        }
        PersonShare person;
        for (const auto& usage : respondent.usages) {
            const double weight = weight_of(usage.depth, input.policy);
            const auto place = places[usage.tool];
            if (weight <= 0 || place == Place::None) {
                continue;
            }
            person.all += weight;
            person.inside += place == Place::Inside ? weight : 0;
            sums.squares += weight * weight;
        }
        if (person.all > 0) {
            people.push_back(person);
            sums.inside += person.inside;
            sums.all += person.all;
        }
    }
    sums.people = people.size();
    const double ratio = sums.all > 0 ? sums.inside / sums.all : 0;
    for (const auto& person : people) {
        const double residual = person.inside - ratio * person.all;
        sums.residuals += residual * residual;
    }
    return sums;
}

/// Linearized variance of the ratio (Cochran, Sampling Techniques, 3rd ed., eq. 6.13).
double ratio_variance(const UsageSums& sums) {
    const auto n = static_cast<double>(sums.people);
    return n / (n - 1) * sums.residuals / (sums.all * sums.all);
}

/// Korn and Graubard's effective number of uses; n of people at least 2.
double effective_uses(const UsageSums& sums, double ratio, double level) {
    // Kish's: so many uses of equal weight carry as much as these of unequal weight.
    const double uses = sums.all * sums.all / sums.squares;
    const double variance = ratio_variance(sums);
    const double binomial = ratio * (1 - ratio);
    // Rounding leaves residuals of about 1e-16 where everybody's share is the same.
    if (binomial <= 0 || variance <= 1e-20) {
        return uses;
    }
    const double upper_tail = 1 - (1 - level) / 2;
    const double t_uses = student_t_quantile(upper_tail, std::max(1.0, uses - 1));
    const double t_people = student_t_quantile(upper_tail, static_cast<double>(sums.people - 1));
    const double adjustment = (t_uses / t_people) * (t_uses / t_people);
    return std::min(uses, binomial / variance * adjustment);
}

} // namespace

ShareInterval clopper_pearson(double share, double trials, double level) {
    const double tail = (1 - level) / 2;
    const double inside = std::clamp(share, 0.0, 1.0) * trials;
    const double outside = trials - inside;
    ShareInterval interval;
    if (inside > 0) {
        interval.lower = boost::math::ibeta_inv(inside, outside + 1, tail, InDouble());
    }
    if (outside > 0) {
        interval.upper = boost::math::ibeta_inv(inside + 1, outside, 1 - tail, InDouble());
    }
    return interval;
}

Quantity<UsageShare> share_of_usage(const RuleInput& input, const Region& region) {
    const UsageSums sums = sum_usage(input, region);
    if (sums.people == 0) {
        return Quantity<UsageShare>::unavailable(nobody_placed);
    }
    return share_from(sums, input.policy);
}

UsageShare share_from(const UsageSums& sums, const Policy& policy) {
    UsageShare share;
    auto& estimate = share.estimate;
    estimate.value = sums.inside / sums.all;
    estimate.n = sums.people;
    estimate.level = policy.interval_level;
    if (estimate.n < policy.share_people) {
        estimate.reason = {"reason.few-for-share", {{"least", Count(policy.share_people)}}};
        return share;
    }
    share.effective_uses = effective_uses(sums, estimate.value, estimate.level);
    const auto interval = clopper_pearson(estimate.value, share.effective_uses, estimate.level);
    estimate.lower = std::min(interval.lower, estimate.value);
    estimate.upper = std::max(interval.upper, estimate.value);
    return share;
}

Message settling_share(const UsageShare& share, double threshold, const Policy& policy,
                       const Message& what) {
    const auto& estimate = share.estimate;
    if (!estimate.has_interval()) {
        const auto missing =
            policy.share_people - std::min<std::uint64_t>(policy.share_people, estimate.n);
        return {"usage-share.settle.too-few",
                {{"what", what},
                 {"share", Share(estimate.value)},
                 {"people", people_behind(estimate)},
                 {"missing", People{std::nullopt, Count(missing)}}}};
    }
    const auto settled = [&](double growth) {
        const auto interval =
            clopper_pearson(estimate.value, share.effective_uses * growth, estimate.level);
        return interval.lower >= threshold || interval.upper < threshold;
    };
    return share_to_settle(what, estimate, smallest_growth(settled, 1000));
}

namespace {

struct PooledPositions {
    std::vector<Point> points;
    std::vector<double> tool_shares; ///< summed over people; divide by their number
};

PooledPositions pooled_positions(const RuleInput& input) {
    const auto& tools = input.landscape.tools;
    PooledPositions pooled;
    pooled.tool_shares.resize(tools.size());
    for (const auto& respondent : input.answers.respondents) {
        if (respondent.answered == 0) {
            continue;
        }
        Point sum;
        double total = 0;
        for (const auto& usage : respondent.usages) {
            if (const auto& placement = tools[usage.tool].placement) {
                const double weight = weight_of(usage.depth, input.policy);
                sum += weight * placement->point;
                total += weight;
            }
        }
        if (total <= 0) {
            continue;
        }
        pooled.points.push_back(sum / total);
        for (const auto& usage : respondent.usages) {
            if (tools[usage.tool].placement) {
                pooled.tool_shares[usage.tool] += weight_of(usage.depth, input.policy) / total;
            }
        }
    }
    return pooled;
}

/// Of a projection of the mean position on any unit vector.
double pooled_landscape_variance(const PooledPositions& pooled, const Landscape& landscape) {
    double variance = 0;
    for (std::size_t j = 0; j < pooled.tool_shares.size(); ++j) {
        if (pooled.tool_shares[j] > 0) {
            const double share = pooled.tool_shares[j] / static_cast<double>(pooled.points.size());
            const double tolerance = landscape.tools[j].placement->tolerance;
            variance += share * share * tolerance * tolerance;
        }
    }
    return variance;
}

double variance_along(const Point& direction, const PooledPositions& pooled,
                      const Point& centroid) {
    double squares = 0;
    for (const auto& point : pooled.points) {
        const double deviation = dot(direction, point - centroid);
        squares += deviation * deviation;
    }
    return squares / (static_cast<double>(pooled.points.size()) - 1);
}

} // namespace

void add_distance_interval(Estimate& distance, double people, double tools) {
    const double quantile =
        student_t_quantile(1 - (1 - distance.level) / 2, static_cast<double>(distance.n) - 1);
    const double reach = quantile * std::sqrt(people + tools);
    distance.lower = std::max(0.0, distance.value - reach);
    distance.upper = distance.value + reach;
    if (tools > 0) {
        distance.sampling_lower = std::max(0.0, distance.value - quantile * std::sqrt(people));
        distance.sampling_upper = distance.value + quantile * std::sqrt(people);
    }
}

Quantity<PooledCentroid> pooled_centroid(const RuleInput& input) {
    const auto pooled = pooled_positions(input);
    if (pooled.points.empty()) {
        return Quantity<PooledCentroid>::unavailable(nobody_placed);
    }
    PooledCentroid centroid;
    for (const auto& point : pooled.points) {
        centroid.point += point;
    }
    centroid.point /= static_cast<double>(pooled.points.size());
    auto& distance = centroid.distance;
    distance.value = norm(centroid.point);
    distance.n = pooled.points.size();
    distance.level = input.policy.interval_level;
    if (distance.n < 2) {
        distance.reason = {"reason.one-answer"};
    } else if (distance.value < 1e-9) {
        distance.reason = {"reason.no-direction"};
    } else {
        const Point direction = centroid.point / distance.value;
        add_distance_interval(distance,
                              variance_along(direction, pooled, centroid.point) /
                                  static_cast<double>(distance.n),
                              pooled_landscape_variance(pooled, input.landscape));
    }
    return centroid;
}

std::vector<bool> asked_tools(const RuleInput& input) {
    const auto count = input.landscape.tools.size();
    std::vector<bool> asked(count, false);
    std::uint64_t answered = 0;
    for (const auto& respondent : input.answers.respondents) {
        answered |= respondent.answered;
        for (const auto& usage : respondent.usages) {
            asked[usage.tool] = asked[usage.tool] || !says_nothing(usage.depth);
        }
    }
    for (std::size_t b = 0; b < input.answers.blocks.size() && b < Answers::most_blocks; ++b) {
        if (((answered >> b) & 1U) == 0) {
            continue;
        }
        const auto& offers = input.answers.blocks[b].offers;
        if (offers.empty()) {
            asked.assign(count, true);
        }
        for (const auto tool : offers) {
            asked[tool] = true;
        }
    }
    return asked;
}

} // namespace assess
