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
};

enum class MovementCause : std::uint8_t {
    Landscape, ///< tools were placed anew, added or removed
    Left,
    Tools, ///< the same people use other tools
    Joined,
    People ///< left, tools and joined together, where nobody can say who is who
};
/// "landscape", "left", "tools", "joined", "people".
std::string_view id_of(MovementCause cause);

/// One part of a movement, or all of it.
struct Movement {
    Quantity<Point> shift;                            ///< on x and y
    std::array<Quantity<Estimate>, 2> along_diagonal; ///< index = Diagonal, with interval
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
    std::size_t stayed = 0; ///< placed in both; of linked ones only
    std::size_t left = 0;
    std::size_t joined = 0;
    Movement total;
    std::vector<MovementPart> parts; ///< they add up to the total; empty where there is no total
};

/// The gap of the pair under comparison.
struct GapMovement {
    std::array<Quantity<Estimate>, 2> before; ///< index = Diagonal
    std::array<Quantity<Estimate>, 2> after;
    Movement change;
    std::vector<MovementPart> parts;
};

struct TrendStep {
    std::size_t from = 0; ///< index into Trend::reports
    std::size_t to = 0;
    bool linked = false;
    std::string not_linked; ///< why people are not linked; empty where they are
    bool same_landscape = false;
    std::vector<GroupMovement> groups; ///< in either report, in the report's order
    std::optional<GapMovement> gap;
    std::string no_gap; ///< why there is none
    std::vector<FindingChange> findings;
};

struct Trend {
    std::vector<std::string> names;
    std::vector<std::string> dates;
    std::vector<GapReport> reports; ///< one each, complete
    std::vector<TrendStep> steps;   ///< from each to the next
    std::string answer;             ///< what moved, in one or two plain sentences
    std::vector<std::string> warnings;
};

/// At least two inputs, oldest first. Confidential ones must hold what may be shown together; see
/// the privacy of a trend. Throws InputError as make_gap_report() does.
Trend make_trend(std::vector<TrendInput> inputs, const Policy& policy,
                 const GapReportSettings& settings);

} // namespace assess
