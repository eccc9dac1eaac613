// Laws of the engine: whatever the definition and whatever the moves, the invariants hold that
// session.hpp states. Thousands of random walks; the seed of a failing one is printed.
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/engine/session.hpp"
#include "tests/unit/questionnaires/engine/landscape.hpp"
#include "tests/unit/questionnaires/engine/random_definition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::vector<std::string> keys_of(const std::vector<Item>& items) {
    std::vector<std::string> keys;
    for (const Item& item : items) {
        keys.push_back(item.key);
    }
    return keys;
}

void expect_invariants(const Session& session) {
    const auto keys = keys_of(session.items());
    EXPECT_EQ(session.items(),
              shown_items(session.definition(), landscape(), session.draft().answers));
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size()) << "twice";
    const Item* current = session.current();
    EXPECT_EQ(session.draft().at, current == nullptr ? "" : current->key);
    if (current != nullptr) {
        EXPECT_THAT(keys, testing::Contains(current->key));
    }
    EXPECT_LE(session.how_far().done, session.how_far().shown);

    const auto result = session.result();
    EXPECT_EQ(result.size(), keys.size());
    for (const auto& [key, answer] : result) {
        EXPECT_THAT(keys, testing::Contains(key));
    }
    std::set<std::string> missing;
    for (const Refusal& refusal : session.missing()) {
        missing.insert(refusal.key);
    }
    for (const Item& item : session.items()) {
        const bool required = session.definition().questions[item.question].required;
        const Answer* given = session.answer_to(item.key);
        EXPECT_EQ(missing.contains(item.key), required && given == nullptr);
        if (given != nullptr) {
            EXPECT_EQ(check_answer(session.definition(), landscape(), item, *given, "en"),
                      std::nullopt)
                << item.key;
            EXPECT_EQ(result.at(item.key), *given);
        }
    }
}

/// One move at random; what it must do to the draft is checked here.
void move(Session& session, RandomWorld& world) {
    const Draft before = session.draft();
    const auto items = session.items();
    const auto some_key = [&] {
        return items.empty() || world.one_in(10) ? "q" + std::to_string(world.below(8))
                                                 : items[world.below(items.size())].key;
    };
    const auto what = world.below(10);
    if (what < 5) {
        const auto key = some_key();
        const auto item = item_of_key(session.definition(), landscape(), key);
        const bool shown = std::ranges::find(items, key, &Item::key) != items.end();
        const Answer answer = item ? world.answer(session.definition().questions[item->question])
                                   : Answer(TextAnswer{"x"});
        const auto refusal = session.answer(key, answer);
        EXPECT_TRUE(shown || refusal) << key;
        if (refusal) {
            EXPECT_EQ(session.draft(), before);
            EXPECT_EQ(refusal->key, key);
        } else {
            auto after = session.draft().answers;
            after.erase(key);
            auto others = before.answers;
            others.erase(key);
            EXPECT_EQ(after, others) << "another answer changed";
        }
    } else if (what < 8) {
        const Item* current = session.current();
        const bool stays = current != nullptr && session.answer_to(current->key) == nullptr &&
                           session.definition().questions[current->question].required;
        EXPECT_EQ(session.next().has_value(), stays);
        if (stays) {
            EXPECT_EQ(session.draft(), before);
        }
    } else if (what == 8) {
        session.back();
        EXPECT_EQ(session.draft().answers, before.answers);
    } else {
        const auto key = some_key();
        const bool shown = std::ranges::find(items, key, &Item::key) != items.end();
        EXPECT_EQ(session.jump(key) == std::nullopt, shown);
        EXPECT_EQ(session.draft().answers, before.answers);
        EXPECT_EQ(session.draft().at, shown ? key : before.at);
    }
    for (const auto& [key, answer] : before.answers) {
        EXPECT_TRUE(session.draft().answers.contains(key)) << "lost the answer to " << key;
    }
}

