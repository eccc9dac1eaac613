// The gap report: the whole result, of which every output format is a rendering.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/findings/finding.hpp"
#include "model/findings/ladder_outline.hpp"
#include "model/landscape/landscape.hpp"
#include "model/policy/policy.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {

struct GapReport {
    std::string answer; ///< the answer in one or two plain sentences
    Landscape landscape;
    Policy policy;
    Answers answers;
    std::uint64_t seed = 0;
    Grouping grouping = Grouping::Role;
    std::vector<Group> groups;
    std::vector<Comparison> comparisons;            ///< none or one today
    std::string no_comparison;                      ///< why there is none; empty where there is one
    std::array<Quantity<LadderOutline>, 2> ladders; ///< of the comparison; index = Diagonal
    std::vector<Finding> findings;
    std::vector<std::string> warnings;
};

struct GapReportSettings {
    Grouping grouping = Grouping::Role;
    std::optional<std::pair<std::string, std::string>> between; ///< group ids: first minus second
    std::uint64_t seed = 1;
};

/// answers -> usage -> positions -> groups -> comparisons -> findings -> gap report.
/// Throws InputError where `between` names a group that the answers do not have.
GapReport make_gap_report(Answers answers, Landscape landscape, Policy policy,
                          const GapReportSettings& settings);

} // namespace assess
