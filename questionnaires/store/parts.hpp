// What the sources of the store share.
#pragma once

#include "questionnaires/store/connection.hpp"
#include "questionnaires/store/store.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace assess {

struct Store::Parts {
    Parts(const std::filesystem::path& file, store::Opening opening) : connection(file, opening) {}

    store::Connection connection;
    std::string key; ///< of the keyed hashes

    /// The name under which a round keeps a respondent: as given, or hashed.
    [[nodiscard]] std::string name_in(const Round& round, std::string_view respondent) const;
    /// The number of a respondent; nothing where the store does not know them.
    std::optional<long long> find_respondent(const std::string& name, bool hashed);
    long long find_or_add_respondent(const std::string& name, bool hashed);

    /// Each person's newest submission, or all the others; by number. Throws where one is not as
    /// it was stored.
    [[nodiscard]] std::map<SubmissionNumber, StoredSubmission>
    submissions_by_number(const Round& round, bool newest);
    [[nodiscard]] std::vector<ShownSet> shown(const Round& round);
    std::array<std::size_t, roles.size()> people_by_role(const Round& round);
    void count_asked(const Round& round, Response& response);
    /// Throws away the bytes of what was deleted; see Store::forget.
    void erase_traces();
};

namespace store {

/// Whole seconds of the day are nobody's business in a confidential round: only the day is kept.
std::string time_in(const Round& round, std::string_view now);

/// The digest by which damage to a stored submission is found.
std::string digest_of(const StoredSubmission& submission);

Role role_named(std::string_view id, const std::filesystem::path& file);

} // namespace store
} // namespace assess
