#include "assess/manual/man_pages.hpp"

#include "assess/manual/help.hpp"
#include "reports/layout/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace assess {
namespace {

/// What roff would take for something else, or show as another character.
std::string_view roff_character(const char& c) {
    switch (c) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '"':
        return "\\(dq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    default:
        return {&c, 1};
    }
}

std::string head_of(std::string_view page, std::string_view summary, const Imprint& imprint) {
    std::string upper(page);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    });
    return fmt::format(".TH {} 1 \"{}\" \"assess {}\" \"User Commands\"\n"
                       ".SH NAME\n{} \\- {}\n",
                       roff_text(upper), imprint.date, imprint.version, roff_text(page),
                       roff_text(summary));
}

/// A synopsis: the name in bold, then what may follow.
std::string synopsis_of(std::string_view name, std::string_view usage) {
    return fmt::format(".SH SYNOPSIS\n.nh\n.ad l\n.B {}\n{}\n.ad b\n.hy\n", roff_text(name),
                       roff_text(usage));
}

/// A paragraph. Its lines are short, as the readers of sources have them; roff fills them anew.
std::string filled(std::string_view text) {
    constexpr std::size_t width = 70;
    std::string words(text);
    std::ranges::replace(words, '\n', ' ');
    std::string page;
    for (const auto& line : reports::wrapped(words, width)) {
        page += roff_text(line) + "\n";
    }
    return page;
}

/// Paragraphs, between which a line is empty.
std::string paragraphs_of(std::string_view text) {
    std::string page;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find("\n\n", at), text.size());
        page += (at == 0 ? "" : ".PP\n") + filled(text.substr(at, end - at));
        at = end + 2;
    }
    return page;
}

/// `head` is roff already.
std::string item(std::string_view head, std::string_view says) {
    return fmt::format(".TP\n{}\n{}", head, filled(says));
}

std::string bold(std::string_view text) {
    return fmt::format("\\fB{}\\fP", roff_text(text));
}

std::string italic(std::string_view text) {
    return fmt::format("\\fI{}\\fP", roff_text(text));
}

std::string exit_status_of(bool fails_on_findings) {
    std::string page = ".SH EXIT STATUS\n";
    for (const auto& meaning : exit_meanings) {
        if (meaning.code != ExitCode::FindingReached || fails_on_findings) {
            page += item(bold(fmt::format("{}", static_cast<int>(meaning.code))), meaning.says);
        }
    }
    return page;
}

std::string tables_of(const Command& command) {
    std::string page;
    if (!command.actions.empty()) {
        page += ".SH ACTIONS\n";
        for (const auto& action : command.actions) {
            page += item(bold(action.name), action.summary);
        }
    }
    const auto positionals = command.positionals();
    if (!positionals.empty()) {
        page += ".SH ARGUMENTS\n";
        for (const auto& positional : positionals) {
            page +=
                item(italic(positional.name) + (positional.repeats ? "..." : ""), positional.help);
        }
    }
    const auto options = command.options();
    if (!options.empty()) {
        page += ".SH OPTIONS\n";
        for (const auto& option : options) {
            const auto name = bold(fmt::format("--{}", option.name));
            page += item(option.value.empty() ? name : name + " " + italic(option.value),
                         told_help(option));
        }
    }
    return page;
}

/// References to other pages of section 1.
std::string see_also(const std::vector<std::string>& names) {
    std::string page = ".SH SEE ALSO\n";
    for (const auto& name : names) {
        page += fmt::format(".BR {} (1){}\n", roff_text(name), name == names.back() ? "" : ",");
    }
    return page;
}

std::string page_name(const Command& command) {
    return fmt::format("assess-{}", command.name);
}

} // namespace

std::string roff_text(std::string_view text) {
    std::string page;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool first = i == 0 || text[i - 1] == '\n';
        // At the beginning of a line a dot would be a request; an apostrophe is written out anyway.
        page += first && text[i] == '.' ? "\\&." : roff_character(text[i]);
    }
    return page;
}

std::string program_page(const Imprint& imprint) {
    auto page = head_of("assess", program_summary, imprint);
    page += synopsis_of("assess", "COMMAND [ARGUMENT...] [OPTION...]");
    page += ".SH DESCRIPTION\n" + paragraphs_of(program_about);
    page += ".SH COMMANDS\n";
    std::vector<std::string> pages;
    for (const auto& command : commands()) {
        page += item(bold(command.name), command.summary);
        pages.push_back(page_name(command));
    }
    for (const auto& word : words_beside_commands) {
        page += item(bold(word.name), word.says);
    }
    page += exit_status_of(true);
    page += ".SH ENVIRONMENT\n";
    for (const auto& variable : variables) {
        page += item(bold(variable.name), variable.says);
    }
    page += ".SH EXAMPLES\n";
    for (const auto& step : first_steps) {
        page += item(bold(step.name), step.says);
    }
    return page + see_also(pages);
}

std::string command_page(const Command& command, const Imprint& imprint) {
    const auto name = fmt::format("assess {}", command.name);
    const auto options = command.options();
    auto page = head_of(page_name(command), command.summary, imprint);
    page += synopsis_of(name, command.usage);
    if (!command.about.empty()) {
        page += ".SH DESCRIPTION\n" + paragraphs_of(command.about);
    }
    page += tables_of(command);
    page += exit_status_of(std::ranges::find(options, "fail-on", &Option::name) != options.end());
    page += ".SH EXAMPLES\n.nf\n";
    for (const auto example : command.examples) {
        page += roff_text(example) + "\n";
    }
    page += ".fi\n";
    return page + see_also({"assess"});
}

} // namespace assess
