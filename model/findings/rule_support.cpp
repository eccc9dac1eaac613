#include "model/findings/rule_support.hpp"

#include "model/assessment/answers.hpp"
#include "model/assessment/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace assess {

Finding start_finding(std::string_view id, std::string_view subject) {
    Finding finding;
    finding.id = id;
    finding.subject = subject;
    finding.fragile = Quantity<bool>::unavailable({"reason.no-draws"});
    finding.flip_share = Quantity<double>::unavailable(finding.fragile.reason());
    return finding;
}

Message Pair::groups() const {
    return {"pair", {{"first", group_name(first)}, {"second", group_name(second)}}};
}

Message Pair::placed_people() const {
    return {"pair",
            {{"first", people_told(first, first.placed)},
             {"second", people_told(second, second.placed)}}};
}

Count count_told(const RuleInput& input, std::size_t number) {
    return Count(number, input.answers.promise.least_told());
}

People people_told(const RuleInput& input, std::size_t number) {
    return {std::nullopt, count_told(input, number)};
}

Message lacking_people(const Pair& pair, std::size_t least, const Message& what) {
    std::vector<Value> lacking;
    for (const auto* group : {&pair.first, &pair.second}) {
        if (group->placed < least) {
            lacking.emplace_back(Message{"open.more-beside",
                                         {{"more", people_told(*group, least - group->placed)},
                                          {"placed", count_told(*group, group->placed)},
                                          {"listed", count_told(*group, group->listed)}}});
        }
    }
    if (lacking.empty()) {
        return {"open.all-alike", {{"what", what}, {"placed", pair.placed_people()}}};
    }
    return {"open.more-placed",
            {{"what", what},
             {"least", People{std::nullopt, Count(least)}},
             {"lacking", List(std::move(lacking))}}};
}

Message lacking_places(const RuleInput& input) {
    return {"open.nobody-placed", {{"people", people_told(input, answered(input))}}};
}

Message why_no_pair(const RuleInput& input) {
    if (input.groups.empty()) {
        return {"no-pair.nobody"};
    }
    // Under a confidential promise there may be others that are not shown.
    if (input.groups.size() == 1 && input.answers.promise.least_told() == 0) {
        return {"no-pair.one-group", {{"group", group_name(input.groups.front())}}};
    }
    if (!input.no_comparison.empty()) {
        return {"no-pair.because", {{"reason", input.no_comparison}}};
    }
    return {"no-pair.none-chosen"};
}

namespace {

Message how_to_get_a_pair(const RuleInput& input) {
    if (input.groups.empty()) {
        return {"no-pair.collect"};
    }
    if (input.groups.size() == 1) {
        const auto& only = input.groups.front();
        return {"no-pair.collect-beside", {{"people", people_told(only, only.n)}}};
    }
    return {"no-pair.choose", {{"groups", Count(input.groups.size())}}};
}

} // namespace

Finding undetermined_without_pair(std::string_view id, const RuleInput& input,
                                  const Message& question) {
    auto finding = start_finding(id, "pair");
    const Count groups(input.groups.size());
    finding.says = {"no-pair.says", {{"question", question}, {"why", why_no_pair(input)}}};
    finding.means = {"no-pair.means",
                     {{"people", people_told(input, answered(input))}, {"groups", groups}}};
    finding.magnitude = Quantity<Magnitude>::unavailable({"reason.no-pair"});
    for (const auto& group : input.groups) {
        finding.evidence.push_back({"no-pair.counts",
                                    {{"group", group_name(group)},
                                     {"listed", count_told(group, group.listed)},
                                     {"answered", count_told(group, group.n)},
                                     {"placed", count_told(group, group.placed)}}});
        finding.groups.push_back(group.id);
    }
    finding.actions.push_back(
        {"no-pair.action", {{"question", question}, {"how", how_to_get_a_pair(input)}}});
    const auto enough =
        std::ranges::count_if(input.groups, [](const Group& group) { return group.placed >= 2; });
    finding.flips_when = {"no-pair.flips", {{"enough", Count(static_cast<std::size_t>(enough))}}};
    return finding;
}

void leave_undetermined(const RuleInput& input, Finding& finding, const Message& question,
                        const Message& reason, const Message& what_to_do) {
    finding.state = State::Undetermined;
    finding.severity = Severity::None;
    finding.says = {"open.says", {{"question", question}, {"reason", reason}}};
    finding.means = {"open.means", {{"people", people_told(input, answered(input))}}};
    finding.magnitude = Quantity<Magnitude>::unavailable(reason);
    finding.actions.push_back(what_to_do);
    finding.flips_when = what_to_do;
}

std::size_t answered(const RuleInput& input) {
    return std::accumulate(input.groups.begin(), input.groups.end(), std::size_t{0},
                           [](std::size_t sum, const Group& group) { return sum + group.n; });
}

