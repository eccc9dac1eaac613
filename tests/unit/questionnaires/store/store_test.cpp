#include "model/diagnostics/diagnostic.hpp"
#include "questionnaires/store/store.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <sys/stat.h>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view now = "2026-11-23T15:40:00Z";
constexpr std::string_view later = "2026-11-24T08:00:01Z";

NewRound new_round(const std::string& name, Promise promise = Promise::LeadEntered) {
    NewRound opening;
    opening.round.name = name;
    opening.round.questionnaire = "team";
    opening.round.questionnaire_version = 3;
    opening.round.questionnaire_digest = "fnv1a64:1";
    opening.round.edition = "current";
    opening.round.landscape_digest = "fnv1a64:2";
    opening.round.promise.kind = promise;
    opening.round.opened = now;
    opening.definition_json = "{\"definition\": \"text with 'quotes' and \xC3\xA4\"}";
    opening.landscape_json = "{}";
    return opening;
}

Submission submission(const std::string& who, const std::string& content,
                      Role role = Role::Engineer) {
    return {who, role, "Search", content, Route::AnswerFile};
}

class StoreFile : public TemporaryFolder {
protected:
    void SetUp() override {
        TemporaryFolder::SetUp();
        m_file = path("a store with = and \"quotes\" % and ?.db");
        Store::create(m_file, now);
    }

    /// Opens a round in the store.
    Round opened(Store& store, const NewRound& opening) {
        store.open_round(opening);
        return store.round(opening.round.name);
    }
    std::vector<Outcome> submit(Store& store, const Round& round, const Submission& one) {
        return store.submit(round, std::span(&one, 1), now);
    }
    /// All bytes of the store's files.
    [[nodiscard]] std::string all_bytes() const {
        std::string bytes;
        for (const auto& entry : std::filesystem::directory_iterator(m_file.parent_path())) {
            bytes += bytes_of_file(entry.path());
        }
        return bytes;
    }

    std::filesystem::path m_file;
};

