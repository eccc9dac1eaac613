#include "model/statistics/fisher_f.hpp"

#include "model/statistics/in_double.hpp"

#include <boost/math/distributions/fisher_f.hpp>

#include <algorithm>
#include <limits>

namespace assess {
namespace {

using FisherF = boost::math::fisher_f_distribution<double, InDouble>;

} // namespace

double fisher_f_upper(double f, double freedom_above, double freedom_below) {
    const double tail =
        boost::math::cdf(boost::math::complement(FisherF(freedom_above, freedom_below), f));
    return std::clamp(tail, std::numeric_limits<double>::min(), 1.0);
}

} // namespace assess
