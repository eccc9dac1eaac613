// What a person can answer to one question.
#pragma once

#include "model/assessment/answers.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace assess {

/// A question that was shown and has no answer, with the reason. None of these is "no".
enum class NoAnswer : std::uint8_t { DontKnow, NotApplicable, Skipped };

/// One tool of an answer.
struct AnsweredTool {
    std::string tool;  ///< the landscape's id; or, where `known` is false, the name as typed
    bool known = true; ///< the landscape has it
    Depth depth = Depth::Uses;
    friend bool operator==(const AnsweredTool&, const AnsweredTool&) = default;
};

struct ChoiceAnswer {
    std::string choice; ///< a choice's id
    friend bool operator==(const ChoiceAnswer&, const ChoiceAnswer&) = default;
};
struct ChoicesAnswer {
    std::vector<std::string> choices; ///< in the definition's order, each once; may be empty
    friend bool operator==(const ChoicesAnswer&, const ChoicesAnswer&) = default;
};
struct ToolsAnswer {
    std::vector<AnsweredTool> tools; ///< known ones by id, then the others by name; may be empty
    friend bool operator==(const ToolsAnswer&, const ToolsAnswer&) = default;
};
struct StepAnswer {
    int step = 1; ///< 1 to scale_steps
    friend bool operator==(const StepAnswer&, const StepAnswer&) = default;
};
struct NumberAnswer {
    double number = 0; ///< at most three decimals
    friend bool operator==(const NumberAnswer&, const NumberAnswer&) = default;
};
struct TextAnswer {
    std::string text; ///< not blank
    friend bool operator==(const TextAnswer&, const TextAnswer&) = default;
};

using Answer = std::variant<NoAnswer, ChoiceAnswer, ChoicesAnswer, ToolsAnswer, StepAnswer,
                            NumberAnswer, TextAnswer>;

/// Answers by item key: a question's id; in a section that is asked for each tool, the question's
/// id, "@" and the tool's id; for a tool that the landscape lacks "@name:" and its name.
using AnswerMap = std::map<std::string, Answer, std::less<>>;

} // namespace assess
