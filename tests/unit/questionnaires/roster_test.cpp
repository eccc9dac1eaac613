// Rosters in both CSV layouts and in JSON, and everything that can be wrong with them.
#include "model/landscape/load.hpp"
#include "model/text/text.hpp"
#include "questionnaires/read_answers.hpp"
#include "questionnaires/rosters/roster.hpp"
#include "questionnaires/rosters/words.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace assess {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Roster : public testing::Test {
protected:
    Answers csv(std::string_view text, bool keep_unknown = false) {
        return read_roster_csv(bytes_of(text), "team.csv", keep_unknown, landscape);
    }
    Answers json(std::string_view text) {
        return read_roster_json(text, "team.json", false, landscape);
    }
    Diagnostics csv_problems(std::string_view text) {
        try {
            csv(text);
        } catch (const InputError& error) {
            return error.diagnostics();
        }
        ADD_FAILURE() << "was accepted:\n" << text;
        return {};
    }
    Diagnostics json_problems(std::string_view text) {
        try {
            json(text);
        } catch (const InputError& error) {
            return error.diagnostics();
        }
        ADD_FAILURE() << "was accepted:\n" << text;
        return {};
    }
    /// The uses of the respondent of that id: "docker=daily git=uses".
    std::string uses_of(const Answers& answers, std::string_view id) {
        for (const Respondent& respondent : answers.respondents) {
            if (respondent.id == id) {
                std::string text;
                for (const Usage& usage : respondent.usages) {
                    text += (text.empty() ? "" : " ") + landscape.tools.at(usage.tool).id + "=" +
                            std::string(id_of(usage.depth));
                }
                return text;
            }
        }
        return "(nobody)";
    }
    static const Respondent& person(const Answers& answers, std::string_view id) {
        for (const Respondent& respondent : answers.respondents) {
            if (respondent.id == id) {
                return respondent;
            }
        }
        throw std::runtime_error("no such person");
    }

    Landscape landscape = built_in_landscape("2021");
};

TEST_F(Roster, ReadsOneRowAPerson) {
    const Answers answers = csv("respondent,role,team,tools\n"
                                "ada,researcher,vision,W&B=daily; Optuna\n"
                                "bob,Software Engineer,platform,\"Docker=weekly;git=Daily\"\n"
                                "cyd,ML engineer,,none\n"
                                "dan,other,vision,\n");
    ASSERT_THAT(answers.respondents, SizeIs(4));
    EXPECT_EQ(answers.rows, 4U);
    EXPECT_TRUE(answers.ids_given);
    EXPECT_EQ(answers.source, "team.csv");
    EXPECT_THAT(answers.teams, ElementsAre("platform", "vision"));
    EXPECT_EQ(uses_of(answers, "ada"), "optuna=uses weights-and-biases=daily");
    EXPECT_EQ(uses_of(answers, "bob"), "docker=weekly git=daily");
    EXPECT_EQ(person(answers, "ada").role, Role::Researcher);
    EXPECT_EQ(person(answers, "bob").role, Role::Engineer);
    EXPECT_EQ(person(answers, "cyd").role, Role::Hybrid);
    EXPECT_EQ(person(answers, "dan").role, Role::Other);
    EXPECT_EQ(person(answers, "ada").team, 1U);
    EXPECT_EQ(person(answers, "bob").team, 0U);
    EXPECT_EQ(person(answers, "cyd").team, Respondent::no_team);
    EXPECT_EQ(person(answers, "cyd").answered, 1U) << "\"none\" is an answer";
    EXPECT_EQ(person(answers, "dan").answered, 0U) << "an empty cell is none";
    EXPECT_THAT(answers.warnings, IsEmpty());
    ASSERT_THAT(answers.blocks, SizeIs(1));
    EXPECT_THAT(answers.blocks[0].offers, IsEmpty());
}

TEST_F(Roster, ReadsOneRowAUse) {
    const Answers answers = csv("Tool;DEPTH;Respondent;Role\n"
                                "Docker;daily;bob;engineer\n"
                                "Optuna;;ada;data scientist\n"
                                "Git;Don't know;bob;engineer\n"
                                ";;cyd;hybrid\n"
                                "none;;dan;hybrid\n");
    ASSERT_THAT(answers.respondents, SizeIs(4));
    EXPECT_EQ(answers.rows, 5U);
    EXPECT_EQ(uses_of(answers, "bob"), "docker=daily git=dont-know");
    EXPECT_EQ(uses_of(answers, "ada"), "optuna=uses");
    EXPECT_EQ(person(answers, "cyd").answered, 0U);
    EXPECT_EQ(person(answers, "dan").answered, 1U);
}

