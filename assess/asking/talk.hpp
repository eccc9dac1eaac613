// The way in which a person, or a pipe, is asked: on a screen, in plain lines, or not at all.
#pragma once

#include "assess/asking/input_lines.hpp"
#include "assess/asking/interview.hpp"
#include "assess/asking/plain_asker.hpp"
#include "assess/asking/raw_terminal.hpp"
#include "assess/asking/single_pages.hpp"
#include "assess/terminal.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assess::asking {

enum class Way : std::uint8_t { Screen, Plain, Pipe };

struct TalkSettings {
    Way way = Way::Pipe;
    std::size_t width = 80;
    bool unicode = true;
    bool colour = false;
};

class Talk {
public:
    /// `streams` and `words` must outlive the talk.
    Talk(Streams& streams, const Words& words, const TalkSettings& settings);

    [[nodiscard]] Way way() const { return m_settings.way; }

    Ending interview(Interview& interview, const std::vector<std::string>& notes);
    /// Not of a pipe. Nothing with `ending` set where it was stopped.
    std::optional<std::size_t> choose(const Heading& heading,
                                      const std::vector<std::string>& options, Ending& ending);
    std::optional<std::string> fill_in(const Heading& heading, Ending& ending);

    /// A line that stays to be read after the questions.
    void say_after(std::string line) { m_after.push_back({std::move(line), false}); }
    /// A command to copy: on a line of its own, never wrapped.
    void say_command(std::string line) { m_after.push_back({std::move(line), true}); }
    /// Gives the terminal back and prints what is to stay.
    void end();

private:
    std::optional<std::string> read(std::string_view prompt, Ending& ending);

    Streams& m_streams;
    const Words& m_words;
    TalkSettings m_settings;
    PlainPage m_page;
    std::unique_ptr<InputLines> m_lines;
    std::unique_ptr<RawTerminal> m_terminal;
    struct After {
        std::string text;
        bool command = false;
    };
    std::vector<After> m_after;
};

} // namespace assess::asking
