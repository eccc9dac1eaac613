#include "assess/asking/tool_screen.hpp"
#include "tests/unit/assess/asking/small_questionnaire.hpp"

#include <gmock/gmock.h>

#include <random>

namespace assess::asking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Picker : public testing::Test {
protected:
    Picker() : m_screen(m_world.context, m_world.item("tools"), nullptr, {}) {}

    Reply key(KeyKind kind, const std::string& text = "") { return m_screen.handle({kind, text}); }
    Reply type(const std::string& text) {
        Reply last;
        for (const char c : text) {
            last = key(KeyKind::Text, std::string(1, c));
        }
        return last;
    }
    Reply enter() { return key(KeyKind::Enter); }
    Page shown() {
        Page page;
        m_screen.show(page, {80, 24}, true);
        return page;
    }
    static AnsweredTool tool(const char* id, Depth depth) { return {id, true, depth}; }

    SmallWorld m_world;
    ToolScreen m_screen;
};

TEST_F(Picker, TypesTakesAndGivesTheDepthInOneKey) {
    type("mlf");
    ASSERT_FALSE(shown().list.empty());
    EXPECT_THAT(shown().list[0].text, testing::HasSubstr("MLFlow"));
    enter();
    EXPECT_EQ(m_screen.keys(), "keys-depth");
    const auto reply = key(KeyKind::Text, "2");
    EXPECT_EQ(reply.kind, Reply::Kind::Keep);
    EXPECT_THAT(m_screen.chosen(), ElementsAre(tool("mlflow", Depth::Weekly)));
    EXPECT_EQ(enter().kind, Reply::Kind::Answered);
}

TEST_F(Picker, TheDepthInWordsTakesAsManyLettersAsItNeeds) {
    type("mlflow");
    enter();
    type("w");
    EXPECT_THAT(m_screen.chosen(), IsEmpty()); // weekly or want
    type("a");
    EXPECT_THAT(m_screen.chosen(), ElementsAre(tool("mlflow", Depth::Wanted)));
}

TEST_F(Picker, SeveralAtOnceByNameByNumberAndByMark) {
    type("mlflow=daily, docker=weekly");
    enter();
    EXPECT_THAT(m_screen.chosen(),
                ElementsAre(tool("mlflow", Depth::Daily), tool("docker", Depth::Weekly)));
    type("?");
    EXPECT_EQ(m_screen.keys(), "keys-categories");
    type("1");
    enter(); // lists the first category
    const auto listed = shown().list.size();
    ASSERT_GE(listed, 2U);
    type("1,2");
    enter();
    type("1");
    type("3");
    EXPECT_EQ(m_screen.chosen().size(), 4U);
    EXPECT_EQ(m_screen.chosen()[2].depth, Depth::Daily);
    EXPECT_EQ(m_screen.chosen()[3].depth, Depth::Monthly);
    type("a");
    key(KeyKind::Tab);
    key(KeyKind::Down);
    key(KeyKind::Tab);
    enter();
    type("1");
    type("1");
    EXPECT_GE(m_screen.chosen().size(), 5U);
}

TEST_F(Picker, AnUnknownNameIsKeptOnlyAfterAYes) {
    type("zzzthing");
    enter();
    EXPECT_EQ(m_screen.keys(), "keys-keep");
    EXPECT_EQ(enter().kind, Reply::Kind::Stay); // Enter alone is no yes
    type("n");
    EXPECT_THAT(m_screen.chosen(), IsEmpty());
    type("zzzthing");
    enter();
    type("y");
    type("1");
    EXPECT_THAT(m_screen.chosen(), ElementsAre(AnsweredTool{"zzzthing", false, Depth::Daily}));
}

TEST_F(Picker, ASlipIsNeverTakenForTheNearestByEnterAlone) {
    type("mlfolw");
    enter();
    EXPECT_EQ(m_screen.keys(), "keys-keep");
    EXPECT_THAT(m_screen.chosen(), IsEmpty());
    type("1"); // the first that it may have meant
    type("1");
    EXPECT_THAT(m_screen.chosen(), ElementsAre(tool("mlflow", Depth::Daily)));
}

