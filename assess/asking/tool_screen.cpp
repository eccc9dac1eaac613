#include "assess/asking/tool_screen.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::asking {
namespace {

constexpr std::size_t most_hits = 50;

bool same(const AnsweredTool& one, const AnsweredTool& other) {
    return one.known == other.known && spelling_key(one.tool) == spelling_key(other.tool);
}

} // namespace

ToolScreen::ToolScreen(const Context& context, const Item& item, const Answer* answer,
                       const std::vector<std::string>& suggested)
    : m_context(&context), m_question(&context.question_of(item)),
      m_search(context.landscape, *m_question), m_options(options_of(context, *m_question)) {
    m_options.insert(m_options.begin(),
                     {"0", "none", context.words("i-use-none"), "", true, ToolsAnswer{}});
    for (const auto& id : suggested) {
        if (const auto tool = m_search.exactly(id)) {
            m_suggested.push_back(*tool);
        }
    }
    if (answer != nullptr) {
        if (const auto* tools = std::get_if<ToolsAnswer>(answer)) {
            m_chosen = tools->tools;
        }
    }
    to_search();
}

std::string_view ToolScreen::keys() const {
    switch (m_mode) {
    case Mode::Categories:
        return "keys-categories";
    case Mode::Chosen:
        return "keys-chosen";
    case Mode::Depth:
        return "keys-depth";
    case Mode::Keep:
        return "keys-keep";
    case Mode::Search:
        break;
    }
    return m_line.empty() ? "keys-tools" : "keys-search";
}

// The list in Search: the tools found, then the options where nothing is typed and nothing chosen.
std::size_t ToolScreen::rows() const {
    switch (m_mode) {
    case Mode::Categories:
        return m_search.categories().size();
    case Mode::Chosen:
        return m_chosen.size();
    case Mode::Depth:
        return offered_depths().size();
    case Mode::Keep:
        return m_tools.size();
    case Mode::Search:
        break;
    }
    const bool options = m_line.empty() && m_chosen.empty() && !m_category;
    return m_tools.size() + (options ? m_options.size() : 0);
}

/// The line holds numbers of the list: the list stays as it is.
bool ToolScreen::lists_numbers() const {
    const auto text = m_line.text();
    return text.find_first_not_of("0123456789,;- ") == std::string::npos &&
           text.find_first_of("0123456789") != std::string::npos && !m_tools.empty() &&
           !m_search.exactly(text);
}

void ToolScreen::search() {
    if (lists_numbers()) {
        m_focus.reset();
        return;
    }
    const auto text = m_line.text();
    const auto last = trimmed(std::string_view(text).substr(text.find_last_of(",;") + 1));
    m_tools.clear();
    m_focus.reset();
    m_guesses = false;
    if (text.empty()) {
        m_tools = m_category ? m_search.in_category(*m_category) : m_suggested;
        return;
    }
    m_category.reset();
    for (const auto& hit : m_search.find(last.substr(0, last.rfind('=')), most_hits)) {
        m_tools.push_back(hit.tool);
        m_guesses = hit.guess;
    }
    if (!m_tools.empty() && !m_guesses) {
        m_focus = 0;
    }
}

void ToolScreen::to_search() {
    m_mode = Mode::Search;
    m_line.clear();
    m_category.reset();
    m_marked.clear();
    m_unknown.clear();
    search();
}

const AnsweredTool* ToolScreen::find_chosen(const AnsweredTool& tool) const {
    const auto found = std::find_if(m_chosen.begin(), m_chosen.end(),
                                    [&](const AnsweredTool& each) { return same(each, tool); });
    return found == m_chosen.end() ? nullptr : &*found;
}

void ToolScreen::put(AnsweredTool tool) {
    const auto found = std::find_if(m_chosen.begin(), m_chosen.end(),
                                    [&](const AnsweredTool& each) { return same(each, tool); });
    if (found == m_chosen.end()) {
        m_chosen.push_back(std::move(tool));
    } else {
        *found = std::move(tool);
    }
}

bool ToolScreen::remove(const AnsweredTool& tool) {
    return std::erase_if(m_chosen, [&](const AnsweredTool& each) { return same(each, tool); }) > 0;
}

Reply ToolScreen::add(std::vector<ToolEntry> entries) {
    m_happened.clear();
    for (auto& entry : entries) {
        const auto name = name_of(m_context->landscape, entry.tool);
        if (entry.remove) {
            m_happened =
                m_context->words(remove(entry.tool) ? "removed" : "was-not-chosen", {name});
        } else if (!m_question->with_depth || entry.depth_given) {
            m_happened = m_context->words("added", {name});
            put(std::move(entry.tool));
        } else {
            m_waiting.push_back(std::move(entry));
        }
    }
    return next_waiting();
}

