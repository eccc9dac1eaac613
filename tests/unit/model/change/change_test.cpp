// Reading "TOOL=WHO[:DEPTH]" and altering answers by it, by hand.
#include "model/change/change.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Reading : public testing::Test {
protected:
    Reading() {
        team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
            .tool("git", -0.8, -0.6, {.category = "swe"})
            .tool("docker", -0.6, -0.4, {.category = "swe"})
            .tool("a-b", 0.1, 0.1)
            .people(2, Role::Researcher, {"git"}, "Vision")
            .people(2, Role::Engineer, {"docker=daily"}, "ops:daily")
            .people(1, Role::Engineer, {"docker=daily"}, "x=y")
            .people(1, Role::Hybrid, {"git"}, "Engineer");
        std::tie(landscape, answers) = team.given();
        answers.respondents[0].id = "Wren 1";
        answers.respondents[1].id = "vision";
    }
    std::optional<Change> read(std::string_view text, bool adopts = true) {
        problems.clear();
        return read_change(text, adopts, adopts ? "--adopt" : "--drop", answers, landscape,
                           Depth::Weekly, problems);
    }
    /// "adopt git weekly role researcher", or the problems.
    std::string said(std::string_view text, bool adopts = true) {
        const auto change = read(text, adopts);
        if (!change) {
            EXPECT_THAT(problems, testing::Not(IsEmpty()));
            return problems.empty() ? "" : problems.front().what;
        }
        EXPECT_THAT(problems, IsEmpty());
        constexpr std::array kinds{"everybody", "role", "team", "person"};
        return std::string(change->adopts ? "adopt " : "drop ") + landscape.tools[change->tool].id +
               " " + std::string(id_of(change->depth)) + " " +
               kinds.at(static_cast<std::size_t>(change->who.kind)) + " " + change->who.id;
    }

    TestTeam team;
    Landscape landscape;
    Answers answers;
    Diagnostics problems;
};

TEST_F(Reading, NamesRolesTeamsPersonsAndEverybody) {
    EXPECT_EQ(said("git=researcher"), "adopt git weekly role researcher");
    EXPECT_EQ(said("Tool GIT = Researchers"), "adopt git weekly role researcher");
    EXPECT_EQ(said("git=researcher:monthly"), "adopt git monthly role researcher");
    EXPECT_EQ(said("git=researcher : Rarely"), "adopt git rarely role researcher");
    EXPECT_EQ(said("git=wren 1"), "adopt git weekly person Wren 1");
    EXPECT_EQ(said("git=everybody:daily"), "adopt git daily everybody ");
    EXPECT_EQ(said("git=researcher:"), "adopt git weekly role researcher");
    EXPECT_EQ(said("docker=engineers", false), "drop docker weekly role engineer");
}

TEST_F(Reading, SplitsWhereBothNamesAreKnown) {
    EXPECT_EQ(said("git=x=y"), "adopt git weekly team x=y");
    EXPECT_EQ(said("git=x=y:uses"), "adopt git uses team x=y");
    // The whole is a team's name, so that nothing is taken off it.
    EXPECT_EQ(said("git=ops:daily"), "adopt git weekly team ops:daily");
    EXPECT_EQ(said("git=ops:daily:monthly"), "adopt git monthly team ops:daily");
    EXPECT_EQ(said("git=ops:daily", false), "drop git weekly team ops:daily");
}

TEST_F(Reading, AsksWhichWhereANameIsMoreThanOne) {
    EXPECT_EQ(said("git=Vision"), "--adopt 'git=Vision' names 'Vision', which is a team and a "
                                  "person");
    EXPECT_EQ(problems.front().hint, "Write 'person/vision' or 'team/Vision'.");
    EXPECT_EQ(said("git=team/vision"), "adopt git weekly team Vision");
    EXPECT_EQ(said("git=person/Vision:daily"), "adopt git daily person vision");
    EXPECT_EQ(said("git=engineer"), "--adopt 'git=engineer' names 'engineer', which is a role "
                                    "and a team");
    EXPECT_EQ(said("git=role/engineer"), "adopt git weekly role engineer");
}

TEST_F(Reading, SaysWhichOfTwoOfTheSameName) {
    answers.respondents[2].id = "Wren 1";
    EXPECT_EQ(said("git=Wren 1"), "--adopt 'git=Wren 1' names 'Wren 1', which is more than one "
                                  "person");
    EXPECT_EQ(problems.front().hint, "Give each of them an id of their own in the input.");
}

