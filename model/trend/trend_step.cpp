#include "model/trend/trend_step.hpp"

#include "model/assessment/arguments.hpp"
#include "model/privacy/confidential.hpp"
#include "model/text/text.hpp"
#include "model/trend/carried_answers.hpp"
#include "model/trend/group_shifts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace assess {
namespace {

/// Why a group has no movement, for what one of the two assessments has of it; else empty.
Message why_no_movement(const Assessment& assessment, const Group* group, const Group& named) {
    if (group == nullptr) {
        const auto& hidden = assessment.report->hidden_groups;
        const auto found = std::ranges::find(hidden, named.id, &HiddenGroup::id);
        if (found != hidden.end()) {
            return {"reason.group-not-shown",
                    {{"assessment", assessment.name},
                     {"group", group_name(named)},
                     {"reason", found->reason}}};
        }
        return {"reason.group-empty",
                {{"assessment", assessment.name}, {"group", group_name(named)}}};
    }
    if (group->placed == 0) {
        return {"reason.nobody-placed.then",
                {{"group", group_name(named)}, {"assessment", assessment.name}}};
    }
    return {};
}

std::pair<std::string, std::string> compared_ids(const GapReport& report) {
    const auto& comparison = report.comparisons.front();
    return {report.groups[comparison.first].id, report.groups[comparison.second].id};
}

/// Why no gap can be followed from one to the other; else empty.
Message why_no_gap(const Assessment& before, const Assessment& after) {
    for (const auto* one : {&before, &after}) {
        if (one->report->comparisons.empty()) {
            return {"trend.no-gap.none-compared",
                    {{"assessment", one->name}, {"reason", one->report->no_comparison}}};
        }
    }
    return compared_ids(*before.report) == compared_ids(*after.report)
               ? Message()
               : Message{"trend.no-gap.other-groups",
                         {{"before", before.name}, {"after", after.name}}};
}

bool take_apart_alike(const GroupShifts& first, const GroupShifts& second) {
    return std::ranges::equal(first.parts, second.parts, {}, &ShiftPart::cause, &ShiftPart::cause);
}

class StepMaker {
public:
    StepMaker(const Assessment& before, const Assessment& after)
        : m_before(before), m_after(after),
          m_same_tool(same_tools(before.report->landscape, after.report->landscape)),
          m_errors(before.report->landscape, after.report->landscape, m_same_tool),
          m_links(link_people(before.answers, after.answers, before.name, after.name)),
          m_between(make_groups(carried_answers(before.answers, m_same_tool, after.report->policy),
                                after.report->landscape, after.report->policy,
                                after.report->grouping)) {
        const auto& digest = before.report->landscape.digest;
        m_same_landscape = !digest.empty() && digest == after.report->landscape.digest;
    }

    TrendStep make(std::vector<Message>& warnings) {
        TrendStep step;
        step.linked = m_links.linked;
        step.not_linked = m_links.reason;
        step.same_landscape = m_same_landscape;
        for (const auto* group : groups_of_both()) {
            step.groups.push_back(movement_of_group(*group));
        }
        add_gap(step);
        step.findings = finding_changes(m_before.report->findings, m_after.report->findings);
        warnings.insert(warnings.end(), m_links.warnings.begin(), m_links.warnings.end());
        return step;
    }

private:
    /// In the order of reports: roles in theirs, teams by name.
    [[nodiscard]] std::vector<const Group*> groups_of_both() const {
        std::vector<const Group*> groups;
        for (const auto& group : m_before.groups) {
            groups.push_back(&group);
        }
        for (const auto& group : m_after.groups) {
            if (find_group(m_before.groups, group.id) == nullptr) {
                groups.push_back(&group);
            }
        }
        std::ranges::sort(groups, [](const Group* a, const Group* b) {
            return a->role != b->role ? a->role < b->role : a->id < b->id;
        });
        return groups;
    }

    [[nodiscard]] GroupPair pair_named(std::string_view id) const {
        return {find_group(m_before.groups, id), find_group(m_between, id),
                find_group(m_after.groups, id)};
    }

    [[nodiscard]] GroupShifts shifts_of(std::string_view id, bool by_person) const {
        const StepContext context{m_links, m_errors.moved(), m_same_landscape,
                                  m_before.answers.promise.least_told()};
        return group_shifts(pair_named(id), context, by_person);
    }

