// What becomes of each kind of value in a sentence. Most of it in a catalogue of the test's own,
// so that no sentence of the product is fixed here.
#include "reports/wording/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::reports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Catalogue catalogue(std::initializer_list<std::pair<const char*, const char*>> messages) {
    Catalogue made;
    for (const auto& [id, text] : messages) {
        made.add(id, text);
    }
    return made;
}

/// A language whose words are not those of any real one, where that does not matter.
const Catalogue& small_english() {
    static const auto made = catalogue({
        {"number.decimal", "."},
        {"number.thousands", ","},
        {"number.percent", "%"},
        {"share.under", "under "},
        {"share.over", "over "},
        {"p.is", "p = "},
        {"p.below", "p below "},
        {"p.value-below", "below "},
        {"count.hidden", "fewer than {least}"},
        {"count.word.3", "three"},
        {"list.comma", ", "},
        {"list.and", " and "},
        {"list.or", " or "},
        {"list.semicolon", "; "},
        {"list.more", "{n} more"},
        {"sentences", "{first} {second}"},
        {"people", "{n} {noun}"},
        {"people.all", "{n, plural, hidden {the {noun}} one {the one {noun}} other "
                       "{all {n} {noun}}}"},
        {"people.short", "{n} {noun, short}"},
        {"group.everybody.one", "person"},
        {"group.everybody.many", "people"},
        {"group.team.name", "{name}"},
        {"group.team.one", "person of {name}"},
        {"group.team.many", "people of {name}"},
        {"group.team.many.short", "of {name}"},
        {"group.researcher.name", "researchers"},
        {"group.researcher.one", "researcher"},
        {"group.researcher.many", "researchers"},
        {"group.other.many", "people of other roles"},
        {"group.other.many.short", "others"},
        {"small.words", "nobody answered"},
        {"small.it", "It is {it}."},
        {"small.start", "{^it} is it."},
        {"small.two-starts", "{first}. {^second}."},
        {"small.word", "{n, word} of them"},
        {"small.statement", "{p, statement}"},
        {"small.group-many", "{group, many}"},
        {"small.group-short", "{group, many.short}"},
        {"small.group-absent", "{group, few}"},
        {"small.all", "{^people, all}"},
        {"small.short", "{people, short}"},
        {"small.few", "{people, few}"},
        {"small.each", "{items, many}"},
        {"small.plural", "{n, plural, =0 {none} =2 {a pair} one {one} hidden {some} other {{n}}}"},
        {"small.plural-order", "{n, plural, other {many} one {one} =1 {exactly one}}"},
        {"small.plural-other", "{n, plural, other {any}}"},
        {"small.shared", "{n, plural, one|hidden {few} other {many}}"},
        {"small.select", "{what, select, yes {it is} researcher {they research} team {a team} "
                         "none {nothing} some {so: {what}} other {it is not}}"},
        {"small.told-case", "{what}"},
    });
    return made;
}

const Wording& small() {
    static const Wording wording(small_english(), small_english());
    return wording;
}

/// A message about one value, said.
std::string it(MessageId id, std::string_view name, Value value) {
    return small().say(Message(id, {{name, std::move(value)}}));
}

std::string is(Value value) {
    return it("small.it", "it", std::move(value));
}

std::string starts(Value value) {
    return it("small.start", "it", std::move(value));
}

const GroupName researchers{"researcher", {}};
const GroupName others{"other", {}};
const GroupName payments{{}, "Payments"};

TEST(Wording, ADefaultMessageSaysNothing) {
    EXPECT_THAT(small().text(Message()), IsEmpty());
    EXPECT_EQ(small().say(Message()), "");
    EXPECT_EQ(is(Message()), "It is .");
}

TEST(Wording, WordsAndArguments) {
    EXPECT_EQ(small().say(Message("small.words")), "nobody answered");
    EXPECT_EQ(is(Name{"Git"}), "It is Git.");
}

