#include "model/statistics/sample.hpp"

#include <algorithm>
#include <cmath>

namespace assess {

double mean_of(std::span<const double> values) {
    if (values.empty()) {
        return 0;
    }
    double sum = 0;
    for (const double value : values) {
        sum += value - values.front();
    }
    return values.front() + sum / static_cast<double>(values.size());
}

Sample summarize(std::span<const double> values) {
    Sample sample{.n = values.size(), .mean = mean_of(values)};
    if (values.size() < 2) {
        return sample;
    }
    double sum = 0;
    double largest = 0;
    for (const double value : values) {
        const double deviation = value - sample.mean;
        sum += deviation * deviation;
        largest = std::max(largest, std::abs(value));
    }
    const double variance = sum / static_cast<double>(values.size() - 1);
    if (std::sqrt(variance) > negligible * largest) {
        sample.variance = variance;
    }
    return sample;
}

} // namespace assess
