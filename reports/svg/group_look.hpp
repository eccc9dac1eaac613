// How a group looks in every figure: one shape and one tone a role.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/svg_writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

enum class Shape : unsigned char { Circle, Diamond, Triangle, Square };

struct GroupLook {
    std::string_view tone = "oth"; ///< the class that colours it: res, eng, hyb or oth
    Shape shape = Shape::Square;
    bool compared = false; ///< one of the two groups set against each other
    bool drawn = true;     ///< figures leave small teams out where there are many
};

/// One look a group, index as in the report. Roles keep theirs in every report; of teams the two
/// compared look like researchers and engineers, all others alike. Of more than 12 teams, the two
/// compared and the largest are drawn.
std::vector<GroupLook> group_looks(const GapReport& report);

/// The outline of a shape round (x, y). All shapes of one `radius` cover the same area.
std::string outline(Shape shape, double x, double y, double radius);

void draw_mark(SvgWriter& svg, Shape shape, double x, double y, double radius,
               std::string_view classes);

} // namespace assess::reports
