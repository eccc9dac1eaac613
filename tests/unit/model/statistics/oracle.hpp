// What the tests against tests/oracles share.
#pragma once

#include <Eigen/Core>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

namespace assess {

inline nlohmann::json read_oracle(const std::string& name) {
    return nlohmann::json::parse(std::ifstream(ASSESS_SOURCE_DIR "/tests/oracles/" + name));
}

/// A list of pairs, in multiples of 1 / unit.
inline Eigen::MatrixX2d matrix_of(const nlohmann::json& rows, double unit = 1) {
    Eigen::MatrixX2d result(static_cast<Eigen::Index>(rows.size()), 2);
    Eigen::Index i = 0;
    for (const auto& row : rows) {
        result.row(i++) << row[0].get<double>() / unit, row[1].get<double>() / unit;
    }
    return result;
}

/// Relative to the expected value's size, or to `floor` where that is smaller.
inline void expect_close(double value, const nlohmann::json& expected, double relative = 1e-11,
                         double floor = 1e-3) {
    const double reference = expected.get<double>();
    EXPECT_NEAR(value, reference, relative * std::max(std::abs(reference), floor));
}

} // namespace assess
