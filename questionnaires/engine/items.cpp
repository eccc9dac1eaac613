// Which items are shown, and their keys.
#include "model/text/text.hpp"
#include "questionnaires/engine/session.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace assess {

namespace {

constexpr std::string_view name_mark = "name:";

std::string key_for_tool(const Question& question, const AnsweredTool& tool) {
    std::string key = question.id;
    key += '@';
    if (!tool.known) {
        key += name_mark;
    }
    return key += tool.tool;
}

/// The landscape's tool with exactly this id.
const Tool* tool_by_id(const Landscape& landscape, std::string_view id) {
    const auto index = landscape.find(id);
    return index && landscape.tools[*index].id == id ? &landscape.tools[*index] : nullptr;
}

/// Place among the depths in use, the deepest first; a bare "uses it" weighs as much as daily use.
int depth_order(Depth depth) {
    switch (depth) {
    case Depth::Daily:
        return 0;
    case Depth::Uses:
        return 1;
    case Depth::Weekly:
        return 2;
    case Depth::Monthly:
        return 3;
    default:
        return 4;
    }
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// Shows a definition's items one after the other and remembers what was answered to them.
class Shower {
public:
    Shower(const Definition& definition, const Landscape& landscape, const AnswerMap& answers)
        : m_definition(definition), m_landscape(landscape), m_answers(answers),
          m_shown(definition.questions.size(), nullptr) {}

    std::vector<Item> items() {
        for (const Section& section : m_definition.sections) {
            if (section.shown_if && !holds(*section.shown_if)) {
                continue;
            }
            if (!section.for_each) {
                show(section, std::nullopt);
                continue;
            }
            for (AnsweredTool& tool : tools_in_use(*section.for_each, section.for_each_most)) {
                forget(section);
                show(section, std::move(tool));
            }
        }
        return std::move(m_items);
    }

private:
    void show(const Section& section, const std::optional<AnsweredTool>& tool) {
        for (std::size_t i = section.first; i < section.first + section.count; ++i) {
            const Question& question = m_definition.questions[i];
            if (question.shown_if && !holds(*question.shown_if)) {
                continue;
            }
            Item item{tool ? key_for_tool(question, *tool) : question.id, i, tool};
            const auto answer = m_answers.find(item.key);
            m_shown[i] = answer == m_answers.end() ? nullptr : &answer->second;
            m_items.push_back(std::move(item));
        }
    }

    /// The answers for one tool say nothing about the next.
    void forget(const Section& section) {
        const auto first = m_shown.begin() + static_cast<std::ptrdiff_t>(section.first);
        std::fill(first, first + static_cast<std::ptrdiff_t>(section.count), nullptr);
    }

    [[nodiscard]] bool holds(const Condition& condition) const {
        const auto holds_too = [&](const Condition& part) { return holds(part); };
        const auto& parts = condition.parts;
        switch (condition.kind) {
        case Condition::Kind::All:
            return std::all_of(parts.begin(), parts.end(), holds_too);
        case Condition::Kind::Any:
            return std::any_of(parts.begin(), parts.end(), holds_too);
        case Condition::Kind::Not:
            return std::none_of(parts.begin(), parts.end(), holds_too);
        default:
            const Answer* answer = m_shown[condition.question];
            return answer != nullptr && fulfils(*answer, condition);
        }
    }

    static bool fulfils(const Answer& answer, const Condition& condition) {
        switch (condition.kind) {
        case Condition::Kind::Is: {
            const auto* one = std::get_if<ChoiceAnswer>(&answer);
            return one != nullptr && contains(condition.values, one->choice);
        }
        case Condition::Kind::Has:
            return has_one_of(answer, condition.values);
        case Condition::Kind::AtLeast:
        case Condition::Kind::AtMost: {
            double number = 0;
            if (const auto* step = std::get_if<StepAnswer>(&answer)) {
                number = step->step;
            } else if (const auto* given = std::get_if<NumberAnswer>(&answer)) {
                number = given->number;
            } else {
                return false;
            }
            return condition.kind == Condition::Kind::AtLeast ? number >= condition.bound
                                                              : number <= condition.bound;
        }
        default:
            return is_an_answer(answer);
        }
    }

    static bool has_one_of(const Answer& answer, const std::vector<std::string>& values) {
        if (const auto* several = std::get_if<ChoicesAnswer>(&answer)) {
            return std::any_of(several->choices.begin(), several->choices.end(),
                               [&](const std::string& id) { return contains(values, id); });
        }
        if (const auto* tools = std::get_if<ToolsAnswer>(&answer)) {
            return std::any_of(
                tools->tools.begin(), tools->tools.end(), [&](const AnsweredTool& tool) {
                    return tool.known && is_in_use(tool.depth) && contains(values, tool.tool);
                });
        }
        return false;
    }

    static bool is_an_answer(const Answer& answer) {
        if (const auto* several = std::get_if<ChoicesAnswer>(&answer)) {
            return !several->choices.empty();
        }
        if (const auto* tools = std::get_if<ToolsAnswer>(&answer)) {
            return std::any_of(tools->tools.begin(), tools->tools.end(),
                               [](const AnsweredTool& tool) { return is_in_use(tool.depth); });
        }
        return !std::holds_alternative<NoAnswer>(answer);
    }

    /// The most deeply used first, then by name. Of answers that nobody checked, whatever is no
    /// tool, or there twice, is passed over.
    [[nodiscard]] std::vector<AnsweredTool> tools_in_use(std::size_t question,
                                                         std::size_t most) const {
        const auto* answer =
            m_shown[question] == nullptr ? nullptr : std::get_if<ToolsAnswer>(m_shown[question]);
        if (answer == nullptr) {
            return {};
        }
        struct Ordered {
            int depth;
            std::string name_key;
            std::string_view name;
            const AnsweredTool* tool;
        };
        std::vector<Ordered> ordered;
        for (const AnsweredTool& tool : answer->tools) {
            const Tool* known = tool.known ? tool_by_id(m_landscape, tool.tool) : nullptr;
            if (!is_in_use(tool.depth) || (tool.known && known == nullptr)) {
                continue;
            }
            const std::string_view name = known != nullptr ? known->name : tool.tool;
            ordered.push_back({depth_order(tool.depth), spelling_key(name), name, &tool});
        }
        std::sort(ordered.begin(), ordered.end(), [](const Ordered& a, const Ordered& b) {
            const auto rank = [](const Ordered& one) {
                return std::tie(one.depth, one.name_key, one.name, one.tool->tool);
            };
            return rank(a) < rank(b);
        });
        std::vector<AnsweredTool> tools;
        for (const Ordered& one : ordered) {
            const bool twice =
                std::any_of(tools.begin(), tools.end(), [&](const AnsweredTool& other) {
                    return other.known == one.tool->known && other.tool == one.tool->tool;
                });
            if (tools.size() < most && !twice) {
                tools.push_back(*one.tool);
            }
        }
        return tools;
    }

    const Definition& m_definition;
    const Landscape& m_landscape;
    const AnswerMap& m_answers;
    std::vector<const Answer*> m_shown; ///< by question; of one shown and answered, its answer
    std::vector<Item> m_items;
};

} // namespace

bool is_in_use(Depth depth) {
    return depth == Depth::Daily || depth == Depth::Weekly || depth == Depth::Monthly ||
           depth == Depth::Rarely || depth == Depth::Uses;
}

std::vector<Item> shown_items(const Definition& definition, const Landscape& landscape,
                              const AnswerMap& answers) {
    return Shower(definition, landscape, answers).items();
}

std::optional<Item> item_of_key(const Definition& definition, const Landscape& landscape,
                                std::string_view key) {
    const auto at = key.find('@');
    const auto question = definition.find_question(key.substr(0, at));
    if (!question) {
        return std::nullopt;
    }
    const Question& asked = definition.questions[*question];
    const bool for_each = definition.sections[asked.section].for_each.has_value();
    if (for_each != (at != std::string_view::npos)) {
        return std::nullopt;
    }
    if (!for_each) {
        return Item{asked.id, *question, std::nullopt};
    }
    const auto tool_part = key.substr(at + 1);
    AnsweredTool tool;
    if (tool_part.starts_with(name_mark)) {
        const auto name = tool_part.substr(name_mark.size());
        if (name.empty()) {
            return std::nullopt;
        }
        const auto known = landscape.find(name);
        tool.known = known.has_value();
        tool.tool = known ? landscape.tools[*known].id : std::string(name);
    } else if (tool_by_id(landscape, tool_part) != nullptr) {
        tool.tool = tool_part;
    } else {
        return std::nullopt;
    }
    return Item{key_for_tool(asked, tool), *question, tool};
}

} // namespace assess
