// Survey imports: every kind of block, roles, what is missing, and what can be wrong.
#include "model/landscape/load.hpp"
#include "questionnaires/surveys/matching.hpp"
#include "questionnaires/surveys/survey.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class Survey : public testing::Test {
protected:
    /// A mapping whose role is the column "role" (R, E, H; S is left out), with these blocks.
    static std::string mapping_of(const std::string& blocks, const std::string& more = "") {
        return R"({"format": "assess/mapping/1", "title": "A test", )" + more +
               R"("role": {"column": "role", "values": {"R": "researcher", "E": "engineer",
                  "H*": "hybrid", "S": null}}, "blocks": [)" +
               blocks + "]}";
    }
    Answers read(const std::string& mapping, std::string_view csv, bool keep_unknown = false) {
        return read_survey_csv(bytes_of(csv), "survey.csv", parse_mapping(mapping, "map.json"),
                               keep_unknown, m_landscape);
    }
    Diagnostics problems_of(const std::string& mapping, std::string_view csv) {
        try {
            read(mapping, csv);
        } catch (const InputError& error) {
            return error.diagnostics();
        }
        ADD_FAILURE() << "was accepted:\n" << csv;
        return {};
    }
    /// All people in one line each, sorted: "engineer 1 docker=uses git=uses".
    std::vector<std::string> people(const Answers& answers) {
        std::vector<std::string> lines;
        for (const Respondent& person : answers.respondents) {
            std::string line =
                std::string(id_of(person.role)) + " " + std::to_string(person.answered);
            for (const Usage& usage : person.usages) {
                line += " " + m_landscape.tools.at(usage.tool).id + "=" +
                        std::string(id_of(usage.depth));
            }
            lines.push_back(line);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    Landscape m_landscape = built_in_landscape("2021");
};

constexpr const char* option_block =
    R"json({"id": "tools", "kind": "option-columns", "columns": ["T_*"],
            "options": {"Docker (containers)": "docker", "None": null, "Other": null}})json";

TEST_F(Survey, ReadsOneColumnAnOption) {
    const Answers answers = read(mapping_of(option_block),
                                 "role,T_1,T_2,T_3\n"
                                 "R,  docker \xC2\xA0(Containers),Git,\n" // tolerant, and known
                                 "E,,,None\n"
                                 "E,,,\n"
                                 "S,,Git,\n"
                                 ",,Git,\n"
                                 "Pilot,,Git,\n"
                                 "Hx,,,Other\n");
    EXPECT_THAT(people(answers), ElementsAre("engineer 0", "engineer 1", "hybrid 1",
                                             "researcher 1 docker=uses git=uses"));
    EXPECT_EQ(answers.rows, 7U);
    EXPECT_FALSE(answers.ids_given);
    EXPECT_THAT(answers.left_out,
                ElementsAre(LeftOut{"left out by the mapping: S", 1}, LeftOut{"no role given", 1},
                            LeftOut{"role not mapped: Pilot", 1}));
    ASSERT_THAT(answers.blocks, SizeIs(1));
    EXPECT_THAT(answers.blocks[0].offers,
                ElementsAre(*m_landscape.find("docker"), *m_landscape.find("git")));
}

TEST_F(Survey, ReadsListsSingleChoicesFlagsAndDepths) {
    const Answers answers =
        read(mapping_of(R"({"id": "l", "kind": "list", "columns": ["list"], "separator": "|",
                            "options": {"-": null}},
                           {"id": "s", "kind": "single", "columns": ["single"]},
                           {"id": "f", "kind": "flags", "columns": ["uses *"],
                            "options": {"uses git": "git", "uses Argo": "argo"}},
                           {"id": "d", "kind": "depths", "columns": ["depth"],
                            "options": {"depth": "docker"},
                            "depths": {"in production": "daily", "evaluating": "evaluating",
                                       "no idea": null, "never": "never"}})"),
             "role,list,single,uses git,uses Argo,depth\n"
             "R,Optuna|DVC| git,Kedro,1,no,In production\n"
             "E,-,,0,0,evaluating\n"
             "E,,,,,no idea\n"
             "E,Git||,,,TRUE,never\n"
             "H,,,,,\n");
    EXPECT_THAT(people(answers),
                ElementsAre("engineer 13 argo=uses docker=never git=uses",
                            "engineer 13 docker=evaluating", "engineer 8", "hybrid 0",
                            "researcher 15 docker=daily dvc=uses git=uses kedro=uses optuna=uses"))
        << "bits: list 1, single 2, flags 4, depths 8";
}

TEST_F(Survey, TakesTheOptionFromTheTextOfTheQuestion) {
    const Answers answers =
        read(mapping_of(R"({"id": "f", "kind": "flags", "columns": ["q*"], "option_from": "text"})",
                        R"("header_rows": 2, "texts_row": 2, )"),
             "role,q1,q2\nWhat are you?,Which of these? - Docker,\"Which - of these? - Git\"\n"
             "E,1,0\nR,0,1\n");
    EXPECT_THAT(people(answers), ElementsAre("engineer 1 docker=uses", "researcher 1 git=uses"));
}

