// From what people answered to questionnaires to the one Answers value.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/promise.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/engine/answer.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess {

/// One person's answers, with the definition that asked for them. Items that are not there were
/// not asked: those of a person who came from a roster, say.
struct CollectedAnswer {
    std::string respondent;                 ///< a pseudonym; each person once
    const Definition* definition = nullptr; ///< of the purpose Team; must outlive the call
    AnswerMap answers;
};

/// The role that a person gives; nothing where they give none.
std::optional<Role> role_in(const Definition& definition, const AnswerMap& answers);

/// Each person's team, in the order of `collected`, empty for none: the one name under which
/// to_answers() puts people together who write it differently in capitals, spaces or punctuation.
/// It is the spelling that most people use, of several the first in the alphabet.
std::vector<std::string> team_names(std::span<const CollectedAnswer> collected);

/// What a roster says of a person, as answers to the definition's questions for role, team and
/// tools, as far as it has them. `respondent` is one of `roster`, whose tools are `landscape`'s.
AnswerMap answers_from_roster(const Respondent& respondent, const Answers& roster,
                              const Definition& definition, const Landscape& landscape);

/// Puts answers to any definitions, and to any versions of one, together:
///
/// - A question for tools that records their use is a block. Those of the same id that offer the
///   same tools are one block, whatever the definition. Who skipped it, or was not shown it, is
///   not in the block's base.
/// - A tool that the landscape lacks, or lacks by now, is kept without a place.
/// - Questions with five steps are one score item where id, kind, persona and tool agree,
///   whatever the language. "Don't know", "not applicable" and "skipped" give no score.
/// - Who gives no role is left out, and counted.
///
/// The result does not depend on the order of `collected`. Comments are all there; whoever shows
/// them must keep the promise, which is only passed on here, except that the names of kept tools
/// that fewer people gave than promised are not told in a warning.
/// O(n log n) in the number of answers. Throws Error where there are more than
/// Answers::most_blocks different questions for tools, and std::invalid_argument for a definition
/// of the purpose Tool.
Answers to_answers(std::span<const CollectedAnswer> collected, std::string source,
                   const PrivacyPromise& promise, Landscape& landscape);

} // namespace assess
