#include "assess/asking/terminal_asker.hpp"

#include "assess/asking/choice_screen.hpp"
#include "assess/asking/overview_screen.hpp"
#include "assess/asking/text_screen.hpp"
#include "assess/asking/tool_screen.hpp"
#include "model/text/text.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace assess::asking {
namespace {

using Screen = std::variant<ChoiceScreen, TextScreen, ToolScreen>;

Screen screen_for(const Interview& interview, const Item& item) {
    const auto& context = interview.context();
    const auto* answer = interview.session().answer_to(item.key);
    switch (context.question_of(item).kind) {
    case QuestionKind::Tools:
        return ToolScreen(context, item, answer, interview.suggested);
    case QuestionKind::Number:
    case QuestionKind::Text:
        return TextScreen(context, item, answer);
    case QuestionKind::Single:
    case QuestionKind::Multiple:
    case QuestionKind::Scale:
        break;
    }
    return ChoiceScreen(context, item, answer);
}

bool is_control(const Key& key, std::string_view letter) {
    return key.kind == KeyKind::Control && key.text == letter;
}

class TerminalAsker {
public:
    TerminalAsker(Interview& interview, const Face& face)
        : m_interview(interview), m_context(interview.context()), m_words(m_context.words),
          m_face(face) {}

    Ending ask(const std::vector<std::string>& notes) {
        start(notes);
        while (!m_stopped) {
            if (const auto* current = m_interview.session().current()) {
                question(Item(*current));
            } else if (review()) {
                return {true, 0};
            }
        }
        return {false, m_signal};
    }

private:
    /// The next key for a page; nothing where it has to be drawn again or was stopped.
    std::optional<Key> key_for(Page page) {
        if (!m_interview.trouble().empty()) {
            append_wrapped(page.notes, m_words("draft-trouble", {m_interview.trouble()}),
                           size().columns, Look::Notice);
        }
        if (!m_note.empty()) {
            append_wrapped(page.notes, m_note, size().columns, Look::Notice);
        }
        m_face.draw(fit(page, size(), m_face.unicode, m_words("more")));
        const auto event = m_face.next();
        if (const auto* stopped = std::get_if<Stopped>(&event)) {
            m_stopped = true;
            m_signal = stopped->signal;
            return std::nullopt;
        }
        if (!std::holds_alternative<Key>(event)) {
            return std::nullopt;
        }
        const auto key = std::get<Key>(event);
        if (is_control(key, "c") || is_control(key, "d")) {
            m_stopped = true;
            return std::nullopt;
        }
        if (key.kind != KeyKind::Unknown) {
            m_note.clear();
        }
        return key;
    }

    [[nodiscard]] Size size() const { return usable(m_face.size()); }

    [[nodiscard]] Page page_with(std::string_view left, const std::string& right,
                                 const std::string& keys) const {
        Page page;
        const auto columns = size().columns;
        const auto room = columns - std::min(columns, display_width(right) + 1);
        page.head.push_back(
            {reports::padded_right(
                 reports::shortened(printable(left), room, m_face.unicode ? "\u2026" : "..."),
                 room) +
                 " " + right,
             Look::Faint});
        append_wrapped(page.keys, keys, columns, Look::Faint);
        return page;
    }

    /// A text to read, which scrolls; leaves at Enter or Escape.
    void read_text(const std::string& title, const std::vector<std::string>& paragraphs,
                   std::string_view keys) {
        std::size_t at = 0;
        while (!m_stopped) {
            auto page = page_with("", "", m_words(keys));
            append_wrapped(page.question, title, size().columns, Look::Strong);
            for (const auto& paragraph : paragraphs) {
                append_wrapped(page.list, paragraph, size().columns);
                page.list.emplace_back();
            }
            page.list.pop_back();
            at = std::min(at, page.list.size() - 1);
            page.focus = at;
            const auto rows = page.list.size();
            const auto key = key_for(std::move(page));
            if (!key) {
                continue;
            }
            const auto step = size().rows / 2;
            if (key->kind == KeyKind::Enter || key->kind == KeyKind::Escape) {
                return;
            }
            if (key->kind == KeyKind::Down || key->kind == KeyKind::PageDown) {
                // The first move leaves the half of the screen that the focus scrolls over.
                at = std::min(std::max(at, step) + (key->kind == KeyKind::Down ? 1 : step),
                              rows - 1);
            } else if (key->kind == KeyKind::Up || key->kind == KeyKind::PageUp) {
                const auto by = key->kind == KeyKind::Up ? 1 : step;
                at = std::min(at, rows > step ? rows - step : rows);
                at -= std::min(at, by);
            }
        }
    }

