#include "model/recommend/adoption_sums.hpp"

#include "model/assessment/answers.hpp"
#include "model/policy/policy.hpp"

namespace assess {

AdoptionSums::AdoptionSums(const Answers& answers, const Landscape& landscape, const Policy& policy,
                           const Group& group, double weight)
    : m_weight(weight), m_places(landscape.tools.size(), Point{}),
      m_begins(landscape.tools.size() + 1, 0) {
    const auto& tools = landscape.tools;
    for (std::size_t j = 0; j < tools.size(); ++j) {
        if (tools[j].placement) {
            m_places[j] = tools[j].placement->point;
        }
    }
    struct Entry {
        ToolIndex tool;
        Use use;
    };
    std::vector<Entry> entries;
    for (const auto member : group.members) {
        const auto& respondent = answers.respondents[member];
        if (respondent.answered == 0) {
            continue;
        }
        Person person;
        for (const auto& usage : respondent.usages) {
            const double used = weight_of(usage.depth, policy);
            if (used <= 0 || !tools[usage.tool].placement) {
                continue;
            }
            person.weight += used;
            person.moment += used * m_places[usage.tool];
            entries.push_back({usage.tool, {static_cast<std::uint32_t>(m_people.size()), used}});
        }
        m_people.push_back(person);
    }
    // By tool; within each the people stay in order.
    for (const auto& entry : entries) {
        ++m_begins[entry.tool + 1];
    }
    for (std::size_t j = 0; j < tools.size(); ++j) {
        m_begins[j + 1] += m_begins[j];
    }
    m_uses.resize(entries.size());
    auto next = m_begins;
    m_lacking.assign(tools.size(), m_people.size());
    for (const auto& entry : entries) {
        m_uses[next[entry.tool]++] = entry.use;
        m_lacking[entry.tool] -= lacks(entry.use.weight) > 0 ? 0U : 1U;
    }
    m_one = sums(m_weight);
    m_two = sums(2 * m_weight);
}

AdoptionSums::Sums AdoptionSums::sums(double added) const {
    Sums result;
    result.added = added;
    for (const auto& person : m_people) {
        const double inverse = 1 / (person.weight + added);
        result.inverse += inverse;
        result.moments += inverse * person.moment;
    }
    return result;
}

namespace {

/// What one person adds to the sum of positions, less what the common sums hold for them.
template <typename Person, typename Sums>
Point correction(const Person& person, const Sums& sums, const Point& common, const Point& moved,
                 double added) {
    return (person.moment + moved) / (person.weight + added) -
           (person.moment + common) / (person.weight + sums.added);
}

} // namespace

Point AdoptionSums::after(ToolIndex tool) const {
    const Point& place = m_places[tool];
    const Point common = m_weight * place;
    Point total = m_one.moments + m_one.inverse * common;
    for (const auto& use : uses(tool)) {
        const double added = lacks(use.weight);
        total += correction(m_people[use.person], m_one, common, added * place, added);
    }
    return total / static_cast<double>(m_people.size());
}

Point AdoptionSums::after(ToolIndex one, ToolIndex other) const {
    const Point& here = m_places[one];
    const Point& there = m_places[other];
    const Point common = m_weight * (here + there);
    Point total = m_two.moments + m_two.inverse * common;
    const auto first = uses(one);
    const auto second = uses(other);
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < first.size() || k < second.size()) {
        const bool of_first =
            k == second.size() || (i < first.size() && first[i].person <= second[k].person);
        const bool of_second =
            i == first.size() || (k < second.size() && second[k].person <= first[i].person);
        const auto person = of_first ? first[i].person : second[k].person;
        const double added_here = lacks(of_first ? first[i].weight : 0);
        const double added_there = lacks(of_second ? second[k].weight : 0);
        total += correction(m_people[person], m_two, common,
                            added_here * here + added_there * there, added_here + added_there);
        i += of_first ? 1U : 0U;
        k += of_second ? 1U : 0U;
    }
    return total / static_cast<double>(m_people.size());
}

} // namespace assess
