// What the question about tools looks like.
#include "assess/asking/tool_screen.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::asking {
namespace {

std::string_view pointer(bool focus, bool unicode) {
    if (!focus) {
        return " ";
    }
    return unicode ? "\u203a" : ">";
}

Look look_of(bool focus) {
    return focus ? Look::Focus : Look::Plain;
}

} // namespace

/// "PyTorch: daily" where it was chosen, and what became of it where something did.
std::string ToolScreen::tool_row(ToolIndex index) const {
    const auto& tool = m_context->landscape.tools[index];
    std::string row = tool.name;
    if (const auto* chosen = find_chosen({tool.id, true})) {
        row += m_question->with_depth
                   ? fmt::format(": {}", depth_word(m_context->words, chosen->depth))
                   : fmt::format(" ({})", m_context->words("chosen"));
    } else if (tool.status.kind == ToolStatus::Retired) {
        row += fmt::format(" ({})", m_context->words("retired"));
    }
    return row;
}

void ToolScreen::show_chosen_line(Page& page, Size size) const {
    if (m_chosen.empty()) {
        return;
    }
    std::vector<std::string> parts;
    for (auto chosen = m_chosen.rbegin(); chosen != m_chosen.rend(); ++chosen) { // the newest first
        const auto name = name_of(m_context->landscape, *chosen);
        parts.push_back(
            m_question->with_depth
                ? fmt::format("{} {}", name, depth_word(m_context->words, chosen->depth))
                : name);
    }
    append_wrapped(page.before,
                   m_context->words("chosen-are", {std::to_string(parts.size()),
                                                   fmt::format("{}", fmt::join(parts, ", "))}),
                   size.columns);
    page.before.emplace_back();
}

void ToolScreen::show_search(Page& page, Size size, bool unicode) const {
    const auto& words = m_context->words;
    show_chosen_line(page, size);
    if (m_category || !m_line.empty()) { // the list needs the room
        page.help.clear();
    }
    if (m_category) {
        append_wrapped(page.before, m_context->landscape.categories[*m_category].name + ":",
                       size.columns, Look::Strong);
    } else if (m_guesses) {
        append_wrapped(page.before, words("did-you-mean-list"), size.columns);
    } else if (m_line.empty() && !m_suggested.empty()) {
        append_wrapped(page.before, words("used-before"), size.columns);
    }
    page.input = m_line.rows(size.columns - input_prompt.size());
    page.focus = m_focus;
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        const bool focus = m_focus == i;
        const auto* box = m_marked.empty() ? "" : m_marked.contains(m_tools[i]) ? " [x]" : " [ ]";
        page.list.push_back({fmt::format("{}{} {:>2} {}", pointer(focus, unicode), box, i + 1,
                                         tool_row(m_tools[i])),
                             look_of(focus)});
    }
    for (std::size_t i = m_tools.size(); i < rows(); ++i) {
        const bool focus = m_focus == i;
        append_wrapped(
            page.list,
            fmt::format("{}    {}", pointer(focus, unicode), m_options[i - m_tools.size()].text),
            size.columns, look_of(focus), 5);
    }
    if (!m_line.empty() && !lists_numbers()) {
        const auto text = m_line.text();
        if (const auto command = command_from(text, words); command && !m_search.exactly(text)) {
            append_wrapped(page.notes, words("is-an-order", {text}), size.columns, Look::Notice);
        } else if (m_tools.empty() || m_guesses) {
            append_wrapped(
                page.list,
                words(m_question->other_tools ? "enter-keeps" : "no-such-tool", {in_quotes(text)}),
                size.columns, Look::Faint);
        }
    }
}

void ToolScreen::show(Page& page, Size size, bool unicode) const {
    const auto& words = m_context->words;
    const auto& landscape = m_context->landscape;
    const auto add_row = [&](std::size_t i, const std::string& key, const std::string& text) {
        const bool focus = m_focus == i;
        page.list.push_back(
            {fmt::format("{} {:>2} {}", pointer(focus, unicode), key, text), look_of(focus)});
    };
    page.focus = m_focus;
    switch (m_mode) {
    case Mode::Search:
        show_search(page, size, unicode);
        break;
    case Mode::Categories:
        page.help.clear();
        append_wrapped(page.before, words("categories-of", {std::to_string(m_search.size())}),
                       size.columns);
        page.input = m_line.rows(size.columns - input_prompt.size());
        for (std::size_t i = 0; i < rows(); ++i) {
            const auto& each = m_search.categories()[i];
            add_row(i, std::to_string(i + 1),
                    fmt::format("{} ({})", landscape.categories[each.category].name, each.tools));
        }
        break;
    case Mode::Chosen:
        page.help.clear();
        append_wrapped(page.before, words("chosen-list", {std::to_string(m_chosen.size())}),
                       size.columns);
        for (std::size_t i = 0; i < rows(); ++i) {
            const auto name = name_of(landscape, m_chosen[i]);
            add_row(i, "",
                    m_question->with_depth
                        ? fmt::format("{}: {}", name, depth_word(words, m_chosen[i].depth))
                        : name);
        }
        break;
    case Mode::Depth: {
        page.help.clear();
        show_chosen_line(page, size);
        const auto name = name_of(landscape, m_waiting.front().tool);
        append_wrapped(page.before, words("how-deep", {name}), size.columns, Look::Strong);
        if (m_waiting.size() > 1) {
            append_wrapped(page.before, words("waiting", {std::to_string(m_waiting.size() - 1)}),
                           size.columns, Look::Faint);
        }
        for (std::size_t i = 0; i < rows(); ++i) {
            add_row(i, std::to_string(i + 1), depth_word(words, offered_depths()[i]));
        }
        break;
    }
    case Mode::Keep:
        page.help.clear();
        append_wrapped(page.before, words("keep-it", {printable(m_unknown.front().name)}),
                       size.columns, Look::Strong);
        if (!m_tools.empty()) {
            append_wrapped(page.before, words("or-is-it"), size.columns);
        }
        for (std::size_t i = 0; i < rows(); ++i) {
            add_row(i, i < 9 ? std::to_string(i + 1) : "", tool_row(m_tools[i]));
        }
        break;
    }
}

} // namespace assess::asking
