// A trend in cells and sentences, for every page that shows it.
#pragma once

#include "model/trend/trend.hpp"
#include "reports/content/finding_changes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One part of a movement, in units of 0.01. What is printed of the parts adds up to what is
/// printed of the whole.
struct PartCells {
    MovementCause cause{};
    std::int64_t units = 0;
    std::string value; ///< "+0.12"
};

/// A movement on one diagonal: of a group, or of the gap.
struct TrendRow {
    std::string name;                 ///< "Researchers"; "The gap"
    std::optional<std::size_t> group; ///< index into TrendStep::groups; nothing: the gap
    std::string before;               ///< where it was, "0.41"; "-"
    std::string after;
    std::string moved;    ///< "+0.12"; "-" where it is not available
    std::string interval; ///< "0.01 to 0.23"; "no interval"; empty where nothing is available
    std::vector<PartCells> parts;
    std::string reason; ///< why there is no movement, or no parts; completes "because"
};

/// One diagonal of a step: the groups, then the gap where there is one.
struct TrendTable {
    Diagonal diagonal{};
    /// The parts that any row has, in their order; without the landscape where it is the same.
    std::vector<MovementCause> causes;
    std::vector<TrendRow> rows;
};
TrendTable trend_table(const Trend& trend, const TrendStep& step, Diagonal diagonal);

/// "Landscape", "Left", "Tools", "Joined", "People".
std::string head_of(MovementCause cause);
/// What each part that any step has is, in one sentence; empty where none has parts.
std::string meaning_of_parts(const Trend& trend);

/// "What moved"; of several steps "From spring to autumn"; over several ", all in all".
std::string title_of(const Trend& trend, const TrendStep& step);
/// How many stayed, left and joined, and what is missing and why, a sentence each.
std::vector<std::string> step_notes(const Trend& trend, const TrendStep& step);
/// Findings that appeared, went, are open now, or stayed.
std::vector<FateList> finding_lists(const TrendStep& step);

/// A group's centroid in one assessment.
struct PlaceRow {
    std::string group;
    std::string moment;
    std::string date;
    std::string placed;
    std::string x;
    std::string y;
    std::string orchestration;
    std::string building;
};
/// Every group in every assessment; "-" where it has no place.
std::vector<PlaceRow> place_rows(const Trend& trend);

/// "spring (2026-03-01): 12 people, landscape 2021", one an assessment.
std::vector<std::string> trend_facts(const Trend& trend);
/// Where, and with which seed, landscape and program it was made.
std::string trend_provenance(const Trend& trend);
/// How this was computed.
std::vector<std::string> trend_method(const Trend& trend);
/// What to bear in mind, each once, with the assessment that it is about.
std::vector<std::string> trend_caveats(const Trend& trend);

} // namespace assess::reports
