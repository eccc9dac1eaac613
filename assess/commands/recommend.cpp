// assess recommend: which adoptions would close what the report finds.
#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace assess {
namespace {

constexpr std::array rings{Ring::Adopt, Ring::Trial, Ring::Assess, Ring::Hold};
constexpr std::array depths{Depth::Daily, Depth::Weekly, Depth::Monthly, Depth::Rarely,
                            Depth::Uses};
/// With four, the best single adoption and the best pair for each diagonal are among them.
constexpr std::size_t least_listed = 4;
constexpr std::size_t most_listed = 1000;

template <typename T>
std::vector<std::string> ids(const T& values) {
    std::vector<std::string> names;
    for (const auto value : values) {
        names.emplace_back(id_of(value));
    }
    return names;
}

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& writer : recommendation_writers()) {
        names.emplace_back(writer.format);
    }
    return names;
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"ring", "RING", "Try tools of this ring and of more inviting ones; else trial.",
         ids(rings)},
        {"depth", "DEPTH",
         "How deeply they are taken up; else weekly, or \"uses\" where the answers tell no depth.",
         ids(depths)},
        {"singles", "", "Try single adoptions only, no pairs."},
        {"most", "N", "How many proposals are listed, 4 to 1000; else 20."},
        {"format", "FORMAT", "How the result is written.", formats()},
    };
    append_out_option(table);
    append_drawing_options(table);
    append_report_options(table);
    return table;
}

RecommendSettings settings_for(const Arguments& arguments, std::uint64_t seed) {
    RecommendSettings settings;
    settings.seed = seed;
    if (const auto ring = arguments.get("ring")) {
        settings.most_ring =
            *std::ranges::find_if(rings, [&](Ring one) { return id_of(one) == *ring; });
    }
    if (const auto depth = arguments.get("depth")) {
        settings.depth = depth_from_id(*depth);
    }
    settings.pairs = !arguments.has("singles");
    if (const auto most = arguments.number("most", least_listed, most_listed)) {
        settings.most_proposals = *most;
    }
    return settings;
}

const Writer& writer_for(const Arguments& arguments) {
    const auto all = recommendation_writers();
    const auto format = arguments.get("format").value_or(std::string(all.front().format));
    return *std::find_if(all.begin(), all.end(),
                         [&](const Writer& writer) { return writer.format == format; });
}

ExitCode run(const Arguments& arguments, Streams& streams) {
    // What is wrong with the options comes before a long read of the input.
    const auto drawing = writer_settings(arguments, streams.out_terminal);
    auto recommend = settings_for(arguments, 1);
    auto input = report_input(arguments, streams);
    recommend.seed = input.settings.seed;
    input.settings.recommend = recommend;
    const auto report = make_gap_report(std::move(input.answers), std::move(input.landscape),
                                        std::move(input.policy), input.settings);
    std::ostringstream rendered;
    rendered.imbue(std::locale::classic());
    writer_for(arguments).write(report, drawing, rendered);
    deliver(rendered.view(), "The recommendation", arguments, streams);
    return ExitCode::Done;
}

std::string_view about() {
    return "Tries every adoption of a tool by one of the two groups compared, and every pair of\n"
           "them, and lists those that a finding asks for and that no other beats: what would be\n"
           "left of the gaps, how many people that takes, and who knows the tool already.";
}

} // namespace

Command recommend_command() {
    return {"recommend",
            "which tools to take up to close what the report finds",
            "INPUT [--ring RING] [--depth DEPTH] [--singles] [--most N] [options]",
            about(),
            report_positionals,
            options,
            {"assess recommend team.csv", "assess recommend team.csv --ring assess --most 50",
             "assess recommend team.csv --singles --format json --out recommendation.json"},
            run};
}

} // namespace assess
