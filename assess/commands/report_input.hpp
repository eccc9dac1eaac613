// From the command line to a gap report: the options and the reading that every command with an
// INPUT of answers shares.
#pragma once

#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "model/gap_report/gap_report.hpp"

#include <vector>

namespace assess {

/// INPUT.
std::vector<Positional> report_positionals();

/// --map, --by, --between, --unknown, --policy, --seed and the landscape's options.
void append_report_options(std::vector<Option>& table);

/// What --by, --between and --seed say, and the policy in --policy.
GapReportSettings report_settings(const Arguments& arguments);
Policy policy_for(const Arguments& arguments);

/// Everything that a gap report is made of, read but not computed.
struct ReportInput {
    Answers answers;
    Landscape landscape;
    Policy policy;
    GapReportSettings settings;
};

/// Reads. What is wrong with the options is refused before a long read of the input. Progress goes
/// to the error stream where that is a terminal. Of a confidential round the set of people is on
/// the disk's record when this returns (store_input.hpp).
ReportInput report_input(const Arguments& arguments, Streams& streams);

/// Reads and computes.
GapReport gap_report_for(const Arguments& arguments, Streams& streams);

} // namespace assess