TEST_F(Survey, KeepsTheDeepestOfTwoAnswers) {
    const Answers answers = read(mapping_of(R"({"id": "a", "kind": "list", "columns": ["now"]},
                           {"id": "b", "kind": "list", "columns": ["some"], "depth": "rarely"},
                           {"id": "w", "kind": "list", "columns": ["wish"], "depth": "wanted"})"),
                                 "role,now,some,wish\nE,Git,Git;Docker,Docker;Argo\nE,,,Git\n");
    EXPECT_THAT(people(answers), ElementsAre("engineer 0 git=wanted",
                                             "engineer 3 argo=wanted docker=rarely git=uses"))
        << "a wish is nobody's base";
    EXPECT_THAT(answers.blocks, SizeIs(2));
}

TEST_F(Survey, TakesTheRoleFromSeveralColumns) {
    const std::string mapping = R"({"format": "assess/mapping/1", "title": "A test",
        "missing": ["NA"],
        "role": {"columns": {"scientist": "researcher", "dev*": "engineer", "pupil": null,
                             "boss": "other"},
                 "researcher_and_engineer": "hybrid", "precedence": ["other", "researcher"]},
        "blocks": [{"id": "t", "kind": "list", "columns": ["tools"]}]})";
    const Answers answers = read(mapping, "scientist,dev1,dev2,pupil,boss,tools\n"
                                          "x,x,,,x,Git\n"
                                          "x,,,,,Git\n"
                                          ",,yes,x,,Git\n"
                                          "x,,,,x,Git\n"
                                          "NA,0,,x,,Git\n"
                                          "no,,,,,Git\n");
    EXPECT_THAT(people(answers), ElementsAre("engineer 1 git=uses", "hybrid 1 git=uses",
                                             "other 1 git=uses", "researcher 1 git=uses"));
    EXPECT_THAT(answers.left_out,
                ElementsAre(LeftOut{"no role given", 1},
                            LeftOut{"only roles that the mapping leaves out", 1}));
}

TEST_F(Survey, KnowsIdsTeamsAndWhatIsMissing) {
    const Answers answers =
        read(mapping_of(R"({"id": "t", "kind": "list", "columns": ["tools"]})",
                        R"("id": "id", "team": "team", "missing": ["NA", "nan"], )"),
             "id,role,team,tools\n7,E,b,NA\n8,E,a,Git\n9,NA,a,Git\n10,E,nan,Git;nan\n");
    EXPECT_THAT(people(answers),
                ElementsAre("engineer 0", "engineer 1 git=uses", "engineer 1 git=uses"));
    EXPECT_THAT(answers.teams, ElementsAre("a", "b"));
    EXPECT_TRUE(answers.ids_given);
    EXPECT_THAT(answers.left_out, ElementsAre(LeftOut{"no role given", 1}));
}

TEST_F(Survey, UnknownOptionsAreErrorsOrIgnoredOrKept) {
    const std::string csv = "role,T_1\nE,Dokcer\nE,Dokcer\nR,Dokcer;Git\nE,Homegrown\n";
    const auto mapping = [](const std::string& unknown) {
        return mapping_of(R"({"id": "t", "kind": "list", "columns": ["T_1"], "unknown": ")" +
                          unknown + "\"}");
    };
    EXPECT_THAT(
        problems_of(mapping("error"), csv),
        ElementsAre(AllOf(at_line(2), says("'Dokcer'"), says("in 2 more rows"), hints("'Docker'")),
                    AllOf(at_line(5), says("'Homegrown'"))));
    const Answers ignored = read(mapping("ignore"), csv);
    EXPECT_THAT(people(ignored),
                ElementsAre("engineer 1", "engineer 1", "engineer 1", "researcher 1 git=uses"));
    ASSERT_THAT(ignored.warnings, SizeIs(1));
    EXPECT_THAT(ignored.warnings[0],
                AllOf(HasSubstr("4 answers"), HasSubstr("'Dokcer' (3)"), HasSubstr("(1)")));
    const Answers kept = read(mapping("keep"), csv);
    EXPECT_THAT(people(kept), Contains("engineer 1 homegrown=uses"));
    EXPECT_THAT(kept.warnings[0], HasSubstr("Dokcer (3)"));
    EXPECT_THAT(read(mapping("error"), csv, true).respondents, SizeIs(4));
}

TEST_F(Survey, SaysWhichColumnsAreNotThere) {
    const Diagnostics all =
        problems_of(mapping_of(R"({"id": "a", "kind": "list", "columns": ["Q1_*", "toolz"]})",
                               R"("id": "Id", )"),
                    "rol,tools\nE,Git\n");
    EXPECT_THAT(all, ElementsAre(AllOf(at_line(1), says("'role'"), hints("'rol'")),
                                 says("'Q1_*' for the block 'a'"),
                                 AllOf(says("'toolz'"), hints("'tools'")), says("'Id'")));
}

