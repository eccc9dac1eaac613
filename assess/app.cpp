#include "assess/app.hpp"

#include "assess/manual/help.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>

namespace assess {
namespace {

const Command& find_command(std::string_view name) {
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Command& command) { return command.name == name; });
    if (found != all.end()) {
        return *found;
    }
    std::vector<std::string> names{"help", "version"};
    for (const auto& command : all) {
        names.emplace_back(command.name);
    }
    const auto near = closest_names(name, names);
    throw InputError(
        Diagnostic{{},
                   fmt::format("there is no command '{}'", name),
                   near.empty() ? "See: assess help"
                                : fmt::format("Did you mean {}? See: assess help", listed(near))});
}

bool is_help(std::string_view word) {
    return word == "--help" || word == "-h" || word == "help";
}

ExitCode dispatch(std::span<const std::string> words, Streams& streams) {
    const auto width = streams.out_terminal.width;
    if (words.empty() || (words.size() == 1 && is_help(words[0]))) {
        print_overview(streams.out);
        return ExitCode::Done;
    }
    if (words[0] == "version" || words[0] == "--version") {
        streams.out << "assess " << program_version() << '\n';
        return ExitCode::Done;
    }
    if (is_help(words[0])) {
        print_help(find_command(words[1]), width, streams.out);
        return ExitCode::Done;
    }
    const auto& command = find_command(words[0]);
    const auto rest = words.subspan(1);
    if (std::any_of(rest.begin(), rest.end(),
                    [](const std::string& word) { return word == "--help" || word == "-h"; })) {
        print_help(command, width, streams.out);
        return ExitCode::Done;
    }
    Diagnostics problems;
    const auto arguments =
        parse_arguments(rest, command.options(), command.positionals(), command.name, problems);
    const auto work = set_up(command, arguments, streams.out_terminal, problems);
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    return work(streams);
}

/// More problems than this are counted instead of printed: nobody reads a thousand lines.
constexpr std::size_t most_printed = 50;

void print_problems(const Diagnostics& problems, std::ostream& err) {
    for (std::size_t i = 0; i < std::min(problems.size(), most_printed); ++i) {
        err << "assess: " << printable(to_string(problems[i])) << '\n';
    }
    if (problems.size() > most_printed) {
        err << fmt::format("assess: and {} more problems like these. Mend the first ones and try "
                           "again.\n",
                           problems.size() - most_printed);
    }
}

} // namespace

std::string_view program_version() {
    return ASSESS_VERSION;
}

ExitCode run_app(std::span<const std::string> words, Streams& streams) {
    try {
        const auto code = dispatch(words, streams);
        streams.out.flush();
        if (!streams.out) {
            throw Error("the output could not be written",
                        "Is the disk full? To write to a file in one step, use --out FILE.");
        }
        return code;
    } catch (const InputError& error) {
        print_problems(error.diagnostics(), streams.err);
        return ExitCode::InvalidInput;
    } catch (const Error& error) {
        streams.err << "assess: " << printable(error.what()) << '\n';
        if (!error.hint().empty()) {
            streams.err << "    " << printable(error.hint()) << '\n';
        }
        return ExitCode::Failed;
    } catch (const std::bad_alloc&) {
        streams.err << "assess: there is not enough memory for this\n"
                       "    Try a smaller input, or a machine with more memory.\n";
        return ExitCode::Failed;
    } catch (const std::exception& error) {
        streams.err << "assess: something went wrong inside the program: "
                    << printable(error.what())
                    << "\n    This is a defect of assess. Please report it with the command you "
                       "gave.\n";
        return ExitCode::Failed;
    }
}

} // namespace assess
