// What stands on the drawn plane, in page coordinates: shared by the drawing and its labels.
#pragma once

#include "model/assessment/ellipse.hpp"
#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/geometry.hpp"
#include "reports/svg/group_look.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// Measures of one size of the figure.
struct PlaneLayout {
    double width = 792;
    double height = 748;
    Box frame{88, 54, 728, 694};
    double group_font = 17;
    double tool_font = 13;
    double note_font = 12.5;
    double end_font = 14;
    double person = 4.6; ///< radius of a person's mark
    double centre = 9.5; ///< of a group's centre
    double largest_tool = 9.5;
    std::size_t most_named = 36; ///< tools
    bool ends_beside = true;     ///< "Software" and "Model" stand beside the frame

    static PlaneLayout of(Size size);
    /// From the plane to the page.
    [[nodiscard]] double x_of(double x) const;
    [[nodiscard]] double y_of(double y) const;
};

struct ToolDot {
    ToolIndex tool = 0;
    double x = 0;
    double y = 0;
    double radius = 0;
    double weight = 0; ///< summed depth of use by everybody
};

struct PersonMark {
    std::size_t group = 0;
    double x = 0;
    double y = 0;
};

/// An ellipse on the page: y grows downwards.
struct PageEllipse {
    double x = 0;
    double y = 0;
    double major = 0;
    double minor = 0;
    double cosine = 1; ///< of the longer axis' angle from the x axis
    double sine = 0;

    [[nodiscard]] bool contains(double px, double py) const;
    /// A point of the rim; (u, v) is a point of the unit circle.
    [[nodiscard]] std::array<double, 2> rim(double u, double v) const;
};

std::optional<PageEllipse> on_page(const PlaneLayout& layout,
                                   const std::optional<Ellipse>& ellipse);

struct CentreMark {
    std::size_t group = 0;
    double x = 0;
    double y = 0;
    std::optional<PageEllipse> sure;   ///< the centroid's t interval in every direction
    std::optional<PageEllipse> spread; ///< two standard deviations of the people
    std::size_t people_drawn = 0;
};

struct PlaneScene {
    const GapReport& report;
    PlaneLayout layout;
    std::vector<GroupLook> looks;
    std::vector<ToolDot> used;   ///< by weight, heaviest first, then id
    std::vector<ToolDot> unused; ///< in the landscape, used by nobody
    std::vector<PersonMark> people;
    std::vector<CentreMark> centres; ///< the compared groups last: drawn over the others
    std::optional<Segment> gap;      ///< from the second group to the first, shortened; or nothing

    [[nodiscard]] double x_of(double x) const { return layout.x_of(x); }
    [[nodiscard]] double y_of(double y) const { return layout.y_of(y); }
};

/// Above this many people of a group only as many are drawn, evenly chosen.
inline constexpr std::size_t most_people_drawn = 30;

/// Under a promise of confidence no person is in it.
PlaneScene make_scene(const GapReport& report, const PlaneLayout& layout);

/// The unit circle in 24 steps, counter-clockwise on a page whose y grows upwards.
std::array<double, 2> direction(std::size_t step);
inline constexpr std::size_t directions = 24;

/// The quadrant's name as it is drawn, and its box: beside the vertical axis.
struct FixedText {
    Message text;
    Box box;
    double x = 0; ///< where the text is anchored
    double baseline = 0;
    bool to_the_left = false; ///< anchored at its end
};
std::vector<FixedText> quadrant_names(const PlaneLayout& layout);

} // namespace assess::reports