TEST_F(Picker, WhatWasChosenCanBeChangedAndRemoved) {
    type("mlflow=daily, docker=weekly");
    enter();
    key(KeyKind::Up);
    EXPECT_EQ(m_screen.keys(), "keys-chosen");
    key(KeyKind::Up);
    enter();
    type("4");
    EXPECT_THAT(m_screen.chosen(),
                ElementsAre(tool("mlflow", Depth::Rarely), tool("docker", Depth::Weekly)));
    key(KeyKind::Up);
    type("x");
    EXPECT_THAT(m_screen.chosen(), ElementsAre(tool("mlflow", Depth::Rarely)));
    type("x");
    EXPECT_THAT(m_screen.chosen(), IsEmpty());
}

TEST_F(Picker, NoneIsSaidAndNotGuessed) {
    EXPECT_EQ(enter().kind, Reply::Kind::GoOn); // the engine refuses it where it is required
    key(KeyKind::Down);
    const auto reply = enter();
    EXPECT_EQ(reply.kind, Reply::Kind::Answered);
    EXPECT_EQ(reply.answer, Answer{ToolsAnswer{}});
}

TEST_F(Picker, EscapeClearsThenLeaves) {
    type("py");
    EXPECT_EQ(key(KeyKind::Escape).kind, Reply::Kind::Stay);
    EXPECT_EQ(key(KeyKind::Escape).kind, Reply::Kind::Ignored);
}

TEST_F(Picker, ACommandIsACommand) {
    type("back");
    EXPECT_EQ(enter().command, (Command{Order::Back, ""}));
}

TEST_F(Picker, AnyKeysLeaveItSound) {
    constexpr unsigned seed = 7;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::string letters = "pymdagit123450?=,;+-x yn wj\xff";
    for (int i = 0; i < 20000; ++i) {
        const auto kind = static_cast<KeyKind>(random() % 21);
        std::string text;
        if (kind == KeyKind::Text) {
            text = letters[random() % letters.size()];
        } else if (kind == KeyKind::Paste) {
            text = "docker, zz=3";
        } else if (kind == KeyKind::Control) {
            text = std::string(1, static_cast<char>('a' + random() % 26));
        }
        m_screen.handle({kind, text});
        for (const Size size : {Size{20, 4}, Size{80, 24}}) {
            Page page;
            m_screen.show(page, size, random() % 2 == 0);
            ASSERT_LE(fit(page, size, true, "more").lines.size(), size.rows);
            ASSERT_TRUE(!page.focus || *page.focus < std::max<std::size_t>(page.list.size(), 1));
        }
        for (std::size_t one = 0; one < m_screen.chosen().size(); ++one) {
            for (std::size_t other = 0; other < one; ++other) {
                ASSERT_NE(m_screen.chosen()[one].tool, m_screen.chosen()[other].tool);
            }
        }
    }
}

TEST(Search, RanksNamesBeforeWordsBeforeLettersInside) {
    const SmallWorld world;
    const ToolSearch search(world.landscape, world.question("tools"));
    const auto names = [&](const char* text) {
        std::vector<std::string> found;
        for (const auto& hit : search.find(text, 3)) {
            found.push_back(world.landscape.tools[hit.tool].name);
        }
        return found;
    };
    EXPECT_EQ(names("mlflow").at(0), "MLFlow");
    EXPECT_EQ(names("dock").at(0), "Docker");
    EXPECT_TRUE(names("...").empty());
    const auto guesses = search.find("dcoker", 3);
    ASSERT_FALSE(guesses.empty());
    EXPECT_TRUE(guesses[0].guess);
    std::size_t counted = 0;
    for (const auto& category : search.categories()) {
        EXPECT_EQ(search.in_category(category.category).size(), category.tools);
        counted += category.tools;
    }
    EXPECT_GE(counted, search.size());
}

} // namespace
} // namespace assess::asking
