#include "assess/commands/actions.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace assess {

const Action& chosen_action(std::string_view command, std::span<const Action> actions,
                            const Arguments& arguments) {
    const auto& word = arguments.positionals().front();
    std::vector<std::string> names;
    for (const auto& action : actions) {
        if (action.name == word) {
            return action;
        }
        names.emplace_back(action.name);
    }
    // They are few: all of them say more than the closest, which may do another thing.
    throw InputError(Diagnostic{{},
                                fmt::format("assess {} cannot {}", command, in_quotes(word)),
                                fmt::format("It can {}.", listed(names))});
}

} // namespace assess
