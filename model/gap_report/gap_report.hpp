// The gap report: the whole result, of which every output format is a rendering.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/assessment/lifecycle.hpp"
#include "model/assessment/scores.hpp"
#include "model/findings/finding.hpp"
#include "model/findings/ladder_outline.hpp"
#include "model/landscape/landscape.hpp"
#include "model/policy/policy.hpp"
#include "model/privacy/confidential.hpp"
#include "model/recommend/recommend.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {

/// Under a confidential promise the value holds no single person: `answers.respondents`, the
/// groups' members, positions and shares are empty, and small numbers of people are left out.
struct GapReport {
    Message answer; ///< in one or two sentences
    Landscape landscape;
    Policy policy;
    Answers answers;
    std::uint64_t seed = 0;
    Grouping grouping = Grouping::Role;
    std::vector<Group> groups;
    std::size_t respondents = 0;                    ///< people whose answers are in the report
    std::vector<HiddenGroup> hidden_groups;         ///< in the order of groups
    std::vector<Comparison> comparisons;            ///< none or one today
    Message no_comparison;                          ///< why there is none; empty where there is one
    std::array<Quantity<LadderOutline>, 2> ladders; ///< of the comparison; index = Diagonal
    std::vector<ItemScores> scores; ///< what people said on scales; empty where not asked
    Lifecycle lifecycle;            ///< who works on what; empty where not asked
    std::vector<Finding> findings;
    std::optional<Recommendation> closing; ///< what would close it, where that was asked for
    std::vector<Message> warnings;
};

struct GapReportSettings {
    Grouping grouping = Grouping::Role;
    std::optional<std::pair<std::string, std::string>> between; ///< group ids: first minus second
    std::uint64_t seed = 1;
    std::optional<RecommendSettings> recommend; ///< fills GapReport::closing
};

/// answers -> usage -> positions -> groups -> comparisons -> findings -> gap report.
/// Answers given under a confidential promise are cut down to what may be shown (confidential.hpp),
/// as if no report had been made before; plan_release() keeps reports apart from each other.
/// Throws InputError where `between` names a group that the answers do not have.
GapReport make_gap_report(Answers answers, Landscape landscape, Policy policy,
                          const GapReportSettings& settings);

} // namespace assess
