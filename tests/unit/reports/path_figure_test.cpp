// The drawn paths: one mark a place, labels apart from each other, nothing lost.
#include "reports/svg/path_figure.hpp"
#include "reports/svg/path_scene.hpp"
#include "tests/support/said.hpp"
#include "xml_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace assess::reports {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

GroupPath path(const std::string& name, std::string_view tone, Shape shape,
               const std::vector<std::optional<Point>>& places) {
    GroupPath made{name, GroupLook{tone, shape, true, true}, {}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) {
            made.points.push_back({i, *places[i], 5, std::nullopt});
        }
    }
    return made;
}

PathPlan two_rounds() {
    PathPlan plan;
    plan.title = Name{"Where the groups stood"};
    plan.moments = {Name{"spring"}, Name{"autumn"}};
    plan.groups = {path("Researchers", "res", Shape::Diamond, {Point{0.5, -0.5}, Point{0.1, -0.3}}),
                   path("Engineers", "eng", Shape::Circle, {Point{-0.6, 0.2}, Point{-0.5, 0.1}})};
    return plan;
}

/// A group that goes round in a circle, another that hardly moves, in 12 rounds.
PathPlan many_rounds() {
    PathPlan plan;
    plan.title = Name{"Where the groups stood"};
    std::vector<std::optional<Point>> round;
    std::vector<std::optional<Point>> still;
    for (int i = 0; i < 12; ++i) {
        plan.moments.push_back("round number " + std::to_string(i + 1));
        round.emplace_back(Point{0.4 * std::cos(i * 0.5), 0.4 * std::sin(i * 0.5)});
        still.emplace_back(Point{-0.7 + 0.001 * i, 0.6});
    }
    plan.groups = {path("Researchers", "res", Shape::Diamond, round),
                   path("Engineers", "eng", Shape::Circle, still)};
    return plan;
}

TEST(PathFigure, DrawsTheFirstPlaceOpenAndTheLastSolidWithAnArrowBetween) {
    const auto figure = path_figure(two_rounds(), Size::Wide);
    EXPECT_EQ(assess::testing::xml_objection(figure.body), "");
    EXPECT_EQ(count(figure.body, "class=\"open res\""), 1U);
    EXPECT_EQ(count(figure.body, "class=\"centre res\""), 1U);
    EXPECT_EQ(count(figure.body, "class=\"path res\""), 1U);
    EXPECT_EQ(count(figure.body, "class=\"solid res\""), 1U) << "the arrow's head";
    EXPECT_EQ(count(figure.body, ">spring<"), 2U);
    EXPECT_EQ(count(figure.body, ">autumn<"), 2U);
    EXPECT_THAT(figure.body, HasSubstr(">Researchers<"));
    EXPECT_THAT(said(figure.description),
                HasSubstr("Researchers move from 0.50, -0.50 (spring) to 0.10, -0.30 (autumn)."));
    EXPECT_THAT(figure.notes, IsEmpty());
}

TEST(PathFigure, PutsMarksWhereThePlaneHasThem) {
    // The frame is 88 to 728 wide and 54 to 694 high: (0.5, -0.5) is three quarters along both.
    const auto plan = two_rounds();
    const auto scene = make_path_scene(plan, PlaneLayout::of(Size::Wide));
    ASSERT_EQ(scene.marks.size(), 4U);
    EXPECT_DOUBLE_EQ(scene.marks[0].x, 88 + 0.75 * 640);
    EXPECT_DOUBLE_EQ(scene.marks[0].y, 54 + 0.75 * 640);
    EXPECT_EQ(scene.marks[0].place, PathPlace::First);
    EXPECT_EQ(scene.marks[1].place, PathPlace::Last);
}

TEST(PathFigure, TellsEveryPlaceInItsTable) {
    auto plan = two_rounds();
    plan.groups[1].points.pop_back();
    const auto figure = path_figure(plan, Size::Wide);
    ASSERT_EQ(figure.tables.size(), 1U);
    const auto& rows = figure.tables.front().rows;
    ASSERT_EQ(rows.size(), 4U);
    // By hand: orchestration (0.5 - 0.5) / 2, building (0.5 + 0.5) / 2.
    EXPECT_THAT(said(rows[0]),
                ElementsAre("Researchers", "spring", "5", "0.50", "-0.50", "0.00", "0.50"));
    EXPECT_THAT(said(rows[3]), ElementsAre("Engineers", "autumn", "-", "-", "-", "-", "-"));
    EXPECT_THAT(said(figure.description),
                HasSubstr("Engineers stand at -0.60, 0.20, spring only."));
}