    GroupMovement movement_of_group(const Group& named) {
        GroupMovement movement;
        movement.id = named.id;
        movement.name = named.name;
        movement.role = named.role;
        const auto pair = pair_named(named.id);
        movement.placed_before = pair.before == nullptr ? 0 : pair.before->placed;
        movement.placed_after = pair.after == nullptr ? 0 : pair.after->placed;
        auto reason = why_no_movement(m_before, pair.before, named);
        if (reason.empty()) {
            reason = why_no_movement(m_after, pair.after, named);
        }
        if (!reason.empty()) {
            movement.total = no_movement(reason);
            return movement;
        }
        auto shifts = shifts_of(named.id, m_links.linked);
        movement.placed_on_second = shifts.placed_on_second;
        movement.stayed = shifts.stayed;
        movement.left = shifts.left;
        movement.joined = shifts.joined;
        movement.total = movement_of(shifts.total, m_errors, level());
        movement.parts = movements_of(shifts.parts);
        movement.no_parts = shifts.no_parts;
        m_shifts.emplace(named.id, std::move(shifts));
        return movement;
    }

    [[nodiscard]] std::vector<MovementPart>
    movements_of(const std::vector<ShiftPart>& parts) const {
        std::vector<MovementPart> movements;
        for (const auto& part : parts) {
            movements.push_back({part.cause, movement_of(part.shift, m_errors, level())});
        }
        return movements;
    }

    void add_gap(TrendStep& step) const {
        step.no_gap = why_no_gap(m_before, m_after);
        if (!step.no_gap.empty()) {
            return;
        }
        const auto pair = compared_ids(*m_before.report);
        GapMovement gap;
        gap.before = gap_estimates(m_before.report->comparisons.front());
        gap.after = gap_estimates(m_after.report->comparisons.front());
        for (const auto& id : {pair.first, pair.second}) {
            if (!m_shifts.contains(id)) {
                const auto group = std::ranges::find(step.groups, id, &GroupMovement::id);
                gap.change = no_movement(group->total.shift.reason());
                step.gap = std::move(gap);
                return;
            }
        }
        add_change(pair.first, pair.second, gap);
        step.gap = std::move(gap);
    }

    void add_change(const std::string& first, const std::string& second, GapMovement& gap) const {
        auto here = m_shifts.at(first);
        auto there = m_shifts.at(second);
        gap.change = movement_of(difference_of(here.total, there.total), m_errors, level());
        for (const auto* shifts : {&here, &there}) {
            if (!shifts->no_parts.empty()) {
                gap.no_parts = shifts->no_parts;
                return;
            }
        }
        if (!take_apart_alike(here, there)) { // nobody stayed in one of the two
            here = shifts_of(first, false);
            there = shifts_of(second, false);
        }
        for (std::size_t i = 0; i < here.parts.size(); ++i) {
            const auto part = difference_of(here.parts[i].shift, there.parts[i].shift);
            gap.parts.push_back({here.parts[i].cause, movement_of(part, m_errors, level())});
        }
    }

    [[nodiscard]] double level() const { return m_after.report->policy.interval_level; }

    const Assessment& m_before;
    const Assessment& m_after;
    std::vector<std::optional<ToolIndex>> m_same_tool;
    PlaceErrors m_errors;
    PeopleLinks m_links;
    std::vector<Group> m_between;
    bool m_same_landscape = false;
    std::map<std::string, GroupShifts> m_shifts; ///< of groups that have a total
};

} // namespace

Assessment make_assessment(std::string name, Answers answers, const GapReport& report) {
    Assessment assessment;
    assessment.name = std::move(name);
    assessment.answers = std::move(answers);
    sort_respondents(assessment.answers);
    hold_back_small_groups(assessment.answers, report.landscape, report.policy, report.grouping);
    assessment.groups =
        make_groups(assessment.answers, report.landscape, report.policy, report.grouping);
    assessment.report = &report;
    return assessment;
}

TrendStep make_step(const std::vector<Assessment>& assessments, std::size_t from, std::size_t to,
                    std::vector<Message>& warnings) {
    auto step = StepMaker(assessments.at(from), assessments.at(to)).make(warnings);
    step.from = from;
    step.to = to;
    return step;
}

} // namespace assess
