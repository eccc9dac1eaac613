// A what-if in cells and sentences, for every page that shows it.
#pragma once

#include "model/facts/message.hpp"
#include "model/what_if/what_if.hpp"
#include "reports/content/finding_changes.hpp"
#include "reports/content/labels.hpp"

#include <vector>

namespace assess::reports {

/// "Researchers take up Git weekly: this changes 2 of 5 people; 3 use it that deeply already."
Message change_sentence(const WhatIf& what_if, const AppliedChange& applied);
/// The same of all changes.
std::vector<Message> change_sentences(const WhatIf& what_if);

/// One estimate in a table.
struct EstimateCells {
    bool available = false;
    Value value = no_value(); ///< "0.62"
    Message interval{};       ///< "0.44 to 0.80"; "no interval"; empty where there is no value
};

/// Before, after, and the difference, on one diagonal.
struct MovementRow {
    Message name; ///< "Building", "Researchers"
    Diagonal diagonal = Diagonal::Building;
    EstimateCells before;
    EstimateCells after;
    EstimateCells change;
};

/// The gap, a row a diagonal; none where no two groups are compared.
std::vector<MovementRow> gap_rows(const WhatIf& what_if);
/// The groups' centres on a diagonal, a row a group; the centres themselves carry no interval.
std::vector<MovementRow> centre_rows(const WhatIf& what_if, Diagonal diagonal);
/// "Researchers minus engineers".
Message gap_title(const WhatIf& what_if);
/// Why something is missing from these rows, a sentence a reason.
std::vector<Message> missing_notes(const WhatIf& what_if);

/// Findings that would appear, go, become open, or stay.
std::vector<FateList> finding_lists(const WhatIf& what_if);

/// How this was computed.
std::vector<Message> what_if_method(const WhatIf& what_if);
/// What to bear in mind, before and after, each once.
std::vector<Message> what_if_caveats(const WhatIf& what_if);

} // namespace assess::reports
