// What `assess help` prints, from the registry of commands and their tables.
#pragma once

#include "assess/commands/command.hpp"
#include "assess/exit_code.hpp"

#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

inline constexpr std::string_view program_summary =
    "where engineers and ML researchers stand on the MLOps landscape";
inline constexpr std::string_view program_about =
    "assess shows where an organization's engineers and ML researchers stand on the MLOps\n"
    "landscape, what stands between them, and what would close it.";

/// A line of a list: what it is about, and what there is to say of it.
struct Entry {
    std::string_view name;
    std::string_view says;
};

/// How to begin.
inline constexpr std::array<Entry, 3> first_steps{
    {{"assess report team.csv", "a gap report from a list of people and their tools"},
     {"assess ask --as-team", "type in your team's answers, one person after another"},
     {"assess form --out form.html", "a page that your team fills in, each by themselves"}}};

/// What the program knows beside its commands.
inline constexpr std::array<Entry, 2> words_beside_commands{
    {{"help", "how a command is used: assess help COMMAND"}, {"version", "which version this is"}}};

/// What the environment says.
inline constexpr std::array<Entry, 5> variables{
    {{"ASSESS_STORE", "The store, where --store names none."},
     {"LC_ALL, LC_CTYPE, LC_MESSAGES, LANG",
      "Whether a terminal shows Unicode, and the language in which assess ask asks."},
     {"NO_COLOR", "Where it is set, no colour, unless --color says otherwise."},
     {"SOURCE_DATE_EPOCH", "The time to take for the present, in seconds since 1970."},
     {"TERM", "Where it is dumb, no colour, and assess ask asks in plain lines."}}};

struct ExitMeaning {
    ExitCode code;
    std::string_view says;
};
inline constexpr std::array<ExitMeaning, 4> exit_meanings{
    {{ExitCode::Done, "done"},
     {ExitCode::FindingReached, "a finding reached --fail-on"},
     {ExitCode::InvalidInput, "wrong usage or invalid input"},
     {ExitCode::Failed, "failed while running"}}};

/// What an option's help says, with its choices.
std::string told_help(const Option& option);

void print_overview(std::ostream& out);
/// At most 100 columns wide.
void print_help(const Command& command, std::size_t width, std::ostream& out);

} // namespace assess
