#include "model/findings/lifecycle_support.hpp"

#include "model/assessment/arguments.hpp"

#include <vector>

namespace assess {

Name stage_name(const RuleInput& input, std::size_t stage) {
    return {input.landscape.stages[stage].name};
}

People people_at_work(const RuleInput& input, const Quantity<std::size_t>& number) {
    return {std::nullopt, number ? Count(*number) : Count(1, input.answers.promise.least_told())};
}

State firm(const RuleInput& input, std::size_t base) {
    return base >= input.policy.share_people ? State::Present : State::Possible;
}

Message hedge(const RuleInput& input, std::size_t base) {
    return base < input.policy.share_people
               ? Message{"lifecycle-hole.hedge",
                         {{"least", plain_people(input.policy.share_people)}}}
               : Message();
}

void add_groups(const RuleInput& input, std::span<const std::size_t> stages, Finding& finding) {
    for (std::size_t g = 0; g < input.groups.size(); ++g) {
        std::vector<Value> parts;
        bool works = false;
        std::size_t base = 0;
        for (const auto stage : stages) {
            const auto& work = input.lifecycle->stages[stage].groups[g];
            if (work && work->people && work->base > 0) {
                base = work->base;
                works = works || *work->people > 0;
                parts.emplace_back(Message{"lifecycle-hole.part",
                                           {{"people", plain_people(*work->people)},
                                            {"stage", stage_name(input, stage)}}});
            }
        }
        const auto& group = input.groups[g];
        if (!parts.empty()) {
            finding.evidence.push_back(
                {"lifecycle-hole.group",
                 {{"people", people_told(group, base)}, {"parts", List(std::move(parts))}}});
        }
        if (works) {
            finding.groups.push_back(group.id);
        }
    }
}

Message more_to_say(const RuleInput& input, std::size_t base, const Value& what) {
    const auto least = input.policy.share_people;
    return base >= least ? Message{"lifecycle-hole.one-more-to-say", {{"what", what}}}
                         : Message{"lifecycle-hole.more-to-say",
                                   {{"least", plain_people(least)},
                                    {"what", what},
                                    {"said", count_told(input, base)},
                                    {"more", Count(least - base)}}};
}

const StageWork* work_on(const AdoptionSubject& subject, std::size_t stage, std::size_t group) {
    for (const auto& row : subject.input.lifecycle->stages) {
        if (row.stage == stage && row.groups[group]) {
            return &*row.groups[group];
        }
    }
    return nullptr;
}

std::size_t at_work(const AdoptionSubject& subject, std::size_t stage) {
    const auto* work = work_on(subject, stage, subject.group_index);
    return work != nullptr && work->people ? *work->people : 0;
}

} // namespace assess
