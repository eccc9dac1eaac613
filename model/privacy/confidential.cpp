#include "model/privacy/confidential.hpp"

#include "model/privacy/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace assess {
namespace {

/// One reason for all numbers of a row, so that it does not tell which of them is small.
constexpr MessageId few_at_work{"reason.confidential.number"};

Message few_answers(std::size_t least) {
    return {"reason.confidential.answers", {{"least", Count(least)}}};
}

bool is_few(std::size_t count, std::size_t least) {
    return count > 0 && count < least;
}

/// How many of some people any number could be about.
struct Headcount {
    std::size_t listed = 0;
    std::size_t answered = 0;
    std::size_t placed = 0;

    [[nodiscard]] bool is_few(std::size_t least) const {
        return assess::is_few(listed, least) || assess::is_few(answered, least) ||
               assess::is_few(placed, least);
    }
};

class Audience {
public:
    Audience(Answers& answers, const Landscape& landscape, const Policy& policy, Grouping grouping)
        : m_answers(answers), m_landscape(landscape), m_policy(policy),
          m_by_team(grouping == Grouping::Team) {}

    std::vector<HiddenGroup> hold_back() {
        m_shown.assign(m_answers.respondents.size(), true);
        drop_few_of_roles();
        plan();
        leave_out();
        return hidden();
    }

private:
    [[nodiscard]] bool is_placed(const Respondent& person) const {
        return person.answered != 0 && std::ranges::any_of(person.usages, [&](const Usage& usage) {
                   const auto depth = static_cast<std::size_t>(usage.depth);
                   return m_landscape.tools[usage.tool].placement.has_value() &&
                          depth < m_policy.depth_weights.size() &&
                          m_policy.depth_weights.at(depth) > 0;
               });
    }

    void add(const Respondent& person, Headcount& count) const {
        ++count.listed;
        count.answered += person.answered != 0 ? 1U : 0U;
        count.placed += is_placed(person) ? 1U : 0U;
    }

    [[nodiscard]] std::string team_of(const Respondent& person) const {
        return person.team == Respondent::no_team ? std::string() : m_answers.teams[person.team];
    }

    /// Roles of which few people answered, or few have a place: their numbers are about these.
    void drop_few_of_roles() {
        std::map<Role, Headcount> counts;
        for (const auto& person : m_answers.respondents) {
            add(person, counts[person.role]);
        }
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            const auto role = m_answers.respondents[i].role;
            if (counts[role].is_few(m_answers.promise.least_people)) {
                m_shown[i] = false;
                m_reasons.try_emplace("role:" + std::string(id_of(role)),
                                      too_few_answers(m_answers.promise.least_people));
            }
        }
    }

    /// The same rule as for the ledger, as if nothing had been shown before. Its cells are made of
    /// people; here those count who answered and who have a place, too. A team that is not shown
    /// stays in what is said of everybody, so that reports by role and by team are about the same
    /// people.
    void plan() {
        std::vector<bool> candidates = m_shown;
        while (true) {
            const auto plan = planned(candidates);
            m_shown.assign(m_shown.size(), false);
            for (const auto number : plan.population) {
                m_shown[number] = true;
            }
            const auto give_way = m_by_team ? team_to_hide(plan) : std::nullopt;
            if (!give_way) {
                for (const auto& [label, reason] : plan.held_back) {
                    m_reasons.try_emplace(label, reason);
                }
                return;
            }
            m_reasons.try_emplace(*give_way, too_few_answers(m_answers.promise.least_people));
        }
    }

