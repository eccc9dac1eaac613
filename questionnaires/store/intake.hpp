// Reads one file that came in for a round, whichever kind it is, and makes submissions of it.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/collected/to_answers.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/store/store.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// What one file holds, ready for Store::submit.
struct Incoming {
    std::vector<Submission> submissions;
    bool is_roster = false;
    /// What whoever collects the answers should know and is no error, one sentence each.
    std::vector<std::string> notes;
};

/// A round's questionnaire and landscape, and the way from files and stored contents to values.
class RoundContents {
public:
    /// Throws Error where the store's texts cannot be read by this program.
    RoundContents(Store& store, Round round);

    [[nodiscard]] const Round& round() const { return m_round; }
    [[nodiscard]] const Definition& definition() const { return m_definition; }
    [[nodiscard]] const Landscape& landscape() const { return m_landscape; }

    /// The role of somebody who gives none, by the list of who is asked.
    using AskedRole = std::function<std::optional<Role>(std::string_view)>;

    /// Reads an answer file, or a roster as CSV or JSON. Answers to another version of the
    /// questionnaire, or with another landscape, are made to fit; the notes say what that changed.
    /// Tools that the landscape lacks are kept by name. Throws InputError with every problem, and
    /// Error where the file cannot be read. `name` is what problems call the file.
    [[nodiscard]] Incoming read(const std::filesystem::path& file, const std::string& name,
                                const AskedRole& asked_role) const;

    /// Stored submissions as the answers they are; without the respondents' names where the round
    /// is confidential. The result points to definition(). Throws Error where one is damaged.
    [[nodiscard]] std::vector<CollectedAnswer>
    collected(std::span<const StoredSubmission> submissions) const;

    /// A stored submission as the answer file that it could have come in as.
    [[nodiscard]] std::string as_answer_file(const StoredSubmission& submission) const;

private:
    Round m_round;
    Landscape m_landscape;
    Definition m_definition;
};

} // namespace assess
