// The probability distributions that the tests need, computed by Boost.Math in double throughout
// (see in_double.hpp).
#pragma once

namespace assess {

/// Beyond this many, Student's t is the normal distribution to the last bit of a double: no test
/// reports more.
inline constexpr double most_degrees_of_freedom = 1e15;

/// P(|T| >= |t|) for Student's t. `degrees_of_freedom` is positive. Never 0: where the true value
/// is too small for a double, the smallest positive normal double.
double student_t_two_sided(double t, double degrees_of_freedom);

/// The value that Student's t stays below with `probability`, in (0, 1).
double student_t_quantile(double probability, double degrees_of_freedom);

} // namespace assess
