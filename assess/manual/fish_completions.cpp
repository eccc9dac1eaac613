#include "assess/manual/completions.hpp"
#include "assess/manual/help.hpp"
#include "assess/manual/offers.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

namespace assess {
namespace {

constexpr std::string_view fish_head =
    R"fish(# Completions of assess for fish, made by: assess completion fish

# The words after "assess" that are no options, nor values of options.
function __assess_arguments
    set -l words (commandline -opc)
    set -l is_value no
    for word in $words[2..]
        if test $is_value = yes
            set is_value no
        else if not string match -q -- '--*' $word
            echo $word
        else if not string match -q -- '*=*' $word; and not contains -- $word $__assess_switches
            set is_value yes
        end
    end
end

# Whether they begin with these.
function __assess_begins_with
    set -l words (__assess_arguments)
    set -l last (count $argv)
    test (count $words) -ge $last; and test "$words[1..$last]" = "$argv"
end

# Whether these are all of them, so that the next one is a command or an action.
function __assess_is_all
    set -l words (__assess_arguments)
    test "$words" = "$argv"
end

complete -c assess -f
)fish";

std::string fish_quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            result += '\\';
        }
        result += c == '\n' ? ' ' : c;
    }
    return result + "'";
}

std::string fish_line(std::string_view condition, std::string_view rest) {
    return fmt::format("complete -c assess -n {} {}\n", fish_quoted(condition), rest);
}

std::string fish_word(std::string_view condition, std::string_view word, std::string_view says) {
    return fish_line(condition, fmt::format("-a {} -d {}", word, fish_quoted(says)));
}

/// -F: files too; else none, as it is said for the whole program.
std::string fish_offer(const Offer& offer) {
    return fmt::format(
        "{}{}", offer.files ? " -F" : "",
        offer.words.empty()
            ? std::string()
            : fmt::format(" -a {}", fish_quoted(fmt::format("{}", fmt::join(offer.words, " ")))));
}

std::string fish_option(std::string_view condition, const Option& option) {
    const auto offer = offer_for(option);
    const auto* const value = option.value.empty() ? "" : offer.files ? " -r" : " -x";
    return fish_line(condition, fmt::format("-l {}{}{} -d {}", option.name, value,
                                            fish_offer(offer), fish_quoted(option.help)));
}

/// The options without a value, of whatever command.
std::string fish_switches() {
    std::set<std::string> names{"--help"};
    for (const auto& command : commands()) {
        for (const auto& option : command.options()) {
            if (option.value.empty()) {
                names.insert(fmt::format("--{}", option.name));
            }
        }
    }
    return fmt::format("set -g __assess_switches {}\n", fmt::join(names, " "));
}

std::string fish_arguments(const Command& command) {
    std::string text;
    for (const auto& action : command.actions) {
        text +=
            fish_word(fmt::format("__assess_is_all {}", command.name), action.name, action.summary);
    }
    for (const auto& argument : arguments_of(command)) {
        const bool chooses_action = !command.actions.empty() && argument.action.empty();
        const auto offer = fish_offer(argument.offer);
        if (!chooses_action && !offer.empty()) {
            text += fish_line(fmt::format("__assess_begins_with {}{}{}", command.name,
                                          argument.action.empty() ? "" : " ", argument.action),
                              offer.substr(1));
        }
    }
    return text;
}

} // namespace

std::string fish_completions() {
    auto text = std::string(fish_head) + fish_switches();
    for (const auto& command : commands()) {
        const auto condition = fmt::format("__assess_begins_with {}", command.name);
        text += fish_word("__assess_is_all", command.name, command.summary);
        text += fish_word("__assess_is_all help", command.name, command.summary);
        for (const auto& option : command.options()) {
            text += fish_option(condition, option);
        }
        text += fish_arguments(command);
        text += fish_line(condition, "-l help -d 'how the command is used'");
    }
    for (const auto& word : words_beside_commands) {
        text += fish_word("__assess_is_all", word.name, word.says);
    }
    return text;
}

} // namespace assess
