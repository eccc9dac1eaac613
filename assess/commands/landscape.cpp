// assess landscape: the tools, where they stand and why.
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/commands/landscape_place.hpp"
#include "assess/commands/output_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "model/landscape/save.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "reports/document/render.hpp"
#include "reports/pages/landscape_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace assess {
namespace landscape_verb {
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
         "list, show and rubric: how it is written. list has json too, a landscape file to start "
         "from.",
         {"text", "markdown", "html", "json"}},
        {"category", "ID", "list: only the tools of this category."},
        {"out", "FILE",
         "place: write the overlay to this file, whole or not at all, instead of the screen."},
        {"questionnaire", "FILE",
         "place: the questionnaire that was answered, where it is one of your own."},
    };
    append_landscape_options(table);
    append_drawing_options(table);
    return table;
}

/// Prints a page in the format that was asked for.
using Printer = std::function<void(const reports::Document&, Streams&)>;

Printer printer(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    const auto renderer =
        chosen_from(reports::renderers(), &reports::Renderer::format, arguments, "format");
    return [renderer, settings = writer_settings(arguments, terminal, problems)](
               const reports::Document& page, Streams& streams) {
        renderer.render(page, settings, streams.out);
    };
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

/// The tools to list; all of them without a category.
std::vector<ToolIndex> chosen_tools(const Landscape& landscape,
                                    const std::optional<std::string>& id) {
    constexpr auto every = std::numeric_limits<std::size_t>::max();
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

Work setup_list(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    const auto options = landscape_options(arguments, problems);
    if (arguments.get("format") == "json") {
        return [options](Streams& streams) {
            streams.out << landscape_as_json(read_landscape(options));
            return ExitCode::Done;
        };
    }
    return [options, print = printer(arguments, terminal, problems),
            category = arguments.get("category")](Streams& streams) {
        const auto landscape = read_landscape(options);
        print(reports::tools_page(landscape, chosen_tools(landscape, category), reports::english()),
              streams);
        return ExitCode::Done;
    };
}

Work setup_show(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    return [options = landscape_options(arguments, problems),
            print = printer(arguments, terminal, problems),
            name = arguments.positionals()[1]](Streams& streams) {
        const auto landscape = read_landscape(options);
        const auto tool = landscape.find(name);
        if (!tool) {
            const auto near = landscape.closest(name);
            throw InputError(Diagnostic{{},
                                        fmt::format("the landscape '{}' has no tool {}",
                                                    landscape.edition, in_quotes(name)),
                                        near.empty()
                                            ? "See all tools: assess landscape list"
                                            : fmt::format("Did you mean {}?", listed(near))});
        }
        print(reports::tool_page(landscape, *tool, reports::english()), streams);
        return ExitCode::Done;
    };
}

/// As an overlay over `base`, where there is one.
void check_file(const std::string& file, const std::optional<Landscape>& base, std::ostream& out) {
    const auto checked = check_landscape(read_file(file), file, base ? &*base : nullptr);
    if (!checked.errors.empty()) {
        throw InputError(checked.errors);
    }
    for (const auto& warning : checked.warnings) {
        out << "warning: " << printable(to_string(warning)) << '\n';
    }
    out << fmt::format("{} is a valid {}: {} tools, {} categories, digest {}; {} {} worth "
                       "a look.\n",
                       printable(file), base ? "overlay" : "landscape",
                       checked.landscape->tools.size(), checked.landscape->categories.size(),
                       checked.landscape->digest, checked.warnings.size(),
                       checked.warnings.size() == 1 ? "point is" : "points are");
}

Work setup_check(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [options = landscape_options(arguments, problems),
            file = arguments.positionals()[1]](Streams& streams) {
        std::optional<Landscape> base;
        if (options.are_given()) {
            base = read_landscape(options);
        }
        check_file(file, base, streams.out);
        return ExitCode::Done;
    };
}

Work setup_rubric(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    return [options = landscape_options(arguments, problems),
            print = printer(arguments, terminal, problems)](Streams& streams) {
        const auto landscape = read_landscape(options);
        print(reports::rubric_page(landscape, fit_of_rubric(landscape), reports::english()),
              streams);
        return ExitCode::Done;
    };
}

Work setup_place(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [options = ToolToPlace{arguments.positionals()[1], arguments.get("questionnaire"),
                                  landscape_options(arguments, problems),
                                  arguments.get("out")}](Streams& streams) {
        place_tool(options, streams.out);
        return ExitCode::Done;
    };
}

constexpr std::array<Action, 5> actions{
    {{"list", "all tools with their places on the plane", setup_list},
     {"show", "one tool: its place, where that comes from, what it covers", setup_show, "TOOL",
      "the name of a tool"},
     {"check", "a landscape file, or with --landscape an overlay: errors, and what is worth a look",
      setup_check, "FILE", "a landscape file or an overlay"},
     {"rubric", "how well the written rubric reproduces the article's own positions", setup_rubric},
     {"place",
      "puts a new tool on the plane, from answers to the questionnaire place-a-tool;\n"
      "the overlay goes into reports with --overlay",
      setup_place, "FILE", "a file of answers"}}};

} // namespace
} // namespace landscape_verb

Command landscape_command() {
    return {"landscape",
            "the tools of the landscape, where they stand and why",
            "list|show|check|rubric|place [NAME] [options]",
            {},
            landscape_verb::positionals,
            landscape_verb::options,
            {"assess landscape list --category experimentation-platform",
             "assess landscape show wandb",
             "assess landscape check overlay.json --landscape current",
             "assess landscape rubric --landscape 2021",
             "assess landscape place answers-wren-4821.json --out overlay.json"},
            nullptr,
            landscape_verb::actions};
}

} // namespace assess
