// The question about tools in plain lines: names or numbers, then the depth of each.
#pragma once

#include "assess/asking/input_lines.hpp"
#include "assess/asking/plain_asker.hpp"
#include "assess/asking/tool_lines.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assess::asking {

/// Asks for a line; nothing where the input ended or a signal came.
using AskLine = std::function<std::optional<std::string>(const std::string& prompt)>;

class PlainTools {
public:
    PlainTools(const Interview& interview, const Item& item, const PlainPage& page,
               const AskLine& ask);

    /// Says how to answer, and what is chosen already.
    void introduce();
    /// Takes a line that is no command and not empty. False where the input ended.
    bool take(const std::string& line);
    /// "?" and what stood behind it: categories, or the tools of one.
    void list(std::string_view category);
    [[nodiscard]] bool changed() const { return m_changed; }
    [[nodiscard]] bool none_said() const { return m_none; }
    [[nodiscard]] ToolsAnswer answer() const { return tools_answer(m_chosen); }
    [[nodiscard]] bool empty() const { return m_chosen.empty(); }

private:
    bool take_unknown(const UnknownTool& unknown);
    bool take_entry(const ToolEntry& entry);
    void say_chosen() const;
    void list_tools(const std::vector<ToolIndex>& tools);

    const Context& m_context;
    const Question& m_question;
    const PlainPage& m_page;
    const AskLine& m_ask;
    ToolSearch m_search;
    std::vector<AnsweredTool> m_chosen;
    std::vector<ToolIndex> m_listed; ///< what numbers stand for
    std::vector<std::string> m_suggested;
    bool m_changed = false;
    bool m_none = false;
};

} // namespace assess::asking
