// The parts of the JSON report.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace assess::reports {

/// Adds `name` and `name_reason`: a finite number and null, or null and the reason.
void put(nlohmann::ordered_json& object, const std::string& name, double value);
void put_unavailable(nlohmann::ordered_json& object, const std::string& name,
                     const std::string& reason);

/// x and y.
nlohmann::ordered_json point_json(const Point& point);
/// x and y, and the places on both diagonals.
nlohmann::ordered_json place_json(const Point& point);

/// The value, its interval or the reason why there is none, level and n.
nlohmann::ordered_json estimate_json(const Estimate& estimate);

nlohmann::ordered_json json_of(const Group& group, const Landscape& landscape);
nlohmann::ordered_json json_of(const Comparison& comparison, const GapReport& report);
nlohmann::ordered_json json_of(const Finding& finding, const Landscape& landscape);

/// Tools and groups by their ids, findings by rule and subject.
nlohmann::ordered_json json_of(const Recommendation& recommendation, const GapReport& report);
/// One rule's verdict before and after.
nlohmann::ordered_json json_of(const FindingChange& change);
/// What every document begins with: format, program, answer, landscape, seed, grouping, policy,
/// promise, and where the answers came from.
void put_head(nlohmann::ordered_json& json, std::string_view format, const std::string& answer,
              const GapReport& report);

/// Hidden groups, the lifecycle, scores and comments; each only where there are any.
void put_said(nlohmann::ordered_json& json, const GapReport& report);

} // namespace assess::reports
