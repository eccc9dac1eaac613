// The help, the manual pages and the completions say the same as the tables of options.
#include "assess/manual/completions.hpp"
#include "assess/manual/help.hpp"
#include "assess/manual/man_pages.hpp"
#include "assess/manual/offers.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Names = std::set<std::string>;

constexpr Imprint test_imprint{"1.2.3", "2026-11-23"};

std::string one_line(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::string line;
    for (std::string word; words >> word;) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

/// A page as it is read, in one line: without requests and fonts, every character as itself.
std::string shown(std::string_view page) {
    static const std::vector<std::pair<std::string_view, std::string_view>> written{
        {"\\fB", ""},   {"\\fI", ""},   {"\\fP", ""},    {"\\&", ""},
        {"\\-", "-"},   {"\\(aq", "'"}, {"\\(dq", "\""}, {"\\(ga", "`"},
        {"\\(ha", "^"}, {"\\(ti", "~"}, {"\\e", "\\"}};
    const auto text_alone =
        std::regex_replace(std::string(page), std::regex("(^|\n)\\.[A-Za-z]+"), "\n");
    page = text_alone;
    std::string text;
    for (std::size_t i = 0; i < page.size();) {
        const auto found = std::ranges::find_if(
            written, [&](const auto& pair) { return page.substr(i).starts_with(pair.first); });
        if (found == written.end()) {
            text += page[i++];
        } else {
            text += found->second;
            i += found->first.size();
        }
    }
    return one_line(text);
}

/// All that there is to say of a command, piece by piece.
std::vector<std::string> pieces_of(const Command& command) {
    std::vector<std::string> pieces{std::string(command.summary), std::string(command.usage),
                                    std::string(command.about)};
    for (const auto& action : command.actions) {
        pieces.push_back(fmt::format("{} {}", action.name, action.summary));
    }
    for (const auto& positional : command.positionals()) {
        pieces.push_back(fmt::format("{}{} {}", positional.name, positional.repeats ? "..." : "",
                                     positional.help));
    }
    for (const auto& option : command.options()) {
        pieces.push_back(fmt::format("--{}{}{} {}", option.name, option.value.empty() ? "" : " ",
                                     option.value, told_help(option)));
        pieces.push_back(fmt::format("{}", fmt::join(option.choices, ", ")));
    }
    pieces.insert(pieces.end(), command.examples.begin(), command.examples.end());
    return pieces;
}

/// What `text`, in one line, does not say of the command.
std::vector<std::string> missing_in(const std::string& text, const Command& command) {
    auto pieces = pieces_of(command);
    std::erase_if(pieces, [&](const std::string& piece) {
        return text.find(one_line(piece)) != std::string::npos;
    });
    return pieces;
}

std::string help_of(const Command& command) {
    std::ostringstream out;
    print_help(command, 80, out);
    return out.str();
}

Names option_names(const Command& command) {
    Names names;
    for (const auto& option : command.options()) {
        names.emplace(option.name);
    }
    return names;
}

/// The first group of every match.
Names found_in(const std::string& text, const std::string& pattern) {
    Names names;
    const std::regex expression(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end;
         ++match) {
        names.insert((*match)[1]);
    }
    return names;
}

Names options_in_page(const std::string& page) {
    auto names = found_in(page, R"(\n\.TP\n\\fB\\-\\-([^ ]*)\\fP)");
    Names plain;
    for (const auto& name : names) {
        plain.insert(shown(name));
    }
    return plain;
}

TEST(Manual, EveryPieceOfTheHelpStandsInThePage) {
    for (const auto& command : commands()) {
        SCOPED_TRACE(command.name);
        const auto page = command_page(command, test_imprint);
        EXPECT_THAT(missing_in(shown(page), command), IsEmpty());
        EXPECT_THAT(missing_in(one_line(help_of(command)), command), IsEmpty());
        EXPECT_EQ(options_in_page(page), option_names(command));
        EXPECT_EQ(page.find_first_not_of("\n !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTU"
                                         "VWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"),
                  std::string::npos)
            << "more than ASCII";
    }
}

TEST(Manual, APageThatLacksSomethingIsSeen) {
    const auto& command = commands().front();
    const auto page = command_page(command, test_imprint);
    for (const std::string_view part : {"\\-\\-seed", "team.csv \\-\\-fail\\-on", "markdown"}) {
        auto less = page;
        less.erase(less.find(part), part.size());
        EXPECT_THAT(missing_in(shown(less), command), Not(IsEmpty())) << part;
    }
    EXPECT_NE(options_in_page(page + "\n.TP\n\\fB\\-\\-more\\fP\nx\n"), option_names(command));
}

TEST(Manual, TheFirstPageNamesEveryCommandAndItsPage) {
    const auto page = shown(program_page(test_imprint));
    for (const auto& command : commands()) {
        EXPECT_THAT(page, HasSubstr(fmt::format("{} {}", command.name, command.summary)));
        EXPECT_THAT(page, HasSubstr(fmt::format("assess-{} (1)", command.name)));
    }
    EXPECT_THAT(program_page(test_imprint),
                HasSubstr(".TH ASSESS 1 \"2026-11-23\" \"assess 1.2.3\""));
}

TEST(Manual, ATextIsShownToTheLetter) {
    EXPECT_EQ(roff_text(".PP\n'x \\fB -1 \"a\" ^~`\nb.c"),
              "\\&.PP\n\\(aqx \\efB \\-1 \\(dqa\\(dq \\(ha\\(ti\\(ga\nb.c");
}

TEST(Manual, TheHelpKeepsTheWidth) {
    Command narrow{"narrow",
                   "short",
                   "",
                   "short",
                   commands().front().positionals,
                   commands().front().options,
                   {"assess narrow"},
                   nullptr};
    std::ostringstream out;
    print_help(narrow, 60, out);
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 60U) << line;
    }
}

