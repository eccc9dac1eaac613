#include "model/text/text.hpp"
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/store/keyed_hash.hpp"
#include "questionnaires/store/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace assess {
namespace {

/// A row of the table: the round, the texts, and the digest over all that never changes.
struct StoredRound {
    Round round;
    std::string definition;
    std::string landscape;
};

std::string digest_of_round(const StoredRound& stored) {
    const auto& round = stored.round;
    return fnv1a64_digest(
        fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", round.id, round.name,
                    round.questionnaire, round.questionnaire_version, round.questionnaire_digest,
                    round.edition, round.landscape_digest, id_of(round.promise.kind),
                    round.promise.least_people, round.promise.least_texts, round.opened,
                    stored.definition.size(), stored.definition, stored.landscape));
}

/// The rounds for which `where` holds, oldest first.
std::vector<StoredRound> read_rounds(store::Connection& connection, const std::string& where,
                                     long long id) {
    StoredRound row;
    std::string promise;
    std::string digest;
    long long least_people = 0;
    long long least_texts = 0;
    long long number = 0;
    auto& round = row.round;
    soci::statement statement =
        (connection.sql().prepare
             << "SELECT id, name, questionnaire, questionnaire_version, questionnaire_digest, "
                "definition, edition, landscape_digest, landscape, promise, least_people, "
                "least_texts, opened, closed, digest FROM rounds WHERE "
             << where << " ORDER BY id",
         soci::use(store::lasting(id)), soci::into(number), soci::into(round.name),
         soci::into(round.questionnaire), soci::into(round.questionnaire_version),
         soci::into(round.questionnaire_digest), soci::into(row.definition),
         soci::into(round.edition), soci::into(round.landscape_digest), soci::into(row.landscape),
         soci::into(promise), soci::into(least_people), soci::into(least_texts),
         soci::into(round.opened), soci::into(round.closed), soci::into(digest));
    statement.execute();
    std::vector<StoredRound> rounds;
    while (statement.fetch()) {
        round.id = number;
        round.promise = {
            promise == id_of(Promise::Confidential) ? Promise::Confidential : Promise::LeadEntered,
            static_cast<std::size_t>(least_people), static_cast<std::size_t>(least_texts)};
        if (digest_of_round(row) != digest) {
            throw store::damaged(
                connection.file(),
                fmt::format("the round {} is not as it was opened", in_quotes(round.name)));
        }
        rounds.push_back(row);
    }
    return rounds;
}

StoredRound read_round(store::Connection& connection, std::int64_t id) {
    auto rounds = read_rounds(connection, "id = :id", id);
    if (rounds.empty()) {
        throw store::damaged(connection.file(), "a round is missing");
    }
    return std::move(rounds.front());
}

/// The person who is on the list twice; nothing where there is none.
std::optional<std::string> twice_asked(const std::vector<AskedPerson>& asked) {
    std::set<std::string_view> seen;
    for (const auto& person : asked) {
        if (!seen.insert(person.respondent).second) {
            return person.respondent;
        }
    }
    return std::nullopt;
}

InputError round_problem(std::string what, std::string hint) {
    return InputError(Diagnostic{{}, std::move(what), std::move(hint)});
}

} // namespace

std::string Store::Parts::name_in(const Round& round, std::string_view respondent) const {
    return round.is_confidential() ? store::keyed_hash(key, respondent) : std::string(respondent);
}

std::vector<Round> Store::rounds() {
    return store::guarded(m_parts->connection, [&] {
        std::vector<Round> rounds;
        for (auto& stored : read_rounds(m_parts->connection, "id >= :id", 0)) {
            rounds.push_back(std::move(stored.round));
        }
        return rounds;
    });
}

Round Store::round(std::string_view name) {
    std::vector<std::string> names;
    for (auto& round : rounds()) {
        if (round.name == name) {
            return std::move(round);
        }
        names.push_back(round.name);
    }
    const auto near = closest_names(name, names);
    throw round_problem(fmt::format("the store has no round {}", in_quotes(name)),
                        names.empty()  ? "It has none yet. Open one: assess round open NAME"
                        : near.empty() ? "See them all: assess round list"
                                       : fmt::format("Did you mean {}?", listed(near)));
}

