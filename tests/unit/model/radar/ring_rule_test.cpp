#include "model/radar/ring_rule.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

RingScore score(ScoreKind kind, double lower, double upper) {
    RingScore one;
    one.kind = kind;
    one.mean.value = (lower + upper) / 2;
    one.mean.lower = lower;
    one.mean.upper = upper;
    return one;
}

TEST(RingRule, HalfOfAGroupAndTwoPeopleCarryWork) {
    EXPECT_TRUE(carries_work(2, 2));
    EXPECT_TRUE(carries_work(2, 4));
    EXPECT_FALSE(carries_work(2, 5));
    EXPECT_TRUE(carries_work(3, 5));
    EXPECT_FALSE(carries_work(1, 1)) << "one person's habit";
    EXPECT_FALSE(carries_work(1, 2));
    EXPECT_FALSE(carries_work(0, 0));
    EXPECT_TRUE(carries_work(50'000, 100'000));
    EXPECT_FALSE(carries_work(49'999, 100'000));
}

TEST(RingRule, AScoreLetsDownWhenItsWholeIntervalIsBad) {
    EXPECT_TRUE(lets_down(score(ScoreKind::ToolFrustrates, 3.01, 4.9)));
    EXPECT_FALSE(lets_down(score(ScoreKind::ToolFrustrates, 3.0, 4.9))) << "the middle itself";
    EXPECT_FALSE(lets_down(score(ScoreKind::ToolFrustrates, 1.0, 2.0))) << "hardly frustrates";
    EXPECT_TRUE(lets_down(score(ScoreKind::ToolGives, 1.1, 2.99)));
    EXPECT_FALSE(lets_down(score(ScoreKind::ToolGives, 4.0, 5.0)));
    EXPECT_TRUE(lets_down(score(ScoreKind::ToolAnswers, 1.0, 2.5)));
    EXPECT_FALSE(lets_down(score(ScoreKind::ToolAnswers, 2.0, 3.5)));
}

TEST(RingRule, AScoreWithoutAnIntervalMovesNothing) {
    RingScore alone;
    alone.kind = ScoreKind::ToolFrustrates;
    alone.mean.value = 5;
    alone.mean.n = 1;
    EXPECT_FALSE(lets_down(alone));
}

TEST(RingRule, EveryCombinationByHand) {
    struct Row {
        Ring strategy;
        bool carries;
        bool down;
        Ring ring;
    };
    // One in where it carries work, one out where it lets down, neither beyond the ends.
    for (const auto& [strategy, carries, down, ring] :
         {Row{Ring::Adopt, false, false, Ring::Adopt}, Row{Ring::Adopt, true, false, Ring::Adopt},
          Row{Ring::Adopt, false, true, Ring::Trial}, Row{Ring::Adopt, true, true, Ring::Adopt},
          Row{Ring::Trial, false, false, Ring::Trial}, Row{Ring::Trial, true, false, Ring::Adopt},
          Row{Ring::Trial, false, true, Ring::Assess}, Row{Ring::Trial, true, true, Ring::Trial},
          Row{Ring::Assess, false, false, Ring::Assess},
          Row{Ring::Assess, true, false, Ring::Trial}, Row{Ring::Assess, false, true, Ring::Hold},
          Row{Ring::Assess, true, true, Ring::Assess}, Row{Ring::Hold, false, false, Ring::Hold},
          Row{Ring::Hold, true, false, Ring::Assess}, Row{Ring::Hold, false, true, Ring::Hold},
          Row{Ring::Hold, true, true, Ring::Hold}}) {
        SCOPED_TRACE(std::string(id_of(strategy)) + (carries ? " carries" : "") +
                     (down ? " lets down" : ""));
        EXPECT_EQ(ring_of(strategy, false, carries, down), ring);
        EXPECT_EQ(ring_of(strategy, true, carries, down), Ring::Hold) << "retired";
    }
}

TEST(RingRule, AMovementIsToldFromTheRings) {
    EXPECT_EQ(move_between(Ring::Trial, Ring::Adopt), RingMove::In);
    EXPECT_EQ(move_between(Ring::Adopt, Ring::Hold), RingMove::Out);
    EXPECT_EQ(move_between(Ring::Hold, Ring::Hold), RingMove::None);
}

} // namespace
} // namespace assess
