// assess submit: files of answers into a round, one verdict a file.
#include "assess/clock.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/report_input.hpp"
#include "assess/commands/store_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/store/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess {
namespace submit_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"FILE",
             "answer files, and rosters as CSV or JSON, as many as you like; - is the standard "
             "input",
             true, true}};
}

std::vector<Option> options() {
    std::vector<Option> table{{"round", "NAME", "The round; else the one that is open."}};
    append_store_option(table);
    return table;
}

/// The round named, or the only one that is open.
Round chosen_round(Store& store, const std::optional<std::string>& name) {
    if (name) {
        return store.round(*name);
    }
    const auto all = store.rounds();
    std::vector<std::string> open;
    for (const auto& round : all) {
        if (round.is_open()) {
            open.push_back(in_quotes(round.name));
        }
    }
    if (open.size() == 1) {
        return *std::find_if(all.begin(), all.end(),
                             [](const Round& round) { return round.is_open(); });
    }
    throw InputError(Diagnostic{
        {},
        open.empty() ? "no round is open" : fmt::format("{} rounds are open", open.size()),
        open.empty() ? "Open one: assess round open NAME"
                     : fmt::format("Say which one with --round: {}.", listed(open))});
}

/// Where in the file: "line 2 (role): ".
std::string place_in_words(const Place& place) {
    std::string words = place.line > 0 ? fmt::format("line {}", place.line) : std::string();
    if (!place.where.empty()) {
        words += words.empty() ? place.where : fmt::format(" ({})", place.where);
    }
    return words.empty() ? words : words + ": ";
}

/// Why a file was refused: what is wrong, each with its place and hint.
std::string refusal(const std::string& name, const Diagnostics& problems) {
    constexpr std::size_t most = 5;
    std::string text = fmt::format("{}: refused: ", name);
    for (std::size_t i = 0; i < std::min(problems.size(), most); ++i) {
        const auto& problem = problems[i];
        text += fmt::format("{}{}{}\n", i == 0 ? "" : "    and ", place_in_words(problem.place),
                            problem.what);
        text += problem.hint.empty() ? "" : fmt::format("    {}\n", problem.hint);
    }
    if (problems.size() > most) {
        text += fmt::format("    and {} more problems\n", problems.size() - most);
    }
    return text;
}

constexpr std::array<std::string_view, 4> outcome_words{
    "stored", "replaces an earlier one", "the same again, nothing to do",
    "an older one again; the newer one counts, nothing to do"};

std::string verdict(const std::string& name, const Incoming& incoming,
                    const std::vector<Outcome>& outcomes) {
    std::string text = name + ": ";
    if (!incoming.is_roster) {
        text += outcome_words.at(static_cast<std::size_t>(outcomes.front()));
    } else {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < outcome_words.size(); ++i) {
            const auto count =
                std::count(outcomes.begin(), outcomes.end(), static_cast<Outcome>(i));
            if (count > 0) {
                parts.push_back(fmt::format("{} {}", count, outcome_words.at(i)));
            }
        }
        text += fmt::format("{} {}: {}", outcomes.size(),
                            outcomes.size() == 1 ? "person" : "people", fmt::join(parts, "; "));
    }
    text += '\n';
    for (const auto& note : incoming.notes) {
        text += fmt::format("    {}\n", note);
    }
    return text;
}

class Submitting {
public:
    Submitting(Store& store, RoundContents contents, std::ostream& out)
        : m_store(store), m_contents(std::move(contents)), m_out(out) {}

    /// True where the file was taken. Throws Error where the store fails.
    bool take(const std::string& file) {
        const auto name = file == "-" ? std::string("standard input") : file;
        try {
            const auto incoming = read(file, name);
            const auto outcomes =
                m_store.submit(m_contents.round(), incoming.submissions, utc_now());
            // Only now: what was said to be stored is on the disk.
            say(verdict(name, incoming, outcomes));
            return true;
        } catch (const InputError& error) {
            say(refusal(name, error.diagnostics()));
            return false;
        }
    }

private:
    /// A file that cannot be read is refused like any other; it is no reason to stop.
    Incoming read(const std::string& file, const std::string& name) {
        try {
            return m_contents.read(input_file(file), name, [&](std::string_view respondent) {
                return m_store.asked_role(m_contents.round(), respondent);
            });
        } catch (const Error& error) {
            std::string_view what = error.what();
            if (what.starts_with(name + ": ")) {
                what.remove_prefix(name.size() + 2);
            }
            throw InputError(Diagnostic{{name, 0, 0, {}}, std::string(what), error.hint()});
        }
    }

    void say(const std::string& text) {
        m_out << printable(text);
        m_out.flush();
    }

    Store& m_store;
    RoundContents m_contents;
    std::ostream& m_out;
};

ExitCode submit(const std::filesystem::path& file, const std::optional<std::string>& name,
                const std::vector<std::string>& files, std::ostream& out) {
    Store store(file);
    RoundContents contents(store, chosen_round(store, name));
    Submitting submitting(store, std::move(contents), out);
    std::size_t done = 0;
    std::size_t refused = 0;
    try {
        for (; done < files.size(); ++done) {
            refused += submitting.take(files[done]) ? 0U : 1U;
        }
    } catch (const Error& error) {
        throw Error(fmt::format("{}; {} of {} files were not stored", error.what(),
                                files.size() - done, files.size()),
                    error.hint());
    }
    if (files.size() > 1) {
        out << fmt::format("{} files: {} taken, {} refused\n", files.size(), files.size() - refused,
                           refused);
    }
    return refused == 0 ? ExitCode::Done : ExitCode::InvalidInput;
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics&) {
    return [file = store_file(arguments), name = arguments.get("round"),
            files = arguments.positionals()](Streams& streams) {
        return submit(file, name, files, streams.out);
    };
}

} // namespace
} // namespace submit_verb

Command submit_command() {
    return {"submit",
            "puts files of answers into a round",
            "FILE... [--round NAME] [--store FILE]",
            "Takes the files that people sent back, and rosters, and says of each what became of\n"
            "it, in the order given. What is said to be stored is safely on the disk. A file is\n"
            "taken whole or not at all. Submitting the same files again changes nothing.",
            submit_verb::positionals,
            submit_verb::options,
            {"assess submit answers/*.json", "assess submit team.csv --round 2026-11",
             "assess submit - < wren-4821.json"},
            submit_verb::setup};
}

} // namespace assess
