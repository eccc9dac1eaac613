#include "assess/asking/answer_places.hpp"
#include "assess/asking/person.hpp"
#include "assess/output_file.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "tests/unit/assess/asking/small_questionnaire.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace assess::asking {
namespace {

namespace fs = std::filesystem;

class PlacesTest : public testing::Test {
protected:
    PlacesTest()
        : m_folder(fs::temp_directory_path() / ("assess-ask-" + std::to_string(getpid()))) {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~PlacesTest() override { fs::remove_all(m_folder); }
    void write(const char* name, const std::string& text) {
        std::ofstream(m_folder / name) << text;
    }
    static unsigned mode_of(const fs::path& file) {
        struct stat status {};
        return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
    }

    fs::path m_folder;
    SmallWorld m_world;
};

TEST(Names, ArePlainVisibleAndShort) {
    EXPECT_EQ(file_stem("wren-4821"), "wren-4821");
    EXPECT_EQ(file_stem("J\u00f6rg K."), "J\u00f6rg-K.");
    EXPECT_EQ(file_stem("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(file_stem(".hidden"), "hidden");
    EXPECT_EQ(file_stem("a\x1b[2Jb\n"), "a--2Jb-");
    EXPECT_EQ(file_stem("///"), "somebody");
    EXPECT_LE(file_stem(std::string(500, 'x')).size(), 64U);
    EXPECT_LE(file_stem("\u4e2d" + std::string(62, 'x') + "\u4e2d").size(), 64U);
    EXPECT_EQ(draft_beside("a/mine.json"), fs::path("a/mine.draft.json"));
    EXPECT_EQ(answers_beside("a/mine.draft.json"), fs::path("a/mine.json"));
    EXPECT_NE(answers_beside("mine.json"), fs::path("mine.json"));
}

TEST(Names, PseudonymsAreAWordAndFourDigits) {
    for (int i = 0; i < 200; ++i) {
        EXPECT_THAT(make_pseudonym(), testing::MatchesRegex("[a-z]+-[1-9][0-9][0-9][0-9]"));
    }
    EXPECT_THROW(checked_respondent("  "), InputError);
    EXPECT_THROW(checked_respondent("a\x1b"), InputError);
    EXPECT_THROW(checked_respondent(std::string(65, 'x')), InputError);
    EXPECT_EQ(checked_respondent(" J\u00f6rg "), "J\u00f6rg");
}

TEST_F(PlacesTest, PrivateFilesAreTheOwnersOnly) {
    write("open.json", "old");
    ::chmod((m_folder / "open.json").c_str(), 0666);
    write_private_file(m_folder / "open.json", "new");
    EXPECT_EQ(mode_of(m_folder / "open.json"), 0600U);
    EXPECT_TRUE(create_private_file(m_folder / "new.json", "new"));
    EXPECT_EQ(mode_of(m_folder / "new.json"), 0600U);
}

TEST_F(PlacesTest, CreatingNeverOverwritesNotEvenALink) {
    write("there.json", "precious");
    EXPECT_FALSE(create_private_file(m_folder / "there.json", "new"));
    fs::create_symlink("nowhere.json", m_folder / "link.json");
    EXPECT_FALSE(create_private_file(m_folder / "link.json", "new"));
    std::ifstream in(m_folder / "there.json");
    std::string text;
    in >> text;
    EXPECT_EQ(text, "precious");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 2);
}

TEST_F(PlacesTest, FindsDraftsOfThisQuestionnaireAndPassesOverTheRest) {
    auto session = new_session(m_world.context, "wren-1");
    write_private_file(m_folder / "b.draft.json", to_json_text(session.draft()));
    write_private_file(m_folder / "a.draft.json", to_json_text(session.draft()));
    write("broken.draft.json", "{");
    write("other.json", "{}");
    const auto found = find_drafts(m_folder, "small");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].file.filename(), "a.draft.json");
    EXPECT_EQ(found[0].draft.respondent, "wren-1");
    EXPECT_TRUE(find_drafts(m_folder, "team").empty());
    EXPECT_TRUE(find_drafts(m_folder / "missing", "small").empty());
}

TEST_F(PlacesTest, AnInterviewKeepsADraftAfterEveryAnswerAndRemovesItAtTheEnd) {
    const Places places{m_folder / "mine.json", m_folder / "mine.draft.json"};
    Interview interview(m_world.context, new_session(m_world.context, "wren-1"), places);
    EXPECT_FALSE(fs::exists(places.draft));
    ASSERT_FALSE(interview.answer("role", ChoiceAnswer{"engineer"}));
    EXPECT_EQ(mode_of(places.draft), 0600U);
    ASSERT_FALSE(interview.answer("tools", ToolsAnswer{}));
    const auto read = find_drafts(m_folder, "small");
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].draft.answers.size(), 2U);
    EXPECT_FALSE(interview.finish());
    EXPECT_FALSE(fs::exists(places.draft));
    EXPECT_EQ(mode_of(places.answers), 0600U);
    EXPECT_EQ(look_at(places.answers, "small", "wren-1"), Holds::OwnAnswers);
    EXPECT_EQ(look_at(places.answers, "small", "wren-2"), Holds::SomethingElse);
    EXPECT_EQ(look_at(places.answers, "team", "wren-1"), Holds::SomethingElse);
}

TEST_F(PlacesTest, NobodysAnswersAreReplacedButOnesOwn) {
    const Places places{m_folder / "mine.json", m_folder / "mine.draft.json"};
    const auto answer_all = [&](const char* who, bool replace) {
        auto own = places;
        own.replace = replace;
        Interview interview(m_world.context, new_session(m_world.context, who), own);
        interview.answer("role", ChoiceAnswer{"engineer"});
        interview.answer("tools", ToolsAnswer{});
        return interview.finish();
    };
    EXPECT_FALSE(answer_all("wren-1", false));
    EXPECT_TRUE(answer_all("wren-1", false)); // and says that it replaced
    EXPECT_THROW(answer_all("wren-2", false), InputError);
    EXPECT_EQ(look_at(places.answers, "small", "wren-1"), Holds::OwnAnswers);
    EXPECT_TRUE(fs::exists(places.draft)); // refused, not lost
    EXPECT_NO_THROW(answer_all("wren-2", true));
}

TEST_F(PlacesTest, ADraftThatCannotBeSavedIsToldAndDoesNotEndTheInterview) {
    const Places places{m_folder / "no" / "mine.json", m_folder / "no" / "mine.draft.json"};
    Interview interview(m_world.context, new_session(m_world.context, "wren-1"), places);
    EXPECT_FALSE(interview.answer("role", ChoiceAnswer{"engineer"}));
    EXPECT_FALSE(interview.trouble().empty());
    fs::create_directories(m_folder / "no");
    EXPECT_FALSE(interview.answer("role", ChoiceAnswer{"other"}));
    EXPECT_TRUE(interview.trouble().empty());
}

} // namespace
} // namespace assess::asking
