// The parts of the JSON report.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace assess::reports {

/// Adds `name` and `name_reason`: a finite number and null, or null and the reason.
void put(nlohmann::ordered_json& object, const std::string& name, double value);
void put_unavailable(nlohmann::ordered_json& object, const std::string& name,
                     const std::string& reason);

nlohmann::ordered_json json_of(const Group& group, const Landscape& landscape);
nlohmann::ordered_json json_of(const Comparison& comparison, const GapReport& report);
nlohmann::ordered_json json_of(const Finding& finding, const Landscape& landscape);

/// Hidden groups, the lifecycle, scores and comments; each only where there are any.
void put_said(nlohmann::ordered_json& json, const GapReport& report);

} // namespace assess::reports
