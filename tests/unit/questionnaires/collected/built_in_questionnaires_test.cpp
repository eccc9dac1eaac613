// The questionnaires inside the program: complete, true to the landscape, and as short as they say.
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "questionnaires/definitions/load.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/unit/questionnaires/collected/collected.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace assess {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Definition built_in(const std::string& id) {
    return load_definition(id, current());
}

const Question& question(const Definition& definition, std::string_view id) {
    return definition.questions.at(definition.find_question(id).value());
}

std::vector<std::string> choice_ids(const Question& question) {
    std::vector<std::string> ids;
    for (const auto& choice : question.choices) {
        ids.push_back(choice.id);
    }
    return ids;
}

TEST(BuiltInQuestionnaires, AreThreeInTheOrderOfferedAndFollowTheSchema) {
    EXPECT_THAT(built_in_definitions(), ElementsAre("team", "quick", "place-a-tool"));
    const JsonSchema schema("questionnaires/definitions/questionnaire.schema.json");
    for (const auto id : built_in_definitions()) {
        const auto definition = built_in(std::string(id));
        EXPECT_EQ(definition.id, id);
        EXPECT_THAT(definition.languages, ElementsAre("en", "de")) << id;
        EXPECT_THAT(schema.objections(nlohmann::json::parse(built_in_definition(id))), IsEmpty());
    }
}

/// Every text of a definition with the place where it stands.
std::vector<std::pair<std::string, LocalText>> texts_of(const Definition& definition) {
    std::vector<std::pair<std::string, LocalText>> texts{{"title", definition.title},
                                                         {"about", definition.about}};
    for (const auto& section : definition.sections) {
        texts.emplace_back(section.id + " title", section.title);
        texts.emplace_back(section.id + " about", section.about);
    }
    for (const auto& one : definition.questions) {
        texts.emplace_back(one.id + " text", one.text);
        texts.emplace_back(one.id + " help", one.help);
        for (const auto& step : one.steps) {
            texts.emplace_back(one.id + " step", step);
        }
        for (const auto& choice : one.choices) {
            texts.emplace_back(one.id + " " + choice.id, choice.text);
            texts.emplace_back(one.id + " " + choice.id + " help", choice.help);
        }
    }
    std::erase_if(texts, [](const auto& text) { return text.second.empty(); });
    return texts;
}

TEST(BuiltInQuestionnaires, AreTranslatedAndNotCopied) {
    // Words that German has taken over as they are.
    const std::set<std::string> same{"Notebooks", "AutoML", "Business intelligence"};
    for (const auto id : built_in_definitions()) {
        const auto texts = texts_of(built_in(std::string(id)));
        EXPECT_GT(texts.size(), 10U);
        for (const auto& [place, text] : texts) {
            ASSERT_EQ(text.by_language.size(), 2U) << id << ": " << place;
            const std::string english(text.in("en"));
            EXPECT_TRUE(english != text.in("de") || same.contains(english)) << id << ": " << place;
            for (const auto& [language, words] : text.by_language) {
                EXPECT_EQ(words.find("  "), std::string::npos) << id << ": " << place;
                EXPECT_EQ(words.find('!'), std::string::npos) << id << ": " << place;
            }
        }
    }
}

TEST(BuiltInQuestionnaires, SayBeforeTheFirstQuestionWhatHappensWithTheAnswers) {
    for (const auto* id : {"team", "quick"}) {
        const auto about = built_in(id).about;
        EXPECT_THAT(std::string(about.in("en")), ::testing::HasSubstr("code name")) << id;
        EXPECT_THAT(std::string(about.in("en")), ::testing::HasSubstr("confidential")) << id;
        EXPECT_THAT(std::string(about.in("de")), ::testing::HasSubstr("vertraulich")) << id;
    }
}

TEST(BuiltInQuestionnaires, OfferEveryRoleAndTellAnMlEngineerWhichIsTheirs) {
    for (const auto* id : {"team", "quick"}) {
        const auto definition = built_in(id);
        const auto& role = question(definition, "role");
        EXPECT_TRUE(role.required);
        EXPECT_THAT(choice_ids(role), ElementsAre("researcher", "engineer", "hybrid", "other"));
        for (const auto* language : {"en", "de"}) {
            const std::string help(role.help.in(language));
            EXPECT_THAT(help, ::testing::HasSubstr("ML")) << id;
            // The help names the choice by its first word.
            const std::string hybrid(role.choices[2].text.in(language));
            EXPECT_THAT(help, ::testing::HasSubstr(hybrid.substr(0, hybrid.find(':')))) << id;
        }
    }
}

