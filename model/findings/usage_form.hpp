// Shares of all usage as the regions of the plane lose and gain tools: what usage_share.hpp sums
// over people, from sums over pairs of tools.
#pragma once

#include "model/findings/usage_share.hpp"
#include "model/statistics/sparse_rows.hpp"

#include <cstddef>
#include <vector>

namespace assess {

class UsageForm {
public:
    /// Costs one pass over all answers, squares of the tools of each person.
    explicit UsageForm(const RuleInput& input);

    [[nodiscard]] bool empty() const { return m_people == 0; }
    /// Placed tools that somebody uses, rising.
    [[nodiscard]] const std::vector<ToolIndex>& tools() const { return m_tools; }
    /// Everybody's shares by tool, as Group::shares has them for one group.
    [[nodiscard]] static SparseRows shares(const RuleInput& input);
    /// `inside`: for each of tools(), whether it lies in the region. Agrees with share_of_usage()
    /// but for the last digits.
    [[nodiscard]] UsageShare share(const std::vector<bool>& inside, const Policy& policy) const;

private:
    std::size_t m_people = 0;
    double m_squares = 0;
    std::vector<ToolIndex> m_tools;
    std::vector<double> m_weights;  ///< of each tool's use, summed over people
    std::vector<double> m_products; ///< of two tools' weights, summed over people; symmetric
};

} // namespace assess
