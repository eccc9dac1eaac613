#include "reports/content/statements.hpp"

#include "model/findings/rules.hpp"
#include "model/text/text.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace {

/// Groups in the order in which tables list them.
std::vector<std::size_t> table_order(const GapReport& report, std::size_t most) {
    std::vector<std::size_t> order;
    for (const auto& comparison : report.comparisons) {
        order.push_back(comparison.first);
        order.push_back(comparison.second);
    }
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        if (std::find(order.begin(), order.end(), i) == order.end()) {
            order.push_back(i);
        }
    }
    order.resize(std::min(order.size(), most));
    return order;
}

std::string cell(const Quantity<Point>& point, double (*read)(const Point&)) {
    return point ? fixed(read(*point)) : "-";
}

void add_policy(const nlohmann::ordered_json& value, const std::string& name,
                std::vector<std::pair<std::string, double>>& values) {
    if (value.is_object()) {
        for (const auto& [key, inner] : value.items()) {
            add_policy(inner, name.empty() ? key : name + "." + key, values);
        }
    } else if (value.is_number()) {
        values.emplace_back(name, value.get<double>());
    }
}

} // namespace

std::vector<std::string> head_facts(const GapReport& report) {
    std::size_t listed = report.respondents;
    std::vector<std::string> parts;
    constexpr std::size_t most_named = 4;
    for (const auto& group : report.groups) {
        if (report.grouping == Grouping::Team && report.groups.size() > most_named) {
            break;
        }
        parts.push_back(number_of(group, group.listed));
    }
    std::string who = people(listed);
    if (report.grouping == Grouping::Team && report.groups.size() > most_named) {
        who += fmt::format(" in {} teams", grouped(report.groups.size()));
    } else if (!parts.empty()) {
        who += ": " + listed_with_and(parts);
    }
    std::vector<std::string> facts{who};
    if (!report.answers.source.empty()) {
        facts.push_back(report.answers.source);
    }
    facts.push_back("landscape " + report.landscape.edition);
    facts.push_back(fmt::format("seed {}", report.seed));
    return facts;
}

std::vector<GroupRow> group_rows(const GapReport& report, std::size_t most) {
    std::vector<GroupRow> rows;
    for (const auto index : table_order(report, most)) {
        const auto& group = report.groups[index];
        rows.push_back(
            {index, name_at_start(group), grouped(group.listed), grouped(group.n),
             grouped(group.placed), cell(group.centroid, [](const Point& p) { return p.x; }),
             cell(group.centroid, [](const Point& p) { return p.y; }),
             cell(group.centroid, [](const Point& p) { return along(Diagonal::Orchestration, p); }),
             cell(group.centroid, [](const Point& p) { return along(Diagonal::Building, p); }),
             group.standard_distance ? fixed(*group.standard_distance) : "-"});
    }
    return rows;
}

std::vector<std::string> group_notes(const GapReport& report, std::size_t most) {
    std::vector<std::string> notes;
    for (const auto index : table_order(report, most)) {
        const auto& group = report.groups[index];
        if (!group.centroid) {
            notes.push_back(fmt::format("{}: no centre, because {}.", name_at_start(group),
                                        group.centroid.reason()));
        } else if (!group.standard_distance) {
            notes.push_back(fmt::format("{}: no standard distance, because {}.",
                                        name_at_start(group), group.standard_distance.reason()));
        }
    }
    if (most < report.groups.size()) {
        notes.push_back(fmt::format("{} more groups are in the JSON and CSV formats.",
                                    grouped(report.groups.size() - most)));
    }
    return notes;
}

std::string difference_name(const GapReport& report, const Comparison& comparison) {
    return fmt::format("{} minus {}", name_at_start(report.groups[comparison.first]),
                       report.groups[comparison.second].name);
}