TEST(BuiltInQuestionnaires, AskForTheStagesOfTheLandscape) {
    const auto team = built_in("team");
    const auto& stages = question(team, "stages");
    EXPECT_EQ(stages.records, Records::Stages);
    ASSERT_EQ(stages.choices.size(), current().stages.size());
    for (std::size_t i = 0; i < stages.choices.size(); ++i) {
        EXPECT_EQ(stages.choices[i].id, current().stages[i].id);
        EXPECT_EQ(stages.choices[i].text.in("en"), current().stages[i].name);
        EXPECT_FALSE(stages.choices[i].help.empty());
    }
}

TEST(BuiltInQuestionnaires, AskEverybodyForBothPersonasNeedsWantsAndFrustrations) {
    const auto team = built_in("team");
    std::vector<std::pair<Records, Role>> asked;
    for (const auto& one : team.questions) {
        if (one.persona) {
            asked.emplace_back(one.records, *one.persona);
            EXPECT_EQ(one.kind, QuestionKind::Scale);
            EXPECT_TRUE(one.dont_know) << one.id;
            EXPECT_TRUE(one.not_applicable) << one.id;
            EXPECT_FALSE(one.required) << one.id;
            EXPECT_FALSE(one.shown_if) << one.id;
            EXPECT_FALSE(team.sections[one.section].shown_if) << one.id;
        }
    }
    using R = Records;
    EXPECT_THAT(asked, UnorderedElementsAre(
                           std::pair(R::Need, Role::Researcher), std::pair(R::Need, Role::Engineer),
                           std::pair(R::Want, Role::Researcher), std::pair(R::Want, Role::Engineer),
                           std::pair(R::Frustration, Role::Researcher),
                           std::pair(R::Frustration, Role::Engineer)));
}

TEST(BuiltInQuestionnaires, AskThreeThingsAboutEachOfAtMostEightTools) {
    const auto team = built_in("team");
    const auto section = std::find_if(team.sections.begin(), team.sections.end(),
                                      [](const Section& one) { return one.for_each.has_value(); });
    ASSERT_NE(section, team.sections.end());
    EXPECT_EQ(team.questions[*section->for_each].id, "tools");
    EXPECT_EQ(section->for_each_most, 8U);
    std::vector<Records> records;
    for (std::size_t i = section->first; i < section->first + section->count; ++i) {
        records.push_back(team.questions[i].records);
        EXPECT_TRUE(team.questions[i].dont_know);
    }
    EXPECT_THAT(records,
                ElementsAre(Records::ToolGives, Records::ToolAnswers, Records::ToolFrustrates));
    const auto& tools = question(team, "tools");
    EXPECT_TRUE(tools.with_depth && tools.other_tools && tools.categories.empty());
}

/// The English words of the choices are the rubric's, so that both places tell the same rule.
void expect_same(const Question& question, std::span<const RubricChoice> rubric) {
    ASSERT_EQ(question.choices.size(), rubric.size());
    for (std::size_t i = 0; i < rubric.size(); ++i) {
        EXPECT_EQ(question.choices[i].id, rubric[i].id);
        EXPECT_EQ(question.choices[i].text.in("en"), rubric[i].name);
        std::string means(rubric[i].means);
        means.front() = static_cast<char>(means.front() - 'a' + 'A');
        EXPECT_EQ(question.choices[i].help.in("en"), means + ".");
    }
}