    [[nodiscard]] ReleasePlan planned(const std::vector<bool>& chosen) const {
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const auto& person = m_answers.respondents[i];
            const auto team = team_of(person);
            if (chosen[i]) {
                candidates.push_back({i, i, std::string(id_of(person.role)),
                                      m_reasons.contains("team:" + team) ? std::string() : team});
            }
        }
        return plan_release(candidates, {}, {}, m_by_team, m_answers.promise);
    }

    /// A team of which few answered or have a place; else, where that holds for those in no team
    /// that is shown, the smallest one shown.
    [[nodiscard]] std::optional<std::string> team_to_hide(const ReleasePlan& plan) const {
        std::set<SubmissionNumber> rest(plan.population.begin(), plan.population.end());
        const ShownSet* smallest = nullptr;
        for (const auto& group : plan.groups) {
            Headcount count;
            for (const auto number : group.submissions) {
                add(m_answers.respondents[number], count);
                rest.erase(number);
            }
            if (count.is_few(m_answers.promise.least_people)) {
                return group.label;
            }
            if (smallest == nullptr || group.submissions.size() < smallest->submissions.size()) {
                smallest = &group;
            }
        }
        Headcount others;
        for (const auto number : rest) {
            add(m_answers.respondents[number], others);
        }
        return others.is_few(m_answers.promise.least_people) && smallest != nullptr
                   ? std::optional(smallest->label)
                   : std::nullopt;
    }

    void leave_out() {
        std::vector<Respondent> shown;
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            auto& person = m_answers.respondents[i];
            if (m_shown[i]) {
                const bool named = person.team != Respondent::no_team;
                if (named && m_reasons.contains("team:" + m_answers.teams[person.team])) {
                    person.team = Respondent::no_team;
                }
                shown.push_back(std::move(person));
            }
        }
        const bool complete = shown.size() == m_answers.respondents.size();
        m_answers.respondents = std::move(shown);
        sort_respondents(m_answers);
        if (!complete) {
            // How many are not shown would be a small number too.
            m_answers.rows = m_answers.respondents.size();
        }
        if (!complete || m_answers.respondents.size() < m_answers.promise.least_texts) {
            m_answers.comments.clear();
        }
        std::erase_if(m_answers.left_out, [&](const LeftOut& rows) {
            return is_few(rows.count, m_answers.promise.least_people);
        });
    }

    [[nodiscard]] std::vector<HiddenGroup> hidden() const {
        std::vector<HiddenGroup> groups;
        for (const Role role : roles) {
            const auto found = m_reasons.find("role:" + std::string(id_of(role)));
            if (found != m_reasons.end()) {
                groups.push_back(
                    {std::string(id_of(role)), std::string(plural_of(role)), found->second});
            }
        }
        for (const auto& [label, reason] : m_reasons) {
            if (label.starts_with("team:")) {
                const auto name = label.substr(5);
                groups.push_back({name, name, reason});
            }
        }
        return groups;
    }

    Answers& m_answers;
    const Landscape& m_landscape;
    const Policy& m_policy;
    bool m_by_team;
    std::vector<bool> m_shown;
    std::map<std::string, Message> m_reasons; ///< why a group is hidden: "role:...", "team:..."
};

void withhold(std::vector<ToolUse>& tools, std::size_t least) {
    for (ToolUse& use : tools) {
        const bool named =
            std::ranges::any_of(use.by_depth, [](std::size_t people) { return people > 0; });
        if ((named || use.users > 0) && (use.users < least || use.base < least)) {
            use = {};
            use.few = true;
            continue;
        }
        // Who uses it less often is told only where enough do; so is everybody's sum.
        if (is_few(use.regular, least) || is_few(use.users - use.regular, least)) {
            use.regular = 0;
        }
        if (std::ranges::any_of(use.by_depth,
                                [&](std::size_t people) { return is_few(people, least); })) {
            use.by_depth = {};
            // Summed depths would tell them; figures need some size.
            use.weight = static_cast<double>(use.users);
        }
    }
}

void withhold_people(Group& group) {
    group.members.clear();
    group.placed_members.clear();
    group.positions.clear();
    group.shares = {};
    // Where it falls on a person it is that person's place.
    group.spatial_median = Quantity<Point>::unavailable({"reason.confidential.place"});
}

void withhold(Bridge& bridge, std::size_t least) {
    if (is_few(bridge.users_first, least)) {
        bridge.users_first = bridge.base_first = 0;
        bridge.few_first = true;
    }
    if (is_few(bridge.users_second, least)) {
        bridge.users_second = bridge.base_second = 0;
        bridge.few_second = true;
    }
}

bool is_few(const Quantity<std::size_t>& count, std::size_t least) {
    return count && is_few(*count, least);
}

void hide(StageWork& work, bool people, bool covered) {
    if (people) {
        work.people = Quantity<std::size_t>::unavailable(few_at_work);
    }
    if (people || covered) {
        work.covered = Quantity<std::size_t>::unavailable(few_at_work);
        work.tools.clear(); // they would be the tools of a few
    }
}

