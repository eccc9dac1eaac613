#include "assess/asking/tool_lines.hpp"

#include "model/text/text.hpp"

#include <algorithm>

namespace assess::asking {

Slip unknown_tool(const UnknownTool& tool, const Question& question, const Words& words) {
    std::string hint;
    if (!tool.closest.empty()) {
        hint = words("did-you-mean", {listed(tool.closest, words("or"))}) + " ";
    }
    hint += question.other_tools ? words("keep-with-plus", {tool.name}) : words("leave-it-out");
    return {words("no-such-tool", {in_quotes(tool.name)}), hint};
}

namespace {

class ToolLineReader {
public:
    ToolLineReader(const Context& context, const Question& question, const ToolSearch& search,
                   std::span<const ToolIndex> shown)
        : m_context(context), m_question(question), m_search(search), m_shown(shown) {}

    ToolLine read(std::string_view line) {
        if (m_context.words.means(line, "command-none")) {
            m_line.none = true;
            return std::move(m_line);
        }
        if (!m_shown.empty()) { // "1,3 5-7" in one piece, commas and all
            if (const auto numbers = numbers_from(line, m_shown.size())) {
                by_number(*numbers, std::nullopt, false);
                return std::move(m_line);
            }
        }
        for (const auto part : parts_of(line)) {
            read_part(part);
        }
        return std::move(m_line);
    }

private:
    void read_part(std::string_view part) {
        const bool remove = part.front() == '-';
        const bool keep = part.front() == '+';
        if (remove || keep) {
            part = trimmed(part.substr(1));
        }
        std::optional<Depth> depth;
        auto name = part;
        const auto equals = part.rfind('=');
        if (equals != std::string_view::npos) {
            depth = depth_from(m_context.words, part.substr(equals + 1));
            if (!depth) {
                m_line.slips.push_back(
                    {m_context.words("no-such-depth", {in_quotes(part.substr(equals + 1))}),
                     m_context.words("depths-are", {all_depths()})});
                return;
            }
            name = trimmed(part.substr(0, equals));
        }
        const auto numbers = numbers_from(name, m_shown.size());
        if (numbers && !m_search.exactly(name)) {
            by_number(*numbers, depth, remove);
        } else if (const auto tool = m_search.exactly(name)) {
            add({m_context.landscape.tools[*tool].id, true}, depth, remove);
        } else if ((keep && m_question.other_tools) || remove) {
            add({std::string(name), false}, depth, remove);
        } else {
            m_line.unknown.push_back({std::string(name), depth, m_search.closest(name)});
        }
    }

    void by_number(const std::vector<std::size_t>& numbers, std::optional<Depth> depth,
                   bool remove) {
        for (const auto number : numbers) {
            add({m_context.landscape.tools[m_shown[number - 1]].id, true}, depth, remove);
        }
    }

    void add(AnsweredTool tool, std::optional<Depth> depth, bool remove) {
        if (spelling_key(tool.tool).empty()) {
            m_line.slips.push_back({m_context.words("no-name"), m_context.words("leave-it-out")});
            return;
        }
        tool.depth = depth.value_or(Depth::Uses);
        m_line.entries.push_back({std::move(tool), depth.has_value(), remove});
    }

    [[nodiscard]] std::string all_depths() const {
        std::vector<std::string> names;
        for (const auto depth : offered_depths()) {
            names.push_back(depth_word(m_context.words, depth));
        }
        return listed(names, m_context.words("or"));
    }

    const Context& m_context;
    const Question& m_question;
    const ToolSearch& m_search;
    std::span<const ToolIndex> m_shown;
    ToolLine m_line;
};

} // namespace

ToolLine tools_from(std::string_view line, const Context& context, const Question& question,
                    const ToolSearch& search, std::span<const ToolIndex> listed) {
    return ToolLineReader(context, question, search, listed).read(line);
}

ToolsAnswer tools_answer(std::vector<AnsweredTool> tools) {
    std::sort(tools.begin(), tools.end(), [](const AnsweredTool& one, const AnsweredTool& other) {
        return one.known != other.known ? one.known : one.tool < other.tool;
    });
    return {std::move(tools)};
}

} // namespace assess::asking
