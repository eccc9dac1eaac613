// Landscapes and teams for trends, in a few lines each.
#pragma once

#include "model/trend/trend.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

struct Placed {
    std::string id;
    double x = 0;
    double y = 0;
    double tolerance = 0;
    std::vector<std::string> aliases{};
};

inline Landscape plane_of(const std::vector<Placed>& tools, std::string digest = {}) {
    Landscape landscape;
    landscape.edition = "test";
    landscape.digest = std::move(digest);
    for (const auto& each : tools) {
        Tool tool;
        tool.id = each.id;
        tool.name = "Tool " + each.id;
        tool.aliases = each.aliases;
        tool.placement = Placement{Point{each.x, each.y}, each.tolerance, "test", ""};
        landscape.tools.push_back(std::move(tool));
    }
    std::ranges::sort(landscape.tools, {}, &Tool::id);
    landscape.index_spellings();
    return landscape;
}

struct Member {
    std::string id;
    Role role = Role::Engineer;
    std::vector<std::string> uses{}; ///< "git" or "git=weekly"
    std::string team{};
};

inline Usage usage_of(std::string_view use, const Landscape& landscape) {
    const auto split = use.find('=');
    Usage usage;
    usage.tool = landscape.find(use.substr(0, split)).value();
    if (split != std::string_view::npos) {
        usage.depth = depth_from_id(use.substr(split + 1)).value();
    }
    return usage;
}

inline TrendInput assessment_of(std::string name, Landscape landscape,
                                const std::vector<Member>& members,
                                const PrivacyPromise& promise = {}) {
    TrendInput input{std::move(name), {}, {}, std::move(landscape)};
    input.answers.blocks.push_back({"tools", "Tools", {}});
    input.answers.ids_given = true;
    input.answers.promise = promise;
    for (const auto& member : members) {
        auto& teams = input.answers.teams;
        if (!member.team.empty() && std::ranges::find(teams, member.team) == teams.end()) {
            teams.push_back(member.team);
        }
    }
    std::ranges::sort(input.answers.teams);
    for (const auto& member : members) {
        Respondent person;
        person.id = member.id;
        person.role = member.role;
        if (!member.team.empty()) {
            person.team = static_cast<std::uint32_t>(
                std::ranges::find(input.answers.teams, member.team) - input.answers.teams.begin());
        }
        person.answered = 1;
        for (const auto& use : member.uses) {
            person.usages.push_back(usage_of(use, input.landscape));
        }
        std::ranges::sort(person.usages, {}, &Usage::tool);
        input.answers.respondents.push_back(std::move(person));
    }
    input.answers.rows = members.size();
    sort_respondents(input.answers);
    return input;
}

/// A tool at the end of each axis.
inline Landscape plane() {
    return plane_of({{"a", 1, 0}, {"b", 0, 1}, {"c", -1, 0}, {"d", 0, -1}}, "the same");
}

inline Trend trend_of(std::vector<TrendInput> inputs) {
    return make_trend(std::move(inputs), Policy{}, {});
}

inline const GroupMovement& group_named(const TrendStep& step, std::string_view id) {
    return *std::ranges::find(step.groups, id, &GroupMovement::id);
}

inline const Movement* part_of(const std::vector<MovementPart>& parts, MovementCause cause) {
    const auto found = std::ranges::find(parts, cause, &MovementPart::cause);
    return found == parts.end() ? nullptr : &found->movement;
}

} // namespace assess