TEST_F(Roster, WithoutARespondentColumnEachRowIsAPerson) {
    const Answers answers = csv("role,tools\nengineer,Git\nengineer,Git\nresearcher,Optuna\n");
    EXPECT_THAT(answers.respondents, SizeIs(3));
    EXPECT_FALSE(answers.ids_given);
}

TEST_F(Roster, DoesNotDependOnTheOrderOfRows) {
    const Answers one = csv("respondent,role,team,tools\na,engineer,x,Git;Docker\n"
                            "b,researcher,y,Optuna\nc,engineer,y,Docker\n");
    const Answers other = csv("respondent,role,team,tools\nc,engineer,y,Docker\n"
                              "b,researcher,y,Optuna\na,engineer,x,Docker;Git\n");
    ASSERT_EQ(one.respondents.size(), other.respondents.size());
    EXPECT_EQ(one.teams, other.teams);
    for (std::size_t i = 0; i < one.respondents.size(); ++i) {
        EXPECT_EQ(one.respondents[i].id, other.respondents[i].id);
        EXPECT_EQ(one.respondents[i].team, other.respondents[i].team);
        EXPECT_EQ(one.respondents[i].usages, other.respondents[i].usages);
    }
}

TEST_F(Roster, TellsAllProblemsAtOnce) {
    const Diagnostics all = csv_problems("respondent,role,tools\n"
                                         "a,enginer,Docker\n"
                                         "b,engineer,Dokcer=daily;Git=dayly\n"
                                         "c,engineer,Dokcer\n"
                                         "d,engineer\n"
                                         "b,engineer,Git\n"
                                         ",,Git=\n");
    EXPECT_THAT(all, ElementsAre(AllOf(at_line(2), says("'enginer'"), hints("'engineer'")),
                                 AllOf(at_line(3), says("'Dokcer'"), says("in 1 more row"),
                                       hints("'Docker'")),
                                 AllOf(at_line(3), says("'dayly'"), hints("'daily'")),
                                 AllOf(at_line(5), says("2 fields where the header has 3")),
                                 AllOf(at_line(6), says("on line 3 already")),
                                 AllOf(at_line(7), says("respondent is empty")),
                                 AllOf(at_line(7), says("role is empty")),
                                 AllOf(at_line(7), says("no depth after the equals sign"))));
    EXPECT_EQ(all[0].place.file, "team.csv");
    EXPECT_EQ(all[0].place.where, "role");
    EXPECT_EQ(all[1].place.where, "tools");
}

TEST_F(Roster, CountsAProblemThatManyRowsShareOnce) {
    std::string text = "role,tools\n";
    for (int i = 0; i < 37; ++i) {
        text += "engineer,Kubernets\n";
    }
    const Diagnostics all = csv_problems(text);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all[0], AllOf(at_line(2), says("in 36 more rows"), hints("Kubernetes")));
}

TEST_F(Roster, KeepsUnknownToolsWhenAsked) {
    const Answers answers =
        csv("respondent,role,tools\na,engineer,Git;Homegrown\nb,engineer,homegrown=daily\n", true);
    ASSERT_TRUE(landscape.find("Homegrown"));
    const Tool& kept = landscape.tools[*landscape.find("Homegrown")];
    EXPECT_FALSE(kept.placement.has_value());
    EXPECT_TRUE(kept.from_answers);
    ASSERT_THAT(answers.warnings, SizeIs(1));
    EXPECT_THAT(answers.warnings[0], HasSubstr("Homegrown (2)"));
}

TEST_F(Roster, KeptToolsDoNotDependOnTheOrderOfRows) {
    Landscape first = landscape;
    Landscape second = landscape;
    const Answers one = read_roster_csv(
        bytes_of("respondent,role,tools\na,engineer,zeta;Alpha tool\nb,engineer,ZETA;Git\n"),
        "team.csv", true, first);
    const Answers other = read_roster_csv(
        bytes_of("respondent,role,tools\nb,engineer,Git;ZETA\na,engineer,Alpha tool;zeta\n"),
        "team.csv", true, second);
    ASSERT_EQ(first.tools.size(), landscape.tools.size() + 2);
    for (std::size_t i = landscape.tools.size(); i < first.tools.size(); ++i) {
        EXPECT_EQ(first.tools[i].id, second.tools[i].id);
        EXPECT_EQ(first.tools[i].name, second.tools[i].name);
    }
    EXPECT_EQ(first.tools.back().name, "ZETA");
    EXPECT_EQ(first.find("zeta"), ToolIndex(first.tools.size() - 1));
    EXPECT_EQ(one.warnings, other.warnings);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(one.respondents[i].id, other.respondents[i].id);
        EXPECT_EQ(one.respondents[i].usages, other.respondents[i].usages);
    }
}