Round Store::newest_round() {
    auto all = rounds();
    if (all.empty()) {
        throw round_problem("the store has no round yet", "Open one: assess round open NAME");
    }
    return std::move(all.back());
}

std::string Store::definition_json(const Round& round) {
    return store::guarded(m_parts->connection,
                          [&] { return read_round(m_parts->connection, round.id).definition; });
}

std::string Store::landscape_json(const Round& round) {
    return store::guarded(m_parts->connection,
                          [&] { return read_round(m_parts->connection, round.id).landscape; });
}

void Store::open_round(const NewRound& opening) {
    if (const auto person = twice_asked(opening.asked)) {
        throw round_problem(fmt::format("{} is asked twice", in_quotes(*person)),
                            "Name everybody once in the list of who is asked.");
    }
    auto& connection = m_parts->connection;
    store::guarded(connection, [&] {
        auto& sql = connection.sql();
        store::Transaction transaction(connection);
        StoredRound row{opening.round, opening.definition_json, opening.landscape_json};
        auto& round = row.round;
        long long same = 0;
        sql << "SELECT count(*) FROM rounds WHERE name = :name",
            soci::use(store::lasting(round.name)), soci::into(same);
        if (same > 0) {
            throw round_problem(
                fmt::format("there is a round {} already", in_quotes(round.name)),
                "Choose another name, such as one with the month. See them all: assess round list");
        }
        round.id = connection.number("SELECT COALESCE(MAX(id), 0) + 1 FROM rounds");
        const long long id = round.id;
        const std::string promise(id_of(round.promise.kind));
        const auto people = static_cast<long long>(round.promise.least_people);
        const auto texts = static_cast<long long>(round.promise.least_texts);
        const auto digest = digest_of_round(row);
        const std::string open;
        sql << "INSERT INTO rounds (id, name, questionnaire, questionnaire_version, "
               "questionnaire_digest, definition, edition, landscape_digest, landscape, promise, "
               "least_people, least_texts, opened, closed, digest) VALUES (:id, :name, "
               ":questionnaire, :version, :questionnaire_digest, :definition, :edition, "
               ":landscape_digest, :landscape, :promise, :people, :texts, :opened, :closed, "
               ":digest)",
            soci::use(store::lasting(id)), soci::use(store::lasting(round.name)),
            soci::use(store::lasting(round.questionnaire)),
            soci::use(store::lasting(round.questionnaire_version)),
            soci::use(store::lasting(round.questionnaire_digest)),
            soci::use(store::lasting(row.definition)), soci::use(store::lasting(round.edition)),
            soci::use(store::lasting(round.landscape_digest)),
            soci::use(store::lasting(row.landscape)), soci::use(store::lasting(promise)),
            soci::use(store::lasting(people)), soci::use(store::lasting(texts)),
            soci::use(store::lasting(round.opened)), soci::use(store::lasting(open)),
            soci::use(store::lasting(digest));
        for (const auto& person : opening.asked) {
            const long long respondent = m_parts->find_or_add_respondent(
                m_parts->name_in(round, person.respondent), round.is_confidential());
            const std::string role(id_of(person.role));
            sql << "INSERT INTO asked (round_id, respondent_id, role) VALUES (:round, "
                   ":respondent, :role)",
                soci::use(store::lasting(id)), soci::use(store::lasting(respondent)),
                soci::use(store::lasting(role));
        }
        transaction.commit();
    });
}

void Store::close_round(const Round& round, std::string_view now) {
    auto& connection = m_parts->connection;
    store::guarded(connection, [&] {
        store::Transaction transaction(connection);
        const auto stored = read_round(connection, round.id).round;
        if (!stored.is_open()) {
            throw round_problem(
                fmt::format("the round {} was closed at {}", in_quotes(round.name), stored.closed),
                "There is nothing to do.");
        }
        const std::string closed(now);
        const long long id = round.id;
        connection.sql() << "UPDATE rounds SET closed = :closed WHERE id = :id",
            soci::use(store::lasting(closed)), soci::use(store::lasting(id));
        transaction.commit();
    });
}

} // namespace assess