/// The answers of the draft, given in the order in which their items come up: another way to the
/// same answers shows the same items.
void expect_way_does_not_matter(const Session& session) {
    Session other(session.definition(), landscape(), "en");
    for (std::size_t i = 0; i < other.items().size(); ++i) {
        const std::string key = other.items()[i].key;
        if (const Answer* answer = session.answer_to(key)) {
            EXPECT_EQ(other.answer(key, *answer), std::nullopt) << key;
        }
    }
    EXPECT_EQ(keys_of(other.items()), keys_of(session.items()));
    EXPECT_EQ(other.result(), session.result());
}

void expect_saved_comes_back(const Session& session) {
    const auto text = to_json_text(session.draft());
    const Session again(session.definition(), landscape(), parse_draft(text, "draft.json"));
    EXPECT_EQ(again.draft(), session.draft());
    EXPECT_EQ(again.items(), session.items());
    EXPECT_THAT(again.changes(), testing::IsEmpty());

    const AnswerFile file{session.definition().id,
                          session.definition().version,
                          session.definition().digest,
                          "2021",
                          landscape().digest,
                          "wren-4821",
                          "en",
                          session.result()};
    const auto read = parse_answer_file(to_json_text(file), "answers.json");
    EXPECT_TRUE(read.checksum_fits);
    EXPECT_EQ(answers_as_asked(session.definition(), landscape(), read.file.answers), file.answers);
    EXPECT_EQ(check_against(read.file, "answers.json", session.definition(), landscape()).size(),
              session.missing().size());
}

TEST(EngineLaws, HoldWhateverTheDefinitionAndTheMoves) {
    constexpr std::uint64_t walks = 4000;
    std::size_t without_items = 0;
    std::size_t for_each_without_tools = 0;
    std::size_t finished = 0;
    for (std::uint64_t seed = 1; seed <= walks && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RandomWorld world(seed, landscape());
        const Definition definition = world.definition();
        Session session(definition, landscape(), "en");
        expect_invariants(session);
        const auto moves = world.below(40);
        for (std::size_t i = 0; i < moves && !testing::Test::HasFailure(); ++i) {
            SCOPED_TRACE("move " + std::to_string(i));
            move(session, world);
            expect_invariants(session);
        }
        expect_way_does_not_matter(session);
        expect_saved_comes_back(session);
        without_items += session.items().empty() ? 1U : 0U;
        finished += session.current() == nullptr ? 1U : 0U;
        for (const Section& section : definition.sections) {
            const bool none = std::ranges::none_of(session.items(), [&](const Item& item) {
                return item.question >= section.first &&
                       item.question < section.first + section.count;
            });
            for_each_without_tools += section.for_each && section.count > 0 && none ? 1U : 0U;
        }
    }
    // The walks came by the degenerate cases, too.
    EXPECT_GT(without_items, walks / 100);
    EXPECT_GT(for_each_without_tools, walks / 100);
    EXPECT_GT(finished, walks / 20);
    EXPECT_LT(finished, walks);
}

/// A draft of one random definition, opened with another: what is kept fits, and asking goes on.
TEST(EngineLaws, ADraftOfAnyOtherDefinitionIsMadeToFit) {
    constexpr std::uint64_t walks = 1000;
    for (std::uint64_t seed = 1; seed <= walks && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RandomWorld world(seed, landscape());
        const Definition before = world.definition();
        Session session(before, landscape(), "en");
        for (int i = 0; i < 20; ++i) {
            move(session, world);
        }
        Definition after = world.definition();
        after.version = 2;
        after.digest = "fnv1a64:0000000000000002";
        Session resumed(after, landscape(), session.draft());
        expect_invariants(resumed);
        EXPECT_THAT(resumed.changes(), testing::Not(testing::IsEmpty()));
        for (const auto& [key, answer] : resumed.draft().answers) {
            const auto item = item_of_key(after, landscape(), key);
            ASSERT_TRUE(item) << key;
            EXPECT_EQ(check_answer(after, landscape(), *item, answer, "en"), std::nullopt) << key;
        }
        for (int i = 0; i < 10; ++i) {
            move(resumed, world);
            expect_invariants(resumed);
        }
    }
}

} // namespace
} // namespace assess
