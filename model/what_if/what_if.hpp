// What if: the gap report before and after a stated change of answers, and the difference.
//
// The people before and after are the same, so their movements are paired: a group's movement is
// the mean of its people's movements, with Student's t on these; who gets a place only by the
// change joins (statistics/partly_paired.hpp). The gap's change is the difference of two
// independent groups' movements (Welch-Satterthwaite). Where the tools stand adds
// sum_j (dS_j)^2 t_j^2 / 2 to the variance, with dS_j the change of the share (of the shares'
// difference, for the gap): a tool that is used as before adds nothing.
#pragma once

#include "model/change/change.hpp"
#include "model/facts/message.hpp"
#include "model/findings/finding_change.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace assess {

/// How one group of the reports moves.
struct GroupShift {
    std::string id;
    std::string name;
    std::size_t placed_before = 0;
    std::size_t placed_after = 0;
    Quantity<Point> before; ///< the centroid
    Quantity<Point> after;
    std::array<Quantity<Estimate>, 2> change; ///< index = Diagonal; after less before
};

/// The gap of the pair under comparison, index = Diagonal; first group minus second.
struct GapChange {
    std::array<Quantity<Estimate>, 2> before;
    std::array<Quantity<Estimate>, 2> after;
    std::array<Quantity<Estimate>, 2> change; ///< after less before
};

struct WhatIf {
    GapReport before;
    GapReport after;
    std::vector<AppliedChange> changes; ///< in the order given
    std::vector<GroupShift> groups;     ///< in the order of the reports' groups
    Quantity<GapChange> gap;            ///< or why no two groups are compared
    std::vector<FindingChange> findings;
    Message answer; ///< what the changes would do, in one or two sentences
};

/// Both reports by make_gap_report(), the one after on the changed answers, and what differs.
/// Under a confidential promise only changes that alter the answers of a whole group alike, or of
/// nobody, are computed (see whole_group_change.hpp); others throw InputError. Throws InputError
/// as make_gap_report() does.
/// Cost: two gap reports.
WhatIf what_if(Answers answers, Landscape landscape, const Policy& policy,
               const GapReportSettings& settings, std::span<const Change> changes);

} // namespace assess
