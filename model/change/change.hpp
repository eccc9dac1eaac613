// A change of answers that somebody weighs: a role, a team or a person adopts or drops a tool.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/facts/message.hpp"
#include "model/landscape/landscape.hpp"
#include "model/policy/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// Whom a change is about.
struct Who {
    enum class Kind : std::uint8_t { Everybody, Role, Team, Person } kind = Kind::Everybody;
    std::string id; ///< the role's id, the team's name or the respondent's id; empty: everybody
    friend bool operator==(const Who&, const Who&) = default;
};
/// "everybody", "role", "team" or "person".
std::string_view id_of(Who::Kind kind);

struct Change {
    bool adopts = true; ///< else drops
    ToolIndex tool = 0;
    Depth depth = Depth::Weekly; ///< of an adoption; one that carries weight
    Who who;
    friend bool operator==(const Change&, const Change&) = default;
};
/// What a message tells of a change: who, the kind of that, the tool and the depth.
std::vector<NamedValue> arguments_of(const Change& change, const Landscape& landscape);

/// Reads "TOOL=WHO[:DEPTH]" for an adoption and "TOOL=WHO" for a drop. WHO is a role, a team, a
/// respondent's id or "everybody"; where a name is more than one of these, "role/NAME",
/// "team/NAME" or "person/NAME" says which. Tools and names are found as everywhere else, capitals
/// of no matter. Nothing, and all that is wrong with the closest names in `problems`, where it
/// cannot be read. `option` is the option's name, for the messages. Under a confidential promise
/// persons cannot be named.
///
/// Names may hold '=' and ':' themselves: the text is split at the last '=' that leaves a known
/// tool before it and a known WHO behind it, and of that WHO a ":DEPTH" is taken off only where
/// the whole is no known name.
std::optional<Change> read_change(std::string_view text, bool adopts, std::string_view option,
                                  const Answers& answers, const Landscape& landscape,
                                  Depth default_depth, Diagnostics& problems);

/// Weekly; a bare "uses" where the answers tell no depth at all.
Depth default_depth(const Answers& answers);

/// What a change comes to.
struct AppliedChange {
    Change change;
    std::size_t people = 0;  ///< in `who` who answered about tools
    std::size_t changed = 0; ///< of these, whose answers the change alters
    /// Of these, who use the tool that deeply already (adoption), or do not use it (drop).
    std::size_t unaffected = 0;
};

/// Alters the answers, change after change. To adopt is to use the tool at `depth`, or as deeply
/// as before where that weighs as much or more; to drop is to stop. Who answered nothing about
/// tools is not touched: nobody knows what they use. Respondents are sorted anew.
std::vector<AppliedChange> apply_changes(Answers& answers, const Policy& policy,
                                         std::span<const Change> changes);

/// The same, and every respondent keeps their place.
std::vector<AppliedChange> alter_answers(Answers& answers, const Policy& policy,
                                         std::span<const Change> changes);

} // namespace assess
