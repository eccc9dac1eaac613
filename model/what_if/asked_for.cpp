#include "model/what_if/asked_for.hpp"

#include "model/findings/ladder.hpp"
#include "model/findings/rule_support.hpp"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

/// One group of the pair and a tool that it could take up, before one finding.
struct Subject {
    const RuleInput& input;
    const Finding& finding;
    const Group& group;
    const Group& other;
    std::size_t group_index;
    std::size_t other_index;
    ToolIndex index;

    [[nodiscard]] const Tool& tool() const { return input.landscape.tools[index]; }
    [[nodiscard]] Point place() const { return tool().placement->point; }
    /// Somebody uses it; under a confidential promise more than a few.
    [[nodiscard]] bool other_uses() const {
        const auto users = other.tools[index].users;
        return users > 0 && !count_told(input, users).hidden();
    }
};

bool is_rung_in_the_break(const Subject& subject) {
    return std::ranges::find(subject.finding.tools, subject.index) != subject.finding.tools.end() &&
           subject.group.n >= people_for_a_rung(subject.group.n, subject.input.policy);
}

bool is_used_by_the_other(const Subject& subject) {
    return subject.other_uses();
}

bool is_of_the_missing_basics(const Subject& subject) {
    const auto category = subject.input.landscape.find_category(subject.finding.subject);
    if (!category || !is_of(subject.tool(), *category)) {
        return false;
    }
    for (ToolIndex j = 0; j < subject.group.tools.size(); ++j) {
        if (subject.group.tools[j].users > 0 &&
            is_of(subject.input.landscape.tools[j], *category)) {
            return false;
        }
    }
    return true;
}

const StageWork* work_on(const Subject& subject, std::size_t stage, std::size_t group) {
    for (const auto& row : subject.input.lifecycle->stages) {
        if (row.stage == stage && row.groups[group]) {
            return &*row.groups[group];
        }
    }
    return nullptr;
}

/// How many of the group are known to work on the stage.
std::size_t at_work(const Subject& subject, std::size_t stage) {
    const auto* work = work_on(subject, stage, subject.group_index);
    return work != nullptr && work->people ? *work->people : 0;
}

/// With the group's people at work on the stage, enough would use a tool that covers it.
bool fills_stage(const Subject& subject, const StageRow& row) {
    const auto people = at_work(subject, row.stage);
    if (people == 0 || !covers(subject.tool(), row.stage)) {
        return false;
    }
    const auto& own = *row.groups[subject.group_index];
    const std::size_t elsewhere = row.everybody.covered && own.covered
                                      ? *row.everybody.covered - *own.covered
                                      : std::size_t{0};
    return people + elsewhere >= subject.input.policy.lifecycle_people;
}

/// One of the two stages is covered, and somebody would use the tool on both sides.
bool carries(const Subject& subject, const HandOff& hand_off) {
    if (!covers(subject.tool(), hand_off.from) && !covers(subject.tool(), hand_off.to)) {
        return false;
    }
    const bool here = at_work(subject, hand_off.from) > 0;
    const bool there = at_work(subject, hand_off.to) > 0;
    if (here && there) {
        return true;
    }
    const auto used_by_other_on = [&](std::size_t stage) {
        const auto* work = work_on(subject, stage, subject.other_index);
        return work != nullptr &&
               std::ranges::find(work->tools, subject.index) != work->tools.end();
    };
    return (here && used_by_other_on(hand_off.to)) || (there && used_by_other_on(hand_off.from));
}

bool fills_the_hole(const Subject& subject) {
    if (subject.input.lifecycle == nullptr) {
        return false;
    }
    const auto& stages = subject.input.landscape.stages;
    for (const auto& row : subject.input.lifecycle->stages) {
        if (stages[row.stage].id == subject.finding.subject) {
            return fills_stage(subject, row);
        }
    }
    for (const auto& hand_off : subject.input.lifecycle->hand_offs) {
        if (stages[hand_off.from].id + "-to-" + stages[hand_off.to].id == subject.finding.subject) {
            return carries(subject, hand_off);
        }
    }
    return false;
}

bool is_in_the_quadrant(const Subject& subject) {
    return id_of(quadrant_of(subject.place())) == subject.finding.subject;
}