TEST_F(Roster, SaysWhatAHeaderLacks) {
    EXPECT_THAT(csv_problems("person,rolle,tools\na,engineer,Git\n"),
                ElementsAre(AllOf(at_line(1), says("'role' is missing"), hints("'rolle'"))));
    EXPECT_THAT(csv_problems("respondent,role\na,engineer\n"),
                ElementsAre(says("'tools' is missing")));
    EXPECT_THAT(csv_problems("role,tool\nengineer,Git\n"),
                ElementsAre(says("'respondent' is missing")));
    EXPECT_THAT(csv_problems("a,b,c,d,e,f,g,h,i,j,k,l,m\n1,2,3,4,5,6,7,8,9,10,11,12,13\n"),
                Contains(hints("--map")).Times(2));
    EXPECT_THAT(csv_problems("role,tools,tool,respondent\nengineer,Git,Git,a\n"),
                ElementsAre(says("'tool' and a column 'tools'")));
    EXPECT_THAT(csv_problems("role,tools,depth\nengineer,Git,daily\n"),
                ElementsAre(AllOf(says("'depth' does not go"), hints("Git=daily"))));
    EXPECT_THAT(csv_problems("role,Role,tools\nengineer,engineer,Git\n"),
                ElementsAre(says("two columns 'Role'")));
}

TEST_F(Roster, WarnsOfColumnsThatAreNotUsed) {
    const Answers answers = csv("role,tools,Notes\nengineer,Git,likes it\n");
    ASSERT_THAT(answers.warnings, SizeIs(1));
    EXPECT_THAT(answers.warnings[0], HasSubstr("'Notes'"));
}

TEST_F(Roster, RefusesAnEmptyFileAndOneWithOnlyAHeader) {
    EXPECT_THAT(csv_problems(""), ElementsAre(says("the file is empty")));
    EXPECT_THAT(csv_problems("\xEF\xBB\xBF\n\n"), ElementsAre(says("the file is empty")));
    EXPECT_THAT(csv_problems("respondent,role,tools\n"), ElementsAre(says("no respondents")));
    EXPECT_THAT(csv_problems("respondent,role,tools\n,,\n , ,\n"),
                ElementsAre(says("no respondents")));
}

TEST_F(Roster, RowsOfOnePersonMustAgree) {
    EXPECT_THAT(csv_problems("respondent,role,team,tool,depth\n"
                             "a,engineer,x,Git,daily\n"
                             "a,researcher,x,Docker,daily\n"
                             "a,engineer,y,Argo,\n"
                             "a,engineer,x,git,weekly\n"),
                ElementsAre(AllOf(at_line(3), says("'researcher' here"), says("on line 2")),
                            AllOf(at_line(4), says("team 'y' here")),
                            AllOf(at_line(5), says("'daily' and as 'weekly'"))));
}

TEST_F(Roster, TheSameToolTwiceAlikeIsOnlyAWarning) {
    const Answers answers =
        csv("respondent,role,tools\na,engineer,Git;git\nb,engineer,W&B;wandb;Weights & Biases\n");
    EXPECT_EQ(uses_of(answers, "a"), "git=uses");
    EXPECT_EQ(uses_of(answers, "b"), "weights-and-biases=uses");
    ASSERT_THAT(answers.warnings, SizeIs(1));
    EXPECT_THAT(answers.warnings[0], HasSubstr("in 3 cases"));
}

TEST_F(Roster, NoneGoesWithNothingElse) {
    EXPECT_THAT(csv_problems("role,tools\nengineer,none;Git\nengineer,None=daily\n"),
                ElementsAre(AllOf(at_line(2), says("beside a tool")),
                            AllOf(at_line(3), says("with a depth"))));
    EXPECT_THAT(csv_problems("role,tools\nengineer,Git;none\n"), ElementsAre(says("beside")));
}

TEST_F(Roster, OneRespondentIsEnough) {
    EXPECT_THAT(csv("role,tools\nengineer,Git").respondents, SizeIs(1));
}

