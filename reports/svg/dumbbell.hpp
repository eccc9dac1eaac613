// Before and after on one line: a ring for today, a disc for what would be, a bar for how sure
// that is. A column of them shares one scale.
#pragma once

#include "model/policy/policy.hpp"
#include "model/statistics/quantity.hpp"

#include <span>
#include <string>
#include <vector>

namespace assess::reports {

struct Dumbbell {
    Estimate before;
    Quantity<Estimate> after;
};

class DumbbellScale {
public:
    /// Holds every value, its interval, zero and the thresholds of a gap in its direction.
    DumbbellScale(std::span<const Dumbbell> rows, const Policy& policy);

    /// The column's head: the thresholds, and today's value where it is the same for all rows. As
    /// wide as its place, from 190 pixels on without two texts that meet. Says nothing to a screen
    /// reader: the cells beside it hold the numbers.
    [[nodiscard]] std::string axis() const;
    /// One row of the column, as wide as its place.
    [[nodiscard]] std::string row(const Dumbbell& dumbbell) const;

private:
    [[nodiscard]] std::string at(double value) const; ///< "35.2%"
    [[nodiscard]] double percent_at(double value) const;

    double m_low = 0;
    double m_high = 1;
    std::vector<double> m_ticks; ///< thresholds within the scale, and zero
    Quantity<double> m_today;    ///< of all rows
};

} // namespace assess::reports