TEST_F(Survey, ReportsRaggedRowsDuplicateIdsAndWrongCells) {
    const Diagnostics all = problems_of(
        mapping_of(R"({"id": "f", "kind": "flags", "columns": ["git"]},
                      {"id": "d", "kind": "depths", "columns": ["docker"],
                       "depths": {"yes": "uses"}})",
                   R"("id": "id", )"),
        "id,role,git,docker\n1,E,1,yes\n2,E,maybe,yes\n1,E,0,perhaps\n3,E,1\n,E,1,yes\n");
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("'maybe' is neither yes nor no"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("'perhaps' is not in the table"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("on line 2 already"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("3 fields where the header has 4"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("id is empty"))));
    EXPECT_THAT(all, SizeIs(5));
}

TEST_F(Survey, RefusesEmptyExports) {
    const std::string mapping = mapping_of(option_block, R"("header_rows": 2, )");
    EXPECT_THAT(problems_of(mapping, ""), ElementsAre(says("empty")));
    EXPECT_THAT(problems_of(mapping, "role,T_1\n"), ElementsAre(says("1 of 2 header rows")));
    EXPECT_THAT(problems_of(mapping, "role,T_1\na,b\n"), ElementsAre(says("no respondents")));
}

TEST_F(Survey, AMappingThatNamesAnUnknownToolIsRefusedWithItsPlace) {
    const Diagnostics all = problems_of(mapping_of("\n"
                                                   R"({"id": "t", "kind": "list",
        "columns": ["tools"], "options": {
           "Boxes": "dokcer"}})"),
                                        "role,tools\nE,Boxes\n");
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].place.file, "map.json");
    EXPECT_EQ(all[0].place.line, 5U);
    EXPECT_THAT(all[0], AllOf(says("'dokcer'"), hints("'Docker'")));
}

TEST_F(Survey, FreeTextInTheRoleFillsNeitherMemoryNorReport) {
    std::string csv = "role,T_1\n";
    for (int i = 0; i < 6000; ++i) {
        csv += "role number " + std::to_string(i) + ",Git\n";
    }
    const Answers answers = read(mapping_of(option_block), csv);
    EXPECT_LE(answers.left_out.size(), 51U);
    std::size_t total = 0;
    for (const LeftOut& left_out : answers.left_out) {
        total += left_out.count;
    }
    EXPECT_EQ(total, 6000U);
}

TEST_F(Survey, DoesNotDependOnTheOrderOfRows) {
    const std::string mapping =
        mapping_of(R"({"id": "t", "kind": "list", "columns": ["tools"], "unknown": "keep"})");
    Landscape first = m_landscape;
    Landscape second = m_landscape;
    const Mapping parsed = parse_mapping(mapping, "map.json");
    const Answers one = read_survey_csv(bytes_of("role,tools\nE,zz;Git\nR,Aa\nS,q\nX,q\n"), "s",
                                        parsed, false, first);
    const Answers other = read_survey_csv(bytes_of("role,tools\nX,q\nS,q\nR,Aa\nE,Git;zz\n"), "s",
                                          parsed, false, second);
    ASSERT_EQ(one.respondents.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(one.respondents[i].role, other.respondents[i].role);
        EXPECT_EQ(one.respondents[i].usages, other.respondents[i].usages);
    }
    EXPECT_EQ(one.left_out, other.left_out);
    EXPECT_EQ(one.warnings, other.warnings);
    EXPECT_EQ(first.tools.back().id, second.tools.back().id);
}

TEST(Matching, PlainTextAndKeys) {
    EXPECT_EQ(plain_text(" \xC2\xA0"
                         "a \t b\r\n\xE2\x80\x99s "),
              "a b 's");
    EXPECT_EQ(plain_text("\xE2\x80\x9Cx\xE2\x80\x9D \xE2\x80\x93 y"), "\"x\" - y");
    EXPECT_EQ(plain_text(""), "");
    EXPECT_EQ(plain_text(" \xC2\xA0 "), "");
    EXPECT_EQ(option_key("  Amazon Web Services (AWS) "), option_key("amazon web services aws"));
    EXPECT_NE(option_key("C"), option_key("C++"));
    EXPECT_EQ(option_key(" - "), "-") << "punctuation alone keeps its text";
}

TEST(Matching, Globs) {
    EXPECT_TRUE(glob_fits("Q1_*", "Q1_"));
    EXPECT_TRUE(glob_fits("Q1_*", "Q1_Part_1"));
    EXPECT_FALSE(glob_fits("Q1_*", "Q11_Part_1"));
    EXPECT_TRUE(glob_fits("*", ""));
    EXPECT_TRUE(glob_fits("a*b*c", "aXbbYc"));
    EXPECT_FALSE(glob_fits("a*b*c", "aXbbYcd"));
    EXPECT_FALSE(glob_fits("", "a"));
    EXPECT_TRUE(glob_fits("**a", "bba"));
    EXPECT_FALSE(glob_fits(std::string(40, '*') + "b", std::string(5000, 'a')));
}

} // namespace
} // namespace assess
