#include "model/gap_report/gap_report.hpp"
#include "model/landscape/load.hpp"
#include "questionnaires/collected/to_answers.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/read_answers.hpp"
#include "reports/json/write_json.hpp"
#include "tests/support/made_up_answers.hpp"
#include "tests/unit/questionnaires/collected/collected.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace assess {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string report_of(Collected collected) {
    const auto report =
        make_gap_report(std::move(collected.answers), std::move(collected.landscape), {}, {});
    std::ostringstream out;
    write_json(report, {}, out);
    return out.str();
}

/// All of the answers in one text, to compare two of them to the last byte.
std::string spelled(const Collected& collected) {
    const auto& answers = collected.answers;
    std::string text;
    for (const auto& block : answers.blocks) {
        text += fmt::format("block {} {} {}\n", block.id, block.title, block.offers);
    }
    for (const auto& item : answers.score_items) {
        text += fmt::format("item {} {} {} {} {}\n", static_cast<int>(item.kind),
                            item.tool ? collected.landscape.tools.at(*item.tool).id : "-",
                            item.persona ? id_of(*item.persona) : "-", item.id, item.text);
    }
    for (const auto& one : answers.respondents) {
        text += fmt::format("{} {} {} {} {}\n", one.id, id_of(one.role), one.team, one.answered,
                            one.stages.value_or(~std::uint64_t{0}));
        text += fmt::format("{} {}\n", collected.tools_of(one.id), collected.scores_of(one.id));
    }
    text += fmt::format("{} {} {}\n", answers.teams, answers.comments, answers.warnings);
    for (const auto& left_out : answers.left_out) {
        text += fmt::format("{} {}\n", left_out.reason, left_out.count);
    }
    return text;
}

TEST(ToAnswers, OfAMadeUpTeamGiveTheReportThatTheSamePeopleGiveAsARoster) {
    Collected roster{current(), {}};
    roster.answers = read_answers("questionnaires/examples/made-up-team.csv", {}, roster.landscape);
    roster.answers.source = "test";

    std::vector<CollectedAnswer> collected;
    for (const auto& one : made_up_people()) {
        collected.push_back(tools_of(one, team()));
    }
    EXPECT_EQ(report_of(collect(collected)), report_of(std::move(roster)));
}

TEST(ToAnswers, AgreeOnGroupsGapsAndPWithTheRosterWhateverElsePeopleAnswered) {
    Collected roster{current(), {}};
    roster.answers = read_answers("questionnaires/examples/made-up-team.csv", {}, roster.landscape);
    std::vector<CollectedAnswer> collected;
    for (const auto& one : made_up_people()) {
        collected.push_back(answers_of(one, team()));
    }
    const auto typed = nlohmann::json::parse(report_of(std::move(roster)));
    const auto answered = nlohmann::json::parse(report_of(collect(collected)));
    EXPECT_EQ(answered["groups"], typed["groups"]);
    EXPECT_EQ(answered["comparisons"], typed["comparisons"]);
    EXPECT_FALSE(answered["comparisons"].empty());
}

TEST(ToAnswers, TakeARosterToo) {
    Landscape landscape = current();
    const auto roster = read_answers("questionnaires/examples/made-up-team.csv", {}, landscape);
    std::vector<CollectedAnswer> from_roster;
    for (const auto& one : roster.respondents) {
        from_roster.push_back(
            {one.id, &team(), answers_from_roster(one, roster, team(), landscape)});
    }
    std::vector<CollectedAnswer> typed;
    for (const auto& one : made_up_people()) {
        typed.push_back(tools_of(one, team()));
    }
    EXPECT_EQ(spelled(collect(from_roster)), spelled(collect(typed)));
}

