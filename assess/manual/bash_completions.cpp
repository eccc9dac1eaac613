#include "assess/manual/completions.hpp"
#include "assess/manual/help.hpp"
#include "assess/manual/offers.hpp"

#include <fmt/format.h>

namespace assess {
namespace {

constexpr std::string_view bash_head =
    R"bash(# Completions of assess for bash, made by: assess completion bash

# What can stand at a place: "COMMAND --option", "COMMAND 1" for its first argument, or "COMMAND
# ACTION 2". Fails where nothing is known of the place: then it takes no value.
_assess_offer() {
    words='' files=''
    case $1 in
)bash";

constexpr std::string_view bash_between = R"bash(    *) return 1 ;;
    esac
}

_assess_options() {
    case $1 in
)bash";

constexpr std::string_view bash_tail = R"bash(    esac
}

_assess() {
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
    local action='' option='' place=1 words='' files='' each i
    COMPREPLY=()
    for ((i = 2; i < COMP_CWORD; i++)); do
        each=${COMP_WORDS[i]}
        if [[ $each == '=' ]]; then
            : # between an option and its value
        elif [[ -n $option ]]; then
            option=''
        elif [[ $each == --* ]]; then
            _assess_offer "$command $each" && option=$each
        else
            [[ $place == 1 ]] && action=$each
            ((++place))
        fi
    done
    [[ $word == '=' ]] && word=''
    if ((COMP_CWORD == 1)); then
        _assess_offer ''
    elif [[ -n $option ]]; then
        _assess_offer "$command $option"
    elif [[ $word == -* ]]; then
        words=$(_assess_options "$command")
    else
        _assess_offer "$command $place" || _assess_offer "$command $action $place" ||
            words=$(_assess_options "$command")
    fi
    mapfile -t COMPREPLY < <(
        compgen -W "$words" -- "$word"
        [[ -n $files ]] && compgen -f -- "$word"
    )
    [[ -n $files ]] && compopt -o filenames 2>/dev/null
    return 0
}

complete -F _assess assess
)bash";

std::string bash_case(std::string_view place, const Offer& offer) {
    return fmt::format("    {}) words='{}' files={} ;;\n", place, fmt::join(offer.words, " "),
                       offer.files ? "yes" : "''");
}

std::string bash_place(const Command& command, const Argument& argument) {
    if (argument.repeats) {
        return fmt::format("'{} '[0-9]*", command.name);
    }
    return argument.action.empty()
               ? fmt::format("'{} {}'", command.name, argument.place)
               : fmt::format("'{} {} {}'", command.name, argument.action, argument.place);
}

} // namespace

std::string bash_completions() {
    std::vector<std::string> names;
    std::string options;
    std::string places;
    for (const auto& command : commands()) {
        names.emplace_back(command.name);
        options += fmt::format("    {}) echo '", command.name);
        for (const auto& option : command.options()) {
            options += fmt::format("--{} ", option.name);
            if (!option.value.empty()) {
                places += bash_case(fmt::format("'{} --{}'", command.name, option.name),
                                    offer_for(option));
            }
        }
        options += "--help' ;;\n";
        for (const auto& argument : arguments_of(command)) {
            places += bash_case(bash_place(command, argument), argument.offer);
        }
    }
    places += bash_case("'help 1'", {names, false});
    for (const auto& word : words_beside_commands) {
        names.emplace_back(word.name);
    }
    return fmt::format("{}{}{}{}{}{}", bash_head, bash_case("''", {names, false}), places,
                       bash_between, options, bash_tail);
}

} // namespace assess
