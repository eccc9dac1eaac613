// Commands with actions: a first word that says what to do, such as "assess landscape list".
#pragma once

#include "assess/options.hpp"
#include "assess/terminal.hpp"

#include <span>
#include <string_view>

namespace assess {

struct Action {
    std::string_view name;
    void (*run)(const Arguments&, Streams&);
};

/// The action that the first positional argument names. Throws InputError with all of them for any
/// other word.
const Action& chosen_action(std::string_view command, std::span<const Action> actions,
                            const Arguments& arguments);

} // namespace assess
