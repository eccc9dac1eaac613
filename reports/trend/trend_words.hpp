// A trend in cells and sentences, for every page that shows it.
#pragma once

#include "model/trend/trend.hpp"
#include "reports/content/finding_changes.hpp"
#include "reports/content/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace assess::reports {

/// One part of a movement, in units of 0.01. What is printed of the parts adds up to what is
/// printed of the whole.
struct PartCells {
    MovementCause cause{};
    std::int64_t units = 0;
    Value value; ///< "+0.12"
};

/// A movement on one diagonal: of a group, or of the gap.
struct TrendRow {
    Message name;                       ///< "Researchers"; "The gap"
    std::optional<std::size_t> group{}; ///< index into TrendStep::groups; nothing: the gap
    Value before;                       ///< where it was, "0.41"; "-"
    Value after;
    Value moved = no_value(); ///< "+0.12"; "-" where it is not available
    Message interval{};       ///< "0.01 to 0.23"; "no interval"; empty where nothing is available
    std::vector<PartCells> parts{};
};

/// One diagonal of a step: the groups, then the gap where there is one.
struct TrendTable {
    Diagonal diagonal{};
    /// The parts that any row has, in their order; without the landscape where it is the same.
    std::vector<MovementCause> causes;
    std::vector<TrendRow> rows;
};
TrendTable trend_table(const Trend& trend, const TrendStep& step, Diagonal diagonal);
/// "Building diagonal".
Message title_of_table(Diagonal diagonal);
/// "From software (-1) to models (1)."
Message ends_of_table(Diagonal diagonal);

/// "landscape", "left", "tools", "joined", "people".
Message name_of(MovementCause cause);
/// With a capital.
Message at_start(const Value& words);
/// What each part that any step has is, in one sentence; empty where none has parts.
Message meaning_of_parts(const Trend& trend);
/// Why there is no movement, or why it is not taken apart; completes "because". Empty where it is.
Value why_no_parts(const Movement& movement, const Message& no_parts);

/// "What moved"; of several steps "From spring to autumn"; over several ", all in all".
Message title_of(const Trend& trend, const TrendStep& step);
/// How many stayed, left and joined, and what is missing and why, a sentence each.
std::vector<Message> step_notes(const Trend& trend, const TrendStep& step);
/// Findings that appeared, went, are open now, or stayed.
std::vector<FateList> finding_lists(const TrendStep& step);

/// A group's centroid in one assessment.
struct PlaceRow {
    Message group;
    Name assessment;
    Value placed = no_value();
    Value x = no_value();
    Value y = no_value();
    Value orchestration = no_value();
    Value building = no_value();
};
/// Every group in every assessment; "-" where it has no place.
std::vector<PlaceRow> place_rows(const Trend& trend);

/// "spring (2026-03-01): 12 people, landscape 2021", one an assessment.
std::vector<Message> trend_facts(const Trend& trend);
/// Where, and with which seed, landscape and program it was made.
Message trend_provenance(const Trend& trend);
/// How this was computed.
std::vector<Message> trend_method(const Trend& trend);
/// What to bear in mind, each once, with the assessment that it is about.
std::vector<Message> trend_caveats(const Trend& trend);

} // namespace assess::reports
