#include "model/change/change.hpp"

#include "model/assessment/answers.hpp"
#include "model/assessment/arguments.hpp"

#include <algorithm>

namespace assess {
namespace {

bool is_meant(const Who& who, const Respondent& person, const Answers& answers) {
    switch (who.kind) {
    case Who::Kind::Everybody:
        return true;
    case Who::Kind::Role:
        return id_of(person.role) == who.id;
    case Who::Kind::Team:
        return person.team != Respondent::no_team && answers.teams[person.team] == who.id;
    case Who::Kind::Person:
        break;
    }
    return person.id == who.id;
}

/// Whether it alters the person's answers.
bool alter(Respondent& person, const Change& change, const Policy& policy) {
    const auto found = std::ranges::lower_bound(person.usages, change.tool, {}, &Usage::tool);
    const bool named = found != person.usages.end() && found->tool == change.tool;
    const double now = named ? weight_of(found->depth, policy) : 0;
    if (!change.adopts) {
        if (now <= 0) {
            return false;
        }
        found->depth = Depth::Stopped; // who stopped was asked: a row left out may say otherwise
        return true;
    }
    if (weight_of(change.depth, policy) <= now) {
        return false;
    }
    if (named) {
        found->depth = change.depth;
    } else {
        person.usages.insert(found, Usage{change.tool, change.depth});
    }
    return true;
}

Value name_of(const Who& who) {
    switch (who.kind) {
    case Who::Kind::Everybody:
        return Message{"what-if.everybody"};
    case Who::Kind::Role:
        return GroupName{who.id, {}};
    case Who::Kind::Team:
        return GroupName{{}, who.id};
    case Who::Kind::Person:
        break;
    }
    return who.id;
}

} // namespace

std::string_view id_of(Who::Kind kind) {
    switch (kind) {
    case Who::Kind::Everybody:
        return "everybody";
    case Who::Kind::Role:
        return "role";
    case Who::Kind::Team:
        return "team";
    case Who::Kind::Person:
        break;
    }
    return "person";
}

std::vector<NamedValue> arguments_of(const Change& change, const Landscape& landscape) {
    return {{"who", name_of(change.who)},
            {"kind", Select{id_of(change.who.kind)}},
            {"tool", tool_name(landscape, change.tool)},
            {"depth", Select{id_of(change.depth)}}};
}

Depth default_depth(const Answers& answers) {
    bool bare = false;
    for (const auto& person : answers.respondents) {
        for (const auto& usage : person.usages) {
            if (usage.depth < Depth::Uses) {
                return Depth::Weekly;
            }
            bare = bare || usage.depth == Depth::Uses;
        }
    }
    return bare ? Depth::Uses : Depth::Weekly;
}

std::vector<AppliedChange> alter_answers(Answers& answers, const Policy& policy,
                                         std::span<const Change> changes) {
    std::vector<AppliedChange> applied;
    for (const auto& change : changes) {
        AppliedChange one;
        one.change = change;
        for (auto& person : answers.respondents) {
            if (person.answered == 0 || !is_meant(change.who, person, answers)) {
                continue;
            }
            ++one.people;
            ++(alter(person, change, policy) ? one.changed : one.unaffected);
        }
        applied.push_back(std::move(one));
    }
    return applied;
}

std::vector<AppliedChange> apply_changes(Answers& answers, const Policy& policy,
                                         std::span<const Change> changes) {
    auto applied = alter_answers(answers, policy, changes);
    sort_respondents(answers);
    return applied;
}

} // namespace assess
