#include "model/findings/lifecycle_support.hpp"

#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace assess {

namespace {

std::string lower(std::string name) {
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') {
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    }
    return name;
}

} // namespace

std::string stage_name(const RuleInput& input, std::size_t stage) {
    return lower(input.landscape.stages[stage].name);
}

State firm(const RuleInput& input, std::size_t base) {
    return base >= input.policy.share_people ? State::Present : State::Possible;
}

std::string hedge(const RuleInput& input, State state) {
    return state == State::Possible
               ? fmt::format(" Fewer than {} said what they work on, so this may change.",
                             people(input.policy.share_people))
               : std::string();
}

void add_groups(const RuleInput& input, std::span<const std::size_t> stages, Finding& finding) {
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        std::vector<std::string> parts;
        bool works = false;
        std::size_t base = 0;
        for (const auto stage : stages) {
            const auto& work = input.lifecycle->stages[stage].groups[g];
            if (work && work->people && work->base > 0) {
                base = work->base;
                works = works || *work->people > 0;
                parts.push_back(fmt::format("{} on {}",
                                            *work->people == 0 ? "nobody" : grouped(*work->people),
                                            stage_name(input, stage)));
            }
        }
        const auto& group = input.groups[g];
        if (!parts.empty()) {
            finding.evidence.push_back(fmt::format("Of {} who said what they work on: {}.",
                                                   people_of(group, base),
                                                   enumerated(parts, parts.size())));
        }
        if (works) {
            finding.groups.push_back(group.id);
        }
    }
}

std::string more_to_say(const RuleInput& input, std::size_t base, const std::string& what) {
    const auto missing =
        input.policy.share_people - std::min<std::size_t>(base, input.policy.share_people);
    return missing == 0
               ? fmt::format("At least 1 person more has to say whether they work on {}.", what)
               : fmt::format("At least {} have to say whether they work on {}: {} did, {} "
                             "more are needed.",
                             people(input.policy.share_people), what, told(input).number(base),
                             grouped(missing));
}

} // namespace assess