TEST(ToAnswers, OfARosterKeepWhoAnsweredNothingAndToolsThatTheLandscapeLacks) {
    Landscape landscape = current();
    Answers roster;
    roster.blocks.push_back({"tools", "Tools", {}});
    Respondent silent;
    Respondent none;
    none.answered = 1;
    Respondent inventor;
    inventor.answered = 1;
    inventor.usages.push_back({landscape.add_unplaced("Our thing"), Depth::Stopped});
    const auto of = [&](const Respondent& one) {
        return answers_from_roster(one, roster, team(), landscape);
    };
    EXPECT_FALSE(of(silent).contains("tools"));
    EXPECT_FALSE(of(silent).contains("team"));
    EXPECT_EQ(std::get<ToolsAnswer>(of(none).at("tools")), ToolsAnswer{});
    EXPECT_EQ(std::get<ToolsAnswer>(of(inventor).at("tools")),
              (ToolsAnswer{{other("Our thing", Depth::Stopped)}}));
}

TEST(ToAnswers, DoNotDependOnTheOrderInWhichTheyCameIn) {
    const auto newer = changed_team([](nlohmann::json& json) {
        json["version"] = 2;
        question_in(json, "want-own-work")["text"] = "Worded anew";
        question_in(json, "tools")["categories"] = {"common-swe-stack", "database"};
    });
    std::vector<CollectedAnswer> collected;
    std::size_t count = 0;
    for (const auto& one : made_up_people()) {
        collected.push_back(answers_of(one, ++count % 2 == 0 ? newer : team()));
        auto& tools = std::get<ToolsAnswer>(collected.back().answers.at("tools")).tools;
        tools.push_back(other(count % 3 == 0 ? "zeta-tool" : "Zeta Tool"));
        tools.push_back(other(fmt::format("Alpha {}", 9 - count % 4)));
        collected.back().answers.emplace("gives@name:" + tools.back().tool, StepAnswer{4});
        collected.back().answers.insert_or_assign(
            "team", TextAnswer{count % 3 == 0 ? "Search Team" : "search-team"});
    }
    collected.push_back(person("nobody", {}));
    collected.back().answers.erase("role");

    const auto first = collect(collected);
    const auto bytes = spelled(first);
    const auto report = report_of(first);
    EXPECT_THAT(first.answers.warnings, SizeIs(2));
    std::uint32_t state = 12345;
    for (int round = 0; round < 20; ++round) {
        for (std::size_t i = collected.size(); i > 1; --i) { // Fisher-Yates, a generator of our own
            state = state * 1664525U + 1013904223U;
            std::swap(collected[i - 1], collected[(state >> 8U) % i]);
        }
        const auto again = collect(collected);
        ASSERT_EQ(spelled(again), bytes) << "round " << round;
        ASSERT_EQ(report_of(again), report) << "round " << round;
    }
}

TEST(ToAnswers, CountInABlockOnlyWhoAnsweredItsQuestion) {
    auto skipped = person("skipped", {});
    skipped.answers.insert_or_assign("tools", NoAnswer::Skipped);
    auto hidden = person("hidden", {});
    hidden.answers.erase("tools");
    const auto result =
        collect({person("none", {}), skipped, hidden, person("git", {known("git")})});
    ASSERT_THAT(result.answers.blocks, SizeIs(1));
    EXPECT_EQ(result.answers.blocks[0].id, "tools");
    EXPECT_THAT(result.answers.blocks[0].offers, IsEmpty()); // any tool
    EXPECT_EQ(result.of("none").answered, 1U);
    EXPECT_EQ(result.of("git").answered, 1U);
    EXPECT_EQ(result.of("skipped").answered, 0U);
    EXPECT_EQ(result.of("hidden").answered, 0U);
    EXPECT_THAT(result.tools_of("none"), IsEmpty());
    EXPECT_EQ(result.answers.rows, 4U);
    EXPECT_TRUE(result.answers.ids_given);
}