TEST_F(StoreFile, IsMadeOnceAndIsTheOwnersAlone) {
    struct stat status {};
    ASSERT_EQ(stat(m_file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    const auto before = bytes_of_file(m_file);
    EXPECT_THROW(Store::create(m_file, now), InputError);
    EXPECT_EQ(bytes_of_file(m_file), before);
    EXPECT_THROW(Store::create(path("missing/x.db"), now), Error);
    EXPECT_THROW(Store(path("missing.db")), InputError);
    const auto count = std::distance(std::filesystem::directory_iterator(m_file.parent_path()),
                                     std::filesystem::directory_iterator());
    EXPECT_EQ(count, 1) << "a temporary file is left";
}

TEST_F(StoreFile, KeepsARoundAsItWasOpened) {
    auto opening = new_round("2026-11", Promise::Confidential);
    opening.round.promise.least_people = 8;
    opening.round.promise.least_texts = 12;
    { Store(m_file).open_round(opening); }
    Store store(m_file, Store::Access::Read);
    const auto round = store.round("2026-11");
    EXPECT_EQ(round.questionnaire, "team");
    EXPECT_EQ(round.questionnaire_version, 3);
    EXPECT_EQ(round.questionnaire_digest, "fnv1a64:1");
    EXPECT_EQ(round.edition, "current");
    EXPECT_EQ(round.landscape_digest, "fnv1a64:2");
    EXPECT_EQ(round.promise, opening.round.promise);
    EXPECT_EQ(round.opened, now);
    EXPECT_TRUE(round.is_open());
    EXPECT_EQ(store.definition_json(round), opening.definition_json);
    EXPECT_EQ(store.landscape_json(round), opening.landscape_json);
}

TEST_F(StoreFile, KnowsWhoIsInBothKindsOfRounds) {
    Store store(m_file);
    const auto open = opened(store, new_round("open"));
    const auto secret = opened(store, new_round("secret", Promise::Confidential));
    submit(store, open, submission("wren", "{}"));
    submit(store, open, submission("tern", "{}"));
    submit(store, secret, submission("wren", "{}"));
    const auto hidden = store.newest(secret);
    ASSERT_THAT(hidden, SizeIs(1));
    EXPECT_EQ(store.confidential_person("wren"), hidden.front().person);
    EXPECT_EQ(store.confidential_person("tern"), std::nullopt);
    EXPECT_EQ(store.confidential_person("nobody"), std::nullopt);
    for (const auto& one : store.newest(open)) {
        EXPECT_NE(one.person, hidden.front().person) << "numbers of the two kinds never meet";
    }
}

TEST_F(StoreFile, RefusesARoundTwiceAndAPersonTwice) {
    Store store(m_file);
    store.open_round(new_round("one"));
    EXPECT_THROW(store.open_round(new_round("one")), InputError);
    auto opening = new_round("two");
    opening.asked = {{"wren", Role::Engineer}, {"wren", Role::Hybrid}};
    EXPECT_THROW(store.open_round(opening), InputError);
    EXPECT_THAT(store.rounds(), SizeIs(1));
}

TEST_F(StoreFile, SaysWhichRoundsThereAre) {
    Store store(m_file);
    EXPECT_THROW(static_cast<void>(store.newest_round()), InputError);
    store.open_round(new_round("spring"));
    store.open_round(new_round("autumn"));
    EXPECT_EQ(store.newest_round().name, "autumn");
    try {
        static_cast<void>(store.round("autum"));
        FAIL() << "there is no such round";
    } catch (const InputError& error) {
        EXPECT_THAT(error.diagnostics().front().hint, HasSubstr("autumn"));
    }
}

TEST_F(StoreFile, TellsNewFromChangedFromTheSame) {
    Store store(m_file);
    const auto round = opened(store, new_round("r"));
    EXPECT_THAT(submit(store, round, submission("wren", "1")), ElementsAre(Outcome::Stored));
    EXPECT_THAT(submit(store, round, submission("wren", "1")), ElementsAre(Outcome::SameAgain));
    EXPECT_THAT(submit(store, round, submission("wren", "2")), ElementsAre(Outcome::Replaced));
    EXPECT_THAT(submit(store, round, submission("wren", "1")), ElementsAre(Outcome::OlderAgain));
    EXPECT_THAT(submit(store, round, submission("Wren", "1")), ElementsAre(Outcome::Stored));
    const auto newest = store.newest(round);
    ASSERT_THAT(newest, SizeIs(2));
    EXPECT_EQ(newest[0].content, "2");
    EXPECT_EQ(newest[0].version, 2);
    EXPECT_EQ(newest[0].received, now);
    EXPECT_EQ(newest[1].respondent, "Wren");
}

TEST_F(StoreFile, AnotherRoleOrTeamIsAChange) {
    Store store(m_file);
    const auto round = opened(store, new_round("r"));
    submit(store, round, submission("wren", "1"));
    EXPECT_THAT(submit(store, round, submission("wren", "1", Role::Hybrid)),
                ElementsAre(Outcome::Replaced));
    auto moved = submission("wren", "1", Role::Hybrid);
    moved.team = "Ads";
    EXPECT_THAT(submit(store, round, moved), ElementsAre(Outcome::Replaced));
    EXPECT_EQ(store.newest(round).front().team, "Ads");
}

TEST_F(StoreFile, AClosedRoundTakesNothing) {
    Store store(m_file);
    const auto round = opened(store, new_round("r"));
    store.close_round(round, later);
    EXPECT_THROW(submit(store, round, submission("wren", "1")), InputError);
    EXPECT_THROW(store.close_round(round, later), InputError);
    EXPECT_THAT(store.newest(round), IsEmpty());
    EXPECT_EQ(store.round("r").closed, later);
}

TEST_F(StoreFile, AConfidentialRoundKeepsNoPseudonymAndNoTimeOfDay) {
    Store store(m_file);
    auto opening = new_round("r", Promise::Confidential);
    opening.asked = {{"tern-pseudonym", Role::Hybrid}};
    const auto round = opened(store, opening);
    submit(store, round, submission("wren-pseudonym", "1"));
    EXPECT_THAT(submit(store, round, submission("wren-pseudonym", "1")),
                ElementsAre(Outcome::SameAgain));
    const auto one = store.newest(round).front();
    EXPECT_THAT(one.respondent, SizeIs(64));
    EXPECT_EQ(one.received, "2026-11-23");
    EXPECT_EQ(store.asked_role(round, "tern-pseudonym"), Role::Hybrid);
    EXPECT_EQ(store.asked_role(round, "wren-pseudonym"), std::nullopt);
    EXPECT_THAT(all_bytes(), Not(HasSubstr("pseudonym")));
}

TEST_F(StoreFile, TwoStoresHashOnePseudonymDifferently) {
    const auto hash_in = [&](const std::filesystem::path& file) {
        Store store(file);
        const auto round = opened(store, new_round("r", Promise::Confidential));
        submit(store, round, submission("wren", "1"));
        return store.newest(round).front().respondent;
    };
    Store::create(path("other.db"), now);
    EXPECT_NE(hash_in(m_file), hash_in(path("other.db")));
}

TEST_F(StoreFile, CountsWhoAnsweredOfThoseAsked) {
    Store store(m_file);
    auto opening = new_round("r");
    opening.asked = {{"a", Role::Engineer}, {"b", Role::Engineer}, {"c", Role::Researcher}};
    const auto round = opened(store, opening);
    submit(store, round, submission("a", "1", Role::Hybrid)); // counted by the list's role
    submit(store, round, submission("a", "2", Role::Hybrid));
    submit(store, round, submission("guest", "1"));
    const auto response = store.response(round);
    EXPECT_EQ(response.asked, 3U);
    EXPECT_EQ(response.answered, 2U);
    EXPECT_EQ(response.not_listed, 1U);
    ASSERT_THAT(response.roles, SizeIs(2));
    EXPECT_EQ(response.roles[0].role, Role::Researcher);
    EXPECT_EQ(response.roles[0].answered, 0U);
    EXPECT_EQ(response.roles[1].asked, 2U);
    EXPECT_EQ(response.roles[1].answered, 1U);
    EXPECT_THAT(response.by_answer, ElementsAre(0U, 1U, 1U, 0U));
}

TEST_F(StoreFile, StoresAllOfAFileOrNothing) {
    Store store(m_file);
    const auto round = opened(store, new_round("r"));
    // The second has a name that the tables refuse.
    const std::vector batch{submission("a", "1"), submission("", "1")};
    EXPECT_THROW(store.submit(round, batch, now), Error);
    EXPECT_THAT(store.newest(round), IsEmpty());
}

TEST_F(StoreFile, ForgetsEveryByteOfAPerson) {
    Store store(m_file);
    const std::string secret = "Zqsecret";
    std::vector<Round> rounds{opened(store, new_round("one")),
                              opened(store, new_round("two", Promise::Confidential))};
    for (int i = 0; i < 300; ++i) { // many, so that rows move between pages
        for (const auto& round : rounds) {
            submit(store, round,
                   submission("p" + std::to_string(i % 100),
                              std::string(500, 'x') + std::to_string(i)));
        }
        if (i % 50 == 25) {
            submit(store, rounds[0], submission("gone", secret + std::to_string(i)));
            submit(store, rounds[1], submission("gone", secret + std::to_string(i)));
        }
    }
    EXPECT_THAT(all_bytes(), HasSubstr(secret)) << "the test shows nothing";
    const auto forgotten = store.forget("gone");
    EXPECT_EQ(forgotten.submissions, 12U);
    EXPECT_EQ(forgotten.rounds, 2U);
    EXPECT_THAT(all_bytes(), Not(HasSubstr(secret)));
    EXPECT_THAT(all_bytes(), Not(HasSubstr("gone")));
    EXPECT_THAT(store.newest(rounds[0]), SizeIs(100));
    EXPECT_THAT(store.newest(rounds[1]), SizeIs(100));
    EXPECT_EQ(store.forget("gone").submissions, 0U);
}

TEST_F(StoreFile, AForgottenNumberIsNeverUsedAgain) {
    Store store(m_file);
    const auto round = opened(store, new_round("r"));
    submit(store, round, submission("gone", "1"));
    const auto number = store.newest(round).front().number;
    store.forget("gone");
    submit(store, round, submission("next", "1"));
    EXPECT_GT(store.newest(round).front().number, number);
}

TEST_F(StoreFile, ForgetsWhoWasOnlyAsked) {
    Store store(m_file);
    auto opening = new_round("r");
    opening.asked = {{"wren", Role::Engineer}};
    const auto round = opened(store, opening);
    EXPECT_TRUE(store.forget("wren").was_asked);
    EXPECT_EQ(store.response(round).asked, 0U);
    EXPECT_THAT(all_bytes(), Not(HasSubstr("wren")));
}

std::vector<std::string> no_teams(std::span<const StoredSubmission> submissions) {
    return std::vector<std::string>(submissions.size());
}

TEST_F(StoreFile, RecordsWhatIsShownBeforeItIsShown) {
    Store store(m_file);
    const auto round = opened(store, new_round("r", Promise::Confidential));
    for (int i = 0; i < 6; ++i) {
        submit(store, round, submission("e" + std::to_string(i), "1"));
    }
    submit(store, round, submission("alone", "1", Role::Hybrid));
    const auto release = store.release(round, false, no_teams, now);
    EXPECT_THAT(release.submissions, SizeIs(6));
    EXPECT_FALSE(release.texts_may_be_shown) << "six are fewer than ten";
    ASSERT_THAT(release.plan.held_back, SizeIs(1));
    EXPECT_EQ(release.plan.held_back.front().label, "role:hybrid");
    EXPECT_EQ(store.shown(round), release.plan.to_record);
    EXPECT_THAT(store.release(round, false, no_teams, now).plan.to_record, IsEmpty());
}

TEST_F(StoreFile, ShowsTextsOnlyWhereTenCouldHaveWrittenThem) {
    Store store(m_file);
    const auto round = opened(store, new_round("r", Promise::Confidential));
    for (int i = 0; i < 10; ++i) {
        submit(store, round, submission("e" + std::to_string(i), "1"));
    }
    EXPECT_TRUE(store.release(round, false, no_teams, now).texts_may_be_shown);
    for (int i = 0; i < 5; ++i) { // five new ones may be shown, but their texts would be theirs
        submit(store, round, submission("late" + std::to_string(i), "1"));
    }
    const auto release = store.release(round, false, no_teams, now);
    EXPECT_THAT(release.submissions, SizeIs(15));
    EXPECT_FALSE(release.texts_may_be_shown);
}

TEST_F(StoreFile, IsReadWhileAnotherWrites) {
    Store writer(m_file);
    Store reader(m_file, Store::Access::Read);
    const auto round = opened(writer, new_round("r"));
    submit(writer, round, submission("wren", "1"));
    EXPECT_THAT(reader.newest(round), SizeIs(1));
}

} // namespace
} // namespace assess
