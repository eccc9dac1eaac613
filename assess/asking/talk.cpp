#include "assess/asking/talk.hpp"

#include "assess/asking/answer_lines.hpp"
#include "assess/asking/pipe_asker.hpp"
#include "assess/asking/terminal_asker.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

namespace assess::asking {

Talk::Talk(Streams& streams, const Words& words, const TalkSettings& settings)
    : m_streams(streams), m_words(words),
      m_settings(settings), m_page{streams.out, settings.width, settings.unicode} {
    if (m_settings.way == Way::Screen) {
        m_streams.out.flush();
        m_terminal = std::make_unique<RawTerminal>(streams.in_descriptor, streams.out_descriptor,
                                                   settings.unicode, settings.colour);
    } else {
        m_lines = std::make_unique<InputLines>(streams.in, streams.in_descriptor);
    }
}

Ending Talk::interview(Interview& interview, const std::vector<std::string>& notes) {
    switch (m_settings.way) {
    case Way::Screen:
        return ask_on_screen(interview, m_terminal->face(), notes);
    case Way::Plain:
        return ask_in_lines(interview, *m_lines, m_page, notes);
    case Way::Pipe:
        break;
    }
    for (const auto& note : notes) {
        m_streams.err << "assess: " << printable(note) << '\n';
    }
    return ask_in_pipe(interview, *m_lines);
}

std::optional<std::string> Talk::read(std::string_view prompt, Ending& ending) {
    if (m_settings.way == Way::Plain) {
        m_page.ask(prompt);
    }
    const auto got = m_lines->next();
    if (const auto* line = std::get_if<InputLine>(&got)) {
        return line->text;
    }
    const auto* stopped = std::get_if<InputStopped>(&got);
    ending = {false, stopped == nullptr ? 0 : stopped->signal};
    if (m_settings.way == Way::Plain) {
        m_streams.out << '\n';
    }
    return std::nullopt;
}

std::optional<std::size_t> Talk::choose(const Heading& heading,
                                        const std::vector<std::string>& options, Ending& ending) {
    if (m_terminal) {
        return choose_on_screen(m_words, m_terminal->face(), heading, options, ending);
    }
    m_page.say(heading.title);
    for (const auto& paragraph : heading.says) {
        m_page.say(paragraph);
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
        m_page.say(fmt::format("{} {}", i + 1, options[i]));
    }
    while (true) {
        const auto line = read(m_words("plain-choose"), ending);
        if (!line) {
            return std::nullopt;
        }
        if (trimmed(*line).empty()) {
            return 0;
        }
        if (const auto number = numbers_from(*line, options.size())) {
            return number->front() - 1;
        }
        m_page.say(m_words("not-understood", {in_quotes(*line)}));
    }
}

std::optional<std::string> Talk::fill_in(const Heading& heading, Ending& ending) {
    if (m_terminal) {
        return fill_in_on_screen(m_words, m_terminal->face(), heading, ending);
    }
    if (m_settings.way == Way::Plain) {
        m_page.say(heading.title);
        for (const auto& paragraph : heading.says) {
            m_page.say(paragraph);
        }
    }
    return read(m_words("plain-prompt"), ending);
}

void Talk::end() {
    m_terminal.reset();
    for (const auto& [text, command] : m_after) {
        if (command) {
            m_streams.out << "  " << printable(text) << '\n';
        } else {
            m_page.say(text);
        }
    }
    m_after.clear();
    m_streams.out.flush();
}

} // namespace assess::asking
