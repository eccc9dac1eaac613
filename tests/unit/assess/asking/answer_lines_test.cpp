#include "assess/asking/answer_lines.hpp"
#include "assess/asking/tool_lines.hpp"
#include "tests/unit/assess/asking/small_questionnaire.hpp"

#include <gmock/gmock.h>

namespace assess::asking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Optional;

TEST(Numbers, ListsAndRanges) {
    EXPECT_THAT(numbers_from("1,3 5-7", 9), Optional(ElementsAre(1, 3, 5, 6, 7)));
    EXPECT_THAT(numbers_from(" 7;7 ,7", 9), Optional(ElementsAre(7)));
    for (const auto* wrong : {"", " ", "0", "10", "5-3", "1-", "-2", "1-2-3", "a", "1,x",
                              "99999999999999999999", "1-99999999999999999999", ",", "-"}) {
        EXPECT_EQ(numbers_from(wrong, 9), std::nullopt) << wrong;
    }
    EXPECT_EQ(numbers_from("1", 0), std::nullopt);
}

TEST(Commands, AreWordsInEnglishAndInTheLanguage) {
    const Words english("en");
    const Words german("de");
    EXPECT_EQ(command_from(" Back ", english), (Command{Order::Back, ""}));
    EXPECT_EQ(command_from("zur\u00fcck", german), (Command{Order::Back, ""}));
    EXPECT_EQ(command_from("back", german), (Command{Order::Back, ""}));
    EXPECT_EQ(command_from("zur\u00fcck", english), std::nullopt);
    EXPECT_EQ(command_from("jump 12", english), (Command{Order::Jump, "12"}));
    EXPECT_EQ(command_from("?", english), (Command{Order::Help, ""}));
    EXPECT_EQ(command_from("? notebooks", english), (Command{Order::Help, "notebooks"}));
    EXPECT_EQ(command_from("-", english), (Command{Order::Skip, ""}));
    EXPECT_EQ(command_from("stop", english), (Command{Order::Stop, ""}));
    // Sentences that begin with such a word are answers.
    EXPECT_EQ(command_from("jump into the deep end", english), std::nullopt);
    EXPECT_EQ(command_from("back and forth", english), std::nullopt);
    EXPECT_EQ(command_from("=back", english), std::nullopt);
    EXPECT_EQ(command_from("", english), std::nullopt);
}

class Lines : public testing::Test {
protected:
    std::variant<Answer, Slip> answer(const std::string& id, const std::string& line) {
        return answer_from(line, m_world.context, m_world.item(id));
    }
    Answer good(const std::string& id, const std::string& line) {
        const auto result = answer(id, line);
        if (const auto* slip = std::get_if<Slip>(&result)) {
            ADD_FAILURE() << line << ": " << slip->what;
            return NoAnswer::Skipped;
        }
        return std::get<Answer>(result);
    }
    Slip bad(const std::string& id, const std::string& line) {
        const auto result = answer(id, line);
        const auto* slip = std::get_if<Slip>(&result);
        EXPECT_NE(slip, nullptr) << line;
        return slip == nullptr ? Slip{} : *slip;
    }
    SmallWorld m_world;
};

TEST_F(Lines, AChoiceByNumberIdTextOrItsBeginning) {
    for (const auto* line : {"2", "engineer", "Engineering", "eng", " ENG "}) {
        EXPECT_EQ(good("role", line), Answer{ChoiceAnswer{"engineer"}}) << line;
    }
    EXPECT_THAT(bad("role", "enginering").hint, HasSubstr("Did you mean Engineering"));
    EXPECT_THAT(bad("role", "4").hint, HasSubstr("1 Research; 2 Engineering; 3 Something else"));
    EXPECT_THAT(bad("role", "1,2").what, HasSubstr("Only one"));
}

TEST_F(Lines, SeveralChoicesInTheOrderOfTheDefinition) {
    const Answer expected{ChoicesAnswer{{"model-training", "deployment", "monitoring"}}};
    for (const auto* line : {"3,1 4", "1 3-4", "deploy; model-training, moni", "4,3,1,1"}) {
        EXPECT_EQ(good("stages", line), expected) << line;
    }
    EXPECT_EQ(good("stages", "none"), Answer{ChoicesAnswer{}});
    EXPECT_EQ(good("stages", "0"), Answer{ChoicesAnswer{}});
    EXPECT_EQ(good("stages", "d"), Answer{NoAnswer::DontKnow});
    bad("stages", "model"); // two begin so
    EXPECT_THAT(bad("stages", "1, d").what, HasSubstr("cannot stand beside"));
    EXPECT_THAT(bad("stages", "deployment, monitorng").hint, HasSubstr("Monitoring"));
}

