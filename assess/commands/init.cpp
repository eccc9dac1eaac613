// assess init: a new store.
#include "assess/clock.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/store_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

namespace assess {
namespace init_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"STORE", "the new store's file; else the one that ASSESS_STORE names, or assess.db",
             false}};
}

std::vector<Option> options() {
    std::vector<Option> table;
    append_store_option(table);
    return table;
}

std::filesystem::path new_store(const Arguments& arguments, Diagnostics& problems) {
    if (arguments.positionals().empty()) {
        return store_file(arguments);
    }
    const auto& file = arguments.positionals().front();
    if (arguments.has("store")) {
        problems.push_back(
            usage_problem("the store is named twice, as an argument and with --store",
                          "Name it once: assess init STORE"));
    }
    if (file.empty()) {
        problems.push_back(
            usage_problem("the store has an empty name", "Name a file: assess init STORE"));
    }
    return file;
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [file = new_store(arguments, problems)](Streams& streams) {
        Store::create(file, utc_now());
        streams.out << fmt::format(
            "{} is a new, empty store. Only you may read it.\n"
            "Next: assess round open NAME{}\n",
            printable(file.string()),
            file == usual_store ? "" : fmt::format(" --store {}", printable(file.string())));
        return ExitCode::Done;
    };
}

} // namespace
} // namespace init_verb

Command init_command() {
    return {"init",
            "a new store, which keeps rounds of answers",
            "[STORE]",
            "Makes an empty store: one file that keeps rounds, who was asked, and every answer\n"
            "that comes in. An existing file is never replaced.",
            init_verb::positionals,
            init_verb::options,
            {"assess init", "assess init ours.db"},
            init_verb::setup};
}

} // namespace assess