TEST(ToAnswers, PutVersionsThatOfferTheSameToolsIntoOneBlockAndOthersApart) {
    const auto same = changed_team([](nlohmann::json& json) {
        json["version"] = 2;
        question_in(json, "tools")["text"] = "Which tools do you use?";
    });
    const auto fewer = changed_team([](nlohmann::json& json) {
        json["version"] = 3;
        question_in(json, "tools")["categories"] = {"common-swe-stack"};
    });
    const auto quick = load_definition("quick", current());
    const auto result = collect({person("a", {known("git")}), person("b", {known("git")}, {}, same),
                                 person("c", {known("git")}, {}, quick),
                                 person("d", {known("git"), other("Own")}, {}, fewer)});
    ASSERT_THAT(result.answers.blocks, SizeIs(2));
    EXPECT_EQ(result.of("a").answered, result.of("b").answered);
    EXPECT_EQ(result.of("a").answered, result.of("c").answered);
    EXPECT_NE(result.of("a").answered, result.of("d").answered);
    // Offered are the tools of the category, and what was named beyond them.
    const auto block = result.of("d").answered == 1 ? 0U : 1U;
    const auto& offers = result.answers.blocks[block].offers;
    const auto category = current().find_category("common-swe-stack").value();
    const auto in_category = std::ranges::count_if(current().tools, [&](const Tool& tool) {
        return std::ranges::count(tool.categories, category) != 0;
    });
    EXPECT_EQ(offers.size(), static_cast<std::size_t>(in_category) + 1);
    EXPECT_TRUE(std::ranges::is_sorted(offers));
    EXPECT_EQ(result.landscape.tools.at(offers.back()).name, "Own");
}

TEST(ToAnswers, FollowTheLandscapeThatHasChangedSinceTheQuestions) {
    // "Our thing" is in the landscape by now under another spelling; "gone" is no longer there.
    Landscape landscape = overlay_landscape(
        current(), R"({"format": "assess/landscape/1", "tools": [{"id": "our-thing",
            "name": "Our Thing", "categories": ["database"]}]})",
        "overlay.json");
    const auto result = collect(
        {person("a",
                {known("gone", Depth::Weekly), known("our-thing", Depth::Monthly),
                 other("OUR thing", Depth::Weekly)},
                {{"gives@our-thing", StepAnswer{2}}, {"gives@name:OUR thing", StepAnswer{5}}})},
        {}, landscape);
    EXPECT_THAT(result.tools_of("a"), ElementsAre("Our Thing weekly", "gone weekly"));
    EXPECT_THAT(result.scores_of("a"), ElementsAre("gives Our Thing 2"));
}

TEST(ToAnswers, PutTeamsTogetherThatPeopleWriteDifferently) {
    const auto in = [](std::string id, std::string team_name) {
        return person(std::move(id), {}, {{"team", TextAnswer{std::move(team_name)}}});
    };
    const std::vector<CollectedAnswer> collected{
        in("a", "search"), in("b", "Search"), in("c", " Search"), in("d", "Ads"),
        in("e", "ads"),    person("f", {}),   in("g", "?!")};
    EXPECT_THAT(team_names(collected),
                ElementsAre("Search", "Search", "Search", "Ads", "Ads", "", "?!"));
    const auto result = collect(collected);
    EXPECT_THAT(result.answers.teams, ElementsAre("?!", "Ads", "Search"));
    EXPECT_EQ(result.of("a").team, 2U);
    EXPECT_EQ(result.of("e").team, 1U);
    EXPECT_EQ(result.of("f").team, Respondent::no_team);
}

TEST(ToAnswers, TakeATeamThatIsChosenByItsText) {
    const auto chosen = changed_team([](nlohmann::json& json) {
        auto& question = question_in(json, "team");
        question["kind"] = "single";
        question.erase("longest");
        question["choices"] = {{{"id", "ads"}, {"text", {{"en", "Ads"}, {"de", "Werbung"}}}}};
    });
    const auto result = collect({person("a", {}, {{"team", ChoiceAnswer{"ads"}}}, chosen)});
    EXPECT_THAT(result.answers.teams, ElementsAre("Ads"));
}