TEST_F(Reading, SaysAllThatIsWrongWithTheClosestNames) {
    EXPECT_FALSE(read("gti=resercher:weakly"));
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].what, "--adopt 'gti=resercher:weakly' names the tool 'gti', which is "
                                "not in the landscape");
    EXPECT_THAT(problems[0].hint, HasSubstr("git"));
    EXPECT_EQ(problems[1].what, "--adopt 'gti=resercher:weakly' names 'resercher', who is "
                                "nobody in these answers");
    EXPECT_THAT(problems[1].hint, HasSubstr("Did you mean 'researcher'?"));
    EXPECT_THAT(problems[2].what, HasSubstr("the depth 'weakly'"));
    EXPECT_THAT(problems[2].hint, HasSubstr("Did you mean 'weekly'?"));
}

TEST_F(Reading, RefusesWhatIsNoUse) {
    EXPECT_THAT(said("git=researcher:wanted"), HasSubstr("which is no use of it"));
    EXPECT_THAT(said("git"), HasSubstr("is no tool and who takes it up"));
    EXPECT_THAT(said("git", false), HasSubstr("is no tool and who drops it"));
    EXPECT_THAT(said(""), HasSubstr("is no tool and who takes it up"));
    EXPECT_THAT(said("=researcher"), HasSubstr("names no tool"));
    EXPECT_THAT(said("git="), HasSubstr("names nobody"));
    EXPECT_THAT(said("git=other"), HasSubstr("nobody in these answers")); // a role nobody has
    EXPECT_FALSE(read("git=researcher:daily", false));                    // a drop has no depth
}

TEST_F(Reading, NamesNoPersonWhereAnswersAreConfidential) {
    answers.promise.kind = Promise::Confidential;
    EXPECT_THAT(said("git=Wren 1"), HasSubstr("nobody in these answers"));
    EXPECT_THAT(problems.front().hint, testing::Not(HasSubstr("Wren")));
    EXPECT_THAT(said("git=person/Wren 1"), HasSubstr("were given in confidence"));
    EXPECT_EQ(said("git=Vision"), "adopt git weekly team Vision"); // no person is looked for
}

