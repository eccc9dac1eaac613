#include "assess/app.hpp"
#include "assess/commands/command.hpp"
#include "tests/unit/assess/run_words.hpp"

#include <gmock/gmock.h>

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
namespace {

using testing::HasSubstr;

TEST(App, WithoutWordsItSaysHowToStart) {
    const auto outcome = run_words({});
    EXPECT_EQ(outcome.code, ExitCode::Done);
    EXPECT_THAT(outcome.out, HasSubstr("assess report team.csv"));
    EXPECT_EQ(outcome.err, "");
}

TEST(App, AnUnknownCommandIsAnsweredWithTheClosest) {
    const auto outcome = run_words({"reprot", "team.csv"});
    EXPECT_EQ(outcome.code, ExitCode::InvalidInput);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("Did you mean report"));
}

TEST(App, EveryCommandHasHelpWithItsOptionsAndExamples) {
    std::set<std::string_view> names;
    for (const auto& command : commands()) {
        SCOPED_TRACE(command.name);
        EXPECT_TRUE(names.insert(command.name).second) << "registered twice";
        EXPECT_FALSE(command.examples.empty());
        for (const auto& words : {std::vector<std::string>{"help", std::string(command.name)},
                                  std::vector<std::string>{std::string(command.name), "--help"}}) {
            const auto outcome = run_words(words);
            EXPECT_EQ(outcome.code, ExitCode::Done);
            for (const auto& option : command.options()) {
                EXPECT_THAT(outcome.out, HasSubstr("--" + std::string(option.name)));
            }
        }
    }
}

TEST(App, AnOutputThatCannotBeWrittenIsAFailure) {
    std::ostringstream err;
    std::ostream broken(nullptr);
    Streams streams{broken, err, {}, false};
    EXPECT_EQ(run_app(std::vector<std::string>{"version"}, streams), ExitCode::Failed);
    EXPECT_THAT(err.str(), HasSubstr("--out FILE"));
}

} // namespace
} // namespace assess
