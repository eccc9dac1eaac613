#include "model/recommend/asked_for.hpp"

#include "model/findings/adoption_subject.hpp"

#include <algorithm>
#include <cmath>

namespace assess {

Message asks_for(const Finding& finding) {
    return finding.rule->adoption.what;
}

bool asks(const Finding& finding) {
    const auto& ask = finding.rule->adoption;
    return stands(finding) && finding.severity > Severity::Info && !Message(ask.what).empty() &&
           (ask.only_if == nullptr || ask.only_if(finding));
}

AskedFor::AskedFor(const RuleInput& input, std::span<const Finding> findings)
    : m_input(input), m_findings(findings) {
    for (std::size_t i = 0; i < findings.size() && m_asking.size() < most_asking; ++i) {
        if (!asks(findings[i])) {
            continue;
        }
        m_asking.push_back(i);
        const auto diagonal = diagonal_of(findings[i]);
        if (findings[i].rule->topic != Topic::Gap || input.comparison == nullptr || !diagonal) {
            continue;
        }
        const auto d = static_cast<std::size_t>(*diagonal);
        if (const auto& gap = input.comparison->diagonal.at(d)) {
            m_gap_before.at(d) = std::abs(gap->gap.value);
            m_gap_bit.at(d) = m_asking.size() - 1;
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
        const auto& ask = finding.rule->adoption;
        set[bit] = ask.met_by != nullptr && ask.met_by({m_input, finding, m_input.groups[group],
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
        const auto topic = finding.rule->topic;
        return (topic == Topic::Gap || topic == Topic::Stretch) &&
               finding.subject == id_of(diagonal);
    });
}

} // namespace assess
