// The verdict of broken-ladder as the tools move: medians are no smooth function of the places, so
// that every draw looks at people again.
//
// Of a group of more than most_people people every k-th is taken, in the order of their places on
// the diagonal: their median is that of the group to within one of these steps, and leaving one
// person out moves it by nothing that could be told.
#pragma once

#include "model/findings/ladder.hpp"
#include "model/fragility/tool_places.hpp"
#include "model/statistics/sparse_rows.hpp"

#include <cstdint>
#include <vector>

namespace assess {

class LadderDraws {
public:
    static constexpr std::size_t most_people = 500;

    /// Both groups must have at least two placed people.
    LadderDraws(const RuleInput& input, const Pair& pair, Diagonal diagonal);

    /// The verdict with the tools at `places`; `apart`: the gap's interval excludes 0 there.
    [[nodiscard]] State at(const ToolPlaces& places, bool apart, double limit) const;

private:
    struct Side {
        SparseRows shares;
        bool whole = true;   ///< everybody of the group, not every k-th
        UsedWithoutOne used; ///< by rung that matters
    };
    struct Places {
        std::vector<double> people;
        std::vector<double> sorted;
    };
    [[nodiscard]] Places places_of(const Side& side, const std::vector<double>& tools) const;
    void leave_out_each(const Side& side, const Places& here, double opposite,
                        const std::vector<std::size_t>& order, std::vector<Rung>& rungs,
                        Ladder& ladder) const;

    Diagonal m_diagonal;
    std::vector<Rung> m_rungs; ///< used, never asked about, or used without some person
    Side m_first;
    Side m_second;
};

} // namespace assess