/// The next thing to ask: a depth, a name to keep, or the search again.
Reply ToolScreen::next_waiting() {
    m_line.clear();
    m_depth_line.clear();
    m_focus.reset();
    if (!m_waiting.empty()) {
        m_mode = Mode::Depth;
        if (const auto* before = find_chosen(m_waiting.front().tool)) {
            const auto depths = offered_depths();
            const auto at = std::find(depths.begin(), depths.end(), before->depth);
            if (at != depths.end()) {
                m_focus = static_cast<std::size_t>(at - depths.begin());
            }
        }
    } else if (!m_unknown.empty()) {
        m_mode = Mode::Keep;
        m_tools.clear();
        for (const auto& hit : m_search.find(m_unknown.front().name, most_hits)) {
            m_tools.push_back(hit.tool);
        }
    } else {
        to_search();
    }
    return Reply::keep(tools_answer(m_chosen), std::exchange(m_happened, {}));
}

Reply ToolScreen::take_row(std::size_t row) {
    if (row < m_tools.size()) {
        return add({{{m_context->landscape.tools[m_tools[row]].id, true}, false, false}});
    }
    return Reply::answered(m_options.at(row - m_tools.size()).answer);
}

Reply ToolScreen::take_marked() {
    std::vector<ToolEntry> entries;
    for (const auto tool : std::exchange(m_marked, {})) {
        entries.push_back({{m_context->landscape.tools[tool].id, true}, false, false});
    }
    return add(std::move(entries));
}

Reply ToolScreen::enter_line(const std::string& text) {
    const auto line = tools_from(text, *m_context, *m_question, m_search, m_tools);
    if (!line.slips.empty()) {
        return Reply::stay(sentence(line.slips.front()));
    }
    if (line.none) {
        return Reply::answered(ToolsAnswer{});
    }
    if (!line.unknown.empty() && !m_question->other_tools) {
        return Reply::stay(
            sentence(unknown_tool(line.unknown.front(), *m_question, m_context->words)));
    }
    m_unknown.assign(line.unknown.begin(), line.unknown.end());
    return add(line.entries);
}

Reply ToolScreen::enter_search() {
    const auto text = m_line.text();
    if (trimmed(text).empty()) {
        if (!m_marked.empty()) {
            return take_marked();
        }
        if (m_focus) {
            return take_row(*m_focus);
        }
        return m_chosen.empty() ? Reply::go_on() : Reply::answered(tools_answer(m_chosen));
    }
    if (const auto command = command_from(text, m_context->words);
        command && !m_search.exactly(text)) {
        to_search();
        return Reply::order(*command);
    }
    if (!m_marked.empty()) {
        return take_marked();
    }
    const bool single = text.find_first_of(",;=") == std::string::npos &&
                        text.find_first_of("+-") != 0 && !lists_numbers();
    // "none" is a word here, unless the list points to a tool on purpose.
    if (single && m_focus && !m_context->words.means(text, "command-none")) {
        return take_row(*m_focus);
    }
    return enter_line(text);
}

Reply ToolScreen::handle_search(const Key& key) {
    switch (key.kind) {
    case KeyKind::Enter:
        return enter_search();
    case KeyKind::Up:
        if (!m_chosen.empty() && (!m_focus || *m_focus == 0)) {
            m_mode = Mode::Chosen;
            m_focus = m_chosen.size() - 1;
            return Reply::stay();
        }
        m_focus = stepped(m_focus, rows(), false);
        return Reply::stay();
    case KeyKind::Down:
        m_focus = stepped(m_focus, rows(), true);
        return Reply::stay();
    case KeyKind::Tab:
        if (!m_focus) {
            m_focus = stepped(m_focus, rows(), true);
        }
        if (m_focus && *m_focus < m_tools.size()) {
            const auto tool = m_tools[*m_focus];
            if (m_marked.erase(tool) == 0) {
                m_marked.insert(tool);
            }
            return Reply::stay(m_context->words("marked", {std::to_string(m_marked.size())}));
        }
        return Reply::stay();
    case KeyKind::Escape:
        if (m_line.empty() && !m_category && m_marked.empty()) {
            return {};
        }
        to_search();
        return Reply::stay();
    case KeyKind::Text:
        if (key.text == "?" && m_line.empty()) {
            m_mode = Mode::Categories;
            m_focus.reset();
            return Reply::stay();
        }
        if (key.text == " " && m_line.empty()) {
            return Reply::stay();
        }
        break;
    default:
        break;
    }
    if (!m_line.handle(key)) {
        return {};
    }
    search();
    return Reply::stay();
}

Reply ToolScreen::handle(const Key& key) {
    switch (m_mode) {
    case Mode::Categories:
        return handle_categories(key);
    case Mode::Chosen:
        return handle_chosen(key);
    case Mode::Depth:
        return handle_depth(key);
    case Mode::Keep:
        return handle_keep(key);
    case Mode::Search:
        break;
    }
    return handle_search(key);
}

} // namespace assess::asking
