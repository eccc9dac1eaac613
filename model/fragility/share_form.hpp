// How a group's mean position and its covariance follow from where the tools stand: a linear and
// two quadratic forms in the tools' places, so that a draw costs steps by tools and none by people.
#pragma once

#include "model/fragility/tool_places.hpp"
#include "model/statistics/sparse_rows.hpp"

#include <cstddef>
#include <vector>

namespace assess {

struct PlacedMoments {
    Point mean;
    Covariance covariance; ///< with n - 1; zero where n < 2
};

class ShareForm {
public:
    /// Rows: people's shares by tool, each adding up to 1. Costs one pass over the people, squares
    /// of the tools of each; keeps the square of the number of tools in use.
    ShareForm(const SparseRows& shares, std::size_t tools);

    [[nodiscard]] std::size_t people() const { return m_people; }
    /// Agrees with mean_of() and covariance_of() on the people's positions but for the last digits;
    /// a variance below 1e-14 is rounding noise and counts as 0.
    [[nodiscard]] PlacedMoments at(const ToolPlaces& places) const;
    /// Mean share of each tool in use, and which tool it is.
    [[nodiscard]] const std::vector<ToolIndex>& tools() const { return m_tools; }
    [[nodiscard]] const std::vector<double>& means() const { return m_means; }

private:
    std::size_t m_people = 0;
    std::vector<ToolIndex> m_tools; ///< in use, rising
    std::vector<double> m_means;    ///< of the shares
    /// Covariances of the shares: the rows of the triangle from the diagonal on, those off the
    /// diagonal doubled.
    std::vector<double> m_triangle;
};

} // namespace assess
