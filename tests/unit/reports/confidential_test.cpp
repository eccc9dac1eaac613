// Attacks on confidential reports: what was promised is searched for in everything that is written.
#include "model/statistics/random.hpp"
#include "reports/writer.hpp"
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/reports/sample_reports.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace assess {
namespace {

using assess::testing::written;
using nlohmann::json;
using ::testing::AnyOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr PrivacyPromise confidential{Promise::Confidential, 5, 10};

/// Stages, questions, and tools apart enough that every mixture has its own place.
TestTeam company() {
    TestTeam team;
    team.stage("model-training")
        .stage("deployment")
        .category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .tool("git", -0.83, -0.61, {.category = "swe", .stages = {"deployment"}})
        .tool("docker", -0.59, -0.67, {.category = "swe", .stages = {"deployment"}})
        .tool("optuna", 0.71, -0.73, {.category = "ml", .stages = {"model-training"}})
        .tool("comet", 0.41, -0.23, {.category = "ml", .stages = {"model-training"}})
        .tool("old", 0.31, 0.37, {.category = "ml", .status = ToolStatus::Retired, .year = 2022})
        .tool("kept", 0.13, 0.97, {.category = "ml", .stages = {"deployment"}})
        .question(ScoreKind::ToolGives, "gives", "git")
        .question(ScoreKind::Need, "need", "", researcher);
    return team;
}

TestTeam researchers_and_engineers() {
    auto team = company();
    team.people(4, researcher, {"optuna", "git=weekly"})
        .working_on({"model-training"})
        .saying("need", {1, 2, 2, 1})
        .saying("gives", {4, 5})
        .people(1, researcher, {"optuna", "comet=monthly"})
        .working_on({"model-training", "deployment"})
        .saying("need", {3})
        .people(1, researcher, {"comet", "git=rarely", "old=daily"})
        .working_on({"model-training"})
        .people(5, engineer, {"git", "docker"})
        .working_on({"deployment"})
        .saying("need", {5, 4, 5, 5, 4})
        .saying("gives", {5, 5, 4, 5, 5})
        .people(1, engineer, {"git=weekly", "comet=rarely"})
        .working_on({"deployment"})
        .saying("need", {4});
    return team;
}

TestTeam with_hybrids(TestTeam team) {
    return team.people(3, hybrid, {"kept", "git=rarely"})
        .working_on({"deployment"})
        .saying("need", {3, 3, 3})
        .saying("gives", {1, 1, 2});
}

GapReport report_of(const TestTeam& team, Grouping grouping = Grouping::Role,
                    const PrivacyPromise& promise = confidential, bool recommend = true) {
    auto [landscape, answers] = TestTeam(team).promise(promise).given();
    for (std::size_t i = 0; i < answers.respondents.size(); ++i) {
        answers.respondents[i].id = fmt::format("pseudonym-{}", i);
    }
    answers.ids_given = true;
    answers.comments = {"a secret of mine"};
    GapReportSettings settings;
    settings.grouping = grouping;
    if (recommend) {
        settings.recommend = RecommendSettings{};
    }
    return make_gap_report(std::move(answers), std::move(landscape), {}, settings);
}

json json_of(const GapReport& report) {
    return json::parse(written(report, "json"));
}

/// Everything but the notes on what is not shown.
json numbers_of(const GapReport& report) {
    auto whole = json_of(report);
    whole.erase("hidden_groups");
    whole.erase("warnings");
    whole.erase("comments"); // leave with the first who is hidden
    return whole;
}

/// The same without the sentences that say why two groups are not compared.
json measured_in(const GapReport& report) {
    auto whole = numbers_of(report);
    whole.erase("answer");
    whole.erase("comparisons_reason");
    whole["closing"].erase("proposals_reason");
    for (auto& finding : whole["findings"]) {
        json kept;
        for (const auto* field : {"id", "subject", "state", "severity", "magnitude", "tools"}) {
            kept[field] = finding[field];
        }
        finding = kept;
    }
    return whole;
}

/// For each writer, narrow and wide.
std::vector<std::string> all_written(const GapReport& report) {
    std::vector<std::string> pages;
    for (const auto& writer : writers()) {
        for (const std::size_t width : {40U, 80U}) {
            WriterSettings settings;
            settings.width = width;
            settings.unicode = width == 80;
            pages.push_back(written(report, writer.format, settings));
        }
    }
    return pages;
}

/// Five use git, one of them rarely: the sum of the weights, 2.5 of 5, would say so.
TEST(ConfidentialReport, SumsDoNotTellTheDepthsOfAFew) {
    const auto whole = json_of(report_of(researchers_and_engineers()));
    for (const auto& group : whole["groups"]) {
        const auto git =
            std::ranges::find(group["tools"], "git", [](const json& use) { return use["tool"]; });
        ASSERT_NE(git, group["tools"].end());
        const bool of_engineers = group["role"] == "engineer";
        EXPECT_EQ((*git)["users"], of_engineers ? 6 : 5);
        EXPECT_EQ((*git)["regular"], of_engineers ? json(6) : json());
        EXPECT_TRUE((*git)["weight"].is_null());
        EXPECT_TRUE((*git)["by_depth"].is_null());
        EXPECT_TRUE((*git)["by_depth_reason"].is_string());
    }
}

TEST(ConfidentialReport, SaysThatASmallGroupIsNotShown) {
    const auto report = report_of(with_hybrids(researchers_and_engineers()));
    ASSERT_EQ(report.hidden_groups.size(), 1U);
    EXPECT_EQ(report.hidden_groups[0].id, "hybrid");
    EXPECT_EQ(report.hidden_groups[0].name, "hybrids");
    EXPECT_EQ(said(report.hidden_groups[0].reason), "fewer than 5 answers, kept confidential");
    EXPECT_EQ(report.groups.size(), 2U);
    EXPECT_THAT(
        said(report.warnings),
        ::testing::Contains("Hybrids are not shown: fewer than 5 answers, kept confidential."));
}

TEST(ConfidentialReport, IsTheReportWithoutTheSmallGroup) {
    const auto with = report_of(with_hybrids(researchers_and_engineers()));
    const auto without = report_of(researchers_and_engineers());
    EXPECT_EQ(numbers_of(with), numbers_of(without));
    // The attack would show if the gate were open.
    const auto open = report_of(with_hybrids(researchers_and_engineers()), Grouping::Role, {});
    EXPECT_NE(numbers_of(open)["findings"], numbers_of(without)["findings"]);
}

TEST(ConfidentialReport, NamesNothingThatOnlyTheSmallGroupUses) {
    // Without what to take up, which may be any tool of the landscape.
    const auto report =
        report_of(with_hybrids(researchers_and_engineers()), Grouping::Role, confidential, false);
    const auto open = report_of(with_hybrids(researchers_and_engineers()), Grouping::Role, {});
    const auto& group = *std::ranges::find(open.groups, "hybrid", &Group::id);
    for (const auto& page : all_written(report)) {
        EXPECT_THAT(page, Not(HasSubstr("Tool kept ")));
        for (const double number : {group.centroid->x, group.centroid->y, *group.standard_distance,
                                    group.tools[2].share}) {
            if (number != 0) {
                EXPECT_THAT(page, Not(HasSubstr(fmt::format("{}", number))));
            }
        }
    }
    EXPECT_THAT(written(open, "json"), HasSubstr(fmt::format("{}", group.centroid->x)));
}

TEST(ConfidentialReport, HoldsNoSinglePerson) {
    const auto open = report_of(researchers_and_engineers(), Grouping::Role, {});
    const auto report = report_of(researchers_and_engineers());
    EXPECT_THAT(report.answers.respondents, IsEmpty());
    EXPECT_EQ(report.respondents, 12U);
    for (const auto& group : report.groups) {
        EXPECT_THAT(group.members, IsEmpty());
        EXPECT_THAT(group.placed_members, IsEmpty());
        EXPECT_THAT(group.positions, IsEmpty());
        EXPECT_THAT(group.shares.values, IsEmpty());
    }
    const auto pages = all_written(report);
    for (const auto& group : open.groups) {
        for (const auto& place : group.positions) {
            for (const double number : {place.x, place.y, along(Diagonal::Building, place),
                                        along(Diagonal::Orchestration, place)}) {
                // The place of a tool is no secret; a mixture's is.
                const auto text = fmt::format("{}", number);
                if (text.size() > 8) {
                    EXPECT_THAT(pages, Each(Not(HasSubstr(text))));
                }
            }
        }
    }
    EXPECT_THAT(pages, Each(Not(HasSubstr("pseudonym"))));
}

TEST(ConfidentialReport, PrintsNoIdUnderNoPromiseEither) {
    EXPECT_THAT(all_written(report_of(researchers_and_engineers(), Grouping::Role, {})),
                Each(Not(HasSubstr("pseudonym"))));
}

/// "3 of 6", "3 people": a small number of people as words.
std::vector<std::string> small_numbers_in(const std::string& written) {
    std::string page; // on one line
    for (const char c : written) {
        const bool space = c == ' ' || c == '\n';
        if (!space || (!page.empty() && page.back() != ' ')) {
            page += space ? ' ' : c;
        }
    }
    std::vector<std::string> found;
    for (int count = 1; count <= 4; ++count) {
        for (const auto* what : {" of ", " person", " people", " researcher", " engineer"}) {
            const auto words = fmt::format("{}{}", count, what);
            for (auto at = page.find(words); at != std::string::npos;
                 at = page.find(words, at + 1)) {
                const char before = at == 0 ? ' ' : page[at - 1];
                const bool inside =
                    (before >= '0' && before <= '9') || before == '.' || before == ',';
                if (!inside) {
                    found.push_back(page.substr(at - std::min<std::size_t>(at, 60), 120));
                }
            }
        }
    }
    return found;
}

TEST(ConfidentialReport, CountsNoFewPeople) {
    const auto report = report_of(with_hybrids(researchers_and_engineers()));
    for (const auto& page : all_written(report)) {
        for (const auto& words : small_numbers_in(page)) {
            // What the policy asks for, and what would have to be collected, are no answers.
            EXPECT_THAT(words,
                        AnyOf(HasSubstr("more"), HasSubstr("at least 2 people"),
                              HasSubstr("at least 20% and 2 people"), HasSubstr("once 2 people"),
                              HasSubstr("fewer than 2 people"),
                              HasSubstr("2 people who work on both"), HasSubstr("one person")))
                << words;
        }
    }
    EXPECT_THAT(small_numbers_in(
                    written(report_of(researchers_and_engineers(), Grouping::Role, {}), "text")),
                Not(IsEmpty()))
        << "the search finds nothing";
    EXPECT_THAT(written(report, "text"), HasSubstr("fewer than 5"));
}

TEST(ConfidentialReport, TellsNoToolOfAFew) {
    const auto whole = json_of(report_of(researchers_and_engineers()));
    std::size_t few = 0;
    for (const auto& group : whole["groups"]) {
        for (const auto& tool : group["tools"]) {
            few += tool.contains("few");
            EXPECT_TRUE(tool.contains("few") || tool["users"] >= 5) << tool;
        }
    }
    EXPECT_GT(few, 0U);
    const auto& comparison = whole["comparisons"][0];
    for (const auto& bridge : comparison["overlap"]["bridges"]) {
        for (const auto* side : {"users_first", "users_second"}) {
            EXPECT_TRUE(bridge[side].is_null() || bridge[side] >= 5) << bridge;
        }
    }
    for (const auto& group : whole["groups"]) {
        EXPECT_TRUE(group["spatial_median"].is_null()) << "it may be one person's place";
    }
    // What each tool makes of the gap: of many people's tools one by one, of the rest together.
    double sum = comparison["by_few"]["building"];
    for (const auto& part : comparison["by_tool"]) {
        sum += part["building"].get<double>();
        EXPECT_NE(part["tool"], "comet");
        EXPECT_NE(part["tool"], "old");
    }
    EXPECT_NEAR(sum, comparison["gap"]["building"]["estimate"], 1e-12);
}

TEST(ConfidentialReport, LeavesScoresAndStagesOfAFewOut) {
    const auto whole = json_of(report_of(with_hybrids(researchers_and_engineers())));
    for (const auto& item : whole["scores"]) {
        for (const auto& group : item["groups"]) {
            EXPECT_NE(group["group"], "hybrid");
            EXPECT_TRUE(group["score"].is_null() || group["score"]["n"] == 0 ||
                        group["score"]["n"] >= 5)
                << item;
        }
    }
    for (const auto& row : whole["lifecycle"]["stages"]) {
        // Of each row either every group's number is told, or none: else the sum gives it away.
        std::size_t told = 0;
        for (const auto& group : row["groups"]) {
            told += !group["work"]["people"].is_null();
        }
        EXPECT_TRUE(told == 0 || told == row["groups"].size()) << row;
        const auto& all = row["everybody"]["people"];
        EXPECT_TRUE(all.is_null() || all == 0 || all >= 5) << row;
    }
}

TEST(ConfidentialReport, HidesAGroupOfWhichFewHaveAPlace) {
    auto team = researchers_and_engineers();
    team.tool("nowhere", 0, 0, {.placed = false})
        .people(4, hybrid, {"nowhere"})
        .people(2, hybrid, {"kept"});
    const auto report = report_of(team, Grouping::Role, confidential, false);
    EXPECT_THAT(report.hidden_groups, SizeIs(1));
    EXPECT_THAT(all_written(report), Each(Not(HasSubstr("Tool kept "))));
}

TEST(ConfidentialReport, HidesASmallTeamBehindTheSmallestFurtherOne) {
    auto team = company();
    team.people(8, engineer, {"git"}, "Ads")
        .people(6, engineer, {"docker"}, "Maps")
        .people(2, engineer, {"kept"}, "Search");
    const auto report = report_of(team, Grouping::Team);
    ASSERT_EQ(report.groups.size(), 1U);
    EXPECT_EQ(report.groups[0].id, "Ads");
    ASSERT_EQ(report.hidden_groups.size(), 2U);
    EXPECT_EQ(report.hidden_groups[0].id, "Maps");
    EXPECT_EQ(report.hidden_groups[1].id, "Search");
    EXPECT_EQ(report.respondents, 16U); // Maps and Search together are enough
}

TEST(ConfidentialReport, ShowsFreeTextFromTenPeopleOn) {
    EXPECT_THAT(written(report_of(researchers_and_engineers()), "text"), HasSubstr("a secret"));
    auto few = company();
    few.people(9, engineer, {"git"});
    EXPECT_THAT(all_written(report_of(few)), Each(Not(HasSubstr("a secret"))));
    // Whose text it was cannot be told, so somebody who is not shown takes all texts along.
    EXPECT_THAT(all_written(report_of(with_hybrids(researchers_and_engineers()))),
                Each(Not(HasSubstr("a secret"))));
}

TEST(ConfidentialReport, AnAskedForGroupThatIsHiddenIsAReasonAndNoError) {
    auto [landscape, answers] =
        with_hybrids(researchers_and_engineers()).promise(confidential).given();
    GapReportSettings settings;
    settings.between = {"hybrid", "engineer"};
    const auto report = make_gap_report(answers, landscape, {}, settings);
    EXPECT_THAT(report.comparisons, IsEmpty());
    EXPECT_EQ(said(report.no_comparison),
              "hybrids are not shown: fewer than 5 answers, kept confidential");
}

TEST(ConfidentialReport, OfNobodyIsWritten) {
    auto few = company();
    few.people(4, engineer, {"git"});
    const auto report = report_of(few);
    EXPECT_EQ(report.respondents, 0U);
    EXPECT_THAT(all_written(report), Each(Not(IsEmpty())));
}

TEST(ConfidentialReport, NothingHiddenMovesANumber) {
    // Random companies: the report is that of the shown groups alone, whatever the hidden ones are.
    Random random(20211);
    const std::vector<std::string> tools{"git", "docker", "optuna", "comet", "kept", "old"};
    std::size_t hidden = 0;
    for (int round = 0; round < 25; ++round) {
        SCOPED_TRACE(round);
        auto all = company();
        auto shown = company();
        for (const auto role : roles) {
            const auto people = 1 + random.below(9);
            for (std::uint32_t i = 0; i < people; ++i) {
                const std::vector<std::string> uses{tools[random.below(6)], tools[random.below(6)]};
                const auto used = uses[0] == uses[1] ? std::vector{uses[0]} : uses;
                const auto step = static_cast<std::uint8_t>(1 + random.below(5));
                for (auto* team : {&all, &shown}) {
                    if (team == &all || people >= 5) {
                        team->people(1, role, used)
                            .working_on({"deployment"})
                            .saying("need", {step});
                    }
                }
            }
            hidden += people < 5 ? 1U : 0U;
        }
        EXPECT_EQ(measured_in(report_of(all)), measured_in(report_of(shown)));
    }
    EXPECT_GT(hidden, 20U);
}

} // namespace
} // namespace assess
