#include "model/text/text.hpp"
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/store/keyed_hash.hpp"
#include "questionnaires/store/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace assess {
namespace {

/// Throws where the round is closed, as the store knows it now.
void check_open(store::Connection& connection, const Round& round) {
    std::string closed;
    const long long id = round.id;
    connection.sql() << "SELECT closed FROM rounds WHERE id = :id", soci::use(store::lasting(id)),
        soci::into(closed);
    if (!connection.sql().got_data()) {
        throw store::damaged(connection.file(), "a round is missing");
    }
    if (!closed.empty()) {
        throw InputError(Diagnostic{
            {},
            fmt::format("the round {} was closed at {}", in_quotes(round.name), closed),
            "Submit it to an open round: --round NAME. See them all: assess round list"});
    }
}

/// Stores the submissions of one file, one person after another.
class Submitting {
public:
    Submitting(Store::Parts& parts, const Round& round, std::string_view now)
        : m_parts(parts), m_sql(parts.connection.sql()), m_round(round), m_round_id(round.id),
          m_received(store::time_in(round, now)) {}

    Outcome take(const Submission& submission) {
        StoredSubmission row;
        row.respondent = m_parts.name_in(m_round, submission.respondent);
        row.role = submission.role;
        row.team = submission.team;
        row.content = submission.content;
        row.route = submission.route;
        row.received = m_received;
        const long long respondent =
            m_parts.find_or_add_respondent(row.respondent, m_round.is_confidential());
        const long long newest = newest_version(respondent);
        if (const long long same = same_version(respondent, row); same > 0) {
            return same == newest ? Outcome::SameAgain : Outcome::OlderAgain;
        }
        row.version = static_cast<int>(newest) + 1;
        insert(respondent, row);
        return newest == 0 ? Outcome::Stored : Outcome::Replaced;
    }

private:
    long long newest_version(long long respondent) {
        long long version = 0;
        m_sql << "SELECT COALESCE(MAX(version), 0) FROM submissions WHERE round_id = :round AND "
                 "respondent_id = :respondent",
            soci::use(store::lasting(m_round_id)), soci::use(store::lasting(respondent)),
            soci::into(version);
        return version;
    }

    /// The newest version that says the same; 0 where none does.
    long long same_version(long long respondent, const StoredSubmission& row) {
        long long version = 0;
        const std::string role(id_of(row.role));
        m_sql << "SELECT COALESCE(MAX(version), 0) FROM submissions WHERE round_id = :round AND "
                 "respondent_id = :respondent AND role = :role AND team = :team AND "
                 "content = :content",
            soci::use(store::lasting(m_round_id)), soci::use(store::lasting(respondent)),
            soci::use(store::lasting(role)), soci::use(store::lasting(row.team)),
            soci::use(store::lasting(row.content)), soci::into(version);
        return version;
    }

    void insert(long long respondent, const StoredSubmission& row) {
        const std::string role(id_of(row.role));
        const std::string route(id_of(row.route));
        const auto digest = store::digest_of(row);
        m_sql << "INSERT INTO submissions (round_id, respondent_id, version, role, team, content, "
                 "digest, route, received) VALUES (:round, :respondent, :version, :role, :team, "
                 ":content, :digest, :route, :received)",
            soci::use(store::lasting(m_round_id)), soci::use(store::lasting(respondent)),
            soci::use(store::lasting(row.version)), soci::use(store::lasting(role)),
            soci::use(store::lasting(row.team)), soci::use(store::lasting(row.content)),
            soci::use(store::lasting(digest)), soci::use(store::lasting(route)),
            soci::use(store::lasting(row.received));
    }

    Store::Parts& m_parts;
    soci::session& m_sql;
    const Round& m_round;
    long long m_round_id;
    std::string m_received;
};

} // namespace

namespace store {

std::string time_in(const Round& round, std::string_view now) {
    return std::string(round.is_confidential() ? now.substr(0, 10) : now);
}

std::string digest_of(const StoredSubmission& submission) {
    return fnv1a64_digest(
        fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", submission.respondent, submission.version,
                    id_of(submission.role), submission.team.size(), submission.team,
                    id_of(submission.route), submission.received, submission.content));
}

Role role_named(std::string_view id, const std::filesystem::path& file) {
    const auto* const found =
        std::find_if(roles.begin(), roles.end(), [&](Role role) { return id_of(role) == id; });
    if (found == roles.end()) {
        throw damaged(file, "a role is none");
    }
    return *found;
}

} // namespace store

std::optional<long long> Store::Parts::find_respondent(const std::string& name, bool hashed) {
    long long id = 0;
    const int flag = hashed ? 1 : 0;
    connection.sql() << "SELECT id FROM respondents WHERE name = :name AND hashed = :hashed",
        soci::use(store::lasting(name)), soci::use(store::lasting(flag)), soci::into(id);
    return connection.sql().got_data() ? std::optional(id) : std::nullopt;
}

long long Store::Parts::find_or_add_respondent(const std::string& name, bool hashed) {
    if (const auto known = find_respondent(name, hashed)) {
        return *known;
    }
    const int flag = hashed ? 1 : 0;
    connection.sql() << "INSERT INTO respondents (name, hashed) VALUES (:name, :hashed)",
        soci::use(store::lasting(name)), soci::use(store::lasting(flag));
    return find_respondent(name, hashed).value();
}

