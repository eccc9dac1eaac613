#include "model/findings/usage_form.hpp"

#include <algorithm>
#include <utility>

namespace assess {
namespace {

using Uses = std::vector<std::pair<ToolIndex, double>>;

Uses placed_uses(const RuleInput& input, const Respondent& respondent) {
    Uses uses;
    if (respondent.answered == 0) {
        return uses;
    }
    for (const auto& usage : respondent.usages) {
        const double weight = weight_of(usage.depth, input.policy);
        if (weight > 0 && input.landscape.tools[usage.tool].placement) {
            uses.emplace_back(usage.tool, weight);
        }
    }
    return uses;
}

} // namespace

UsageForm::UsageForm(const RuleInput& input) {
    std::vector<double> weights(input.landscape.tools.size(), 0.0);
    for (const auto& respondent : input.answers.respondents) {
        const auto uses = placed_uses(input, respondent);
        m_people += uses.empty() ? 0U : 1U;
        for (const auto& [tool, weight] : uses) {
            weights[tool] += weight;
            m_squares += weight * weight;
        }
    }
    std::vector<std::size_t> place(weights.size(), 0);
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (weights[j] > 0) {
            place[j] = m_tools.size();
            m_tools.push_back(static_cast<ToolIndex>(j));
            m_weights.push_back(weights[j]);
        }
    }
    m_products.assign(m_tools.size() * m_tools.size(), 0.0);
    for (const auto& respondent : input.answers.respondents) {
        const auto uses = placed_uses(input, respondent);
        for (const auto& [tool, weight] : uses) {
            double* const line = m_products.data() + place[tool] * m_tools.size();
            for (const auto& [other, other_weight] : uses) {
                line[place[other]] += weight * other_weight;
            }
        }
    }
}

SparseRows UsageForm::shares(const RuleInput& input) {
    SparseRows rows;
    for (const auto& respondent : input.answers.respondents) {
        const auto uses = placed_uses(input, respondent);
        double total = 0;
        for (const auto& [tool, weight] : uses) {
            total += weight;
        }
        for (const auto& [tool, weight] : uses) {
            rows.add_entry(tool, weight / total);
        }
        if (!uses.empty()) {
            rows.end_row();
        }
    }
    return rows;
}

UsageShare UsageForm::share(const std::vector<bool>& inside, const Policy& policy) const {
    UsageSums sums;
    sums.people = m_people;
    sums.squares = m_squares;
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        sums.all += m_weights[i];
        sums.inside += inside[i] ? m_weights[i] : 0;
    }
    const double share = sums.inside / sums.all;
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        const double* const line = m_products.data() + i * m_tools.size();
        double product = 0;
        for (std::size_t k = 0; k < m_tools.size(); ++k) {
            product += line[k] * ((inside[k] ? 1 : 0) - share);
        }
        sums.residuals += ((inside[i] ? 1 : 0) - share) * product;
    }
    // Everybody alike: what is left is rounding noise of the products.
    if (sums.residuals < 1e-13 * sums.all * sums.all / static_cast<double>(sums.people)) {
        sums.residuals = 0;
    }
    return share_from(sums, policy);
}

} // namespace assess
