#include "assess/manual/completions.hpp"
#include "assess/manual/help.hpp"
#include "assess/manual/offers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {
namespace {

constexpr std::string_view zsh_head = R"zsh(#compdef assess
# Completions of assess for zsh, made by: assess completion zsh

_assess_words_or_files() {
    _alternative "words:word:($*)" 'files:file:_files'
}
)zsh";

constexpr std::string_view zsh_tail = R"zsh(
_assess() {
    local curcontext=$curcontext state line
    local -A opt_args
    if (( CURRENT == 2 )); then
        _assess_commands help version
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    if [[ $command == help ]]; then
        _arguments '1:COMMAND:_assess_commands'
    elif (( $+functions[_assess_of_$command] )); then
        _assess_of_$command
    fi
}

# The same text is a file in $fpath, and a script for: source <(assess completion zsh)
if [[ $funcstack[1] == _assess ]]; then
    _assess "$@"
else
    compdef _assess assess
fi
)zsh";

/// A backslash before each of these characters.
std::string with_backslashes(std::string_view text, std::string_view characters) {
    std::string result;
    for (const char c : text) {
        if (characters.find(c) != std::string_view::npos) {
            result += '\\';
        }
        result += c;
    }
    return result;
}

/// A word in single quotes, whatever it holds.
std::string zsh_quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + "'";
}

/// As _arguments wants it behind the colon.
std::string zsh_offer(const Offer& offer) {
    if (offer.words.empty()) {
        return offer.files ? "_files" : " ";
    }
    return fmt::format("{}{}{}", offer.files ? " _assess_words_or_files " : "(",
                       fmt::join(offer.words, " "), offer.files ? "" : ")");
}

std::string zsh_option(const Option& option) {
    auto spec =
        fmt::format("{}--{}{}[{}]", option.repeats ? "*" : "", option.name,
                    option.value.empty() ? "" : "=", with_backslashes(option.help, "[]\\:"));
    if (!option.value.empty()) {
        spec += fmt::format(":{}:{}", with_backslashes(option.value, "\\:"),
                            zsh_offer(offer_for(option)));
    }
    return spec;
}

/// A list for _describe: "name:what it does".
std::string zsh_described(std::string_view name, std::string_view says) {
    std::string line(says);
    std::ranges::replace(line, '\n', ' ');
    return fmt::format("        {}\n",
                       zsh_quoted(fmt::format("{}:{}", name, with_backslashes(line, "\\:"))));
}

std::string zsh_commands() {
    std::string text = "\n# The commands, and the words that are given.\n"
                       "_assess_commands() {\n    local -a commands=(\n";
    for (const auto& command : commands()) {
        text += zsh_described(command.name, command.summary);
    }
    return text + "    )\n    commands+=($@)\n    _describe -t commands command commands\n}\n";
}

/// What to do at the places that depend on the action.
std::string zsh_states(const Command& command) {
    std::string text = " && return\n    case $state in\n    action)\n        local -a actions=(\n";
    for (const auto& action : command.actions) {
        text += zsh_described(action.name, action.summary);
    }
    text += "        )\n        _describe -t actions action actions\n        ;;\n"
            "    value)\n        case $line[1] in\n";
    for (const auto& argument : arguments_of(command)) {
        const auto& [words, files] = argument.offer;
        if (!argument.action.empty() && files) {
            text += fmt::format("        {}) {} ;;\n", argument.action,
                                words.empty() ? "_files" : zsh_offer(argument.offer));
        }
    }
    return text + "        esac\n        ;;\n    esac";
}

std::string zsh_command(const Command& command) {
    auto text = fmt::format("\n_assess_of_{}() {{\n    _arguments", command.name);
    const auto add = [&](const std::string& spec) {
        text += fmt::format(" \\\n        {}", zsh_quoted(spec));
    };
    for (const auto& option : command.options()) {
        add(zsh_option(option));
    }
    add("--help[how the command is used]");
    if (!command.actions.empty()) {
        add("1:ACTION:->action");
        add("2: :->value");
        return text + zsh_states(command) + "\n}\n";
    }
    for (const auto& argument : arguments_of(command)) {
        add(fmt::format("{}:{}:{}", argument.repeats ? "*" : std::to_string(argument.place),
                        argument.name, zsh_offer(argument.offer)));
    }
    return text + "\n}\n";
}

} // namespace

std::string zsh_completions() {
    auto text = std::string(zsh_head) + zsh_commands();
    for (const auto& command : commands()) {
        text += zsh_command(command);
    }
    return text + std::string(zsh_tail);
}

} // namespace assess