TEST(ToAnswers, LeaveOutAndCountWhoGivesNoRole) {
    auto silent = person("silent", {known("git")});
    silent.answers.insert_or_assign("role", NoAnswer::Skipped);
    const auto result = collect({silent, person("a", {})});
    EXPECT_THAT(result.answers.respondents, SizeIs(1));
    EXPECT_THAT(result.answers.left_out, ElementsAre(LeftOut{"role not answered", 1}));
    EXPECT_EQ(result.answers.rows, 2U);
}

TEST(ToAnswers, TellNoStagesFromStagesNotAnswered) {
    const auto result =
        collect({person("all", {}, {{"stages", ChoicesAnswer{{"data-acquisition", "deployment"}}}}),
                 person("none", {}, {{"stages", ChoicesAnswer{}}}),
                 person("unsure", {}, {{"stages", NoAnswer::DontKnow}}), person("hidden", {}),
                 person("lost", {}, {{"stages", ChoicesAnswer{{"astrology", "monitoring"}}}})});
    const auto bit = [](std::string_view id) {
        return std::uint64_t{1} << current().find_stage(id).value();
    };
    EXPECT_EQ(result.of("all").stages, bit("data-acquisition") | bit("deployment"));
    EXPECT_EQ(result.of("none").stages, 0U);
    EXPECT_EQ(result.of("unsure").stages, std::nullopt);
    EXPECT_EQ(result.of("hidden").stages, std::nullopt);
    EXPECT_EQ(result.of("lost").stages, bit("monitoring"));
    EXPECT_THAT(result.answers.warnings, ElementsAre(HasSubstr("no stage 'astrology'")));
}

TEST(ToAnswers, KeepCommentsWithoutTheirWriters) {
    const auto result = collect({person("a", {}, {{"comment", TextAnswer{"b first"}}}),
                                 person("b", {}, {{"comment", TextAnswer{"a second"}}}),
                                 person("c", {}, {{"comment", NoAnswer::Skipped}})});
    EXPECT_THAT(result.answers.comments, ElementsAre("a second", "b first"));
}

TEST(ToAnswers, PassThePromiseOnAndDoNotNameWhatFewPeopleWrote) {
    const PrivacyPromise promise{Promise::Confidential, 2, 3};
    const auto result = collect(
        {person("a", {other("Rare"), other("Common")}), person("b", {other("common")})}, promise);
    EXPECT_EQ(result.answers.promise, promise);
    const auto all = fmt::format("{}", fmt::join(result.answers.warnings, "\n"));
    EXPECT_THAT(all, HasSubstr("Common (2)"));
    EXPECT_THAT(all, ::testing::Not(HasSubstr("Rare")));
}

TEST(ToAnswers, RefuseAnswersAboutATool) {
    const auto tool = load_definition("place-a-tool", current());
    EXPECT_THROW(collect({{"a", &tool, {}}}), std::invalid_argument);
}

TEST(ToAnswers, RefuseMoreDifferentQuestionsForToolsThanTheBlocksHold) {
    const auto many = [](std::size_t count) {
        return changed_team([&](nlohmann::json& json) {
            auto& section = json["sections"][1];
            const auto tools = section["questions"][0];
            for (std::size_t i = 1; i < count; ++i) {
                section["questions"].push_back(tools);
                section["questions"].back()["id"] = fmt::format("tools-{}", i);
            }
        });
    };
    const auto most = many(Answers::most_blocks);
    const auto result = collect({person("a", {}, {{"tools-63", ToolsAnswer{}}}, most)});
    EXPECT_EQ(result.of("a").answered, (std::uint64_t{1} << 63U) | 1U);
    const auto too_many = many(Answers::most_blocks + 1);
    EXPECT_THROW(collect({person("a", {}, {}, too_many)}), Error);
}

TEST(ToAnswers, OfNobodyAreNobody) {
    const auto result = collect({});
    EXPECT_THAT(result.answers.respondents, IsEmpty());
    EXPECT_THAT(result.answers.blocks, SizeIs(1));
    EXPECT_FALSE(result.answers.ids_given);
}

} // namespace
} // namespace assess