TEST_F(Roster, KeepsHostileTextOutOfTheTerminal) {
    const Diagnostics all = csv_problems("role,tools\n\x1b[31mengineer,\x07\n");
    for (const Diagnostic& diagnostic : all) {
        EXPECT_EQ(to_string(diagnostic).find('\x1b'), std::string::npos);
        EXPECT_EQ(to_string(diagnostic).find('\x07'), std::string::npos);
    }
}

TEST_F(Roster, ReadsJson) {
    const Answers answers = json(R"({"format": "assess/roster/1", "respondents": [
        {"respondent": "ada", "role": "researcher", "team": "vision",
         "tools": ["Optuna", {"tool": "W&B", "depth": "daily"}, "Git=rarely"]},
        {"respondent": "bob", "role": "developer", "tools": ["none"]},
        {"respondent": "cyd", "role": "hybrid", "tools": []},
        {"respondent": "dan", "role": "hybrid"}]})");
    ASSERT_THAT(answers.respondents, SizeIs(4));
    EXPECT_EQ(uses_of(answers, "ada"), "git=rarely optuna=uses weights-and-biases=daily");
    EXPECT_EQ(person(answers, "bob").answered, 1U);
    EXPECT_EQ(person(answers, "cyd").answered, 0U);
    EXPECT_EQ(person(answers, "dan").answered, 0U);
    EXPECT_THAT(answers.teams, ElementsAre("vision"));
    EXPECT_TRUE(answers.ids_given);
}

TEST_F(Roster, TellsAllProblemsOfJson) {
    const Diagnostics all = json_problems(R"({"format": "assess/roster/1",
 "respondents": [
  {"respondent": "a", "role": "enginer", "tools": "Git"},
  {"respondent": "a", "role": "engineer", "tools": ["Gti", {"tool": "Docker", "depth": "often"}]},
  {"role": "engineer", "toools": []},
  {"respondent": "d", "tools": [7]}
 ]})");
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("'enginer'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("not a list"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("there already"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("'Gti'"), hints("Git"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("'often'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("toools"))));
    EXPECT_THAT(all, Contains(at_line(6)).Times(testing::Ge(2)));
    EXPECT_THAT(all, Contains(says("1 of 4 respondents have no id")));
}

TEST_F(Roster, RefusesJsonOfAnotherKind) {
    EXPECT_THAT(json_problems("{}"), Contains(says("respondents")));
    EXPECT_THAT(json_problems(R"({"format": "assess/roster/1", "respondents": []})"),
                ElementsAre(says("no respondents")));
    EXPECT_THAT(json_problems(R"({"format": "assess/roster/9", "respondents": []})"),
                Contains(says("assess/roster/9")));
    EXPECT_THAT(json_problems("[]"), SizeIs(testing::Ge(1)));
    EXPECT_THAT(json_problems("{"), SizeIs(1));
}

TEST(RoleWords, ReadmeShowsTheTableOfTheProgram) {
    // Each line "| researcher | `a`, `b` |" of the README must be understood as it says.
    std::ifstream readme(std::string(ASSESS_SOURCE_DIR) + "/questionnaires/rosters/README.md");
    ASSERT_TRUE(readme) << "the README is missing";
    std::map<Role, int> found;
    std::string line;
    while (std::getline(readme, line)) {
        for (const Role role : roles) {
            const std::string head = "| " + std::string(id_of(role)) + " | `";
            if (line.rfind(head, 0) != 0) {
                continue;
            }
            std::istringstream words(line.substr(head.size() - 1));
            std::string word;
            while (std::getline(words, word, '`') && std::getline(words, word, '`')) {
                EXPECT_EQ(role_from_words(word), role) << word;
                ++found[role];
            }
        }
    }
    EXPECT_GE(found[Role::Researcher], 7);
    EXPECT_GE(found[Role::Engineer], 15);
    EXPECT_GE(found[Role::Hybrid], 6);
    EXPECT_GE(found[Role::Other], 5);
}

TEST(Depths, DeeperIsTheOneThatWeighsMore) {
    EXPECT_EQ(deeper(Depth::Rarely, Depth::Daily), Depth::Daily);
    EXPECT_EQ(deeper(Depth::Uses, Depth::Weekly), Depth::Uses);
    EXPECT_EQ(deeper(Depth::Wanted, Depth::Rarely), Depth::Rarely);
    EXPECT_EQ(deeper(Depth::DontKnow, Depth::Never), Depth::Never);
    EXPECT_EQ(deeper(Depth::Evaluating, Depth::Wanted), Depth::Evaluating);
}

} // namespace
} // namespace assess
