// Boost.Math in double throughout: its default, long double inside, gives other last digits where
// long double is another type. For sources that compute with Boost.Math, not for headers.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace assess {

using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                               boost::math::policies::promote_float<false>>;

} // namespace assess
