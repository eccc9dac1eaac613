// Groups: the respondents of one role or team, where they stand and what they use.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"
#include "model/statistics/sparse_rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assess {

struct Policy;

/// What respondents are grouped by.
enum class Grouping : std::uint8_t { Role, Team };

/// One group's use of one tool.
struct ToolUse {
    std::size_t users = 0;   ///< people with a depth that carries weight
    std::size_t base = 0;    ///< people asked and answering: answered a block that offers the tool,
                             ///< less those whose depth is "don't know" or "not applicable";
                             ///< whoever says anything definite about the tool is always in it
    std::size_t regular = 0; ///< of the users, those at weekly, daily or a bare "uses"
    double weight = 0;       ///< summed depth weights
    double share = 0;        ///< S_gj: mean over the placed people of the tool's share s_ij
    std::array<std::size_t, depth_count> by_depth{}; ///< people at each depth, index = Depth
    /// In a confidential report: people use or name it, fewer than may be told. All numbers are 0.
    bool few = false;
};

struct Group {
    std::string id;           ///< "researcher", or the team's name
    std::string name;         ///< "researchers", or the team's name: for the middle of a sentence
    std::optional<Role> role; ///< nothing for a team
    /// Numbers of its people from 1 to this less 1 are not told (PrivacyPromise::least_told).
    std::size_t least_told = 0;
    std::size_t listed = 0;             ///< respondents of this group in the input
    std::size_t n = 0;                  ///< of these, who answered at least one block
    std::size_t placed = 0;             ///< of these, who use at least one placed tool
    std::vector<std::uint32_t> members; ///< indices into Answers::respondents, all listed ones

    // Per placed person, rows in the order of Answers::respondents.
    std::vector<std::uint32_t> placed_members; ///< indices into Answers::respondents
    std::vector<Point> positions;
    SparseRows shares; ///< placed x tools: s_ij, each row adds up to 1

    Quantity<Point> centroid;
    Quantity<Covariance> covariance;    ///< with placed - 1
    Quantity<double> standard_distance; ///< sqrt(trace of the covariance)
    Quantity<Point> spatial_median;
    Quantity<double> mean_distance_to_median;

    std::vector<ToolUse> tools; ///< one per landscape tool, unplaced ones included
    /// Share of the group's summed usage weight in each quadrant; placed tools only.
    Quantity<std::array<double, 4>> quadrant_share;
    /// The same by category (a tool of k categories counts 1/k in each); index as in the landscape.
    /// Every tool that has a category counts, with a place or without; the shares add up to 1.
    Quantity<std::vector<double>> category_share;
};

/// Groups in their fixed order (researchers, engineers, hybrids, others; teams by name).
/// Only groups that somebody is listed in. By team, respondents without a team are in no group.
/// Respondents must be in the order of sort_respondents(). Cost: linear in the usages.
std::vector<Group> make_groups(const Answers& answers, const Landscape& landscape,
                               const Policy& policy, Grouping grouping);

/// The group of that id; null where there is none.
const Group* find_group(const std::vector<Group>& groups, std::string_view id);

} // namespace assess
