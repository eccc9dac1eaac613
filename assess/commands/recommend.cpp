// assess recommend: which adoptions would close what the report finds.
#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace recommend_verb {
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

std::vector<Option> options() {
    std::vector<Option> table{
        {"ring", "RING", "Try tools of this ring and of more inviting ones; else trial.",
         ids(rings)},
        {"depth", "DEPTH",
         "How deeply they are taken up; else weekly, or \"uses\" where the answers tell no depth.",
         ids(depths)},
        {"singles", "", "Try single adoptions only, no pairs."},
        {"most", "N", "How many proposals are listed, 4 to 1000; else 20."},
        {"format", "FORMAT", "How the result is written.",
         choices_from(recommendation_writers(), &Writer::format)},
    };
    append_out_option(table);
    append_drawing_options(table);
    append_report_options(table);
    return table;
}

RecommendSettings recommend_settings(const Arguments& arguments, Diagnostics& problems) {
    RecommendSettings settings;
    if (const auto ring = arguments.get("ring")) {
        settings.most_ring =
            *std::ranges::find_if(rings, [&](Ring one) { return id_of(one) == *ring; });
    }
    if (const auto depth = arguments.get("depth")) {
        settings.depth = depth_from_id(*depth);
    }
    settings.pairs = !arguments.has("singles");
    if (const auto most = arguments.number("most", least_listed, most_listed, problems)) {
        settings.most_proposals = *most;
    }
    return settings;
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    return [options = report_options(arguments, problems),
            drawing = writer_settings(arguments, terminal, problems),
            recommend = recommend_settings(arguments, problems),
            writer = chosen_from(recommendation_writers(), &Writer::format, arguments, "format"),
            out = arguments.get("out")](Streams& streams) {
        auto input = read_report_input(options, streams);
        input.settings.recommend = recommend;
        input.settings.recommend->seed = input.settings.seed;
        const auto report = make_gap_report(std::move(input.answers), std::move(input.landscape),
                                            input.policy, input.settings);
        deliver([&](std::ostream& into) { writer.write(report, drawing, into); },
                "The recommendation", out, streams);
        return ExitCode::Done;
    };
}

} // namespace
} // namespace recommend_verb

Command recommend_command() {
    return {"recommend",
            "which tools to take up to close what the report finds",
            "INPUT [--ring RING] [--depth DEPTH] [--singles] [--most N] [options]",
            "Tries every adoption of a tool by one of the two groups compared, and every pair of\n"
            "them, and lists those that a finding asks for and that no other beats: what would be\n"
            "left of the gaps, how many people that takes, and who knows the tool already.",
            report_positionals,
            recommend_verb::options,
            {"assess recommend team.csv", "assess recommend team.csv --ring assess --most 50",
             "assess recommend team.csv --singles --format json --out recommendation.json"},
            recommend_verb::setup};
}

} // namespace assess
