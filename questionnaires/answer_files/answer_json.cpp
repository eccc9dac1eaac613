#include "questionnaires/answer_files/answer_json.hpp"

#include "model/text/text.hpp"
#include "questionnaires/answer_files/answer_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

namespace {

constexpr std::array<std::string_view, 3> missing_words{"dont-know", "not-applicable", "skipped"};
constexpr double largest_number = 1e9;
constexpr std::size_t longest_key = 600;       ///< bytes: ids and a tool's name
constexpr std::size_t longest_string = 40'000; ///< bytes
constexpr std::size_t most_entries = 2000;     ///< of one list

struct Writer {
    nlohmann::json operator()(NoAnswer answer) const {
        return {{"missing", missing_words.at(static_cast<std::size_t>(answer))}};
    }
    nlohmann::json operator()(const ChoiceAnswer& answer) const { return answer.choice; }
    nlohmann::json operator()(const ChoicesAnswer& answer) const {
        auto list = nlohmann::json::array();
        for (const std::string& choice : answer.choices) {
            list.push_back(choice);
        }
        return list;
    }
    nlohmann::json operator()(const ToolsAnswer& answer) const {
        auto list = nlohmann::json::array();
        for (const AnsweredTool& tool : answer.tools) {
            list.push_back(
                {{tool.known ? "tool" : "name", tool.tool}, {"depth", id_of(tool.depth)}});
        }
        return list;
    }
    nlohmann::json operator()(const StepAnswer& answer) const { return answer.step; }
    nlohmann::json operator()(const NumberAnswer& answer) const {
        const bool whole =
            std::floor(answer.number) == answer.number && std::abs(answer.number) <= largest_number;
        return whole ? nlohmann::json(static_cast<std::int64_t>(answer.number))
                     : nlohmann::json(answer.number);
    }
    nlohmann::json operator()(const TextAnswer& answer) const { return answer.text; }
};

class Reader {
public:
    explicit Reader(JsonProblems& problems) : m_problems(problems) {}

    std::optional<Answer> read(const nlohmann::json& value, const std::string& pointer) {
        if (value.is_string()) {
            return read_text(value.get_ref<const std::string&>(), pointer);
        }
        if (value.is_number()) {
            return read_number(value, pointer);
        }
        if (value.is_array()) {
            return read_list(value, pointer);
        }
        if (value.is_object()) {
            ObjectReader reader(value, pointer, m_problems);
            reader.require("missing", "Use dont-know, not-applicable or skipped.");
            const auto word = reader.choice("missing", missing_words);
            reader.finish();
            return word ? std::optional<Answer>(static_cast<NoAnswer>(*word)) : std::nullopt;
        }
        m_problems.add(pointer, fmt::format("an answer cannot be {}", kind_of(value)),
                       "Where there is no answer, write {\"missing\": \"skipped\"}.");
        return std::nullopt;
    }

private:
    bool fits(const std::string& text, const std::string& pointer) {
        if (text.size() > longest_string) {
            m_problems.add(pointer,
                           fmt::format("the text has {} bytes, and {} is the most", text.size(),
                                       longest_string),
                           "Shorten it.");
        }
        return text.size() <= longest_string;
    }

    std::optional<Answer> read_text(const std::string& text, const std::string& pointer) {
        return fits(text, pointer) ? std::optional<Answer>(TextAnswer{text}) : std::nullopt;
    }

    std::optional<Answer> read_number(const nlohmann::json& value, const std::string& pointer) {
        const auto number = value.get<double>();
        if (!std::isfinite(number) || std::abs(number) > largest_number) {
            m_problems.add(pointer, fmt::format("the number {} is out of range", value.dump()),
                           "Numbers lie between -1000000000 and 1000000000.");
            return std::nullopt;
        }
        return NumberAnswer{number};
    }

    std::optional<Answer> read_list(const nlohmann::json& value, const std::string& pointer) {
        if (value.size() > most_entries) {
            m_problems.add(pointer,
                           fmt::format("the list has {} entries, and {} is the most", value.size(),
                                       most_entries),
                           "Is it the right file?");
            return std::nullopt;
        }
        if (!value.empty() && value.front().is_object()) {
            return read_tools(value, pointer);
        }
        ChoicesAnswer answer;
        const auto before = m_problems.size();
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (!value[i].is_string()) {
                m_problems.add(pointer_to(pointer, i),
                               fmt::format("a choice must be text, but is {}", kind_of(value[i])),
                               "Write the choice's id in double quotes.");
            } else if (fits(value[i].get_ref<const std::string&>(), pointer_to(pointer, i))) {
                answer.choices.push_back(value[i].get<std::string>());
            }
        }
        return m_problems.size() == before ? std::optional<Answer>(std::move(answer))
                                           : std::nullopt;
    }

    std::optional<Answer> read_tools(const nlohmann::json& value, const std::string& pointer) {
        ToolsAnswer answer;
        const auto before = m_problems.size();
        for (std::size_t i = 0; i < value.size(); ++i) {
            ObjectReader reader(value[i], pointer_to(pointer, i), m_problems);
            if (auto tool = read_tool(reader)) {
                answer.tools.push_back(std::move(*tool));
            }
        }
        return m_problems.size() == before ? std::optional<Answer>(std::move(answer))
                                           : std::nullopt;
    }

    static std::optional<AnsweredTool> read_tool(ObjectReader& reader) {
        static const auto depths = [] {
            std::array<std::string_view, depth_count> ids;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                ids[i] = id_of(static_cast<Depth>(i));
            }
            return ids;
        }();
        const auto id = reader.string("tool");
        const auto name = reader.string("name");
        reader.require("depth", "Write \"depth\": \"uses\" where none was asked for.");
        const auto depth = reader.choice("depth", depths);
        reader.finish();
        const auto& text = id ? id : name;
        const bool one =
            id.has_value() != name.has_value() && !text->empty() && text->size() <= longest_key;
        if (!one && reader.is_object()) {
            reader.problems().add(reader.pointer(), "this entry does not name one tool",
                                  "Write {\"tool\": \"git\", \"depth\": \"daily\"}; \"name\" "
                                  "instead of \"tool\" where the landscape has none.");
        }
        if (!one || !depth) {
            return std::nullopt;
        }
        return AnsweredTool{*text, id.has_value(), static_cast<Depth>(*depth)};
    }

    JsonProblems& m_problems;
};

} // namespace

nlohmann::json to_json(const Answer& answer) {
    return std::visit(Writer(), answer);
}

nlohmann::json to_json(const AnswerMap& answers) {
    auto object = nlohmann::json::object();
    for (const auto& [key, answer] : answers) {
        object[key] = to_json(answer);
    }
    return object;
}

AnswerMap read_answers_field(ObjectReader& root) {
    AnswerMap answers;
    JsonProblems& problems = root.problems();
    root.require("answers", "Write \"answers\": {\"role\": \"engineer\", ...}.");
    std::size_t count = 0;
    root.members("answers", [&](const std::string& key, const nlohmann::json& value,
                                const std::string& pointer) {
        if (++count > most_answers) {
            if (count == most_answers + 1) { // said once
                root.problem("answers",
                             fmt::format("the file has more than {} answers", most_answers),
                             "Is it the right file?");
            }
            return;
        }
        if (key.empty() || key.size() > longest_key) {
            problems.add_at_key(pointer, "this key is empty or too long to be a question's",
                                "Keys are the ids of questions, such as role or gives@mlflow.");
            return;
        }
        if (auto answer = Reader(problems).read(value, pointer)) {
            answers.emplace(key, std::move(*answer));
        }
    });
    return answers;
}

} // namespace assess
