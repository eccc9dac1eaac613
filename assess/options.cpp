#include "assess/options.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace assess {
namespace {

namespace po = boost::program_options;

po::options_description described(std::span<const Option> options) {
    po::options_description description;
    for (const auto& option : options) {
        const std::string name(option.name);
        if (option.value.empty()) {
            description.add_options()(name.c_str(), "");
        } else {
            description.add_options()(name.c_str(),
                                      po::value<std::vector<std::string>>()->composing(), "");
        }
    }
    return description;
}

std::string help_hint(std::string_view command) {
    return fmt::format("See: assess help {}", command);
}

Diagnostic unknown_option(const std::string& word, std::span<const Option> options,
                          std::string_view command) {
    std::vector<std::string> names;
    for (const auto& option : options) {
        names.emplace_back(option.name);
    }
    const std::string bare = word.substr(0, word.find('='));
    auto near = closest_names(bare, names);
    for (auto& name : near) {
        name.insert(0, "--");
    }
    return {{},
            fmt::format("there is no option {}", bare),
            near.empty() ? help_hint(command)
                         : fmt::format("Did you mean {}? {}", listed(near), help_hint(command))};
}

/// Leaves out the values that are none of the choices.
void check_values(std::vector<std::string>& values, const Option& option, Diagnostics& problems) {
    if (values.size() > 1 && !option.repeats) {
        problems.push_back(usage_problem(
            fmt::format("--{} is given {} times", option.name, values.size()), "Give it once."));
    }
    if (option.choices.empty()) {
        return;
    }
    std::erase_if(values, [&](const std::string& value) {
        const bool wrong = std::ranges::find(option.choices, value) == option.choices.end();
        if (wrong) {
            problems.push_back(
                usage_problem(fmt::format("--{} cannot be '{}'", option.name, value),
                              fmt::format("It can be {}.{}{}", listed(option.choices),
                                          option.elsewhere.empty() ? "" : " ", option.elsewhere)));
        }
        return wrong;
    });
}

void check_positionals(const std::vector<std::string>& given,
                       std::span<const Positional> positionals, std::string_view command,
                       Diagnostics& problems) {
    for (std::size_t i = given.size(); i < positionals.size(); ++i) {
        if (positionals[i].required) {
            problems.push_back(usage_problem(
                fmt::format("{} is missing: {}", positionals[i].name, positionals[i].help),
                help_hint(command)));
        }
    }
    if (!positionals.empty() && positionals.back().repeats) {
        return;
    }
    for (std::size_t i = positionals.size(); i < given.size(); ++i) {
        problems.push_back(usage_problem(fmt::format("'{}' is one argument too many", given[i]),
                                         help_hint(command)));
    }
}

/// What Boost.Program_options throws, in our words.
Diagnostic explained(const po::error& error, std::string_view command) {
    if (const auto* with_name = dynamic_cast<const po::error_with_option_name*>(&error)) {
        const auto name = with_name->get_option_name();
        if (dynamic_cast<const po::invalid_command_line_syntax*>(&error) != nullptr) {
            const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error);
            const bool extra = syntax->kind() == po::invalid_syntax::extra_parameter;
            return {{},
                    extra ? fmt::format("{} takes no value", name)
                          : fmt::format("{} needs a value", name),
                    help_hint(command)};
        }
    }
    return {{}, error.what(), help_hint(command)};
}

} // namespace

Diagnostic usage_problem(std::string what, std::string hint) {
    return {{}, std::move(what), std::move(hint)};
}

void add_problems(Diagnostics& problems, const std::function<void()>& check) {
    try {
        check();
    } catch (const InputError& error) {
        problems.insert(problems.end(), error.diagnostics().begin(), error.diagnostics().end());
    }
}

bool Arguments::has(std::string_view option) const {
    return m_values.contains(option);
}

std::optional<std::string> Arguments::get(std::string_view option) const {
    const auto found = m_values.find(option);
    if (found == m_values.end() || found->second.empty()) {
        return std::nullopt;
    }
    return found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view option) const {
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::uint64_t> Arguments::number(std::string_view option, std::uint64_t least,
                                               std::uint64_t most, Diagnostics& problems) const {
    const auto text = get(option);
    if (!text) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    const auto* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc{} || stop != end || value < least || value > most) {
        problems.push_back(
            usage_problem(fmt::format("--{} cannot be '{}'", option, *text),
                          fmt::format("It is a whole number from {} to {}.", least, most)));
        return std::nullopt;
    }
    return value;
}

Arguments parse_arguments(std::span<const std::string> words, std::span<const Option> options,
                          std::span<const Positional> positionals, std::string_view command,
                          Diagnostics& problems) {
    Arguments arguments;
    Diagnostics unclear;
    const std::vector<std::string> copy(words.begin(), words.end());
    try {
        const auto description = described(options);
        po::positional_options_description none;
        const auto style =
            po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        const auto parsed = po::command_line_parser(copy)
                                .options(description)
                                .style(style)
                                .allow_unregistered()
                                .run();
        for (const auto& option : parsed.options) {
            if (option.position_key >= 0) {
                arguments.m_positionals.insert(arguments.m_positionals.end(), option.value.begin(),
                                               option.value.end());
            } else if (option.unregistered) {
                unclear.push_back(unknown_option(option.original_tokens.front(), options, command));
            } else {
                auto& values = arguments.m_values[option.string_key];
                values.insert(values.end(), option.value.begin(), option.value.end());
            }
        }
    } catch (const po::error& error) {
        throw InputError(explained(error, command));
    }
    for (auto& [name, values] : arguments.m_values) {
        check_values(values, *std::ranges::find(options, name, &Option::name), problems);
    }
    // After an unknown option it is not known which word is its value: say nothing of positionals.
    if (unclear.empty()) {
        check_positionals(arguments.m_positionals, positionals, command, unclear);
    }
    if (!unclear.empty()) {
        unclear.insert(unclear.end(), problems.begin(), problems.end());
        throw InputError(std::move(unclear));
    }
    return arguments;
}

} // namespace assess
