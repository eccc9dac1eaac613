#include "model/statistics/distributions.hpp"

#include "model/statistics/in_double.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace assess {
namespace {

using StudentT = boost::math::students_t_distribution<double, InDouble>;

} // namespace

double student_t_two_sided(double t, double degrees_of_freedom) {
    const double tail = boost::math::cdf(StudentT(degrees_of_freedom), -std::abs(t));
    return std::clamp(2 * tail, std::numeric_limits<double>::min(), 1.0);
}

double student_t_quantile(double probability, double degrees_of_freedom) {
    return boost::math::quantile(StudentT(degrees_of_freedom), probability);
}

} // namespace assess