TEST(Wording, ACountIsToldOrKeptConfidential) {
    EXPECT_EQ(is(Count(3)), "It is 3.");
    EXPECT_EQ(is(Count(16'160)), "It is 16,160.");
    EXPECT_EQ(is(Count(4, 5)), "It is fewer than 5.");
    EXPECT_EQ(is(Count(1, 5)), "It is fewer than 5.");
    EXPECT_EQ(is(Count(5, 5)), "It is 5.");
    EXPECT_EQ(is(Count(0, 5)), "It is 0."); // nobody is no small number of somebody
}

TEST(Wording, AHiddenCountHoldsNoNumber) {
    EXPECT_EQ(Count(2, 5), Count(4, 5));
    EXPECT_TRUE(Count(2, 5).hidden());
    EXPECT_ANY_THROW((void)Count(2, 5).number());
}

TEST(Wording, ACountInWordsWhereTheLanguageHasOne) {
    EXPECT_EQ(it("small.word", "n", Count(3)), "three of them");
    EXPECT_EQ(it("small.word", "n", Count(4)), "4 of them");
    EXPECT_EQ(it("small.word", "n", Count(3, 5)), "fewer than 5 of them");
}

TEST(Wording, DecimalsAreToldFromTheirLimit) {
    EXPECT_EQ(is(Decimal(0.62)), "It is 0.62.");
    EXPECT_EQ(is(Decimal(-0.004)), "It is 0.00.");
    EXPECT_EQ(is(Decimal(0.62, 1)), "It is 0.6.");
    EXPECT_EQ(is(Decimal(0.1496, 0.15)), "It is 0.1496.");
    EXPECT_EQ(is(Decimal(0.62, 0.15)), "It is 0.62.");
    EXPECT_EQ(is(Decimal(std::numeric_limits<double>::quiet_NaN())), "It is n/a.");
}

TEST(Wording, SharesNeverClaimNoneOrAll) {
    EXPECT_EQ(is(Share(0.82)), "It is 82%.");
    EXPECT_EQ(is(Share(0)), "It is 0%.");
    EXPECT_EQ(is(Share(1)), "It is 100%.");
    EXPECT_EQ(is(Share(0.0049)), "It is under 1%.");
    EXPECT_EQ(is(Share(0.0051)), "It is 1%.");
    EXPECT_EQ(is(Share(0.9951)), "It is over 99%.");
    EXPECT_EQ(is(Share(0.9949)), "It is 99%.");
    EXPECT_EQ(is(Share(0.0482, 0.05)), "It is 4.8%.");
    EXPECT_EQ(starts(Share(0.0049)), "Under 1% is it.");
}

TEST(Wording, APAloneOrAsAStatement) {
    EXPECT_EQ(is(Probability{0.0124}), "It is 0.012.");
    EXPECT_EQ(is(Probability{0.001}), "It is 0.001.");
    EXPECT_EQ(is(Probability{0.0009}), "It is below 0.001.");
    EXPECT_EQ(is(Probability{1}), "It is 1.000.");
    EXPECT_EQ(it("small.statement", "p", Probability{0.0124}), "p = 0.012");
    EXPECT_EQ(it("small.statement", "p", Probability{0.0009}), "p below 0.001");
    EXPECT_EQ(starts(Probability{0.0009}), "Below 0.001 is it.");
}

TEST(Wording, TheLevelOfAnInterval) {
    EXPECT_EQ(is(Level{0.95}), "It is 95%.");
    EXPECT_EQ(is(Level{0.999}), "It is 99.9%.");
}

TEST(Wording, AGroupInTheFormsOfTheLanguage) {
    EXPECT_EQ(is(researchers), "It is researchers.");
    EXPECT_EQ(is(payments), "It is Payments.");
    EXPECT_EQ(it("small.group-many", "group", researchers), "researchers");
    EXPECT_EQ(it("small.group-many", "group", payments), "people of Payments");
    EXPECT_EQ(it("small.group-short", "group", others), "others");
    EXPECT_EQ(it("small.group-short", "group", payments), "of Payments");
    EXPECT_EQ(it("small.group-short", "group", researchers), "researchers"); // no shorter form
    EXPECT_THROW(it("small.group-absent", "group", researchers), std::logic_error);
    EXPECT_THROW(is(GroupName{"manager", {}}), std::logic_error);
}

TEST(Wording, PeopleOfAGroupOrOfNone) {
    EXPECT_EQ(is(People{researchers, Count(5)}), "It is 5 researchers.");
    EXPECT_EQ(is(People{researchers, Count(1)}), "It is 1 researcher.");
    EXPECT_EQ(is(People{researchers, Count(0)}), "It is 0 researchers.");
    EXPECT_EQ(is(People{researchers, Count(1, 5)}), "It is fewer than 5 researchers.");
    EXPECT_EQ(is(People{payments, Count(1)}), "It is 1 person of Payments.");
    EXPECT_EQ(is(People{payments, Count(7)}), "It is 7 people of Payments.");
    EXPECT_EQ(is(People{{}, Count(1)}), "It is 1 person.");
    EXPECT_EQ(is(People{{}, Count(1'000)}), "It is 1,000 people.");
}

TEST(Wording, PeopleInAForm) {
    EXPECT_EQ(it("small.all", "people", People{researchers, Count(5)}), "All 5 researchers");
    EXPECT_EQ(it("small.all", "people", People{researchers, Count(1)}), "The one researcher");
    EXPECT_EQ(it("small.all", "people", People{researchers, Count(2, 5)}), "The researchers");
    EXPECT_EQ(it("small.short", "people", People{others, Count(3)}), "3 others");
    EXPECT_EQ(it("small.short", "people", People{payments, Count(3)}), "3 of Payments");
    EXPECT_EQ(it("small.short", "people", People{researchers, Count(3)}), "3 researchers");
    EXPECT_THROW(it("small.few", "people", People{researchers, Count(3)}), std::logic_error);
}

TEST(Wording, PluralsGoByTheNumber) {
    EXPECT_EQ(it("small.plural", "n", Count(0)), "none");
    EXPECT_EQ(it("small.plural", "n", Count(1)), "one");
    EXPECT_EQ(it("small.plural", "n", Count(2)), "a pair");
    EXPECT_EQ(it("small.plural", "n", Count(3)), "3");
    EXPECT_EQ(it("small.plural", "n", Count(2, 5)), "some");
    EXPECT_EQ(it("small.plural", "n", Count(0, 5)), "none");
    EXPECT_EQ(it("small.plural", "n", People{researchers, Count(1)}), "one");
    EXPECT_EQ(it("small.plural", "n", People{researchers, Count(3)}), "3 researchers");
    EXPECT_EQ(it("small.plural", "n", People{researchers, Count(1, 5)}), "some");
}

TEST(Wording, TheNearestPluralCounts) {
    EXPECT_EQ(it("small.plural-order", "n", Count(1)), "exactly one");
    EXPECT_EQ(it("small.plural-order", "n", Count(2, 5)), "many");
    EXPECT_EQ(it("small.plural-other", "n", Count(1)), "any");
    EXPECT_EQ(it("small.shared", "n", Count(1)), "few");
    EXPECT_EQ(it("small.shared", "n", Count(3, 5)), "few");
    EXPECT_EQ(it("small.shared", "n", Count(3)), "many");
    EXPECT_EQ(it("small.shared", "n", Count(0)), "many");
}

TEST(Wording, SelectsByACaseARoleOrWhetherThereIsAMessage) {
    EXPECT_EQ(it("small.select", "what", yes_or_no(true)), "it is");
    EXPECT_EQ(it("small.select", "what", yes_or_no(false)), "it is not");
    EXPECT_EQ(it("small.select", "what", researchers), "they research");
    EXPECT_EQ(it("small.select", "what", others), "it is not");
    EXPECT_EQ(it("small.select", "what", payments), "a team");
    EXPECT_EQ(it("small.select", "what", Message()), "nothing");
    EXPECT_EQ(it("small.select", "what", Message("small.words")), "so: nobody answered");
}

TEST(Wording, ATeamNamedLikeARoleIsATeam) {
    const GroupName team{{}, "researcher"};
    EXPECT_EQ(it("small.select", "what", team), "a team");
    EXPECT_EQ(it("small.group-many", "group", team), "people of researcher");
    EXPECT_EQ(starts(team), "researcher is it.");
    EXPECT_EQ(is(People{team, Count(1)}), "It is 1 person of researcher.");
}

TEST(Wording, ACapitalForOurWordsOnly) {
    EXPECT_EQ(starts(researchers), "Researchers is it.");
    EXPECT_EQ(starts(GroupName{{}, "payments"}), "payments is it.");
    EXPECT_EQ(starts(Name{"pandas"}), "pandas is it.");
    EXPECT_EQ(starts(Count(3)), "3 is it.");
    EXPECT_EQ(starts(Count(3, 5)), "Fewer than 5 is it.");
    EXPECT_EQ(starts(Message("small.words")), "Nobody answered is it.");
    EXPECT_EQ(starts(Message()), " is it.");
    EXPECT_EQ(starts(People{payments, Count(3)}), "3 people of Payments is it.");
    EXPECT_EQ(starts(List({researchers, payments})), "Researchers and Payments is it.");
}

TEST(Wording, ACapitalInsideASentence) {
    // Words go on in one run; the letter after them is the one that is made large.
    const auto said = [](Value first, Value second) {
        return small().say(Message("small.two-starts",
                                   {{"first", std::move(first)}, {"second", std::move(second)}}));
    };
    EXPECT_EQ(said(Message("small.words"), Message("small.words")),
              "nobody answered. Nobody answered.");
    EXPECT_EQ(said(Name{"git"}, Message("small.words")), "git. Nobody answered.");
    EXPECT_EQ(said(Message("small.words"), researchers), "nobody answered. Researchers.");
    EXPECT_EQ(said(Message("small.words"), Name{"git"}), "nobody answered. git.");
    EXPECT_EQ(said(Message("small.words"), Message()), "nobody answered. .");
}

TEST(Wording, LettersWithMarksHaveCapitalsToo) {
    const auto one = [](const char* words) {
        const auto made = catalogue({{"small.words", words}, {"small.start", "{^it}"}});
        return Wording(made, made).say(Message("small.start", {{"it", Message("small.words")}}));
    };
    EXPECT_EQ(one("über Wasser"), "Über Wasser");
    EXPECT_EQ(one("ähnlich"), "Ähnlich");
    EXPECT_EQ(one("öfter"), "Öfter");
    EXPECT_EQ(one("être"), "Être");
    EXPECT_EQ(one("Ähnlich"), "Ähnlich");
    EXPECT_EQ(one("ß"), "ß"); // has none
    EXPECT_EQ(one("0 people"), "0 people");
    EXPECT_EQ(one("机器"), "机器");
}

TEST(Wording, Lists) {
    const std::vector<Value> names{Name{"Git"}, Name{"DVC"}, Name{"AWS"}, Name{"Argo"}};
    const auto first = [&](std::ptrdiff_t count, std::size_t most = List::all,
                           List::Last last = List::Last::And) {
        return small().say(Value(List({names.begin(), names.begin() + count}, most, last)));
    };
    EXPECT_EQ(first(0), "");
    EXPECT_EQ(first(1), "Git");
    EXPECT_EQ(first(2), "Git and DVC");
    EXPECT_EQ(first(3), "Git, DVC and AWS");
    EXPECT_EQ(first(3, List::all, List::Last::Or), "Git, DVC or AWS");
    EXPECT_EQ(first(3, List::all, List::Last::None), "Git; DVC; AWS");
    EXPECT_EQ(first(4, 2), "Git, DVC and 2 more");
    EXPECT_EQ(first(4, 3), "Git, DVC, AWS and Argo"); // "1 more" would take as much room
    EXPECT_EQ(first(4, 1), "Git and 3 more");
    EXPECT_EQ(first(4, 2, List::Last::Or), "Git, DVC or 2 more");
    EXPECT_EQ(first(4, 2, List::Last::None), "Git; DVC; 2 more");
}

TEST(Wording, TheFormOfAListIsThatOfItsItems) {
    EXPECT_EQ(it("small.each", "items", List({payments, researchers})),
              "people of Payments and researchers");
}

TEST(Wording, MessagesInsideMessages) {
    EXPECT_EQ(is(Message("small.it", {{"it", Message("small.it", {{"it", Count(1)}})}})),
              "It is It is It is 1...");
    EXPECT_EQ(small().say(Value(List({Message("small.words"), Share(0.5)}))),
              "nobody answered and 50%");
}

TEST(Wording, SentencesOneAfterTheOther) {
    const Message one("small.words");
    EXPECT_EQ(small().say(sentences(one, one)), "nobody answered nobody answered");
    EXPECT_EQ(sentences(one, {}), one);
    EXPECT_EQ(sentences({}, one), one);
    EXPECT_TRUE(sentences({}, {}).empty());
}

/// The objection to a message that cannot be said.
std::string refusal(const Message& message) {
    try {
        (void)small().say(message);
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return "nothing";
}

TEST(Wording, MistakesOfTheProgramAreThrown) {
    EXPECT_EQ(refusal(Message("small.absent")), "no message small.absent");
    EXPECT_EQ(refusal(Message("small.it")), "message small.it lacks the argument it");
    EXPECT_EQ(refusal(Message("small.it", {{"that", Count(1)}})),
              "message small.it lacks the argument it");
    EXPECT_EQ(refusal(Message("small.select")), "message small.select lacks the argument what");
    EXPECT_EQ(refusal(Message("small.it", {{"it", Message("small.absent")}})),
              "no message small.absent");
    EXPECT_EQ(refusal(Message("small.select", {{"what", Name{"yes"}}})),
              "message small.select selects by what is no choice");
    EXPECT_EQ(refusal(Message("small.select", {{"what", Count(1)}})),
              "message small.select selects by what is no choice");
    EXPECT_EQ(refusal(Message("small.plural", {{"n", Decimal(1)}})),
              "message small.plural counts what is no number");
    EXPECT_EQ(refusal(Message("small.told-case", {{"what", Select{"yes"}}})),
              "a message tells the case yes");
    EXPECT_THROW(Wording("tlh"), std::logic_error);
}

TEST(Wording, WhatACaseDoesNotUseMayBeMissing) {
    EXPECT_EQ(it("small.plural", "n", Count(0)), "none");
    EXPECT_EQ(small().say(Message("small.words", {{"unused", Count(1)}})), "nobody answered");
}

TEST(Wording, WhatALanguageLacksIsSaidInEnglishWithItsNumbers) {
    const auto german = catalogue({{"number.decimal", ","},
                                   {"number.percent", "\u00A0%"},
                                   {"group.researcher.name", "Forschende"},
                                   {"small.start", "Es ist {it}."}});
    const Wording wording(german, small_english());
    EXPECT_EQ(wording.say(Message("small.start", {{"it", Decimal(0.62)}})), "Es ist 0,62.");
    EXPECT_EQ(wording.say(Message("small.it", {{"it", Decimal(0.62)}})), "It is 0,62.");
    EXPECT_EQ(wording.say(Message("small.it", {{"it", researchers}})), "It is Forschende.");
    EXPECT_EQ(wording.say(Message("small.it", {{"it", payments}})), "It is Payments.");
    EXPECT_EQ(wording.say(Message("small.it", {{"it", Count(1'000)}})), "It is 1,000.");
    EXPECT_EQ(wording.say(Message("small.it", {{"it", Share(0.001)}})), "It is under 1\u00A0%.");
    EXPECT_THROW((void)wording.say(Message("small.absent")), std::logic_error);
}

/// Each run as "kind text (group)".
std::vector<std::string> runs(const Text& text) {
    std::vector<std::string> list;
    for (const auto& run : text) {
        const char* kind = run.kind == Run::Kind::Words    ? "words"
                           : run.kind == Run::Kind::Number ? "number"
                           : run.kind == Run::Kind::Count  ? "count"
                           : run.kind == Run::Kind::Role   ? "role"
                           : run.kind == Run::Kind::Team   ? "team"
                                                           : "name";
        list.push_back(std::string(kind) + " <" + run.text + ">" +
                       (run.group.empty() ? "" : " of " + run.group));
    }
    return list;
}

std::vector<std::string> runs_of(Value value) {
    return runs(small().text(Message("small.it", {{"it", std::move(value)}})));
}

TEST(Runs, RememberWhatTheyAre) {
    EXPECT_THAT(runs_of(Decimal(-0.62)),
                ElementsAre("words <It is >", "number <-0.62>", "words <.>"));
    EXPECT_THAT(runs_of(Share(0.5)), ElementsAre("words <It is >", "number <50%>", "words <.>"));
    EXPECT_THAT(runs_of(Share(0.001)),
                ElementsAre("words <It is under >", "number <1%>", "words <.>"));
    EXPECT_THAT(runs_of(Probability{0}),
                ElementsAre("words <It is below >", "number <0.001>", "words <.>"));
    EXPECT_THAT(runs_of(Level{0.95}), ElementsAre("words <It is >", "number <95%>", "words <.>"));
    EXPECT_THAT(runs_of(Count(7)), ElementsAre("words <It is >", "count <7>", "words <.>"));
    EXPECT_THAT(runs_of(Count(2, 5)),
                ElementsAre("words <It is fewer than >", "count <5>", "words <.>"));
    EXPECT_THAT(runs_of(Name{"Git"}), ElementsAre("words <It is >", "name <Git>", "words <.>"));
    EXPECT_THAT(runs_of(researchers),
                ElementsAre("words <It is >", "role <researchers> of researcher", "words <.>"));
    EXPECT_THAT(runs_of(payments),
                ElementsAre("words <It is >", "team <Payments> of Payments", "words <.>"));
    EXPECT_THAT(runs_of(Message("small.words")), ElementsAre("words <It is nobody answered.>"));
}

TEST(Runs, ATeamsNameIsApartFromTheWordsAroundIt) {
    EXPECT_THAT(runs_of(People{payments, Count(3)}),
                ElementsAre("words <It is >", "count <3>", "words < people of >",
                            "team <Payments> of Payments", "words <.>"));
    EXPECT_THAT(runs_of(People{researchers, Count(3)}),
                ElementsAre("words <It is >", "count <3>", "words < >",
                            "role <researchers> of researcher", "words <.>"));
    EXPECT_THAT(runs_of(People{{}, Count(3)}),
                ElementsAre("words <It is >", "count <3>", "words < people.>"));
    // A team that is called as a role is: still a team.
    EXPECT_THAT(runs_of(GroupName{{}, "researcher"}),
                ElementsAre("words <It is >", "team <researcher> of researcher", "words <.>"));
}

TEST(Runs, NamesAreLeftAsTheyAre) {
    const std::string hostile = "<b>{name}</b>\n\x1b[31m 0.71 {^x}";
    EXPECT_EQ(is(Name{hostile}), "It is " + hostile + ".");
    EXPECT_EQ(starts(Name{hostile}), hostile + " is it.");
    EXPECT_EQ(is(GroupName{{}, hostile}), "It is " + hostile + ".");
    EXPECT_THAT(runs_of(Name{hostile}),
                ElementsAre("words <It is >", "name <" + hostile + ">", "words <.>"));
}

TEST(Runs, OnlyWhatCameFromOutsideIsGiven) {
    for (const auto& run :
         small().text(Message("small.it", {{"it", People{payments, Count(3)}}}))) {
        EXPECT_EQ(run.is_given(), run.text == "Payments") << run.text;
    }
    for (const auto& run : small().text(Message("small.it", {{"it", researchers}}))) {
        EXPECT_FALSE(run.is_given()) << run.text;
    }
    EXPECT_TRUE((reports::Run{reports::Run::Kind::Name, "Git"}.is_given()));
}

TEST(Runs, PlainIsAllOfThem) {
    EXPECT_EQ(plain({}), "");
    EXPECT_EQ(plain({{Run::Kind::Words, "It is "}, {Run::Kind::Number, "-0.62"}}), "It is -0.62");
}

TEST(English, IsTheLanguageOfTheProduct) {
    EXPECT_EQ(english(Message("diagonal.building")), "building diagonal");
    EXPECT_THAT(english({Message("diagonal.building"), Message()}),
                ElementsAre("building diagonal", ""));
    EXPECT_EQ(english().say(Value(People{GroupName{"hybrid", {}}, Count(1)})), "1 hybrid");
    EXPECT_EQ(Wording().say(Message("end.model")), "the model end");
}

/// Every role of the model in every form that is asked for anywhere.
TEST(English, EveryRoleAndTeamHasEveryForm) {
    for (const auto& group :
         {GroupName{"researcher", {}}, GroupName{"engineer", {}}, GroupName{"hybrid", {}},
          GroupName{"other", {}}, GroupName{{}, "Payments"}}) {
        for (const auto number : {0U, 1U, 2U}) {
            const auto said = english().say(Value(People{group, Count(number)}));
            EXPECT_THAT(said, HasSubstr(std::to_string(number) + " "));
            EXPECT_NE(said.find_first_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << said;
        }
        EXPECT_FALSE(english().say(Value(group)).empty());
    }
}

TEST(Languages, EachHasItsMessagesAndEnglishIsTheFirst) {
    ASSERT_EQ(languages().front(), "en");
    for (const auto language : languages()) {
        EXPECT_FALSE(Wording(language).say(Message("diagonal.building")).empty()) << language;
    }
}

} // namespace
} // namespace assess::reports
