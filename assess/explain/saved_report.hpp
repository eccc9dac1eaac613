// A gap report as it was saved in JSON: what `assess explain` needs of it.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "model/policy/policy.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {

struct SavedReport { // NOLINT(bugprone-exception-escape): moving a JSON value throws nothing
    nlohmann::json json;
    Policy policy;
    GapReportSettings settings; ///< grouping, pair and seed, as it was made
    std::string edition;
    std::string digest;
    bool confidential = false;
};

/// Throws InputError where the text is no gap report.
SavedReport read_saved_report(std::string_view text, const std::string& file);

/// The finding of this name: "opposite-ends building", the two joined by a space, a comma, a colon
/// or a slash; or the rule's name alone where it has one finding. Throws InputError with the
/// closest names, or with the subjects that the rule has.
const nlohmann::json& finding_named(const SavedReport& report, const std::string& name);

} // namespace assess
