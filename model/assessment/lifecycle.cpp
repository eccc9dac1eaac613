#include "model/assessment/lifecycle.hpp"

#include "model/policy/policy.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace assess {
namespace {

bool works_on(const Respondent& respondent, std::size_t stage) {
    return respondent.stages && ((*respondent.stages >> stage) & 1U) != 0;
}

/// Counts in the making.
struct Tally {
    std::size_t base = 0;
    std::size_t people = 0;
    std::size_t covered = 0;
    std::map<ToolIndex, std::size_t> users;

    void add(const Tally& other) {
        base += other.base;
        people += other.people;
        covered += other.covered;
        for (const auto& [tool, count] : other.users) {
            users[tool] += count;
        }
    }
    [[nodiscard]] StageWork work() const {
        StageWork work{base, people, covered, {}};
        std::vector<std::pair<std::size_t, ToolIndex>> order;
        for (const auto& [tool, count] : users) {
            order.emplace_back(count, tool);
        }
        std::ranges::stable_sort(order, [](const auto& a, const auto& b) {
            return a.first > b.first; // tools are sorted by id
        });
        for (const auto& [count, tool] : order) {
            work.tools.push_back(tool);
        }
        return work;
    }
};

class StageCounter {
public:
    StageCounter(const Answers& answers, const Landscape& landscape, const Policy& policy)
        : m_answers(answers), m_landscape(landscape), m_policy(policy) {}

    /// By stage, over these people.
    [[nodiscard]] std::vector<Tally> tally(const std::vector<std::uint32_t>& members) const {
        std::vector<Tally> stages(m_landscape.stages.size());
        for (const auto member : members) {
            const auto& respondent = m_answers.respondents[member];
            if (respondent.stages) {
                add(respondent, stages);
            }
        }
        return stages;
    }

    [[nodiscard]] bool is_used(const Usage& usage) const {
        const auto depth = static_cast<std::size_t>(usage.depth);
        return depth < m_policy.depth_weights.size() && m_policy.depth_weights.at(depth) > 0;
    }

private:
    void add(const Respondent& respondent, std::vector<Tally>& stages) const {
        std::vector<bool> covered(stages.size());
        for (const Usage& usage : respondent.usages) {
            if (!is_used(usage)) {
                continue;
            }
            for (const std::size_t stage : m_landscape.tools[usage.tool].stages) {
                if (works_on(respondent, stage)) {
                    ++stages[stage].users[usage.tool];
                    covered[stage] = true;
                }
            }
        }
        for (std::size_t stage = 0; stage < stages.size(); ++stage) {
            ++stages[stage].base;
            stages[stage].people += works_on(respondent, stage) ? 1U : 0U;
            stages[stage].covered += covered[stage] ? 1U : 0U;
        }
    }

    const Answers& m_answers;
    const Landscape& m_landscape;
    const Policy& m_policy;
};

HandOff make_hand_off(std::size_t from, std::size_t to, const Answers& answers,
                      const std::vector<Group>& groups, const Landscape& landscape,
                      const StageCounter& counter) {
    HandOff hand_off{from, to, std::size_t{0}, {}};
    std::size_t both = 0;
    std::map<ToolIndex, std::uint8_t> sides; // bit 0: somebody at `from` uses it; bit 1: at `to`
    for (const Group& group : groups) {
        for (const auto member : group.members) {
            const auto& respondent = answers.respondents[member];
            const bool here = works_on(respondent, from);
            const bool there = works_on(respondent, to);
            both += here && there ? 1U : 0U;
            for (const Usage& usage : respondent.usages) {
                const Tool& tool = landscape.tools[usage.tool];
                if ((here || there) && counter.is_used(usage) &&
                    (covers(tool, from) || covers(tool, to))) {
                    const auto bits = static_cast<unsigned>(here) | static_cast<unsigned>(there)
                                                                        << 1U;
                    sides[usage.tool] = static_cast<std::uint8_t>(sides[usage.tool] | bits);
                }
            }
        }
    }
    hand_off.both = both;
    for (const auto& [tool, bits] : sides) {
        if (bits == 3) {
            hand_off.tools.push_back(tool);
        }
    }
    return hand_off;
}

} // namespace

bool covers(const Tool& tool, std::size_t stage) {
    return std::ranges::find(tool.stages, stage) != tool.stages.end();
}

Lifecycle make_lifecycle(const Answers& answers, const std::vector<Group>& groups,
                         const Landscape& landscape, const Policy& policy) {
    Lifecycle lifecycle;
    const StageCounter counter(answers, landscape, policy);
    std::vector<Tally> everybody(landscape.stages.size());
    lifecycle.stages.resize(landscape.stages.size());
    for (const Group& group : groups) {
        const auto tallies = counter.tally(group.members);
        for (std::size_t stage = 0; stage < tallies.size(); ++stage) {
            lifecycle.stages[stage].groups.emplace_back(tallies[stage].work());
            everybody[stage].add(tallies[stage]);
        }
    }
    if (everybody.empty() || everybody.front().base == 0) {
        return {};
    }
    for (std::size_t stage = 0; stage < everybody.size(); ++stage) {
        lifecycle.stages[stage].stage = stage;
        lifecycle.stages[stage].everybody = everybody[stage].work();
    }
    for (const auto& ids : hand_off_ids) {
        const auto from = landscape.find_stage(ids.from);
        const auto to = landscape.find_stage(ids.to);
        if (from && to) {
            lifecycle.hand_offs.push_back(
                make_hand_off(*from, *to, answers, groups, landscape, counter));
        }
    }
    return lifecycle;
}

} // namespace assess
