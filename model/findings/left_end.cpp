// left-end, on the building diagonal: does the organization build software and hardly any models?
//
// A share rule: present when the interval of the share of all usage that lies left of
// Policy::left_end_building is wholly at or above left_end_share (usage_share.hpp says which
// interval, and from how many people on).
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {

namespace left_end_rule {
namespace {

constexpr std::string_view question =
    "whether the organization stays at the software end of the building diagonal";

constexpr std::string_view end_in_words = "the software end";

double building(const Tool& tool) {
    return along(Diagonal::Building, tool.placement->point);
}

bool on_the_right(const Tool& tool) {
    return tool.placement && building(tool) > 0;
}

/// What researchers (everybody, where roles are not the grouping) have on the right.
struct RightSide {
    std::string whose;
    PeopleUsing people;
    std::vector<ToolIndex> tools; ///< by users, most first
};

RightSide right_side(const RuleInput& input) {
    RightSide right;
    const auto& tools = input.landscape.tools;
    const auto belongs = [&](ToolIndex j) { return on_the_right(tools[j]); };
    const auto* researchers = group_of(input, Role::Researcher);
    std::vector<std::size_t> users(tools.size());
    for (const auto& group : input.groups) {
        if (researchers != nullptr && &group != researchers) {
            continue;
        }
        for (std::size_t j = 0; j < tools.size(); ++j) {
            users[j] += group.tools[j].users;
        }
    }
    right.whose = researchers != nullptr ? "researchers" : "people";
    right.people = researchers != nullptr ? people_using(input, researchers->members, belongs)
                                          : people_using(input, belongs);
    for (ToolIndex j = 0; j < tools.size(); ++j) {
        if (users[j] > 0 && belongs(j)) {
            right.tools.push_back(j);
        }
    }
    std::ranges::stable_sort(right.tools,
                             [&](ToolIndex a, ToolIndex b) { return users[a] > users[b]; });
    return right;
}

std::string on_right_sentence(const RuleInput& input, const RightSide& right) {
    if (right.people.base == 0) {
        return fmt::format("No {} were asked about a tool on the right half of the diagonal.",
                           right.whose);
    }
    if (right.people.users == 0) {
        return right.people.base == 1
                   ? std::string("On the right half, the one person asked uses no tool.")
                   : fmt::format("On the right half, none of {} {} uses any tool.",
                                 grouped(right.people.base), right.whose);
    }
    return fmt::format(
        "On the right half, {} of {} {} {} {}: {}.", told(input).number(right.people.users),
        grouped(right.people.base), right.whose, told(input).uses(right.people.users),
        counted(right.tools.size(), "tool"), tool_names(input.landscape, right.tools));
}

std::string says(const Estimate& share, State state, const Policy& policy) {
    const auto end = fmt::format("at the software end of the building diagonal (below {})",
                                 decimal(policy.left_end_building));
    switch (state) {
    case State::Present:
        return fmt::format("The organization builds software and hardly any models: {} of all "
                           "usage lies {}, at least {}.",
                           percent(share.value), end, percent(*share.lower));
    case State::Possible:
        return fmt::format("The organization may build software and hardly any models: {} of all "
                           "usage lies {}, though {} also fits the answers.",
                           percent(share.value), end, percent(*share.lower));
    case State::Absent:
        return fmt::format("Usage does not pile up at the software end: {} of it lies there, and "
                           "no more than {}.",
                           percent(share.value), percent(*share.upper));
    case State::Undetermined:
        break;
    }
    if (!share.has_interval()) {
        return fmt::format("Nobody can say yet {}: {} of the usage of {} lies there, and {}.",
                           question, percent(share.value), people(share.n), share.reason);
    }
    return fmt::format("The answers leave open {}: {} of all usage lies there, and up to {} fits "
                       "them.",
                       question, percent(share.value), percent(*share.upper));
}

std::string means(const RuleInput& input, const Estimate& share, State state,
                  const RightSide& right) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return right.people.users > 0
                   ? fmt::format("What is used on the right, {}, stands beside the common way of "
                                 "working, which has {} of all usage.",
                                 tool_names(input.landscape, right.tools), percent(share.value))
                   : fmt::format("With {} of all usage at the software end, whoever builds models "
                                 "here has no tool made for it.",
                                 percent(share.value));
    case State::Absent:
        return right.tools.empty()
                   ? fmt::format("{} of all usage lies elsewhere than at the software end.",
                                 percent(1 - share.value))
                   : fmt::format("Tools that build models, {}, have a real part in the work.",
                                 tool_names(input.landscape, right.tools));
    case State::Undetermined:
        break;
    }
    return fmt::format("Nothing follows from {} at the software end yet.", percent(share.value));
}

/// "3 of 5 researchers"; whoever of them was asked.
std::string users_on_the_right(const RuleInput& input, const RightSide& right) {
    return fmt::format("{} of {} {}", told(input).number(right.people.users),
                       grouped(right.people.base), right.whose);
}

std::vector<std::string> actions(const RuleInput& input, const Estimate& share,
                                 const RightSide& right) {
    std::vector<std::string> list{fmt::format(
        "If you do not mean to build models, the software end, with {} of all usage, is where you "
        "belong: leave it as it is.",
        percent(share.value))};
    std::vector<std::string> categories;
    for (std::size_t c = 0; c < input.landscape.categories.size(); ++c) {
        const auto& category = input.landscape.categories[c];
        const bool used = std::ranges::any_of(
            right.tools, [&](ToolIndex tool) { return is_of(input.landscape.tools[tool], c); });
        if (category.quadrant == Quadrant::SpecializedMlTools && category.ring <= Ring::Trial &&
            !used) {
            categories.push_back(with_ring(category).words());
        }
    }
    if (!categories.empty()) {
        list.push_back(fmt::format("If you do, buy one specialized tool first, of a kind that {} "
                                   "lack: {}. {}",
                                   right.whose, enumerated(categories, 3, "or"),
                                   first_step_in(Ring::Trial, people(share.n)).words()));
    } else if (right.people.users == 0) {
        list.push_back(fmt::format("If you do, no adoption mends the {} at the software end: the "
                                   "landscape has no specialized ML tool in the adopt or trial "
                                   "ring. Build a connector to what you make yourselves.",
                                   percent(share.value)));
    }
    if (!right.tools.empty()) {
        list.push_back(fmt::format(
            "Give {} a supported place: {} use a tool on the right, so train "
            "more people on it, and join it to the pipeline with a "
            "connector.",
            input.landscape.tools[right.tools.front()].name, users_on_the_right(input, right)));
    }
    return list;
}

std::string flips_when(const UsageShare& share, State state, const Policy& policy) {
    const auto threshold = percent(policy.left_end_share);
    switch (state) {
    case State::Present:
        return fmt::format("It would be only possible if the interval's lower end, {}, fell below "
                           "{}.",
                           percent_against(*share.estimate.lower, policy.left_end_share),
                           threshold);
    case State::Absent:
        return fmt::format("It would be open again if the interval's upper end, {}, reached {}.",
                           percent_against(*share.estimate.upper, policy.left_end_share),
                           threshold);
    default:
        return settling_share(share, policy.left_end_share, policy, end_in_words);
    }
}

std::vector<Finding> judge(const RuleInput& input) {
    auto finding = start_finding("left-end", id_of(Diagonal::Building));
    const auto& policy = input.policy;
    const auto share = share_of_usage(
        input, [&](const Tool& tool) { return building(tool) < policy.left_end_building; });
    if (!share) {
        leave_open(input, finding, question, share.reason(), placed_lacking(input));
        return {finding};
    }
    const auto right = right_side(input);
    const auto& estimate = share->estimate;
    finding.state = at_least(estimate, policy.left_end_share);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(estimate, finding.state, policy);
    finding.means = means(input, estimate, finding.state, right);
    finding.magnitude = Magnitude{std::string("share of all usage at the software end"),
                                  estimate,
                                  policy.left_end_share,
                                  std::nullopt,
                                  0,
                                  1};
    finding.evidence.push_back(fmt::format("Usage at the software end: {}, from {} with a place on "
                                           "the plane.",
                                           share_with_interval(estimate), people(estimate.n)));
    finding.evidence.push_back(on_right_sentence(input, right));
    finding.tools = right.tools;
    finding.flips_when = flips_when(*share, finding.state, policy);
    if (stands) {
        for (auto& action : actions(input, estimate, right)) {
            finding.actions.push_back(std::move(action));
        }
    }
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.insert(finding.actions.begin(),
                               settling_share(*share, policy.left_end_share, policy, end_in_words));
    }
    return {finding};
}

} // namespace
} // namespace left_end_rule

namespace rule {
extern const Rule left_end;
const Rule left_end{"left-end", "Does the organization build software and hardly any models?",
                    left_end_rule::judge};
} // namespace rule

} // namespace assess