TEST(BuiltInQuestionnaires, PlaceAToolByTheRubricsScalesAndTheLandscapesCategories) {
    const auto tool = built_in("place-a-tool");
    EXPECT_EQ(tool.purpose, Purpose::Tool);
    expect_same(question(tool, "artifact"), artifact_scale());
    expect_same(question(tool, "covers"), lifecycle_processes());
    const auto& categories = question(tool, "category").choices;
    ASSERT_EQ(categories.size(), current().categories.size());
    for (std::size_t i = 0; i < categories.size(); ++i) {
        EXPECT_EQ(categories[i].id, current().categories[i].id);
        EXPECT_EQ(categories[i].text.in("en"), current().categories[i].name);
    }
    for (const auto* id : {"name", "category", "artifact", "covers"}) {
        EXPECT_TRUE(question(tool, id).required) << id;
    }
    EXPECT_FALSE(question(tool, "homepage").required);
    // The tolerance that the introduction names is the rubric's.
    EXPECT_THAT(std::string(tool.about.in("en")), ::testing::HasSubstr("0.25"));
    EXPECT_EQ(rubric_tolerance, 0.25);
}

/// Seconds that a practised adult takes, estimated: every word read once, help included, at 238
/// words a minute (Brysbaert 2019, silent reading of non-fiction); acts by the keystroke-level
/// model (Card, Moran & Newell 1980): 1.35 s to decide, 0.28 s a key, 0.4 s to the keyboard.
class TimeToAnswer {
public:
    TimeToAnswer(const Definition& definition, std::string_view language, double tools_named)
        : m_language(language), m_tools(tools_named) {
        read(definition.title);
        read(definition.about);
        for (const auto& section : definition.sections) {
            read(section.title);
            read(section.about);
            for (std::size_t i = section.first; i < section.first + section.count; ++i) {
                ask(definition.questions[i],
                    section.for_each ? static_cast<double>(section.for_each_most) : 1);
            }
        }
    }
    [[nodiscard]] double seconds() const { return m_words / 238 * 60 + m_acts; }

private:
    static constexpr double decide = 1.35;
    static constexpr double key = 0.28;
    static constexpr double to_keyboard = 0.4;

    void read(const LocalText& text, double times = 1) {
        const auto words = text.in(m_language);
        if (!words.empty()) {
            m_words +=
                times * (1 + static_cast<double>(std::count(words.begin(), words.end(), ' ')));
        }
    }
    void ask(const Question& question, double times) {
        read(question.text, times);
        read(question.help);
        for (const auto& step : question.steps) {
            read(step);
        }
        for (const auto& choice : question.choices) {
            read(choice.text);
            read(choice.help);
        }
        m_acts += times * (acts(question) + key); // and on to the next
    }
    [[nodiscard]] double acts(const Question& question) const {
        switch (question.kind) {
        case QuestionKind::Tools: // remember it, type four letters, recognise it, take it
            return m_tools * (2 * decide + 5 * key + (question.with_depth ? decide + key : 0));
        case QuestionKind::Multiple:
            return static_cast<double>(question.choices.size()) * (decide + key);
        case QuestionKind::Text: // a name; a comment of thirty words
            return decide + to_keyboard + (question.longest > 100 ? 180 : 10) * key;
        default:
            return decide + key;
        }
    }

    std::string_view m_language;
    double m_tools;
    double m_words = 0;
    double m_acts = 0;
};

TEST(BuiltInQuestionnaires, TakeNoLongerThanTheySay) {
    for (const auto* language : {"en", "de"}) {
        EXPECT_LT(TimeToAnswer(built_in("quick"), language, 10).seconds(), 100);
        for (const auto id : built_in_definitions()) {
            const auto definition = built_in(std::string(id));
            const TimeToAnswer time(definition, language, id == "team" ? 15 : 10);
            EXPECT_LT(time.seconds(), definition.minutes * 60) << id << " " << language;
            EXPECT_GT(time.seconds(), definition.minutes * 30) << id << " " << language;
        }
    }
    EXPECT_EQ(built_in("quick").minutes, 2);
    EXPECT_EQ(built_in("quick").questions.size(), 3U);
}

TEST(BuiltInQuestionnaires, KeepTheSameQuestionsUnderTheSameIds) {
    const auto team = built_in("team");
    const auto quick = built_in("quick");
    for (const auto& one : quick.questions) {
        EXPECT_EQ(question(team, one.id).records, one.records) << one.id;
        EXPECT_EQ(question(team, one.id).kind, one.kind) << one.id;
    }
}

} // namespace
} // namespace assess