    void start(const std::vector<std::string>& notes) {
        if (m_interview.brief && notes.empty()) {
            return;
        }
        const auto& definition = m_context.definition;
        std::vector<std::string> paragraphs = notes;
        paragraphs.emplace_back(m_context.in_language(definition.about));
        paragraphs.push_back(m_words("start", {std::to_string(definition.minutes),
                                               m_interview.session().draft().respondent}));
        std::erase(paragraphs, "");
        read_text(std::string(m_context.in_language(definition.title)), paragraphs, "keys-start");
    }

    [[nodiscard]] Page page_for(const Item& item, std::string_view keys) const {
        const auto& question = m_context.question_of(item);
        const auto& section = m_context.definition.sections[question.section];
        auto page =
            page_with(m_context.in_language(section.title), progress(item), keys_line(keys, item));
        const auto columns = size().columns;
        append_wrapped(page.about, about_before(item), columns);
        if (item.tool) {
            append_wrapped(page.question, name_of(m_context.landscape, *item.tool), columns,
                           Look::Strong);
        }
        append_wrapped(page.question, m_context.in_language(question.text), columns, Look::Strong);
        append_wrapped(page.help, m_context.in_language(question.help), columns, Look::Faint);
        return page;
    }

    /// The keys of a screen, and those that mean the same on all of them.
    [[nodiscard]] std::string keys_line(std::string_view keys, const Item& item) const {
        auto line = m_words(keys);
        const bool one = keys == "keys-single" || keys == "keys-scale";
        if (one && !m_context.question_of(item).required) {
            line += " \u00b7 " + m_words(is_answered(m_interview.session().answer_to(item.key))
                                             ? "keys-next"
                                             : "keys-skip");
        }
        if (keys == "keys-tools") {
            line += " \u00b7 " + m_words("keys-common-tools");
        } else if (one || keys == "keys-several" || keys == "keys-text") {
            line += " \u00b7 " + m_words("keys-common");
        }
        return line;
    }

    /// What a section says of itself, before its first question.
    [[nodiscard]] std::string about_before(const Item& item) const {
        const auto& items = m_interview.session().items();
        const auto section = m_context.question_of(item).section;
        const auto first = std::find_if(items.begin(), items.end(), [&](const Item& each) {
            return m_context.question_of(each).section == section;
        });
        if (first == items.end() || first->key != item.key) {
            return "";
        }
        return std::string(m_context.in_language(m_context.definition.sections[section].about));
    }

    [[nodiscard]] std::size_t index_of(const Item& item) const {
        const auto& items = m_interview.session().items();
        const auto at = std::find_if(items.begin(), items.end(),
                                     [&](const Item& each) { return each.key == item.key; });
        return static_cast<std::size_t>(at - items.begin());
    }

    [[nodiscard]] std::string progress(const Item& item) const {
        const auto far = m_interview.session().how_far();
        const auto number = std::to_string(index_of(item) + 1);
        const auto of = std::to_string(far.shown);
        constexpr std::size_t cells = 10;
        if (size().columns < 60) {
            return fmt::format("{}/{}", number, of);
        }
        const auto done = far.shown == 0 ? 0 : far.done * cells / far.shown;
        const auto bar = reports::repeated(m_face.unicode ? "\u2588" : "#", done) +
                         reports::repeated(m_face.unicode ? "\u2591" : "-", cells - done);
        return m_words("question-of", {number, of}) + "  " + bar;
    }

    void question(const Item& item) {
        auto screen = screen_for(m_interview, item);
        while (!m_stopped) {
            const auto keys = std::visit([](const auto& each) { return each.keys(); }, screen);
            auto page = page_for(item, keys);
            std::visit([&](const auto& each) { each.show(page, size(), m_face.unicode); }, screen);
            const auto key = key_for(std::move(page));
            if (!key) {
                continue;
            }
            const auto reply = std::visit([&](auto& each) { return each.handle(*key); }, screen);
            if (reply.kind == Reply::Kind::Ignored ? common_key(*key, item) : take(reply, item)) {
                return;
            }
        }
    }

    /// Keys that mean the same everywhere. True where the question is left.
    bool common_key(const Key& key, const Item& item) {
        if (key.kind == KeyKind::Escape || key.kind == KeyKind::PageUp ||
            key.kind == KeyKind::BackTab) {
            return obey({Order::Back, ""}, item);
        }
        if (key.kind == KeyKind::PageDown) {
            return go_on(item);
        }
        if (key.kind == KeyKind::Help) {
            return obey({Order::Help, ""}, item);
        }
        if (is_control(key, "g")) {
            return obey({Order::Jump, ""}, item);
        }
        return is_control(key, "r") && obey({Order::Review, ""}, item);
    }