std::map<SubmissionNumber, StoredSubmission> Store::Parts::submissions_by_number(const Round& round,
                                                                                 bool newest) {
    StoredSubmission row;
    long long number = 0;
    long long person = 0;
    std::string role;
    std::string route;
    std::string digest;
    const long long id = round.id;
    soci::statement statement =
        (connection.sql().prepare
             << "SELECT s.id, r.name, r.id, s.role, s.team, s.content, s.route, s.version, "
                "s.received, "
                "s.digest FROM submissions s JOIN respondents r ON r.id = s.respondent_id "
                "WHERE s.round_id = :round AND s.version "
             << (newest ? "=" : "<")
             << " (SELECT MAX(n.version) FROM submissions n WHERE n.round_id = s.round_id AND "
                "n.respondent_id = s.respondent_id) ORDER BY s.id",
         soci::use(store::lasting(id)), soci::into(number), soci::into(row.respondent),
         soci::into(person), soci::into(role), soci::into(row.team), soci::into(row.content),
         soci::into(route), soci::into(row.version), soci::into(row.received), soci::into(digest));
    statement.execute();
    std::map<SubmissionNumber, StoredSubmission> rows;
    while (statement.fetch()) {
        row.number = static_cast<SubmissionNumber>(number);
        row.person = static_cast<std::uint64_t>(person);
        row.role = store::role_named(role, connection.file());
        row.route = route == id_of(Route::Roster) ? Route::Roster : Route::AnswerFile;
        if (store::digest_of(row) != digest) {
            throw store::damaged(connection.file(), "an answer is not as it was stored");
        }
        rows.emplace_hint(rows.end(), row.number, row);
    }
    return rows;
}

std::vector<Outcome> Store::submit(const Round& round, std::span<const Submission> submissions,
                                   std::string_view now) {
    auto& connection = m_parts->connection;
    return store::guarded(connection, [&] {
        store::Transaction transaction(connection);
        check_open(connection, round);
        Submitting submitting(*m_parts, round, now);
        std::vector<Outcome> outcomes;
        for (const auto& submission : submissions) {
            outcomes.push_back(submitting.take(submission));
        }
        transaction.commit();
        return outcomes;
    });
}

std::array<std::size_t, roles.size()> Store::Parts::people_by_role(const Round& round) {
    std::array<std::size_t, roles.size()> people{};
    std::string role;
    long long count = 0;
    const long long id = round.id;
    soci::statement statement =
        (connection.sql().prepare
             << "SELECT s.role, count(*) FROM submissions s WHERE s.round_id = :round AND "
                "s.version = (SELECT MAX(n.version) FROM submissions n WHERE n.round_id = "
                "s.round_id AND n.respondent_id = s.respondent_id) GROUP BY s.role",
         soci::use(store::lasting(id)), soci::into(role), soci::into(count));
    statement.execute();
    while (statement.fetch()) {
        people.at(static_cast<std::size_t>(store::role_named(role, connection.file()))) =
            static_cast<std::size_t>(count);
    }
    return people;
}

/// One person of the list after another: their role, and whether they have answered.
void Store::Parts::count_asked(const Round& round, Response& response) {
    std::string role;
    int answered = 0;
    const long long id = round.id;
    soci::statement statement =
        (connection.sql().prepare
             << "SELECT a.role, CASE WHEN EXISTS (SELECT 1 FROM submissions s WHERE "
                "s.round_id = a.round_id AND s.respondent_id = a.respondent_id) THEN 1 ELSE 0 "
                "END FROM asked a WHERE a.round_id = :round",
         soci::use(store::lasting(id)), soci::into(role), soci::into(answered));
    statement.execute();
    std::array<Response::OfRole, roles.size()> by_role{};
    while (statement.fetch()) {
        const auto of = store::role_named(role, connection.file());
        auto& entry = by_role.at(static_cast<std::size_t>(of));
        entry.role = of;
        ++entry.asked;
        entry.answered += answered == 1 ? 1 : 0;
    }
    for (const auto& entry : by_role) {
        if (entry.asked > 0) {
            response.asked += entry.asked;
            response.roles.push_back(entry);
        }
    }
}

Response Store::response(const Round& round) {
    return store::guarded(m_parts->connection, [&] {
        Response response;
        response.by_answer = m_parts->people_by_role(round);
        response.answered =
            std::accumulate(response.by_answer.begin(), response.by_answer.end(), std::size_t{0});
        m_parts->count_asked(round, response);
        std::size_t listed = 0;
        for (const auto& entry : response.roles) {
            listed += entry.answered;
        }
        response.not_listed = response.answered - std::min(listed, response.answered);
        return response;
    });
}

std::vector<StoredSubmission> Store::newest(const Round& round) {
    return store::guarded(m_parts->connection, [&] {
        std::vector<StoredSubmission> rows;
        for (auto& [number, row] : m_parts->submissions_by_number(round, true)) {
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

std::optional<std::uint64_t> Store::confidential_person(std::string_view respondent) {
    return store::guarded(m_parts->connection, [&]() -> std::optional<std::uint64_t> {
        const auto id = m_parts->find_respondent(store::keyed_hash(m_parts->key, respondent), true);
        return id ? std::optional(static_cast<std::uint64_t>(*id)) : std::nullopt;
    });
}

std::optional<Role> Store::asked_role(const Round& round, std::string_view respondent) {
    auto& connection = m_parts->connection;
    return store::guarded(connection, [&]() -> std::optional<Role> {
        std::string role;
        const long long id = round.id;
        const auto name = m_parts->name_in(round, respondent);
        const int hashed = round.is_confidential() ? 1 : 0;
        connection.sql() << "SELECT a.role FROM asked a JOIN respondents r ON r.id = "
                            "a.respondent_id WHERE a.round_id = :round AND r.name = :name AND "
                            "r.hashed = :hashed",
            soci::use(store::lasting(id)), soci::use(store::lasting(name)),
            soci::use(store::lasting(hashed)), soci::into(role);
        if (!connection.sql().got_data()) {
            return std::nullopt;
        }
        return store::role_named(role, connection.file());
    });
}

} // namespace assess