TEST(PathFigure, DrawsAGroupOfOneRoundAsItsCentre) {
    PathPlan plan = two_rounds();
    plan.groups = {path("Hybrids", "hyb", Shape::Triangle, {std::nullopt, Point{0, 0}})};
    const auto figure = path_figure(plan, Size::Narrow);
    EXPECT_EQ(count(figure.body, "class=\"centre hyb\""), 1U);
    EXPECT_EQ(count(figure.body, "class=\"path"), 0U);
    EXPECT_EQ(count(figure.body, "class=\"open"), 0U);
}

TEST(PathFigure, DrawsNoSolidMarkOfAGroupThatIsGone) {
    PathPlan plan = two_rounds();
    plan.groups = {path("Hybrids", "hyb", Shape::Triangle, {Point{0, 0}, std::nullopt})};
    const auto figure = path_figure(plan, Size::Wide);
    EXPECT_EQ(count(figure.body, "class=\"open hyb\""), 1U);
    EXPECT_EQ(count(figure.body, "class=\"centre"), 0U);
}

TEST(PathFigure, ShowsBothMarksOfAGroupThatDidNotMove) {
    auto plan = two_rounds();
    plan.groups[0].points[1].place = plan.groups[0].points[0].place;
    const auto scene = make_path_scene(plan, PlaneLayout::of(Size::Wide));
    EXPECT_GT(scene.marks[0].radius, 1.3 * scene.marks[1].radius) << "a ring round the solid mark";
    const auto figure = path_figure(plan, Size::Wide);
    EXPECT_EQ(count(figure.body, "class=\"path res\""), 0U) << "no line without a length";
    EXPECT_THAT(figure.body, Not(HasSubstr("nan")));
}

TEST(PathFigure, DashesALineOverARoundWithoutAPlace) {
    PathPlan plan = two_rounds();
    plan.moments = {Name{"spring"}, Name{"summer"}, Name{"autumn"}};
    plan.groups = {path("Researchers", "res", Shape::Diamond,
                        {Point{0.5, -0.5}, std::nullopt, Point{-0.5, 0.5}})};
    const auto figure = path_figure(plan, Size::Wide);
    EXPECT_THAT(figure.body, HasSubstr("class=\"path res skips\""));
    ASSERT_EQ(figure.notes.size(), 1U);
    EXPECT_THAT(said(figure.notes.front()), HasSubstr("dashed"));
}

TEST(PathFigure, LabelsNeverOverlapNorLeaveTheFrame) {
    for (const auto size : {Size::Wide, Size::Narrow}) {
        const auto plan = many_rounds();
        const auto scene = make_path_scene(plan, PlaneLayout::of(size));
        const auto labels = label_paths(scene);
        EXPECT_GE(labels.size(), 2U);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_TRUE(scene.layout.frame.contains(labels[i].box));
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_FALSE(overlap(labels[i].box, labels[j].box)) << i << " and " << j;
            }
            for (const auto& mark : scene.marks) {
                EXPECT_FALSE(labels[i].box.contains(mark.x, mark.y)) << i;
            }
        }
        if (labels.size() < scene.marks.size()) {
            EXPECT_THAT(path_figure(plan, size).notes, Not(IsEmpty()));
        }
    }
}

TEST(PathFigure, EscapesNamesAndSaysWhereNobodyHasAPlace) {
    PathPlan plan = two_rounds();
    plan.moments[0] = Name{"<script>alert(1)</script>"};
    plan.groups[0].name = Name{"\"&<b>"};
    const auto figure = path_figure(plan, Size::Wide);
    EXPECT_EQ(assess::testing::xml_objection(figure.body), "");
    EXPECT_THAT(figure.body, Not(HasSubstr("<script")));
    plan.groups.clear();
    EXPECT_EQ(said(path_figure(plan, Size::Wide).description),
              "No group has a place on the plane.");
}

} // namespace
} // namespace assess::reports
