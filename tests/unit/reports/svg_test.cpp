// The parts of the drawn figures: geometry by hand, labels that never meet, escaping.
#include "reports/svg/geometry.hpp"
#include "reports/svg/group_look.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/plane_scene.hpp"
#include "reports/svg/spread_apart.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>

namespace assess::testing {
namespace {

using namespace reports;
using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(SvgWriter, WritesNumbersWithAtMostTwoDecimals) {
    EXPECT_EQ(svg_number(12), "12");
    EXPECT_EQ(svg_number(0.5), "0.5");
    EXPECT_EQ(svg_number(-3.256), "-3.26");
    EXPECT_EQ(svg_number(-0.001), "0");
    EXPECT_EQ(svg_number(std::numeric_limits<double>::quiet_NaN()), "0");
    EXPECT_EQ(svg_number(std::numeric_limits<double>::infinity()), "0");
}

TEST(SvgWriter, EscapesWordsAndAttributes) {
    SvgWriter svg;
    svg.words("text", {{"data-tool", "a\"b'<c>&"}, {"x", 1.0}}, "<script>alert(1)</script> & R-2");
    EXPECT_EQ(svg.svg(), "<text data-tool=\"a&quot;b&#39;&lt;c&gt;&amp;\" x=\"1\">"
                         "&lt;script&gt;alert(1)&lt;/script&gt; &amp; R-2</text>");
    SvgWriter none;
    none.words("text", {}, "a\uFFFFb"); // not a character of XML
    EXPECT_EQ(none.svg(), "<text>a\uFFFDb</text>");
}

TEST(Geometry, LengthInsideABox) {
    const Box box{0, 0, 4, 3};
    EXPECT_DOUBLE_EQ(length_inside({-1, 1, 5, 1}, box), 4);
    EXPECT_DOUBLE_EQ(length_inside({1, 1, 2, 1}, box), 1);
    EXPECT_DOUBLE_EQ(length_inside({0, 0, 4, 3}, box), 5);
    EXPECT_DOUBLE_EQ(length_inside({-1, -1, 5, -1}, box), 0);
    EXPECT_DOUBLE_EQ(length_inside({2, -2, 2, 1}, box), 1);
    EXPECT_DOUBLE_EQ(length_inside({9, 9, 9, 9}, box), 0);
}

TEST(Geometry, BoxesThatTouchDoNotOverlap) {
    EXPECT_FALSE(overlap(Box{0, 0, 1, 1}, Box{1, 0, 2, 1}));
    EXPECT_TRUE(overlap(Box{0, 0, 1, 1}, Box{0.9, 0.9, 2, 2}));
    EXPECT_DOUBLE_EQ(shared_area(Box{0, 0, 2, 2}, Box{1, 1, 4, 4}), 1);
    EXPECT_TRUE(crosses({0, 0, 2, 2}, {0, 2, 2, 0}));
    EXPECT_FALSE(crosses({0, 0, 1, 1}, {0, 2, 2, 1.5}));
}

TEST(Geometry, AnEllipseByItsRim) {
    // Centre (10, 20), half axes 4 and 2, the longer one upright.
    const PageEllipse ellipse{10, 20, 4, 2, 0, 1};
    EXPECT_THAT(ellipse.rim(1, 0), ElementsAre(DoubleNear(10, 1e-12), DoubleNear(24, 1e-12)));
    EXPECT_THAT(ellipse.rim(0, 1), ElementsAre(DoubleNear(8, 1e-12), DoubleNear(20, 1e-12)));
    EXPECT_TRUE(ellipse.contains(10, 23.9));
    EXPECT_FALSE(ellipse.contains(12.1, 20));
    EXPECT_FALSE((PageEllipse{0, 0, 0, 0, 1, 0}).contains(0, 0));
}

TEST(Geometry, TwentyFourDirectionsGoRoundTheCircle) {
    for (std::size_t step = 0; step < directions; ++step) {
        const auto [x, y] = direction(step);
        const double angle = static_cast<double>(step) * std::acos(-1.0) / 12;
        EXPECT_NEAR(x, std::cos(angle), 1e-12) << step;
        EXPECT_NEAR(y, std::sin(angle), 1e-12) << step;
    }
}

TEST(Geometry, ShapesOfOneRadiusCoverAboutOneArea) {
    // Diamond: 2 (1.25 r)^2 = 3.125 r^2; square: (2 * 0.886 r)^2 = 3.14 r^2; triangle:
    // 2.6 * 2.3 / 2 = 2.99 r^2; circle 3.14 r^2.
    EXPECT_EQ(outline(Shape::Diamond, 0, 0, 4), "M0 -5L5 0L0 5L-5 0Z");
    EXPECT_EQ(outline(Shape::Triangle, 0, 0, 1), "M0 -1.45L1.3 0.85L-1.3 0.85Z");
    EXPECT_EQ(outline(Shape::Square, 0, 0, 1), "M-0.89 -0.89H0.89V0.89H-0.89Z");
}

TEST(TextWidth, AddsAdvances) {
    EXPECT_DOUBLE_EQ(text_width("Git", 10), (775 + 278 + 392) / 100.0);
    EXPECT_DOUBLE_EQ(text_width("0", 13, FontWeight::Bold), 0.696 * 13);
    EXPECT_EQ(text_width("", 12), 0);
    EXPECT_EQ(shortened_to("Git", 100, 13), "Git");
    const auto cut = shortened_to("A very long name of a tool", 60, 13);
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_LE(text_width(cut, 13), 60);
}

TEST(SpreadApart, MovesAsLittleAsPossible) {
    const std::vector<double> tens(3, 10);
    // Far apart: nothing moves.
    EXPECT_THAT(spread_apart(std::vector{10.0, 30.0, 50.0}, tens, 0, 100), ElementsAre(10, 30, 50));
    // All at 50: they stand side by side round 50.
    EXPECT_THAT(spread_apart(std::vector{50.0, 50.0, 50.0}, tens, 0, 100), ElementsAre(40, 50, 60));
    // At the edge they are pushed inside.
    EXPECT_THAT(spread_apart(std::vector{1.0, 2.0, 90.0}, tens, 0, 100), ElementsAre(5, 15, 90));
    EXPECT_THAT(spread_apart(std::vector{98.0, 99.0, 99.0}, tens, 0, 100), ElementsAre(75, 85, 95));
    EXPECT_TRUE(spread_apart({}, {}, 0, 1).empty());
}

TEST(PlaceLabels, TakesTheCheapestPlaces) {
    LabelWish first{{{{0, 0, 10, 10}, 1, {}}, {{20, 0, 30, 10}, 5, {}}}, 50};
    LabelWish second{{{{5, 0, 15, 10}, 0, {}}, {{60, 0, 70, 10}, 30, {}}}, 50};
    // Apart: 1 + 30, or 5 + 0.
    const std::vector wishes{first, second};
    EXPECT_THAT(place_labels(wishes), ElementsAre(1U, 0U));
    EXPECT_TRUE(place_labels({}).empty());
}

TEST(PlaceLabels, LeavesOutWhatHasNoRoom) {
    LabelWish wish{{{{0, 0, 10, 10}, 1, {}}}, 50};
    const std::vector wishes{wish, wish, LabelWish{{}, 9}};
    const auto chosen = place_labels(wishes);
    EXPECT_EQ(chosen[0].has_value() + chosen[1].has_value(), 1);
    EXPECT_FALSE(chosen[2]);
}

TEST(PlaceLabels, NeverLetsTwoMeet) {
    std::mt19937 random(20210501); // NOLINT(cert-msc51-cpp): the same cases every time
    const auto number = [&](unsigned int below) { return static_cast<double>(random() % below); };
    for (int round = 0; round < 60; ++round) {
        std::vector<LabelWish> wishes(25);
        for (auto& wish : wishes) {
            wish.omission = 60 + number(300);
            for (int i = 0; i < 12; ++i) {
                const double left = number(300);
                const double top = number(200);
                wish.places.push_back({{left, top, left + 20 + number(60), top + 14},
                                       number(50),
                                       Segment{left, top, number(300), number(200)}});
            }
        }
        const auto chosen = place_labels(wishes);
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (chosen[i] && chosen[j]) {
                    EXPECT_FALSE(
                        overlap(wishes[i].places[*chosen[i]].box, wishes[j].places[*chosen[j]].box))
                        << round;
                }
            }
        }
    }
}

} // namespace
} // namespace assess::testing
