// What stands on a ladder, before it is drawn lying or upright.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/group_look.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One group's use of one tool of the diagonal.
struct RungUse {
    ToolIndex tool = 0;
    double place = 0;
    std::size_t users = 0;
    std::size_t base = 0;
    double share = 0; ///< users of base
};

struct LadderSide {
    std::size_t group = 0;
    GroupLook look;
    std::vector<RungUse> uses; ///< by place; the most used ones only
    std::optional<double> median;
};

struct LadderScene {
    const GapReport& report;
    Diagonal diagonal;
    std::vector<Rung> rungs;       ///< by place
    std::vector<LadderSide> sides; ///< at most two: the first stands above, or to the right
    std::optional<Stretch> stretch;
    bool broken = false;      ///< the stretch is longer than the policy allows
    bool one_by_one = true;   ///< a mark a person; else bars of shares
    double largest_share = 0; ///< of all uses, for the bars
};

/// `most`: uses a side.
LadderScene make_ladder_scene(const GapReport& report, Diagonal diagonal, std::size_t most);

/// Title, description, tables and notes; no drawing yet.
Figure ladder_frame(const LadderScene& scene);

/// "Researchers' median 0.33".
Message median_of(const LadderScene& scene, const LadderSide& side);
/// "Git: 4 of 5 researchers".
Message use_of(const LadderScene& scene, const LadderSide& side, const RungUse& use);
/// "-1 building software": the words at an end of the axis.
Message place_at_end(Diagonal diagonal, bool high);

Figure upright_ladder(const GapReport& report, Diagonal diagonal);

} // namespace assess::reports
