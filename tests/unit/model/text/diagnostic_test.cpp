#include "model/diagnostics/diagnostic.hpp"

#include <gtest/gtest.h>

#include <string>

namespace assess {
namespace {

TEST(Diagnostic, PrintsWhatIsKnownOfItsPlace) {
    EXPECT_EQ(to_string({{"a.csv", 3, 7, ""}, "wrong", ""}), "a.csv:3:7: wrong");
    EXPECT_EQ(to_string({{"a.csv", 3, 0, ""}, "wrong", ""}), "a.csv:3: wrong");
    EXPECT_EQ(to_string({{"a.csv", 0, 7, ""}, "wrong", ""}), "a.csv: wrong"); // no line, no column
    EXPECT_EQ(to_string({{"a.json", 3, 7, "/x"}, "wrong", ""}), "a.json:3:7 (/x): wrong");
    EXPECT_EQ(to_string({{"", 0, 0, "--seed"}, "wrong", ""}), "--seed: wrong");
    EXPECT_EQ(to_string({{}, "wrong", ""}), "wrong");
    EXPECT_EQ(to_string({{"a", 1, 0, ""}, "wrong", "Mend it."}), "a:1: wrong\n    Mend it.");
}

TEST(InputError, SpeaksOfItsFirstProblemAndKeepsAll) {
    const InputError error(
        Diagnostics{{{"a", 1, 0, ""}, "first", ""}, {{"a", 2, 0, ""}, "second", ""}});
    EXPECT_STREQ(error.what(), "a:1: first");
    EXPECT_EQ(error.diagnostics().size(), 2U);
    EXPECT_STREQ(InputError(Diagnostics{}).what(), "invalid input");
}

TEST(Error, KeepsItsHint) {
    const Error error("no space left", "Free some.");
    EXPECT_STREQ(error.what(), "no space left");
    EXPECT_EQ(error.hint(), "Free some.");
    EXPECT_EQ(Error("x").hint(), "");
}

} // namespace
} // namespace assess
