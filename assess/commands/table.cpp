// assess table: one tidy table of the report for R, pandas or a database.
#include "assess/commands/command.hpp"
#include "assess/commands/held_back.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "assess/commands/store_input.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/store/store.hpp"
#include "reports/tables/tables.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace assess {
namespace table_verb {
namespace {

std::vector<Option> options() {
    std::vector<Option> table{
        {"which", "TABLE", "The table, one kind of row each; else groups.",
         choices_from(tables(), &NamedTable::name)},
    };
    append_out_option(table);
    append_report_options(table);
    return table;
}

void refuse_single_people(const NamedTable& table, const PrivacyPromise& promise) {
    if (table.of_single_people && promise.kind == Promise::Confidential) {
        throw InputError(
            Diagnostic{{},
                       fmt::format("the table {} would show single people, and they were promised "
                                   "confidentiality",
                                   table.name),
                       "Take --which groups: means and spreads of groups that are large enough."});
    }
}

std::string why_empty(const NamedTable& table, const GapReport& report) {
    if (report.comparisons.empty() && !report.groups.empty() && !table.of_single_people &&
        table.name != "tools") {
        return fmt::format("The table has no rows, because {}.",
                           printable(reports::english(report.no_comparison)));
    }
    return "The table has no rows: nobody is in the report.";
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [options = report_options(arguments, problems),
            table = chosen_from(tables(), &NamedTable::name, arguments, "which"),
            out = arguments.get("out")](Streams& streams) {
        if (table.of_single_people && is_database(options.input)) {
            // Before the answers are read: that would put them on the record of what was shown.
            refuse_single_people(table, promise_in_store(options));
        }
        const auto report = gap_report_for(options, streams);
        refuse_single_people(table, report.answers.promise);
        std::size_t rows = 0;
        deliver([&](std::ostream& into) { rows = write_table(table, report, into); }, "The table",
                out, streams);
        say_what_is_held_back(report, streams.err);
        if (rows == 0) {
            streams.err << why_empty(table, report) << '\n';
        }
        return ExitCode::Done;
    };
}

} // namespace
} // namespace table_verb

Command table_command() {
    return {"table",
            "one tidy table of the report for R, pandas or a database",
            "INPUT [--which TABLE] [--out FILE] [options]",
            "Writes the numbers of the gap report as CSV: a row is one observation, a column one\n"
            "variable of one kind. A cell is empty where there is no number, and a column beside\n"
            "it says why. reports/tables/columns.md describes every column.",
            report_positionals,
            table_verb::options,
            {"assess table team.csv --which positions --out positions.csv",
             "assess table team.csv --which contributions",
             "assess table survey.csv --map kaggle-2021 --which groups --out groups.csv"},
            table_verb::setup};
}

} // namespace assess
