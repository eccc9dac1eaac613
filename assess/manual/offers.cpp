#include "assess/manual/offers.hpp"

#include "assess/manual/completions.hpp"
#include "model/landscape/load.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/surveys/mapping.hpp"

#include <algorithm>
#include <array>

namespace assess {
namespace {

std::vector<std::string> as_words(const std::vector<std::string_view>& ids) {
    return {ids.begin(), ids.end()};
}

/// Values that are a file's name and nothing else.
constexpr std::array<std::string_view, 6> of_files{"AFTER", "BEFORE", "FILE",
                                                   "INPUT", "REPORT", "STORE"};

} // namespace

Offer offer_for(std::string_view value) {
    if (value == "EDITION") {
        return {as_words(built_in_editions()), true};
    }
    if (value == "MAPPING") {
        return {as_words(built_in_mappings()), true};
    }
    if (value == "QUESTIONNAIRE" || value == "WHICH") {
        return {as_words(built_in_definitions()), true};
    }
    if (value == "SHELL") {
        return {shell_names(), false};
    }
    return {{}, std::ranges::find(of_files, value) != of_files.end()};
}

Offer offer_for(const Option& option) {
    return option.choices.empty() ? offer_for(option.value) : Offer{option.choices, false};
}

std::vector<Argument> arguments_of(const Command& command) {
    std::vector<Argument> arguments;
    const auto positionals = command.positionals();
    if (command.actions.empty()) {
        for (std::size_t i = 0; i < positionals.size(); ++i) {
            const auto& [name, help, required, repeats] = positionals[i];
            arguments.push_back({name, {}, i + 1, repeats, offer_for(name)});
        }
        return arguments;
    }
    arguments.push_back({positionals.front().name, {}, 1, false, {}});
    for (const auto& action : command.actions) {
        arguments.front().offer.words.emplace_back(action.name);
        if (!action.value.empty()) {
            arguments.push_back({action.value, action.name, 2, false, offer_for(action.value)});
        }
    }
    return arguments;
}

} // namespace assess
