// What would close the gaps, in cells and sentences: for the report's section and for what
// `assess recommend` prints.
#pragma once

#include "model/facts/message.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/recommend/recommend.hpp"
#include "reports/content/labels.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One group takes up one tool.
struct AdoptionCells {
    std::size_t group = 0; ///< index in the report
    Message takes_up;      ///< "researchers take up Git"
    std::string tool;      ///< "Git"
    Ring ring = Ring::Adopt;
    std::size_t people = 0;     ///< who would have to take it up
    Value used = no_value();    ///< of the group it is compared with: "6 of 6", "few"
    Value used_by = no_value(); ///< "6 of 6 engineers"
};

/// A proposal's row; numbers as in every table, first group minus second.
struct ProposalCells {
    std::size_t proposal = 0;             ///< index in Recommendation::proposals
    std::vector<AdoptionCells> adoptions; ///< one or two
    Message name;                         ///< "Researchers take up AWS and Azure"
    std::size_t people = 0;               ///< of all its adoptions
    /// The gaps after it, index = Diagonal: "0.41", "0.20 to 0.62" or "no interval", and both in
    /// one: "0.41 (0.20 to 0.62)".
    std::array<Value, 2> after{no_value(), no_value()};
    std::array<Message, 2> interval;
    std::array<Value, 2> after_in_full{no_value(), no_value()};
    std::vector<std::string> answers; ///< the findings that ask for it: "opposite-ends, building"
    std::vector<Message> turns;       ///< "broken-ladder, building: from present to absent"
};

ProposalCells cells_of(const GapReport& report, const Proposal& proposal, std::size_t index);
/// The tools of each group that adopts some, as messages of this id, which tells group and tools.
List by_group(const GapReport& report, const Proposal& proposal, MessageId id);

/// "adopt".
Message ring_name(Ring ring);
/// "building gap".
Message gap_name(Diagonal diagonal);
/// "0.29 (0.16 to 0.42)", or the value alone where it has no interval.
Value told_briefly(const Estimate& estimate);

/// The diagonal on which the gap weighs more: by the severity of what opposite-ends found, then by
/// its size.
Diagonal leading_diagonal(const GapReport& report);
/// The one that is not it.
Diagonal other_diagonal(Diagonal diagonal);
/// Today's gap on a diagonal; nothing where it is not available.
std::optional<double> gap_today(const GapReport& report, Diagonal diagonal);

/// How many of one and of two adoptions a table with room lists.
inline constexpr std::size_t listed_singles = 8;
inline constexpr std::size_t listed_pairs = 3;

/// Proposals for a short list, as indices in their order: at most `most_singles` of one adoption
/// and `most_pairs` of two. First come those that leave less of the leading gap than today
/// and than whatever needs fewer people; then what answers a finding that none of these does; then
/// what leaves least.
std::vector<std::size_t> short_list(const GapReport& report, const Recommendation& recommendation,
                                    std::size_t most_singles, std::size_t most_pairs);

/// The result in one or two sentences: how far single adoptions and pairs go, or why nothing is
/// proposed.
Message closing_lede(const GapReport& report, const Recommendation& recommendation);
/// What to do where nothing is proposed; empty where something is.
Message next_step(const GapReport& report, const Recommendation& recommendation);
/// The next step where nothing is proposed; what was tried, what is listed, and how to read it.
/// `shown` of its proposals are listed.
std::vector<Message> closing_notes(const GapReport& report, const Recommendation& recommendation,
                                   std::size_t shown);
/// The findings that no adoption answers; empty where there are none.
Message unanswered_note(const GapReport& report, const Recommendation& recommendation);
/// "12 more are worth a look: ..."; empty where all of the front are shown.
Message more_proposals(const Recommendation& recommendation, std::size_t shown);

} // namespace assess::reports
