// A gap report as it was saved: what an explanation needs of it. Its sentences are in the words
// that it was saved in. reports/json/saved_report.hpp reads it.
#pragma once

#include "model/findings/finding.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/policy/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assess {

struct SavedGroup {
    std::string id;
    std::string name;
    std::optional<double> listed; ///< nothing where the report does not tell it, as the others
    std::optional<double> answered;
    std::optional<double> placed;
};

/// The gap on one diagonal, with what its interval is made of.
struct SavedGap {
    double estimate = 0;
    double sampling_variance = 0;
    double landscape_variance = 0;
    double degrees_of_freedom = 0; ///< above 0
    double level = 0;              ///< between 0 and 1
    double lower = 0;
    double upper = 0;
};

struct SavedMagnitude {
    std::string name;
    std::optional<double> estimate;
    std::optional<double> n;
    std::optional<double> level;
    std::optional<double> lower;
    std::optional<double> upper;
    std::optional<double> threshold;
};

struct SavedFinding {
    std::string id;
    std::string subject;
    State state = State::Undetermined;
    Severity severity = Severity::None;
    std::string says;
    std::vector<std::string> evidence;
    std::string flips_when;
    std::vector<std::string> groups; ///< ids
    std::optional<SavedMagnitude> magnitude;
    std::string no_magnitude;         ///< why there is none; may be empty
    std::optional<double> flip_share; ///< of the draws of the tools' places
    std::optional<SavedGap> gap;      ///< on the diagonal that it is about
};

struct SavedReport {
    Policy policy;
    GapReportSettings settings; ///< grouping, pair and seed, as it was made
    std::string edition;
    std::string digest;
    bool confidential = false;
    std::vector<SavedGroup> groups;
    std::vector<SavedFinding> findings;
};

/// The finding of this name: "opposite-ends building", the two joined by a space, a comma, a colon
/// or a slash; or the rule's name alone where it has one finding. Throws InputError with the
/// closest names, or with the subjects that the rule has.
const SavedFinding& finding_named(const SavedReport& report, const std::string& name);

} // namespace assess
