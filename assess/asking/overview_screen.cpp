#include "assess/asking/overview_screen.hpp"

#include "model/text/text.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::asking {
namespace {

constexpr std::size_t page_step = 10;

} // namespace

OverviewScreen::OverviewScreen(const Interview& interview, std::optional<std::size_t> current)
    : m_interview(interview), m_focus(current) {}

OverviewScreen::Choice OverviewScreen::handle(const Key& key) {
    const auto size = m_interview.session().items().size();
    switch (key.kind) {
    case KeyKind::Up:
    case KeyKind::Down:
        m_line.clear();
        m_focus = stepped(m_focus, size, key.kind == KeyKind::Down);
        return {true};
    case KeyKind::PageUp:
        m_focus = m_focus.value_or(0) - std::min(m_focus.value_or(0), page_step);
        return {true};
    case KeyKind::PageDown:
        m_focus = std::min(m_focus.value_or(0) + page_step, size - 1);
        return {true};
    case KeyKind::Home:
        m_focus = 0;
        return {true};
    case KeyKind::End:
        m_focus = size - 1;
        return {true};
    case KeyKind::Escape:
        if (m_line.empty()) {
            return {true, true};
        }
        m_line.clear();
        return {true};
    case KeyKind::Enter:
        if (!m_line.empty() && !numbers_from(m_line.text(), size)) {
            const auto text = m_line.text();
            m_line.clear();
            const auto& words = m_interview.context().words;
            return {true, false, std::nullopt, false,
                    words("no-such-question", {in_quotes(text)}) + ". " +
                        words("questions-are", {std::to_string(size)})};
        }
        return m_focus ? Choice{true, false, m_focus} : Choice{true, false, std::nullopt, true};
    default:
        break;
    }
    if (!m_line.handle(key)) {
        return {};
    }
    if (const auto numbers = numbers_from(m_line.text(), size)) {
        m_focus = numbers->front() - 1;
    }
    return {true};
}

void OverviewScreen::show(Page& page, Size size, bool unicode) const {
    const auto& context = m_interview.context();
    const auto& session = m_interview.session();
    if (!m_line.empty()) {
        page.input = m_line.rows(size.columns - input_prompt.size());
    }
    std::optional<std::size_t> section;
    for (std::size_t i = 0; i < session.items().size(); ++i) {
        const auto& item = session.items()[i];
        const auto& question = context.question_of(item);
        if (section != question.section) {
            section = question.section;
            append_wrapped(page.list,
                           context.in_language(context.definition.sections[*section].title),
                           size.columns, Look::Strong);
        }
        const bool focus = m_focus == i;
        if (focus) {
            page.focus = page.list.size();
        }
        const auto* answer = session.answer_to(item.key);
        const auto number =
            fmt::format("{} {:>2} ", focus ? (unicode ? "\u203a" : ">") : " ", i + 1);
        std::string said =
            answer != nullptr ? answer_text(context, item, *answer) : context.words("unanswered");
        if (question.required && answer == nullptr) {
            said = context.words("needed");
        }
        // The answer matters more than the question: it gets what it needs, up to half.
        const auto room = size.columns > 8 ? size.columns - 5 : 3;
        const auto* ellipsis = unicode ? "\u2026" : "...";
        said = reports::shortened(printable(said), room / 2, ellipsis);
        const auto left = room - std::min(room, display_width(said) + 2);
        const auto text = reports::padded_right(
            reports::shortened(printable(text_of(context, item)), left, ellipsis), left);
        page.list.push_back(
            {fmt::format("{}{}  {}", number, text, said), focus ? Look::Focus : Look::Plain});
    }
}

} // namespace assess::asking
