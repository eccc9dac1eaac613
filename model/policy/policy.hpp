// The policy: every number that is a choice and not a fact, in one value that a user can
// override with a file and that every report prints.
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace assess {

struct Policy {
    /// Weight of daily, weekly, monthly, rarely and a bare "uses"; the other depths weigh nothing.
    std::array<double, 5> depth_weights{1.0, 0.6, 0.3, 0.1, 1.0};

    double interval_level = 0.95;
    std::uint64_t exact_split_limit = 10'000'000; ///< enumerate all splits up to this many
    std::uint64_t random_splits = 9'999;          ///< else draw this many

    double gap_notable = 0.15; ///< opposite-ends, on a diagonal coordinate
    double gap_serious = 0.40;

    double one_region_distance = 0.35; ///< pooled centroid at least this far from the centre
    double one_region_share = 0.80;    ///< of all usage in one half of the plane

    double left_end_share = 0.70; ///< of all usage at building below left_end_building
    double left_end_building = -0.2;

    double ladder_stretch = 0.35;    ///< longest stretch without a used rung
    double ladder_share = 0.20;      ///< a rung is used by this share of a group ...
    std::uint64_t ladder_people = 2; ///< ... and at least this many people

    double common_ground = 0.3; ///< Morisita-Horn below this: no common ground

    double empty_quadrant_share = 0.05;

    /// scattered-group: the mean distances to the groups' middles differ by this or more ...
    double scattered_distance = 0.10;
    double scattered_p = 0.05;          ///< ... and PERMDISP's p is below this,
    std::uint64_t scattered_placed = 5; ///< judged from this many placed people in each group on
    std::uint64_t scattered_tools = 3;  ///< more tools of one category than this side by side ...
    std::uint64_t scattered_people = 2; ///< ... by at least this many people each

    /// lifecycle-hole: a stage is covered when this many who work on it use a tool that covers it.
    std::uint64_t lifecycle_people = 2;

    double frustrated_steps = 1; ///< frustrated-group: mean steps (of five) apart, or more
    double frustrated_serious = 2;

    /// Fewest people from whom a share ("of all usage", "nobody uses it") is judged at all. From
    /// four answers the interval of a share is wider than any question that it could settle.
    std::uint64_t share_people = 5;

    std::uint64_t fragility_draws = 1'000; ///< of all tools' places; 0: fragility is not judged
    double fragility_share = 0.10; ///< a finding is fragile when it flips in more of the draws

    friend bool operator==(const Policy&, const Policy&) = default;
};

/// Reads the fields that a policy file gives over the defaults. Throws InputError with every
/// problem: unknown fields (with the closest names), wrong types, values outside their range.
Policy parse_policy(std::string_view json, const std::string& file);

/// Every field, grouped as in the policy file.
void to_json(nlohmann::json& json, const Policy& policy);
void to_json(nlohmann::ordered_json& json, const Policy& policy);

} // namespace assess
