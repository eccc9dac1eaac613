// What a report says, in the order in which every page says it: messages and cells, which each
// writer words and makes safe for its own format.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/content/labels.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::reports {

/// "13 people: 5 researchers, 6 engineers and 2 hybrids", the source, edition and seed.
std::vector<Value> head_facts(const GapReport& report);

/// One group's row in the table of where we stand.
struct GroupRow {
    std::size_t group = 0; ///< index in the report
    Value name;            ///< with a capital
    Value listed;
    Value answered;
    Value placed;
    Value x;
    Value y;
    Value orchestration;
    Value building;
    Value standard_distance;
};
/// The compared groups first, then the others in the report's order; at most `most` rows.
std::vector<GroupRow> group_rows(const GapReport& report, std::size_t most);
/// The name and all numbers of the row.
Cells cells_of(const GroupRow& row);
/// "Hybrids: no standard distance, because ...": one sentence a reason, for the same rows.
std::vector<Message> group_notes(const GapReport& report, std::size_t most);

/// "Present, serious"; "Undetermined".
Message verdict_of(const Finding& finding);
/// "!!" serious, "!" notable, "i" for information, "!?" possible, "?" undetermined, "-" absent.
std::string_view symbol_of(const Finding& finding);
/// Its name for `assess explain`: "opposite-ends, building".
std::string rule_of(const Finding& finding);
/// What the rule measured, with interval and thresholds; or why it has no number.
Message measured(const Finding& finding);
/// The evidence with what the tolerance of the tools' positions does to it.
std::vector<Message> evidence_of(const Finding& finding);
/// What would change the verdict; empty where the actions say so already.
Message flips_when(const Finding& finding);
/// Whether it survives the tolerance of the tools' positions; empty where that was not judged.
Message robustness(const Finding& finding);
/// What an absent finding says, and its name.
Message absent_statement(const Finding& finding);
/// "Two findings are present, one is possible, ..." in one sentence.
Message findings_summary(const GapReport& report);

/// The diagonals in the order in which a page tells of them.
inline constexpr std::array reading_order{Diagonal::Building, Diagonal::Orchestration};
/// Why no two groups are compared.
Message no_comparison(const GapReport& report);
/// The gap on a diagonal: value, interval, tests, what the tools' places add.
std::vector<Message> diagonal_statements(const GapReport& report, const Comparison& comparison,
                                         Diagonal diagonal);
/// The test of the centroids.
Message centroid_test_statement(const Comparison& comparison);
/// All tests of the comparison, in plain words: centres, spreads, anything at all, and effects.
std::vector<Message> test_statements(const GapReport& report, const Comparison& comparison);
/// What "few" stands for in a confidential report; empty in others.
Message few_note(const GapReport& report);
/// A tool that both groups use, and how many of each do.
Cells cells_of(const GapReport& report, const Bridge& bridge);
/// Jaccard and Morisita-Horn.
std::vector<Message> overlap_statements(const Comparison& comparison);

/// How this was computed, and what to bear in mind.
std::vector<Message> method_statements(const GapReport& report);
std::vector<Message> caveats(const GapReport& report);
/// Rows of the input that are not in the report, with reasons. Empty where all are.
std::vector<Message> left_out_statements(const GapReport& report);
/// The policy in force, by the names of its file: "opposite ends, notable" and 0.15.
std::vector<std::pair<std::string, Value>> policy_values(const Policy& policy);
/// The same as numbers, under their names in the policy file: "opposite_ends.notable".
std::vector<std::pair<std::string, double>> policy_numbers(const Policy& policy);
/// "Landscape edition 2021", digest, seed, program version: what reproduces the report.
Message provenance(const GapReport& report);
/// The program's version, "0.1.0".
std::string program_version();

} // namespace assess::reports
