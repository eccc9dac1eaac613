// Several assessments of one organization, one after the other: what moved, and why.
//
// From one to the next, the movement of a group's centroid splits exactly into parts:
//   landscape  the first answers on the second landscape, less on the first
//   left       who stayed less everybody of the first, both on the second landscape
//   tools      who stayed: their second answers less their first
//   joined     everybody of the second less who stayed
// People are one person in both where both inputs give ids of their own and the ids agree; who
// changed the group left one and joined the other. Without such ids left, tools and joined are
// one part: "people".
#pragma once

#include "model/assessment/answers.hpp"
#include "model/facts/message.hpp"
#include "model/findings/finding_change.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// One assessment, named and dated as its reader knows it.
struct TrendInput {
    std::string name; ///< the round's, or the file's
    std::string date; ///< "2026-11-23"; empty: not known
    Answers answers;
    Landscape landscape;
    /// Groups whose people were left out of the answers because of the other assessments.
    std::vector<HiddenGroup> held_back = {};
};

enum class MovementCause : std::uint8_t {
    Landscape, ///< tools were placed anew, added or removed
    Left,
    Tools, ///< the same people use other tools
    Joined,
    People ///< left, tools and joined together: nobody can say who is who, or nobody stayed
};
/// "landscape", "left", "tools", "joined", "people".
std::string_view id_of(MovementCause cause);

/// One part of a movement, or all of it.
struct Movement {
    Quantity<Point> shift;                            ///< on x and y
    std::array<Quantity<Estimate>, 2> along_diagonal; ///< index = Diagonal, with interval
    /// Two-sided p of "it did not move", from the same t as the interval; index = Diagonal. None
    /// where there is no interval.
    std::array<Quantity<double>, 2> p;
};

struct MovementPart {
    MovementCause cause{};
    Movement movement;
};

struct GroupMovement {
    std::string id;
    std::string name;
    std::optional<Role> role;
    std::size_t placed_before = 0;
    std::size_t placed_after = 0;
    /// Of the first, whom their answers place on the second landscape: stayed and left together.
    /// Another number than placed_before where tools lost or gained their place. 0 where the
    /// landscape's part is not told.
    std::size_t placed_on_second = 0;
    std::size_t stayed = 0; ///< placed in both; this and the next two are 0 without links
    std::size_t left = 0;   ///< from the group, or from the plane: no placed tool any more
    std::size_t joined = 0;
    Movement total;
    std::vector<MovementPart> parts; ///< they add up to the total; may be empty, see no_parts
    Message no_parts;                ///< why the total is not taken apart, where there is one
};

/// The group by its role, or as the team it is.
GroupName group_name(const GroupMovement& group);

/// The gap of the pair under comparison.
struct GapMovement {
    std::array<Quantity<Estimate>, 2> before; ///< index = Diagonal
    std::array<Quantity<Estimate>, 2> after;
    Movement change;
    std::vector<MovementPart> parts; ///< they add up to the change; may be empty, see no_parts
    Message no_parts;                ///< why the change is not taken apart, where there is one
};

struct TrendStep {
    std::size_t from = 0; ///< index into Trend::reports
    std::size_t to = 0;
    bool linked = false;
    Message not_linked;                ///< why people are not linked; empty where they are
    bool same_landscape = false;       ///< the landscape's part is exactly 0 then
    std::vector<GroupMovement> groups; ///< in either report, in the report's order
    std::optional<GapMovement> gap;
    Message no_gap; ///< why there is none
    std::vector<FindingChange> findings;
};

struct Trend {
    std::vector<std::string> names;
    std::vector<std::string> dates;
    std::vector<GapReport> reports; ///< one each, complete
    std::vector<TrendStep> steps;   ///< from each to the next
    std::optional<TrendStep> whole; ///< from the first to the last, where there are more than two
    /// What moved in the last step and why, in one to three plain sentences; of more than two
    /// assessments also how the gap stands to the first.
    Message answer;
    std::vector<Message> warnings;
};

/// At least two inputs, oldest first, else std::invalid_argument. Throws InputError as
/// make_gap_report() does.
///
/// Confidential ones must hold what may be shown together (privacy/trend_release.hpp). Whatever
/// they hold: they are not linked, nothing is told of groups that their own report hides, and the
/// landscape's part only where what it tells is about enough people.
Trend make_trend(std::vector<TrendInput> inputs, const Policy& policy,
                 const GapReportSettings& settings);

} // namespace assess
