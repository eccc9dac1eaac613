// A questionnaire's definition: sections, questions, conditions, texts in several languages.
// A plain value, read from JSON ("assess/questionnaire/1"); README.md describes every field.
#pragma once

#include "model/assessment/answers.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

/// One text in several languages.
struct LocalText {
    /// Language tag ("en", "de") and text. Every language of the definition, its first one first.
    std::vector<std::pair<std::string, std::string>> by_language;

    /// The text in that language; of "de-AT" without a text of its own in "de"; else in the
    /// first language. Empty where there is no text at all.
    [[nodiscard]] std::string_view in(std::string_view language) const;
    [[nodiscard]] bool empty() const { return by_language.empty(); }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

enum class QuestionKind : std::uint8_t {
    Single,   ///< exactly one of the choices
    Multiple, ///< any number of the choices, none included
    Tools,    ///< tools of the landscape, each with its depth where the question asks for it
    Scale,    ///< one of five steps
    Number,
    Text
};

inline constexpr int scale_steps = 5;
inline constexpr std::int64_t most_version = 1'000'000;

/// What an answer means to an assessment, or to a landscape (the last four).
enum class Records : std::uint8_t {
    Nothing,
    Role,           ///< single; the choices' ids are those of the roles
    Team,           ///< text or single
    Usage,          ///< tools
    Stages,         ///< multiple; the choices' ids are those of the landscape's stages
    Need,           ///< scale, of a persona: how well it is met
    Want,           ///< scale, of a persona: how well it is met
    Frustration,    ///< scale, of a persona: how often it happens; more is worse
    ToolGives,      ///< scale, for each tool: gives what I need
    ToolAnswers,    ///< scale, for each tool: answers what I want
    ToolFrustrates, ///< scale, for each tool: frustrates me; more is worse
    Comment,        ///< text
    ToolName,       ///< text
    ToolHomepage,   ///< text
    ToolCategory,   ///< single; the choices' ids are those of the landscape's categories
    Artifact,       ///< single; the choices' ids are those of artifact_scale()
    Covers          ///< multiple; the choices' ids are those of lifecycle_processes()
};

/// "role", "tool-gives", ...; empty for Nothing.
std::string_view id_of(Records records);
std::string_view id_of(QuestionKind kind);

struct Choice {
    std::string id;
    LocalText text;
    LocalText help; ///< may be empty
};

/// When a question or a section is shown. It looks only at questions that come before.
/// A question that is hidden, or has no answer, or "don't know", "not applicable" or "skipped"
/// as its answer, makes every kind but Not false.
struct Condition {
    enum class Kind : std::uint8_t {
        Is,       ///< single: the choice is one of `values`
        Has,      ///< multiple, tools in use: at least one of `values`
        AtLeast,  ///< number, scale: not below `bound`
        AtMost,   ///< number, scale: not above `bound`
        Answered, ///< any kind, a list that is not empty
        All,      ///< every one of `parts`
        Any,      ///< at least one of `parts`
        Not       ///< not the one of `parts`
    };
    Kind kind = Kind::Answered;
    std::size_t question = 0; ///< index into Definition::questions; not for All, Any, Not
    std::vector<std::string> values;
    double bound = 0;
    std::vector<Condition> parts;
};

struct Question {
    std::string id; ///< lower-case letters, digits and hyphens; stable between versions
    QuestionKind kind = QuestionKind::Text;
    LocalText text;
    LocalText help; ///< may be empty
    std::size_t section = 0;
    bool required = false;
    bool dont_know = false;      ///< "don't know" is offered
    bool not_applicable = false; ///< "not applicable" is offered
    Records records = Records::Nothing;
    std::optional<Role> persona;                ///< of Need, Want and Frustration
    std::vector<Choice> choices;                ///< of Single and Multiple
    std::array<LocalText, scale_steps> steps{}; ///< of Scale, from 1 to 5
    double least = 0;                           ///< of Number
    double most = 0;                            ///< of Number
    bool whole = true;                          ///< of Number; else up to three decimals
    std::size_t longest = 0;                    ///< of Text, in characters
    std::vector<std::string> categories;        ///< of Tools: the landscape's ids; empty: all
    bool with_depth = false;                    ///< of Tools
    bool other_tools = false;                   ///< of Tools: names that the landscape lacks too
    std::optional<Condition> shown_if;
};

struct Section {
    std::string id;
    LocalText title;
    LocalText about;       ///< may be empty
    std::size_t first = 0; ///< of Definition::questions
    std::size_t count = 0;
    std::optional<Condition> shown_if;
    /// The questions are asked once for each tool that this Tools question says is in use, the
    /// most deeply used first, then by name; for at most `for_each_most` of them.
    std::optional<std::size_t> for_each;
    std::size_t for_each_most = 0;
};

/// What a questionnaire is for: to assess a team, or to place a tool on the landscape.
enum class Purpose : std::uint8_t { Team, Tool };

struct Definition {
    std::string id;
    int version = 1;
    Purpose purpose = Purpose::Team;
    std::vector<std::string> languages; ///< the first one is what others fall back on
    LocalText title;
    LocalText about; ///< may be empty
    int minutes = 0; ///< how long it takes, about
    std::vector<Section> sections;
    std::vector<Question> questions; ///< of all sections, in their order
    /// "fnv1a64:" and 16 hex digits, over the JSON with sorted keys and without white space.
    std::string digest;

    [[nodiscard]] std::optional<std::size_t> find_question(std::string_view question_id) const;
    /// The first question that records this.
    [[nodiscard]] std::optional<std::size_t> find_record(Records records) const;
};

} // namespace assess