std::optional<Pair> pair_of(const RuleInput& input) {
    if (input.comparison == nullptr) {
        return std::nullopt;
    }
    return Pair{*input.comparison, input.groups.at(input.comparison->first),
                input.groups.at(input.comparison->second)};
}

std::optional<Diagonal> diagonal_of(const Finding& finding) {
    for (const auto diagonal : diagonals) {
        if (finding.subject == id_of(diagonal)) {
            return diagonal;
        }
    }
    return std::nullopt;
}

const Group* group_of(const RuleInput& input, Role role) {
    if (input.grouping != Grouping::Role) {
        return nullptr;
    }
    const auto found =
        std::ranges::find_if(input.groups, [&](const Group& group) { return group.role == role; });
    return found == input.groups.end() ? nullptr : &*found;
}

namespace {

/// By tool, so that the question is asked once a tool and not once a use.
std::vector<bool> belonging(const RuleInput& input, const std::function<bool(ToolIndex)>& belongs) {
    std::vector<bool> tools(input.landscape.tools.size());
    for (ToolIndex tool = 0; tool < tools.size(); ++tool) {
        tools[tool] = belongs(tool);
    }
    return tools;
}

/// Bit b: block b offers a tool that belongs.
std::uint64_t blocks_offering(const RuleInput& input, const std::vector<bool>& belongs) {
    std::uint64_t offering = 0;
    const auto& blocks = input.answers.blocks;
    for (std::size_t b = 0; b < blocks.size() && b < Answers::most_blocks; ++b) {
        const auto& offers = blocks[b].offers;
        if (offers.empty() ||
            std::ranges::any_of(offers, [&](ToolIndex tool) { return belongs[tool]; })) {
            offering |= std::uint64_t{1} << b;
        }
    }
    return offering;
}

enum class Answer { Regular, Use, NoUse, None };

Answer answer_of(const Respondent& respondent, std::uint64_t offering, const Policy& policy,
                 const std::vector<bool>& belongs) {
    bool uses = false;
    bool definite = (respondent.answered & offering) != 0;
    bool refused = false;
    for (const auto& usage : respondent.usages) {
        if (!belongs[usage.tool]) {
            continue;
        }
        if (weight_of(usage.depth, policy) > 0) {
            uses = true;
            if (usage.depth == Depth::Daily || usage.depth == Depth::Weekly ||
                usage.depth == Depth::Uses) {
                return Answer::Regular;
            }
        }
        if (says_nothing(usage.depth)) {
            refused = true;
        } else {
            // Whoever says anything definite about a tool was asked, whatever the blocks say.
            definite = true;
        }
    }
    if (uses) {
        return Answer::Use;
    }
    return definite && !refused ? Answer::NoUse : Answer::None;
}

} // namespace

PeopleUsing people_using(const RuleInput& input, const std::vector<std::uint32_t>& members,
                         const std::function<bool(ToolIndex)>& belongs) {
    const auto of_these = belonging(input, belongs);
    const auto offering = blocks_offering(input, of_these);
    PeopleUsing count;
    for (const auto member : members) {
        const auto answer =
            answer_of(input.answers.respondents[member], offering, input.policy, of_these);
        count.base += answer != Answer::None;
        count.users += answer == Answer::Use || answer == Answer::Regular;
        count.regular += answer == Answer::Regular;
    }
    return count;
}

PeopleUsing people_using(const RuleInput& input, const std::function<bool(ToolIndex)>& belongs) {
    std::vector<std::uint32_t> everybody(input.answers.respondents.size());
    std::iota(everybody.begin(), everybody.end(), 0U);
    return people_using(input, everybody, belongs);
}

std::vector<std::size_t> users_by_tool(const RuleInput& input) {
    std::vector<std::size_t> users(input.landscape.tools.size());
    for (const auto& respondent : input.answers.respondents) {
        for (const auto& usage : respondent.usages) {
            users[usage.tool] += weight_of(usage.depth, input.policy) > 0;
        }
    }
    return users;
}

Quantity<Magnitude> counted_share(const RuleInput& input, Message name, const PeopleUsing& count) {
    if (const auto users = count_told(input, count.users); users.hidden()) {
        return Quantity<Magnitude>::unavailable(
            {"reason.confidential.few-people", {{"least", Count(users.least())}}});
    }
    Estimate estimate;
    estimate.value = static_cast<double>(count.users) / static_cast<double>(count.base);
    estimate.n = count.base;
    estimate.level = input.policy.interval_level;
    estimate.reason = {"reason.is-a-count"};
    return Magnitude{std::move(name), estimate, std::nullopt, std::nullopt, 0, 1};
}

bool is_of(const Tool& tool, std::size_t category) {
    return std::ranges::find(tool.categories, category) != tool.categories.end();
}

bool is_retired(const Tool& tool) {
    return tool.status.kind == ToolStatus::Retired;
}

} // namespace assess
