// What keys do while the question about tools asks for something else than a name.
#include "assess/asking/tool_screen.hpp"
#include "model/text/text.hpp"

#include <algorithm>

namespace assess::asking {

Reply ToolScreen::handle_categories(const Key& key) {
    const auto open = [&](std::size_t index) {
        to_search();
        m_category = m_search.categories()[index].category;
        search();
        return Reply::stay();
    };
    switch (key.kind) {
    case KeyKind::Up:
    case KeyKind::Down:
        m_line.clear();
        m_focus = stepped(m_focus, rows(), key.kind == KeyKind::Down);
        return Reply::stay();
    case KeyKind::Escape:
        to_search();
        return Reply::stay();
    case KeyKind::Enter:
        if (m_focus) {
            return open(*m_focus);
        }
        return Reply::stay(m_context->words("choose-category"));
    default:
        break;
    }
    if (!m_line.handle(key)) {
        return {};
    }
    // A number, or the beginning of a name or of one of its words.
    const auto text = m_line.text();
    m_focus.reset();
    if (const auto numbers = numbers_from(text, rows())) {
        m_focus = numbers->back() - 1;
    } else if (const auto wanted = spelling_key(text); !wanted.empty()) {
        for (std::size_t pass = 0; pass < 2 && !m_focus; ++pass) {
            for (std::size_t i = 0; i < rows() && !m_focus; ++i) {
                const auto& category = m_search.categories()[i].category;
                const auto name = spelling_key(m_context->landscape.categories[category].name);
                if (pass == 0 ? name.rfind(wanted, 0) == 0
                              : name.find(wanted) != std::string::npos) {
                    m_focus = i;
                }
            }
        }
    }
    return Reply::stay();
}

Reply ToolScreen::handle_chosen(const Key& key) {
    const auto at = std::min(m_focus.value_or(0), m_chosen.size() - 1);
    switch (key.kind) {
    case KeyKind::Up:
        m_focus = at == 0 ? 0 : at - 1;
        return Reply::stay();
    case KeyKind::Down:
        if (at + 1 == m_chosen.size()) {
            to_search();
        } else {
            m_focus = at + 1;
        }
        return Reply::stay();
    case KeyKind::Escape:
        to_search();
        return Reply::stay();
    case KeyKind::Enter:
        if (m_question->with_depth) {
            return add({{m_chosen[at], false, false}});
        }
        to_search();
        return Reply::stay();
    case KeyKind::Delete:
    case KeyKind::Backspace:
        break;
    case KeyKind::Text:
        if (key.text == "x" || key.text == "-") {
            break;
        }
        to_search();
        return handle_search(key);
    default:
        return {};
    }
    const auto gone = m_chosen[at];
    remove(gone);
    m_focus = m_chosen.empty() ? 0 : std::min(at, m_chosen.size() - 1);
    if (m_chosen.empty()) {
        to_search();
    }
    return Reply::keep(tools_answer(m_chosen),
                       m_context->words("removed", {name_of(m_context->landscape, gone)}));
}

Reply ToolScreen::give_depth(Depth depth) {
    auto tool = m_waiting.front().tool;
    m_waiting.pop_front();
    tool.depth = depth;
    m_happened = m_context->words(
        "added-depth", {name_of(m_context->landscape, tool), depth_word(m_context->words, depth)});
    put(std::move(tool));
    return next_waiting();
}

Reply ToolScreen::handle_depth(const Key& key) {
    const auto tool = m_waiting.front().tool;
    switch (key.kind) {
    case KeyKind::Up:
    case KeyKind::Down:
        m_depth_line.clear();
        m_focus = stepped(m_focus, rows(), key.kind == KeyKind::Down);
        return Reply::stay();
    case KeyKind::Enter:
        return m_focus ? give_depth(offered_depths()[*m_focus])
                       : Reply::stay(m_context->words("choose-depth"));
    case KeyKind::Escape:
        m_waiting.pop_front();
        m_happened = m_context->words("left-out", {name_of(m_context->landscape, tool)});
        if (find_chosen(tool) != nullptr) {
            m_happened.clear();
        }
        return next_waiting();
    default:
        break;
    }
    if ((key.kind == KeyKind::Delete || (key.kind == KeyKind::Text && key.text == "0")) &&
        remove(tool)) {
        m_waiting.pop_front();
        m_happened = m_context->words("removed", {name_of(m_context->landscape, tool)});
        return next_waiting();
    }
    if (!m_depth_line.handle(key)) {
        return {};
    }
    if (const auto depth = depth_from(m_context->words, m_depth_line.text())) {
        return give_depth(*depth);
    }
    const auto wanted = spelling_key(m_depth_line.text());
    for (const auto depth : offered_depths()) {
        const auto word = spelling_key(depth_word(m_context->words, depth));
        if (!wanted.empty() && word.rfind(wanted, 0) == 0) {
            return Reply::stay(); // more than one begins so: the next letter decides
        }
    }
    m_depth_line.clear();
    return Reply::stay(m_context->words("choose-depth"));
}

Reply ToolScreen::handle_keep(const Key& key) {
    const auto unknown = m_unknown.front();
    const auto done = [&](std::vector<ToolEntry> entries) {
        m_unknown.pop_front();
        return add(std::move(entries));
    };
    const auto depth = unknown.depth.value_or(Depth::Uses);
    if (key.kind == KeyKind::Up || key.kind == KeyKind::Down) {
        m_focus = stepped(m_focus, rows(), key.kind == KeyKind::Down);
        return Reply::stay();
    }
    if (key.kind == KeyKind::Enter && m_focus) {
        return done({{{m_context->landscape.tools[m_tools[*m_focus]].id, true, depth},
                      unknown.depth.has_value(),
                      false}});
    }
    if (key.kind == KeyKind::Escape ||
        (key.kind == KeyKind::Text && m_context->words.means(key.text, "no"))) {
        return done({});
    }
    if (key.kind != KeyKind::Text) {
        return key.kind == KeyKind::Enter ? Reply::stay(m_context->words("yes-or-no")) : Reply{};
    }
    if (m_context->words.means(key.text, "yes")) {
        return done({{{unknown.name, false, depth}, unknown.depth.has_value(), false}});
    }
    if (const auto number = numbers_from(key.text, std::min<std::size_t>(m_tools.size(), 9))) {
        const auto tool = m_tools[number->front() - 1];
        return done({{{m_context->landscape.tools[tool].id, true, depth},
                      unknown.depth.has_value(),
                      false}});
    }
    return Reply::stay(m_context->words("yes-or-no"));
}

} // namespace assess::asking
