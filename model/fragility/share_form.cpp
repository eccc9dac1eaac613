#include "model/fragility/share_form.hpp"

#include <cmath>

namespace assess {
namespace {

constexpr double rounding_noise = 1e-14;

} // namespace

ShareForm::ShareForm(const SparseRows& shares, std::size_t tools) : m_people(shares.rows()) {
    std::vector<double> sums(tools, 0.0);
    for (std::size_t i = 0; i < shares.values.size(); ++i) {
        sums[shares.columns[i]] += shares.values[i];
    }
    std::vector<std::size_t> place(tools, 0);
    for (std::size_t j = 0; j < tools; ++j) {
        if (sums[j] > 0) {
            place[j] = m_tools.size();
            m_tools.push_back(static_cast<ToolIndex>(j));
            m_means.push_back(sums[j] / static_cast<double>(m_people));
        }
    }
    const std::size_t used = m_tools.size();
    const auto n = static_cast<double>(m_people);
    std::vector<double> products(used * used, 0.0);
    for (std::size_t row = 0; row < shares.rows(); ++row) {
        const auto columns = shares.row_columns(row);
        const auto values = shares.row_values(row);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            double* const line = products.data() + place[columns[i]] * used;
            for (std::size_t k = i; k < columns.size(); ++k) {
                line[place[columns[k]]] += values[i] * values[k];
            }
        }
    }
    m_triangle.reserve(used * (used + 1) / 2);
    for (std::size_t i = 0; i < used; ++i) {
        for (std::size_t k = i; k < used; ++k) {
            const double covariance =
                m_people < 2 ? 0 : (products[i * used + k] - n * m_means[i] * m_means[k]) / (n - 1);
            m_triangle.push_back(i == k ? covariance : 2 * covariance);
        }
    }
}

PlacedMoments ShareForm::at(const ToolPlaces& places) const {
    PlacedMoments moments;
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        moments.mean += m_means[i] * places[m_tools[i]];
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    const double* entry = m_triangle.data();
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        // About the mean: less is lost where the group stands far out.
        double x = 0;
        double y = 0;
        for (std::size_t k = i; k < m_tools.size(); ++k) {
            const Point& other = places[m_tools[k]];
            x += *entry * (other.x - moments.mean.x);
            y += *entry * (other.y - moments.mean.y);
            ++entry;
        }
        const Point here = places[m_tools[i]] - moments.mean;
        xx += here.x * x;
        yy += here.y * y;
        // The doubled triangle gives x'My and y'Mx once each way: their mean is what is meant.
        xy += (here.x * y + here.y * x) / 2;
    }
    const auto cleaned = [](double variance) { return variance < rounding_noise ? 0.0 : variance; };
    moments.covariance = {cleaned(xx), std::abs(xy) < rounding_noise ? 0.0 : xy, cleaned(yy)};
    return moments;
}

} // namespace assess