bool is_on_the_right(const Subject& subject) {
    return along(Diagonal::Building, subject.place()) > 0;
}

bool is_on_its_home_side(const Subject& subject) {
    if (std::ranges::find(subject.finding.groups, subject.group.id) ==
        subject.finding.groups.end()) {
        return false;
    }
    const double x = subject.place().x;
    return (subject.group.role == Role::Researcher && x > 0) ||
           (subject.group.role == Role::Engineer && x < 0);
}

struct Ask {
    std::string_view id;
    bool (*asks)(const Subject&); ///< nothing: only the gap is asked for
};

constexpr std::array ask_table{
    Ask{"opposite-ends", nullptr},
    Ask{"broken-ladder", is_rung_in_the_break},
    Ask{"no-common-ground", is_used_by_the_other},
    Ask{"missing-basics", is_of_the_missing_basics},
    Ask{"lifecycle-hole", fills_the_hole},
    Ask{"empty-quadrant", is_in_the_quadrant},
    Ask{"left-end", is_on_the_right},
    Ask{"one-region", is_on_its_home_side},
};

const Ask* ask_of(std::string_view id) {
    const auto* found = std::ranges::find(ask_table, id, &Ask::id);
    return found == ask_table.end() ? nullptr : &*found;
}

} // namespace

Message asks_for(const Finding& finding) {
    return finding.rule->adoption.what;
}

bool asks(const Finding& finding) {
    // Nobody far from home: staying in one region can be a good choice.
    const bool content = finding.id == "one-region" && finding.groups.empty();
    return stands(finding) && finding.severity > Severity::Info && ask_of(finding.id) != nullptr &&
           !content;
}

AskedFor::AskedFor(const RuleInput& input, std::span<const Finding> findings)
    : m_input(input), m_findings(findings) {
    for (std::size_t i = 0; i < findings.size() && m_asking.size() < most_asking; ++i) {
        if (!asks(findings[i])) {
            continue;
        }
        m_asking.push_back(i);
        if (findings[i].id != "opposite-ends" || input.comparison == nullptr) {
            continue;
        }
        for (const auto diagonal : diagonals) {
            const auto d = static_cast<std::size_t>(diagonal);
            const auto& gap = input.comparison->diagonal.at(d);
            if (findings[i].subject == id_of(diagonal) && gap) {
                m_gap_before.at(d) = std::abs(gap->gap.value);
                m_gap_bit.at(d) = m_asking.size() - 1;
            }
        }
    }
}

FindingSet AskedFor::by_tool(ToolIndex tool, std::size_t side) const {
    FindingSet set;
    if (m_input.comparison == nullptr) {
        return set;
    }
    const std::array pair{m_input.comparison->first, m_input.comparison->second};
    const auto group = pair.at(side);
    const auto other = pair.at(1 - side);
    for (std::size_t bit = 0; bit < m_asking.size(); ++bit) {
        const auto& finding = m_findings[m_asking[bit]];
        const auto* ask = ask_of(finding.id);
        set[bit] = ask->asks != nullptr && ask->asks({m_input, finding, m_input.groups[group],
                                                      m_input.groups[other], group, other, tool});
    }
    return set;
}

FindingSet AskedFor::by_gap(const Gaps& after) const {
    FindingSet set;
    for (std::size_t d = 0; d < after.size(); ++d) {
        const auto before = m_gap_before.at(d);
        if (!before) {
            continue;
        }
        const double step = *before - std::abs(after.at(d));
        const auto other = m_gap_before.at(1 - d);
        const double price = other ? std::abs(after.at(1 - d)) - *other : 0;
        // 0.155 to 0.15 is a step, whatever rounding makes of the difference.
        set[m_gap_bit.at(d)] = step >= smallest_step - 1e-12 && step > price;
    }
    return set;
}

bool AskedFor::names(Diagonal diagonal) const {
    return std::ranges::any_of(m_asking, [&](std::size_t index) {
        const auto& finding = m_findings[index];
        return (finding.id == "opposite-ends" || finding.id == "broken-ladder") &&
               finding.subject == id_of(diagonal);
    });
}

} // namespace assess
