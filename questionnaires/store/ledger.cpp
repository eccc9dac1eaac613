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

std::string digest_of(long long round, const std::string& label, const std::string& submissions) {
    return fnv1a64_digest(fmt::format("{}\n{}\n{}", round, label, submissions));
}

void record(store::Connection& connection, const Round& round, const ShownSet& set,
            std::string_view now) {
    const long long id = round.id;
    const auto submissions = as_text(set.submissions);
    const auto digest = digest_of(id, set.label, submissions);
    const auto time = store::time_in(round, now);
    connection.sql() << "INSERT INTO shown_sets (round_id, label, submissions, digest, shown) "
                        "VALUES (:round, :label, :submissions, :digest, :shown)",
        soci::use(id), soci::use(set.label), soci::use(submissions), soci::use(digest),
        soci::use(time);
}

Candidate candidate_of(const StoredSubmission& submission) {
    return {submission.number, submission.person, std::string(id_of(submission.role)),
            submission.team};
}

std::vector<Candidate> candidates_of(const std::map<SubmissionNumber, StoredSubmission>& all) {
    std::vector<Candidate> candidates;
    for (const auto& [number, submission] : all) {
        candidates.push_back(candidate_of(submission));
    }
    return candidates;
}

} // namespace

std::vector<ShownSet> Store::Parts::shown(const Round& round) {
    ShownSet set;
    std::string submissions;
    std::string digest;
    const long long id = round.id;
    soci::statement statement =
        (connection.sql().prepare << "SELECT label, submissions, digest FROM shown_sets WHERE "
                                     "round_id = :round ORDER BY id",
         soci::use(id), soci::into(set.label), soci::into(submissions), soci::into(digest));
    statement.execute();
    std::vector<ShownSet> sets;
    while (statement.fetch()) {
        if (digest_of(id, set.label, submissions) != digest) {
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

Release Store::release(const Round& round, bool by_team, std::string_view now) {
    auto& connection = m_parts->connection;
    return store::guarded(connection, [&] {
        store::Transaction transaction(connection);
        const auto history = m_parts->shown(round);
        auto current = m_parts->submissions_by_number(round, true);
        auto earlier = m_parts->submissions_by_number(round, false);
        Release release;
        release.plan = plan_release(candidates_of(current), candidates_of(earlier), history,
                                    by_team, round.promise);
        for (const auto& set : release.plan.to_record) {
            record(connection, round, set, now);
        }
        current.merge(earlier);
        for (const auto number : release.plan.population) {
            release.submissions.push_back(std::move(current.at(number)));
        }
        transaction.commit();
        return release;
    });
}

} // namespace assess
