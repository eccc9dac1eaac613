// The one-character marks by which groups are known in every figure and table.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/layout/ink.hpp"

#include <string>
#include <vector>

namespace assess::reports {

/// How one group is drawn.
struct GroupMark {
    std::string glyph; ///< one column; "" for a group that figures leave out
    Tone tone = Tone::Plain;
    bool compared = false; ///< one of the two groups set against each other
};

/// One mark a group, index as in the report. Roles have a shape of their own (a letter in ASCII);
/// teams have letters. Figures draw at most 12 teams: the two compared, then the largest.
std::vector<GroupMark> group_marks(const GapReport& report, const Ink& ink);

/// The glyph and the group's name, or the name alone: "◆ researchers".
std::string marked_name(const GroupMark& mark, const Group& group, const Ink& ink);

} // namespace assess::reports
