#include "model/findings/answer.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string answer(const Verdicts& verdicts) {
    return said(answer_of(verdicts.input(), judge_all(verdicts.input())));
}

Verdicts five_and_six() {
    return square()
        .people(5, researcher, {"optuna", "git=rarely"})
        .people(6, engineer, {"aws", "git=rarely"})
        .judge();
}

TEST(Answer, OppositeEnds) {
    auto verdicts = five_and_six();
    verdicts.with_gap(Diagonal::Building, 0.62, 0.44, 0.80);
    EXPECT_EQ(answer(verdicts),
              "Your 5 researchers build models on the right and your 6 engineers build software on "
              "the left: they stand 0.62 apart on the building diagonal (0.44 to 0.80), and Tool "
              "git is the only tool they share.");
}

TEST(Answer, TheOtherWayRoundTheNumbersStayPositive) {
    auto verdicts = square().people(2, researcher, {"aws"}).people(2, engineer, {"optuna"}).judge();
    verdicts.with_gap(Diagonal::Building, -0.62, -0.80, -0.44);
    EXPECT_EQ(answer(verdicts),
              "Your 2 researchers build software on the left and your 2 engineers build models on "
              "the right: they stand 0.62 apart on the building diagonal (0.44 to 0.80), and they "
              "share no tool.");
}

TEST(Answer, Possible) {
    auto verdicts = five_and_six();
    verdicts.with_gap(Diagonal::Building, 0.62, 0.05, 1.19);
    EXPECT_EQ(answer(verdicts),
              "Researchers and engineers may stand apart, but the answers do not settle it: 0.62 "
              "apart on the building diagonal (0.05 to 1.19), and Tool git is the only tool they "
              "share.");
}

TEST(Answer, AbsentOnBothDiagonals) {
    auto verdicts = five_and_six();
    verdicts.with_gap(Diagonal::Building, 0.03, -0.05, 0.11);
    verdicts.with_gap(Diagonal::Orchestration, -0.02, -0.13, 0.09);
    EXPECT_THAT(answer(verdicts),
                StartsWith("Researchers and engineers do not stand at opposite ends: no gap on "
                           "either diagonal is larger than 0.13, and Tool git is the only tool "
                           "they share."));
}

TEST(Answer, OneRegion) {
    auto verdicts = square()
                        .people(20, researcher, {"git", "docker"})
                        .people(20, engineer, {"git", "docker"})
                        .judge();
    verdicts.with_gap(Diagonal::Building, 0, -0.05, 0.05);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    EXPECT_EQ(answer(verdicts),
              "Researchers and engineers do not stand at opposite ends: no gap on either diagonal "
              "is larger than 0.05, and they share 2 tools. The organization stays in one region: "
              "100% of all usage lies in the software-focused half, and researchers work far from "
              "their home side.");
}

TEST(Answer, Undetermined) {
    auto verdicts = five_and_six();
    verdicts.with_gap(Diagonal::Building, 0.08, -0.20, 0.36);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    EXPECT_EQ(answer(verdicts),
              "The answers leave open whether researchers and engineers stand apart on the "
              "building diagonal: 0.08 now, and anything from -0.20 to 0.36 fits them.");
}

TEST(Answer, OneGroup) {
    EXPECT_EQ(answer(square().people(3, researcher, {"optuna"}).judge()),
              "Whether two groups stand at opposite ends cannot be said. There are only "
              "researchers among the answers, and a comparison needs two groups.");
}

TEST(Answer, OnePersonEach) {
    EXPECT_THAT(
        answer(square().people(1, researcher, {"optuna"}).people(1, engineer, {"aws"}).judge()),
        HasSubstr("one answer cannot show a spread"));
}

TEST(Answer, NobodyPlaced) {
    EXPECT_THAT(answer(square().people(3, researcher, {"git=never"}).judge()),
                StartsWith("Nobody of those who answered (3 people) uses a tool that has a place"));
}

TEST(Answer, NobodyAnswered) {
    EXPECT_EQ(answer(square().judge()),
              "Nobody answered a question about tools, so there is nothing to say about gaps yet.");
}

TEST(Answer, Teams) {
    auto verdicts = square()
                        .people(2, researcher, {"optuna"}, "Search")
                        .people(1, engineer, {"aws"}, "Payments")
                        .judge(Grouping::Team, "Search", "Payments");
    verdicts.with_gap(Diagonal::Building, 0.62, 0.44, 0.80);
    EXPECT_THAT(answer(verdicts), StartsWith("The 2 people of Search build models on the right and "
                                             "the 1 person of Payments builds software on the "
                                             "left: they stand 0.62 apart"));
}

} // namespace
} // namespace assess
