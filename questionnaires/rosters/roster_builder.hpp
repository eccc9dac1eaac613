// Builds the answers of a roster, whichever layout it comes in: people, teams, tools.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/rosters/words.hpp"
#include "questionnaires/tool_finder.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

class RosterBuilder {
public:
    /// `landscape` must outlive the builder; unknown tools are added to it where `keep_unknown`.
    RosterBuilder(Landscape& landscape, bool keep_unknown);

    /// Adds a person without answers; the index is for the other functions. An empty team is none.
    std::size_t add_person(std::string_view id, Role role, std::string_view team);

    [[nodiscard]] std::size_t people() const { return m_answers.respondents.size(); }
    [[nodiscard]] Role role_of(std::size_t person) const;
    /// Empty where the person has no team.
    [[nodiscard]] std::string_view team_of(std::size_t person) const;

    /// One entry of a list of tools: a name, id or alias, optionally "=depth", or "none".
    std::optional<Complaint> add_entry(std::size_t person, std::string_view entry);
    /// One tool with its depth; an empty depth is a bare "uses it".
    std::optional<Complaint> add_use(std::size_t person, std::string_view tool,
                                     std::string_view depth);

    void warn(std::string warning) { m_answers.warnings.push_back(std::move(warning)); }

    /// The answers, in order. The builder is empty afterwards.
    Answers finish(std::string source, std::size_t rows, bool ids_given);

private:
    std::optional<Complaint> add_none(std::size_t person);
    std::optional<Complaint> add_tool(std::size_t person, ToolIndex tool, Depth depth);

    ToolFinder m_finder;
    bool m_keep_unknown;
    Answers m_answers;
    std::vector<bool> m_said_none;
    std::map<std::string, std::uint32_t, std::less<>> m_teams; ///< name -> order of appearance
    std::size_t m_repeats = 0;
};

/// Gives the teams their place in the order of names, and the respondents the new indices.
void sort_teams(Answers& answers);

} // namespace assess
