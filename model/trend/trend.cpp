#include "model/trend/trend.hpp"

#include "model/trend/trend_answer.hpp"
#include "model/trend/trend_step.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace assess {
namespace {

/// The same thing of two steps is said once.
void drop_repeats(std::vector<Message>& warnings) {
    std::vector<Message> once;
    for (auto& warning : warnings) {
        if (std::ranges::find(once, warning) == once.end()) {
            once.push_back(std::move(warning));
        }
    }
    warnings = std::move(once);
}

/// Says of a group that was held back that it is hidden, not that there is nobody of it.
void tell_held_back(const std::vector<HiddenGroup>& held_back, GapReport& report) {
    for (const auto& group : held_back) {
        const bool known =
            std::ranges::find(report.groups, group.id, &Group::id) != report.groups.end() ||
            std::ranges::find(report.hidden_groups, group.id, &HiddenGroup::id) !=
                report.hidden_groups.end();
        if (known) {
            continue;
        }
        report.hidden_groups.push_back(group);
        const bool compared =
            report.grouping == Grouping::Role &&
            (group.id == id_of(Role::Researcher) || group.id == id_of(Role::Engineer));
        if (compared && report.comparisons.empty()) {
            report.no_comparison = {"report.no-pair.not-shown", {{"group", group_name(group)}}};
        }
    }
}

} // namespace

std::string_view id_of(MovementCause cause) {
    switch (cause) {
    case MovementCause::Landscape:
        return "landscape";
    case MovementCause::Left:
        return "left";
    case MovementCause::Tools:
        return "tools";
    case MovementCause::Joined:
        return "joined";
    case MovementCause::People:
        break;
    }
    return "people";
}

GroupName group_name(const GroupMovement& group) {
    return group.role ? GroupName{std::string(id_of(*group.role)), {}} : GroupName{{}, group.name};
}

Trend make_trend(std::vector<TrendInput> inputs, const Policy& policy,
                 const GapReportSettings& settings) {
    if (inputs.size() < 2) {
        throw std::invalid_argument("a trend needs two assessments");
    }
    Trend trend;
    for (const auto& input : inputs) {
        trend.names.push_back(input.name);
        trend.dates.push_back(input.date);
        trend.reports.push_back(make_gap_report(input.answers, input.landscape, policy, settings));
        tell_held_back(input.held_back, trend.reports.back());
    }
    // The reports stay where they are from here on.
    std::vector<Assessment> assessments;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        assessments.push_back(
            make_assessment(inputs[i].name, std::move(inputs[i].answers), trend.reports[i]));
    }
    for (std::size_t i = 1; i < assessments.size(); ++i) {
        trend.steps.push_back(make_step(assessments, i - 1, i, trend.warnings));
    }
    if (assessments.size() > 2) {
        trend.whole = make_step(assessments, 0, assessments.size() - 1, trend.warnings);
    }
    drop_repeats(trend.warnings);
    trend.answer = trend_answer(trend);
    return trend;
}

} // namespace assess
