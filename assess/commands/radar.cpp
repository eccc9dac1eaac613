// assess radar: the team's technology radar for a program that draws radars.
#include "assess/clock.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/held_back.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/assessment/arguments.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/radar/team_radar.hpp"
#include "model/text/text.hpp"
#include "reports/radar/radar_format.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <ostream>
#include <string>
#include <vector>

namespace assess {
namespace radar_verb {
namespace {

std::vector<Option> options() {
    std::vector<Option> table{
        {"format", "FORMAT", "Which program's format; else byor-csv.",
         choices_from(radar_formats(), &RadarFormat::name)},
        {"all", "", "Every tool of the landscape, not only those that somebody uses or wants."},
        {"date", "DATE", "The radar's date, as 2026-11-23; else today. Only where it has one."},
    };
    append_out_option(table);
    append_report_options(table);
    return table;
}

/// A day of the calendar, written YYYY-MM-DD.
bool is_date(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto reads = [&](std::size_t at, std::size_t length, auto& number) {
        const auto part = text.substr(at, length);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        return error == std::errc() && end == part.data() + part.size() && part.front() != '-';
    };
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && reads(0, 4, year) &&
           reads(5, 2, month) && reads(8, 2, day) &&
           std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                       std::chrono::day(day))
               .ok();
}

std::string date_for(const Arguments& arguments, Diagnostics& problems) {
    const auto given = arguments.get("date");
    if (given && !is_date(*given)) {
        problems.push_back(usage_problem(fmt::format("--date cannot be {}", in_quotes(*given)),
                                         "Give a day as year, month and day: 2026-11-23."));
    }
    return given ? *given : utc_now().substr(0, 10);
}

/// What the radar lacks, and what to do about it.
void say_what_is_missing(const TeamRadar& radar, const GapReport& report, std::ostream& err) {
    constexpr std::size_t most_named = 5;
    if (!radar.without_category.empty()) {
        const auto count = radar.without_category.size();
        err << printable(fmt::format(
            "Not on the radar: {}. The landscape gives {} no category, and so no ring; put {} "
            "into one with --overlay FILE.\n",
            reports::english().say(
                named_tools(report.landscape, radar.without_category, most_named)),
            count == 1 ? "it" : "them", count == 1 ? "it" : "them"));
    }
    if (radar.blips.empty()) {
        err << "The radar is empty: nobody uses, evaluates or wants a tool of the landscape. "
               "--all puts every tool on it.\n";
    }
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [options = report_options(arguments, problems),
            settings = RadarSettings{date_for(arguments, problems)},
            format = chosen_from(radar_formats(), &RadarFormat::name, arguments, "format"),
            all = arguments.has("all"), out = arguments.get("out")](Streams& streams) {
        const auto report = gap_report_for(options, streams);
        const auto radar = make_team_radar(report, {all});
        deliver([&](std::ostream& into) { format.write(radar, report, settings, into); },
                "The radar", out, streams);
        say_what_is_held_back(report, streams.err);
        say_what_is_missing(radar, report, streams.err);
        return ExitCode::Done;
    };
}

} // namespace
} // namespace radar_verb

Command radar_command() {
    return {"radar",
            "a technology radar of the team for a program that draws radars",
            "INPUT [--format FORMAT] [--all] [--date DATE] [--out FILE] [options]",
            "Each tool starts in the ring of the article's strategy. It moves one ring inwards\n"
            "where at least half of a group's people who were asked, and two of them, use it\n"
            "regularly; one ring outwards where the scores clearly say that it lets people down;\n"
            "and to hold where it is retired. Each description says why the tool is where it is.\n"
            "Use that a confidential report withholds moves nothing.",
            report_positionals,
            radar_verb::options,
            {"assess radar team.csv --out radar.csv",
             "assess radar team.csv --format backstage --date 2026-11-23 --out tech-radar.json",
             "assess radar team.csv --format zalando --all --out config.json"},
            radar_verb::setup};
}

} // namespace assess
