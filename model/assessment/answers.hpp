// Answers: who answered, what they were asked, and which tools they use how deeply.
// The one value that every way in (roster, survey export, later the questionnaire) produces.
#pragma once

#include "model/assessment/promise.hpp"
#include "model/landscape/landscape.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

struct Policy;

enum class Role : std::uint8_t { Researcher, Engineer, Hybrid, Other };
inline constexpr std::array roles{Role::Researcher, Role::Engineer, Role::Hybrid, Role::Other};

/// "researcher", "engineer", "hybrid", "other".
std::string_view id_of(Role role);
/// "researchers", "engineers", "hybrids", "others".
std::string_view plural_of(Role role);

/// How deeply a tool is used. The first five carry a weight (Policy::depth_weights); the others
/// carry none but are kept. "Don't know" and "not applicable" are neither use nor non-use.
enum class Depth : std::uint8_t {
    Daily,
    Weekly,
    Monthly,
    Rarely,
    Uses, ///< a bare "uses it"
    Evaluating,
    Wanted,
    Stopped,
    Never,
    DontKnow,
    NotApplicable
};
inline constexpr std::size_t depth_count = 11;

/// "daily", ..., "uses", "dont-know", "not-applicable".
std::string_view id_of(Depth depth);
std::optional<Depth> depth_from_id(std::string_view id);
/// Weight of one use under the policy; 0 for the depths that carry none.
double weight_of(Depth depth, const Policy& policy);
/// "Don't know" and "not applicable" are neither use nor non-use.
bool says_nothing(Depth depth);

/// One respondent's use of one tool.
struct Usage {
    ToolIndex tool = 0;
    Depth depth = Depth::Uses;
    friend bool operator==(const Usage&, const Usage&) = default;
};

/// A part of the questionnaire that people were asked, or not, as a whole.
struct Block {
    std::string id;
    std::string title;
    std::vector<ToolIndex> offers; ///< the tools one could tick there, sorted; empty: any tool
};

/// What a five-step score is about. Of the frustrations, more is worse; of the others, better.
enum class ScoreKind : std::uint8_t {
    ToolGives,
    ToolAnswers,
    ToolFrustrates,
    Need,
    Want,
    Frustration
};

inline constexpr int score_steps = 5;

/// One question that people answered on a scale of five steps.
struct ScoreItem {
    ScoreKind kind = ScoreKind::Need;
    std::optional<ToolIndex> tool; ///< of the first three kinds
    std::optional<Role> persona;   ///< of the last three: whose need, want or frustration it is
    std::string id;                ///< the question's id
    std::string text;              ///< the question as it was asked
    std::array<std::string, score_steps> steps{}; ///< what each step says
};

/// One respondent's answer to one of them. Whoever does not know or skips it has no score.
struct Score {
    std::uint32_t item = 0; ///< index into Answers::score_items
    std::uint8_t step = 1;  ///< 1 to score_steps
    friend bool operator==(const Score&, const Score&) = default;
};

struct Respondent {
    static constexpr std::uint32_t no_team = std::numeric_limits<std::uint32_t>::max();

    std::string id; ///< as given; empty where the file has none
    Role role = Role::Other;
    std::uint32_t team = no_team; ///< index into Answers::teams
    std::uint64_t answered = 0;   ///< bit b: answered anything in block b, "none" included
    std::vector<Usage> usages;    ///< sorted by tool, each tool once
    /// Bit s: works on stage s of the landscape. Nothing: not asked, or no answer.
    std::optional<std::uint64_t> stages;
    std::vector<Score> scores; ///< sorted by item, each item once
};

/// Rows that were read but are not respondents of this assessment, with the reason.
struct LeftOut {
    std::string reason; ///< "role not mapped: Student"
    std::size_t count = 0;
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Answers {
    static constexpr std::size_t most_blocks = 64;

    std::string source; ///< the input's name as the user gave it, for the report's head
    std::vector<Respondent> respondents; ///< sorted (see sort_respondents)
    std::vector<std::string> teams;      ///< sorted by name
    std::vector<Block> blocks;           ///< at least one; at most most_blocks
    std::size_t rows = 0;                ///< data rows read
    std::vector<LeftOut> left_out;       ///< sorted by count, then reason
    std::vector<std::string> warnings;   ///< what was noticed and is no error
    std::vector<ScoreItem> score_items;  ///< by kind, tool, persona, id
    std::vector<std::string> comments;   ///< free text, sorted, without who wrote it
    PrivacyPromise promise;
    bool ids_given = false; ///< the ids are the user's own, not row numbers
};

/// Brings respondents into the one order that every computation uses: role, team, usages, blocks
/// answered, id, stages, scores. With it no sum depends on the order of the input's rows, as long
/// as teams are sorted by name and tools that came with the answers by spelling.
void sort_respondents(Answers& answers);

/// The same; for each place of the new order the place in the old one.
std::vector<std::uint32_t> sort_and_track_respondents(Answers& answers);

} // namespace assess
