#include "assess/commands/command.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess {
namespace {

/// Nothing, and a problem with all of the actions, for a word that is none: they are few, and the
/// closest may do another thing.
const Action* chosen_action(const Command& command, const std::string& word,
                            Diagnostics& problems) {
    const auto found = std::ranges::find(command.actions, word, &Action::name);
    if (found != command.actions.end()) {
        return &*found;
    }
    std::vector<std::string> names;
    for (const auto& action : command.actions) {
        names.emplace_back(action.name);
    }
    problems.push_back(
        usage_problem(fmt::format("assess {} cannot {}", command.name, in_quotes(word)),
                      fmt::format("It can {}.", listed(names))));
    return nullptr;
}

Setup* setup_of_action(const Command& command, const Arguments& arguments, Diagnostics& problems) {
    const auto& words = arguments.positionals();
    const auto* const action = chosen_action(command, words.front(), problems);
    if (action == nullptr) {
        return nullptr;
    }
    if (words.size() < 2 && !action->needs.empty()) {
        const auto what = fmt::format("assess {} {}", command.name, action->name);
        problems.push_back(usage_problem(fmt::format("{} needs {}", what, action->needs),
                                         action->like.empty()
                                             ? fmt::format("See: assess help {}", command.name)
                                             : fmt::format("Such as: {} {}", what, action->like)));
        return nullptr;
    }
    return action->setup;
}

} // namespace

std::span<const Command> commands() {
    static const std::array all{
        report_command(),        ask_command(),    figure_command(),    what_if_command(),
        recommend_command(),     radar_command(),  table_command(),     explain_command(),
        compare_command(),       trend_command(),  form_command(),      landscape_command(),
        questionnaire_command(), init_command(),   round_command(),     submit_command(),
        export_command(),        forget_command(), completion_command()};
    return all;
}

Work set_up(const Command& command, const Arguments& arguments, const Terminal& terminal,
            Diagnostics& problems) {
    auto* const setup =
        command.actions.empty() ? command.setup : setup_of_action(command, arguments, problems);
    auto work = setup == nullptr ? Work() : setup(arguments, terminal, problems);
    return problems.empty() ? work : Work();
}

} // namespace assess
