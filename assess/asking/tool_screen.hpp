// The question about tools on a screen: search as you type, several at once, then the depth.
#pragma once

#include "assess/asking/page.hpp"
#include "assess/asking/reply.hpp"
#include "assess/asking/tool_lines.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace assess::asking {

class ToolScreen {
public:
    /// `suggested` are ids of tools to offer before anything is typed.
    ToolScreen(const Context& context, const Item& item, const Answer* answer,
               const std::vector<std::string>& suggested);

    Reply handle(const Key& key);
    void show(Page& page, Size size, bool unicode) const;
    [[nodiscard]] std::string_view keys() const;

    [[nodiscard]] const std::vector<AnsweredTool>& chosen() const { return m_chosen; }

private:
    enum class Mode : std::uint8_t {
        Search,
        Categories,
        Chosen, ///< the list holds what was chosen, to change or remove
        Depth,  ///< of the first tool waiting
        Keep    ///< a name that the landscape lacks: yes or no
    };

    Reply handle_search(const Key& key);
    Reply handle_categories(const Key& key);
    Reply handle_chosen(const Key& key);
    Reply handle_depth(const Key& key);
    Reply handle_keep(const Key& key);
    Reply enter_search();
    Reply enter_line(const std::string& text);
    Reply take_row(std::size_t row);
    Reply take_marked();
    Reply give_depth(Depth depth);

    /// Adds tools, each asked for its depth first where the question wants it.
    Reply add(std::vector<ToolEntry> entries);
    Reply next_waiting();
    void put(AnsweredTool tool);
    bool remove(const AnsweredTool& tool);
    [[nodiscard]] const AnsweredTool* find_chosen(const AnsweredTool& tool) const;

    void search();
    void to_search();
    [[nodiscard]] bool lists_numbers() const;
    [[nodiscard]] std::size_t rows() const;

    void show_search(Page& page, Size size, bool unicode) const;
    void show_chosen_line(Page& page, Size size) const;
    [[nodiscard]] std::string tool_row(ToolIndex index) const;

    const Context* m_context;
    const Question* m_question;
    ToolSearch m_search;
    std::vector<Option> m_options; ///< "none", "don't know", "not applicable"
    std::vector<AnsweredTool> m_chosen;
    std::vector<ToolIndex> m_suggested;

    Mode m_mode = Mode::Search;
    LineEditor m_line{4096};
    std::vector<ToolIndex> m_tools; ///< the tools in the list
    bool m_guesses = false;         ///< they are only near to what was typed
    std::optional<std::size_t> m_category;
    std::optional<std::size_t> m_focus;
    std::set<ToolIndex> m_marked;
    std::deque<ToolEntry> m_waiting;   ///< for their depth
    std::deque<UnknownTool> m_unknown; ///< for a yes
    LineEditor m_depth_line{32};
    std::string m_happened;
};

} // namespace assess::asking
