#include "assess/asking/item_texts.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <type_traits>

namespace assess::asking {
namespace {

constexpr std::array depths_offered{Depth::Daily,  Depth::Weekly, Depth::Monthly,
                                    Depth::Rarely, Depth::Uses,   Depth::Evaluating,
                                    Depth::Wanted, Depth::Stopped};

Option no_answer(const Context& context, NoAnswer reason, std::string_view id,
                 std::string_view key) {
    return {context.words(key), std::string(id), context.words(id), "", true, reason};
}

std::string choice_text(const Context& context, const Question& question, std::string_view id) {
    const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                    [&](const Choice& choice) { return choice.id == id; });
    return std::string(found == question.choices.end() ? id : context.in_language(found->text));
}

std::string tools_text(const Context& context, const Question& question,
                       const ToolsAnswer& answer) {
    std::vector<std::string> parts;
    for (const auto& tool : answer.tools) {
        const auto name = name_of(context.landscape, tool);
        parts.push_back(question.with_depth
                            ? fmt::format("{} ({})", name, depth_word(context.words, tool.depth))
                            : name);
    }
    return parts.empty() ? context.words("none") : fmt::format("{}", fmt::join(parts, ", "));
}

std::string no_answer_text(const Context& context, NoAnswer reason) {
    switch (reason) {
    case NoAnswer::DontKnow:
        return context.words("dont-know");
    case NoAnswer::NotApplicable:
        return context.words("not-applicable");
    case NoAnswer::Skipped:
        break;
    }
    return context.words("skipped");
}

} // namespace

std::vector<Option> options_of(const Context& context, const Question& question) {
    std::vector<Option> options;
    for (const auto& choice : question.choices) {
        const Answer alone = question.kind == QuestionKind::Multiple
                                 ? Answer{ChoicesAnswer{{choice.id}}}
                                 : Answer{ChoiceAnswer{choice.id}};
        options.push_back({std::to_string(options.size() + 1), choice.id,
                           std::string(context.in_language(choice.text)),
                           std::string(context.in_language(choice.help)), false, alone});
    }
    if (question.kind == QuestionKind::Scale) {
        for (int step = 1; step <= scale_steps; ++step) {
            const auto& text = question.steps.at(static_cast<std::size_t>(step - 1));
            options.push_back({std::to_string(step), std::to_string(step),
                               std::string(context.in_language(text)), "", false,
                               StepAnswer{step}});
        }
    }
    if (question.kind == QuestionKind::Multiple) {
        options.push_back({"0", "none", context.words("none-of-these"), "", true, ChoicesAnswer{}});
    }
    if (question.dont_know) {
        options.push_back(no_answer(context, NoAnswer::DontKnow, "dont-know", "key-dont-know"));
    }
    if (question.not_applicable) {
        options.push_back(
            no_answer(context, NoAnswer::NotApplicable, "not-applicable", "key-not-applicable"));
    }
    return options;
}

std::span<const Depth> offered_depths() {
    return depths_offered;
}

std::string depth_word(const Words& words, Depth depth) {
    return words(fmt::format("depth-{}", id_of(depth)));
}

std::optional<Depth> depth_from(const Words& words, std::string_view text) {
    const auto bare = trimmed(text);
    if (bare.size() == 1 && bare[0] >= '1' && bare[0] <= '8') {
        return depths_offered.at(static_cast<std::size_t>(bare[0] - '1'));
    }
    if (const auto depth = depth_from_id(bare)) {
        return depth;
    }
    const auto key = spelling_key(bare);
    if (key.empty()) {
        return std::nullopt;
    }
    std::optional<Depth> begun;
    bool several = false;
    for (const auto depth : depths_offered) {
        const auto own = spelling_key(depth_word(words, depth));
        if (own == key || spelling_key(id_of(depth)) == key) {
            return depth;
        }
        if (own.rfind(key, 0) == 0) {
            several = begun.has_value();
            begun = begun ? begun : depth;
        }
    }
    return several ? std::nullopt : begun;
}

std::string name_of(const Landscape& landscape, const AnsweredTool& tool) {
    if (!tool.known) {
        return tool.tool;
    }
    const auto index = landscape.find(tool.tool);
    return index ? landscape.tools[*index].name : tool.tool;
}

std::string text_of(const Context& context, const Item& item) {
    const auto text = context.in_language(context.question_of(item).text);
    return item.tool ? fmt::format("{}: {}", name_of(context.landscape, *item.tool), text)
                     : std::string(text);
}

std::string answer_text(const Context& context, const Item& item, const Answer& answer) {
    const auto& question = context.question_of(item);
    return std::visit(
        [&](const auto& value) -> std::string {
            using Kind = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Kind, NoAnswer>) {
                return no_answer_text(context, value);
            } else if constexpr (std::is_same_v<Kind, ChoiceAnswer>) {
                return choice_text(context, question, value.choice);
            } else if constexpr (std::is_same_v<Kind, ChoicesAnswer>) {
                std::vector<std::string> parts;
                for (const auto& choice : value.choices) {
                    parts.push_back(choice_text(context, question, choice));
                }
                return parts.empty() ? context.words("none-of-these")
                                     : fmt::format("{}", fmt::join(parts, ", "));
            } else if constexpr (std::is_same_v<Kind, ToolsAnswer>) {
                return tools_text(context, question, value);
            } else if constexpr (std::is_same_v<Kind, StepAnswer>) {
                const auto step =
                    static_cast<std::size_t>(std::clamp(value.step, 1, scale_steps) - 1);
                return fmt::format("{} {}", value.step,
                                   context.in_language(question.steps.at(step)));
            } else if constexpr (std::is_same_v<Kind, NumberAnswer>) {
                return fmt::format("{}", value.number);
            } else {
                return value.text;
            }
        },
        answer);
}

bool is_answered(const Answer* answer) {
    if (answer == nullptr) {
        return false;
    }
    const auto* none = std::get_if<NoAnswer>(answer);
    return none == nullptr || *none != NoAnswer::Skipped;
}

} // namespace assess::asking
