// Whole runs on a screen that is none: keys in, frames out.
#include "assess/asking/person.hpp"
#include "assess/asking/terminal_asker.hpp"
#include "model/text/text.hpp"
#include "tests/unit/assess/asking/small_questionnaire.hpp"

#include <gmock/gmock.h>

#include <deque>
#include <random>
#include <unistd.h>

namespace assess::asking {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Screen : public testing::Test {
protected:
    Screen()
        : m_folder(fs::temp_directory_path() / ("assess-screen-" + std::to_string(getpid()))),
          m_face{[this] { return m_size; },
                 [this](const Frame& frame) {
                     m_shown.clear();
                     for (const auto& line : frame.lines) {
                         m_shown += line.text + "\n";
                         EXPECT_LE(display_width(line.text), m_size.columns);
                     }
                     EXPECT_LE(frame.lines.size(), m_size.rows);
                     m_all += m_shown;
                 },
                 [this]() -> Event {
                     if (m_keys.empty()) {
                         return Stopped{15};
                     }
                     const auto key = m_keys.front();
                     m_keys.pop_front();
                     return key;
                 },
                 true} {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~Screen() override { fs::remove_all(m_folder); }

    void press(std::string_view bytes) {
        std::vector<Key> keys;
        KeyDecoder decoder;
        decoder.feed(bytes, keys);
        decoder.settle(keys);
        m_keys.insert(m_keys.end(), keys.begin(), keys.end());
    }
    Interview interview(SmallWorld& world) {
        return {world.context,
                new_session(world.context, "wren-1"),
                {m_folder / "mine.json", m_folder / "mine.draft.json"}};
    }

    fs::path m_folder;
    Size m_size{80, 24};
    std::deque<Key> m_keys;
    std::string m_shown;
    std::string m_all;
    Face m_face;
};

TEST_F(Screen, FromTheFirstPageToTheReview) {
    SmallWorld world;
    auto talk = interview(world);
    press("\r2");              // begin; Engineering
    press("12\r");             // years
    press("F\u00fcr alle\r");  // comment
    press("docker=daily\r\r"); // tools
    press("1,3\r\r");          // stages
    press("4");                // gives@docker
    press("\r");               // save
    const auto ending = ask_on_screen(talk, m_face, {});
    EXPECT_TRUE(ending.finished);
    const auto& answers = talk.session().draft().answers;
    EXPECT_EQ(answers.at("role"), Answer{ChoiceAnswer{"engineer"}});
    EXPECT_EQ(answers.at("years"), Answer{NumberAnswer{12}});
    EXPECT_EQ(answers.at("comment"), Answer{TextAnswer{"F\u00fcr alle"}});
    EXPECT_EQ(answers.at("tools"), (Answer{ToolsAnswer{{{"docker", true, Depth::Daily}}}}));
    EXPECT_EQ(answers.at("stages"), (Answer{ChoicesAnswer{{"model-training", "deployment"}}}));
    EXPECT_EQ(answers.at("gives@docker"), Answer{StepAnswer{4}});
    EXPECT_THAT(m_shown, HasSubstr("Your answers"));
}

TEST_F(Screen, BackJumpAndReviewLoseNothing) {
    SmallWorld world;
    auto talk = interview(world);
    press("\r1");
    press("\x1b\x1b[6~"); // back to the role, on again by PageDown
    press("7\r");
    press("\x07"
          "2\r");      // Ctrl-G, the second question
    press("\x12\x1b"); // Ctrl-R and back again
    press("\x15"
          "8\r");      // other years
    press("jump 1\r"); // typed, in the comment
    press("3");
    ask_on_screen(talk, m_face, {});
    const auto& answers = talk.session().draft().answers;
    EXPECT_EQ(answers.at("role"), Answer{ChoiceAnswer{"other"}});
    EXPECT_EQ(answers.at("years"), Answer{NumberAnswer{8}});
    EXPECT_FALSE(answers.contains("comment"));
}

TEST_F(Screen, ARequiredQuestionIsNotSkippedAndAnOptionalOneSaysSo) {
    SmallWorld world;
    auto talk = interview(world);
    press("\r\r");
    ask_on_screen(talk, m_face, {});
    EXPECT_THAT(m_shown, HasSubstr("What do you do?"));
    press("\r1\r");
    ask_on_screen(talk, m_face, {});
    EXPECT_THAT(m_shown, HasSubstr("Skipped: How many years?"));
}

TEST_F(Screen, WhatTheReviewMissesIsWhereEnterLeads) {
    SmallWorld world;
    auto talk = interview(world);
    press("\r1\x07"
          "5\r\r"); // jumps over the tools
    press("\r");    // the review: Enter
    ask_on_screen(talk, m_face, {});
    EXPECT_THAT(m_shown, HasSubstr("Which tools?"));
    EXPECT_EQ(talk.session().current()->key, "tools");
}

TEST_F(Screen, ASignalEndsItWithItsNumberAndCtrlCWithNone) {
    SmallWorld world;
    auto talk = interview(world);
    press("\r1");
    EXPECT_EQ(ask_on_screen(talk, m_face, {}).signal, 15);
    press("\r\x03");
    const auto ending = ask_on_screen(talk, m_face, {});
    EXPECT_FALSE(ending.finished);
    EXPECT_EQ(ending.signal, 0);
    EXPECT_TRUE(fs::exists(m_folder / "mine.draft.json"));
}

TEST_F(Screen, AnyBytesOnAnySizeLeaveTheSessionSound) {
    constexpr unsigned seed = 4821;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::string spice = "\r\r\r\x1b\x07\x12\t 123dn?=,-xyback\x7f";
    for (int round = 0; round < 60; ++round) {
        SmallWorld world(round % 2 == 0 ? "en" : "de");
        auto talk = interview(world);
        talk.keep_drafts(false);
        m_size = {20 + random() % 100, 4 + random() % 40};
        std::string bytes = "\r";
        for (int i = 0; i < 300; ++i) {
            bytes += random() % 4 != 0   ? std::string(1, spice[random() % spice.size()])
                     : random() % 2 == 0 ? std::string("\x1b[") + "ABCDZ"[random() % 5]
                                         : std::string(1, static_cast<char>(random() % 256));
        }
        std::erase(bytes, '\x03');
        std::erase(bytes, '\x04');
        press(bytes);
        ask_on_screen(talk, m_face, {});
        m_keys.clear();
        for (const auto& item : talk.session().items()) {
            if (const auto* answer = talk.session().answer_to(item.key)) {
                EXPECT_FALSE(check_answer(world.definition, world.landscape, item, *answer, "en"))
                    << item.key;
            }
        }
    }
}

} // namespace
} // namespace assess::asking
