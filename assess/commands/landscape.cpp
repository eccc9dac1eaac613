// assess landscape: the tools, where they stand and why.
#include "assess/commands/actions.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/commands/landscape_place.hpp"
#include "assess/commands/landscape_text.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "model/landscape/save.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace assess {
namespace {

std::vector<Positional> positionals() {
    return {{"ACTION", "list, show, check, rubric or place"},
            {"NAME",
             "show: a tool's id, name or alias. check: a landscape file or an overlay. place: a "
             "file of answers to the questionnaire place-a-tool",
             false}};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"format",
         "FORMAT",
         "list: how it is written; json is a landscape file to start from.",
         {"text", "json"}},
        {"category", "ID", "list: only the tools of this category."},
        {"out", "FILE",
         "place: write the overlay to this file, whole or not at all, instead of the screen."},
        {"questionnaire", "FILE",
         "place: the questionnaire that was answered, where it is one of your own."},
    };
    append_landscape_options(table);
    return table;
}

std::size_t category_named(const Landscape& landscape, const std::string& id) {
    if (const auto category = landscape.find_category(id)) {
        return *category;
    }
    std::vector<std::string> ids;
    for (const auto& known : landscape.categories) {
        ids.push_back(known.id);
    }
    const auto near = closest_names(id, ids);
    throw InputError(Diagnostic{{},
                                fmt::format("there is no category {}", in_quotes(id)),
                                fmt::format("{}: {}.", near.empty() ? "There are" : "Closest",
                                            listed(near.empty() ? ids : near))});
}

/// The tools to list; all of them without --category.
std::vector<ToolIndex> chosen_tools(const Landscape& landscape, const Arguments& arguments) {
    constexpr auto every = std::numeric_limits<std::size_t>::max();
    const auto id = arguments.get("category");
    const auto category = id ? category_named(landscape, *id) : every;
    std::vector<ToolIndex> tools;
    for (ToolIndex i = 0; i < landscape.tools.size(); ++i) {
        const auto& of = landscape.tools[i].categories;
        if (category == every || std::find(of.begin(), of.end(), category) != of.end()) {
            tools.push_back(i);
        }
    }
    return tools;
}

void list(const Arguments& arguments, Streams& streams) {
    const auto landscape = landscape_for(arguments);
    if (arguments.get("format") == "json") {
        streams.out << landscape_as_json(landscape);
        return;
    }
    print_tools(landscape, chosen_tools(landscape, arguments), streams);
}

const std::string& name_given(const Arguments& arguments, std::string_view what) {
    if (arguments.positionals().size() < 2) {
        throw InputError(Diagnostic{
            {},
            fmt::format("assess landscape {} needs {}", arguments.positionals().front(), what),
            "See: assess help landscape"});
    }
    return arguments.positionals()[1];
}

void show(const Arguments& arguments, Streams& streams) {
    const auto& name = name_given(arguments, "the name of a tool");
    const auto landscape = landscape_for(arguments);
    const auto tool = landscape.find(name);
    if (!tool) {
        const auto near = landscape.closest(name);
        throw InputError(Diagnostic{
            {},
            fmt::format("the landscape '{}' has no tool {}", landscape.edition, in_quotes(name)),
            near.empty() ? "See all tools: assess landscape list"
                         : fmt::format("Did you mean {}?", listed(near))});
    }
    print_tool(landscape, *tool, streams);
}

void check(const Arguments& arguments, Streams& streams) {
    const auto& file = name_given(arguments, "a landscape file or an overlay");
    // With --landscape the file is checked as an overlay over that one.
    std::optional<Landscape> base;
    if (arguments.has("landscape") || arguments.has("overlay")) {
        base = landscape_for(arguments);
    }
    const auto checked = check_landscape(read_file(file), file, base ? &*base : nullptr);
    if (!checked.errors.empty()) {
        throw InputError(checked.errors);
    }
    for (const auto& warning : checked.warnings) {
        streams.out << "warning: " << printable(to_string(warning)) << '\n';
    }
    streams.out << fmt::format(
        "{} is a valid {}: {} tools, {} categories, digest {}; {} {} worth "
        "a look.\n",
        printable(file), base ? "overlay" : "landscape", checked.landscape->tools.size(),
        checked.landscape->categories.size(), checked.landscape->digest, checked.warnings.size(),
        checked.warnings.size() == 1 ? "point is" : "points are");
}

void rubric(const Arguments& arguments, Streams& streams) {
    const auto landscape = landscape_for(arguments);
    print_rubric_fit(landscape, fit_of_rubric(landscape), streams);
}

void place(const Arguments& arguments, Streams& streams) {
    place_tool(name_given(arguments, "a file of answers"), arguments, streams);
}

constexpr std::array<Action, 5> actions{
    {{"list", list}, {"show", show}, {"check", check}, {"rubric", rubric}, {"place", place}}};

ExitCode run(const Arguments& arguments, Streams& streams) {
    chosen_action("landscape", actions, arguments).run(arguments, streams);
    return ExitCode::Done;
}

} // namespace

Command landscape_command() {
    return {
        "landscape",
        "the tools of the landscape, where they stand and why",
        "list|show|check|rubric|place [NAME] [options]",
        "list    all tools with their places on the plane\n"
        "show    one tool: its place, where that comes from, what it covers\n"
        "check   a landscape file, or with --landscape an overlay: errors, and what is worth a "
        "look\n"
        "rubric  how well the written rubric reproduces the article's own positions\n"
        "place   puts a new tool on the plane, from answers to the questionnaire place-a-tool;\n"
        "        the overlay goes into reports with --overlay",
        positionals,
        options,
        {"assess landscape list --category notebook", "assess landscape show wandb",
         "assess landscape check overlay.json --landscape current",
         "assess landscape rubric --landscape 2021",
         "assess landscape place answers-wren-4821.json --out overlay.json"},
        run};
}

} // namespace assess