TEST_F(Lines, AStepByNumberOrWord) {
    const Item item{"gives@mlflow", m_world.definition.find_question("gives").value(),
                    AnsweredTool{"mlflow", true, Depth::Daily}};
    const auto step = [&](const char* line) { return answer_from(line, m_world.context, item); };
    EXPECT_EQ(std::get<Answer>(step("4")), Answer{StepAnswer{4}});
    EXPECT_EQ(std::get<Answer>(step("fully")), Answer{StepAnswer{5}});
    EXPECT_EQ(std::get<Answer>(step("n")), Answer{NoAnswer::NotApplicable});
    EXPECT_TRUE(std::holds_alternative<Slip>(step("6")));
    EXPECT_TRUE(std::holds_alternative<Slip>(step("2,3")));
}

TEST_F(Lines, NumbersAndTexts) {
    EXPECT_EQ(good("years", " 7 "), Answer{NumberAnswer{7}});
    EXPECT_EQ(good("years", "2,5"), Answer{NumberAnswer{2.5}}); // the engine says it must be whole
    for (const auto* line : {"x", "nan", "inf", "1e999", "7 years", "0x10"}) {
        EXPECT_THAT(bad("years", line).hint, HasSubstr("0 to 50")) << line;
    }
    EXPECT_EQ(good("comment", " = back "), Answer{TextAnswer{"back"}});
    EXPECT_EQ(good("comment", "d"), Answer{TextAnswer{"d"}}); // not offered there
}

class ToolLines : public Lines {
protected:
    ToolLine read(const std::string& line, std::vector<ToolIndex> listed = {}) {
        return tools_from(line, m_world.context, m_world.question("tools"), m_search, listed);
    }
    ToolIndex tool(const char* name) { return m_world.landscape.find(name).value(); }
    ToolSearch m_search{m_world.landscape, m_world.question("tools")};
};

TEST_F(ToolLines, NamesWithAndWithoutTheirDepth) {
    const auto line = read("mlflow=daily; Docker , +Our thing = wee, -git");
    EXPECT_THAT(line.slips, IsEmpty());
    EXPECT_THAT(line.unknown, IsEmpty());
    EXPECT_THAT(line.entries,
                ElementsAre(ToolEntry{{"mlflow", true, Depth::Daily}, true, false},
                            ToolEntry{{"docker", true, Depth::Uses}, false, false},
                            ToolEntry{{"Our thing", false, Depth::Weekly}, true, false},
                            ToolEntry{{"git", true, Depth::Uses}, false, true}));
}

TEST_F(ToolLines, NumbersOfTheListThatWasShown) {
    const auto line = read("1,2", {tool("mlflow"), tool("docker")});
    ASSERT_EQ(line.entries.size(), 2U);
    EXPECT_EQ(line.entries[1].tool.tool, "docker");
    const auto deep = read("2=weekly", {tool("mlflow"), tool("docker")});
    ASSERT_EQ(deep.entries.size(), 1U);
    EXPECT_EQ(deep.entries[0].tool, (AnsweredTool{"docker", true, Depth::Weekly}));
    EXPECT_EQ(read("3", {tool("mlflow")}).unknown.size(), 1U);
}

TEST_F(ToolLines, UnknownNamesComeWithTheClosest) {
    const auto line = read("mlfolw=daily");
    ASSERT_EQ(line.unknown.size(), 1U);
    EXPECT_EQ(line.unknown[0].name, "mlfolw");
    EXPECT_EQ(line.unknown[0].depth, Depth::Daily);
    EXPECT_THAT(line.unknown[0].closest, testing::Contains("MLFlow"));
}

TEST_F(ToolLines, SlipsSayWhatIsPossible) {
    EXPECT_THAT(read("mlflow=hourly").slips.at(0).hint, HasSubstr("daily, weekly"));
    EXPECT_EQ(read("+...").slips.size(), 1U);
    EXPECT_TRUE(read("none").none);
    EXPECT_THAT(read(" ; , ;").entries, IsEmpty());
}

TEST(Depths, ByNumberIdWordOrBeginning) {
    const Words english("en");
    const Words german("de");
    EXPECT_EQ(depth_from(english, "1"), Depth::Daily);
    EXPECT_EQ(depth_from(english, "we"), Depth::Weekly);
    EXPECT_EQ(depth_from(english, "w"), std::nullopt); // weekly, want
    EXPECT_EQ(depth_from(german, "t\u00e4gl"), Depth::Daily);
    EXPECT_EQ(depth_from(german, "daily"), Depth::Daily);
    EXPECT_EQ(depth_from(english, "9"), std::nullopt);
    EXPECT_EQ(depth_from(english, ""), std::nullopt);
}

TEST(Language, WantedThenLocaleThenTheFirst) {
    const std::vector<std::string> languages{"en", "de"};
    EXPECT_EQ(choose_language("de", languages, "en_GB.UTF-8"), "de");
    EXPECT_EQ(choose_language("", languages, "de_AT.UTF-8@euro"), "de");
    EXPECT_EQ(choose_language("", languages, "C.UTF-8"), "en");
    EXPECT_EQ(choose_language("", languages, "fr_FR"), "en");
    EXPECT_THROW(choose_language("fr", languages, ""), InputError);
}

} // namespace
} // namespace assess::asking
