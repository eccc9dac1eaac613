#include "model/radar/ring_rule.hpp"

#include "model/assessment/scores.hpp"

#include <algorithm>

namespace assess {
namespace {

bool above_middle(const RingScore& score) {
    return score.mean.has_interval() && *score.mean.lower > middle_step;
}

bool below_middle(const RingScore& score) {
    return score.mean.has_interval() && *score.mean.upper < middle_step;
}

} // namespace

bool carries_work(std::size_t regular, std::size_t asked) {
    return regular >= carries_work_people && 2 * regular >= asked;
}

bool lets_down(const RingScore& score) {
    return is_frustration(score.kind) ? above_middle(score) : below_middle(score);
}

bool pleases(const RingScore& score) {
    return is_frustration(score.kind) ? below_middle(score) : above_middle(score);
}

Ring ring_of(Ring strategy, bool retired, bool carries_work, bool lets_down) {
    if (retired) {
        return Ring::Hold;
    }
    int ring = static_cast<int>(strategy);
    ring -= carries_work ? 1 : 0;
    ring += lets_down ? 1 : 0;
    return static_cast<Ring>(
        std::clamp(ring, static_cast<int>(Ring::Adopt), static_cast<int>(Ring::Hold)));
}

RingMove move_between(Ring strategy, Ring ring) {
    return ring < strategy ? RingMove::In : ring > strategy ? RingMove::Out : RingMove::None;
}

} // namespace assess