std::vector<std::string> left_out_statements(const GapReport& report) {
    std::vector<std::string> statements;
    for (const auto& left_out : report.answers.left_out) {
        statements.push_back(fmt::format("{} {}: {}", grouped(left_out.count),
                                         left_out.count == 1 ? "row" : "rows", left_out.reason));
    }
    return statements;
}

std::vector<std::pair<std::string, double>> policy_numbers(const Policy& policy) {
    nlohmann::ordered_json json;
    to_json(json, policy);
    std::vector<std::pair<std::string, double>> values;
    add_policy(json, "", values);
    return values;
}

std::vector<std::pair<std::string, std::string>> policy_values(const Policy& policy) {
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& [name, number] : policy_numbers(policy)) {
        std::string words;
        for (const char c : name) {
            words += c == '_' ? " " : c == '.' ? ", " : std::string(1, c);
        }
        constexpr double long_number = 1000;
        const bool whole = number >= long_number && number == std::floor(number);
        values.emplace_back(words,
                            whole ? grouped(static_cast<std::uint64_t>(number)) : shortest(number));
    }
    return values;
}

std::string program_version() {
    return ASSESS_VERSION;
}

std::string provenance(const GapReport& report) {
    return fmt::format("assess {}; landscape edition {} ({}); seed {}. The same input, landscape, "
                       "policy and seed give the same bytes.",
                       program_version(), report.landscape.edition,
                       report.landscape.digest.empty() ? "no digest" : report.landscape.digest,
                       report.seed);
}

std::vector<std::string> method_statements(const GapReport& report) {
    std::vector<std::string> statements{
        "A person's position is the mean of the positions of their tools, weighted by depth of "
        "use; a group's centre counts every person once.",
        "Along the diagonals: orchestration = (x + y) / 2, building = (x - y) / 2, each from -1 "
        "to 1.",
        "Intervals are Welch's t intervals with the uncertainty of the tools' own positions added; "
        "p-values come from permutations of the people, adjusted by Holm over the two diagonals.",
        "People who gave no tools are counted, not placed."};
    if (report.policy.fragility_draws > 0) {
        statements.push_back(fmt::format(
            "Every finding was judged again with all tools moved within their tolerance, {} times. "
            "It is called fragile where that changed its verdict in more than {} of them.",
            grouped(report.policy.fragility_draws), percent(report.policy.fragility_share)));
    }
    if (!report.landscape.source.empty()) {
        statements.push_back("Where the tools stand: " + report.landscape.source);
    }
    return statements;
}

std::vector<std::string> caveats(const GapReport& report) {
    std::vector<std::string> all;
    for (const auto& comparison : report.comparisons) {
        if (comparison.smaller_group_spreads_more) {
            all.emplace_back("The smaller group has the clearly larger spread. That is the hardest "
                             "case for any test of centres: read a p-value near 0.05 with care.");
        }
    }
    std::vector<std::string> unplaced;
    for (ToolIndex tool = 0; tool < report.landscape.tools.size(); ++tool) {
        const auto used =
            std::any_of(report.groups.begin(), report.groups.end(), [&](const Group& group) {
                return tool < group.tools.size() && group.tools[tool].users > 0;
            });
        if (used && !report.landscape.tools[tool].placement) {
            unplaced.push_back(report.landscape.tools[tool].name);
        }
    }
    if (!unplaced.empty()) {
        constexpr std::size_t most = 12;
        const auto more = unplaced.size() > most ? unplaced.size() - most : 0;
        unplaced.resize(unplaced.size() - more);
        if (more > 0) {
            unplaced.push_back(fmt::format("{} more", grouped(more)));
        }
        all.push_back("Used, but without a place on the landscape, so no part of any position: " +
                      listed_with_and(unplaced) + ".");
    }
    all.insert(all.end(), report.warnings.begin(), report.warnings.end());
    for (const auto& warning : report.answers.warnings) {
        if (std::find(all.begin(), all.end(), warning) == all.end()) {
            all.push_back(warning);
        }
    }
    return all;
}

} // namespace assess::reports
