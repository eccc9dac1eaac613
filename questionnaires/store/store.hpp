// The store: rounds, who was asked, every submission, and what was ever shown of a round.
// One SQLite file; README.md describes its tables, what it guarantees and what it does not protect.
//
// Every function that changes the store is one transaction and is on the disk when it returns.
// Several processes may use a store at the same time. Times come from the caller, as UTC in
// "2026-11-23T15:40:00Z". All functions throw Error where the store fails (damaged, full disk,
// locked for too long, not writable), and then nothing of that call is stored.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/promise.hpp"
#include "model/privacy/disclosure.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// One dated collection of answers under one questionnaire, one landscape and one promise.
struct Round {
    std::int64_t id = 0;
    std::string name;
    std::string questionnaire; ///< Definition::id
    int questionnaire_version = 0;
    std::string questionnaire_digest;
    std::string edition; ///< of the landscape
    std::string landscape_digest;
    PrivacyPromise promise; ///< fixed when the round was opened
    std::string opened;
    std::string closed; ///< empty: open

    [[nodiscard]] bool is_open() const { return closed.empty(); }
    [[nodiscard]] bool is_confidential() const { return promise.kind == Promise::Confidential; }
};

struct AskedPerson {
    std::string respondent; ///< a pseudonym
    Role role = Role::Other;
    friend bool operator==(const AskedPerson&, const AskedPerson&) = default;
};

/// What a round is opened with.
struct NewRound {
    Round round; ///< `id` and `closed` do not matter
    std::string definition_json;
    std::string landscape_json;
    std::vector<AskedPerson> asked; ///< empty: nobody wrote down who is asked
};

/// The way on which answers came in.
enum class Route : std::uint8_t { AnswerFile, Roster };
/// "answer-file", "roster".
std::string_view id_of(Route route);

/// One person's answers, ready to be stored.
struct Submission {
    std::string respondent; ///< the pseudonym as given
    Role role = Role::Other;
    std::string team;    ///< empty: none
    std::string content; ///< JSON in one spelling, without the respondent
    Route route = Route::AnswerFile;
};

/// What became of a submission.
enum class Outcome : std::uint8_t {
    Stored,     ///< the person's first
    Replaced,   ///< counts now; the earlier ones are kept as versions
    SameAgain,  ///< the person's newest says just that; nothing was done
    OlderAgain, ///< an earlier version says just that, and a newer one counts; nothing was done
};

/// A submission as it was stored.
struct StoredSubmission {
    SubmissionNumber number = 0; ///< never used again, not even after it was forgotten
    std::string respondent;      ///< of a confidential round a keyed hash
    std::uint64_t person = 0;    ///< the same number for all submissions of a person
    Role role = Role::Other;
    std::string team;
    std::string content;
    Route route = Route::AnswerFile;
    int version = 1;      ///< 1, 2, ... of this person in this round
    std::string received; ///< of a confidential round only the day
};

/// How many of those who were asked have answered, by the role in the list of who was asked.
struct Response {
    struct OfRole {
        Role role = Role::Other;
        std::size_t asked = 0;
        std::size_t answered = 0;
    };
    std::vector<OfRole> roles; ///< the roles of the list, in the order of Role
    std::array<std::size_t, assess::roles.size()> by_answer{}; ///< people by the role they give
    std::size_t asked = 0;                                     ///< 0: there is no list
    std::size_t answered = 0;   ///< people with at least one submission
    std::size_t not_listed = 0; ///< of `answered`, those who are not on the list
};

struct Forgotten {
    std::size_t submissions = 0;
    std::size_t rounds = 0;
    bool was_asked = false; ///< stood on a list of who was asked
    /// Copies beside the store, made before an upgrade, that may still hold the answers.
    std::vector<std::filesystem::path> backups;
};

/// What a report of a confidential round is made from.
struct Release {
    ReleasePlan plan;
    std::vector<StoredSubmission> submissions; ///< those of plan.population
    std::vector<std::string> teams;            ///< of each of `submissions`; empty: none
    /// Every text could be from at least the promised number of people, whatever was shown before.
    bool texts_may_be_shown = false;
};

/// The team of each submission, of different spellings the one for all; empty: none.
using TeamNames = std::function<std::vector<std::string>(std::span<const StoredSubmission>)>;

class Store {
public:
    enum class Access : std::uint8_t { Read, Write };

    /// Makes a new store with permissions 0600: whole, or not at all. Throws InputError where
    /// there is a file of that name already.
    static void create(const std::filesystem::path& file, std::string_view now);

    /// Opens a store and checks it: that it is one, that this program knows its version, that
    /// SQLite finds no damage. A store of an earlier version is brought up to date, after a copy
    /// was made beside it. A file that does not pass is not changed. Reading works on a read-only
    /// disk too. Throws InputError where there is no such file or it is no store that this
    /// program knows.
    explicit Store(const std::filesystem::path& file, Access access = Access::Write);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// All rounds, oldest first.
    [[nodiscard]] std::vector<Round> rounds();
    /// Throws InputError with the closest names where there is none of that name.
    [[nodiscard]] Round round(std::string_view name);
    /// The round opened last. Throws InputError where there is none at all.
    [[nodiscard]] Round newest_round();
    /// The texts that a round was opened with.
    [[nodiscard]] std::string definition_json(const Round& round);
    [[nodiscard]] std::string landscape_json(const Round& round);

    /// Throws InputError where there is a round of that name, or the list names a person twice.
    void open_round(const NewRound& opening);
    /// Throws InputError where it is closed already.
    void close_round(const Round& round, std::string_view now);

    /// Stores them all or none. Throws InputError where the round is closed by now.
    std::vector<Outcome> submit(const Round& round, std::span<const Submission> submissions,
                                std::string_view now);

    [[nodiscard]] Response response(const Round& round);
    /// Each person's newest submission, by number. Of a confidential round nothing that is made
    /// from them may be shown: release() is for that.
    [[nodiscard]] std::vector<StoredSubmission> newest(const Round& round);
    /// The number by which confidential rounds know somebody whom lead-entered ones know by
    /// pseudonym: for telling who is in both. Nothing where no confidential round knows them.
    [[nodiscard]] std::optional<std::uint64_t> confidential_person(std::string_view respondent);
    /// The role of a person in the list of who was asked.
    [[nodiscard]] std::optional<Role> asked_role(const Round& round, std::string_view respondent);

    /// Decides what may be shown of a confidential round and records it, in one transaction.
    /// Nothing else may be shown of it. Throws Error where the store cannot be written: what is
    /// not recorded is not shown.
    Release release(const Round& round, bool by_team, const TeamNames& team_names,
                    std::string_view now);
    /// Every set ever shown, oldest first.
    [[nodiscard]] std::vector<ShownSet> shown(const Round& round);

    /// Deletes all submissions of a person in all rounds, and the person, so that no byte of them
    /// stays in the store's files. Nothing in Forgotten is set where there was nothing.
    /// Throws Error where another process keeps the old bytes in use; the next command that
    /// writes to the store finishes the work then.
    Forgotten forget(std::string_view respondent);

    struct Parts; ///< parts.hpp, for the sources of this folder

private:
    std::unique_ptr<Parts> m_parts;
};

/// True where the file begins as SQLite's files do.
bool is_database(const std::filesystem::path& file);

} // namespace assess
