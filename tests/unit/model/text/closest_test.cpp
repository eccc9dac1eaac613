#include "model/text/closeness.hpp"
#include "model/text/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Optimal string alignment by its recursive definition, without a table.
std::size_t by_definition(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) {
        return a.size() + b.size();
    }
    const auto a1 = a.substr(0, a.size() - 1);
    const auto b1 = b.substr(0, b.size() - 1);
    auto least = std::min({by_definition(a1, b) + 1, by_definition(a, b1) + 1,
                           by_definition(a1, b1) + (a.back() == b.back() ? 0U : 1U)});
    if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] &&
        b.back() == a[a.size() - 2]) {
        least = std::min(least,
                         by_definition(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)) + 1);
    }
    return least;
}

std::vector<std::string> words_up_to(std::size_t length) {
    std::vector<std::string> words{""};
    for (std::size_t first = 0, round = 0; round < length; ++round) {
        const auto last = words.size();
        for (; first < last; ++first) {
            for (const char c : {'a', 'b', 'c'}) {
                words.push_back(words[first] + c);
            }
        }
    }
    return words;
}

TEST(EditDistance, IsWhatItsDefinitionSaysForAllShortWords) {
    const auto words = words_up_to(4); // 121 words, 14,641 pairs
    ASSERT_EQ(words.size(), 121U);
    for (const auto& a : words) {
        for (const auto& b : words) {
            ASSERT_EQ(edit_distance(a, b), by_definition(a, b)) << a << ' ' << b;
        }
    }
}

TEST(EditDistance, KnowsTheTextbooksExamples) {
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("saturday", "sunday"), 3U);
    EXPECT_EQ(edit_distance("ca", "abc"), 3U); // unrestricted Damerau-Levenshtein says 2
    EXPECT_EQ(edit_distance("mlfolw", "mlflow"), 1U);
    EXPECT_EQ(edit_distance("", ""), 0U);
}

TEST(EditDistance, BoundsItsWork) {
    const std::string huge(100'000, 'a');
    EXPECT_EQ(edit_distance(huge, huge + "b"), 0U); // equal in the part that counts
    EXPECT_EQ(edit_distance(huge, ""), 256U);
}

TEST(Closeness, IsSymmetrical) {
    const std::vector<std::string> keys{"kubeflow", "kubernetes", "kube",   "mlflow", "airflow",
                                        "flow",     "c++",        "c",      "",       "sagemaker",
                                        "dvc",      "cvd",        "dvclive"};
    for (const auto& a : keys) {
        for (const auto& b : keys) {
            EXPECT_EQ(closeness(a, b), closeness(b, a)) << a << ' ' << b;
        }
    }
}

TEST(Closeness, PutsSlipsBeforeParts) {
    EXPECT_EQ(closeness("mlflow", "mlflow"), 0U);
    EXPECT_EQ(closeness("mlfolw", "mlflow"), 10U);
    EXPECT_EQ(closeness("sagemaker", "amazonsagemaker"), 25U + 6U);
    EXPECT_EQ(closeness("kube", "kubeflow"), 15U + 4U);
    EXPECT_EQ(closeness("a", "b"), std::nullopt); // nothing in common
    EXPECT_EQ(closeness("git", "jenkins"), std::nullopt);
    EXPECT_EQ(closeness("", "git"), std::nullopt);
}

TEST(ClosestNames, FindsSlipsAndParts) {
    const std::vector<std::string> tools{"Airflow",    "Amazon SageMaker", "DVC",     "Kubeflow",
                                         "Kubernetes", "MLflow",           "Metaflow"};
    EXPECT_THAT(closest_names("mlfow", tools, 1), ElementsAre("MLflow"));
    EXPECT_THAT(closest_names("Kubeflw", tools, 1), ElementsAre("Kubeflow"));
    EXPECT_THAT(closest_names("sagemaker", tools), ElementsAre("Amazon SageMaker"));
    EXPECT_THAT(closest_names("kube", tools), ElementsAre("Kubeflow", "Kubernetes"));
    EXPECT_THAT(closest_names("Excel", tools), IsEmpty());
    EXPECT_THAT(closest_names("", tools), IsEmpty());
    EXPECT_THAT(closest_names("kube", std::vector<std::string>{}), IsEmpty());
}

TEST(ClosestNames, KeepsTheOrderOfTiesAndTheLimit) {
    const std::vector<std::string> names{"bat", "cat", "rat", "cat"};
    EXPECT_THAT(closest_names("hat", names), ElementsAre("bat", "cat", "rat"));
    EXPECT_THAT(closest_names("hat", names, 2), ElementsAre("bat", "cat"));
    EXPECT_THAT(closest_names("hat", names, 0), IsEmpty());
}

TEST(ClosestNames, AnswersHugeWordsAtOnce) {
    const std::vector<std::string> names{"MLflow", std::string(5'000'000, 'x')};
    EXPECT_THAT(closest_names(std::string(50'000'000, 'x'), names), IsEmpty());
}

} // namespace
} // namespace assess