/// What everybody does counts most for the findings. So where one group's number is small, the
/// others' go with it: else the sum less these would be that one.
void withhold(StageRow& row, std::size_t least) {
    bool people = false;
    bool covered = false;
    for (const auto& work : row.groups) {
        people = people || is_few(work->base, least) || is_few(work->people, least);
        covered = covered || is_few(work->covered, least);
    }
    for (auto& work : row.groups) {
        StageWork shown = *work;
        hide(shown, people, covered);
        work = is_few(shown.base, least) ? Quantity<StageWork>::unavailable(few_answers(least))
                                         : Quantity<StageWork>(shown);
    }
    auto& all = row.everybody;
    hide(all, is_few(all.base, least) || is_few(all.people, least), is_few(all.covered, least));
}

} // namespace

bool is_held_by_promise(const PolicyField& field) {
    const auto is = [&](std::string_view group, std::string_view key) {
        return field.group == group && field.key == key;
    };
    return field.group == "depth_weights" || is("broken_ladder", "share") ||
           is("broken_ladder", "people") || is("scattered_group", "people") ||
           is("lifecycle_hole", "people");
}

Policy kept_to(const PrivacyPromise& promise, Policy policy) {
    if (promise.kind == Promise::Confidential) {
        for (const auto& field : policy_fields()) {
            if (is_held_by_promise(field)) {
                set_value(field, policy, value_of(field, Policy{}));
            }
        }
    }
    return policy;
}

GroupName group_name(const HiddenGroup& group) {
    const bool is_team = group.id == group.name;
    return is_team ? GroupName{{}, group.name} : GroupName{group.id, {}};
}

Message not_shown(const HiddenGroup& group) {
    return {"report.not-shown", {{"group", group_name(group)}, {"reason", group.reason}}};
}

std::vector<HiddenGroup> hold_back_small_groups(Answers& answers, const Landscape& landscape,
                                                const Policy& policy, Grouping grouping) {
    if (answers.promise.kind != Promise::Confidential) {
        return {};
    }
    return Audience(answers, landscape, policy, grouping).hold_back();
}

void withhold_small_contributions(const std::vector<Group>& groups, std::size_t least,
                                  Comparison& comparison) {
    const auto is_small = [&](const ToolContribution& part) {
        return is_few(groups[comparison.first].tools[part.tool].users, least) ||
               is_few(groups[comparison.second].tools[part.tool].users, least);
    };
    auto& parts = comparison.by_tool;
    auto first = std::stable_partition(
        parts.begin(), parts.end(), [&](const ToolContribution& part) { return !is_small(part); });
    if (first == parts.end()) {
        return;
    }
    if (parts.end() - first == 1 && first != parts.begin()) {
        --first; // alone it would be told by what is left; the smallest of the others joins it
    }
    ToolContribution few;
    for (auto part = first; part != parts.end(); ++part) {
        few.share_first += part->share_first;
        few.share_second += part->share_second;
        few.x += part->x;
        few.y += part->y;
        few.orchestration += part->orchestration;
        few.building += part->building;
    }
    parts.erase(first, parts.end());
    comparison.by_few = few;
}

void withhold_small_scores(std::size_t least, std::vector<ItemScores>& scores,
                           Lifecycle& lifecycle) {
    for (ItemScores& item : scores) {
        for (auto& score : item.groups) {
            if (is_few(score->n, least)) {
                score = Quantity<GroupScore>::unavailable(few_answers(least));
            }
        }
    }
    for (StageRow& row : lifecycle.stages) {
        withhold(row, least);
    }
    for (HandOff& hand_off : lifecycle.hand_offs) {
        if (is_few(hand_off.both, least)) {
            hand_off.both = Quantity<std::size_t>::unavailable(few_at_work);
        }
    }
}

void withhold_small_numbers(std::size_t least, std::vector<Group>& groups,
                            std::vector<Comparison>& comparisons) {
    if (least == 0) {
        return;
    }
    for (Group& group : groups) {
        withhold(group.tools, least);
        withhold_people(group);
    }
    for (Comparison& comparison : comparisons) {
        for (Bridge& bridge : comparison.overlap.bridges) {
            withhold(bridge, least);
        }
    }
}

} // namespace assess
