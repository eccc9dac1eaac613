#include "model/policy/policy_fields.hpp"

#include <array>

namespace assess {

namespace {

// The upper ends are the scale's own where it has one (a share ends at 1, a gap on a diagonal
// at 2), else what a computer can do in reasonable time.
constexpr std::array field_table{
    PolicyField{"depth_weights", "daily", std::size_t{0}, 0, 1, "weight of a tool used daily"},
    PolicyField{"depth_weights", "weekly", std::size_t{1}, 0, 1, "weight of a tool used weekly"},
    PolicyField{"depth_weights", "monthly", std::size_t{2}, 0, 1, "weight of a tool used monthly"},
    PolicyField{"depth_weights", "rarely", std::size_t{3}, 0, 1, "weight of a tool used rarely"},
    PolicyField{"depth_weights", "uses", std::size_t{4}, 0, 1,
                "weight of a tool that is used, nobody said how often"},

    PolicyField{"statistics", "interval_level", &Policy::interval_level, 0.5, 0.999,
                "level of every interval: 0.95 covers the truth in 95 of 100 such reports"},
    PolicyField{"statistics", "exact_split_limit", &Policy::exact_split_limit, 0, 1e9,
                "permutation tests try every split of the people up to this many splits"},
    PolicyField{"statistics", "random_splits", &Policy::random_splits, 99, 1e7,
                "beyond that limit they draw this many random splits"},

    PolicyField{"opposite_ends", "notable", &Policy::gap_notable, 0.01, 2,
                "a gap on a diagonal beyond this is notable"},
    PolicyField{"opposite_ends", "serious", &Policy::gap_serious, 0.01, 2,
                "a gap on a diagonal beyond this is serious"},

    PolicyField{"one_region", "distance", &Policy::one_region_distance, 0, 1.5,
                "one region: everybody's centroid is at least this far from the centre"},
    PolicyField{"one_region", "share", &Policy::one_region_share, 0.5, 1,
                "one region: at least this share of all usage lies in one half of the plane"},

    PolicyField{"left_end", "share", &Policy::left_end_share, 0, 1,
                "left end: at least this share of all usage lies at the left end"},
    PolicyField{"left_end", "building_below", &Policy::left_end_building, -1, 0,
                "the left end is what lies below this on the building diagonal"},

    PolicyField{"broken_ladder", "stretch", &Policy::ladder_stretch, 0.01, 2,
                "a stretch of a diagonal without a used rung is a break when longer than this"},
    PolicyField{"broken_ladder", "share", &Policy::ladder_share, 0, 1,
                "a rung is used when at least this share of one group uses it"},
    PolicyField{"broken_ladder", "people", &Policy::ladder_people, 1, 1e6,
                "and when at least this many people of that group use it"},

    PolicyField{"no_common_ground", "overlap_below", &Policy::common_ground, 0, 1,
                "no common ground: the overlap of tool use (Morisita-Horn) is below this"},

    PolicyField{"empty_quadrant", "share_below", &Policy::empty_quadrant_share, 0, 1,
                "a quadrant is empty when it holds less than this share of all usage"},

    PolicyField{"scattered_group", "distance", &Policy::scattered_distance, 0.01, 2,
                "scattered: people stand farther from their group's middle by this or more"},
    PolicyField{"scattered_group", "p_below", &Policy::scattered_p, 0.0001, 0.5,
                "and the permutation test of the spreads has a p below this"},
    PolicyField{"scattered_group", "placed", &Policy::scattered_placed, 3, 1e6,
                "fewest placed people in each group from whom spreads are judged at all"},
    PolicyField{"scattered_group", "tools", &Policy::scattered_tools, 1, 1e6,
                "side by side: more tools of one category than this are in use"},
    PolicyField{"scattered_group", "people", &Policy::scattered_people, 1, 1e6,
                "side by side: by at least this many people each"},

    PolicyField{"lifecycle_hole", "people", &Policy::lifecycle_people, 1, 1e6,
                "a stage is covered when this many who work on it use a tool that covers it"},

    PolicyField{"frustrated_group", "steps", &Policy::frustrated_steps, 0.1, 4,
                "one group is worse served when its mean is lower by this many steps of five"},
    PolicyField{"frustrated_group", "serious", &Policy::frustrated_serious, 0.1, 4,
                "and by this many it is serious"},

    PolicyField{"shares", "people", &Policy::share_people, 2, 1e6,
                "fewest people from whom a share of usage is judged at all"},

    PolicyField{"fragility", "draws", &Policy::fragility_draws, 0, 1e6,
                "draws of all tools' places within their tolerances; 0 leaves fragility open"},
    PolicyField{"fragility", "share", &Policy::fragility_share, 0, 1,
                "a finding is fragile when it flips in more than this share of the draws"},
};

} // namespace

std::span<const PolicyField> policy_fields() {
    return field_table;
}

double value_of(const PolicyField& field, const Policy& policy) {
    if (const auto* number = std::get_if<double Policy::*>(&field.member)) {
        return policy.*(*number);
    }
    if (const auto* whole = std::get_if<std::uint64_t Policy::*>(&field.member)) {
        return static_cast<double>(policy.*(*whole));
    }
    return policy.depth_weights.at(std::get<std::size_t>(field.member));
}

void set_value(const PolicyField& field, Policy& policy, double value) {
    if (const auto* number = std::get_if<double Policy::*>(&field.member)) {
        policy.*(*number) = value;
    } else if (const auto* whole = std::get_if<std::uint64_t Policy::*>(&field.member)) {
        policy.*(*whole) = static_cast<std::uint64_t>(value);
    } else {
        policy.depth_weights.at(std::get<std::size_t>(field.member)) = value;
    }
}

} // namespace assess
