// From the command line to a gap report: the options and the reading that every command with an
// INPUT of answers shares.
#pragma once

#include "assess/commands/landscape_options.hpp"
#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "model/gap_report/gap_report.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assess {

/// INPUT.
std::vector<Positional> report_positionals();

/// --map, --round, --by, --between, --unknown, --policy, --seed and the landscape's options.
void append_report_options(std::vector<Option>& table);

/// How a file of answers is read: --map and --unknown.
struct ReadingOptions {
    std::optional<std::string> mapping;
    std::optional<std::string> unknown; ///< "error", "keep"
};
ReadingOptions reading_options(const Arguments& arguments);

/// What append_report_options() offers, and the first argument.
struct ReportOptions {
    std::filesystem::path input;
    ReadingOptions reading;
    std::optional<std::string> round;
    std::optional<std::string> policy; ///< a file
    LandscapeOptions landscape;
    GapReportSettings settings; ///< what --by, --between and --seed say
};
ReportOptions report_options(const Arguments& arguments, Diagnostics& problems);

/// The file of an argument; "-" is the standard input.
std::filesystem::path input_file(const std::string& name);

/// Reads a file of answers. Progress goes to the error stream where that is a terminal.
Answers answers_in_file(const std::filesystem::path& file, const ReadingOptions& options,
                        Landscape& landscape, Streams& streams);

Policy read_policy(const ReportOptions& options);

/// Everything that a gap report is made of, read but not computed.
struct ReportInput {
    Answers answers;
    Landscape landscape;
    Policy policy;
    GapReportSettings settings;
};

/// Reads the policy, the landscape and then the answers. Of a confidential round the set of people
/// is on the disk's record when this returns (store_input.hpp).
ReportInput read_report_input(const ReportOptions& options, Streams& streams);

/// Reads and computes.
GapReport gap_report_for(const ReportOptions& options, Streams& streams);

} // namespace assess