TEST_F(Reading, ShowsHostileTextSafely) {
    EXPECT_THAT(said("\x1b[31m\n=\xff"), testing::Not(HasSubstr("\x1b")));
    EXPECT_FALSE(read(std::string(100'000, '=')));
    EXPECT_LT(problems.front().what.size(), 500U);
}

TEST(DefaultDepth, IsABareUseWhereNobodyTellsADepth) {
    const auto depth = [](const std::vector<std::string>& uses) {
        TestTeam team;
        team.tool("git", 0, 0).tool("docker", 0, 0).people(1, Role::Other, uses);
        return default_depth(team.given().second);
    };
    EXPECT_EQ(depth({"git", "docker"}), Depth::Uses);
    EXPECT_EQ(depth({"git", "docker=rarely"}), Depth::Weekly);
    EXPECT_EQ(depth({"git=uses", "docker=wanted"}), Depth::Uses);
    EXPECT_EQ(depth({}), Depth::Weekly);
    EXPECT_EQ(depth({"git=wanted"}), Depth::Weekly);
}

class Altering : public testing::Test {
protected:
    Altering() {
        team.tool("git", -0.8, -0.6)
            .tool("docker", -0.6, -0.4)
            .block("a", {"git"})
            .people(1, Role::Researcher, {"git=daily"})
            .people(1, Role::Researcher, {"git=monthly", "docker"})
            .people(1, Role::Researcher, {"git=dont-know"})
            .people(1, Role::Researcher, {"docker=weekly"}, "Vision")
            .people(1, Role::Researcher, {}, {}, 0) // said nothing about tools
            .people(1, Role::Engineer, {"git=wanted"}, "Vision");
        std::tie(landscape, answers) = team.given();
    }
    AppliedChange apply(const Change& change) {
        const auto applied = apply_changes(answers, Policy{}, std::span(&change, 1));
        EXPECT_EQ(applied.size(), 1U);
        EXPECT_EQ(applied[0].people, applied[0].changed + applied[0].unaffected);
        EXPECT_EQ(applied[0].change, change);
        return applied[0];
    }
    /// Of everybody, by id: the depth at which they name the tool; "-" where they do not.
    std::vector<std::string> depths(std::string_view tool) {
        std::vector<std::pair<std::string, std::string>> list;
        for (const auto& person : answers.respondents) {
            EXPECT_TRUE(std::ranges::is_sorted(person.usages, {}, &Usage::tool));
            const auto found =
                std::ranges::find(person.usages, landscape.find(tool).value(), &Usage::tool);
            list.emplace_back(
                person.id, found == person.usages.end() ? "-" : std::string(id_of(found->depth)));
        }
        std::ranges::sort(list);
        std::vector<std::string> words;
        for (auto& [id, depth] : list) {
            words.push_back(depth);
        }
        return words;
    }
    ToolIndex tool(std::string_view name) { return landscape.find(name).value(); }

    TestTeam team;
    Landscape landscape;
    Answers answers;
};

TEST_F(Altering, AdoptingRaisesButNeverLowers) {
    const auto applied = apply({true, tool("git"), Depth::Weekly, {Who::Kind::Role, "researcher"}});
    EXPECT_EQ(applied.people, 4U); // not who said nothing
    EXPECT_EQ(applied.changed, 3U);
    EXPECT_EQ(applied.unaffected, 1U);
    EXPECT_THAT(depths("git"), ElementsAre("daily", "weekly", "weekly", "weekly", "-", "wanted"));
    EXPECT_THAT(depths("docker"), ElementsAre("-", "uses", "-", "weekly", "-", "-"));
}

TEST_F(Altering, ABareUseIsNoLessThanDaily) {
    apply({true, tool("git"), Depth::Uses, {}});
    EXPECT_THAT(depths("git"), ElementsAre("daily", "uses", "uses", "uses", "-", "uses"));
}

TEST_F(Altering, DroppingStopsWhoUsesIt) {
    const auto applied = apply({false, tool("git"), Depth::Weekly, {}});
    EXPECT_EQ(applied.people, 5U);
    EXPECT_EQ(applied.changed, 2U);
    EXPECT_THAT(depths("git"), ElementsAre("stopped", "stopped", "dont-know", "-", "-", "wanted"));
}

TEST_F(Altering, TeamsAndPersons) {
    EXPECT_EQ(apply({true, tool("git"), Depth::Rarely, {Who::Kind::Team, "Vision"}}).changed, 2U);
    EXPECT_THAT(depths("git"),
                ElementsAre("daily", "monthly", "dont-know", "rarely", "-", "rarely"));
    EXPECT_EQ(apply({true, tool("git"), Depth::Daily, {Who::Kind::Person, "p3"}}).changed, 1U);
    EXPECT_EQ(apply({true, tool("git"), Depth::Daily, {Who::Kind::Person, "nobody"}}).people, 0U);
    EXPECT_THAT(depths("git"),
                ElementsAre("daily", "monthly", "dont-know", "daily", "-", "rarely"));
}

TEST_F(Altering, OneAfterTheOtherAndSorted) {
    const std::vector<Change> changes{
        {false, tool("git"), Depth::Weekly, {}},
        {true, tool("git"), Depth::Monthly, {Who::Kind::Role, "researcher"}}};
    auto unsorted = answers;
    const auto applied = apply_changes(answers, Policy{}, changes);
    EXPECT_EQ(applied[1].changed, 4U);
    EXPECT_THAT(depths("git"),
                ElementsAre("monthly", "monthly", "monthly", "monthly", "-", "wanted"));
    alter_answers(unsorted, Policy{}, changes);
    const auto was = sort_and_track_respondents(unsorted);
    EXPECT_EQ(was.size(), answers.respondents.size());
    for (std::size_t i = 0; i < was.size(); ++i) {
        EXPECT_EQ(unsorted.respondents[i].id, answers.respondents[i].id);
    }
}

TEST_F(Altering, ADepthOfNoWeightChangesNothing) {
    Policy policy;
    policy.depth_weights[1] = 0;
    const std::vector<Change> changes{{true, tool("git"), Depth::Weekly, {}}};
    EXPECT_EQ(apply_changes(answers, policy, changes)[0].changed, 0U);
}

} // namespace
} // namespace assess
