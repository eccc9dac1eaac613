// What a report says in words, in the order in which every page says it. Plain sentences with
// the input's names as they are: each writer makes them safe for its own format.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace assess::reports {

/// "13 people: 5 researchers, 6 engineers and 2 hybrids", the source, edition and seed.
std::vector<std::string> head_facts(const GapReport& report);

/// One group's row in the table of where we stand. Text cells; "-" for what is not available.
struct GroupRow {
    std::size_t group = 0; ///< index in the report
    std::string name;      ///< with a capital
    std::string listed;
    std::string answered;
    std::string placed;
    std::string x;
    std::string y;
    std::string orchestration;
    std::string building;
    std::string standard_distance;
};
/// The compared groups first, then the others in the report's order; at most `most` rows.
std::vector<GroupRow> group_rows(const GapReport& report, std::size_t most);
/// "Hybrids: no standard distance, because ...": one sentence a reason, for the same rows.
std::vector<std::string> group_notes(const GapReport& report, std::size_t most);

/// "Present, serious"; "Undetermined".
std::string verdict_of(const Finding& finding);
/// "!!" serious, "!" notable, "i" for information, "!?" possible, "?" undetermined, "-" absent.
std::string symbol_of(const Finding& finding);
/// "opposite-ends, building".
std::string rule_of(const Finding& finding);
/// What the rule measured, with interval and thresholds; or why it has no number.
std::string measured(const Finding& finding);
/// The evidence with what the tolerance of the tools' positions does to it.
std::vector<std::string> evidence_of(const Finding& finding);
/// What would change the verdict; empty where the actions say so already.
std::string flips_when(const Finding& finding);
/// Whether it survives the tolerance of the tools' positions; empty where that was not judged.
std::string robustness(const Finding& finding);
/// "Two findings are present, one is possible, ..." in one sentence.
std::string findings_summary(const GapReport& report);

/// The diagonals in the order in which a page tells of them.
inline constexpr std::array reading_order{Diagonal::Building, Diagonal::Orchestration};
/// The words at the two ends of a diagonal.
std::pair<std::string, std::string> ends_of(Diagonal diagonal);
/// "Building diagonal".
std::string title_of(Diagonal diagonal);
/// "Researchers minus engineers".
std::string difference_name(const GapReport& report, const Comparison& comparison);
/// The gap on a diagonal in words: value, interval, tests, what the tools' places add.
std::vector<std::string> diagonal_statements(const GapReport& report, const Comparison& comparison,
                                             Diagonal diagonal);
/// The test of the centroids in words.
std::vector<std::string> centroid_test_statements(const Comparison& comparison);
/// All tests of the comparison, in plain words: centres, spreads, anything at all, and effects.
std::vector<std::string> test_statements(const GapReport& report, const Comparison& comparison);
/// What "few" stands for in a confidential report; empty in others.
std::string few_note(const GapReport& report);
/// Jaccard and Morisita-Horn in words.
std::vector<std::string> overlap_statements(const Comparison& comparison);

/// How this was computed, and what to bear in mind.
std::vector<std::string> method_statements(const GapReport& report);
std::vector<std::string> caveats(const GapReport& report);
/// Rows of the input that are not in the report, with reasons. Empty where all are.
std::vector<std::string> left_out_statements(const GapReport& report);
/// The policy in force: "opposite ends, notable" and "0.15".
std::vector<std::pair<std::string, std::string>> policy_values(const Policy& policy);
/// The same as numbers, under their names in the policy file: "opposite_ends.notable".
std::vector<std::pair<std::string, double>> policy_numbers(const Policy& policy);
/// "Landscape edition 2021", digest, seed, program version: what reproduces the report.
std::string provenance(const GapReport& report);
/// The program's version, "0.1.0".
std::string program_version();

} // namespace assess::reports