/// What completes each command, as its script says it: "NAME --option".
Names completed_by(const std::string& shell, const std::string& script) {
    Names pairs;
    if (shell == "fish") {
        std::istringstream lines(script);
        const std::regex line_of(
            "complete -c assess -n '__assess_begins_with ([^ ']*)' -l ([^ ]*).*");
        std::smatch match;
        for (std::string line; std::getline(lines, line);) {
            if (std::regex_match(line, match, line_of)) {
                pairs.insert(fmt::format("{} --{}", match[1].str(), match[2].str()));
            }
        }
        return pairs;
    }
    // One block a command, in which each option is a word.
    const std::regex block(shell == "bash" ? R"(\n    ([a-z-]+)\) echo '([^']*)')"
                                           : R"(\n_assess_of_([a-z-]+)\(\) \{\n([^\0]*?)\n\})");
    const std::string option = shell == "bash" ? "(--[a-z-]+)" : R"(\n        '\*?(--[a-z-]+))";
    for (std::sregex_iterator match(script.begin(), script.end(), block), end; match != end;
         ++match) {
        for (const auto& name : found_in((*match)[2], option)) {
            pairs.insert(fmt::format("{} {}", (*match)[1].str(), name));
        }
    }
    return pairs;
}

Names completed_by_the_registry() {
    Names pairs;
    for (const auto& command : commands()) {
        pairs.insert(fmt::format("{} --help", command.name));
        for (const auto& name : option_names(command)) {
            pairs.insert(fmt::format("{} --{}", command.name, name));
        }
    }
    return pairs;
}

TEST(Completions, NameWhatTheRegistryNames) {
    EXPECT_THAT(shell_names(), ElementsAre("bash", "zsh", "fish"));
    for (const auto& shell : shells()) {
        SCOPED_TRACE(shell.name);
        const auto script = shell.completions();
        EXPECT_EQ(completed_by(std::string(shell.name), script), completed_by_the_registry());
        for (const auto& command : commands()) {
            for (const auto& option : command.options()) {
                EXPECT_THAT(script, HasSubstr(fmt::format("{}", fmt::join(option.choices, " "))));
            }
            for (const auto& action : command.actions) {
                EXPECT_THAT(script, HasSubstr(action.name));
            }
        }
    }
}

TEST(Completions, AnOptionThatIsMissingIsSeen) {
    for (const auto& shell : shells()) {
        auto script = shell.completions();
        const std::string option = shell.name == "fish" ? "-l before-round" : "--before-round";
        for (auto at = script.find(option); at != std::string::npos; at = script.find(option)) {
            script.erase(at, option.size());
        }
        EXPECT_NE(completed_by(std::string(shell.name), script), completed_by_the_registry())
            << shell.name;
    }
}

/// What a value is called where there is nothing to offer.
const Names& free_values() {
    static const Names names{
        "A,B",  "A,B,...", "DATE",     "FINDING",         "ID", "LANG", "N", "NAME", "RESPONDENT",
        "TEXT", "TOOL",    "TOOL=WHO", "TOOL=WHO[:DEPTH]"};
    return names;
}

TEST(Completions, OfEveryValueItIsKnownWhatCanStandThere) {
    const auto is_known = [](std::string_view value, const Offer& offer) {
        return offer.files || !offer.words.empty() || free_values().contains(std::string(value));
    };
    for (const auto& command : commands()) {
        for (const auto& option : command.options()) {
            EXPECT_TRUE(option.value.empty() || is_known(option.value, offer_for(option)))
                << option.name << ": give " << option.value
                << " a row in offers.cpp, or here where there is nothing to offer";
        }
        for (const auto& argument : arguments_of(command)) {
            EXPECT_TRUE(is_known(argument.name, argument.offer)) << argument.name;
        }
    }
    EXPECT_FALSE(is_known("SOMETHING", offer_for("SOMETHING")));
    EXPECT_TRUE(offer_for("FILE").files);
    EXPECT_THAT(offer_for("EDITION").words, ElementsAre("current", "2021"));
}

} // namespace
} // namespace assess