    bool take(const Reply& reply, const Item& item) {
        m_note = reply.note;
        switch (reply.kind) {
        case Reply::Kind::Keep:
        case Reply::Kind::Answered: {
            const bool leave = reply.kind == Reply::Kind::Answered;
            // An empty list in the making is no answer yet.
            const auto* tools = std::get_if<ToolsAnswer>(&reply.answer);
            if (!leave && tools != nullptr && tools->tools.empty()) {
                return false;
            }
            if (const auto refusal = m_interview.answer(item.key, reply.answer)) {
                m_note = sentence({refusal->what, refusal->hint});
                return false;
            }
            return leave && go_on(item);
        }
        case Reply::Kind::GoOn:
            return go_on(item);
        case Reply::Kind::Ordered:
            return obey(reply.command, item);
        case Reply::Kind::Ignored:
        case Reply::Kind::Stay:
            break;
        }
        return false;
    }

    bool go_on(const Item& item) {
        if (const auto refusal = m_interview.next()) {
            m_note = sentence({refusal->what, refusal->hint});
            return false;
        }
        if (!is_answered(m_interview.session().answer_to(item.key))) {
            m_note =
                m_words("skipped-that", {reports::shortened(text_of(m_context, item), 60, "...")});
        }
        return true;
    }

    bool obey(const Command& command, const Item& item) {
        switch (command.order) {
        case Order::Back:
            if (index_of(item) == 0) {
                m_note = m_words("first-question");
                return false;
            }
            m_interview.back();
            return true;
        case Order::Jump:
            return jump(command.argument, item);
        case Order::Review:
            return overview(index_of(item), "review-title", "keys-jump");
        case Order::Help:
            help(item);
            return false;
        case Order::Skip:
            return take(Reply::answered(NoAnswer::Skipped), item);
        case Order::Stop:
            break;
        }
        m_stopped = true;
        return true;
    }

    bool jump(const std::string& argument, const Item& item) {
        const auto& items = m_interview.session().items();
        if (const auto numbers = numbers_from(argument, items.size())) {
            m_interview.jump(std::string(items[numbers->front() - 1].key));
            return true;
        }
        return overview(index_of(item), "jump-title", "keys-jump");
    }

    /// True where another question was chosen.
    bool overview(std::optional<std::size_t> at, std::string_view title, std::string_view keys) {
        OverviewScreen screen(m_interview, at);
        while (!m_stopped) {
            auto page = overview_page(title, keys);
            screen.show(page, size(), m_face.unicode);
            const auto key = key_for(std::move(page));
            if (!key) {
                continue;
            }
            const auto choice = screen.handle(*key);
            m_note = choice.note;
            if (choice.item) {
                const auto& items = m_interview.session().items();
                return !m_interview.jump(std::string(items[*choice.item].key));
            }
            if (choice.leave || choice.enter) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] Page overview_page(std::string_view title, std::string_view keys) const {
        const auto far = m_interview.session().how_far();
        auto page =
            page_with(m_context.in_language(m_context.definition.title),
                      m_words("answered-of", {std::to_string(far.done), std::to_string(far.shown)}),
                      m_words(keys));
        append_wrapped(page.question, m_words(title), size().columns, Look::Strong);
        return page;
    }

    void help(const Item& item) {
        const auto& question = m_context.question_of(item);
        std::vector<std::string> paragraphs;
        paragraphs.emplace_back(m_context.in_language(question.help));
        for (const auto& option : options_of(m_context, question)) {
            if (!option.help.empty()) {
                paragraphs.push_back(
                    fmt::format("{} {}: {}", option.key, option.text, option.help));
            }
        }
        paragraphs.push_back(m_words(question.required ? "needed" : "optional"));
        if (question.kind == QuestionKind::Tools) {
            paragraphs.push_back(m_words("help-tools"));
        }
        paragraphs.push_back(m_words("help-keys"));
        std::erase(paragraphs, "");
        read_text(text_of(m_context, item), paragraphs, "keys-help");
    }

    /// The end: true where it is to be saved.
    bool review() {
        OverviewScreen screen(m_interview, std::nullopt);
        while (!m_stopped) {
            const auto missing = m_interview.session().missing();
            auto page =
                overview_page("review-title", missing.empty() ? "keys-review" : "keys-missing");
            screen.show(page, size(), m_face.unicode);
            const auto key = key_for(std::move(page));
            if (!key) {
                continue;
            }
            const auto choice = screen.handle(*key);
            m_note = choice.note;
            const auto& items = m_interview.session().items();
            if (choice.item) {
                m_interview.jump(std::string(items[*choice.item].key));
                return false;
            }
            if (choice.leave) {
                m_interview.back();
                return false;
            }
            if (choice.enter && missing.empty()) {
                return true;
            }
            if (choice.enter) {
                m_interview.jump(missing.front().key);
                m_note = sentence({missing.front().what, missing.front().hint});
                return false;
            }
        }
        return false;
    }

    Interview& m_interview;
    const Context& m_context;
    const Words& m_words;
    const Face& m_face;
    std::string m_note;
    bool m_stopped = false;
    int m_signal = 0;
};

} // namespace

Ending ask_on_screen(Interview& interview, const Face& face,
                     const std::vector<std::string>& notes) {
    return TerminalAsker(interview, face).ask(notes);
}

} // namespace assess::asking
