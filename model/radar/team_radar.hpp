// A technology radar of the team: which ring each tool is in, and why.
//
// The ring starts where the article's strategy has the tool's category, and the team's own answers
// move it by at most one (ring_rule.hpp). Everything comes from the numbers that the gap report
// shows: under a confidential promise a radar tells nothing that the report does not.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "model/radar/ring_rule.hpp"

#include <cstddef>
#include <vector>

namespace assess {

/// One group's use of the tool, as far as it is told.
struct BlipUse {
    std::size_t group = 0;   ///< index into GapReport::groups
    std::size_t users = 0;   ///< people with a depth that carries weight
    std::size_t base = 0;    ///< people who were asked and answered
    std::size_t regular = 0; ///< of the users, those at weekly, daily or a bare "uses"
    bool few = false;        ///< fewer than may be told use or name it; the numbers are 0

    [[nodiscard]] bool carries() const { return carries_work(regular, base); }
};

/// One tool on the radar.
struct Blip {
    ToolIndex tool = 0;
    std::size_t category = 0;        ///< of its categories the one with the most inviting ring
    Quadrant quadrant{};             ///< that category's
    Ring strategy{};                 ///< that category's ring
    Ring ring{};                     ///< where the team has it
    RingMove moved = RingMove::None; ///< `ring` against `strategy`
    bool is_new = false; ///< nobody who was asked uses it yet, and somebody evaluates or wants it
    std::vector<BlipUse> use; ///< the groups that were asked about it, in the report's order
    std::vector<RingScore> scores;
    std::vector<Message> why; ///< the ring and its reasons, the answer first
};

struct TeamRadar {
    std::vector<Blip> blips; ///< by ring, quadrant (as on the plane, clockwise), name and id
    /// In use, but of no category (tools that only the answers know): they have neither a ring nor
    /// a quadrant. By name.
    std::vector<ToolIndex> without_category;
};

struct TeamRadarSettings {
    bool all = false; ///< every tool of the landscape, not only those that somebody uses or wants
};

/// Cost: linear in the tools times the groups.
TeamRadar make_team_radar(const GapReport& report, const TeamRadarSettings& settings = {});

/// Why the blip is in its ring: "Adopt, one ring further in than ...", then who uses it and what
/// they say of it. Names stand as they are in the landscape and the answers.
std::vector<Message> why_of(const Blip& blip, const GapReport& report);

} // namespace assess
