// The privacy gate's ledger: what was ever shown of a round, and what may be shown now.
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/store/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace assess {
namespace {

std::string as_text(const std::vector<SubmissionNumber>& numbers) {
    return fmt::format("{}", fmt::join(numbers, " "));
}

std::vector<SubmissionNumber> numbers_in(std::string_view text) {
    std::vector<SubmissionNumber> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        SubmissionNumber number = 0;
        const auto [after, error] = std::from_chars(at, end, number);
        if (error != std::errc()) {
            break; // the digest has been checked: nothing else stands there
        }
        numbers.push_back(number);
        at = after == end ? end : after + 1;
    }
    return numbers;
}

std::string digest_of_shown(long long round, const std::string& label,
                            const std::string& submissions) {
    return fnv1a64_digest(fmt::format("{}\n{}\n{}", round, label, submissions));
}

void record(store::Connection& connection, const Round& round, const ShownSet& set,
            std::string_view now) {
    const long long id = round.id;
    const auto submissions = as_text(set.submissions);
    const auto digest = digest_of_shown(id, set.label, submissions);
    const auto time = store::time_in(round, now);
    connection.sql() << "INSERT INTO shown_sets (round_id, label, submissions, digest, shown) "
                        "VALUES (:round, :label, :submissions, :digest, :shown)",
        soci::use(store::lasting(id)), soci::use(store::lasting(set.label)),
        soci::use(store::lasting(submissions)), soci::use(store::lasting(digest)),
        soci::use(store::lasting(time));
}

/// All submissions of a round, and the team of each.
struct Candidates {
    std::vector<StoredSubmission> submissions; ///< by number
    std::vector<std::string> teams;
    std::set<SubmissionNumber> newest;

    Candidates(Store::Parts& parts, const Round& round, const TeamNames& team_names) {
        auto all = parts.submissions_by_number(round, true);
        for (const auto& [number, submission] : all) {
            newest.insert(number);
        }
        all.merge(parts.submissions_by_number(round, false));
        for (auto& [number, submission] : all) {
            submissions.push_back(std::move(submission));
        }
        teams = team_names(submissions);
    }

    /// The newest ones, or all others.
    [[nodiscard]] std::vector<Candidate> which(bool are_newest) const {
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < submissions.size(); ++i) {
            const auto& one = submissions[i];
            if (newest.contains(one.number) == are_newest) {
                candidates.push_back(
                    {one.number, one.person, std::string(id_of(one.role)), teams.at(i)});
            }
        }
        return candidates;
    }

    [[nodiscard]] std::size_t place_of(SubmissionNumber number) const {
        const auto found =
            std::ranges::lower_bound(submissions, number, {}, &StoredSubmission::number);
        return static_cast<std::size_t>(found - submissions.begin());
    }
};

} // namespace

std::vector<ShownSet> Store::Parts::shown(const Round& round) {
    ShownSet set;
    std::string submissions;
    std::string digest;
    const long long id = round.id;
    soci::statement statement =
        (connection.sql().prepare << "SELECT label, submissions, digest FROM shown_sets WHERE "
                                     "round_id = :round ORDER BY id",
         soci::use(store::lasting(id)), soci::into(set.label), soci::into(submissions),
         soci::into(digest));
    statement.execute();
    std::vector<ShownSet> sets;
    while (statement.fetch()) {
        if (digest_of_shown(id, set.label, submissions) != digest) {
            throw store::damaged(connection.file(), "the record of what was shown is not as it "
                                                    "was stored");
        }
        set.submissions = numbers_in(submissions);
        sets.push_back(set);
    }
    return sets;
}

std::vector<ShownSet> Store::shown(const Round& round) {
    return store::guarded(m_parts->connection, [&] { return m_parts->shown(round); });
}

Release Store::release(const Round& round, bool by_team, const TeamNames& team_names,
                       std::string_view now) {
    auto& connection = m_parts->connection;
    return store::guarded(connection, [&] {
        store::Transaction transaction(connection);
        auto sets = m_parts->shown(round);
        const Candidates candidates(*m_parts, round, team_names);
        Release release;
        release.plan = plan_release(candidates.which(true), candidates.which(false), sets, by_team,
                                    round.promise);
        for (const auto& set : release.plan.to_record) {
            record(connection, round, set, now);
            sets.push_back(set);
        }
        for (const auto number : release.plan.population) {
            const auto place = candidates.place_of(number);
            release.submissions.push_back(candidates.submissions.at(place));
            release.teams.push_back(candidates.teams.at(place));
        }
        release.texts_may_be_shown = smallest_cell(sets) >= round.promise.least_texts;
        transaction.commit();
        return release;
    });
}

} // namespace assess
