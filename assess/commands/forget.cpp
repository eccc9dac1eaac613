// assess forget: everything of one person leaves the store.
#include "assess/commands/command.hpp"
#include "assess/commands/counted.hpp"
#include "assess/commands/store_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

namespace assess {
namespace forget_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"RESPONDENT", "the person's pseudonym, as it stands in their answer files"}};
}

std::vector<Option> options() {
    std::vector<Option> table;
    append_store_option(table);
    return table;
}

ExitCode forget(const std::filesystem::path& file, const std::string& respondent,
                std::ostream& out) {
    const auto forgotten = Store(file).forget(respondent);
    if (forgotten.submissions == 0 && !forgotten.was_asked) {
        throw InputError(Diagnostic{
            {},
            fmt::format("the store has nothing of {}", in_quotes(respondent)),
            "Check the spelling, capitals included: it stands in the person's answer file as "
            "\"respondent\"."});
    }
    out << fmt::format("Forgotten: {} in {}{}. Nothing of them is left in {}.\n",
                       counted(forgotten.submissions, "submission"),
                       counted(forgotten.rounds, "round"),
                       forgotten.was_asked ? ", and the name on the list of who was asked" : "",
                       printable(file.string()));
    out << "Reports that were made before, and the files that the person sent, are not in the "
           "store: delete them yourself.\n";
    for (const auto& backup : forgotten.backups) {
        out << fmt::format("This copy of the store may still hold the answers; delete it too: {}\n",
                           printable(backup.string()));
    }
    return ExitCode::Done;
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics&) {
    return [file = store_file(arguments), respondent = arguments.positionals().front()](
               Streams& streams) { return forget(file, respondent, streams.out); };
}

} // namespace
} // namespace forget_verb

Command forget_command() {
    return {"forget",
            "deletes everything of one person from a store",
            "RESPONDENT [--store FILE]",
            "Deletes all answers of a person in all rounds, earlier versions included, and their\n"
            "name on lists of who was asked. The bytes are overwritten. What was shown of a\n"
            "confidential round stays recorded, as numbers without answers, so that nobody can\n"
            "find out by comparing reports who left. For the same reason at least four others of\n"
            "the same group may leave its later reports too, until they answer again.",
            forget_verb::positionals,
            forget_verb::options,
            {"assess forget wren-4821", "assess forget wren-4821 --store ours.db"},
            forget_verb::setup};
}

} // namespace assess
