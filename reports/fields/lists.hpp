// The field lists that several documents and tables share. Those of one document stand beside its
// writer.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess {
struct Trend;
struct WhatIf;
} // namespace assess

namespace assess::fields {

template <typename T>
class FieldList;

/// x and y.
const FieldList<Point>& point_fields();
/// x and y, and the places on both diagonals.
const FieldList<Point>& place_fields();
/// The ends of an interval, or the reason why there is none, its level and n.
const FieldList<Estimate>& interval_fields();
/// The value and these.
const FieldList<Estimate>& estimate_fields();
/// An estimate along each diagonal, index = Diagonal.
const FieldList<std::array<Quantity<Estimate>, 2>>& along_diagonals_fields();

/// What a document begins with, but its format and answer.
const FieldList<GapReport>& head_fields();

const FieldList<Landscape>& landscape_fields();

const FieldList<Group>& group_fields();
const FieldList<HiddenGroup>& hidden_group_fields();
/// Id and name.
const FieldList<Tool>& tool_fields();

/// One group's use of one tool, where it may be told.
struct GroupTool {
    const Group* group;
    ToolIndex tool;

    [[nodiscard]] const ToolUse& use() const { return group->tools[tool]; }
};
const FieldList<GroupTool>& tool_use_fields();

const FieldList<Comparison>& comparison_fields();
/// The ids of its groups: first, second.
const FieldList<Comparison>& pair_fields();
const FieldList<DiagonalGap>& diagonal_gap_fields();
const FieldList<PermutationTest>& permutation_test_fields();

/// A tool's part of the gap, or that of all tools of few people.
struct GapPart {
    const Comparison* comparison;
    const ToolContribution* part;
};
const FieldList<GapPart>& gap_part_fields();

const FieldList<Finding>& finding_fields();
/// Rule and subject.
const FieldList<Finding>& finding_name_fields();
const FieldList<FindingChange>& finding_change_fields();

const FieldList<Lifecycle>& lifecycle_fields();
const FieldList<ItemScores>& scores_fields();
const FieldList<Recommendation>& recommendation_fields();

/// The documents, each beside its writer.
const FieldList<GapReport>& gap_report_fields();
const FieldList<GapReport>& recommendation_document_fields();
const FieldList<WhatIf>& what_if_fields();
const FieldList<Trend>& trend_fields();

/// Ids of tools.
std::vector<std::string> tool_ids(const std::vector<ToolIndex>& tools, const GapReport& report);
/// Ids of the two groups that are compared.
std::array<std::string, 2> pair_ids(const Comparison& comparison, const GapReport& report);
/// The same of a report's comparison; nothing where it has none.
std::optional<std::array<std::string, 2>> compared_pair(const GapReport& report);
/// Why the report compares no groups; empty where it does.
Message why_no_comparison(const GapReport& report);
/// "fewer than 5 people, kept confidential".
std::string kept_confidential(std::size_t least_told);

} // namespace assess::fields
