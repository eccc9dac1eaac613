#include "assess/manual/help.hpp"

#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace assess {
namespace {

constexpr std::size_t widest_help = 100;
constexpr std::size_t overview_width = 84; ///< as wide as its first sentence

void print_entry(const std::string& head, std::string_view says, std::size_t width,
                 std::ostream& out) {
    constexpr std::size_t indent = 26;
    auto line = "  " + head;
    if (line.size() + 2 > indent) {
        out << line << '\n';
        line.clear();
    }
    // On a narrow screen long words rather stick out than break.
    for (const auto& part : reports::wrapped(says, std::max(width, indent + 30) - indent)) {
        line.resize(indent, ' ');
        out << line << part << '\n';
        line.clear();
    }
}

void print_tables(const Command& command, std::size_t width, std::ostream& out) {
    const auto positionals = command.positionals();
    for (const auto& positional : positionals) {
        print_entry(fmt::format("{}{}", positional.name, positional.repeats ? "..." : ""),
                    positional.help, width, out);
    }
    const auto options = command.options();
    if (!positionals.empty() && !options.empty()) {
        out << '\n';
    }
    for (const auto& option : options) {
        print_entry(
            fmt::format("--{}{}{}", option.name, option.value.empty() ? "" : " ", option.value),
            told_help(option), width, out);
    }
}

/// The actions with what they do, in two columns; the second may be several lines.
void print_actions(std::span<const Action> actions, std::ostream& out) {
    std::size_t longest = 0;
    for (const auto& action : actions) {
        longest = std::max(longest, action.name.size());
    }
    for (const auto& action : actions) {
        auto head = fmt::format("{:<{}}", action.name, longest + 2);
        for (std::size_t at = 0; at <= action.summary.size();) {
            const auto end = std::min(action.summary.find('\n', at), action.summary.size());
            out << head << action.summary.substr(at, end - at) << '\n';
            head.assign(head.size(), ' ');
            at = end + 1;
        }
    }
}

} // namespace

std::string told_help(const Option& option) {
    return option.choices.empty()
               ? std::string(option.help)
               : fmt::format("{} One of: {}.", option.help, fmt::join(option.choices, ", "));
}

void print_overview(std::ostream& out) {
    out << program_about << "\n\nStart here:\n";
    for (const auto& step : first_steps) {
        out << fmt::format("  {:<29} {}\n", step.name, step.says);
    }
    out << "\nCommands:\n";
    for (const auto& command : commands()) {
        out << fmt::format("  {:<14} {}\n", command.name, command.summary);
    }
    for (const auto& word : words_beside_commands) {
        out << fmt::format("  {:<14} {}\n", word.name, word.says);
    }
    std::string codes = "Exit codes:";
    for (const auto& meaning : exit_meanings) {
        codes += fmt::format(" {} {};", static_cast<int>(meaning.code), meaning.says);
    }
    codes.back() = '.';
    out << '\n';
    for (const auto& line : reports::wrapped(codes, overview_width)) {
        out << line << '\n';
    }
}

void print_help(const Command& command, std::size_t width, std::ostream& out) {
    out << fmt::format("assess {}: {}\n\nUsage: assess {} {}\n\n", command.name, command.summary,
                       command.name, command.usage);
    if (!command.actions.empty()) {
        print_actions(command.actions, out);
    } else {
        out << command.about << '\n';
    }
    out << '\n';
    print_tables(command, std::min(width, widest_help), out);
    out << "\nExamples:\n";
    for (const auto example : command.examples) {
        out << "  " << example << '\n';
    }
}

} // namespace assess
