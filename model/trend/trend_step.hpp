// One step of a trend: from one assessment to another.
#pragma once

#include "model/trend/trend.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace assess {

/// One assessment as the steps look at it: the people whom its report shows, and where they stand.
/// Unlike the report it keeps single people also where they are confidential.
struct Assessment {
    std::string name;
    Answers answers;
    std::vector<Group> groups;
    const GapReport* report = nullptr; ///< must outlive this
};

Assessment make_assessment(std::string name, Answers answers, const GapReport& report);

/// `from` and `to`: their indices in the trend. Adds what should be said of it to `warnings`.
TrendStep make_step(const std::vector<Assessment>& assessments, std::size_t from, std::size_t to,
                    std::vector<Message>& warnings);

} // namespace assess
